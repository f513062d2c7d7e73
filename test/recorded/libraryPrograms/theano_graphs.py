# What programs ask about graphs, and how graphs print. What the markers say follows Theano 1.0.5.

# %% who made a variable
import theano
import theano.tensor as T
x, m = T.dvector('x'), T.dmatrix('m')
y = T.exp(x) + 1
print(y.owner, y.index, x.owner)  # => Elemwise{add,no_inplace}(Elemwise{exp,no_inplace}.0, InplaceDimShuffle{x}.0) 0 None
print(y.owner.op, y.owner.nin, y.owner.inputs[0].owner.inputs)  # => Elemwise{add,no_inplace} 2 [x]
print(isinstance(y.owner.op, T.Elemwise), isinstance(m.T.owner.op, T.DimShuffle), type(T.dot(m, m).owner.op))  # => True True <class 'theano.tensor.basic.Dot'>
print(isinstance(y.owner, theano.gof.Apply), y.owner is y.owner, (x + 1).owner.op == (m + m).owner.op)  # => True True True
print(isinstance(x.type, T.TensorType), T.TensorType('float32', (True, False)), x.type == T.dvector().type)  # => True TensorType(float32, row) True

# %% tags, attributes of a program's own, copies
import theano
import theano.tensor as T
x = T.dvector('x')
x.tag.test_value = [1.0]
x.is_weight = True
print(x.tag.test_value, x.is_weight, hasattr(x.tag, 'other'))  # => [1.0] True False
s = theano.shared(2.0, 's')
twin = s.clone()
twin.set_value(5.0)
print(s.get_value(), s.container, s.container.value, twin is s, x.clone().name)  # => 5.0 <5.0> 5.0 False x
x.nothing  # !> AttributeError: 'TensorVariable' object has no attribute 'nothing'

# %% a graph with parts replaced
import theano
import theano.tensor as T
x, y = T.dscalars('x', 'y')
z = x * y + 1
print(theano.clone(z, {x: y + 2, y: x}).eval({x: 3, y: 10}))  # => 37.0
print(theano.clone([z, x], replace=[(x, T.constant(7.5, dtype='float64'))])[0].eval({y: 2}), theano.clone(z) is z)  # => 16.0 False
print(theano.gof.graph.inputs([z]), theano.gof.graph.io_toposort([x, y], [z])[0])  # => [x, y, TensorConstant{1}] Elemwise{mul,no_inplace}(x, y)
print(theano.gof.graph.is_same_graph(x + 1, x + 1), theano.gof.graph.is_same_graph(x + 1, y + 1))  # => True False
theano.clone(z, 3)  # !> ValueError: replace is neither a dictionary, list, tuple or None ! The value provided is 3,of type <class 'int'>

# %% formulas and trees
import theano
import theano.tensor as T
x, m = T.dvector('x'), T.dmatrix('m')
print(theano.pp((x + 1) * -T.exp(x[1:])), theano.pp(T.dot(m, m.T)))  # => ((x + TensorConstant{1}) * (-exp(x[int64:]))) (m \dot m.T)
y = x + x
y.name = 'y'
print(theano.printing.debugprint(y * T.sum(y), file='str').replace(' \n', '/').replace('\n', '/'))  # => Elemwise{mul,no_inplace} [id A] ''  / |Elemwise{add,no_inplace} [id B] 'y'  / | |x [id C]/ | |x [id C]/ |InplaceDimShuffle{x} [id D] ''  /   |Sum{acc_dtype=float64} [id E] ''  /     |Elemwise{add,no_inplace} [id B] 'y'  /
theano.printing.debugprint('y')  # !> TypeError: ('debugprint cannot print an object of this type', 'y')

