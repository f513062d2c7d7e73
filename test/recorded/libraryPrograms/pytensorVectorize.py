# Graphs over more axes, padding, and graphs as objects in PyTensor.

# %% vectorize_graph, with gradients
import numpy as np
import pytensor
import pytensor.tensor as pt
from pytensor.graph.replace import vectorize_graph
x = pt.vector("x")
X = pt.matrix("X")
xv = np.array([[0., 1., 2.], [2., 1., 0.5]])
def shown(y):
    Y = vectorize_graph(y, {x: X})
    yield Y.type
    yield Y.eval({X: xv}).tolist()
    if Y.dtype == 'float64':
        yield pytensor.grad((Y ** 2).sum(), X).eval({X: xv}).round(6).tolist()
print(*shown(pt.exp(x) / pt.exp(x).sum()))  # => Matrix(float64, shape=(?, ?)) [[0.09003057317038046, 0.24472847105479764, 0.6652409557748219], [0.6285317192117625, 0.23122389762214907, 0.1402443831660885]] [[-0.075718, -0.130105, 0.205823], [0.201566, -0.109582, -0.091984]]
print(*shown(x.mean()))  # => Vector(float64, shape=(?,)) [1.0, 1.1666666666666667] [[0.666667, 0.666667, 0.666667], [0.777778, 0.777778, 0.777778]]
print(*shown(pt.dot(x, x)))  # => Vector(float64, shape=(?,)) [5.0, 5.25] [[0.0, 20.0, 40.0], [42.0, 21.0, 10.5]]
print(*shown(pt.dot(pt.as_tensor(np.arange(6.).reshape(2, 3)), x)))  # => Matrix(float64, shape=(?, 2)) [[5.0, 14.0], [2.0, 12.5]] [[84.0, 122.0, 160.0], [75.0, 104.0, 133.0]]
print(*shown(pt.dot(x, pt.as_tensor(np.arange(6.).reshape(3, 2)))))  # => Matrix(float64, shape=(?, 2)) [[10.0, 13.0], [4.0, 7.5]] [[26.0, 118.0, 210.0], [15.0, 61.0, 107.0]]
print(*shown(pt.outer(x, x)))  # => Tensor3(float64, shape=(?, ?, ?)) [[[0.0, 0.0, 0.0], [0.0, 1.0, 2.0], [0.0, 2.0, 4.0]], [[4.0, 2.0, 1.0], [2.0, 1.0, 0.5], [1.0, 0.5, 0.25]]] [[0.0, 20.0, 40.0], [42.0, 21.0, 10.5]]
print(*shown(x[0] + x[-1]))  # => Vector(float64, shape=(?,)) [2.0, 2.5] [[4.0, 0.0, 4.0], [5.0, 0.0, 5.0]]
print(*shown(x[1:] * 2))  # => Matrix(float64, shape=(?, ?)) [[2.0, 4.0], [2.0, 1.0]] [[0.0, 8.0, 16.0], [0.0, 8.0, 4.0]]
print(*shown(x[[2, 0, 0]]))  # => Matrix(float64, shape=(?, 3)) [[2.0, 0.0, 0.0], [0.5, 2.0, 2.0]] [[0.0, 0.0, 4.0], [8.0, 0.0, 1.0]]
print(*shown(pt.set_subtensor(x[0], 7.0)))  # => Matrix(float64, shape=(?, ?)) [[7.0, 1.0, 2.0], [7.0, 1.0, 0.5]] [[0.0, 2.0, 4.0], [0.0, 2.0, 1.0]]
y = vectorize_graph(pt.sort(x), {x: X})
print(y.type, y.eval({X: xv}).tolist())  # => Matrix(float64, shape=(?, ?)) [[0.0, 1.0, 2.0], [0.5, 1.0, 2.0]]
print(*shown(pt.argmax(x)))  # => Vector(int64, shape=(?,)) [2, 0]
print(*shown(pt.cumsum(x)))  # => Matrix(float64, shape=(?, ?)) [[0.0, 1.0, 3.0], [2.0, 3.0, 3.5]] [[8.0, 8.0, 6.0], [17.0, 13.0, 7.0]]
print(*shown(pt.concatenate([x, x])))  # => Matrix(float64, shape=(?, ?)) [[0.0, 1.0, 2.0, 0.0, 1.0, 2.0], [2.0, 1.0, 0.5, 2.0, 1.0, 0.5]] [[0.0, 4.0, 8.0], [8.0, 4.0, 2.0]]
print(*shown(pt.concatenate([x, pt.zeros(1)])))  # => Matrix(float64, shape=(?, ?)) [[0.0, 1.0, 2.0, 0.0], [2.0, 1.0, 0.5, 0.0]] [[0.0, 2.0, 4.0], [4.0, 2.0, 1.0]]
print(*shown(pt.stack([x[0], x[1]])))  # => Matrix(float64, shape=(?, 2)) [[0.0, 1.0], [2.0, 1.0]] [[0.0, 2.0, 0.0], [4.0, 2.0, 0.0]]
print(*shown(x.reshape((3, 1))))  # => Tensor3(float64, shape=(?, 3, 1)) [[[0.0], [1.0], [2.0]], [[2.0], [1.0], [0.5]]] [[0.0, 2.0, 4.0], [4.0, 2.0, 1.0]]
print(*shown(pt.diag(x)))  # => Tensor3(float64, shape=(?, ?, ?)) [[[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 2.0]], [[2.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.5]]] [[0.0, 2.0, 4.0], [4.0, 2.0, 1.0]]
print(*shown(pt.special.softmax(x)))  # => Matrix(float64, shape=(?, ?)) [[0.09003057317038046, 0.24472847105479764, 0.6652409557748218], [0.6285317192117624, 0.23122389762214907, 0.14024438316608848]] [[-0.075718, -0.130105, 0.205823], [0.201566, -0.109582, -0.091984]]
print(*shown(x.shape))  # => Matrix(int64, shape=(?, 1)) [[3], [3]]
print(*shown(pt.alloc(x, 2, 3)))  # => Tensor3(float64, shape=(?, 2, 3)) [[[0.0, 1.0, 2.0], [0.0, 1.0, 2.0]], [[2.0, 1.0, 0.5], [2.0, 1.0, 0.5]]] [[0.0, 4.0, 8.0], [8.0, 4.0, 2.0]]
print(*shown(pt.ones_like(x) * x))  # => Matrix(float64, shape=(?, ?)) [[0.0, 1.0, 2.0], [2.0, 1.0, 0.5]] [[0.0, 2.0, 4.0], [4.0, 2.0, 1.0]]
print(*shown(x.max()))  # => Vector(float64, shape=(?,)) [2.0, 2.0] [[0.0, 0.0, 4.0], [4.0, 0.0, 0.0]]
print(*shown(pt.sqrt((x ** 2).sum())))  # => Vector(float64, shape=(?,)) [2.23606797749979, 2.29128784747792] [[0.0, 2.0, 4.0], [4.0, 2.0, 1.0]]
print(*shown(pt.switch(x > 1, x, -x)))  # => Matrix(float64, shape=(?, ?)) [[-0.0, -1.0, 2.0], [2.0, -1.0, -0.5]] [[0.0, 2.0, 4.0], [4.0, 2.0, 1.0]]
print(*shown(pt.linalg.solve(pt.as_tensor(np.eye(3) * 2), x)))  # => Matrix(float64, shape=(?, ?)) [[0.0, 0.5, 1.0], [1.0, 0.5, 0.25]] [[0.0, 0.5, 1.0], [1.0, 0.5, 0.25]]
print(*shown(pt.repeat(x, 2)))  # => Matrix(float64, shape=(?, ?)) [[0.0, 0.0, 1.0, 1.0, 2.0, 2.0], [2.0, 2.0, 1.0, 1.0, 0.5, 0.5]] [[0.0, 4.0, 8.0], [8.0, 4.0, 2.0]]
print(*shown(pytensor.scan(lambda a, s: a + s, sequences=[x], outputs_info=[pt.zeros(())], return_updates=False)[-1]))  # => Vector(float64, shape=(?,)) [3.0, 3.5] [[6.0, 6.0, 6.0], [7.0, 7.0, 7.0]]

