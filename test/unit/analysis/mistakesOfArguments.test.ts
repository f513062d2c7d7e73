/** Arguments of scan: strictness, inputs that only updates use, and the number of steps. */
import { describe, test } from 'vitest';
import { casesOf } from './cases.ts';
import { expectMarkedMistakes } from './markedMistakes.ts';

const strict = `
#: a shared variable by closure
out, _ = theano.scan(lambda v: v * b, x, strict=True)
#        ^^^^^^^^^^^ strict-missing "names":["b"] "nonSequences":null
#: an attribute
class Layer(object):
    def __init__(self):
        self.W = theano.shared(1.0)
    def step(self, v):
        return v * self.W
    def output(self, values):
        return theano.scan(self.step, values, strict=True)
        #      ^^^^^^^^^^^ strict-missing "names":["self.W"] "nonSequences":null
out, _ = Layer().output(x)
#: one of two is listed
W = theano.shared(1.0, name='W')
def step(v, w):
    return v * w + b
out, _ = theano.scan(step, sequences=x, non_sequences=[W], strict=True)
#                                                     ^^^ strict-missing "b"
#: of an object
class Layer(object):
    def __init__(self):
        self.W = theano.shared(1.0, name='W')
    def run(self, seq):
        def step(v):
            return v * self.W
        return theano.scan(step, sequences=[seq], non_sequences=[], strict=True)
#                                                               ^^ strict-missing "self.W"
#: an update that reads another variable
out, u = theano.scan(lambda v: (v * b, {a: a + 1}), x, strict=True)
#        ^^^^^^^^^^^ strict-missing "b"
f = theano.function([x], out, updates=u)
#: as a sequence it is not listed
out, _ = theano.scan(lambda v: v * b, sequences=[T.vector()], outputs_info=[None], strict=True)
#        ^^^^^^^^^^^ strict-missing
#: Aesara
import aesara, aesara.tensor as at
s = aesara.shared(2.0, name='s')
out, _ = aesara.scan(lambda v: v + s, sequences=at.vector(), strict=True)
#        ^^^^^^^^^^^ strict-missing
#: PyTensor
import pytensor, pytensor.tensor as pt
s = pytensor.shared(2.0, name='s')
out = pytensor.scan(lambda v: v + s, sequences=pt.vector(), strict=True, return_updates=False)
#     ^^^^^^^^^^^^^ strict-missing
#: not in a list
out, _ = theano.scan(lambda v, w: v * w, x, non_sequences=b, strict=True)
#                                                         ^ strict-needs-list
#: a symbolic variable, not in a list
W = T.matrix('W')
out, _ = theano.scan(lambda v, w: T.dot(v, w), T.matrix(), non_sequences=W, strict=True)
#                                                                        ^ strict-needs-list
#: not in a list, PyTensor
import pytensor, pytensor.tensor as pt
W = pytensor.shared(2.0)
out = pytensor.scan(lambda v, w: v * w, pt.vector(), non_sequences=W, strict=True, return_updates=False)
#                                                                  ^ strict-needs-list
`;

const goodStrict = `
#: listed
out, _ = theano.scan(lambda v, w: v * w, x, non_sequences=[b], strict=True)
#: listed and read by closure
out, _ = theano.scan(lambda v, w: v * b, x, non_sequences=[b], strict=True)
#: not strict
out, _ = theano.scan(lambda v: v * b, x)
out, _ = theano.scan(lambda v: v * b, x, strict=False)
#: updated by the step
out, u = theano.scan(lambda v: (v * a, {a: a + 1}), x, strict=True)
f = theano.function([x], out, updates=u)
#: symbolic closures are found
w = T.scalar('w')
out, _ = theano.scan(lambda v: v * w, x, strict=True)
#: only its shape
W = theano.shared([[1.0]])
out, _ = theano.scan(lambda v: v + T.zeros_like(b), x, strict=True)
#: one step checks nothing
out, _ = theano.scan(lambda v: v * b, x, strict=True, n_steps=1)
#: a list that is not known
def run(params):
    return theano.scan(lambda v, *p: v * b, x, non_sequences=params, strict=True)
#: something in the list that is not known
def run(w):
    return theano.scan(lambda v, p: v * b, x, non_sequences=[w], strict=True)
#: a list that depends on the way
def run(bias):
    others = []
    if bias:
        others.append(b)
    def step(v, *rest):
        return v + b if bias else v
    return theano.scan(step, x, non_sequences=others, strict=True)
#: strict is an option
def run(strict):
    return theano.scan(lambda v: v * b, x, strict=strict)
#: a tuple
out, _ = theano.scan(lambda v, w: v * w, x, non_sequences=(b,), strict=True)
#: a step that is not followed
out, _ = theano.scan(step_of_another_file, x, strict=True)
#: reads it on some ways only
def run(flag):
    def step(v):
        if flag:
            return v
        return v * b
    return theano.scan(step, x, strict=True)
`;

