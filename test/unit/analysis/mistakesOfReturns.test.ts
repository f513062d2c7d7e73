/** What a step returns: what scan takes apart otherwise, not at all, or does not accept. */
import { describe, test } from 'vitest';
import { casesOf } from './cases.ts';
import { expectMarkedMistakes } from './markedMistakes.ts';

const returns = `
#: until after several outputs
from theano.scan_module import until
import theano, theano.tensor as T
def step(p, q):
    return p * 2, q, until(p > 10)
#          ^^^^^^^^^^^^^^^^^^^^^^^ unparsable-step-return flatWithUntil
out, _ = theano.scan(step, outputs_info=[T.scalar(), T.scalar()], n_steps=9)
#: updates after several outputs
def step(v):
    return v, v * 2, {a: a + 1}
#          ^^^^^^^^^^^^^^^^^^^^ unparsable-step-return flatWithUpdates
out, u = theano.scan(step, x)
#: what is not known before it does not matter
def step(v):
    h, c = cell(v)
    return h, c, {a: a + 1}
#          ^^^^^^^^^^^^^^^^ unparsable-step-return
out, u = theano.scan(step, x)
#: a lambda
out, u = theano.scan(lambda v: (v, v, {a: a + 1}), x)
#                              ^^^^^^^^^^^^^^^^^^ unparsable-step-return
#: updates first
out, u = theano.scan(lambda v: ({a: a + 1}, v), x)
#                              ^^^^^^^^^^^^^^^ unparsable-step-return updatesFirst
#: until alone
from theano.scan_module import until
import theano, theano.tensor as T
out, u = theano.scan(lambda v: until(v > 1), T.vector())
#                              ^^^^^^^^^^^^ unparsable-step-return untilAlone
#: until before the updates
import theano, theano.tensor as T
s = theano.shared(1)
out, u = theano.scan(lambda v: (v, theano.scan_module.until(v > 1), {s: s + 1}), T.vector())
#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unparsable-step-return untilNotLast
#: lists in a tuple
def step(v):
    return v, [v, v * 2, v * 3]
#          ^^^^^^^^^^^^^^^^^^^^ unparsable-step-return nestedLists
out, u = theano.scan(step, x)
#: two outputs beside two pairs are two pairs
b = theano.shared(1.0)
out, u = theano.scan(lambda v: ([v * 2, v], [(a, a + 1), (b, b * 2)]), x)
#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unparsable-step-return outputsAsUpdates
#: three outputs beside two pairs are not
b = theano.shared(1.0)
out, u = theano.scan(lambda v: ([v * 2, v, v], [(a, a + 1), (b, b * 2)]), x)
#: updates of two variables
b = theano.shared(1.0)
out, u = theano.scan(lambda v: ([a, a + 1], [b, b * 2]), x)
#: a bare pair after an output
out, u = theano.scan(lambda v: (v, (a, a + 1)), x)
#                              ^^^^^^^^^^^^^^^ unparsable-step-return nestedLists
#: Aesara, four parts
import aesara, aesara.tensor as at
from aesara.scan.utils import until
def step(p, q, r):
    return [p, q, r, until(p > 10)]
#          ^^^^^^^^^^^^^^^^^^^^^^^^ unparsable-step-return flatWithUntil
out, _ = aesara.scan(step, outputs_info=[at.scalar(), at.scalar(), at.scalar()], n_steps=9)
#: PyTensor
import pytensor, pytensor.tensor as pt
from pytensor.scan import until
def step(p, q):
    return p, q, until(p > 10)
#          ^^^^^^^^^^^^^^^^^^^ unparsable-step-return
out = pytensor.scan(step, outputs_info=[pt.scalar(), pt.scalar()], n_steps=9, return_updates=False)
#: updates of an inner scan
def step(v):
    out, inner = theano.scan(lambda w: (w, {a: a + 1}), v)
    return v, out, inner
#          ^^^^^^^^^^^^^ unparsable-step-return
out, u = theano.scan(step, T.matrix())
f = theano.function([], out, updates=u)
#: each return for itself
def step(v):
    if helper():
        return v, v, {a: a + 1}
#              ^^^^^^^^^^^^^^^^ unparsable-step-return
    return [v, v], {a: a + 1}
out, u = theano.scan(step, x)
`;

