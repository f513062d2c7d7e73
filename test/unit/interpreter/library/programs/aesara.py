# Programs of Aesara. What their markers say follows Aesara 2.9.4.

# %% no steps give no rows
import aesara
import aesara.tensor as at
v = at.dvector('v')
out, updates = aesara.scan(lambda e, total: total + e, sequences=v, outputs_info=at.zeros(()))
f = aesara.function([v], out)
print(f([1.0, 2.0]), f([]), updates)  # => [1. 3.] [] OrderedUpdates()

# %% the state's type
import aesara
import aesara.tensor as at
print(at.dmatrix('m').type, at.zeros((1, 3)).type)  # => TensorType(float64, (?, ?)) TensorType(float64, (1, 3))
aesara.scan(lambda e, total: total + e, sequences=at.dvector('x'), outputs_info=0)  # !> ValueError: When compiling the inner function of scan the following error has been encountered: The initial state (`outputs_info` in scan nomenclature) of variable IncSubtensor{Set;:int64:}.0 (argument number 1) has dtype int8, while the result of the inner function (`fn`) has dtype float64. This can happen if the inner function of scan results in an upcast or downcast.

# %% runtime lengths broadcast
import aesara
import aesara.tensor as at
x, y = at.vectors('xy')
print(aesara.function([x, y], x + y)([1.0], [1.0, 2.0]), x / y, at.maximum(x, y), abs(x))  # => [2. 3.] Elemwise{true_divide,no_inplace}.0 Elemwise{scalar_maximum,no_inplace}.0 Elemwise{abs,no_inplace}.0

# %% booleans have no difference
import aesara.tensor as at
b = at.vector('b', dtype='bool')
b - b  # !> TypeError: unsupported operand type(s) for -: 'TensorVariable' and 'TensorVariable'

# %% the tensor module says it without quotes
import aesara.tensor as at
at.logical_not  # !> AttributeError: module aesara.tensor has no attribute logical_not

# %% ops of graphs
import aesara
import aesara.tensor as at
from aesara.compile.builders import OpFromGraph
x, y = at.scalars('xy')
op = OpFromGraph([x, y], [x * y], name='product')
print(aesara.dprint(op(x, y), file='str').splitlines()[-3:])  # => [' >Elemwise{mul,no_inplace} [id D]', ' > |*0-<TensorType(float64, ())> [id E]', ' > |*1-<TensorType(float64, ())> [id F]']
try:
    OpFromGraph([x], [x + y])
except Exception as error:
    print(type(error).__name__, error)  # => MissingInputError OpFromGraph is missing an input: y
