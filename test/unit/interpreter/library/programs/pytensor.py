# Programs of PyTensor. What their markers say follows PyTensor 3.3.

# %% return_updates=False gives the outputs alone, and refuses to lose updates
import pytensor
import pytensor.tensor as pt
v = pt.lvector('v')
total = pytensor.shared(0, name='total')
out = pytensor.scan(lambda e: e * 2, sequences=v, return_updates=False)
print(pytensor.function([v], out)([1, 2]))  # => [2 4]
pytensor.scan(lambda e: (e, {total: total + e}), sequences=v, return_updates=False)  # !> ValueError: return_updates=False but Scan produced updates {total: Subtensor{i}.0}. Make sure to use outputs_info to handle all recurrent states, and not rely on shared variable updates.

# %% texts of variables
import pytensor
import pytensor.tensor as pt
x = pt.matrix('x')
print(x + 1, x.type, pt.scalar(), x[0], pt.vector('v', shape=(3,)).type)  # => Add.0 Matrix(float64, shape=(?, ?)) <Scalar(float64, shape=())> Subtensor{i}.0 Vector(float64, shape=(3,))

# %% truth
import pytensor.tensor as pt
if pt.scalar('x'):  # !> TypeError: TensorVariable cannot be converted to Python boolean. Call `.astype(bool)` for the symbolic equivalent.
    pass

# %% parts are set by methods
import pytensor.tensor as pt
v = pt.vector('v')
print(v[:1].set(9.0).eval({v: [1.0, 2.0]}), v[1].inc(0.5).eval({'v': [1.0, 2.0]}))  # => [9. 2.] [1.  2.5]

# %% lists and single outputs
import pytensor
import pytensor.tensor as pt
x = pt.scalar('x')
print(pytensor.function([x], [x, x + 1])(1.0), pytensor.function([x], x)(1.0))  # => [array(1.), array(2.)] 1.0
pytensor.function([x], {'a': x})  # !> TypeError: Outputs must be pytensor Variable or Out instances. Received {'a': x} of type <class 'dict'>

# %% the library has no such name any more
import pytensor.tensor as pt
pt.unbroadcast  # !> AttributeError: module 'pytensor.tensor' has no attribute 'unbroadcast'

# %% ops and constants by PyTensor's names
import numpy as np
import pytensor.tensor as pt
x, m = pt.vector('x'), pt.matrix('m')
print(x < 1, pt.arctan2(x, x), pt.join(0, x, x), m.T, pt.dot(m, x), m[0, 1], pt.constant(2), x.mean())  # => Lt.0 Arctan2.0 Join{axis=0}.0 m.T Squeeze{axis=1}.0 Subtensor{i, j}.0 2 mean
print(type(x), type(pt.constant(1)), np.exp(x))  # => <class 'pytensor.tensor.variable.TensorVariable'> <class 'pytensor.tensor.variable.TensorConstant'> Exp.0

# %% NumPy arrays as sequences are cut by NumPy
import numpy as np
import pytensor
pytensor.scan(lambda e: e, np.arange(3), n_steps=2)  # !> TypeError: TensorVariable cannot be converted to Python integer. Call `.astype(int)` for the symbolic equivalent.

# %% integers outside of a type
import pytensor
import pytensor.tensor as pt
pytensor.function([b := pt.bscalar()], b)(200)  # !> OverflowError: Python integer 200 out of bounds for int8

# %% ops of graphs
import pytensor
import pytensor.tensor as pt
from pytensor.compile.builders import OpFromGraph
x, y = pt.scalars('xy')
op = OpFromGraph([x, y], [x * y, x + 1], pullback=[lambda inputs, outputs, gradients: inputs[1] * 10, None])
both = op(x, y)
print(pytensor.function([x, y], pytensor.grad(both[0] + both[1], [x, y]))(2.0, 3.0))  # => [array(30.), array(2.)]
print(both[0].dprint(file='str').splitlines()[-6:])  # => [' ← Mul [id D]', '    ├─ i0 [id E]', '    └─ i1 [id F]', ' ← Add [id G]', '    ├─ i0 [id E]', '    └─ 1 [id H]']
try:
    OpFromGraph([x], [x + y])
except Exception as error:
    print(type(error).__name__, error)  # => MissingInputError NominalGraph is missing an input: y

# %% the person is told where a function failed, the program is not
import pytensor
import pytensor.tensor as T
x, y = T.dvectors('x', 'y')
f = pytensor.function([x, y], x * 2 + y)
try:
    f([1., 2.], [1., 2., 3.])
except ValueError as error:
    print(repr(error))  # => ValueError('operands could not be broadcast together with shapes (2,) (3,) ')
f([1., 2.], [1., 2., 3.])  # !> ValueError: operands could not be broadcast together with shapes (2,) (3,)  (in Add(Mul.0, y), whose inputs have the shapes (2,), (3,))
