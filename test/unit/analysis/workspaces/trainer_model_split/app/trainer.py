import theano
import theano.tensor as T


class Trainer(object):
    def __init__(self, model, lr=.1):
        self.model = model
        sgd = [(p, p - lr * g) for p, g in zip(model.params, T.grad(model.cost, model.params))]
        self.train = theano.function([model.x], model.cost, updates=sgd + model.updates)
        self.evaluate = theano.function([model.x], model.cost)
