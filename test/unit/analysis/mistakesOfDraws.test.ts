/** Random numbers in steps: generators that do not move on, draws made outside, and last states that are forgotten. */
import { describe, test } from 'vitest';
import { casesOf } from './cases.ts';
import { expectMarkedMistakes } from './markedMistakes.ts';

const repeated = `
#: without a generator
import pytensor, pytensor.tensor as pt
out = pytensor.scan(lambda v: v + pt.random.normal(), pt.vector(), return_updates=False)
#                                 ^^^^^^^^^^^^^^^^ repeated-random-draw noGenerator "nextName":null
#: without a generator, Aesara
import aesara, aesara.tensor as at
def step(v):
    noise = at.random.normal(0, 1, size=(3,))
#           ^^^^^^^^^^^^^^^^ repeated-random-draw noGenerator
    return v + noise
out, _ = aesara.scan(step, at.vector())
#: a captured generator
import pytensor, pytensor.tensor as pt
rng = pt.random.shared_rng(1)
def step(v):
    next_rng, noise = rng.normal()
#                     ^^^^^^^^^^ repeated-random-draw notReturned "generator":"rng" "nextName":"next_rng"
    return v + noise
out = pytensor.scan(step, pt.vector(), return_updates=False)
#: the next generator is thrown away
import pytensor, pytensor.tensor as pt
rng = pt.random.shared_rng(1)
def step(v):
    _, noise = rng.normal()
#              ^^^^^^^^^^ repeated-random-draw notReturned "nextName":null
    return v + noise
out = pytensor.scan(step, pt.vector(), return_updates=False)
#: only the draw
import pytensor, pytensor.tensor as pt
rng = pt.random.shared_rng(1)
out = pytensor.scan(lambda v: v + rng.normal()[1], pt.vector(), return_updates=False)
#                                 ^^^^^^^^^^ repeated-random-draw notReturned
#: a generator as argument of the draw
import numpy as np, aesara, aesara.tensor as at
rng = aesara.shared(np.random.default_rng(1), name='rng')
out, _ = aesara.scan(lambda v: v + at.random.normal(0, 1, rng=rng), at.vector())
#                                  ^^^^^^^^^^^^^^^^ repeated-random-draw notReturned "generator":"rng"
#: a generator in non_sequences
import pytensor, pytensor.tensor as pt
gen = pt.random.shared_rng(1)
def step(v, rng):
    nxt, noise = rng.normal()
#                ^^^^^^^^^^ repeated-random-draw notReturned "nextName":"nxt"
    return v + noise
out = pytensor.scan(step, pt.vector(), non_sequences=[gen], return_updates=False)
#: updates of another variable
import pytensor, pytensor.tensor as pt
rng = pt.random.shared_rng(1)
n = pytensor.shared(0)
def step(v):
    nxt, noise = rng.normal()
#                ^^^^^^^^^^ repeated-random-draw notReturned
    return v + noise, {n: n + 1}
out, u = pytensor.scan(step, pt.vector())
f = pytensor.function([], out, updates=u)
#: in a helper
import pytensor, pytensor.tensor as pt
def noisy(v):
    return v + pt.random.uniform(0, 1)
#              ^^^^^^^^^^^^^^^^^ repeated-random-draw noGenerator
out = pytensor.scan(lambda v: noisy(v) * 2, pt.vector(), return_updates=False)
#: in the inner one of two scans
import pytensor, pytensor.tensor as pt
def outer(v):
    return pytensor.scan(lambda w: w + pt.random.normal(), v, return_updates=False)
#                                      ^^^^^^^^^^^^^^^^ repeated-random-draw
out = pytensor.scan(outer, pt.matrix(), return_updates=False)
`;

