# %% Outputs and updates are two things
# A scan gives back outputs, what its step returns at each iteration, and
# updates, new values for shared variables. A compiled function stores the
# updates only if they are given to it.
import theano

a = theano.shared(1, name='a')

# %% 1. The step returns a value; the updates are empty and dropped
outputs, updates = theano.scan(lambda x: x + 1, outputs_info=a, n_steps=10)
f = theano.function([], outputs)
print f(), a.get_value()

# %% 2. The same with the updates: there is nothing in them
outputs, updates = theano.scan(lambda x: x + 1, outputs_info=a, n_steps=10)
f = theano.function([], outputs, updates=updates)
print f(), a.get_value()

# %% 3. The step returns updates and they are dropped: ten additions are lost
outputs, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
f = theano.function([], outputs)
print f(), a.get_value()

# %% 4. The same with the updates: no outputs, but a has moved on
outputs, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
f = theano.function([], outputs, updates=updates)
print f(), a.get_value()
