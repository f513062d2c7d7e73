# What PyTensor 3.0.7 printed and raised.
# %% an op with a pullback
import numpy as np
import pytensor
import pytensor.tensor as pt
from pytensor.graph.basic import Apply
from pytensor.graph.op import Op
class Scaled(Op):
    __props__ = ("k",)
    def __init__(self, k=2):
        self.k = k
    def make_node(self, x):
        x = pt.as_tensor_variable(x)
        return Apply(self, [x], [x.type()])
    def perform(self, node, inputs, outputs):
        outputs[0][0] = inputs[0] * self.k
    def pullback(self, inputs, outputs, cotangents):
        return [cotangents[0] * self.k]
x = pt.dmatrix("x")
op = Scaled(3)
y = op(x, name="y")
print(op, repr(op), op == Scaled(3), y, y.owner)  # => Scaled{k=3} Scaled(k=3) True y Scaled{k=3}(x)
print(pytensor.function([x], y)(np.eye(2)).tolist())  # => [[3.0, 0.0], [0.0, 3.0]]
print(pytensor.grad(y.sum(), x).eval({x: np.eye(2)}).tolist())  # => [[3.0, 3.0], [3.0, 3.0]]
op(pt.dvector("v"), pt.dvector("w"))  # !> TypeError: Scaled.make_node() takes 2 positional arguments but 3 were given
# %% without a gradient
import pytensor
import pytensor.tensor as pt
from pytensor.graph.op import Op
class Next(Op):
    itypes = [pt.dvector]
    otypes = [pt.dvector]
    def perform(self, node, inputs, outputs):
        outputs[0][0] = inputs[0] + 1
x = pt.dvector("x")
print(Next(), repr(Next()), Next() == Next())  # => Next Next() False
try:
    Next()(pt.dmatrix("m"))
except TypeError as e:
    print(str(e).split('\n'))  # => ['Invalid input types for Op Next:', 'Input 1/1: Expected Vector(float64, shape=(?,)), got Matrix(float64, shape=(?, ?))']
pytensor.grad(Next()(x).sum(), x)  # !> NotImplementedError: pullback not implemented for Next
# %% a function as an op
import numpy as np
import pytensor
import pytensor.tensor as pt
@pytensor.wrap_py(itypes=[pt.dvector], otypes=[pt.dscalar])
def total(v):
    return np.asarray(v.sum())
x = pt.dvector("x")
print(total, total(x))  # => FromFunctionOp{total} FromFunctionOp{total}.0
print([pytensor.function([x], total(x))([1.0, 2.0])])  # => [array(3.)]
