"""A two-layer network learns XOR with backpropagation from seeded weights."""
import numpy as np
rng = np.random.default_rng(0)
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], float)
y = np.array([[0], [1], [1], [0]], float)
W1, b1 = rng.normal(size=(2, 4)), np.zeros((1, 4))
W2, b2 = rng.normal(size=(4, 1)), np.zeros((1, 1))
sigmoid = lambda v: 1 / (1 + np.exp(-v))
losses = []
for epoch in range(1501):
    h = np.tanh(X @ W1 + b1)
    out = sigmoid(h @ W2 + b2)
    loss = -(y * np.log(out) + (1 - y) * np.log(1 - out)).mean()
    losses.append(loss)
    d2 = (out - y) / len(X)
    d1 = (d2 @ W2.T) * (1 - h ** 2)
    W2 -= 0.5 * h.T @ d2
    b2 -= 0.5 * d2.sum(0, keepdims=True)
    W1 -= 0.5 * X.T @ d1
    b1 -= 0.5 * d1.sum(axis=0)
    if epoch % 300 == 0:
        print(f"epoch {epoch:4d} loss {loss:.5f} acc {((out > 0.5) == y).mean():.2f}")
print(out.round(2).T, W1.shape, np.round(W1, 2), b2.round(3))
print(np.array(losses)[::500].round(4), np.all(np.diff(losses[::100]) < 0), losses[-1] < losses[0])
eps, num = 1e-6, np.zeros_like(W2)
def cost(W): return -(y * np.log(sigmoid(h @ W + b2)) + (1 - y) * np.log(1 - sigmoid(h @ W + b2))).mean()
for i in np.ndindex(W2.shape):
    E = np.zeros_like(W2); E[i] = eps
    num[i] = (cost(W2 + E) - cost(W2 - E)) / (2 * eps)
print(np.allclose(num, h.T @ (sigmoid(h @ W2 + b2) - y) / 4, atol=1e-6))
