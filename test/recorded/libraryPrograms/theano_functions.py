# Inputs, copies and settings of compiled functions. What the markers say follows Theano 1.0.5.

# %% inputs with defaults and with updates
import theano
import theano.tensor as T
x, total = T.dscalar('x'), T.dscalar('total')
f = theano.function([x, theano.In(total, value=10.0, update=total + x)], total * 2)
print(f(1), f(2), f[total], f['total'])  # => 20.0 22.0 13.0 13.0
f.value[total] = 100
print(f(0), f.container['total'], 'x' in f, 'y' in f)  # => 200.0 <100.0> True False
g = theano.function([x, theano.In(total, value=3.0)], x * total)
print(g(2), g(2, 5), g(2, total=7), g(2))  # => 6.0 10.0 14.0 6.0
h = theano.function([x, theano.In(total, value=f.container[total], update=total - x)], [])
h(1)  # => []
print(f[total])  # => 99.0
f(1, 2, 3)  # !> TypeError: Too many parameter passed to theano function

# %% what calls may not give
import theano
import theano.tensor as T
x, y = T.dscalars('x', 'y')
s = theano.shared(2.0, 's')
f = theano.function([x, y], x * y * s)
def told(call):
    try:
        call()
    except TypeError as error:
        return error
print(told(lambda: f(1, 2, x=3)))  # => Multiple values for input: x
print(told(lambda: f(1, 2, 3)))  # => Tried to provide value for implicit input: s
print(told(lambda: f(1, s=4)))  # => Tried to provide value for implicit input: s
print(told(lambda: f(1, z=2)))  # => Unknown input or state: z. The function has 3 named inputs (x, y, s).
print(told(lambda: f(1, y=[2])))  # => ('Wrong number of dimensions: expected 0, got 1 with shape (1,).', 'Container name "y"')
f(1)  # !> TypeError: Missing required input: y

# %% copies
import theano
import theano.tensor as T
x = T.dscalar('x')
s, t = theano.shared(1.0, 's'), theano.shared(5.0, 't')
f = theano.function([x], s + x, updates=[(s, s + x)], name='add')
same, other, still = f.copy(), f.copy(swap={s: t}), f.copy(delete_updates=True, name='look')
print(f(1), same(1), still(1), s.get_value())  # => 2.0 [array(3.)] [array(4.)] 3.0
print(other(1), t.get_value(), s.get_value(), same.name, still.name, f.get_shared())  # => [array(6.)] 6.0 3.0 add copy look [s]
f.copy(swap={t: s})  # !> ValueError: SharedVariable: t not found

# %% the graph of a function
import theano
import theano.tensor as T
x = T.dvector('x')
f = theano.function([x], T.exp(x + x))
print(f.maker.fgraph.inputs, f.maker.fgraph.outputs)
# => WARNING (ScanLens): f.maker shows the graph as it was written; Theano would show it rewritten by its optimizations.
# => [x] [Elemwise{exp,no_inplace}.0]
print([str(node.op.scalar_op) for node in f.maker.fgraph.toposort()])  # => ['add', 'exp']

# %% settings
import theano
import theano.tensor as T
theano.config.optimizer = 'fast_compile'
theano.config.traceback.limit = 20
print(theano.config.linker, theano.config.traceback.limit, theano.compile.config is theano.config)  # => cvm 20 True
with theano.change_flags(floatX='float32'):
    print(T.vector().dtype)  # => float32
print(T.vector().dtype, hasattr(theano.config, 'nothing'))  # => float64 False
theano.config.on_unused_input = 'ignore'
print(theano.function([T.dscalar('x')], [])(1))  # => []
theano.config.compute_test_value = 'pdb'  # !> NotSupportedByScanLens: compute_test_value with a debugger

# %% the person is told where a function failed, the program is not
import theano
import theano.tensor as T
x, y = T.dvectors('x', 'y')
f = theano.function([x, y], x * 2 + y)
try:
    f([1., 2.], [1., 2., 3.])
except ValueError as error:
    print(repr(error))  # => ValueError('operands could not be broadcast together with shapes (2,) (3,) ')
f([1., 2.], [1., 2., 3.])  # !> ValueError: operands could not be broadcast together with shapes (2,) (3,)  (in Elemwise{add,no_inplace}(Elemwise{mul,no_inplace}.0, y), whose inputs have the shapes (2,), (3,))

