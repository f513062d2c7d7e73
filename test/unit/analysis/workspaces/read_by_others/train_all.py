import theano
import model as m

train = theano.function([m.x], m.squared, updates=m.summed)
