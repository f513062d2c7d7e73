# Modules that only an import loads, names that moved, and what the library warns of within itself.

# %% modules that nothing has imported are no attributes
import pytensor
import pytensor.tensor as pt
print(hasattr(pt, 'nlinalg'), hasattr(pt, 'slinalg'), hasattr(pt, 'linalg'), hasattr(pytensor, 'xtensor'))  # => False False True False
from pytensor.tensor import nlinalg
print(pt.nlinalg is nlinalg, hasattr(pt, 'slinalg'))  # => True False
pt.slinalg.cholesky
# !> AttributeError: module 'pytensor.tensor' has no attribute 'slinalg'. Did you mean: 'linalg'?

# %% names at home in another module warn
import warnings
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    from pytensor.graph.basic import io_toposort
    from pytensor.tensor.slinalg import cholesky
for one in seen: print(one.category.__name__, str(one.message)[:62])
# => FutureWarning `pytensor.graph.basic.io_toposort` was moved to `pytensor.grap
# => DeprecationWarning Importing 'cholesky' from 'pytensor.tensor.slinalg' is depreca

# %% warnings within the library are seen where they are asked for
import warnings
import numpy as np
import pytensor
import pytensor.tensor as pt
rng = pytensor.shared(np.random.default_rng(1), name='rng')
x = pt.vector('x')
def seen(make):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter('always')
        make()
    return [str(one.message).split()[0] for one in found]
print(seen(lambda: pt.random.normal(rng=rng)), seen(lambda: pt.random.normal()))  # => ['RandomVariable'] ['RandomVariable', 'Calling']
print(seen(lambda: pt.random.normal(rng=rng, return_next_rng=True)), seen(lambda: pt.random.choice(3, rng=rng)))  # => [] []
print(seen(lambda: pytensor.map(lambda a: a, x)), seen(lambda: pytensor.map(lambda a: a, x, return_updates=False)))  # => ['Scan'] []

# %% the size that nobody gave
import numpy as np
import pytensor
import pytensor.tensor as pt
rng = pytensor.shared(np.random.default_rng(1), name='rng')
draw = pt.random.normal(rng=rng)
pytensor.dprint([draw, pt.random.uniform(rng=rng, size=())], print_type=True)
# => normal_rv{"(),()->()"}.1 [id A] <Scalar(float64, shape=())>
# =>  ├─ rng [id B] <RandomGeneratorType>
# =>  ├─ NoneConst{None} [id C] <NoneTypeT>
# =>  ├─ 0.0 [id D] <Scalar(float32, shape=())>
# =>  └─ 1.0 [id E] <Scalar(float32, shape=())>
# => uniform_rv{"(),()->()"}.1 [id F] <Scalar(float64, shape=())>
# =>  ├─ rng [id B] <RandomGeneratorType>
# =>  ├─ [] [id G] <Vector(int64, shape=(0,))>
# =>  ├─ 0.0 [id H] <Scalar(float32, shape=())>
# =>  └─ 1.0 [id I] <Scalar(float32, shape=())>
print(draw.owner.inputs[1].data)  # => None

# %% arguments that are no numbers
import pytensor, pytensor.tensor as pt
x, k = pt.dvector('x'), pt.iscalar('k')
f, g = pytensor.function([x], x), pytensor.function([k], k)
for call in [lambda: f(None), lambda: f({}), lambda: f([1, 'a']), lambda: g(None), lambda: g('a'), lambda: g(object)]:
    try: call()
    except (TypeError, ValueError) as e: print(type(e).__name__, str(e)[:60])
# => TypeError ufunc 'isnan' not supported for the input types, and the inp
# => TypeError float() argument must be a string or a real number, not 'dic
# => ValueError could not convert string to float: 'a'
# => TypeError int() argument must be a string, a bytes-like object or a re
# => ValueError invalid literal for int() with base 10: 'a'
# => TypeError int() argument must be a string, a bytes-like object or a re

# %% parts, branches and the counts of a scan
import pytensor, pytensor.tensor as pt
from pytensor.graph.fg import FunctionGraph
from pytensor.ifelse import ifelse
x, y, z = pt.dvector('x'), pt.dscalar('y'), pt.dmatrix('z')
print([p.eval({x: [1, 2, 3]}).tolist() for p in pt.split(x, [1, 2], n_splits=2)])  # => [[1.0], [2.0, 3.0]]
print(FunctionGraph(outputs=[(x * y).sum() + y]).inputs)  # => [y, x]
s = pytensor.scan(lambda a, b, c: (a * b, c), sequences=[x], outputs_info=[pt.zeros((), 'float64'), None], non_sequences=[y], return_updates=False)
op = s[0].owner.inputs[0].owner.op
print(op.info.n_seqs, op.info.n_sit_sot, op.info.n_nit_sot, op.info.n_non_seqs, op.info.sit_sot_in_slices, op.inner_inputs[0], op.inner_outputs)  # => 1 1 1 1 ((-1,),) i0 [Mul.0, NominalTensorVariable(2, TensorType(float64, shape=()))]
for branches in [(x, z), (y, y.astype('int64'))]:
    try: ifelse(y > 0, *branches)
    except TypeError as e: print(e)
# => IfElse requires compatible ndim values for both branches: got true_branch=1, false_branch=2
# => IfElse requires compatible dtypes for both branches: got true_branch=float64, false_branch=int64
try: pt.split(x, [1, 2], 2)
except TypeError as e: print(e)  # => split() takes 2 positional arguments but 3 were given
pt.split(x, [1, 2], 2, axis=0)
# !> TypeError: split() takes 2 positional arguments but 3 positional arguments (and 1 keyword-only argument) were given

# %% ops whose class has another name than they print
import pytensor.tensor as pt
X = pt.dmatrix('X')
ops = [e.owner.op for e in [X.cumsum(0), X @ X, X[0].set(1.0), X[[0, 1]].set(2.0), X[0].inc(1.0), X.astype('int8')]]
print('; '.join(f'{op} {type(op).__name__}' for op in ops))  # => Cumsum{axis=0} CumOp; Matmul Blockwise; SetSubtensor{i} IncSubtensor; AdvancedSetSubtensor AdvancedIncSubtensor; IncSubtensor{i} IncSubtensor; Cast{int8} Elemwise
# %% products with vectors as the library has them
import pytensor.tensor as pt
from pytensor.printing import pp
v, w = pt.dvectors("v", "w")
M = pt.dmatrix("M")
print(pp(pt.dot(v, w)), pt.dot(v, w).owner.inputs)  # => DimShuffle{}(DimShuffle{1}((v \dot DimShuffle{0, x}(w)))) [Squeeze{axis=0}.0]
print(pp(pt.dot(M, v)), pt.dot(M, v).owner.inputs)  # => DimShuffle{0}((M \dot DimShuffle{0, x}(v))) [Dot.0]
print(pp(pt.dot(v, M)), pt.dot(v, M).owner.inputs)  # => DimShuffle{1}((v \dot M)) [Dot.0]
print(pp(pt.set_subtensor(v[0], 1)), pp(pt.stack([v[0], w[1]])))  # => set_subtensor(v[0], 1) [v[0], w[1]]
print(pt.vectors("a", "b"), pt.dscalars("xy"), len(pt.matrices(3)))  # => [a, b] [x, y] 3
