# %% zeros
import numpy as np
np.zeros((10**9,) * 3)
# %% ones of one dimension
import numpy as np
np.ones(10**12)
# %% empty
import numpy as np
np.empty((2**40,), dtype='i1')
# %% a negative size
import numpy as np
np.zeros(-1)
# %% a size that overflows
import numpy as np
np.zeros((2**32, 2**32))
# %% a size that overflows to zero
import numpy as np
np.zeros((2**62, 4))
# %% more than 64 bits
import numpy as np
np.zeros(10**30)
# %% many dimensions
import numpy as np
np.zeros((1,) * 100)
# %% a size of nan
import numpy as np
np.zeros(float('nan'))
# %% full
import numpy as np
np.full((10**6, 10**6), 1)
# %% arange
import numpy as np
np.arange(10**12)
# %% arange with small steps
import numpy as np
np.arange(0, 1, 1e-300)
# %% linspace
import numpy as np
np.linspace(0, 1, 10**12)
# %% eye
import numpy as np
np.eye(10**7)
# %% identity
import numpy as np
np.identity(10**8)
# %% tile
import numpy as np
np.tile([1, 2], 10**12)
# %% repeat
import numpy as np
np.repeat([1, 2], 10**12)
# %% repeat by counts
import numpy as np
np.repeat([1, 2], [10**12, 1])
# %% a broadcast that is used
import numpy as np
np.broadcast_to(1.0, (10**6, 10**6)) + 1
# %% a broadcast that is copied
import numpy as np
np.broadcast_to(1.0, (10**7, 10**7)).copy()
# %% a sum over a broadcast
import numpy as np
print(np.broadcast_to(1.0, (10**6, 10**6)).sum())
# %% a broadcast that is printed
import numpy as np
print(np.broadcast_to(1.0, (10**9, 10**9)))
# %% a broadcast as a list
import numpy as np
np.broadcast_to(1, (10**10,)).tolist()
# %% a broadcast that is iterated
import numpy as np
for row in np.broadcast_to(1, (10**10,)):
    pass
# %% outer
import numpy as np
np.outer(np.ones(10**5), np.ones(10**5))
# %% adding a row to a column
import numpy as np
np.ones((10**5, 1)) + np.ones((1, 10**5))
# %% kron
import numpy as np
np.kron(np.ones((300, 300)), np.ones((300, 300)))
# %% pad
import numpy as np
np.pad([1], 10**12)
# %% meshgrid
import numpy as np
np.meshgrid(np.ones(10**5), np.ones(10**5))
# %% tri and diag
import numpy as np
np.diag(np.ones(10**5))
# %% vander
import numpy as np
np.vander([1, 2], 10**12)
# %% strides of one's own
import numpy as np
np.lib.stride_tricks.as_strided(np.zeros(3), (10**12,), (8,))
# %% a sliding window
import numpy as np
np.lib.stride_tricks.sliding_window_view(np.zeros(10**5), 50000).copy()
# %% resize
import numpy as np
np.resize([1, 2], 10**12)
# %% random numbers
import numpy as np
np.random.rand(10**6, 10**6)
# %% normal
import numpy as np
np.random.default_rng(0).normal(size=10**12)
# %% permutation
import numpy as np
np.random.permutation(10**12)
# %% choice
import numpy as np
np.random.choice(10**13, 5, replace=False)
# %% bincount
import numpy as np
np.bincount([10**12])
# %% histogram
import numpy as np
np.histogram([1, 2], bins=10**12)
# %% unravel
import numpy as np
np.unravel_index(10**12, (10,))
# %% fromfunction
import numpy as np
np.fromfunction(lambda i, j: i, (10**6, 10**6))
# %% convolve
import numpy as np
np.convolve(np.ones(10**5), np.ones(10**5)).sum()
# %% a matrix product
import numpy as np
np.ones((10**6, 1)) @ np.ones((1, 10**6))
# %% einsum
import numpy as np
np.einsum('i,j,k->ijk', np.ones(10**4), np.ones(10**4), np.ones(10**4))
# %% an item size
import numpy as np
np.zeros(3, dtype='S1000000000')
# %% a large unicode type
import numpy as np
np.zeros(3, dtype='U1000000000000')
# %% nested types
import numpy as np
np.zeros(3, dtype=[('a', 'f8', (10**6, 10**6))])
# %% frombuffer
import numpy as np
np.frombuffer(b'abc', dtype='f8', count=10**12)
# %% fromiter
import itertools
import numpy as np
np.fromiter(itertools.count(), float)
# %% fromstring
import numpy as np
np.fromiter([1], float, count=10**12)
# %% array of a lying sequence
import numpy as np
class L:
    def __len__(self): return 10**12
    def __getitem__(self, i): return i
