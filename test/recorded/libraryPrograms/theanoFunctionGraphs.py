# Graphs as objects in Theano.

# %% FunctionGraph
import theano
import theano.tensor as T
from theano.gof import FunctionGraph
x = T.dvector('x'); y = T.dvector('y')
a = x + y
b = T.exp(a)
c = b * y + a
fg = FunctionGraph([x, y], [c], clone=False)
print(fg)  # => [Elemwise{add,no_inplace}(Elemwise{mul,no_inplace}(Elemwise{exp,no_inplace}(*1 -> Elemwise{add,no_inplace}(x, y)), y), *1)]
print(type(fg).__name__, fg.inputs, len(fg.outputs), fg.outputs[0] is c)  # => FunctionGraph [x, y] 1 True
print([str(n.op) for n in fg.toposort()])  # => ['Elemwise{add,no_inplace}', 'Elemwise{exp,no_inplace}', 'Elemwise{mul,no_inplace}', 'Elemwise{add,no_inplace}']
print(len(fg.apply_nodes), len(fg.variables), a in fg.variables, T.exp(x) in fg.variables)  # => 4 6 True False
print(c.owner in fg.apply_nodes)  # => True
print(theano.printing.debugprint(fg, file="str").strip())  # => Elemwise{add,no_inplace} [id A] ''   3
# =>  |Elemwise{mul,no_inplace} [id B] ''   2
# =>  | |Elemwise{exp,no_inplace} [id C] ''   1
# =>  | | |Elemwise{add,no_inplace} [id D] ''   0
# =>  | |   |x [id E]
# =>  | |   |y [id F]
# =>  | |y [id F]
# =>  |Elemwise{add,no_inplace} [id D] ''   0
g = fg.clone()
print(g, g.inputs[0] is x)  # => [Elemwise{add,no_inplace}(Elemwise{mul,no_inplace}(Elemwise{exp,no_inplace}(*1 -> Elemwise{add,no_inplace}(x, y)), y), *1)] False
fg.replace(a, x - y)
print(fg)  # => [Elemwise{add,no_inplace}(Elemwise{mul,no_inplace}(Elemwise{exp,no_inplace}(*1 -> Elemwise{sub,no_inplace}(x, y)), y), *1)]
print([str(n.op) for n in fg.toposort()])  # => ['Elemwise{sub,no_inplace}', 'Elemwise{exp,no_inplace}', 'Elemwise{mul,no_inplace}', 'Elemwise{add,no_inplace}']
f = theano.function(fg.inputs, fg.outputs)
print(f([1., 2.], [3., 5.]))  # => [array([-1.59399415, -2.75106466])]
fg.replace_all([(b, x * x)])
print(fg)  # => [Elemwise{add,no_inplace}(Elemwise{mul,no_inplace}(Elemwise{mul,no_inplace}(x, x), y), Elemwise{sub,no_inplace}(x, y))]
h = FunctionGraph([x, y], [x * y])
print(h.inputs[0] is x, h.outputs[0].owner.inputs[0] is h.inputs[0], h)  # => False True [Elemwise{mul,no_inplace}(x, y)]
for bad in [lambda: FunctionGraph([x], [x + y]), lambda: FunctionGraph([a], [c], clone=False), lambda: FunctionGraph([x], [y])]:
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])  # => MissingInputError Input 1 of the graph (indices start from 0), used to compute Elemwise{add,no_inplace}(x, y), was not provided and not given a value. Use the Theano flag exception_verbosity='high', for more information on this error.
        # => ValueError One of the provided inputs is the output ofan already existing node. If that is okay, either discard that input's owner or use graph.clone.
        # => MissingInputError Undeclared input
