def gru_step(library, x_t, h, Wz, Wr, Wh, Uz, Ur, Uh):
    z = 1.0 / (1.0 + library.exp(-(x_t @ Wz + h @ Uz)))
    r = 1.0 / (1.0 + library.exp(-(x_t @ Wr + h @ Ur)))
    return (1.0 - z) * h + z * library.tanh(x_t @ Wh + (r * h) @ Uh)


def with_numpy(x, h, *weights):
    for x_t in x:
        h = gru_step(np, x_t, h, *weights)
    return h


def with_jax(x, h0, *weights):
    return lax.scan(lambda h, x_t: (gru_step(jnp, x_t, h, *weights), None), h0, x)[0]
