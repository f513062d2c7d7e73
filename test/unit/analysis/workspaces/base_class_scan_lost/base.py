import theano


class Recurrent(object):
    def step(self, x, h):
        raise NotImplementedError

    def apply(self, xs, h0):
        hs, _ = theano.scan(self.step, sequences=[xs], outputs_info=[h0])
        return hs
