# What graphs of scans look like to a program, as Theano 1.0.5 prints them.

# %% the owner of a scan's output cuts the initial row off a buffer
import theano, theano.tensor as T
x, s = T.dvector('x'), T.dscalar('s')
a = theano.shared(1.0, name='a')
o, u = theano.scan(lambda p, q: (p * q + a, {a: a + p}), sequences=x, outputs_info=s, name='loop')
print(o, o.name, o.owner.op, type(o.owner.op).__name__, o.owner.inputs)  # => Subtensor{int64::}.0 None Subtensor{int64::} Subtensor [for{cpu,loop}.0, Constant{1}]
scan = o.owner.inputs[0].owner
print(scan.op, scan.op.name, scan.inputs, scan.outputs)  # => for{cpu,loop} loop [Subtensor{int64}.0, Subtensor{:int64:}.0, IncSubtensor{Set;:int64:}.0, IncSubtensor{Set;:int64:}.0] [for{cpu,loop}.0, for{cpu,loop}.1]
print(scan.op.n_seqs, scan.op.n_sit_sot, scan.op.n_nit_sot, scan.op.inputs, scan.op.outputs)  # => 1 2 0 [x[t], s[t-1], a_copy] [Elemwise{add,no_inplace}.0, Elemwise{add,no_inplace}.0]
print(u[a].owner.op, u[a].owner.inputs, u[a].owner.inputs[0].owner.inputs[0].owner is scan)  # => Subtensor{int64} [Subtensor{int64::}.0, Constant{-1}] True
print([v for v in theano.gof.graph.inputs([o]) if v.name])  # => [x, s, a]
mapped, _ = theano.scan(lambda p: p * 2, sequences=x)
print(mapped.owner.op, mapped.owner.inputs, mapped.owner.outputs[0] is mapped)  # => for{cpu,scan_fn} [Subtensor{int64}.0, Subtensor{:int64:}.0, Subtensor{int64}.0] True
print(x[0].owner.inputs, type(x[0].owner.inputs[1]).__name__, x[0].owner.inputs[1].type, x[T.iscalar('i')].owner.inputs)  # => [x, Constant{0}] ScalarConstant int64 [x, ScalarFromTensor.0]

# %% debugprint shows the buffers and the step
import theano, theano.tensor as T
x = T.dvector('x')
o, u = theano.scan(lambda a, b: a + b, outputs_info=dict(initial=x, taps=[-2, -1]), n_steps=5)
text = theano.printing.debugprint(o[-1], file='str').replace(' \n', '\n').split('\n')
print(text[:6])  # => ["Subtensor{int64} [id A] ''  ", " |Subtensor{int64::} [id B] ''  ", " | |for{cpu,scan_fn} [id C] ''  ", ' | | |TensorConstant{5} [id D]', " | | |IncSubtensor{Set;:int64:} [id E] ''  ", " | |   |AllocEmpty{dtype='float64'} [id F] ''  "]
print(text[6:12])  # => [" | |   | |Elemwise{add,no_inplace} [id G] ''  ", ' | |   |   |TensorConstant{5} [id D]', " | |   |   |Subtensor{int64} [id H] ''  ", " | |   |     |Shape [id I] ''  ", " | |   |     | |Subtensor{:int64:} [id J] ''  ", ' | |   |     |   |x [id K]']
print(text[-5:])  # => ["for{cpu,scan_fn} [id C] ''  ", " >Elemwise{add,no_inplace} [id Q] ''  ", ' > |x[t-2] [id R] -> [id E]', ' > |x[t-1] [id S] -> [id E]', '']
print(theano.pp(theano.scan(lambda p: p * 2, sequences=x)[0]))  # => for{cpu,scan_fn}(Shape(x[int64:])[Constant{0}], x[int64:][:int64], Shape(x[int64:])[Constant{0}])

# %% each output of a scan is shown with the step
import theano, theano.tensor as T
x = T.dvector('x')
o, u = theano.scan(lambda p: [p, p * 2], sequences=x)
text = theano.printing.debugprint(o, file='str').split('\n')
print([line for line in text if line.startswith('for')])  # => ["for{cpu,scan_fn}.0 [id A] ''   ", "for{cpu,scan_fn}.1 [id A] ''   ", "for{cpu,scan_fn}.0 [id A] ''   ", "for{cpu,scan_fn}.1 [id A] ''   "]

