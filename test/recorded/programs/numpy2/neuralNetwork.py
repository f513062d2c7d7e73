"""A two-layer network learns XOR with a legacy random state."""
import numpy as np

np.random.seed(7)
inputs = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
targets = np.array([[0], [1], [1], [0]])
hidden = np.random.randn(2, 8)
output = np.random.uniform(-1, 1, size=(8, 1))
bias = np.zeros((1, 8))
print(hidden[0, :3], output.ravel()[:2])


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


for epoch in range(3001):
    layer = sigmoid(inputs @ hidden + bias)
    guess = sigmoid(layer @ output)
    delta = (guess - targets) * guess * (1 - guess)
    back = delta @ output.T * layer * (1 - layer)
    output -= layer.T @ delta
    hidden -= inputs.T @ back
    bias -= back.sum(axis=0, keepdims=True)
    if epoch % 1000 == 0:
        print(f"epoch {epoch}: {np.mean((guess - targets) ** 2):.5f}")
print((guess > 0.5).astype(int).ravel(), guess.shape)
order = np.random.permutation(5)
print(order, np.random.randint(0, 10, 5), np.random.choice(["a", "b"], 3) if False else np.random.choice(5, 3, replace=False))
rng = np.random.default_rng(42)
print(rng.random(2), rng.integers(0, 100, 4), rng.normal(size=2), rng.permutation(4))
