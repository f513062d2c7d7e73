"""Gibbs sampling in a restricted Boltzmann machine: two products, two draws of many numbers."""
import numpy as np
import pytensor
import pytensor.tensor as pt

STEPS = 20
BATCH = 20
VISIBLE = 784
HIDDEN = 500

random_stream = pt.random.RandomStream(seed=1)
v0 = pt.dmatrix('v0')
W = pt.dmatrix('W')


def step(v, W):
    h_mean = pt.sigmoid(pt.dot(v, W))
    h = (random_stream.uniform(size=(BATCH, HIDDEN)) < h_mean).astype('float64')
    v_mean = pt.sigmoid(pt.dot(h, W.T))
    return (random_stream.uniform(size=(BATCH, VISIBLE)) < v_mean).astype('float64')


outputs, updates = pytensor.scan(step, outputs_info=v0, non_sequences=W, n_steps=STEPS)
f = pytensor.function([v0, W], outputs[-1], updates=updates)
random = np.random.RandomState(1)
arguments = (random.randint(0, 2, (BATCH, VISIBLE)).astype('float64'), random.standard_normal((VISIBLE, HIDDEN)) * 0.1)
