# the step in steps.py returns a pair for an update; main looks fine.
import theano
from steps import tick, clock

_, updates = theano.scan(tick, n_steps=5)
f = theano.function([], [], updates=updates)
f()
print(clock.get_value())
