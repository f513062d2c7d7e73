"""Logistic regression with plain NumPy, as in the Theano tutorial before Theano."""
import numpy
rng = numpy.random
rng.seed(0)
N = 40
feats = 5
D = (rng.randn(N, feats), rng.randint(size=N, low=0, high=2))
training_steps = 300
w = rng.randn(feats)
b = 0.
print("Initial model:")
print(w)
print(b)
print(D[1])
for i in range(training_steps):
    p_1 = 1 / (1 + numpy.exp(-numpy.dot(D[0], w) - b))
    prediction = p_1 > 0.5
    xent = -D[1] * numpy.log(p_1) - (1 - D[1]) * numpy.log(1 - p_1)
    cost = xent.mean() + 0.01 * (w ** 2).sum()
    gw = numpy.dot(D[0].T, p_1 - D[1]) / N + 0.02 * w
    gb = (p_1 - D[1]).mean()
    w = w - 0.1 * gw
    b = b - 0.1 * gb
    if i % 100 == 0:
        print("step", i, "cost", cost.round(6))
print("Final model:")
print(w.round(4), round(b, 4))
print("target values for D:")
print(D[1])
print("prediction on D:")
print(prediction.astype(int), (prediction == D[1]).sum(), numpy.mean(prediction == D[1]))
