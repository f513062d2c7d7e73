def with_numpy(x):
    for _ in range(STEPS):
        x = 0.999 * x + 1.0
    return x


def with_jax(x0):
    return lax.scan(lambda x, _: (0.999 * x + 1.0, None), x0, None, length=STEPS)[0]