# %% how many outputs there are, and names that are no element types
import numpy as np
import theano
import theano.tensor as T
x = T.dscalar('x')
print(theano.function([x], [x, x * 2]).n_returned_outputs, theano.function([x], x).n_returned_outputs)  # => 2 1
print(T.constant(np.complex128(1j)).eval(), theano.function([x], x + np.complex128(2j))(1.0))  # => 1j (1+2j)
T.vector('v', dtype='floot')  # !> TypeError: Unsupported dtype for TensorType: floot

# %% values in givens become shared variables of their own type
import numpy as np
import theano
import theano.tensor as T
s = theano.shared(np.zeros(3), 's')
x, y = T.dvector('x'), T.dscalar('y')
def told(make):
    try: return make()
    except Exception as e: return type(e).__name__ + ' ' + str(e).split('.')[0]
print(told(lambda: theano.function([], x * 2, givens={x: np.ones(3)})()))  # => [2. 2. 2.]
print(told(lambda: theano.function([], x * 2, givens={x: np.ones(3, dtype='float32')})))  # => TypeError Cannot convert Type TensorType(float32, vector) (of Variable <TensorType(float32, vector)>) into Type TensorType(float64, vector)
print(told(lambda: theano.function([], x * 2, givens={x: [1., 2.]})))  # => TypeError Cannot convert Type Generic (of Variable <Generic>) into Type TensorType(float64, vector)
print(told(lambda: theano.function([], x, givens={x: np.float32(3)})()))  # => 3.0
_ = theano.function([y], y, givens={x: s}, on_unused_input='ignore')
print(told(lambda: theano.function([y], y, givens={x: s * 2})))  # => UnusedInputError theano

# %% texts and complex numbers where real ones are wanted
import numpy as np
import theano
import theano.tensor as T
s, v = theano.shared(np.float32([1, 2]), 's'), T.dvector('v')
f = theano.function([v], v * 2, name='f')
def told(make):
    try: make()
    except Exception as e: return type(e).__name__, e.args
print(told(lambda: s.set_value('a')))  # => ('ValueError', ("could not convert string to float: 'a'", 'Container name "s"'))
print(told(lambda: s.set_value([1j])))  # => ('TypeError', ("can't convert complex to float", 'Container name "s"'))
print(told(lambda: theano.function([], [], updates={s: 'a'})))  # => ('ValueError', ("could not convert string to float: 'a'",))
try: f([1, 'b'])
except ValueError as e: print(str(e).split('\n')[0], '|', str(e).split('\n')[-1])  # => Bad input argument to theano function with name "f" at index 0 (0-based).   | could not convert string to float: 'b'
try: f(1 + 2j)
except TypeError as e: print(str(e).split('\n')[-1])  # => can't convert complex to float

# %% updates that are no pairs
import theano
a = theano.shared(1, 'a')
def told(updates):
    try: theano.function([], [], updates=updates)
    except Exception as e: return e
print(told([(a, a, a)]))  # => too many values to unpack (expected 2)
print(told([(a,)]))  # => not enough values to unpack (expected 2, got 1)
print(told([a]))  # => The updates parameter must be an OrderedDict/dict or a list of lists/tuples with 2 elements

# %% who computes what without its inputs
import theano
import theano.tensor as T
v, d = T.dvector('v'), T.dscalar('d')
def told(make):
    try: make()
    except Exception as e: return str(e).split(', was not')[0]
print(told(lambda: v.eval()))  # => Undeclared input
print(told(lambda: theano.function([v], [v * d, d])))  # => Input 0 of the graph (indices start from 0), used to compute InplaceDimShuffle{x}(d)
print(told(lambda: theano.function([], theano.scan(lambda b: b * d, outputs_info=[T.zeros(())], n_steps=3)[0])))  # => Input 2 of the graph (indices start from 0), used to compute for{cpu,scan_fn}(TensorConstant{3}, IncSubtensor{Set;:int64:}.0, d)
print(told(lambda: theano.function([], theano.scan(lambda a: a * v, sequences=T.arange(3.))[0])))  # => Input 3 of the graph (indices start from 0), used to compute for{cpu,scan_fn}(Subtensor{int64}.0, Subtensor{:int64:}.0, Subtensor{int64}.0, v)
