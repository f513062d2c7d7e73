def with_numpy():
    a = np.int64(1)
    for _ in range(STEPS):
        a = a + 1
    return a


def with_jax():
    return lax.scan(lambda a, _: (a + 1, None), jnp.int64(1), None, length=STEPS)[0]
