def with_numpy(x):
    for _ in range(STEPS):
        x = 3.7 * x * (1.0 - x)
    return x


def with_jax(x0):
    return lax.scan(lambda x, _: (3.7 * x * (1.0 - x), None), x0, None, length=STEPS)[0]
