/** Python decides on symbolic variables while the graph is built. */
import { describe, test } from 'vitest';
import { casesOf } from './cases.ts';
import { expectMarkedMistakes } from './markedMistakes.ts';

const control = `
#: a comparison by order
def step(v):
    if v > 0:
#      ^^^^^ python-control-flow-on-symbolic "form":"if","comparison":"order","effect":"raises"
        return v
    return v * 2
out, _ = theano.scan(step, x)
#: elif
def step(v, n):
    if n is None:
        return v
    elif v >= n:
#        ^^^^^^ python-control-flow-on-symbolic "if"
        return n
    return v
out, _ = theano.scan(step, x, non_sequences=[T.scalar()])
#: a counter of sequences that are not known
def run(seqs):
    def step(t, h):
        if t == 0:
#          ^^^^^^ python-control-flow-on-symbolic "comparison":"==","effect":"alwaysFalse"
            return h
        return h * 2
    return theano.scan(step, sequences=[seqs], outputs_info=[T.zeros(())])
#: not equal
def step(v):
    return v if v != 1 else v * 2
#               ^^^^^^ python-control-flow-on-symbolic "conditional" "!=" "alwaysTrue"
out, _ = theano.scan(step, x)
#: two parameters
def step(v, w):
    if v == w:
#      ^^^^^^ python-control-flow-on-symbolic alwaysFalse
        return v
    return w
out, _ = theano.scan(step, [x, x])
#: while
def step(v):
    while v < 10:
#         ^^^^^^ python-control-flow-on-symbolic "while"
        v = v * 2
    return v
out, _ = theano.scan(step, x)
#: and
def step(v):
    both = v > 0 and v < 3
#          ^^^^^ python-control-flow-on-symbolic "and"
    return v
out, _ = theano.scan(step, x)
#: not
def step(v):
    if not v > 0:
#          ^^^^^ python-control-flow-on-symbolic "not"
        return v
    return v * 2
out, _ = theano.scan(step, x)
#: assert
def step(v):
    assert v >= 0
#          ^^^^^^ python-control-flow-on-symbolic "assert"
    return v
out, _ = theano.scan(step, x)
#: an expression
def step(v):
    if T.sum(v) > 0:
#      ^^^^^^^^^^^^ python-control-flow-on-symbolic
        return v
    return v * 2
out, _ = theano.scan(step, T.matrix())
#: a shared variable
def step(v):
    if a < 3:
#      ^^^^^ python-control-flow-on-symbolic
        return v
    return v * 2
out, _ = theano.scan(step, x)
#: a chain
def step(v):
    if 0 < v < 3:
#      ^^^^^^^^^ python-control-flow-on-symbolic order
        return v
    return v * 2
out, _ = theano.scan(step, x)
#: a bare parameter is true in Theano
def step(flag, h):
    if flag:
#      ^^^^ python-control-flow-on-symbolic "comparison":null,"effect":"alwaysTrue"
        return h
    return h * 2
out, _ = theano.scan(step, x, b)
#: an operation is true in Theano
def step(v):
    if T.gt(v, 0):
#      ^^^^^^^^^^ python-control-flow-on-symbolic alwaysTrue
        return v
    return v * 2
out, _ = theano.scan(step, x)
#: a bare variable raises in PyTensor
import pytensor, pytensor.tensor as pt
def step(v):
    if v:
#      ^ python-control-flow-on-symbolic raises
        return v
    return v * 2
out = pytensor.scan(step, pt.vector(), return_updates=False)
#: an expression raises in PyTensor
import pytensor, pytensor.tensor as pt
def step(v):
    if pt.any(v > 0):
#      ^^^^^^^^^^^^^ python-control-flow-on-symbolic raises
        return v
    return v * 2
out = pytensor.scan(step, pt.matrix(), return_updates=False)
#: in a helper
def clipped(v):
    return v if v < 1 else 1.0
#               ^^^^^ python-control-flow-on-symbolic
out, _ = theano.scan(lambda v: clipped(v) * 2, x)
#: a method
class Rnn(object):
    def step(self, v, h):
        if h > 0:
#          ^^^^^ python-control-flow-on-symbolic
            return v
        return h
    def run(self, seq):
        return theano.scan(self.step, sequences=[seq], outputs_info=[T.zeros(())])
`;

const goodControl = `
#: what Python knows
def step(v, w=None):
    if w is None:
        w = v
    if v.ndim == 1 or v.dtype == 'float32' or v.type == w.type:
        return v
    if isinstance(v, T.TensorVariable) and len(v.broadcastable) > 0:
        return v
    assert v.ndim == 0
    return v * w
out, _ = theano.scan(step, x)
#: options
def run(depth, activation, use_bias=True):
    def step(v):
        if depth > 2:
            v = v * 2
        if use_bias and depth == 3:
            v = v + b
        return v if activation == 'linear' else T.tanh(v)
    return theano.scan(step, x)
#: constants
k = 3
def step(v):
    if k > 2:
        return v
    return v * k
out, _ = theano.scan(step, x)
#: symbolic ways
def step(v):
    return T.switch(v > 0, v, theano.ifelse.ifelse(T.eq(v, 1), v, v * 2))
out, _ = theano.scan(step, x)
#: outside of steps
def build(v):
    if v > 0:
        return v
    return v * 2
build(2)
#: an optional argument in Theano
def dense(v, bias=None):
    if bias:
        v = v + bias
    return v
out, _ = theano.scan(lambda v: dense(v, b) + dense(v), x)
#: an optional parameter of the step
def step(v, mask=None):
    if mask:
        v = v * mask
    return v
out, _ = theano.scan(step, [x, x])
#: shared by name
class Layer(object):
    def __init__(self, bias=None):
        self.b = theano.shared(0.0) if bias is None else bias
    def step(self, v):
        if self.b:
            return v + self.b
        return v
    def run(self, seq):
        return theano.scan(self.step, sequences=[seq])
#: asks what it has before it compares
def power(v, n):
    if isinstance(n, int):
        if n > 2:
            return v ** n
    return v if isinstance(n, float) and n < 0 else v * n
out, _ = theano.scan(lambda v: power(v, v), x)
#: the same variable
def step(v, w):
    if v is w or w == v.name:
        return v
    return w
out, _ = theano.scan(step, [x, x])
#: variables of the program: are they the same?
y = T.scalar()
z = y if b.ndim else T.scalar()
def step(v):
    return v * y if y == z else v
out, _ = theano.scan(step, x)
#: the same helper on numbers
def half(n):
    return n / 2 if n > 1 else n
out, _ = theano.scan(lambda v: v * half(3), x)
#: what is not known
def run(limit, seq):
    return theano.scan(lambda v: v if limit < 3 else v * 2, seq)
#: an exception is expected
def step(v):
    try:
        if v > 0:
            return v
    except TypeError:
        pass
    return v * 2
out, _ = theano.scan(step, x)
`;

describe.each([
  ['python-control-flow-on-symbolic', control],
  ['control flow that Python decides', goodControl],
])('%s', (_, text) => {
  test.each(casesOf(text))('%s', (__, program) => expectMarkedMistakes(program));
});