const goodReturns = `
#: every form
from theano.scan_module import until
import theano, theano.tensor as T
s = theano.shared(1)
q = theano.shared(1)
x = T.vector()
theano.scan(lambda v: v, x)
theano.scan(lambda v: [v, v], x)
theano.scan(lambda v: [], x)
theano.scan(lambda v: {s: s + 1}, x)
theano.scan(lambda v: [(s, s + 1), (q, q + 1)], x)
theano.scan(lambda v: (v, {s: s + 1}), x)
theano.scan(lambda v: ([v, v], [(s, s + 1)]), x)
theano.scan(lambda v: (v, []), x)
theano.scan(lambda v: (v, {}), x)
theano.scan(lambda v: (v, until(v > 1)), x)
theano.scan(lambda v: ({s: s + 1}, until(v > 1)), x)
theano.scan(lambda v: ([v], {s: s + 1}, until(v > 1)), x)
theano.scan(lambda v: [[v], [(s, s + 1)]], x)
#: a middle part that is not known
import theano, theano.tensor as T
from theano.scan_module import until
def step(v, h):
    out, updates = cell(v, h)
    return out, updates, until(h > 1)
theano.scan(step, T.vector(), T.zeros(()))
#: not a step
def helper(v):
    return v, v, {a: a + 1}
out = helper(x)
#: a helper inside of a step
def cell(v):
    return v, v * 2, {a: a + 1}
def step(v):
    h, c, updates = cell(v)
    return [h, c], updates
out, u = theano.scan(step, x)
f = theano.function([x], out, updates=u)
#: a list that is built
def step(v):
    outs = []
    for k in range(3):
        outs.append(v * k)
    return outs
out, _ = theano.scan(step, x)
#: the result of an inner scan
def step(v):
    return theano.scan(lambda w: (w, {a: a + 1}), v)
out, u = theano.scan(step, T.matrix())
f = theano.function([], out, updates=u)
#: expected to fail
import pytest, theano, theano.tensor as T
def test_it():
    s = theano.shared(1)
    with pytest.raises(ValueError):
        theano.scan(lambda v: (v, v, {s: s + 1}), T.vector())
#: expected to fail, with a function
class TestIt:
    def test(self):
        def build():
            return theano.scan(lambda v: (v, v, {a: a + 1}), x)
        self.assertRaises(ValueError, build)
        self.assertRaises(ValueError, lambda: theano.scan(lambda v: (v, None), x))
`;

const python = `
#: a number
out, _ = theano.scan(lambda v: (v, 1), x)
#                              ^^^^^^ step-returns-python-value number
#: None
def step(v):
    return None
#          ^^^^ step-returns-python-value none
out, _ = theano.scan(step, x)
#: an update that is a number
_, u = theano.scan(lambda: {a: 3}, n_steps=3)
#                          ^^^^^^ step-returns-python-value number
#: a text as key
_, u = theano.scan(lambda v: {'a': v}, x)
#                            ^^^^^^^^ step-returns-python-value text
#: an array
import numpy as np, theano, theano.tensor as T
out, _ = theano.scan(lambda v: [v, np.zeros(3)], T.vector())
#                              ^^^^^^^^^^^^^^^^ step-returns-python-value array
#: no return
def step(v, h):
#   ^^^^ step-returns-python-value nothing
    new = v + h
out, _ = theano.scan(step, x, T.zeros(()))
#: the return of a step that prints
def step(v):
#   ^^^^ step-returns-python-value nothing
    b.set_value(3.0)
#   ^^^^^^^^^^^ runs-once-in-step
theano.scan(step, x)
#: None beside an output
def step(v, h):
    return h + v, None
#          ^^^^^^^^^^^ step-returns-python-value none
theano.scan(step, x, [T.zeros(()), None])
#: PyTensor
import pytensor, pytensor.tensor as pt
out = pytensor.scan(lambda v: (v, 0.5), pt.vector(), return_updates=False)
#                             ^^^^^^^^ step-returns-python-value
#: outputs of an inner scan that has none
def step(v):
    return theano.scan(lambda: {a: a + 1}, n_steps=2)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ step-returns-python-value none
_, u = theano.scan(step, x)
f = theano.function([], [], updates=u)
`;

