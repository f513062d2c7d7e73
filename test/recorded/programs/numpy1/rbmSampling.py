"""An RBM's Gibbs steps with binomial sampling, float32, as in the deep learning tutorials."""
import numpy
numpy_rng = numpy.random.RandomState(1234)
n_visible, n_hidden = 6, 3
W = numpy.asarray(numpy_rng.uniform(low=-4 * numpy.sqrt(6. / (n_hidden + n_visible)), high=4 * numpy.sqrt(6. / (n_hidden + n_visible)), size=(n_visible, n_hidden)), dtype='float32')
hbias = numpy.zeros(n_hidden, dtype='float32')
vbias = numpy.zeros(n_visible, dtype='float32')
def sigmoid(x): return 1. / (1. + numpy.exp(-x))
data = numpy.array([[1, 1, 1, 0, 0, 0], [1, 0, 1, 0, 0, 0], [0, 0, 1, 1, 1, 0], [0, 0, 1, 1, 0, 0]], dtype='float32')
for epoch in range(20):
    ph = sigmoid(numpy.dot(data, W) + hbias)
    h = numpy_rng.binomial(size=ph.shape, n=1, p=ph).astype('float32')
    pv = sigmoid(numpy.dot(h, W.T) + vbias)
    v = numpy_rng.binomial(size=pv.shape, n=1, p=pv)
    ph2 = sigmoid(numpy.dot(v, W) + hbias)
    W += 0.1 * (numpy.dot(data.T, ph) - numpy.dot(v.T, ph2)) / 4
    vbias += 0.1 * numpy.mean(data - v, axis=0)
    hbias += 0.1 * numpy.mean(ph - ph2, axis=0)
    if epoch % 5 == 0:
        print('epoch %d, reconstruction %.4f' % (epoch, numpy.mean((data - pv) ** 2)))
print(W.dtype, W.round(2), vbias.round(3), hbias.round(3), h, v, v.dtype, ph2.dtype)
