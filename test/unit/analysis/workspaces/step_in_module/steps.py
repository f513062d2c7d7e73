import theano

n_calls = theano.shared(0, name='n_calls')


def counted_square(x):
    return x ** 2, {n_calls: n_calls + 1}


def plain_square(x):
    return x ** 2
