# Other random numbers: the results are not compared.
def with_numpy():
    random = np.random.default_rng(1)
    walk = np.empty(STEPS)
    x = 0.0
    for i in range(STEPS):
        proposal = x + random.normal()
        if np.log(random.uniform()) < 0.5 * (x**2 - proposal**2):
            x = proposal
        walk[i] = x
    return walk


jax_arguments = (0.0,)


def with_jax(start):
    def step(state, _):
        x, key = state
        key, for_proposal, for_acceptance = jax.random.split(key, 3)
        proposal = x + jax.random.normal(for_proposal)
        is_accepted = jnp.log(jax.random.uniform(for_acceptance)) < 0.5 * (x**2 - proposal**2)
        x = jnp.where(is_accepted, proposal, x)
        return (x, key), x

    return lax.scan(step, (start, jax.random.key(1)), None, length=STEPS)[1]
