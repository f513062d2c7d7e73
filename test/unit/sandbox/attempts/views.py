# %% a sum
import numpy as np
np.broadcast_to(1.0, (10**6, 10**6)).sum()
# %% a sum of integers
import numpy as np
np.broadcast_to(1, (10**6, 10**6)).sum()
# %% a mean
import numpy as np
np.broadcast_to(1.0, (10**6, 10**6)).mean()
# %% a greatest element
import numpy as np
np.broadcast_to(1.0, (10**6, 10**6)).max()
# %% where the greatest is
import numpy as np
np.broadcast_to(1.0, (10**6, 10**6)).argmax()
# %% any
import numpy as np
np.broadcast_to(False, (10**6, 10**6)).any()
# %% a sum along an axis
import numpy as np
np.broadcast_to(1.0, (10**6, 10**6)).sum(axis=0)
# %% a product along an axis
import numpy as np
np.broadcast_to(1.0, (10**6, 10**6)).prod(axis=1)
# %% a deviation
import numpy as np
np.broadcast_to(1.0, (10**6, 10**6)).std()
# %% equality
import numpy as np
b = np.broadcast_to(1.0, (10**6, 10**6))
np.array_equal(b, b)
# %% closeness
import numpy as np
np.allclose(np.broadcast_to(1.0, (10**6, 10**6)), 1)
# %% what is not zero
import numpy as np
np.count_nonzero(np.broadcast_to(1.0, (10**6, 10**6)))
# %% different elements
import numpy as np
np.unique(np.broadcast_to(1.0, (10**6, 10**6)))
# %% an inner product
import numpy as np
b = np.broadcast_to(1.0, (10**12,))
b.dot(b)
# %% a matrix product
import numpy as np
b = np.broadcast_to(1.0, (10**6, 10**6))
b @ b
# %% a norm
import numpy as np
np.linalg.norm(np.broadcast_to(1.0, (10**6, 10**6)))
# %% membership
import numpy as np
5 in np.broadcast_to(1.0, (10**6, 10**6))
# %% the builtin max
import numpy as np
max(np.broadcast_to(1.0, (10**12,)))
# %% bytes
import numpy as np
np.broadcast_to(1.0, (10**12,)).tobytes()
# %% a flat iterator
import numpy as np
list(np.broadcast_to(1.0, (10**12,)).flat)
# %% all places
import numpy as np
for i in np.ndindex(10**6, 10**6):
    pass
# %% nditer
import numpy as np
for i in np.nditer(np.broadcast_to(1.0, (10**12,))):
    pass
# %% a histogram
import numpy as np
np.histogram(np.broadcast_to(1.0, (10**12,)))
# %% an input of a function
import numpy as np, pytensor, pytensor.tensor as pt
x = pt.dmatrix()
pytensor.function([x], x.sum())(np.broadcast_to(1.0, (10**6, 10**6)))
# %% a shared variable
import numpy as np, pytensor
pytensor.shared(np.broadcast_to(1.0, (10**6, 10**6)))
# %% a greatest element in a graph
import pytensor, pytensor.tensor as pt
x = pt.dscalar()
pytensor.function([x], pt.broadcast_to(x, (10**6, 10**6)).max())(1.0)
# %% arrays without elements, but with rows
import numpy as np
for row in np.zeros((10**9, 0)):
    pass
# %% their text
import numpy as np
print(np.zeros((10**9, 0)))
# %% their list
import numpy as np
np.zeros((10**9, 0)).tolist()
# %% a choice by truths
import numpy as np
b = np.broadcast_to(1.0, (10**12,))
b[b > 0]
# %% a choice by places
import numpy as np
np.arange(3)[np.broadcast_to(0, (10**12,))]
# %% adding at places
import numpy as np
np.add.at(np.arange(3), np.broadcast_to(0, (10**12,)), 1)
# %% counts
import numpy as np
np.bincount(np.broadcast_to(0, (10**12,)))
# %% membership in a set
import numpy as np
np.isin(3, np.broadcast_to(0, (10**12,)))
# %% a trace
import numpy as np
np.trace(np.broadcast_to(1.0, (10**12, 10**12)))
# %% a weighted mean
import numpy as np
b = np.broadcast_to(1.0, (10**12,))
np.average(b, weights=b)
# %% writing as text
import io
import numpy as np
np.savetxt(io.StringIO(), np.broadcast_to(1.0, (10**12,)))
# %% a choice at random
import numpy as np
np.random.choice(np.broadcast_to(1.0, (10**12,)), 3)
