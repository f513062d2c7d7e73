/** What scan returns: pairs that are not taken apart, and PyTensor's `return_updates`. */
import { describe, test } from 'vitest';
import { casesOf } from './cases.ts';
import { expectMarkedMistakes } from './markedMistakes.ts';

const whole = `
#: an operand
res = theano.scan(lambda v: v, x)
cost = res * b
#      ^^^ not-unpacked operand "name":"res"
#: an operand on the right
res = theano.scan(lambda v: v, x)
cost = x - res
#          ^^^ not-unpacked
#: with a number
res = theano.scan(lambda v: v, x)
cost = res - 1
#      ^^^ not-unpacked
#: an argument of an operation
res = theano.scan(lambda v: v, x)
cost = T.sum(res)
#            ^^^ not-unpacked
#: a reduction at once
cost = T.mean(theano.reduce(lambda v, s: s + v, x, b))
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not-unpacked "name":null
#: the outputs of a function
f = theano.function([x], theano.scan(lambda v: v, x))
#                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ not-unpacked function
#: one of the outputs
res = theano.scan(lambda v: v, x)
f = theano.function([x], outputs=[res, x])
#                                 ^^^ not-unpacked
#: a method
res = theano.scan(lambda v: v, x)
cost = res.sum()
#      ^^^ not-unpacked attribute
#: the last item is the updates
res = theano.scan(lambda v, h: h + v, x, b)
f = theano.function([x], res[-1])
#                        ^^^^^^^ not-unpacked item "name":"res"
#: the last item as an operand
res = theano.scan(lambda v, h: h + v, x, b)
cost = T.sqr(res[-1])
#            ^^^^^^^ not-unpacked item
#: the last item under a name
res = theano.scan(lambda v, h: h + v, x, b)
last = res[-1]
f = theano.function([x], last)
#                        ^^^^ not-unpacked item "name":"res"
#: the last item at once
f = theano.function([x], theano.scan(lambda v, h: h + v, x, b)[-1])
#                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not-unpacked item
#: in a function
def norm(seq):
    res = theano.scan(lambda v: v ** 2, sequences=seq)
    return T.sqrt(T.sum(res))
#                       ^^^ not-unpacked
#: Aesara
import aesara, aesara.tensor as at
res = aesara.scan(lambda v: v, at.vector())
cost = at.exp(res)
#             ^^^ not-unpacked
#: PyTensor
import pytensor, pytensor.tensor as pt
x = pt.vector()
res = pytensor.scan(lambda v: v, x)
f = pytensor.function([x], res)
#                          ^^^ not-unpacked
`;

const goodWhole = `
#: unpacked
out, _ = theano.scan(lambda v: v, x)
cost = T.sum(out) * 2
f = theano.function([x], out)
#: by index
res = theano.scan(lambda v: v, x)
cost = T.sum(res[0])
f = theano.function([x], res[0], updates=res[1])
f = theano.function([x], res[0][-1], updates=res[-1])
#: unpacked later
res = theano.scan(lambda v: v, x)
out, updates = res
cost = out.sum()
#: the outputs alone
res = theano.scan(lambda v: v, x)[0]
cost = res * 2
f = theano.function([x], res)
#: PyTensor without updates
import pytensor, pytensor.tensor as pt
x = pt.vector()
res = pytensor.scan(lambda v: v, x, return_updates=False)
cost = res.sum() + pt.exp(res)
f = pytensor.function([x], res)
#: PyTensor, perhaps without updates
import pytensor, pytensor.tensor as pt
def run(flag):
    res = pytensor.scan(lambda v: v, pt.vector(), return_updates=flag)
    return res.sum()
#: tuples
res = theano.scan(lambda v: v, x)
more = res + (x,)
count = res.count(1)
#: a helper that takes both
def total(res):
    return T.sum(res)
total(theano.scan(lambda v: v, x))
total(x)
#: on one way only
def run(flag):
    res = theano.scan(lambda v: v, x)
    if flag:
        res = res[0]
    return T.sum(res)
#: updates of a name
out, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
updates.update({b: b * 2})
f = theano.function([x], out + updates[a], updates=updates)
#: formatted
res = theano.scan(lambda v: v, x)
print('%s %s' % res)
#: a pair of pairs
res = theano.scan(lambda v: v, x)
f = theano.function([x], list(res)[0])
`;

const unpacked = `
#: one output
import pytensor, pytensor.tensor as pt
out, updates = pytensor.scan(lambda v: v, pt.vector(), return_updates=False)
#    ^^^^^^^ unpacked-without-updates "outputs":1
#: one output that nobody wants
import pytensor, pytensor.tensor as pt
out, _ = pytensor.scan(lambda v: v, pt.vector(), return_updates=False)
#    ^ unpacked-without-updates
#: two outputs, and a name that says updates
import pytensor, pytensor.tensor as pt
outs, updates = pytensor.scan(lambda v: [v, v * 2], pt.vector(), return_updates=False)
#     ^^^^^^^ unpacked-without-updates "outputs":2
#: two outputs in a tuple
import pytensor, pytensor.tensor as pt
(p, q), u = pytensor.scan(lambda v: [v, v * 2], pt.vector(), return_updates=False)
#       ^ unpacked-without-updates
#: three outputs
import pytensor, pytensor.tensor as pt
outs, ups = pytensor.scan(lambda v: [v, v, v], pt.vector(), return_updates=False)
#     ^^^ unpacked-without-updates "outputs":3
`;

