def with_numpy(A, B):
    for _ in range(STEPS):
        B = A @ B
    return B


def with_jax(A, B):
    return lax.scan(lambda B, _: (A @ B, None), B, None, length=STEPS)[0]
