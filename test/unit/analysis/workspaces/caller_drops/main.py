# the helper returns both, the caller in main drops them.
import theano
import theano.tensor as T
from chain import run_chain
import kernels

x0 = T.dvector('x0')
out, _ = run_chain(kernels.gaussian_walk, x0, 5)
#        ^^^^^^^^^ warning: dropped-random-updates
f = theano.function([x0], out[-1])
print(f([0., 0.]), f([0., 0.]))
