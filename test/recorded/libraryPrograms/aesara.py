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

# %% test values
import aesara
import numpy as np
import aesara.tensor as T
aesara.config.compute_test_value = 'raise'
x = T.dvector('x')
x.tag.test_value = np.array([1., 2.])
y = x * 3 + 1
print(y.tag.test_value, y.sum().tag.test_value, aesara.grad(y.sum(), x).tag.test_value)  # => [4. 7.] 11.0 [3. 3.]
seen = []
def step(row, state):
    seen.append((row.tag.test_value.tolist(), state.tag.test_value.tolist()))
    return row + state
out, updates = aesara.scan(step, x, T.constant(np.array(0.)))
print(out.tag.test_value, seen)  # => [1. 3.] [(1.0, 0.0)]
z = T.dvector('z')
aesara.config.compute_test_value = 'ignore'
print(hasattr((z + 1).tag, 'test_value'))  # => False
aesara.config.compute_test_value = 'off'
print(hasattr((x + 1).tag, 'test_value'), aesara.function([x], y)([5.]))  # => False [16.]
aesara.config.compute_test_value = 'raise'
x + T.constant([1., 2., 3.])  # !> ValueError: Shapes on dimension 0 do not match: (2, 3) (in Elemwise{add,no_inplace}(x, TensorConstant{[1. 2. 3.]}), whose inputs have the shapes (2,), (3,))

# %% a test value that is missing
import aesara
import aesara.tensor as T
aesara.config.compute_test_value = 'raise'
T.dvector('x') + 1  # !> ValueError: Cannot compute test value: input 0 (x) of Op Elemwise{add,no_inplace}(x, InplaceDimShuffle{x}.0) missing default value.

# %% inputs that the printed ops have, and errors
import aesara
import aesara.tensor as at
from aesara.graph.basic import Constant
def lines(of): return [line.strip(' |') for line in aesara.dprint(of, file='str').split('\n') if line]
v, m, i = at.dvector('v'), at.dmatrix('m'), at.lscalar('i')
print(lines(at.concatenate([v, v[::-1]])))  # => ['Join [id A]', 'TensorConstant{0} [id B]', 'v [id C]', 'Subtensor{::int64} [id D]', 'v [id C]', 'ScalarConstant{-1} [id E]']
print(lines(m[0, 1:]) + lines(v[i]))  # => ['Subtensor{int64, int64::} [id A]', 'm [id B]', 'ScalarConstant{0} [id C]', 'ScalarConstant{1} [id D]', 'Subtensor{int64} [id A]', 'v [id B]', 'ScalarFromTensor [id C]', 'i [id D]']
print(lines(v.mean()), aesara.pp(v.mean()))  # => ["Elemwise{true_divide,no_inplace} [id A] 'mean'", 'Sum{acc_dtype=float64} [id B]', 'v [id C]', 'Subtensor{int64} [id D]', 'Elemwise{Cast{float64}} [id E]', 'Shape [id F]', 'v [id C]', 'ScalarConstant{0} [id G]'] (sum(v, axis=None) / float64(Shape(v))[0])
print(lines(m.max(axis=0))[0], lines(at.argmax(v))[0], lines(1 / (1 + v))[-1])  # => MaxAndArgmax{axis=(0,)}.0 [id A] 'max' MaxAndArgmax{axis=(0,)}.1 [id A] 'argmax' v [id G]
print(isinstance(at.constant(1), Constant), isinstance(v, Constant))  # => True False
def said(make):
    try:
        make()
    except Exception as error:
        return type(error).__name__ + ' ' + str(error).split('\n')[0]
print(said(lambda: aesara.grad(v * 2, v)))  # => TypeError Cost must be a scalar.
print(said(lambda: m.dimshuffle(0)))  # => ValueError Cannot drop a non-broadcastable dimension: [False, False], (0,)
print(said(lambda: v.eval([1])))  # => AttributeError 'list' object has no attribute 'keys'
