from theano.sandbox.rng_mrg import MRG_RandomStreams

srng = MRG_RandomStreams(1)


def gaussian_walk(x):
    return x + srng.normal(size=(2,))
