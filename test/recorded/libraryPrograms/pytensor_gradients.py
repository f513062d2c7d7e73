# Gradients that have no value, and checks of gradients. What the markers say follows PyTensor 3.0.7.

# %% a variable that the cost does not depend on
import pytensor
import pytensor.tensor as T
import pytensor.gradient as G
x, y = T.dvectors('x', 'y')
a, b = pytensor.grad((x ** 2).sum(), [x, y], disconnected_inputs='ignore', return_disconnected='Disconnected')
print(b, type(b).__name__, b.type, isinstance(b.type, G.DisconnectedType), b.owner)  # => <DisconnectedType> Variable DisconnectedType True None
print(G.grad((x ** 2).sum(), [x, y], disconnected_inputs='ignore', return_disconnected='None')[1])  # => None
b + 1  # !> TypeError: unsupported operand type(s) for +: 'Variable' and 'int'

# %% a gradient that does not exist
import pytensor
import pytensor.tensor as T
import pytensor.gradient as G
x, y = T.dvectors('x', 'y')
a, b = G.grad((G.undefined_grad(x) * y).sum(), [x, y], null_gradients='return')
print(a, a.type, isinstance(a.type, G.NullType), a.type.why_null)  # => <NullType> NullType True This variable is Null because the grad method for input 0 (x) of the UndefinedGrad op is undefined.
print(G.NullType('a') == G.NullType('b'), G.DisconnectedType() == G.DisconnectedType())  # => True False
print(G.grad_undefined('my', 0, x, 'so it is').type.why_null)  # => This variable is Null because the grad method for input 0 (x) of the my op is undefined. so it is
print(G.grad_not_implemented('my', 1, x + 1).type.why_null)  # => This variable is Null because the grad method for input 1 (Add.0) of the my op is not implemented.
pytensor.function([x, y], [a, b], on_unused_input='ignore')  # !> TypeError: Computation graph contains a NaN. This variable is Null because the grad method for input 0 (x) of the UndefinedGrad op is undefined.

# %% gradients that are known
import pytensor
import pytensor.tensor as T
import pytensor.gradient as G
x = T.dvector('x')
y = x * x
g = G.DisconnectedType()()
print(G.grad(None, x, known_grads={y: g}, disconnected_inputs='ignore').eval({x: [1., 2.]}))  # => [0. 0.]
G.grad(None, x, known_grads={y: [1., 2.]})  # !> TypeError: output grads must be pytensor variables.Ambiguous whether <class 'list'> should be made into tensor or sparse pytensor variable

# %% an integer between does not hide the type of the gradient
import pytensor
import pytensor.tensor as T
import pytensor.gradient as G
x = T.dscalar('x')
print(G.grad(T.cast(x, 'float32') ** 2, x).dtype, G.grad(T.cast(x, 'int8') * 2., x).dtype)  # => float32 float64
G.grad(x.astype('complex128'), x)  # !> AssertionError

# %% constants are variables
import pytensor
import pytensor.tensor as T
import pytensor.gradient as G
x = T.dvector('x')
G.grad(x.sum(), x, consider_constant=[3])  # !> TypeError: Elements of consider_constant must be variables, but got <class 'int'>

# %% points have to fit
import pytensor
import pytensor.tensor as T
import pytensor.gradient as G
x, v = T.dvectors('x', 'v')
G.pushforward(x ** 2, [x], [v, v])  # !> ValueError: `wrt` must be the same length as `tangents`.

# %% points have to fit in their axes
import pytensor
import pytensor.tensor as T
import pytensor.gradient as G
x, v = T.dvector('x'), T.dmatrix('v')
G.pushforward(x ** 2, x, v)  # !> ValueError: Elements 0 of `wrt` and `tangents` have mismatched dimensionalities: 1 and 2

# %% a product of an op that has none
import pytensor
import pytensor.tensor as T
import pytensor.gradient as G
x, v = T.dvectors('x', 'v')
print(G.pushforward(T.sort(x), x, v).eval({x: [2., 1.], v: [3., 4.]}))  # => [4. 3.]

# %% differences of values
import pytensor
import numpy as np
import pytensor.gradient as G
n = G.numeric_grad(lambda a, b: (a ** 2 * b).sum(), [np.array([1., 2.]), np.array(3.)])
print(n.gf)  # => [array([ 6.0000003 , 12.00000028]), array(4.99999999)]
print(n.max_err([np.array([6., 12.1]), np.array(5.)], 1e-3, 1e-3)[:2])  # => (np.int64(0), np.int64(1))
n.max_err([np.array([6., 12.1])], 1e-3, 1e-3)  # !> ValueError: ('argument has wrong number of elements', 1)

# %% checked gradients
import pytensor
import numpy as np
import pytensor.gradient as G
print(G.verify_grad(lambda a, b: a ** 2 * b, [np.array([1., 2.]), np.array(3.)], rng=np.random.RandomState(1)))  # => None
try:
    G.verify_grad(lambda a: G.grad_scale(a ** 2, 2.), [np.array([1., 2.])], rng=np.random.RandomState(1))
except G.GradientError as error:
    print(error.arg, error.err_pos, error.shape, round(float(error.rel_err), 6), len(error.args))  # => 0 1 (2,) 0.333333 0
G.verify_grad(lambda a: a, [np.array([1, 2])], rng=np.random.RandomState(1))  # !> TypeError: verify_grad can work only with floating point inputs, but input 0 has dtype "int64".

# %% bounds in order
import pytensor
import pytensor.tensor as T
import pytensor.gradient as G
x = T.dvector('x')
print(G.GradScale(3)(x), G.grad((G.GradClip(-1, 1)(x) ** 2).sum(), x).eval({x: [3., .25]}))  # => GradScale.0 [1.  0.5]
G.grad_clip(x, 1, -1)  # !> ValueError: `clip_upper_bound` should be >= `clip_lower_bound`
