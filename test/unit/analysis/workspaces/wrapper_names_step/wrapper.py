import theano


def unroll(step, sequence, initial, **kwargs):
    """Returns outputs and updates."""
    kwargs.setdefault('name', getattr(step, '__name__', None))
    return theano.scan(step, sequences=[sequence], outputs_info=initial, **kwargs)
