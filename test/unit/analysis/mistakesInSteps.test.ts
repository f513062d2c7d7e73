/** What runs once, while the graph is built, and reads as if it ran in every step. */
import { describe, test } from 'vitest';
import { casesOf } from './cases.ts';
import { expectMarkedMistakes } from './markedMistakes.ts';

const once = `
#: print
def step(v):
    print(v)
#   ^^^^^ runs-once-in-step "what":"print"
    return v
out, _ = theano.scan(step, x)
#: print among others
def run(seq):
    def step(v, h):
        print('h', h)
#       ^^^^^ runs-once-in-step print
        return v + h
    return theano.scan(step, [seq], [T.zeros(())])
#: the statement
def step(v):
    print v.sum()
#   ^^^^^^^^^^^^^ runs-once-in-step print
    return v
out, _ = theano.scan(step, T.matrix())
#: set_value
def step(v):
    a.set_value(3)
#   ^^^^^^^^^^^ runs-once-in-step "what":"set_value"
    return v
out, _ = theano.scan(step, x)
#: get_value
def step(v):
    return v * b.get_value()
#              ^^^^^^^^^^^ runs-once-in-step "what":"get_value"
out, _ = theano.scan(step, x)
#: get_value through a name
def step(v):
    w = b.get_value(borrow=True)
#       ^^^^^^^^^^^ runs-once-in-step get_value
    return T.dot(v, w)
out, _ = theano.scan(step, T.matrix())
#: Aesara
import aesara, aesara.tensor as at
def step(v):
    print(v * 2)
#   ^^^^^ runs-once-in-step
    return v
out, _ = aesara.scan(step, at.vector())
`;

const goodOnce = `
#: what Python knows
def step(v):
    print('building the step')
    print(v.ndim, v.dtype, v.type, len(v.broadcastable))
    return v
out, _ = theano.scan(step, x)
#: the library's print
def step(v):
    return theano.printing.Print('v')(v)
out, _ = theano.scan(step, x)
#: outside of steps
out, _ = theano.scan(lambda v: v, x)
print(out)
a.set_value(3)
y = x * b.get_value()
#: sizes
def step(v):
    n = b.get_value().shape[0]
    k = len(b.get_value())
    return v * n + k
out, _ = theano.scan(step, x)
#: numbers alone
def step(v):
    limit = a.get_value() + 1
    print(limit)
    return v
out, _ = theano.scan(step, x)
#: what is not known
def run(seq, w):
    def step(v):
        print(w)
        return v
    return theano.scan(step, seq)
`;

const items = `
#: into a state
def step(i, h):
    h[i] = 1.0
#   ^^^^ item-assignment "target":"h","isIncrement":false
    return h
out, _ = theano.scan(step, T.arange(3), T.zeros((3,)))
#: in place
def step(i, h):
    h[i] += 1.0
#   ^^^^ item-assignment "isIncrement":true
    return h
out, _ = theano.scan(step, T.arange(3), T.zeros((3,)))
#: into a shared variable
W = theano.shared([1.0, 2.0])
def step(v):
    W[0] = v
#   ^^^^ item-assignment "target":"W"
    return v
out, _ = theano.scan(step, x)
#: into an expression
def step(v):
    h = T.zeros((3,))
    h[1:] = v
#   ^^^^^ item-assignment
    return h
out, _ = theano.scan(step, x)
#: PyTensor
import pytensor, pytensor.tensor as pt
def step(v, h):
    h[0, :] = v
#   ^^^^^^^ item-assignment
    return h
out = pytensor.scan(step, pt.vector(), pt.zeros((2, 2)), return_updates=False)
`;

const goodItems = `
#: lists, dicts and arrays
import numpy as np, theano, theano.tensor as T
def step(v):
    outs = [None, None]
    outs[0] = v
    kept = {}
    kept['v'] = v
    mask = np.zeros(3)
    mask[0] = 1
    return v
out, _ = theano.scan(step, T.vector())
#: set_subtensor
def step(i, h):
    return T.set_subtensor(h[i], 1.0)
out, _ = theano.scan(step, T.arange(3), T.zeros((3,)))
#: what is not known
def run(h):
    def step(v):
        h[0] = v
        return v
    return theano.scan(step, x)
#: updates of the program
updates = {}
def step(v):
    updates[a] = a + 1
    return v
out, _ = theano.scan(step, x)
`;

