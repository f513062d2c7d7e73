from .layers import *


class Sequential(object):
    def __init__(self, *layers):
        self.layers = layers

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    @property
    def updates(self):
        return sum((layer.updates for layer in self.layers), [])


def default_model(dim):
    return Sequential(Dense(dim, dim), NoisyRecurrent(dim))
