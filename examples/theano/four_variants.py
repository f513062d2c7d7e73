# %% Outputs and updates are two things
# A scan gives back outputs (what its step returns for each iteration) and updates (new values for shared variables).
# A compiled function stores the updates only if they are given to it.
import theano

a = theano.shared(1, name='a')

# %% 1. The step returns a value; the updates, which are empty, are not passed on
outputs, updates = theano.scan(lambda x: x + 1, outputs_info=a, n_steps=10)
f = theano.function([], outputs)
print f(), a.get_value()

# %% 2. The same with the updates: nothing changes, there is nothing in them
outputs, updates = theano.scan(lambda x: x + 1, outputs_info=a, n_steps=10)
f = theano.function([], outputs, updates=updates)
print f(), a.get_value()

# %% 3. The step returns a dict of updates, and nobody passes them on: the ten additions are lost
outputs, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
f = theano.function([], outputs)
print f(), a.get_value()

# %% 4. The same with the updates: there are no outputs, but a has moved on
outputs, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
f = theano.function([], outputs, updates=updates)
print f(), a.get_value()
