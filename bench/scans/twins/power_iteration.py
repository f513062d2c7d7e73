def with_numpy(A, x):
    for _ in range(STEPS):
        y = A @ x
        x = y / np.sqrt(np.sum(y**2))
    return x


def with_jax(A, x0):
    def step(x, _):
        y = A @ x
        return y / jnp.sqrt(jnp.sum(y**2)), None

    return lax.scan(step, x0, None, length=STEPS)[0]
