# the same package, returning both; main passes them: clean.
import theano
import theano.tensor as T
from sampling import run_chain, gaussian_walk

x0 = T.dscalar('x0')
out, ups = run_chain(gaussian_walk, x0, 5)
f = theano.function([x0], out, updates=ups)
print(f(0.), f(0.))
