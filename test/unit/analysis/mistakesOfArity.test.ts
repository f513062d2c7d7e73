/** Numbers that have to agree: arguments of the step, and its outputs. */
import { describe, test } from 'vitest';
import { casesOf } from './cases.ts';
import { expectMarkedMistakes } from './markedMistakes.ts';

const arity = `
#: too few parameters
out, _ = theano.scan(lambda: a * 2, sequences=x)
#        ^^^^^^^^^^^ step-arity
#: a sequence and a state for one parameter
def step(v):
    return v * 2
out, _ = theano.scan(step, sequences=x, outputs_info=T.zeros(()))
#                    ^^^^ step-arity "passed":2 "least":1 "most":1 "sequences":1,"states":1
#: two taps of a state
def step(h):
    return h * 2
out, _ = theano.scan(step, outputs_info=[dict(initial=x, taps=[-2, -1])], n_steps=3)
#                    ^^^^ step-arity
#: taps of a sequence
def step(u):
    return u
out, _ = theano.scan(fn=step, sequences=[dict(input=x, taps=[-1, 0, 1])])
#                       ^^^^ step-arity "sequences":3
#: non-sequences that the step does not take
def step(v, h):
    return h + v
W = theano.shared(1.0)
out, _ = theano.scan(step, x, T.zeros(()), [W])
#                    ^^^^ step-arity
#: too many parameters
def step(v, h, w):
    return h + v * w
out, _ = theano.scan(step, sequences=[x], outputs_info=[T.zeros(())])
#                    ^^^^ step-arity "passed":2 "least":3
#: an output that feeds nothing gives no argument
def step(v, h):
    return h + v
out, _ = theano.scan(step, sequences=[x], outputs_info=[None])
#                    ^^^^ step-arity
#: the rest of a list has all others in it
first, *rest = [T.constant(1.0), T.constant(2.0), T.constant(3.0)]
out, _ = theano.scan(lambda v, p, q: v + p + q, sequences=x, non_sequences=rest)
out, _ = theano.scan(lambda v, p: v + p, sequences=x, non_sequences=rest)
#        ^^^^^^^^^^^ step-arity "passed":3 "least":2
#: methods take the object first
class Rnn(object):
    def __init__(self):
        self.W = theano.shared(1.0)
    def step(self, v):
        return v * self.W
    def run(self, seq, h0):
        return theano.scan(self.step, sequences=[seq], non_sequences=[self.W])
#                          ^^^^^^^^^ step-arity "passed":2 "most":1
#: partial with a keyword that is passed again
from functools import partial
import theano
import theano.tensor as T
def step(v, h, w):
    return h + v * w
x = T.vector()
out, _ = theano.scan(partial(step, h=2.0), sequences=x, outputs_info=T.zeros(()))
#        ^^^^^^^^^^^ step-arity
#: Aesara
import aesara
import aesara.tensor as at
x = at.vector()
def step(v):
    return v
out, _ = aesara.scan(step, sequences=[x], non_sequences=[at.scalar()])
#                    ^^^^ step-arity
#: PyTensor
import pytensor
import pytensor.tensor as pt
x = pt.vector()
out = pytensor.scan(lambda v, h: v, sequences=[x], return_updates=False)
#     ^^^^^^^^^^^^^ step-arity
#: map
out, _ = theano.map(lambda v, w: v * w, x)
#        ^^^^^^^^^^ step-arity
#: reduce
out, _ = theano.reduce(lambda v: v, x, T.zeros(()))
#        ^^^^^^^^^^^^^ step-arity
`;

