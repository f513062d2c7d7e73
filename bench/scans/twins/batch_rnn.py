def with_numpy(x, h, W):
    rows = np.empty_like(x)
    for i in range(STEPS):
        h = np.tanh(x[i] + h @ W)
        rows[i] = h
    return rows


def with_jax(x, h0, W):
    def step(h, x_t):
        h = jnp.tanh(x_t + h @ W)
        return h, h

    return lax.scan(step, h0, x)[1]
