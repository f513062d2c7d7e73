# %% values
import numpy as np
squares = np.arange(60.0) ** 2
squares
matrix = np.arange(6.0).reshape(2, 3) / 4
matrix
for i in range(10):
    print(i * i)
# %% state
import theano
a = theano.shared(1, name='a')
outputs, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
count = theano.function([], outputs=outputs, updates=updates)
first = count()
value = 40 + 2
print(value)
# %% slow
total = 0
for i in range(2 * 10 ** 6):
    total += i
print(total)
