# What Theano 1.0.5 printed and raised.
# %% an op with make_node, perform and no gradient
import theano
import theano.tensor as T
from theano import Apply, Op
class Twice(Op):
    def make_node(self, x):
        return Apply(self, [T.as_tensor_variable(x)], [x.type()])
    def perform(self, node, inputs, out):
        out[0][0] = inputs[0] * 2
x = T.dvector('x')
twice = Twice()
y = twice(x)
print(y.owner.op is twice, twice == Twice(), y.type)  # => True False TensorType(float64, vector)
print(theano.function([x], y)([1, 2.]))  # => [2. 4.]
print(theano.function([x], Twice()(x) + Twice()(x))([1.]))  # => [4.]
outputs, _ = theano.scan(lambda row: twice(row), outputs_info=[x], n_steps=3)
print(theano.function([x], outputs)([1., 2]).tolist())  # => [[2.0, 4.0], [4.0, 8.0], [8.0, 16.0]]
theano.grad(y.sum(), x)  # !> AttributeError: 'Twice' object has no attribute 'grad'
# %% itypes, otypes, and results that nobody wants a gradient of
import theano
import theano.tensor as T
class SumAndNext(theano.Op):
    __props__ = ()
    itypes = [T.dvector]
    otypes = [T.dscalar, T.dvector]
    def perform(self, node, inputs, out):
        out[0][0] = inputs[0].sum()
        out[1][0] = inputs[0] + 1
    def grad(self, inputs, g):
        print([type(each.type).__name__ for each in g])  # => ['TensorType', 'DisconnectedType']
        return [T.ones_like(inputs[0]) * g[0]]
op = SumAndNext()
print(op, op == SumAndNext(), hash(op) == hash(SumAndNext()))  # => SumAndNext True True
x = T.dvector('x')
s, v = op(x)
print([s, v], op(x, return_list=True))  # => [SumAndNext.0, SumAndNext.1] [SumAndNext.0, SumAndNext.1]
print(theano.function([x], [s, v])([1, 2.]))  # => [3.0, array([2., 3.])]
gradient = theano.grad(s, x)
print(gradient.eval({x: [1., 2]}))  # => [1. 1.]
try:
    op(T.dmatrix('m'))
except TypeError as e:
    print(str(e).strip())  # => We expected inputs of types '[TensorType(float64, vector)]' but got types '[TensorType(float64, matrix)]'
op(x, x)  # !> ValueError: We expected 1 inputs but got 2.
# %% properties, and what a gradient must be
import theano
import theano.tensor as T
class Scaled(theano.gof.Op):
    __props__ = ('k',)
    def __init__(self, k):
        self.k = k
    def make_node(self, x):
        return theano.gof.Apply(self, [x], [x.type()])
    def perform(self, node, inputs, outputs):
        raise ValueError('bad thing')  # !> ValueError: bad thing
    def grad(self, inputs, gradients):
        return self.terms(gradients[0])
    def terms(self, g):
        return [None]
class Twin(Scaled):
    def terms(self, g):
        return [g, g]
x = T.dvector('x')
print(Scaled(2.5), Scaled(2.5) == Scaled(2.5), Scaled(2.5) == Scaled(3), Scaled(2.5)(x))  # => Scaled{k=2.5} True False Scaled{k=2.5}.0
try:
    theano.grad(Twin(1)(x).sum(), x)
except ValueError as e:
    print(e)  # => Twin{k=1} returned the wrong number of gradient terms.
try:
    theano.grad(Scaled(1)(x).sum(), x)
except TypeError as e:
    print(str(e)[:62])  # => Scaled{k=1}.grad returned None for a gradient term, this is pr
theano.function([x], Scaled(1)(x))([1.])
# %% a function as an op
import numpy as np
import theano
import theano.tensor as T
from theano.compile.ops import as_op
@as_op(itypes=[T.dvector, T.dscalar], otypes=[T.dvector])
def scale(v, k):
    return v * k
