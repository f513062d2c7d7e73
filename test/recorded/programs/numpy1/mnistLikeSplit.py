"""Splitting a data set into minibatches, shared-like casts, zero-one loss and early stopping."""
import numpy
rng = numpy.random.RandomState(89677)
data_x = numpy.asarray(rng.rand(50, 4), dtype='float32')
data_y = (data_x.sum(axis=1) > 2).astype('int32')
train, valid, test = (data_x[:30], data_y[:30]), (data_x[30:40], data_y[30:40]), (data_x[40:], data_y[40:])
batch_size = 10
n_train_batches = train[0].shape[0] // batch_size
print(n_train_batches, [a.shape for a, _ in (train, valid, test)], data_y[:20], data_y.dtype)
W = numpy.zeros((4, 2)); b = numpy.zeros((2,))
def forward(x):
    a = numpy.dot(x, W) + b
    e = numpy.exp(a - a.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
best, patience, epoch = numpy.inf, 5, 0
while epoch < 40 and patience > 0:
    epoch += 1
    for i in range(n_train_batches):
        x, y = [d[i * batch_size:(i + 1) * batch_size] for d in train]
        p = forward(x); p[numpy.arange(batch_size), y] -= 1
        W -= 0.5 * numpy.dot(x.T, p) / batch_size
        b -= 0.5 * p.mean(axis=0)
    loss = numpy.mean(numpy.argmax(forward(valid[0]), axis=1) != valid[1])
    if loss < best:
        best = loss; print('epoch %i, validation error %f %%' % (epoch, loss * 100.))
    else:
        patience -= 1
print(epoch, numpy.round(W, 4), numpy.round(b, 4), numpy.mean(forward(test[0]).argmax(1) == test[1]))