const moving = `
#: handed on as an update
import pytensor, pytensor.tensor as pt
rng = pt.random.shared_rng(1)
def step(v):
    next_rng, noise = rng.normal()
    return v + noise, {rng: next_rng}
out, u = pytensor.scan(step, pt.vector())
f = pytensor.function([], out, updates=u)
#: carried
import pytensor, pytensor.tensor as pt
rng = pt.random.shared_rng(1)
def step(rng, v):
    next_rng, x = rng.normal(v)
    return next_rng, x
final, out = pytensor.scan(step, outputs_info=[rng, pt.zeros(())], n_steps=3, return_updates=False)
f = pytensor.function([], out, updates={rng: final})
#: carried, as it comes
import pytensor, pytensor.tensor as pt
rng = pt.random.shared_rng(1)
final, out = pytensor.scan(lambda r, v: r.normal(v), outputs_info=[rng, pt.zeros(())], n_steps=3, return_updates=False)
f = pytensor.function([], out, updates={rng: final})
#: two draws in a row
import pytensor, pytensor.tensor as pt
rng = pt.random.shared_rng(1)
def step(v):
    first, p = rng.normal()
    second, q = first.uniform()
    return p + q, {rng: second}
out, u = pytensor.scan(step, pt.vector())
f = pytensor.function([], out, updates=u)
#: streams move by themselves
import pytensor, pytensor.tensor as pt
srng = pt.random.RandomStream(1)
out, u = pytensor.scan(lambda v: v + srng.normal(), pt.vector())
f = pytensor.function([], out, updates=u)
#: the owner's generator
import aesara, aesara.tensor as at
def step(v):
    x = at.random.normal(v, 1)
    return x, {x.owner.inputs[0]: x.owner.outputs[0]}
out, u = aesara.scan(step, at.vector())
f = aesara.function([], out, updates=u)
#: collected by PyMC
import pymc as pm, pytensor, pytensor.tensor as pt
from pymc.pytensorf import collect_default_updates
def step(v):
    x = pm.Normal.dist(v) + pt.random.normal()
    return x, collect_default_updates([x])
out, u = pytensor.scan(step, pt.vector())
#: graphs that PyMC looks into
import pymc as pm, pytensor, pytensor.tensor as pt
out, _ = pytensor.scan(lambda v: pt.random.normal(v), pt.vector())
#: graphs of aeppl
import aesara, aesara.tensor as at
from aeppl import joint_logprob
out, _ = aesara.scan(lambda v: at.random.normal(v), at.vector())
#: one step leaves it to the function
import pytensor, pytensor.tensor as pt
out, _ = pytensor.scan(lambda v: v + pt.random.normal(), pt.vector(), n_steps=1)
#: outside of steps
import pytensor, pytensor.tensor as pt
noise = pt.random.normal(size=(3,))
out = pytensor.scan(lambda v: v * 2, noise, return_updates=False)
#: a draw that reaches no output
import pytensor, pytensor.tensor as pt
def step(v):
    noise = pt.random.normal()
    return v
out = pytensor.scan(step, pt.vector(), return_updates=False)
#: updates that are not known
import pytensor, pytensor.tensor as pt
def step(v):
    x = pt.random.normal(v)
    return x, updates_for(x)
out, u = pytensor.scan(step, pt.vector())
#: a generator that is not known
import pytensor, pytensor.tensor as pt
def run(rng):
    return pytensor.scan(lambda v: pt.random.normal(v, rng=rng), pt.vector(), return_updates=False)
`;

const outside = `
#: a mask drawn outside
import aesara, aesara.tensor as at
srng = at.random.RandomStream(1)
mask = srng.bernoulli(0.5, size=(3,))
out, _ = aesara.scan(lambda v: v * mask, at.matrix())
#                                  ^^^^ draw-outside-step "name":"srng.bernoulli"
#: an expression of it
import pytensor, pytensor.tensor as pt
srng = pt.random.RandomStream(1)
noise = srng.normal(size=(3,)) * 0.1
def step(v):
    w = v * 2
    return w + noise
#              ^^^^^ draw-outside-step
out = pytensor.scan(step, pt.matrix(), return_updates=False)
#: of an object
import pytensor, pytensor.tensor as pt
class Layer:
    def __init__(self):
        srng = pt.random.RandomStream(1)
        self.mask = srng.bernoulli(p=0.5, size=(3,))
#                   ^^^^^^^^^^^^^^ draw-outside-step
    def run(self, x):
        return pytensor.scan(lambda v: v * self.mask, x * 1, return_updates=False)
Layer().run(pt.matrix())
`;

const inside = `
#: drawn inside
import pytensor, pytensor.tensor as pt
srng = pt.random.RandomStream(1)
out, u = pytensor.scan(lambda v: v * srng.normal(size=(3,)), pt.matrix())
f = pytensor.function([], out, updates=u)
#: passed as an argument
import pytensor, pytensor.tensor as pt
srng = pt.random.RandomStream(1)
mask = srng.normal(size=(3,))
out = pytensor.scan(lambda v, m: v * m, pt.matrix(), non_sequences=[mask], return_updates=False)
#: passed as a sequence
import pytensor, pytensor.tensor as pt
srng = pt.random.RandomStream(1)
out = pytensor.scan(lambda m: m * 2, srng.normal(size=(3,)), return_updates=False)
#: Theano draws it again in each step
import theano, theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams
srng = RandomStreams(1)
mask = srng.normal(size=(3,))
out, u = theano.scan(lambda v: v * mask, T.matrix())
f = theano.function([], out, updates=u)
#: PyMC
import pymc as pm, pytensor, pytensor.tensor as pt
srng = pt.random.RandomStream(1)
mask = srng.normal(size=(3,))
out = pytensor.scan(lambda v: v * mask, pt.matrix(), return_updates=False)
#: on some ways only
import pytensor, pytensor.tensor as pt
srng = pt.random.RandomStream(1)
def run(flag):
    mask = srng.normal(size=(3,))
    def step(v):
        if flag:
            return v * mask
        return v
    return pytensor.scan(step, pt.matrix(), return_updates=False)
`;

