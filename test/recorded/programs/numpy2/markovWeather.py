"""A Markov chain: powers of a transition matrix, its stationary distribution, simulation."""
import numpy as np

P = np.array([[0.8, 0.15, 0.05], [0.3, 0.4, 0.3], [0.2, 0.3, 0.5]])
states = np.array(["sunny", "cloudy", "rainy"])
assert np.allclose(P.sum(axis=1), 1)
for n in (1, 2, 5, 20):
    print(n, np.linalg.matrix_power(P, n).round(5).tolist())
p = np.array([0, 0, 1.0])
history = [p]
for _ in range(6):
    p = p @ P
    history.append(p)
print(np.array(history))
w, v = np.linalg.eig(P.T)
i = np.argmin(np.abs(w - 1))
pi = np.real(v[:, i] / v[:, i].sum())
print(pi.round(6), np.allclose(pi @ P, pi), states[pi.argmax()])
A = np.vstack([P.T - np.eye(3), np.ones(3)])
print(np.linalg.lstsq(A, np.array([0, 0, 0, 1]), rcond=None)[0].round(6))
rng = np.random.default_rng(7)
s, days = 0, []
for _ in range(15):
    s = rng.choice(3, p=P[s])
    days.append(s)
print(states[days], np.unique(states[days], return_counts=True))
print(dict(zip(states.tolist(), np.bincount(days, minlength=3).tolist())))