# %% values that are looked at while a function runs
import theano
import theano.tensor as T
from theano.printing import Print
x = T.ivector('x')
seen = Print('x', attrs=['shape'])(x)
total = theano.function([x], seen.sum())
assert total([1, 2]) == 3  # => x shape = (2,)
steps, _ = theano.scan(lambda v: Print('v')(v) * 2, x)
twice = theano.function([x], steps)
assert list(twice([3])) == [6]  # => v __str__ = 3
positive = T.opt.Assert('not positive')(x, T.all(x > 0))
theano.function([x], positive)([1, -1])  # !> AssertionError: not positive

# %% a class derived from an op of the library
import theano.tensor as T
class Double(T.Elemwise):  # !> NotSupportedByScanLens: a class derived from an op of the library: ops of a program derive from Op
    pass

# %% shared variables of other things
import theano
import numpy as np
things = theano.shared([1, 2], 'things')
print(things, things.get_value(), things.type)  # => things [1, 2] Generic
strict = theano.shared(np.zeros(2), strict=True)
row = theano.shared(np.zeros((1, 3)), broadcastable=(True, False))
print(row.type)  # => TensorType(float64, row)
strict.set_value([1.0, 2.0])  # !> TypeError: ('TensorType(float64, vector) expected a ndarray object.', [1.0, 2.0], <class 'list'>, 'Container name "None"')

# %% ops of graphs
import numpy as np
import theano
import theano.tensor as T
x, y, z = T.scalars('xyz')
op = theano.OpFromGraph([x, y, z], [x + y * z])
twice = op(x, y, z) + op(z, y, x)
print(op, op(x, y, z), op(x, y, z).owner.op is op)  # => OpFromGraph{inline=False} OpFromGraph{inline=False}.0 True
print(twice.eval({x: 1.0, y: 2.0, z: 4.0}))  # => 15.0
print(theano.function([x, y, z], theano.grad(twice, [x, y, z]))(1.0, 2.0, 4.0))  # => [array(3.), array(5.), array(3.)]
inner = theano.OpFromGraph([x], [x ** 2])
outer = theano.OpFromGraph([x, y], [inner(x) * inner(y)], inline=True)
print(theano.function([x, y], [outer(x, y), theano.grad(outer(x, y), x)])(2.0, 3.0))  # => [array(36.), array(36.)]
op(x)  # !> ValueError: Expected 3 inputs, got 1

# %% ops of graphs with shared variables and several outputs
import numpy as np
import theano
import theano.tensor as T
s = theano.shared(np.ones((2, 2)), 's')
m = T.matrix('m')
two = theano.OpFromGraph([m], [m * s, s.sum()], name='two')
a, b = two(m)
print(a, b)  # => two{inline=False}.0 two{inline=False}.1
f = theano.function([m], theano.grad(a.sum() + b, s), updates=[(s, a)])
print(f([[0.0, 1.0], [2.0, 3.0]]).tolist(), s.get_value().tolist())  # => [[1.0, 2.0], [3.0, 4.0]] [[0.0, 1.0], [2.0, 3.0]]
theano.grad(a.sum(), m)  # !> TypeError: Cannot convert Type DisconnectedType (of Variable <DisconnectedType>) into Type TensorType(float64, scalar). You can try to manually convert <DisconnectedType> into a TensorType(float64, scalar).

# %% other gradients of ops of graphs
import theano
import theano.tensor as T
x, y, z = T.scalars('xyz')
def rescaled(inputs, gradients):
    return inputs[2] * 2 * gradients[0]
op = theano.OpFromGraph([x, y, z], [x + y * z], grad_overrides=['default', rescaled, 'default'])
print(theano.function([x, y, z], theano.grad(op(x, y, z) * 5, [x, y, z]))(2.0, 3.0, 4.0))  # => [array(5.), array(40.), array(15.)]
def left(inputs, outputs, gradients):
    return [gradients[0] * outputs[0], gradients[0] * 3, inputs[0]]