const goodPython = `
#: constants of the library
theano.scan(lambda v: (v, T.constant(1)), x)
theano.scan(lambda v: T.zeros(3), x)
#: NumPy on a variable
import numpy as np, theano, theano.tensor as T
def run(seq):
    return theano.scan(lambda v: np.exp(v) * np.float32(2), seq)
#: a comparison of what is not known
def run(seq, p, q):
    return theano.scan(lambda v: p < q, seq)
#: a method that subclasses replace
class Base(object):
    def step(self, v):
        pass
    def run(self):
        return theano.scan(self.step, sequences=[T.vector()])
#: an abstract one
class Base(object):
    def step(self, v):
        raise NotImplementedError
    def run(self):
        return theano.scan(self.step, sequences=[T.vector()])
#: a way out for what is not supported
def run(kind, seq):
    def step(v):
        if kind == 'a':
            return v
        elif kind == 'b':
            return v * 2
    return theano.scan(step, seq)
#: an early return
def run(kind, seq):
    def step(v):
        if kind is None:
            return
        return v
    return theano.scan(step, seq)
#: None in a helper
def find(v):
    if v is None:
        return None
    return v
theano.scan(lambda v: find(v) * 2, x)
#: the step of another scan is right
def step(v, w=1):
    return v, w
theano.scan(step, [x, x])
theano.scan(step, x)
`;

const pairs = `
#: meant as an update
_, updates = theano.scan(lambda: (a, a + 1), n_steps=10)
#                                ^^^^^^^^^^ pair-is-two-outputs "name":"a"
f = theano.function([], [], updates=updates)
#: a list
def step(v):
    return [b, b + v]
#          ^^^^^^^^^^ pair-is-two-outputs
out, updates = theano.scan(step, x)
f = theano.function([x], out, updates=updates)
#: Aesara
import aesara
n = aesara.shared(0, name='n')
_, ups = aesara.scan(lambda: (n, n + 1), n_steps=3)
#                            ^^^^^^^^^^ pair-is-two-outputs
f = aesara.function([], [], updates=ups)
`;

const goodPairs = `
#: taken as two outputs
(before, after), updates = theano.scan(lambda: (a, a + 1), n_steps=10)
f = theano.function([], [before, after], updates=updates)
#: taken apart later
outs, updates = theano.scan(lambda v: (b, b * v), x)
f = theano.function([x], outs[1], updates=updates)
#: unpacked later
outs, updates = theano.scan(lambda v: (b, b * v), x)
before, after = outs
f = theano.function([x], after, updates=updates)
#: its updates go nowhere
outs, _ = theano.scan(lambda v: (b, b * v), x)
f = theano.function([x], outs)
#: fed back
outs, updates = theano.scan(lambda p, q: (b, b + p), outputs_info=[b, b], n_steps=3)
f = theano.function([], outs, updates=updates)
#: another variable
outs, updates = theano.scan(lambda v: (a, b * v), x)
f = theano.function([x], outs, updates=updates)
#: a real update
out, updates = theano.scan(lambda v: {b: b * v}, x)
f = theano.function([x], [], updates=updates)
out, updates = theano.scan(lambda v: [(b, b * v)], x)
f = theano.function([x], [], updates=updates)
`;

describe.each([
  ['unparsable-step-return', returns],
  ['returns that scan takes apart', goodReturns],
  ['step-returns-python-value', python],
  ['returned variables', goodPython],
  ['pair-is-two-outputs', pairs],
  ['pairs that are meant', goodPairs],
])('%s', (_, text) => {
  test.each(casesOf(text))('%s', (__, program) => expectMarkedMistakes(program));
});
