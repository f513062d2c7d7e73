from .layers import *


def default_model(dim):
    return NoisyRecurrent(dim)
