"""MLP on XOR with momentum, tanh, RandomState and prints of every 100 epochs."""
import numpy as np
rng = np.random.RandomState(1)
X = np.array([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]])
y = np.array([[0, 1, 1, 0]]).T
syn0 = 2 * rng.random_sample((3, 4)) - 1
syn1 = 2 * rng.random_sample((4, 1)) - 1
v0, v1 = np.zeros_like(syn0), np.zeros_like(syn1)
def nonlin(x, deriv=False):
    if deriv: return x * (1 - x)
    return 1 / (1 + np.exp(-x))
for j in range(601):
    l1 = nonlin(np.dot(X, syn0))
    l2 = nonlin(np.dot(l1, syn1))
    err = y - l2
    if j % 100 == 0: print("Error:" + str(np.mean(np.abs(err)).round(6)))
    d2 = err * nonlin(l2, True)
    d1 = d2.dot(syn1.T) * nonlin(l1, deriv=True)
    v1 = 0.5 * v1 + l1.T.dot(d2); syn1 += v1
    v0 = 0.5 * v0 + X.T.dot(d1); syn0 += v0
print(l2.round(3)); print(syn0.shape, syn1.round(2).T, (l2 > .5).astype(int).ravel(), y.T.tolist())