op = theano.OpFromGraph([x, y, z], [x + y * z], lop_overrides=left)
print(theano.function([x, y, z], theano.grad(op(x, y, z), [x, y, z]))(2.0, 3.0, 4.0))  # => [array(14.), array(3.), array(2.)]
print(theano.function([x, y, z], theano.Rop(op(x, y, z), [x, y, z], [x, y, z]), on_unused_input='ignore')(2.0, 3.0, 4.0))  # => 26.0
theano.OpFromGraph([x], [x], lop_overrides=left, grad_overrides=rescaled)  # !> ValueError: lop_overrides and grad_overrides are mutually exclusive

# %% copies of variables and functions
import copy
import numpy as np
import theano
import theano.tensor as T
x = T.vector('x')
s = theano.shared(np.array([1.0, 2.0]), 's')
same, own = copy.copy(s), copy.deepcopy(s)
same.set_value(np.array([5.0, 6.0]))
print(s.get_value(), own.get_value(), copy.copy(x), copy.copy(x) is x)  # => [5. 6.] [1. 2.] x False
f = theano.function([x], (x * s).sum(), updates=[(s, s + 1)])
g = copy.deepcopy(f)
print(f([1.0, 1.0]), s.get_value())  # => 11.0 [6. 7.]
print(g([1.0, 1.0]), s.get_value())  # => 11.0 [6. 7.]
total, vector = copy.deepcopy([(x * 2).sum(), x])
print(total.eval({vector: [1.0, 4.0]}))  # => 10.0

# %% Rop of outputs that share terms
import theano
import theano.tensor as T
x, y, u, v = T.vectors('xyuv')
products = theano.Rop([x + y, x * 2, y], [x, y], [u, v])
f = theano.function([x, y, u, v], products, on_unused_input='ignore')
print(f([1.0, 2.0], [3.0, 4.0], [5.0, 6.0], [7.0, 8.0]))  # => [array([12., 14.]), array([10., 12.]), array([7., 8.])]

# %% types are objects, updates broadcast as the variable does
import numpy as np
import theano
import theano.tensor as T
print(theano.shared(np.int64(7)).type == T.lscalar, T.dmatrix.dtype, T.fvector.ndim)  # => True float64 1
m = T.matrix('m')
turned = m.T
try:
    theano.function([m, turned], turned * 2)
except theano.compile.UnusedInputError as error:
    print(str(error).split('outputs: ')[1].split('.')[0])  # => m
s = theano.shared(np.zeros((3, 3)), 's')
try:
    theano.function([], [], updates={s: s.sum(keepdims=True)})
except TypeError as error:
    print(error.args[0].split('update_val=')[1])  # => InplaceDimShuffle{x,x}.0, update_val.type=TensorType(float64, (True, True))).

# %% the tutorial's right operator reads the matrix that enters linearly
import theano, theano.tensor as T
W, V, x = T.dmatrix('W'), T.dmatrix('V'), T.dvector('x')
y = T.dot(x, W)
JV = T.Rop(y, W, V)
f = theano.function([W, V, x], JV)
print(f([[1, 1], [1, 1]], [[2, 2], [2, 2]], [0, 1]))  # => [2. 2.]

# %% test values
import theano
import numpy as np
import theano.tensor as T
theano.config.compute_test_value = 'raise'
x = T.dvector('x')
x.tag.test_value = np.array([1., 2.])
y = x * 3 + 1
print(y.tag.test_value, y.sum().tag.test_value, theano.grad(y.sum(), x).tag.test_value)  # => [4. 7.] 11.0 [3. 3.]
seen = []
def step(row, state):
    seen.append((row.tag.test_value.tolist(), state.tag.test_value.tolist()))
    return row + state
