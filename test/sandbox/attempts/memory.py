# %% zeros
import numpy as np
np.zeros((10**9,) * 3)
# !> BudgetExceeded: The program needs more than…
# %% ones of one dimension
import numpy as np
np.ones(10**12)
# !> BudgetExceeded: The program needs more than…
# %% empty
import numpy as np
np.empty((2**40,), dtype='i1')
# !> BudgetExceeded: The program needs more than…
# %% a negative size
import numpy as np
np.zeros(-1)
# !> ValueError: negative dimensions are not allowed
# %% a size that overflows
import numpy as np
np.zeros((2**32, 2**32))
# !> BudgetExceeded: The program needs more than…
# %% a size that overflows to zero
import numpy as np
np.zeros((2**62, 4))
# !> OverflowError: Python int too large to convert to C long
# %% more than 64 bits
import numpy as np
np.zeros(10**30)
# !> OverflowError: Python int too large to convert to C long
# %% many dimensions
import numpy as np
np.zeros((1,) * 100)
# !> ValueError: maximum supported dimension for an ndarray is currently 64, found 100
# %% a size of nan
import numpy as np
np.zeros(float('nan'))
# !> TypeError: 'float' object cannot be interpreted as an integer
# %% full
import numpy as np
np.full((10**6, 10**6), 1)
# !> BudgetExceeded: The program needs more than…
# %% arange
import numpy as np
np.arange(10**12)
# !> BudgetExceeded: The program needs more than…
# %% arange with small steps
import numpy as np
np.arange(0, 1, 1e-300)
# !> ValueError: Maximum allowed size exceeded
# %% linspace
import numpy as np
np.linspace(0, 1, 10**12)
# !> BudgetExceeded: The program needs more than…
# %% eye
import numpy as np
np.eye(10**7)
# !> BudgetExceeded: The program needs more than…
# %% identity
import numpy as np
np.identity(10**8)
# !> BudgetExceeded: The program needs more than…
# %% tile
import numpy as np
np.tile([1, 2], 10**12)
# !> BudgetExceeded: The program needs more than…
# %% repeat
import numpy as np
np.repeat([1, 2], 10**12)
# !> MemoryError:
# %% repeat by counts
import numpy as np
np.repeat([1, 2], [10**12, 1])
# !> MemoryError:
# %% a broadcast that is used
import numpy as np
np.broadcast_to(1.0, (10**6, 10**6)) + 1
# !> BudgetExceeded: The program needs more than…
# %% a broadcast that is copied
import numpy as np
np.broadcast_to(1.0, (10**7, 10**7)).copy()
# !> BudgetExceeded: The program needs more than…
# %% a broadcast that is printed
import numpy as np
print(np.broadcast_to(1.0, (10**9, 10**9)))
# => [[1. 1. 1. ... 1. 1. 1.]
# =>  [1. 1. 1. ... 1. 1. 1.]
# =>  [1. 1. 1. ... 1. 1. 1.]
# =>  ...
# =>  [1. 1. 1. ... 1. 1. 1.]
# =>  [1. 1. 1. ... 1. 1. 1.]
# =>  [1. 1. 1. ... 1. 1. 1.]]
# %% a broadcast as a list
import numpy as np
np.broadcast_to(1, (10**10,)).tolist()
# !> BudgetExceeded: The program needs more than…
# %% a broadcast that is iterated
import numpy as np
for row in np.broadcast_to(1, (10**10,)):
    pass