const inputs = `
#: by how much an update counts
inc = T.iscalar('inc')
_, u = theano.scan(lambda: {a: a + inc}, n_steps=3)
#                           ^^^^^^^^^^ missing-input-in-updates "name":"inc"
f = theano.function([inc], [], updates=u)
#: a list of pairs
inc = T.scalar('inc')
_, u = theano.scan(lambda: [(b, b + inc)], n_steps=3)
#                           ^^^^^^^^^^^^ missing-input-in-updates "name":"inc"
#: pairs after the outputs
inc = T.scalar('inc')
out, u = theano.scan(lambda v: (v, [(b, b + v * inc)]), x)
#                                   ^^^^^^^^^^^^^^^^ missing-input-in-updates
#: without a name of its own
rate = T.scalar()
def step(v):
    return v, {b: b * rate}
#              ^^^^^^^^^^^ missing-input-in-updates "name":"rate"
out, u = theano.scan(step, x)
f = theano.function([x, rate], out, updates=u)
#: an expression of it
y = T.vector('y')
_, u = theano.scan(lambda v: {b: b + v * y.sum()}, x)
#                             ^^^^^^^^^^^^^^^^^^ missing-input-in-updates
#: Aesara
import aesara, aesara.tensor as at
n = aesara.shared(0.0)
k = at.scalar('k')
_, u = aesara.scan(lambda: {n: n + k}, n_steps=3)
#                           ^^^^^^^^ missing-input-in-updates
f = aesara.function([k], [], updates=u)
`;

const goodInputs = `
#: outputs use it as well
inc = T.scalar('inc')
out, u = theano.scan(lambda: (b + inc, {b: b + inc}), n_steps=3)
f = theano.function([inc], out, updates=u)
#: passed
inc = T.scalar('inc')
_, u = theano.scan(lambda i: {b: b + i}, non_sequences=[inc], n_steps=3)
_, u = theano.scan(lambda i: {b: b + inc}, non_sequences=inc, n_steps=3)
#: what is passed is not known
inc = T.scalar('inc')
def run(others):
    return theano.scan(lambda *o: {b: b + inc}, non_sequences=others, n_steps=3)
#: shared variables are found
_, u = theano.scan(lambda: {b: b + a}, n_steps=3)
f = theano.function([], [], updates=u)
#: parameters of the step
_, u = theano.scan(lambda v: {b: b + v}, x)
f = theano.function([x], [], updates=u)
#: constants
c = T.constant(2.0)
_, u = theano.scan(lambda: {b: b + c}, n_steps=3)
#: only its outputs use it
inc = T.scalar('inc')
out, u = theano.scan(lambda: (b * inc, {b: b + 1}), n_steps=3)
#: one step
inc = T.scalar('inc')
_, u = theano.scan(lambda: {b: b + inc}, n_steps=1)
#: a condition uses it
from theano.scan_module import until
import theano, theano.tensor as T
s = theano.shared(0.0)
inc = T.scalar('inc')
_, u = theano.scan(lambda: ({s: s + inc}, until(inc > s)), n_steps=3)
#: the updates of the function
inc = T.scalar('inc')
out, _ = theano.scan(lambda v: v * 2, x)
f = theano.function([x, inc], out, updates={b: b + inc})
#: a key that is no shared variable is another mistake
k = T.scalar('k')
_, u = theano.scan(lambda: {k: k + 1}, n_steps=3)
`;