# %% vectorize
import numpy as np
import pytensor
import pytensor.tensor as pt
from pytensor.graph.replace import vectorize_graph
x = pt.vector("x")
X = pt.matrix("X")
xv = np.array([[0., 1., 2.], [2., 1., 0.5]])
f = pt.vectorize(lambda a: (a[0], a[-1]), signature="(n)->(),()")
a, b = f(X)
print(pytensor.function([X], [a, b])(xv))  # => [array([0., 2.]), array([2. , 0.5])]
g = pt.vectorize(lambda a, b: a * b + 1)
print(g(X, x).eval({X: xv, x: [1., 2., 3.]}))  # => [[1.  3.  7. ]
# =>  [3.  3.  2.5]]
for bad in [lambda: pt.vectorize(lambda a: a, signature="(n)->")(X), lambda: pt.vectorize(lambda a: a, signature="(n),(m)->()")(X), lambda: pt.vectorize(lambda a: None)(X), lambda: pt.vectorize(lambda a: a, signature="(a,b,c)->()")(X), lambda: vectorize_graph(x, {x: 1}), lambda: pt.vectorize(lambda a: a, signature="(n)->(),()")(X)]:
    try: bad(); print("fine")
    except Exception as e: print(type(e).__name__, e)  # => ValueError not a valid gufunc signature: (n)->
    # => ValueError Number of inputs does not match signature: (n),(m)->()
    # => ValueError vectorize function returned no outputs
    # => ValueError Input X has less dimensions than signature ('a', 'b', 'c')
    # => ValueError Some of the replaced items are not Variables: {x: 1}
    # => ValueError Number of outputs does not match signature: (n)->(),()