# !> BudgetExceeded: The program ran longer than…
# %% outer
import numpy as np
np.outer(np.ones(10**5), np.ones(10**5))
# !> BudgetExceeded: The program needs more than…
# %% adding a row to a column
import numpy as np
np.ones((10**5, 1)) + np.ones((1, 10**5))
# !> BudgetExceeded: The program needs more than…
# %% kron
import numpy as np
np.kron(np.ones((300, 300)), np.ones((300, 300)))
# !> BudgetExceeded: The program needs more than…
# %% pad
import numpy as np
np.pad([1], 10**12)
# !> BudgetExceeded: The program needs more than…
# %% meshgrid
import numpy as np
np.meshgrid(np.ones(10**5), np.ones(10**5))
# !> BudgetExceeded: The program needs more than…
# %% tri and diag
import numpy as np
np.diag(np.ones(10**5))
# !> BudgetExceeded: The program needs more than…
# %% vander
import numpy as np
np.vander([1, 2], 10**12)
# !> BudgetExceeded: The program needs more than…
# %% strides of one's own
import numpy as np
np.lib.stride_tricks.as_strided(np.zeros(3), (10**12,), (8,))
# !> NotSupportedByScanLens: as_strided beyond the memory of the array
# %% a sliding window
import numpy as np
np.lib.stride_tricks.sliding_window_view(np.zeros(10**5), 50000).copy()
# !> BudgetExceeded: The program needs more than…
# %% resize
import numpy as np
np.resize([1, 2], 10**12)
# !> BudgetExceeded: The program needs more than…
# %% random numbers
import numpy as np
np.random.rand(10**6, 10**6)
# !> BudgetExceeded: The program needs more than…
# %% normal
import numpy as np
np.random.default_rng(0).normal(size=10**12)
# !> BudgetExceeded: The program needs more than…
# %% permutation
import numpy as np
np.random.permutation(10**12)
# !> BudgetExceeded: The program needs more than…
# %% choice
import numpy as np
np.random.choice(10**13, 5, replace=False)
# !> BudgetExceeded: The program needs more than…
# %% bincount
import numpy as np
np.bincount([10**12])
# !> BudgetExceeded: The program needs more than…
# %% histogram
import numpy as np
np.histogram([1, 2], bins=10**12)
# !> BudgetExceeded: The program needs more than…
# %% unravel
import numpy as np
np.unravel_index(10**12, (10,))
# !> ValueError: index 1000000000000 is out of bounds for array with size 10
# %% fromfunction
import numpy as np
np.fromfunction(lambda i, j: i, (10**6, 10**6))
# !> BudgetExceeded: The program needs more than…
# %% a matrix product
import numpy as np
np.ones((10**6, 1)) @ np.ones((1, 10**6))
# !> BudgetExceeded: The program needs more than…
# %% einsum
import numpy as np
np.einsum('i,j,k->ijk', np.ones(10**4), np.ones(10**4), np.ones(10**4))
# !> BudgetExceeded: The program needs more than…
# %% an item size
import numpy as np
np.zeros(3, dtype='S1000000000')
# !> BudgetExceeded: The program needs more than…
# %% a large unicode type
import numpy as np
np.zeros(3, dtype='U1000000000000')
# !> BudgetExceeded: The program needs more than…
# %% nested types
import numpy as np
np.zeros(3, dtype=[('a', 'f8', (10**6, 10**6))])
# !> NotSupportedByScanLens: fields with a shape
# %% frombuffer
import numpy as np
np.frombuffer(b'abc', dtype='f8', count=10**12)
# !> ValueError: buffer is smaller than requested size
# %% fromiter
import itertools
import numpy as np
np.fromiter(itertools.count(), float)
# !> BudgetExceeded: The program ran longer than…
# %% fromstring
import numpy as np
np.fromiter([1], float, count=10**12)
# !> ValueError: iterator too short: Expected 1000000000000 but iterator had only 1 items.
# %% array of a lying sequence
import numpy as np
class L:
    def __len__(self): return 10**12
    def __getitem__(self, i): return i
