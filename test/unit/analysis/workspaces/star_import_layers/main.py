# layers with self.updates via from .layers import *; the model sums updates: clean.
import numpy as np
import theano
import theano.tensor as T
from net.model import default_model

x = T.dmatrix('x')
model = default_model(2)
y = model(x)
f = theano.function([x], y, updates=model.updates)
print(f(np.ones((3, 2))), f(np.ones((3, 2))))
