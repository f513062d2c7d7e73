import theano
from model import (
    doubled,
    updates,
    x,
)

train = theano.function([x], doubled, updates=updates)
