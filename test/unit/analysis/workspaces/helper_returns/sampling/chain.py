import theano


def run_chain(kernel, x0, n):
    samples, updates = theano.scan(kernel, outputs_info=[x0], n_steps=n)
    return samples, updates
