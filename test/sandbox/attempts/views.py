# %% a sum
import numpy as np
np.broadcast_to(1.0, (10**6, 10**6)).sum()
# !> BudgetExceeded: The program ran longer than…
# %% a sum of integers
import numpy as np
np.broadcast_to(1, (10**6, 10**6)).sum()
# !> BudgetExceeded: The program needs more than…
# %% a greatest element
import numpy as np
np.broadcast_to(1.0, (10**6, 10**6)).max()
# !> BudgetExceeded: The program needs more than…
# %% where the greatest is
import numpy as np
np.broadcast_to(1.0, (10**6, 10**6)).argmax()
# !> BudgetExceeded: The program needs more than…
# %% any
import numpy as np
np.broadcast_to(False, (10**6, 10**6)).any()
# !> BudgetExceeded: The program needs more than…
# %% equality
import numpy as np
b = np.broadcast_to(1.0, (10**6, 10**6))
np.array_equal(b, b)
# !> BudgetExceeded: The program needs more than…
# %% closeness
import numpy as np
np.allclose(np.broadcast_to(1.0, (10**6, 10**6)), 1)
# !> BudgetExceeded: The program needs more than…
# %% what is not zero
import numpy as np
np.count_nonzero(np.broadcast_to(1.0, (10**6, 10**6)))
# !> BudgetExceeded: The program needs more than…
# %% different elements
import numpy as np
np.unique(np.broadcast_to(1.0, (10**6, 10**6)))
# !> BudgetExceeded: The program needs more than…
# %% an inner product
import numpy as np
b = np.broadcast_to(1.0, (10**12,))
b.dot(b)
# !> BudgetExceeded: The program ran longer than…
# %% a matrix product
import numpy as np
b = np.broadcast_to(1.0, (10**6, 10**6))
b @ b
# !> BudgetExceeded: The program needs more than…
# %% membership
import numpy as np
5 in np.broadcast_to(1.0, (10**6, 10**6))
# !> BudgetExceeded: The program needs more than…
# %% bytes
import numpy as np
np.broadcast_to(1.0, (10**12,)).tobytes()
# !> BudgetExceeded: The program needs more than…
# %% all places
import numpy as np
for i in np.ndindex(10**6, 10**6):
    pass
# !> BudgetExceeded: The program ran longer than…
# %% nditer
import numpy as np
for i in np.nditer(np.broadcast_to(1.0, (10**12,))):
    pass
# !> BudgetExceeded: The program ran longer than…
# %% a histogram
import numpy as np
np.histogram(np.broadcast_to(1.0, (10**12,)))
# !> BudgetExceeded: The program needs more than…
# %% an input of a function
import numpy as np, pytensor, pytensor.tensor as pt
x = pt.dmatrix()
pytensor.function([x], x.sum())(np.broadcast_to(1.0, (10**6, 10**6)))
# !> BudgetExceeded: The program needs more than…
# %% a shared variable
import numpy as np, pytensor
pytensor.shared(np.broadcast_to(1.0, (10**6, 10**6)))
# !> BudgetExceeded: The program needs more than…
# %% a greatest element in a graph
import pytensor, pytensor.tensor as pt
x = pt.dscalar()
pytensor.function([x], pt.broadcast_to(x, (10**6, 10**6)).max())(1.0)
# !> BudgetExceeded: The program needs more than…
# %% arrays without elements, but with rows
import numpy as np
for row in np.zeros((10**9, 0)):
    pass
# !> BudgetExceeded: The program ran longer than…
# %% their text
import numpy as np
print(np.zeros((10**9, 0)))
# => []
# %% their list
import numpy as np
np.zeros((10**9, 0)).tolist()
# !> BudgetExceeded: The program needs more than…
# %% a choice by truths
import numpy as np
b = np.broadcast_to(1.0, (10**12,))
b[b > 0]
# !> BudgetExceeded: The program needs more than…
# %% counts
import numpy as np
np.bincount(np.broadcast_to(0, (10**12,)))
# !> BudgetExceeded: The program needs more than…
# %% membership in a set
import numpy as np
np.isin(3, np.broadcast_to(0, (10**12,)))
# !> BudgetExceeded: The program needs more than…
# %% a trace
import numpy as np
np.trace(np.broadcast_to(1.0, (10**12, 10**12)))
# !> BudgetExceeded: The program ran longer than…
# %% writing as text
import io
import numpy as np
np.savetxt(io.StringIO(), np.broadcast_to(1.0, (10**12,)))
# !> BudgetExceeded: The program needs more than…
# %% a choice at random
import numpy as np
np.random.choice(np.broadcast_to(1.0, (10**12,)), 3)
# => array([1., 1., 1.])
