def with_numpy(x):
    for _ in range(STEPS):
        x = x - 1e-5 * (x * x - 2.0) / (2.0 * x)
        if abs(x * x - 2.0) < 1e-9:
            break
    return x


# JAX's scan has no early end; its `while_loop` has.
def with_jax(x0):
    def goes_on(state):
        x, i = state
        return (i < STEPS) & (abs(x * x - 2.0) >= 1e-9)

    def step(state):
        x, i = state
        return x - 1e-5 * (x * x - 2.0) / (2.0 * x), i + 1

    return lax.while_loop(goes_on, step, (x0, 0))[0]