# %% a step of one time whose outputs look like updates
import theano, theano.tensor as T
x = T.dvector('x')
a, b = theano.shared(1.0, name='a'), theano.shared(2.0, name='b')
step = lambda p: ([p, p + 1], [(a, a + 1), (b, b + 2)])
o, u = theano.scan(step, sequences=x, n_steps=1)
print(o, list(u.items()))  # => [] [(Subtensor{int64}.0, Elemwise{add,no_inplace}.0), ((a, Elemwise{add,no_inplace}.0), (b, Elemwise{add,no_inplace}.0))]
try:
    theano.scan(step, sequences=x)
except TypeError as error:
    print(error)  # => ('update target must be a SharedVariable', x[t])

# %% gradients of what is no float keep the type of their variable
import numpy as np
import theano, theano.tensor as T
s = theano.shared(np.float32(0.3), name='s')
print(theano.grad(T.gt(s, 0) * s, s).dtype, theano.grad(T.switch(s, s, s), s).dtype)  # => float32 float64

# %% what a default update, In and copy refuse
import theano, theano.tensor as T
x = T.dscalar('x')
sh = theano.shared(1, name='sh')
def told(f, *args, **keywords):
    try:
        f(*args, **keywords)
    except Exception as error:
        return '%s: %s' % (type(error).__name__, error)
wrong = theano.shared(1, name='wrong')
wrong.default_update = wrong * 1.5
print(told(theano.function, [], wrong))  # => TypeError: Cannot convert Type TensorType(float64, scalar) (of Variable Elemwise{mul,no_inplace}.0) into Type TensorType(int64, scalar). You can try to manually convert Elemwise{mul,no_inplace}.0 into a TensorType(int64, scalar).
print(told(theano.In, x, update=5))  # => AttributeError: 'int' object has no attribute 'type'
print(told(theano.In, x, mutable=True, borrow=False))  # => AssertionError: ('Symbolic input for variable %s (name=%s) has flags mutable=True, borrow=False. This combination is incompatible since mutable=True implies that the input variable may be both aliased (borrow=True) and overwritten.', x, None)
f = theano.function([], sh)
print(told(f.copy, swap={sh: theano.shared(1.5)}))  # => AssertionError: ('Type of given SharedVariable conflicts with original one', 'Type of given SharedVariable:', TensorType(float64, scalar), 'Type of original SharedVariable:', TensorType(int64, scalar))
print(told(theano.function, [], sh, no_default_updates=sh))  # => TypeError: no_default_update should be either a boolean or a list

# %% arguments that scan refuses
import theano, theano.tensor as T
x, m = T.dvector('x'), T.dmatrix('m')
def told(**keywords):
    try:
        return theano.scan(lambda a: a + 1, **keywords)
    except Exception as error:
        return '%s: %s' % (type(error).__name__, error)
print(told(sequences=[[1, 2]]))  # => AttributeError: 'list' object has no attribute 'shape'
print(told(sequences=dict(input=x, taps=[])))  # => ValueError: zero-size array to reduction operation minimum which has no identity
print(told(outputs_info=dict(initial=x, taps=[-1.5]), n_steps=2))  # => TypeError: index must be integers
print(told(outputs_info=x[0], n_steps=2.0))  # => TypeError: Shape arguments to Alloc must be integers, but argument 0 is not for apply node: Elemwise{add,no_inplace}.0
print(told(outputs_info=x[0], n_steps=T.ivector()))  # => TypeError: ('Each shape dimension to Alloc must be a scalar, ', 'but dimension 0 have 1 dimensions for apply node: Elemwise{add,no_inplace}.0')
o, u = theano.scan(lambda p, q: p + q, sequences=m, outputs_info=T.zeros((1,)))
try:
    theano.function([m], o)
except TypeError as error:
    print(error)  # => ('The following error happened while compiling the node', for{cpu,scan_fn}(Subtensor{int64}.0, Subtensor{:int64:}.0, IncSubtensor{Set;:int64:}.0), '\n', "Inconsistency in the inner graph of scan 'scan_fn' : an input and an output are associated with the same recurrent state and should have the same type but have type 'TensorType(float64, (True,))' and 'TensorType(float64, vector)' respectively.")

# %% the right operator does not know truncate_gradient
import theano, theano.tensor as T
x = T.dvector('x')
o, u = theano.scan(lambda a, h: T.tanh(h + a), sequences=x, outputs_info=T.zeros(()), truncate_gradient=1)
f = theano.function([x], [T.grad(T.sum(o), x), T.Rop(o, x, x * 0 + 1)])
print([result.round(6).tolist() for result in f([0.5, -0.2, 0.1])])  # => [[0.0, 0.0, 0.883085], [0.786448, 1.66912, 2.357059]]