# %% vectorize_graph of draws and products
import numpy as np
import pytensor
import pytensor.tensor as pt
from pytensor.graph.replace import vectorize_graph
x = pt.vector("x")
X = pt.matrix("X")
xv = np.array([[0., 1., 2.], [2., 1., 0.5]])
u = pt.random.normal(x, 1)
U = vectorize_graph(u, {x: X})
print(U.type)  # => Matrix(float64, shape=(?, ?))
mu = pt.scalar("mu"); M = pt.vector("M")
d = vectorize_graph(pt.random.normal(mu, 1, size=(3,), rng=pytensor.shared(np.random.default_rng(1))), {mu: M})
print(d.type, d.eval({M: [0., 100.]}).tolist())  # => Matrix(float64, shape=(?, ?)) [[0.345584192064786, 0.8216181435011584, 0.33043707618338714], [98.69684276839564, 100.90535586667312, 100.44637457236401]]
d = vectorize_graph(pt.random.normal(mu, 1, rng=pytensor.shared(np.random.default_rng(1))), {mu: M})
print(d.type, d.eval({M: [0., 100.]}).tolist())  # => Vector(float64, shape=(?,)) [0.345584192064786, 100.82161814350115]
print(pytensor.dprint(vectorize_graph(pt.sort(x)[0] + x.sum(), {x: X}), file="str").strip())  # => Add [id A]
# =>  ├─ Subtensor{:, i} [id B]
# =>  │  ├─ Blockwise{SortOp{kind='quicksort'}, (i00),()->(o00)} [id C]
# =>  │  │  ├─ X [id D]
# =>  │  │  └─ ExpandDims{axis=0} [id E]
# =>  │  │     └─ -1 [id F]
# =>  │  └─ 0 [id G]
# =>  └─ Sum{axis=1} [id H]
# =>     └─ X [id D]
W = pt.matrix("W")
Y = vectorize_graph(pt.dot(W, x), {x: X})
gx, gw = pytensor.grad((Y ** 2).sum(), [X, W])
print(*[v.round(6).tolist() for v in pytensor.function([X, W], [gx, gw])(xv, np.arange(6.).reshape(2, 3))])  # => [[84.0, 122.0, 160.0], [75.0, 104.0, 133.0]] [[8.0, 14.0, 22.0], [50.0, 53.0, 68.5]]
y = vectorize_graph([x.sum(), x * 2], {x: X})
print(type(y).__name__, [t.ndim for t in y])  # => list [1, 2]

