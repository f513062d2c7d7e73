try:
    import aesara as backend
    import aesara.tensor as tt
    from aesara.tensor.random.utils import RandomStream
except ImportError:
    import theano as backend
    import theano.tensor as tt
    from theano.tensor.shared_randomstreams import RandomStreams as RandomStream

scan = backend.scan
function = backend.function
shared = backend.shared
