# Graphs as objects and the ops of draws in Aesara.

# %% FunctionGraph
import aesara
import aesara.tensor as T
from aesara.graph.fg import FunctionGraph
x = T.dvector('x'); y = T.dvector('y')
a = x + y
b = T.exp(a)
c = b * 2 + a
fg = FunctionGraph([x, y], [c], clone=False)
print(fg)  # => FunctionGraph(Elemwise{add,no_inplace}(Elemwise{mul,no_inplace}(Elemwise{exp,no_inplace}(*1 -> Elemwise{add,no_inplace}(x, y)), InplaceDimShuffle{x}(TensorConstant{2})), *1))
print(type(fg).__name__, fg.inputs, len(fg.outputs), fg.outputs[0] is c)  # => FunctionGraph [x, y] 1 True
print([str(n.op) for n in fg.toposort()])  # => ['Elemwise{add,no_inplace}', 'InplaceDimShuffle{x}', 'Elemwise{exp,no_inplace}', 'Elemwise{mul,no_inplace}', 'Elemwise{add,no_inplace}']
print(len(fg.apply_nodes), len(fg.variables), a in fg.variables, T.exp(x) in fg.variables)  # => 5 8 True False
print(c.owner in fg.apply_nodes)  # => True
print(aesara.printing.debugprint(fg, file="str").strip())  # => Elemwise{add,no_inplace} [id A] 4
# =>  |Elemwise{mul,no_inplace} [id B] 3
# =>  | |Elemwise{exp,no_inplace} [id C] 2
# =>  | | |Elemwise{add,no_inplace} [id D] 0
# =>  | |   |x [id E]
# =>  | |   |y [id F]
# =>  | |InplaceDimShuffle{x} [id G] 1
# =>  |   |TensorConstant{2} [id H]
# =>  |Elemwise{add,no_inplace} [id D] 0
g = fg.clone()
print(g, g.inputs[0] is x)  # => FunctionGraph(Elemwise{add,no_inplace}(Elemwise{mul,no_inplace}(Elemwise{exp,no_inplace}(*1 -> Elemwise{add,no_inplace}(x, y)), InplaceDimShuffle{x}(TensorConstant{2})), *1)) False
fg.replace(a, x - y)
print(fg)  # => FunctionGraph(Elemwise{add,no_inplace}(Elemwise{mul,no_inplace}(Elemwise{exp,no_inplace}(*1 -> Elemwise{sub,no_inplace}(x, y)), InplaceDimShuffle{x}(TensorConstant{2})), *1))
print([str(n.op) for n in fg.toposort()])  # => ['Elemwise{sub,no_inplace}', 'InplaceDimShuffle{x}', 'Elemwise{exp,no_inplace}', 'Elemwise{mul,no_inplace}', 'Elemwise{add,no_inplace}']
f = aesara.function(fg.inputs, fg.outputs)
print(f([1., 2.], [3., 5.]))  # => [array([-1.72932943, -2.90042586])]
fg.replace_all([(b, x * x)])
print(fg)  # => FunctionGraph(Elemwise{add,no_inplace}(Elemwise{mul,no_inplace}(Elemwise{mul,no_inplace}(x, x), InplaceDimShuffle{x}(TensorConstant{2})), Elemwise{sub,no_inplace}(x, y)))
h = FunctionGraph([x, y], [x * y])
print(h.inputs[0] is x, h.outputs[0].owner.inputs[0] is h.inputs[0], h)  # => False True FunctionGraph(Elemwise{mul,no_inplace}(x, y))
for bad in [lambda: FunctionGraph([x], [x + y]), lambda: FunctionGraph([a], [c], clone=False), lambda: FunctionGraph([x], [y])]:
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])  # => MissingInputError Input 1 (y) of the graph (indices start from 0), used to compute Elemwise{add,no_inplace}(x, y), was not provided and not given a value. Use the Aesara flag exception_verbosity='high', for more information on this error.
        # => ValueError One of the provided inputs is the output of an already existing node. If that is okay, either discard that input's owner or use graph.clone.
        # => MissingInputError Undeclared input: y

# %% attributes of ops that draw
import aesara
import aesara.tensor as T
for v in [T.random.normal(0, 1), T.random.normal(0, 1, dtype='float32'), T.random.bernoulli(0.5), T.random.dirichlet([1., 2.]), T.random.multivariate_normal([0., 0.], [[1., 0.], [0., 1.]])]:
    o = v.owner.op
    print(o.name, o.ndim_supp, o.ndims_params, o.dtype, o.inplace, o.default_output, getattr(o, 'signature', None))  # => normal 0 (0, 0) floatX False 1 None
    # => normal 0 (0, 0) floatX False 1 None
    # => bernoulli 0 (0,) int64 False 1 None
    # => dirichlet 1 (1,) floatX False 1 None
    # => multivariate_normal 1 (1, 2) floatX False 1 None