const goodArity = `
#: all of them
def step(v, h, w):
    return h + v * w
out, _ = theano.scan(step, x, T.zeros(()), [a])
#: a keyword that scan does not know fails first
out, _ = theano.scan(lambda v: v * 2, sequence=x)
#                                     ^^^^^^^^ unknown-scan-argument
#: defaults
def step(v, h=None, w=None):
    return v
out, _ = theano.scan(step, sequences=x)
#: any number
def step(v, *rest):
    return v
out, _ = theano.scan(step, x, non_sequences=[a, b])
#: rest and keywords
def step(*args, **kwargs):
    return args[0]
out, _ = theano.scan(step, x, non_sequences=[a, b])
#: keyword-only with a default
def step(v, *, scale=2.0):
    return v * scale
out, _ = theano.scan(step, x)
#: partial by position
from functools import partial
import theano
import theano.tensor as T
x = T.vector()
def step(k, v):
    return k * v
out, _ = theano.scan(partial(step, 2.0), sequences=x)
#: partial by keyword
from functools import partial
import theano
import theano.tensor as T
x = T.vector()
def step(v, k):
    return k * v
out, _ = theano.scan(partial(step, k=2.0), sequences=x)
#: a method
class Rnn(object):
    def step(self, v, h):
        return v + h
    def run(self, seq, h0):
        return theano.scan(self.step, sequences=seq, outputs_info=[T.zeros(())])
#: a static method
class Rnn(object):
    @staticmethod
    def step(v):
        return v
    def run(self, seq):
        return theano.scan(self.step, sequences=[seq])[0]
#: a list of sequences that is not known
def run(seqs, step):
    out, _ = theano.scan(lambda v: v, sequences=seqs)
    return out
#: a list that grows on some ways
def run(mask, seq):
    seqs = [seq]
    if mask is not None:
        seqs.append(mask)
    def step(v, m):
        return v * m
    return theano.scan(step, sequences=seqs)[0]
#: an initial state that may be None
def run(seq, h0):
    return theano.scan(lambda v: v, sequences=[seq], outputs_info=[h0])[0]
#: one of two steps fits
def one(v):
    return v
def two(v, w):
    return v * w
step = one if helper() else two
out, _ = theano.scan(step, sequences=x)
#: spread arguments
def run(*args):
    return theano.scan(lambda v: v, *args)
#: generated initial states
def run(depth):
    return theano.scan(lambda v, *hs: [v] + list(hs), sequences=x, outputs_info=[None] * depth)
out, _ = theano.scan(lambda v: [v, v, v], sequences=x, outputs_info=[None] * 3)
#: a tap of each kind
def step(u_4, u, x_3, x_1, W):
    return x_3 + x_1 + u * W
out, _ = theano.scan(step, sequences=dict(input=x, taps=[-4, 0]),
    outputs_info=[dict(initial=T.vector(), taps=[-3, -1])], non_sequences=b)
#: decorated
import functools, theano, theano.tensor as T
def traced(f):
    @functools.wraps(f)
    def inner(*args):
        return f(*args)
    return inner
@traced
def step(v, h):
    return v + h
out, _ = theano.scan(step, T.vector(), T.zeros(()))
`;

const outputsInfo = `
#: one entry for two outputs
out, _ = theano.scan(lambda v, h: [h + v, v], x, [T.zeros(())])
#                                                ^^^^^^^^^^^^^ outputs-info-arity "entries":1,"outputs":2
#: one variable for two outputs
h0 = T.zeros(())
out, _ = theano.scan(lambda v, h: (h + v, v), sequences=x, outputs_info=h0)
#                                                                       ^^ outputs-info-arity
#: two entries for one output
def step(v, h):
    h = T.tanh(v + h)
    return h
out, _ = theano.scan(step, sequences=[x], outputs_info=[T.zeros(()), None])
#                                                      ^^^^^^^^^^^^^^^^^^^ outputs-info-arity
#: entries and no outputs
_, u = theano.scan(lambda: {a: a + 1}, outputs_info=[None], n_steps=3)
#                                                   ^^^^^^ outputs-info-arity "outputs":0
#: with updates
out, u = theano.scan(lambda v, h: ([h + v, v], {a: a + 1}), x, [T.zeros(())])
#                                                              ^^^^^^^^^^^^^ outputs-info-arity
#: opaque values, but an operator gives one
def run(seq, h0, W):
    def step(v, h):
        return T.dot(v, W) + h
    return theano.scan(step, sequences=[seq], outputs_info=[T.zeros(()), None])[0]
#                                                          ^^^^^^^^^^^^^^^^^^^ outputs-info-arity
`;

const goodOutputsInfo = `
#: None for each output that feeds nothing
out, _ = theano.scan(lambda v, h: [h + v, v], x, [T.zeros(()), None])
#: no outputs_info at all
out, _ = theano.scan(lambda v: [v, v + 1], x)
out, _ = theano.scan(lambda v: [v, v + 1], x, [])
#: with until
from theano.scan_module import until
import theano, theano.tensor as T
out, _ = theano.scan(lambda h: (h * 2, until(h > 5)), outputs_info=T.zeros(()), n_steps=9)
#: one step checks nothing
out, _ = theano.scan(lambda v, h: [h + v, v], x, [T.zeros(())], n_steps=1)
#: numbers of outputs that differ from way to way
def run(flag, seq):
    def step(v, h):
        if flag:
            return h + v
        return h + v, v
    return theano.scan(step, seq, [T.zeros(())])
#: gradients are a list
def run(seq, params, h0):
    def step(v, h, g):
        return T.grad(v, params)
    return theano.scan(step, sequences=[T.vector()], outputs_info=[T.zeros(()), T.zeros(())])
#: the outputs of an inner scan are a list
def run(inner):
    def step(v, h, g):
        outs, _ = theano.scan(inner, v)
        return outs
    return theano.scan(step, sequences=[T.matrix()], outputs_info=[T.zeros(()), T.zeros(())])
#: an unknown function
out, _ = theano.scan(lambda v, h: helper(v, h), x, [T.zeros(()), None])
`;

describe.each([
  ['step-arity', arity],
  ['right numbers of arguments', goodArity],
  ['outputs-info-arity', outputsInfo],
  ['right numbers of outputs', goodOutputsInfo],
])('%s', (_, text) => {
  test.each(casesOf(text))('%s', (__, program) => expectMarkedMistakes(program));
});
