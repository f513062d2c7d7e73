import theano
import theano.tensor as T

count = theano.shared(0)
total = theano.shared(0.0)
x = T.vector('x')
doubled, updates = theano.scan(lambda v: (v * 2, {count: count + 1}), sequences=x)
squared, more = theano.scan(lambda v: (v ** 2, {count: count + 1}), sequences=x)
halved, rest = theano.scan(lambda v: (v / 2, {count: count + 1}), sequences=x)
#              ^^^^^^^^^^^ warning: dropped-updates
summed = more + [(total, total + 1)]
kept = rest + [(total, total + 1)]
predict = theano.function([x], [doubled, squared, halved])