# %% pad
import numpy as np
import pytensor
import pytensor.tensor as pt
def shown(make, v):
    x = pt.tensor("x", dtype="float64", shape=(None,) * v.ndim)
    y = make(x)
    f = pytensor.function([x], [y, pytensor.grad((y * pt.arange(y.size).reshape(y.shape)).sum(), x)])
    r, g = f(v)
    return y.type, r.tolist(), g.round(9).tolist()
v1 = np.array([1., 2., 4., 7.])
v2 = np.arange(6.).reshape(2, 3) ** 2
print(*shown(lambda x: pt.pad(x, (2, 3), "constant"), v1))  # => Vector(float64, shape=(?,)) [0.0, 0.0, 1.0, 2.0, 4.0, 7.0, 0.0, 0.0, 0.0] [2.0, 3.0, 4.0, 5.0]
print(*shown(lambda x: pt.pad(x, ((1, 2), (2, 1)), "constant"), v2))  # => Matrix(float64, shape=(?, ?)) [[0.0, 0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 1.0, 4.0, 0.0], [0.0, 0.0, 9.0, 16.0, 25.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0, 0.0]] [[8.0, 9.0, 10.0], [14.0, 15.0, 16.0]]
print(*shown(lambda x: pt.pad(x, (2, 3), "linear_ramp"), v1))  # => Vector(float64, shape=(?,)) [0.0, 0.5, 1.0, 2.0, 4.0, 7.0, 4.666666666666667, 2.3333333333333335, 0.0] [2.5, 3.0, 4.0, 11.333333333]
print(*shown(lambda x: pt.pad(x, ((1, 2), (2, 1)), "linear_ramp"), v2))  # => Matrix(float64, shape=(?, ?)) [[0.0, 0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 1.0, 4.0, 0.0], [0.0, 4.5, 9.0, 16.0, 25.0, 0.0], [0.0, 2.25, 4.5, 8.0, 12.5, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0, 0.0]] [[11.5, 9.0, 10.0], [35.25, 25.5, 27.0]]
print(*shown(lambda x: pt.pad(x, (2, 3), "maximum"), v1))  # => Vector(float64, shape=(?,)) [7.0, 7.0, 1.0, 2.0, 4.0, 7.0, 7.0, 7.0, 7.0] [2.0, 3.0, 4.0, 27.0]
print(*shown(lambda x: pt.pad(x, ((1, 2), (2, 1)), "maximum"), v2))  # => Matrix(float64, shape=(?, ?)) [[25.0, 25.0, 9.0, 16.0, 25.0, 25.0], [4.0, 4.0, 0.0, 1.0, 4.0, 4.0], [25.0, 25.0, 9.0, 16.0, 25.0, 25.0], [25.0, 25.0, 9.0, 16.0, 25.0, 25.0], [25.0, 25.0, 9.0, 16.0, 25.0, 25.0]] [[8.0, 9.0, 34.0], [62.0, 66.0, 256.0]]
print(*shown(lambda x: pt.pad(x, (2, 3), "minimum"), v1))  # => Vector(float64, shape=(?,)) [1.0, 1.0, 1.0, 2.0, 4.0, 7.0, 1.0, 1.0, 1.0] [24.0, 3.0, 4.0, 5.0]
print(*shown(lambda x: pt.pad(x, ((1, 2), (2, 1)), "minimum"), v2))  # => Matrix(float64, shape=(?, ?)) [[0.0, 0.0, 0.0, 1.0, 4.0, 0.0], [0.0, 0.0, 0.0, 1.0, 4.0, 0.0], [9.0, 9.0, 9.0, 16.0, 25.0, 9.0], [0.0, 0.0, 0.0, 1.0, 4.0, 0.0], [0.0, 0.0, 0.0, 1.0, 4.0, 0.0]] [[224.0, 60.0, 64.0], [56.0, 15.0, 16.0]]
print(*shown(lambda x: pt.pad(x, (2, 3), "mean"), v1))  # => Vector(float64, shape=(?,)) [3.5, 3.5, 1.0, 2.0, 4.0, 7.0, 3.5, 3.5, 3.5] [7.5, 8.5, 9.5, 10.5]
print(*shown(lambda x: pt.pad(x, ((1, 2), (2, 1)), "mean"), v2))  # => Matrix(float64, shape=(?, ?)) [[9.166666666666666, 9.166666666666666, 4.5, 8.5, 14.5, 9.166666666666666], [1.6666666666666667, 1.6666666666666667, 0.0, 1.0, 4.0, 1.6666666666666667], [16.666666666666668, 16.666666666666668, 9.0, 16.0, 25.0, 16.666666666666668], [9.166666666666666, 9.166666666666666, 4.5, 8.5, 14.5, 9.166666666666666], [9.166666666666666, 9.166666666666666, 4.5, 8.5, 14.5, 9.166666666666666]] [[64.0, 66.5, 69.0], [76.0, 78.5, 81.0]]
print(*shown(lambda x: pt.pad(x, (2, 3), "wrap"), v1))  # => Vector(float64, shape=(?,)) [4.0, 7.0, 1.0, 2.0, 4.0, 7.0, 1.0, 2.0, 4.0] [8.0, 10.0, 12.0, 6.0]
print(*shown(lambda x: pt.pad(x, ((1, 2), (2, 1)), "wrap"), v2))  # => Matrix(float64, shape=(?, ?)) [[16.0, 25.0, 9.0, 16.0, 25.0, 9.0], [1.0, 4.0, 0.0, 1.0, 4.0, 0.0], [16.0, 25.0, 9.0, 16.0, 25.0, 9.0], [1.0, 4.0, 0.0, 1.0, 4.0, 0.0], [16.0, 25.0, 9.0, 16.0, 25.0, 9.0]] [[62.0, 54.0, 58.0], [93.0, 81.0, 87.0]]
print(*shown(lambda x: pt.pad(x, (2, 3), "symmetric"), v1))  # => Vector(float64, shape=(?,)) [2.0, 1.0, 1.0, 2.0, 4.0, 7.0, 7.0, 4.0, 2.0] [3.0, 11.0, 11.0, 11.0]
print(*shown(lambda x: pt.pad(x, ((1, 2), (2, 1)), "symmetric"), v2))  # => Matrix(float64, shape=(?, ?)) [[1.0, 0.0, 0.0, 1.0, 4.0, 4.0], [1.0, 0.0, 0.0, 1.0, 4.0, 4.0], [16.0, 9.0, 9.0, 16.0, 25.0, 25.0], [16.0, 9.0, 9.0, 16.0, 25.0, 25.0], [1.0, 0.0, 0.0, 1.0, 4.0, 4.0]] [[69.0, 69.0, 87.0], [66.0, 66.0, 78.0]]
print(*shown(lambda x: pt.pad(x, (2, 3), "reflect"), v1))  # => Vector(float64, shape=(?,)) [4.0, 2.0, 1.0, 2.0, 4.0, 7.0, 4.0, 2.0, 1.0] [10.0, 11.0, 10.0, 5.0]
print(*shown(lambda x: pt.pad(x, ((1, 2), (2, 1)), "reflect"), v2))  # => Matrix(float64, shape=(?, ?)) [[25.0, 16.0, 9.0, 16.0, 25.0, 16.0], [4.0, 1.0, 0.0, 1.0, 4.0, 1.0], [25.0, 16.0, 9.0, 16.0, 25.0, 16.0], [4.0, 1.0, 0.0, 1.0, 4.0, 1.0], [25.0, 16.0, 9.0, 16.0, 25.0, 16.0]] [[28.0, 90.0, 56.0], [42.0, 135.0, 84.0]]
print(*shown(lambda x: pt.pad(x, (9, 6), "wrap"), v1))  # => Vector(float64, shape=(?,)) [7.0, 1.0, 2.0, 4.0, 7.0, 1.0, 2.0, 4.0, 7.0, 1.0, 2.0, 4.0, 7.0, 1.0, 2.0, 4.0, 7.0, 1.0, 2.0] [45.0, 50.0, 36.0, 40.0]
print(*shown(lambda x: pt.pad(x, (9, 6), "symmetric"), v1))  # => Vector(float64, shape=(?,)) [1.0, 1.0, 2.0, 4.0, 7.0, 7.0, 4.0, 2.0, 1.0, 1.0, 2.0, 4.0, 7.0, 7.0, 4.0, 2.0, 1.0, 1.0, 2.0] [51.0, 52.0, 34.0, 34.0]
print(*shown(lambda x: pt.pad(x, (9, 7), "reflect"), v1))  # => Vector(float64, shape=(?,)) [7.0, 4.0, 2.0, 1.0, 2.0, 4.0, 7.0, 4.0, 2.0, 1.0, 2.0, 4.0, 7.0, 4.0, 2.0, 1.0, 2.0, 4.0, 7.0, 4.0] [27.0, 54.0, 73.0, 36.0]
print(*shown(lambda x: pt.pad(x, ((1, 2), (2, 1)), constant_values=((5, 6), (7, 8))), v2))  # => Matrix(float64, shape=(?, ?)) [[7.0, 7.0, 5.0, 5.0, 5.0, 8.0], [7.0, 7.0, 0.0, 1.0, 4.0, 8.0], [7.0, 7.0, 9.0, 16.0, 25.0, 8.0], [7.0, 7.0, 6.0, 6.0, 6.0, 8.0], [7.0, 7.0, 6.0, 6.0, 6.0, 8.0]] [[8.0, 9.0, 10.0], [14.0, 15.0, 16.0]]
print(*shown(lambda x: pt.pad(x, (1, 2), constant_values=9), v1))  # => Vector(float64, shape=(?,)) [9.0, 1.0, 2.0, 4.0, 7.0, 9.0, 9.0] [1.0, 2.0, 3.0, 4.0]
print(*shown(lambda x: pt.pad(x, (2, 3), "linear_ramp", end_values=(5, -4)), v1))  # => Vector(float64, shape=(?,)) [5.0, 3.0, 1.0, 2.0, 4.0, 7.0, 3.333333333333333, -0.3333333333333335, -4.0] [2.5, 3.0, 4.0, 11.333333333]
print(*shown(lambda x: pt.pad(x, (2, 3), "mean", stat_length=(2, 1)), v1))  # => Vector(float64, shape=(?,)) [1.5, 1.5, 1.0, 2.0, 4.0, 7.0, 7.0, 7.0, 7.0] [2.5, 3.5, 4.0, 26.0]
print(*shown(lambda x: pt.pad(x, (2, 3), "maximum", stat_length=2), v1))  # => Vector(float64, shape=(?,)) [2.0, 2.0, 1.0, 2.0, 4.0, 7.0, 7.0, 7.0, 7.0] [2.0, 4.0, 4.0, 26.0]
print(pt.pad(v1, (2, 3), "edge").eval(), pt.pad(v2, 1, "edge").eval().ravel())  # => [1. 1. 1. 2. 4. 7. 7. 7. 7.] [ 0.  0.  1.  4.  4.  0.  0.  1.  4.  4.  9.  9. 16. 25. 25.  9.  9. 16.
# =>  25. 25.]
for mode in ["constant", "wrap", "edge", "reflect"]:
    y = pt.pad(np.array([1, 2, 3]), (1, 2), mode)
    print(y.type, y.dtype, y.eval())  # => Vector(float64, shape=(6,)) float64 [0. 1. 2. 3. 0. 0.]
    # => Vector(int64, shape=(?,)) int64 [3 1 2 3 1 2]
    # => Vector(float64, shape=(6,)) float64 [1. 1. 2. 3. 3. 3.]
    # => Vector(int64, shape=(?,)) int64 [2 1 2 3 2 1]
