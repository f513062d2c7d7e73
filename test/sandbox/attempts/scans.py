# %% zeros of a symbolic size
import pytensor, pytensor.tensor as pt
n = pt.lscalar('n')
f = pytensor.function([n], pt.zeros((n, n)).sum())
f(10**9)
# !> BudgetExceeded: The program needs more than…
# %% alloc
import pytensor, pytensor.tensor as pt
n = pt.lscalar('n')
pytensor.function([n], pt.alloc(1.0, n))(10**12)
# !> BudgetExceeded: The program needs more than…
# %% arange
import pytensor, pytensor.tensor as pt
n = pt.lscalar('n')
pytensor.function([n], pt.arange(n))(10**12)
# !> BudgetExceeded: The program needs more than…
# %% eye
import pytensor, pytensor.tensor as pt
pytensor.function([], pt.eye(10**7))()
# !> BudgetExceeded: The program needs more than…
# %% a constant that is immense
import pytensor, pytensor.tensor as pt
pt.zeros((10**9,) * 3).eval()
# !> BudgetExceeded: The program needs more than…
# %% a negative size
import pytensor, pytensor.tensor as pt
n = pt.lscalar('n')
pytensor.function([n], pt.zeros(n))(-5)
# !> ValueError: negative dimensions are not allowed (in Alloc(0.0, n), whose inputs have the shapes (), ())
# %% repeat and tile
import pytensor, pytensor.tensor as pt
n = pt.lscalar('n')
pytensor.function([n], pt.repeat(pt.ones(3), n))(10**12)
# !> BudgetExceeded: The program needs more than…
# %% an outer sum
import pytensor, pytensor.tensor as pt
x = pt.dvector('x')
f = pytensor.function([x], (x[:, None] + x[None, :]).sum())
f(pt.ones(10**5).eval())
# !> BudgetExceeded: The program needs more than…
# %% one hot
import pytensor, pytensor.tensor as pt
x = pt.lvector('x')
pytensor.function([x], pt.extra_ops.to_one_hot(x, 10**12))([1, 2])
# !> BudgetExceeded: The program needs more than…
# %% many steps with outputs
import pytensor, pytensor.tensor as pt
out, _ = pytensor.scan(lambda: pt.constant(1.0), n_steps=10**12)
pytensor.function([], out)()
# !> BudgetExceeded: The program needs more than…
# %% many steps with a state
import pytensor, pytensor.tensor as pt
out, _ = pytensor.scan(lambda a: a + 1, outputs_info=[pt.constant(0.0)], n_steps=10**12)
pytensor.function([], out)()
# !> BudgetExceeded: The program needs more than…
# %% many steps, the last of them
import pytensor, pytensor.tensor as pt
out, _ = pytensor.scan(lambda a: a + 1, outputs_info=[pt.constant(0.0)], n_steps=10**12)
pytensor.function([], out[-1])()
# !> BudgetExceeded: The program ran longer than…
# %% many steps with updates
import pytensor
s = pytensor.shared(0)
out, updates = pytensor.scan(lambda: {s: s + 1}, n_steps=10**12)
pytensor.function([], [], updates=updates)()
# !> BudgetExceeded: The program ran longer than…
# %% a negative number of steps
import pytensor, pytensor.tensor as pt
n = pt.lscalar('n')
out, _ = pytensor.scan(lambda a: a + 1, outputs_info=[pt.constant(0.0)], n_steps=n)
pytensor.function([n], out)(-10**15)
# !> ValueError: negative dimensions are not allowed
# %% more than 64 bits of steps
import pytensor, pytensor.tensor as pt
pytensor.scan(lambda a: a + 1, outputs_info=[pt.constant(0.0)], n_steps=10**30)
# !> OverflowError: Python int too large to convert to C long
# %% a while loop that never holds
import pytensor, pytensor.tensor as pt
from pytensor.scan.utils import until
out, _ = pytensor.scan(lambda a: (a + 1, until(a < 0)), outputs_info=[pt.constant(0.0)], n_steps=10**12)
pytensor.function([], out[-1])()
# !> BudgetExceeded: The program ran longer than…
# %% a growing shared variable
import pytensor, pytensor.tensor as pt
s = pytensor.shared(__import__('numpy').ones(2))
f = pytensor.function([], [], updates={s: pt.concatenate([s, s])})
while True:
    f()
