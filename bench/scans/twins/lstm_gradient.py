def lstm_cost(x, W, U, b):
    def step(state, x_t):
        h, c = state
        gates = x_t @ W + h @ U + b
        i, forget, o = (jax.nn.sigmoid(gates[k * UNITS : (k + 1) * UNITS]) for k in range(3))
        c = forget * c + i * jnp.tanh(gates[3 * UNITS :])
        return (o * jnp.tanh(c), c), None

    zeros = jnp.zeros(UNITS)
    return (lax.scan(step, (zeros, zeros), x)[0][0] ** 2).sum()


def with_jax(x, W, U, b):
    cost, gradients = jax.value_and_grad(lstm_cost, argnums=(1, 2, 3))(x, W, U, b)
    return cost, *gradients


def with_numpy(x, W, U, b):
    def sigmoid(v):
        return 1.0 / (1.0 + np.exp(-v))

    h, c, kept = np.zeros(UNITS), np.zeros(UNITS), []
    for x_t in x:
        gates = x_t @ W + h @ U + b
        i, forget, o = (sigmoid(gates[k * UNITS : (k + 1) * UNITS]) for k in range(3))
        g = np.tanh(gates[3 * UNITS :])
        new_c = forget * c + i * g
        kept.append((x_t, h, c, i, forget, o, g, np.tanh(new_c)))
        h, c = o * kept[-1][-1], new_c
    cost, dh, dc = (h**2).sum(), 2.0 * h, np.zeros(UNITS)
    dW, dU, db = np.zeros_like(W), np.zeros_like(U), np.zeros_like(b)
    for x_t, h, c, i, forget, o, g, t in reversed(kept):
        dc = dc + dh * o * (1.0 - t * t)
        d = np.concatenate(
            [dc * g * i * (1.0 - i), dc * c * forget * (1.0 - forget), dh * t * o * (1.0 - o), dc * i * (1.0 - g * g)]
        )
        dW += np.outer(x_t, d)
        dU += np.outer(h, d)
        db += d
        dh, dc = U @ d, dc * forget
    return cost, dW, dU, db