n = pt.iscalar("n")
x = pt.dvector("x")
print(pt.pad(x, (n, 1)).eval({x: v1, n: 2}))  # => [0. 0. 1. 2. 4. 7. 0.]
print(pt.pad(x, n, "reflect").eval({x: v1, n: 2}))  # => [4. 2. 1. 2. 4. 7. 4. 2.]
for bad in [lambda: pt.pad(x, 1, "median"), lambda: pt.pad(x, 1, "edge", constant_values=3), lambda: pt.pad(x, 1, "odd"), lambda: pt.pad(x, 1, "reflect", reflect_type="odd")]:
    try: bad(); print("fine")
    except Exception as e: print(type(e).__name__, e)  # => NotImplementedError Median padding not implemented
    # => ValueError Invalid keyword arguments for mode 'edge': dict_keys(['constant_values'])
    # => ValueError Invalid mode: odd
    # => NotImplementedError Odd reflection not implemented. If you need this feature, please open an issue at https://github.com/pymc-devs/pytensor/issues

# %% FunctionGraph
import pytensor
import pytensor.tensor as T
from pytensor.graph.fg import FunctionGraph
x = T.dvector('x'); y = T.dvector('y')
a = x + y
b = T.exp(a)
c = b * 2 + a
fg = FunctionGraph([x, y], [c], clone=False)
print(fg)  # => FunctionGraph(Add(Mul(Exp(*1 -> Add(x, y)), ExpandDims{axis=0}(2)), *1))
print(type(fg).__name__, fg.inputs, len(fg.outputs), fg.outputs[0] is c)  # => FunctionGraph [x, y] 1 True
print([str(n.op) for n in fg.toposort()])  # => ['Add', 'ExpandDims{axis=0}', 'Exp', 'Mul', 'Add']
print(len(fg.apply_nodes), len(fg.variables), a in fg.variables, T.exp(x) in fg.variables)  # => 5 8 True False
print(c.owner in fg.apply_nodes)  # => True
print(pytensor.printing.debugprint(fg, file="str").strip())  # => Add [id A] 4
# =>  ├─ Mul [id B] 3
# =>  │  ├─ Exp [id C] 2
# =>  │  │  └─ Add [id D] 0
# =>  │  │     ├─ x [id E]
# =>  │  │     └─ y [id F]
# =>  │  └─ ExpandDims{axis=0} [id G] 1
# =>  │     └─ 2 [id H]
# =>  └─ Add [id D] 0
# =>     └─ ···
g = fg.clone()
print(g, g.inputs[0] is x)  # => FunctionGraph(Add(Mul(Exp(*1 -> Add(x, y)), ExpandDims{axis=0}(2)), *1)) False
fg.replace(a, x - y)
print(fg)  # => FunctionGraph(Add(Mul(Exp(*1 -> Sub(x, y)), ExpandDims{axis=0}(2)), *1))
print([str(n.op) for n in fg.toposort()])  # => ['Sub', 'ExpandDims{axis=0}', 'Exp', 'Mul', 'Add']
f = pytensor.function(fg.inputs, fg.outputs)
print(f([1., 2.], [3., 5.]))  # => [array([-1.72932943, -2.90042586])]
fg.replace_all([(b, x * x)])
print(fg)  # => FunctionGraph(Add(Mul(Mul(x, x), ExpandDims{axis=0}(2)), Sub(x, y)))
h = FunctionGraph([x, y], [x * y])
print(h.inputs[0] is x, h.outputs[0].owner.inputs[0] is h.inputs[0], h)  # => False True FunctionGraph(Mul(x, y))
for bad in [lambda: FunctionGraph([x], [x + y]), lambda: FunctionGraph([a], [c], clone=False), lambda: FunctionGraph([x], [y])]:
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])  # => MissingInputError Input 1 (y) of the graph (indices start from 0), used to compute Add(x, y), was not provided and not given a value. Use the PyTensor flag exception_verbosity='high', for more information on this error.
        # => ValueError One of the provided inputs is the output of an already existing node. If that is okay, either discard that input's owner or use graph.clone.
        # => MissingInputError Undeclared input: y

# %% attributes of ops that draw
import pytensor
import pytensor.tensor as T
for v in [T.random.normal(0, 1), T.random.normal(0, 1, dtype='float32'), T.random.bernoulli(0.5), T.random.dirichlet([1., 2.]), T.random.multivariate_normal([0., 0.], [[1., 0.], [0., 1.]])]:
    o = v.owner.op
    print(o.name, o.ndim_supp, o.ndims_params, o.dtype, o.inplace, o.default_output, getattr(o, 'signature', None))  # => normal 0 [0, 0] float64 False 1 (),()->()
    # => normal 0 [0, 0] float32 False 1 (),()->()
    # => bernoulli 0 [0] int64 False 1 ()->()
    # => dirichlet 1 [1] float64 False 1 (a)->(a)
    # => multivariate_normal 1 [1, 2] float64 False 1 (n),(n,n)->(n)
