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

# %% inputs that the printed ops have, and what the types know
import numpy as np
import pytensor
import pytensor.tensor as pt
from pytensor.graph.basic import Constant
def lines(of): return [line.strip(' │├└─') for line in pytensor.dprint(of, file='str').split('\n') if line]
v, m, i = pt.dvector('v'), pt.dmatrix('m'), pt.lscalar('i')
print(lines(m[0, 1:]) + lines(v[i]))  # => ['Subtensor{i, start:} [id A]', 'm [id B]', '0 [id C]', '1 [id D]', 'Subtensor{i} [id A]', 'v [id B]', 'ScalarFromTensor [id C]', 'i [id D]']
print(lines(v.mean()), lines(pt.argmax(v))[0], lines(v.reshape((3, 2)))[-1])  # => ["True_div [id A] 'mean'", 'Sum{axes=None} [id B]', 'v [id C]', 'Subtensor{i} [id D]', 'Cast{float64} [id E]', 'Shape [id F]', 'v [id C]', '0 [id G]'] Argmax{axis=None} [id A] 'argmax' [3 2] [id C]
print(isinstance(pt.constant(1), Constant), isinstance(v, Constant))  # => True False
pair = pytensor.scan(lambda y: pt.stack([y[1], y[0]]), outputs_info=[v], n_steps=3, return_updates=False)
print(pair.type.shape, pytensor.function([v], pair)([1.0, 2.0]).tolist())  # => (None, 2) [[2.0, 1.0], [1.0, 2.0], [2.0, 1.0]]
hp = pytensor.gradient.hessian_vector_product((v ** 3).sum(), v, m[0])
print(hp.eval({v: [1.0, 2.0], m: [[1.0, 10.0]]}), pytensor.gradient.hessian_vector_product((v ** 3).sum(), [v], [v])[0].eval({v: [1.0, 2.0]}))  # => [  6. 120.] [ 9. 36.]
rng = pt.random.type.random_generator_type('rng')
def step(x, rng):
    rng, noise = pt.random.normal(0, 1, rng=rng).owner.outputs
    return x + noise, rng
walk, last = pytensor.scan(step, outputs_info=[pt.zeros(()), rng], n_steps=i, return_updates=False)
print(rng, rng.type, pytensor.function([rng, i], walk)(np.random.default_rng(5), 3).round(6))  # => rng RandomGeneratorType [-0.801931 -2.12629  -2.374652]
def said(make):
    try:
        make()
    except Exception as error:
        return type(error).__name__ + ' ' + str(error).split('\n')[0]
print(said(lambda: pt.ones((2, 3)) + pt.ones((2, 2))))  # => ValueError Incompatible Elemwise input shapes [(2, 3), (2, 2)]
print(said(lambda: v.eval([1])))  # => AttributeError 'list' object has no attribute 'items'
fewer = pytensor.function([i], pytensor.scan(lambda a: a + 1.0, outputs_info=pt.zeros(()), n_steps=i, return_updates=False))
print(said(lambda: fewer(-2)))  # => ValueError negative dimensions are not allowed

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