const forgotten = `
#: the last state goes nowhere
import pytensor, pytensor.tensor as pt
rng = pt.random.shared_rng(1)
def step(rng, v):
    return rng.normal(v)
final, out = pytensor.scan(step, outputs_info=[rng, pt.zeros(())], n_steps=3, return_updates=False)
#            ^^^^^^^^^^^^^ forgotten-final-rng "generator":"rng","finalName":"final"
f = pytensor.function([], out)
#: nobody wants it
import pytensor, pytensor.tensor as pt
rng = pt.random.shared_rng(1)
_, out = pytensor.scan(lambda r, v: r.normal(v), outputs_info=[rng, pt.zeros(())], n_steps=3, return_updates=False)
#        ^^^^^^^^^^^^^ forgotten-final-rng
f = pytensor.function([], out[-1])
#: by index
import pytensor, pytensor.tensor as pt
rng = pt.random.shared_rng(1)
outs = pytensor.scan(lambda r, v: r.normal(v), outputs_info=[rng, pt.zeros(())], n_steps=3, return_updates=False)
#      ^^^^^^^^^^^^^ forgotten-final-rng "finalName":null
f = pytensor.function([], outs[1])
`;

const kept = `
#: as an update
import pytensor, pytensor.tensor as pt
rng = pt.random.shared_rng(1)
final, out = pytensor.scan(lambda r, v: r.normal(v), outputs_info=[rng, pt.zeros(())], n_steps=3, return_updates=False)
f = pytensor.function([], out, updates={rng: final})
#: updates that are not known
import pytensor, pytensor.tensor as pt
rng = pt.random.shared_rng(1)
final, out = pytensor.scan(lambda r, v: r.normal(v), outputs_info=[rng, pt.zeros(())], n_steps=3, return_updates=False)
f = pytensor.function([], out, updates=updates_of(out))
#: by index
import pytensor, pytensor.tensor as pt
rng = pt.random.shared_rng(1)
outs = pytensor.scan(lambda r, v: r.normal(v), outputs_info=[rng, pt.zeros(())], n_steps=3, return_updates=False)
f = pytensor.function([], outs[1], updates={rng: outs[0]})
#: returned
import pytensor, pytensor.tensor as pt
rng = pt.random.shared_rng(1)
def sample():
    final, out = pytensor.scan(lambda r, v: r.normal(v), outputs_info=[rng, pt.zeros(())], n_steps=3, return_updates=False)
    return out, {rng: final}
out, u = sample()
f = pytensor.function([], out, updates=u)
#: no function uses it
import pytensor, pytensor.tensor as pt
rng = pt.random.shared_rng(1)
_, out = pytensor.scan(lambda r, v: r.normal(v), outputs_info=[rng, pt.zeros(())], n_steps=3, return_updates=False)
#: moved on otherwise
import pytensor, pytensor.tensor as pt
rng = pt.random.shared_rng(1)
_, out = pytensor.scan(lambda r, v: r.normal(v), outputs_info=[rng, pt.zeros(())], n_steps=3, return_updates=False)
f = pytensor.function([], out, updates={rng: rng.normal()[0]})
#: used by the next scan
import pytensor, pytensor.tensor as pt
rng = pt.random.shared_rng(1)
mid, out = pytensor.scan(lambda r, v: r.normal(v), outputs_info=[rng, pt.zeros(())], n_steps=3, return_updates=False)
end, more = pytensor.scan(lambda r, v: r.normal(v), outputs_info=[mid, out[-1]], n_steps=3, return_updates=False)
f = pytensor.function([], [out, more], updates={rng: end})
`;

describe.each([
  ['repeated-random-draw', repeated],
  ['generators that move on', moving],
  ['draw-outside-step', outside],
  ['draws inside or passed', inside],
  ['forgotten-final-rng', forgotten],
  ['last states that are kept', kept],
])('%s', (_, text) => {
  test.each(casesOf(text))('%s', (__, program) => expectMarkedMistakes(program));
});
