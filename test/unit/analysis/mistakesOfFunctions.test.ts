/** What `function` takes as updates, and functions that get none. */
import { describe, test } from 'vitest';
import { casesOf } from './cases.ts';
import { expectMarkedMistakes } from './markedMistakes.ts';

const argumentsOf = `
#: by position
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, u)
#                             ^ wrong-updates-argument thirdPositional
#: a dict by position
f = theano.function([x], x * 2, {a: a + 1})
#                               ^^^^^^^^^^ wrong-updates-argument thirdPositional
#: pairs by position
f = theano.function([x], x * 2, [(a, a + 1)])
#                               ^^^^^^^^^^^^ wrong-updates-argument thirdPositional
#: as givens
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, givens=u)
#                                    ^ wrong-updates-argument givens
#: among givens
y = T.vector()
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, givens={x: y, **u})
#                                    ^^^^^^^^^^^ wrong-updates-argument givens
#: the whole result
res = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], res[0], updates=res)
#                                        ^^^ wrong-updates-argument wholeResult
#: the whole result at once
f = theano.function([x], [], updates=theano.scan(lambda v: {a: a + 1}, x))
#                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-updates-argument wholeResult
#: a list of dicts
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
more, w = theano.scan(lambda v: (v, {b: b + v}), x)
f = theano.function([x], [out, more], updates=[u, w])
#                                             ^^^^^^ wrong-updates-argument listOfUpdates
#: a dict among pairs
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=[(b, b * 2), u])
#                                     ^^^^^^^^^^^^^^^ wrong-updates-argument listOfUpdates
#: one bare pair
f = theano.function([x], x * 2, updates=(a, a + 1))
#                                       ^^^^^^^^^^ wrong-updates-argument onePair
#: one bare list
f = theano.function([x], x * 2, updates=[b, b + x.sum()])
#                                       ^^^^^^^^^^^^^^^^ wrong-updates-argument onePair
#: Aesara
import aesara
n = aesara.shared(0)
_, u = aesara.scan(lambda: {n: n + 1}, n_steps=3)
f = aesara.function([], [], u)
#                           ^ wrong-updates-argument thirdPositional
#: PyTensor
import pytensor
n = pytensor.shared(0)
_, u = pytensor.scan(lambda: {n: n + 1}, n_steps=3)
f = pytensor.function([], n * 1, givens=u)
#                                       ^ wrong-updates-argument givens
`;

const goodArguments = `
#: as updates
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=u)
f = theano.function([x], out, None, u)
f = theano.function([x], out, updates=list(u.items()))
f = theano.function([x], out, updates=[(b, b * 2), (a, a + 1)])
f = theano.function([x], out, updates=((a, a + 1),))
f = theano.function([x], x, updates=[[b, b * 2]])
#: modes
f = theano.function([x], x, 'FAST_RUN', {a: a + 1})
f = theano.function([x], x, theano.compile.get_default_mode())
#: givens of inputs
y = T.vector()
f = theano.function([y], x * 2, givens={x: y})
f = theano.function([y], x * 2, givens=[(x, y)])
#: items of a dict that took them in
updates = OrderedDict()
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
updates.update(u)
f = theano.function([x], out, updates=updates.items())
f = theano.function([x], out, updates=list(updates.items()))
#: pairs that a function gives
def pairs():
    return [(a, a + 1)]
f = theano.function([x], x, updates=pairs())
#: something that is not known
def compile_it(things):
    return theano.function([x], x, updates=things)
compile_it([(a, a + 1)])
#: a list that grows
updates = []
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
updates.append((b, b * 2))
updates.extend(u.items())
f = theano.function([x], out, updates=updates)
#: the updates of a pair
res = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], res[0], updates=res[1])
#: two pairs of two
f = theano.function([x], x, updates=[(a, a + 1), (b, b + 1)])
`;

const others = `
#: a test function
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
train = theano.function([x], out, updates=u)
test = theano.function([x], out)
#      ^^^^^^^^^^^^^^^ updates-not-in-this-function "names":["a"],"isRandom":false
#: draws
import theano, theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams
srng = RandomStreams(1)
out, u = theano.scan(lambda: srng.normal(), n_steps=3)
sample = theano.function([], out[-1])
#        ^^^^^^^^^^^^^^^ updates-not-in-this-function "isRandom":true
train = theano.function([], out.sum(), updates=u)
#: other updates
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
train = theano.function([x], out, updates=u)
test = theano.function([x], out, updates={b: b + 1})
#      ^^^^^^^^^^^^^^^ updates-not-in-this-function
`;

const goodOthers = `
#: both get them
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
train = theano.function([x], out, updates=u)
test = theano.function([x], out, updates=u)
#: only shapes
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
train = theano.function([x], out, updates=u)
test = theano.function([x], T.zeros_like(out))
#: another scan
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
more, _ = theano.scan(lambda v: v, x)
train = theano.function([x], out, updates=u)
test = theano.function([x], more)
#: the variable is set otherwise
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
train = theano.function([x], out, updates=u)
reset = theano.function([x], out, updates={a: a * 0})
#: merged into the updates of another scan
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
more, others = theano.scan(lambda v: (v, {b: b + 1}), x)
train = theano.function([x], out, updates=u)
others.update(u)
both = theano.function([x], [out, more], updates=others)
#: where there are none
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=u) if u else theano.function([x], out)
#: updates that are not known
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
train = theano.function([x], out, updates=u)
test = theano.function([x], out, updates=updates_of_another_file())
#: merged
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
train = theano.function([x], out, updates=u)
test = theano.function([x], out, updates=list(u.items()) + [(b, b * 2)])
#: no updates at all
out, u = theano.scan(lambda v: v, x)
train = theano.function([x], out, updates=u)
test = theano.function([x], out)
#: evaluated
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
train = theano.function([x], out, updates=u)
print(out.eval({x: [1.0]}))
#: one helper compiles both
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
def compile_it(updates):
    return theano.function([x], out, updates=updates)
train = compile_it(u)
test = compile_it(None)
`;

describe.each([
  ['wrong-updates-argument', argumentsOf],
  ['right arguments', goodArguments],
  ['updates-not-in-this-function', others],
  ['functions that need no updates', goodOthers],
])('%s', (_, text) => {
  test.each(casesOf(text))('%s', (__, program) => expectMarkedMistakes(program));
});
