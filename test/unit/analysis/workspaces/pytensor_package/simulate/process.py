import pytensor

from .rngs import ou_rng, walk_rng


def _walk(rng, x):
    rng, e = rng.normal()
    return rng, x + e


def _ou(rng, x):
    rng, e = rng.normal()
    return rng, 0.9 * x + e


def random_walk(x0, n):
    rng, xs = pytensor.scan(_walk, outputs_info=[walk_rng, x0], n_steps=n, return_updates=False)
    return xs, {walk_rng: rng}


def mean_reverting(x0, n):
    _, xs = pytensor.scan(_ou, outputs_info=[ou_rng, x0], n_steps=n, return_updates=False)
# today silent: forgotten-final-rng
    return xs, {}
