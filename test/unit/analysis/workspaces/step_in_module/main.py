# the step with a counter is in another module; main drops the updates.
import theano
import theano.tensor as T

from steps import counted_square, plain_square, n_calls

x = T.dvector('x')
a, _ = theano.scan(counted_square, sequences=x)
#      ^^^^^^^^^^^ warning: dropped-updates
b, _ = theano.scan(plain_square, sequences=x)
f = theano.function([x], [a, b])
print(f([1., 2.]), n_calls.get_value())
