def with_numpy():
    a = np.int64(1)
    for _ in range(STEPS):
        a = a + 1
    return a


jax_arguments = (1,)


def with_jax(a):
    return lax.scan(lambda a, _: (a + 1, None), a, None, length=STEPS)[0]
