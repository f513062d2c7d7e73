from src.setup import *


def resample_means(data, m):
    def step(i):
        idx = srng.random_integers(size=(4,), low=0, high=3)
        return data[idx].mean()
    means, updates = theano.scan(step, sequences=[T.arange(m)])
#                    ^^^^^^^^^^^ warning: lost-in-helper
    return means