const gradients = `
#: an element of a sequence
y = x ** 2
J, _ = theano.scan(lambda yi: T.grad(yi, x), sequences=y)
#                             ^^^^^^ grad-of-sequence-element
#: with respect to a shared variable
cost = x * b
J, _ = theano.scan(lambda c: theano.grad(c, b), sequences=[cost])
#                            ^^^^^^^^^^^ grad-of-sequence-element
#: an expression of elements
y = x ** 2
J, _ = theano.scan(lambda yi: T.grad(yi * 2, wrt=x), sequences=y)
#                             ^^^^^^ grad-of-sequence-element
#: with respect to another argument of the step
y = x ** 2
J, _ = theano.scan(lambda yi, v: T.grad(yi, v), sequences=y, non_sequences=[x])
#                                ^^^^^^ grad-of-sequence-element
#: several variables
J, _ = theano.scan(lambda yi: T.grad(yi, [a, b]), sequences=x)
#                             ^^^^^^ grad-of-sequence-element
#: PyTensor
import pytensor, pytensor.tensor as pt
x = pt.vector()
J = pytensor.scan(lambda yi: pt.grad(yi, x), sequences=x ** 2, return_updates=False)
#                            ^^^^^^^ grad-of-sequence-element
`;

const goodGradients = `
#: by index
y = x ** 2
J, _ = theano.scan(lambda i, y, x: T.grad(y[i], x), sequences=T.arange(y.shape[0]), non_sequences=[y, x])
J, _ = theano.scan(lambda i: T.grad(y[i], x), sequences=T.arange(y.shape[0]))
#: with respect to the element
out, _ = theano.scan(lambda v: T.grad(v ** 2, v), x)
#: a cost that depends on the variable
out, _ = theano.scan(lambda v: T.grad(v * b, b), x)
#: disconnected on purpose
out, _ = theano.scan(lambda v: T.grad(v, b, disconnected_inputs='ignore'), x)
#: passed with the elements
out, _ = theano.scan(lambda v, c: T.grad(c * 2, b), x, non_sequences=[b])
#: outside of steps
g = T.grad(x.sum(), x)
#: what is not known
def run(w):
    return theano.scan(lambda v: T.grad(v, w), x)
`;

const late = `
#: a comprehension
steps = [lambda: {k: k + 1} for k in (a, b)]
#                 ^ late-binding-step "name":"k"
updates = [theano.scan(s, n_steps=3)[1] for s in steps]
#: a loop
steps = []
for k in (a, b):
    steps.append(lambda: {k: k + 1})
#                         ^ late-binding-step
_, u = theano.scan(steps[0], n_steps=3)
#: a loop over the steps
steps = []
for scale in (1.0, 2.0):
    def step(v):
        return v * scale
#                  ^^^^^ late-binding-step
    steps.append(step)
for one in steps:
    out, _ = theano.scan(one, x)
#: a dict
steps = {name: (lambda v: v * w) for name, w in [('p', a), ('q', b)]}
#                             ^ late-binding-step
out, _ = theano.scan(steps['p'], x)
`;

const goodLate = `
#: a default
steps = [lambda k=k: {k: k + 1} for k in (a, b)]
updates = [theano.scan(s, n_steps=3)[1] for s in steps]
#: used in the same turn
for k in (a, b):
    _, u = theano.scan(lambda: {k: k + 1}, n_steps=3)
outs = [theano.scan(lambda v: v * k, x)[0] for k in (a, b)]
#: used at once in a loop
steps = []
for k in (a, b):
    def step(v):
        return v * k
    steps.append(step)
    out, _ = theano.scan(step, x)
    out, _ = theano.scan(steps[-1], x)
#: the last one
for k in (a, b):
    step = lambda v: v * k
out, _ = theano.scan(step, x)
#: bound again by the loop that uses them
steps = [lambda v, i=0: v * k for k in (a, b)]
for k, s in zip((a, b), steps):
    out, _ = theano.scan(s, x)
fs = []
for k in (a, b):
    fs.append(lambda v: v * k)
for k, f in zip((a, b), fs):
    out, _ = theano.scan(f, x)
#: made by a function
def make(k):
    return lambda v: v * k
steps = [make(k) for k in (a, b)]
outs = [theano.scan(s, x)[0] for s in steps]
#: reads nothing of the loop
steps = []
for i in range(3):
    steps.append(lambda v: v * b)
outs = [theano.scan(s, x)[0] for s in steps]
#: a name of its own
steps = [lambda k: k * 2 for k in (a, b)]
outs = [theano.scan(s, x)[0] for s in steps]
#: not a step
fs = [lambda v: v * k for k in (a, b)]
out, _ = theano.scan(lambda v: v, x)
`;

describe.each([
  ['runs-once-in-step', once],
  ['what may run once', goodOnce],
  ['item-assignment', items],
  ['assignments into lists and arrays', goodItems],
  ['grad-of-sequence-element', gradients],
  ['gradients that exist', goodGradients],
  ['late-binding-step', late],
  ['steps that are bound early', goodLate],
])('%s', (_, text) => {
  test.each(casesOf(text))('%s', (__, program) => expectMarkedMistakes(program));
});
