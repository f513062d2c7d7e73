"""Optimisers on a quadratic bowl: SGD, momentum, AdaGrad, RMSProp, Adam."""
from __future__ import print_function
import numpy as np
A = np.array([[3., 0.5], [0.5, 1.]])
grad = lambda p: A.dot(p)
loss = lambda p: 0.5 * p.dot(A).dot(p)
def sgd(p, s, t): return p - 0.1 * grad(p)
def momentum(p, s, t):
    s['v'] = 0.9 * s.get('v', 0) - 0.1 * grad(p)
    return p + s['v']
def adagrad(p, s, t):
    g = grad(p); s['c'] = s.get('c', 0) + g ** 2
    return p - 0.5 * g / (np.sqrt(s['c']) + 1e-7)
def rmsprop(p, s, t):
    g = grad(p); s['c'] = 0.9 * s.get('c', 0) + 0.1 * g ** 2
    return p - 0.05 * g / np.sqrt(s['c'] + 1e-6)
def adam(p, s, t, b1=0.9, b2=0.999):
    g = grad(p); s['m'] = b1 * s.get('m', 0) + (1 - b1) * g; s['v'] = b2 * s.get('v', 0) + (1 - b2) * g * g
    return p - 0.2 * (s['m'] / (1 - b1 ** t)) / (np.sqrt(s['v'] / (1 - b2 ** t)) + 1e-8)
for opt in (sgd, momentum, adagrad, rmsprop, adam):
    p, state = np.array([2., -3.]), {}
    for t in range(1, 31):
        p = opt(p, state, t)
        if t in (1, 10, 30): print('%-9s %2d loss %.6f' % (opt.__name__, t, loss(p)), p.round(5))
    print(sorted(state), {k: v.round(4).tolist() for k, v in sorted(state.items())})
print(np.linalg.eigvalsh(A), np.linalg.cond(A), np.trapz([1, 4, 9]), np.product([2, 3]), np.alltrue([1, 0]), np.cumproduct([1, 2, 3]), np.in1d([1, 2], [2]), np.row_stack([[1], [2]]))