# !> BudgetExceeded: The program ran longer than…
# %% taps in the far past
import pytensor, pytensor.tensor as pt
pytensor.scan(lambda a: a, outputs_info=[dict(initial=pt.ones(3), taps=[-10**12])], n_steps=2)
# => (Subtensor{start:}.0, {})
# %% taps of the immense
import pytensor, pytensor.tensor as pt
pytensor.scan(lambda a: a, sequences=[dict(input=pt.ones(3), taps=[10**30])])
# => (Scan{scan_fn, while_loop=False, inplace=none}.0, {})
# %% an index beyond all
import pytensor, pytensor.tensor as pt
x = pt.dvector('x')
i = pt.lscalar('i')
pytensor.function([x, i], x[i])([1.0, 2.0], 2**40)
# !> IndexError: index 1099511627776 is out of bounds for axis 0 with size 2 (in Subtensor{i…
# %% an index in machine code
import pytensor, pytensor.tensor as pt
x = pt.dvector('x')
i = pt.lscalar('i')
out, _ = pytensor.scan(lambda k, v: v[k + i], sequences=[pt.arange(3)], non_sequences=[x])
pytensor.function([x, i], out)([1.0, 2.0, 3.0], 2**33)
# !> IndexError: index 8589934592 is out of bounds for axis 0 with size 3 (in Subtensor{i}(x…
# %% a negative index in machine code
import pytensor, pytensor.tensor as pt
x = pt.dvector('x')
i = pt.lscalar('i')
out, _ = pytensor.scan(lambda k, v: v[k - i], sequences=[pt.arange(3)], non_sequences=[x])
pytensor.function([x, i], out)([1.0, 2.0, 3.0], 2**33)
# !> IndexError: index -8589934592 is out of bounds for axis 0 with size 3 (in Subtensor{i}(…
# %% writing beyond the end in machine code
import pytensor, pytensor.tensor as pt
x = pt.dvector('x')
i = pt.lscalar('i')
out, _ = pytensor.scan(lambda k, v: pt.set_subtensor(v[i + k], 7.0), sequences=[pt.arange(3)], outputs_info=[x])
pytensor.function([x, i], out)([1.0, 2.0, 3.0], 2**31)
# !> IndexError: index 2147483648 is out of bounds for axis 0 with size 3 (in SetSubtensor{i…
# %% a division by zero in machine code
import pytensor, pytensor.tensor as pt
i = pt.lscalar('i')
out, _ = pytensor.scan(lambda k: k // i, sequences=[pt.arange(3)])
print(pytensor.function([i], out)(0))
# => [0 0 0]
# %% the least integer divided by minus one
import pytensor, pytensor.tensor as pt
i = pt.lscalar('i')
out, _ = pytensor.scan(lambda k: (k - 2**63 + 0 * k) // i, sequences=[pt.arange(1)])
print(pytensor.function([i], out)(-1))
# => [9.22337204e+18]
# %% a power of integers in machine code
import pytensor, pytensor.tensor as pt
i = pt.lscalar('i')
out, _ = pytensor.scan(lambda k: k ** i, sequences=[pt.arange(3)])
print(pytensor.function([i], out)(10**15))
# => [0 1 0]
# %% a shift in machine code
import pytensor, pytensor.tensor as pt
i = pt.lscalar('i')
out, _ = pytensor.scan(lambda k: (k + 1) << i, sequences=[pt.arange(3)])
print(pytensor.function([i], out)(70).shape)
# !> TypeError: unsupported operand type(s) for <<: 'TensorVariable' and 'TensorVariable'
# %% reading an array that was given, after it was freed
import numpy as np, pytensor
v = np.ones(10**5)
s = pytensor.shared(v, borrow=True)
del v
print(s.get_value().sum())
# => 100000.0
# %% a random draw without end
import pytensor, pytensor.tensor as pt
rng = pytensor.shared(__import__('numpy').random.default_rng(1))
pytensor.function([], pt.random.normal(size=(10**4, 10**4), rng=rng))()
# !> BudgetExceeded: The program needs more than…
# %% a matrix product
import pytensor, pytensor.tensor as pt
x = pt.dmatrix('x')
f = pytensor.function([x], x @ x.T)
f(pt.ones((10**5, 1)).eval())
# !> BudgetExceeded: The program needs more than…
# %% an assertion that fails
import pytensor, pytensor.tensor as pt
from pytensor.raise_op import Assert
pytensor.function([], Assert('<b>' + 'x' * 100)(pt.constant(1.0), pt.constant(False)))()
# !> AssertionError: <b>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
# %% a python op in a scan
import theano, theano.tensor as T
@theano.compile.ops.as_op(itypes=[T.dscalar], otypes=[T.dscalar])
def f(x):
    while True: pass
theano.function([], f(T.constant(1.0, dtype='float64')))()
# !> BudgetExceeded: The program ran longer than…
# %% jacobian of much
import pytensor, pytensor.tensor as pt
x = pt.dvector('x')
f = pytensor.function([x], pytensor.gradient.jacobian((x ** 2), x))
f(pt.ones(10**5).eval())
# !> BudgetExceeded: The program needs more than…
# %% a reshape to the immense
import pytensor, pytensor.tensor as pt
x = pt.dvector('x')
pytensor.function([x], x.reshape((10**6, 10**6)))([1.0])
# !> ValueError: cannot reshape array of size 1 into shape (1000000,1000000) (in Reshape{2}(…
# %% a broadcast to the immense
import pytensor, pytensor.tensor as pt
x = pt.dscalar('x')
pytensor.function([x], pt.broadcast_to(x, (10**6, 10**6)) + 1)(1.0)
# !> BudgetExceeded: The program needs more than…
# %% names in generated code
import pytensor, pytensor.tensor as pt
x = pt.dvector('"); process.exit(1); //')
a = pt.dscalar('*/ import("fs") /*')
out, _ = pytensor.scan(lambda v, s: s + v * a, sequences=[x], outputs_info=[pt.constant(0.0, dtype='float64', name='`${process}`')], name='function(){}')
print(pytensor.function([x, a], out[-1], name='</script>')([1.0, 2.0], 3.0))
# => 9.0
# %% a random number of nothing
import numpy as np
np.random.gamma(float('nan'))
# => nan
# %% a random number that is never accepted
import random
random.betavariate(float('nan'), 1.5)
# !> BudgetExceeded: The program ran longer than…
