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

# %% ops of a program's own
import theano
class Double(theano.Op):  # !> NotSupportedByScanLens: ops that a program defines itself: ScanLens has only those of the libraries
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
