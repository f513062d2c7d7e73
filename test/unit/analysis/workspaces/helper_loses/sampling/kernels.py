from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(1)


def gaussian_walk(x):
    return x + srng.normal()
