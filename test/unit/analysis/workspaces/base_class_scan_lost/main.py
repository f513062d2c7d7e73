# the base class in another module drops the updates of a derived step with a counter.
import theano
import theano.tensor as T
from cells import Counting, Plain

xs, h0 = T.dvector('xs'), T.dscalar('h0')
cell = Counting()
f = theano.function([xs, h0], [cell.apply(xs, h0), Plain().apply(xs, h0)])
#                              ^^^^^^^^^^ warning: lost-in-helper
f([1., 2.], 0.)
print(cell.n.get_value())