x, k = T.dvector('x'), T.dscalar('k')
z = scale(x, k)
print(scale, z)  # => FromFunctionOp{scale} FromFunctionOp{scale}.0
f = theano.function([x, k], z)
print(f([1., 2], 3))  # => [3. 6.]
print(theano.printing.debugprint(z, file='str').split('\n')[:3])  # => ["FromFunctionOp{scale} [id A] ''   ", ' |x [id B]', ' |k [id C]']
as_op([1], [2])  # !> TypeError: itypes has to be a list of Theano types
# %% a gradient through a scan, and the output that a call gives
import numpy as np
import theano
import theano.tensor as T
class Cube(theano.Op):
    __props__ = ()
    default_output = 1
    def make_node(self, x):
        return theano.Apply(self, [x], [x.type(), x.type()])
    def perform(self, node, inputs, outputs):
        outputs[0][0] = np.asarray(inputs[0] ** 2)
        outputs[1][0] = np.asarray(inputs[0] ** 3)
    def grad(self, inputs, g):
        return [3 * inputs[0] ** 2 * g[1]]
    def connection_pattern(self, node):
        return [[False, True]]
x = T.dscalar('x')
cube = Cube()
print(cube(x), cube(x, return_list=True))  # => Cube.out [Cube.out]
rows, _ = theano.scan(lambda h: 0.5 * cube(h), outputs_info=[x], n_steps=3)
f = theano.function([x], [rows, theano.grad(rows[-1], x)])
values, gradient = f(1.2)
print(np.round(values, 8).tolist(), round(float(gradient), 8))  # => [0.864, 0.32248627, 0.01676887] 0.37729949
# %% what is stored has to be of the promised type
import numpy as np
import theano
import theano.tensor as T
class Wrong(theano.Op):
    itypes = [T.dvector]
    otypes = [T.dvector]
    def perform(self, node, inputs, outputs):
        outputs[0][0] = np.zeros((2, 2))
x = T.dvector('x')
theano.function([x], Wrong()(x))([1.])  # !> NotSupportedByScanLens: perform of <__main__.Wrong object at 0x7f0000010000> stores float64 (2, 2), but its output is TensorType(float64, vector)

# %% an op that only changes the gradient derives from ViewOp
import theano, theano.tensor as T
import numpy as np
from theano.ifelse import ifelse
class GradClip(theano.compile.ViewOp):
    def __init__(self, low, high):
        self.low, self.high = low, high
    def grad(self, args, g_outs):
        clipped = [T.clip(g, self.low, self.high) for g in g_outs]
        return [ifelse(T.any(T.isnan(g)), T.ones_like(g) * 0.00001, g) for g in clipped]
clipper = GradClip(-1.0, 1.0)
_ = T.opt.register_canonicalize(theano.gof.OpRemove(clipper), name='clipper')
# => WARNING (ScanLens): ScanLens evaluates graphs as they are written: rewrites that a program registers are not applied.
x = T.vector('x')
y = (clipper(x) * np.array([0.5, 3.0, -7.0])).sum()
print(theano.function([x], T.grad(y, x))([1, 2, 3.0]), clipper, clipper(x))  # => [ 0.5  1.  -1. ] GradClip GradClip.0
W = theano.shared(np.eye(2) * 3, name='W')
h, _ = theano.scan(lambda x, h: clipper(T.dot(h, W) + x), sequences=T.arange(4) * 1.0, outputs_info=T.ones((2,)))
print(theano.function([], T.grad(h[-1].sum(), W))().tolist())  # => [[46.0, 46.0], [46.0, 46.0]]

# %% ViewOp itself
import theano, theano.tensor as T
x = T.vector('x')
view = theano.compile.ViewOp()
print(view(x), view == theano.compile.ViewOp(), theano.function([x], view(x) * 2)([1, 2.0]))  # => ViewOp.0 True [2. 4.]
