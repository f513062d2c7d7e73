# Other random numbers: the results are not compared.
def with_numpy(v, W):
    random = np.random.default_rng(1)
    for _ in range(STEPS):
        h = (random.random((BATCH, HIDDEN)) < 1.0 / (1.0 + np.exp(-(v @ W)))).astype('float64')
        v = (random.random((BATCH, VISIBLE)) < 1.0 / (1.0 + np.exp(-(h @ W.T)))).astype('float64')
    return v


def with_jax(v0, W):
    def step(state, _):
        v, key = state
        key, for_h, for_v = jax.random.split(key, 3)
        h = (jax.random.uniform(for_h, (BATCH, HIDDEN)) < jax.nn.sigmoid(v @ W)).astype('float64')
        v = (jax.random.uniform(for_v, (BATCH, VISIBLE)) < jax.nn.sigmoid(h @ W.T)).astype('float64')
        return (v, key), None

    return lax.scan(step, (v0, jax.random.key(1)), None, length=STEPS)[0][0]
