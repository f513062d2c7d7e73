# the sampling helper in a package loses its updates.
import theano
import theano.tensor as T
from sampling import run_chain, gaussian_walk

x0 = T.dscalar('x0')
f = theano.function([x0], run_chain(gaussian_walk, x0, 5))
#                         ^^^^^^^^^ warning: lost-in-helper
print(f(0.), f(0.))