const goodUnpacked = `
#: two outputs
import pytensor, pytensor.tensor as pt
mean, sd = pytensor.scan(lambda v: [v, v * 2], pt.vector(), return_updates=False)
#: the second is not wanted
import pytensor, pytensor.tensor as pt
mean, _ = pytensor.scan(lambda v: [v, v * 2], pt.vector(), return_updates=False)
#: one output
import pytensor, pytensor.tensor as pt
out = pytensor.scan(lambda v: v, pt.vector(), return_updates=False)
#: a list of one
import pytensor, pytensor.tensor as pt
[out] = pytensor.scan(lambda v: v, pt.vector(), return_updates=False, return_list=True)
#: two rows
import pytensor, pytensor.tensor as pt
first, second = pytensor.scan(lambda h: h * 2, outputs_info=pt.ones(()), n_steps=2, return_updates=False)
#: the pair
import pytensor, pytensor.tensor as pt
out, updates = pytensor.scan(lambda v: v, pt.vector())
out, updates = pytensor.scan(lambda v: v, pt.vector(), return_updates=True)
#: a step that is not known
import pytensor, pytensor.tensor as pt
out, state = pytensor.scan(step_of_another_file, pt.vector(), return_updates=False)
#: a number of outputs that is not known
import pytensor, pytensor.tensor as pt
def run(fn):
    out, updates = pytensor.scan(fn, pt.vector(), return_updates=False)
`;

const refused = `
#: entries
import pytensor, pytensor.tensor as pt
n = pytensor.shared(0, name='n')
out = pytensor.scan(lambda v: (v, {n: n + 1}), pt.vector(), return_updates=False)
#     ^^^^^^^^^^^^^ return-updates-false-with-updates "names":["n"] "isRandom":false
#: a draw of a stream
import pytensor, pytensor.tensor as pt
srng = pt.random.RandomStream(1)
out = pytensor.scan(lambda v: v + srng.normal(), pt.vector(), return_updates=False)
#     ^^^^^^^^^^^^^ return-updates-false-with-updates "isRandom":true
#: the next state of a generator
import pytensor, pytensor.tensor as pt
rng = pt.random.shared_rng(1)
def step(v):
    next_rng, noise = rng.normal()
    return v + noise, {rng: next_rng}
out = pytensor.scan(step, pt.vector(), return_updates=False)
#     ^^^^^^^^^^^^^ return-updates-false-with-updates "isRandom":true
#: what the step returns for one step
import pytensor, pytensor.tensor as pt
k = pytensor.shared(0)
out = pytensor.scan(lambda v: (v, {k: k + 1}), pt.vector(), n_steps=1, return_updates=False)
#     ^^^^^^^^^^^^^ return-updates-false-with-updates "names":["k"]
`;

const accepted = `
#: no updates
import pytensor, pytensor.tensor as pt
out = pytensor.scan(lambda v: v, pt.vector(), return_updates=False)
#: one step leaves draws to the function
import pytensor, pytensor.tensor as pt
srng = pt.random.RandomStream(1)
out = pytensor.scan(lambda v: v + srng.normal(), pt.vector(), n_steps=1, return_updates=False)
#: updates are returned
import pytensor, pytensor.tensor as pt
n = pytensor.shared(0, name='n')
out, u = pytensor.scan(lambda v: (v, {n: n + 1}), pt.vector())
f = pytensor.function([], out, updates=u)
#: on some ways only
import pytensor, pytensor.tensor as pt
n = pytensor.shared(0, name='n')
def run(flag):
    def step(v):
        if flag:
            return v, {n: n + 1}
        return v
    return pytensor.scan(step, pt.vector(), return_updates=False)
`;

const deprecated = `
#: nothing said
import pytensor, pytensor.tensor as pt
out, _ = pytensor.scan(lambda v: v, pt.vector())
#        ^^^^^^^^^^^^^ return-updates-deprecated "isEmpty":true
#: asked for
import pytensor, pytensor.tensor as pt
n = pytensor.shared(0)
out, u = pytensor.scan(lambda v: (v, {n: n + 1}), pt.vector(), return_updates=True)
#        ^^^^^^^^^^^^^ return-updates-deprecated "isEmpty":false
f = pytensor.function([], out, updates=u)
#: a view
import pytensor, pytensor.tensor as pt
from pytensor.scan import reduce
total, _ = reduce(lambda v, s: s + v, pt.vector(), pt.zeros(()))
#          ^^^^^^ return-updates-deprecated
#: not known to be empty
import pytensor, pytensor.tensor as pt
out, _ = pytensor.scan(lambda v: helper(v), pt.vector())
#        ^^^^^^^^^^^^^ return-updates-deprecated "isEmpty":false
#: outputs alone
import pytensor, pytensor.tensor as pt
out = pytensor.scan(lambda v: v, pt.vector(), return_updates=False)
#: what is asked for is not known
import pytensor, pytensor.tensor as pt
def run(flag, **options):
    pytensor.scan(lambda v: v, pt.vector(), return_updates=flag)
    pytensor.scan(lambda v: v, pt.vector(), **options)
#: older
import pytensor, pytensor.tensor as pt
y = pt.unbroadcast(pt.ones((1, 3)), 0)
out, _ = pytensor.scan(lambda v: v, pt.vector())
#: other libraries
import theano, theano.tensor as T, aesara, aesara.tensor as at
out, _ = theano.scan(lambda v: v, T.vector())
out, _ = aesara.scan(lambda v: v, at.vector())
`;

describe.each([
  ['not-unpacked', whole],
  ['results taken apart', goodWhole],
  ['unpacked-without-updates', unpacked],
  ['outputs as they come', goodUnpacked],
  ['return-updates-false-with-updates', refused],
  ['accepted without updates', accepted],
])('%s', (_, text) => {
  test.each(casesOf(text))('%s', (__, program) => expectMarkedMistakes(program));
});

describe('return-updates-deprecated', () => {
  test.each(casesOf(deprecated))('%s', (_, program) =>
    expectMarkedMistakes(program, ['return-updates-deprecated']),
  );
});
