# What graphs of scans look like to a program, as PyTensor 3.0.7 prints them.

# %% the owner of a scan's output cuts the initial row off a buffer
import warnings
warnings.simplefilter('ignore')
import pytensor, pytensor.tensor as T
x, s = T.dvector('x'), T.dscalar('s')
from pytensor.graph.traversal import graph_inputs
a = pytensor.shared(1.0, name='a')
o, u = pytensor.scan(lambda p, q: (p * q + a, {a: a + p}), sequences=x, outputs_info=s, name='loop')
print(o, o.name, o.owner.op, type(o.owner.op).__name__, o.owner.inputs)  # => Subtensor{start:}.0 None Subtensor{start:} Subtensor [Scan{loop, while_loop=False, inplace=none}.0, ScalarConstant(ScalarType(int64), data=np.int64(1))]
scan = o.owner.inputs[0].owner
print(scan.op, scan.op.name, scan.inputs, scan.outputs)  # => Scan{loop, while_loop=False, inplace=none} loop [Subtensor{i}.0, Subtensor{:stop}.0, SetSubtensor{:stop}.0, SetSubtensor{:stop}.0] [Scan{loop, while_loop=False, inplace=none}.0, Scan{loop, while_loop=False, inplace=none}.1]
print(len(scan.inputs))  # => 4
print(u[a].owner.op, u[a].owner.inputs, u[a].owner.inputs[0].owner.inputs[0].owner is scan)  # => Subtensor{i} [Subtensor{start:}.0, ScalarConstant(ScalarType(int64), data=np.int64(-1))] True
print([v for v in graph_inputs([o]) if v.name])  # => [a, x, s]
mapped, _ = pytensor.scan(lambda p: p * 2, sequences=x)
print(mapped.owner.op, mapped.owner.inputs, mapped.owner.outputs[0] is mapped)  # => Scan{scan_fn, while_loop=False, inplace=none} [Subtensor{i}.0, Subtensor{:stop}.0, Subtensor{i}.0] True
print(x[0].owner.inputs, type(x[0].owner.inputs[1]).__name__, x[0].owner.inputs[1].type, x[T.iscalar('i')].owner.inputs)  # => [x, ScalarConstant(ScalarType(int64), data=np.int64(0))] ScalarConstant int64 [x, ScalarFromTensor.0]

# %% debugprint shows the buffers and the step
import warnings
warnings.simplefilter('ignore')
import pytensor, pytensor.tensor as T
x = T.dvector('x')
o, u = pytensor.scan(lambda a, b: a + b, outputs_info=dict(initial=x, taps=[-2, -1]), n_steps=5)
text = pytensor.dprint(o[-1], file='str').replace(' \n', '\n').split('\n')
print(text[:6])  # => ['Subtensor{i} [id A]', ' ├─ Subtensor{start:} [id B]', ' │  ├─ Scan{scan_fn, while_loop=False, inplace=none} [id C]', ' │  │  ├─ 5 [id D]', ' │  │  └─ SetSubtensor{:stop} [id E]', " │  │     ├─ AllocEmpty{dtype='float64'} [id F]"]
print(text[6:12])  # => [' │  │     │  └─ Add [id G]', ' │  │     │     ├─ 5 [id D]', ' │  │     │     └─ Subtensor{i} [id H]', ' │  │     │        ├─ Shape [id I]', ' │  │     │        │  └─ Subtensor{:stop} [id J]', ' │  │     │        │     ├─ x [id K]']
print(text[-5:])  # => ['Scan{scan_fn, while_loop=False, inplace=none} [id C]', ' ← Add [id Q]', '    ├─ i0 [id R] -> [id E]', '    └─ i1 [id S] -> [id E]', '']
print(pytensor.printing.pprint(pytensor.scan(lambda p: p * 2, sequences=x)[0]))  # => Scan{scan_fn, while_loop=False, inplace=none}(Shape(x[0:])[0], x[0:][:ScalarFromTensor(Shape(x[0:])[0])], Shape(x[0:])[0])

# %% each output of a scan is shown with the step
import warnings
warnings.simplefilter('ignore')
import pytensor, pytensor.tensor as T
x = T.dvector('x')
o, u = pytensor.scan(lambda p: [p, p * 2], sequences=x)
text = pytensor.dprint(o, file='str').split('\n')
print([line for line in text if line.startswith('Scan')])  # => ['Scan{scan_fn, while_loop=False, inplace=none}.0 [id A]', 'Scan{scan_fn, while_loop=False, inplace=none}.1 [id A]', 'Scan{scan_fn, while_loop=False, inplace=none} [id A]']

# %% a step of one time whose outputs look like updates
import warnings
warnings.simplefilter('ignore')
import pytensor, pytensor.tensor as T
x = T.dvector('x')
a, b = pytensor.shared(1.0, name='a'), pytensor.shared(2.0, name='b')
step = lambda p: ([p, p + 1], [(a, a + 1), (b, b + 2)])
o, u = pytensor.scan(step, sequences=x, n_steps=1)
print(o, list(u.items()))  # => [] [(Subtensor{i}.0, Add.0), ((a, Add.0), (b, Add.0))]
try:
    pytensor.scan(step, sequences=x)
except TypeError as error:
    print(error)  # => The `updates` parameter must be an ordered mapping or a list of pairs

# %% gradients of what is no float keep the type of their variable
import numpy as np
import warnings
warnings.simplefilter('ignore')
import pytensor, pytensor.tensor as T
s = pytensor.shared(np.float32(0.3), name='s')
print(pytensor.grad(T.gt(s, 0) * s, s).dtype, pytensor.grad(T.switch(s, s, s), s).dtype)  # => float64 float64
