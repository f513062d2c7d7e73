# setup module with srng, from setup import *; one integrator drops the draws, another uses sequences.
from src.setup import *
from src.integrate import integrate, dWs
from src import regression

x0 = T.dvector('x0')
paths = integrate(lambda dW, x: x + dW, x0, dWs(2))
means = regression.resample_means(x0, 3)
f = theano.function([x0], [paths[-1]])
g = theano.function([x0], means)
print(f([0., 0.]), g([0., 1., 2., 3.]), g([0., 1., 2., 3.]))
