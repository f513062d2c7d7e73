import theano
import theano.tensor as T
import registry

running_max = theano.shared(0.0, name='running_max')


def tracked(xs):
    out, ups = theano.scan(lambda x: (T.tanh(x), {running_max: T.maximum(running_max, x)}), sequences=xs)
    registry.register(ups)
    return out
