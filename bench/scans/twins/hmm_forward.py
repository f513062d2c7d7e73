def logsumexp(library, values, axis):
    largest = library.max(values, axis=axis, keepdims=True)
    return library.squeeze(largest, axis) + library.log(library.sum(library.exp(values - largest), axis=axis))


def with_numpy(emissions, alpha, transitions):
    for e in emissions:
        alpha = e + logsumexp(np, alpha[:, None] + transitions, 0)
    return logsumexp(np, alpha, 0)


def with_jax(emissions, first, transitions):
    def step(alpha, e):
        return e + logsumexp(jnp, alpha[:, None] + transitions, 0), None

    return logsumexp(jnp, lax.scan(step, first, emissions)[0], 0)