out, updates = theano.scan(step, x, T.constant(np.array(0.)))
print(out.tag.test_value, seen)  # => [1. 3.] [(1.0, 0.0)]
z = T.dvector('z')
theano.config.compute_test_value = 'ignore'
print(hasattr((z + 1).tag, 'test_value'))  # => False
theano.config.compute_test_value = 'off'
print(hasattr((x + 1).tag, 'test_value'), theano.function([x], y)([5.]))  # => False [16.]
theano.config.compute_test_value = 'raise'
x + T.constant([1., 2., 3.])  # !> ValueError: operands could not be broadcast together with shapes (2,) (3,)  (in Elemwise{add,no_inplace}(x, TensorConstant{[1. 2. 3.]}), whose inputs have the shapes (2,), (3,))

# %% a test value that is missing
import theano
import theano.tensor as T
theano.config.compute_test_value = 'raise'
T.dvector('x') + 1  # !> ValueError: Cannot compute test value: input 0 (x) of Op Elemwise{add,no_inplace}(x, InplaceDimShuffle{x}.0) missing default value.

# %% inputs that the printed ops have: axes, indices, kept constants
import theano
import theano.tensor as T
def lines(of): return [line.strip(' |') for line in theano.printing.debugprint(of, file='str').split('\n') if line]
v, m, i = T.dvector('v'), T.dmatrix('m'), T.lscalar('i')
print(lines(T.concatenate([v, v[::-1]])))  # => ["Join [id A] ''", 'TensorConstant{0} [id B]', 'v [id C]', "Subtensor{::int64} [id D] ''", 'v [id C]', 'Constant{-1} [id E]']
print(lines(m[0, 1:]) + lines(v[i]))  # => ["Subtensor{int64, int64::} [id A] ''", 'm [id B]', 'Constant{0} [id C]', 'Constant{1} [id D]', "Subtensor{int64} [id A] ''", 'v [id B]', "ScalarFromTensor [id C] ''", 'i [id D]']
print(lines(v.mean()))  # => ["Elemwise{true_div,no_inplace} [id A] 'mean'", "Sum{acc_dtype=float64} [id B] ''", 'v [id C]', "Subtensor{int64} [id D] ''", "Elemwise{Cast{float64}} [id E] ''", "Shape [id F] ''", 'v [id C]', 'Constant{0} [id G]']
print(lines(1 / (1 + v)))  # => ["Elemwise{true_div,no_inplace} [id A] ''", "InplaceDimShuffle{x} [id B] ''", 'TensorConstant{1} [id C]', "Elemwise{add,no_inplace} [id D] ''", "InplaceDimShuffle{x} [id E] ''", 'TensorConstant{1} [id C]', 'v [id F]']
print(lines(m.max(axis=0)), lines(T.argmax(v))[0], lines(v.reshape((3, 2)))[-1])  # => ["MaxAndArgmax{axis=(0,)}.0 [id A] 'max'", 'm [id B]'] MaxAndArgmax{axis=(0,)}.1 [id A] 'argmax' TensorConstant{[3 2]} [id C]
print(theano.pp(T.argmax(m, axis=1)), theano.pp(v.mean()), v.max(), T.argmax(m))  # => MaxAndArgmax{axis=(1,)}(m) (Sum{acc_dtype=float64}(v) / float64(Shape(v))[Constant{0}]) max argmax
print(T.constant(1) is T.constant(1), T.constant(2.5) is T.constant(2.5), T.constant(11) is T.constant(11), T.constant(-10) is T.constant(-10))  # => True True False True
print(isinstance(T.constant(1), theano.gof.graph.Constant), isinstance(v, theano.gof.graph.Constant))  # => True False
def said(make):
    try:
        make()
    except Exception as error:
        return type(error).__name__ + ' ' + str(error).split('\n')[0]
print(said(lambda: T.dmatrix(3)), said(lambda: m.dimshuffle(0)))  # => TypeError ('name must be a string', 3) ValueError ('You cannot drop a non-broadcastable dimension.', ([False, False], (0,)))
print(said(lambda: v.eval([1])))  # => AttributeError 'list' object has no attribute 'keys'