const steps = `
#: a keyword with a slip
out, _ = theano.scan(lambda v: v, outputs_info=b, n_step=3)
#                                                 ^^^^^^ unknown-scan-argument "nearest":"n_steps"
#: a keyword of another release
out = theano.scan(lambda v: v, sequences=x, return_updates=False)
#                                           ^^^^^^^^^^^^^^ unknown-scan-argument "nearest":null
#: a keyword of scan in map
out, _ = theano.map(lambda v: v, x, outputs_info=None)
#                                   ^^^^^^^^^^^^ unknown-scan-argument
#: nothing says how many
out, _ = theano.scan(lambda h: h * 2, outputs_info=T.zeros(()))
#        ^^^^^^^^^^^ no-number-of-steps "hasUntil":false
#: until alone
from theano.scan_module import until
import theano, theano.tensor as T
out, _ = theano.scan(lambda h: (h * 2, until(h > 10)), outputs_info=T.zeros(()))
#        ^^^^^^^^^^^ no-number-of-steps "hasUntil":true
#: None for both
_, u = theano.scan(lambda: {a: a + 1}, sequences=None, n_steps=None)
#      ^^^^^^^^^^^ no-number-of-steps
#: an empty list
out, _ = theano.scan(lambda w: w, sequences=[], non_sequences=[b])
#        ^^^^^^^^^^^ no-number-of-steps
#: PyTensor
import pytensor, pytensor.tensor as pt
out = pytensor.scan(lambda h: h * 2, outputs_info=pt.zeros(()), return_updates=False)
#     ^^^^^^^^^^^^^ no-number-of-steps
#: backwards
out, _ = theano.scan(lambda v: v, x, n_steps=1, go_backwards=True)
#                                                            ^^^^ one-step-scan-ignores go_backwards
#: until with one step
import theano, theano.tensor as T
out, _ = theano.scan(lambda v: (v, theano.scan_module.until(v > 1)), T.vector(), n_steps=1)
#                                                                                        ^ one-step-scan-ignores until
#: Aesara
import aesara, aesara.tensor as at
out, _ = aesara.scan(lambda v: v, at.vector(), n_steps=1, go_backwards=True)
#                                                                      ^^^^ one-step-scan-ignores
`;

const goodSteps = `
#: sequences or a number
theano.scan(lambda v: v, x)
theano.scan(lambda h: h, outputs_info=b, n_steps=4)
theano.scan(lambda h: h, None, b, None, 4)
theano.map(lambda v: v, x)
#: sequences that are not known
def run(seqs, n):
    theano.scan(lambda *v: v[0], sequences=seqs)
    theano.scan(lambda h: h, outputs_info=b, n_steps=n)
#: a number that may be None
def run(n=None):
    return theano.scan(lambda h: h, outputs_info=b, n_steps=n)
#: keywords that are not known
def run(**options):
    return theano.scan(lambda h: h, outputs_info=b, **options)
#: several steps backwards
theano.scan(lambda v: v, x, n_steps=2, go_backwards=True)
theano.scan(lambda v: v, x, go_backwards=True)
#: one step, a name may say more tomorrow
k = 1
theano.scan(lambda v: (v, theano.scan_module.until(v > 1)), x, n_steps=k)
#: one step forwards
theano.scan(lambda v: v, x, n_steps=1, go_backwards=False)
theano.scan(lambda h: h, outputs_info=b, n_steps=1, go_backwards=True)
`;

describe.each([
  ['strict', strict],
  ['nothing missing', goodStrict],
  ['missing-input-in-updates', inputs],
  ['inputs that are found', goodInputs],
  ['numbers of steps', steps],
  ['numbers of steps that are right', goodSteps],
])('%s', (_, text) => {
  test.each(casesOf(text))('%s', (__, program) => expectMarkedMistakes(program));
});