np.array(L())
# !> BudgetExceeded: The program needs more than…
# %% a list
[0] * 10**10
# !> MemoryError:
# %% a list in place
x = [1]
x *= 10**12
# !> MemoryError:
# %% a tuple
(0,) * 10**12
# !> MemoryError:
# %% bytes
bytes(10**12)
# !> BudgetExceeded: The program needs more than…
# %% bytearray
bytearray(10**11)
# !> BudgetExceeded: The program needs more than…
# %% list of a range
list(range(10**12))
# !> BudgetExceeded: The program needs more than…
# %% tuple of a range
tuple(range(10**11))
# !> BudgetExceeded: The program needs more than…
# %% the sum of a range
sum(range(10**15))
# !> BudgetExceeded: The program ran longer than…
# %% max of a range
max(range(10**14))
# !> BudgetExceeded: The program needs more than…
# %% sorted
sorted(range(10**12))
# !> BudgetExceeded: The program needs more than…
# %% in a range
print(10**18 in range(0, 10**20, 3), 10**1000 in range(10**2000))
# !> OverflowError: cannot fit 'int' into an index-sized integer
# %% the length of a range
len(range(10**30))
# !> OverflowError: cannot fit 'int' into an index-sized integer
# %% any
any(0 for _ in range(10**15))
# !> BudgetExceeded: The program ran longer than…
# %% unpacking
a, *b = range(10**13)
# !> BudgetExceeded: The program ran longer than…
# %% slices of lists
x = [1, 2]
x[0:0] = range(10**12)
# !> BudgetExceeded: The program needs more than…
# %% a slice step
print([1, 2, 3][::10**30], 'abc'[-10**30:10**30])
# => [1] abc
# %% deque
from collections import deque
deque(range(10**12))
# !> BudgetExceeded: The program ran longer than…
# %% permutations
import itertools
list(itertools.permutations(range(30)))
# !> BudgetExceeded: The program ran longer than…
# %% product
import itertools
list(itertools.product(range(1000), repeat=1000))
# !> BudgetExceeded: The program ran longer than…
# %% combinations
import itertools
sum(1 for _ in itertools.combinations(range(100), 50))
# !> BudgetExceeded: The program ran longer than…
# %% repeat of itertools
import itertools
list(itertools.repeat(1))
# !> BudgetExceeded: The program ran longer than…
# %% cycle
import itertools
list(itertools.cycle([1]))
# !> BudgetExceeded: The program ran longer than…
# %% tee
import itertools
a, b = itertools.tee(itertools.count())
for x in a:
    pass
# !> BudgetExceeded: The program ran longer than…
# %% islice
import itertools
next(itertools.islice(itertools.count(), 10**15, None))
# !> BudgetExceeded: The program ran longer than…
# %% accumulate
import itertools
list(itertools.accumulate(itertools.repeat('x' * 1000)))
# !> BudgetExceeded: The program ran longer than…
# %% zip
list(zip(iter(int, 1), iter(int, 1)))
# !> BudgetExceeded: The program ran longer than…
# %% a list that grows while it is read
x = [1]
for i in x:
    x.append(i)
# !> BudgetExceeded: The program ran longer than…
# %% a dict that grows while it is read
d = {1: 1}
for k in d:
    d[len(d) + 1] = 1
# !> RuntimeError: dictionary changed size during iteration
# %% join of endless
''.join(iter(str, 'a'))
# !> BudgetExceeded: The program ran longer than…
# %% a random of many bits
import random
random.getrandbits(10**12)
# !> BudgetExceeded: The program needs more than…
# %% sample
import random
random.sample(range(10**20), 10**12)
# !> OverflowError: cannot fit 'int' into an index-sized integer
# %% shuffled
import random
random.choices([1, 2], k=10**12)
# !> BudgetExceeded: The program needs more than…
# %% os.urandom
import os
os.urandom(10**12)
# !> NotSupportedByScanLens: os.urandom is not supported yet
# %% secrets
import secrets
secrets.token_bytes(10**12)
# !> BudgetExceeded: The program needs more than…
# %% BytesIO
import io
b = io.BytesIO()
b.seek(10**12)
b.write(b'x')
# => 1000000000000
# !> BudgetExceeded: The program needs more than…
# %% StringIO
import io
s = io.StringIO()
s.seek(10**12)
s.write('x')
# => 1000000000000
# !> MemoryError:
# %% truncate
import io
io.BytesIO().truncate(10**12)
# => 1000000000000
# %% memoryview
memoryview(bytes(8)).cast('B', [10**12])
# !> NotSupportedByScanLens: memoryview.cast() with a shape
# %% objects that hold objects
class Node:
    def __init__(self, next): self.next = next
n = None
while True:
    n = Node(n)
# !> BudgetExceeded: The program ran longer than…
# %% closures
f = lambda: 0
while True:
    f = (lambda g: lambda: g)(f)
# !> BudgetExceeded: The program ran longer than…
# %% numbers that are kept
x = []
while True:
    x.append(10**50 + len(x))
# !> BudgetExceeded: The program ran longer than…