np.array(L())
# %% a list
[0] * 10**10
# %% a list in place
x = [1]
x *= 10**12
# %% a tuple
(0,) * 10**12
# %% bytes
bytes(10**12)
# %% bytearray
bytearray(10**11)
# %% list of a range
list(range(10**12))
# %% tuple of a range
tuple(range(10**11))
# %% set of a range
set(range(10**12))
# %% the sum of a range
sum(range(10**15))
# %% max of a range
max(range(10**14))
# %% sorted
sorted(range(10**12))
# %% in a range
print(10**18 in range(0, 10**20, 3), 10**1000 in range(10**2000))
# %% the length of a range
len(range(10**30))
# %% any
any(0 for _ in range(10**15))
# %% map and filter
list(map(str, range(10**15)))
# %% unpacking
a, *b = range(10**13)
# %% slices of lists
x = [1, 2]
x[0:0] = range(10**12)
# %% a slice step
print([1, 2, 3][::10**30], 'abc'[-10**30:10**30])
# %% deque
from collections import deque
deque(range(10**12))
# %% permutations
import itertools
list(itertools.permutations(range(30)))
# %% product
import itertools
list(itertools.product(range(1000), repeat=1000))
# %% combinations
import itertools
sum(1 for _ in itertools.combinations(range(100), 50))
# %% repeat of itertools
import itertools
list(itertools.repeat(1))
# %% cycle
import itertools
list(itertools.cycle([1]))
# %% tee
import itertools
a, b = itertools.tee(itertools.count())
for x in a:
    pass
# %% islice
import itertools
next(itertools.islice(itertools.count(), 10**15, None))
# %% accumulate
import itertools
list(itertools.accumulate(itertools.repeat('x' * 1000)))
# %% zip
list(zip(iter(int, 1), iter(int, 1)))
# %% heapq
import heapq
heapq.nlargest(5, iter(int, 1))
# %% a list that grows while it is read
x = [1]
for i in x:
    x.append(i)
# %% a dict that grows while it is read
d = {1: 1}
for k in d:
    d[len(d) + 1] = 1
# %% join of endless
''.join(iter(str, 'a'))
# %% a random of many bits
import random
random.getrandbits(10**12)
# %% sample
import random
random.sample(range(10**20), 10**12)
# %% shuffled
import random
random.choices([1, 2], k=10**12)
# %% os.urandom
import os
os.urandom(10**12)
# %% secrets
import secrets
secrets.token_bytes(10**12)
# %% BytesIO
import io
b = io.BytesIO()
b.seek(10**12)
b.write(b'x')
# %% StringIO
import io
s = io.StringIO()
s.seek(10**12)
s.write('x')
# %% truncate
import io
io.BytesIO().truncate(10**12)
# %% memoryview
memoryview(bytes(8)).cast('B', [10**12])
# %% objects that hold objects
class Node:
    def __init__(self, next): self.next = next
n = None
while True:
    n = Node(n)
# %% closures
f = lambda: 0
while True:
    f = (lambda g: lambda: g)(f)
# %% dict of dicts
d = {}
while True:
    d = {'a': d, 'b': [d] * 1000}
# %% numbers that are kept
x = []
while True:
    x.append(10**50 + len(x))
# %% arrays that are kept
import numpy as np
x = []
while True:
    x.append(np.zeros(10**6))
# %% many classes
while True:
    type('A', (), {})
# %% many attributes
class A: pass
a = A()
i = 0
while True:
    setattr(a, 'a%d' % i, i)
    i += 1
# %% lru_cache
import functools
@functools.lru_cache(maxsize=None)
def f(n): return 'x' * 1000 + str(n)
i = 0
while True:
    f(i)
    i += 1
# %% a plot without end
import matplotlib.pyplot as plt
while True:
    plt.plot(range(10**5))
