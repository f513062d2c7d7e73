/** Merges of updates: what a release refuses, and variables with two updates. */
import { describe, test } from 'vitest';
import { casesOf } from './cases.ts';
import { expectMarkedMistakes } from './markedMistakes.ts';

const merges = `
#: a plus
import pytensor, pytensor.tensor as pt
m = pytensor.shared(0)
n = pytensor.shared(0)
x = pt.vector()
_, u = pytensor.scan(lambda v: {m: m + 1}, x)
_, w = pytensor.scan(lambda v: {n: n + 1}, x)
f = pytensor.function([x], [], updates=u + w)
#                                      ^^^^^ merge-not-supported-by-version plus "operands":["u","w"]
#: a plus with a dict
import pytensor, pytensor.tensor as pt
m = pytensor.shared(0)
n = pytensor.shared(0)
_, u = pytensor.scan(lambda: {m: m + 1}, n_steps=3)
f = pytensor.function([], [], updates={n: n + 1} + u)
#                                     ^^^^^^^^^^^^^^ merge-not-supported-by-version plus
#: a plus with pairs
import pytensor, pytensor.tensor as pt
m = pytensor.shared(0)
n = pytensor.shared(0)
_, u = pytensor.scan(lambda: {m: m + 1}, n_steps=3)
f = pytensor.function([], [], updates=u + [(n, n + 1)])
#                                     ^^^^^^^^^^^^^^^^ merge-not-supported-by-version plus "operands":["u","dict([(n,
#: extended by keys
pairs = [(b, b * 2)]
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
_ = pairs.extend(u)
#   ^^^^^^^^^^^^^^^ merge-not-supported-by-version keysOnly "operands":["u"]
f = theano.function([x], out, updates=pairs)
#: added in place
pairs = [(b, b * 2)]
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
if True:
    pairs += u
#   ^^^^^^^^^^ merge-not-supported-by-version keysOnly
f = theano.function([x], out, updates=pairs)
#: items in Python 3, which Aesara needs
import aesara
m = aesara.shared(0)
n = aesara.shared(0)
_, u = aesara.scan(lambda: {m: m + 1}, n_steps=3)
_, w = aesara.scan(lambda: {n: n + 1}, n_steps=3)
f = aesara.function([], [], updates=u.items() + w.items())
#                                   ^^^^^^^^^^^^^^^^^^^^^ merge-not-supported-by-version itemsPlus
#: items in a file for Python 3
import theano, theano.tensor as T
m = theano.shared(0)
n = theano.shared(0)
_, u = theano.scan(lambda: {m: m + 1}, n_steps=3)
f = theano.function([], [], updates=u.items() + [(n, n + 1)])
#                                   ^^^^^^^^^^^^^^^^^^^^^^^^ merge-not-supported-by-version itemsPlus
print(f'{n}', end='')
`;

const goodMerges = `
#: ordered updates add
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
more, w = theano.scan(lambda v: (v, {b: b + v}), x)
f = theano.function([x], [out, more], updates=u + w)
f = theano.function([x], [out, more], updates=u + [(b, b * 2)])
#: PyTensor before 3
import pytensor, pytensor.tensor as pt
from pytensor.updates import OrderedUpdates
m = pytensor.shared(0)
n = pytensor.shared(0)
_, u = pytensor.scan(lambda: {m: m + 1}, n_steps=3)
_, w = pytensor.scan(lambda: {n: n + 1}, n_steps=3)
f = pytensor.function([], [], updates=u + w)
#: dicts merge
import pytensor, pytensor.tensor as pt
m = pytensor.shared(0)
n = pytensor.shared(0)
_, u = pytensor.scan(lambda: {m: m + 1}, n_steps=3)
_, w = pytensor.scan(lambda: {n: n + 1}, n_steps=3)
f = pytensor.function([], [], updates={**u, **w})
f = pytensor.function([], [], updates=u | w)
f = pytensor.function([], [], updates=list(u.items()) + list(w.items()))
#: items of Python 2
_, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
_, w = theano.scan(lambda: {b: b + 1}, n_steps=3)
f = theano.function([], [], updates=u.items() + w.items())
#: a plus with something that is not known
import pytensor
m = pytensor.shared(0)
_, u = pytensor.scan(lambda: {m: m + 1}, n_steps=3)
f = pytensor.function([], [], updates=u + more_updates())
#: keys of a list that is no list of updates
names = []
_, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
names.extend(u)
names += u
f = theano.function([], [], updates=u)
#: pairs
pairs = [(b, b * 2)]
_, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
pairs.extend(u.items())
pairs += u.items()
f = theano.function([], [], updates=pairs)
`;

const collisions = `
#: a plus raises
_, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
_, w = theano.scan(lambda: {a: a * 2}, n_steps=3)
f = theano.function([], [], updates=u + w)
#                                   ^^^^^ colliding-updates raises "name":"a"
#: update raises
_, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
_, w = theano.scan(lambda: {a: a * 2}, n_steps=3)
_ = u.update(w)
#   ^^^^^^^^^^^ colliding-updates raises
f = theano.function([], [], updates=u)
#: a dict loses the first
updates = OrderedDict()
_, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
_, w = theano.scan(lambda: {a: a * 2}, n_steps=3)
updates.update(u)
_ = updates.update(w)
#   ^^^^^^^^^^^^^^^^^ colliding-updates firstIsLost
f = theano.function([], [], updates=updates)
#: an entry of the program is lost
updates = {a: a + 5}
_, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
_ = updates.update(u)
#   ^^^^^^^^^^^^^^^^^ colliding-updates firstIsLost
f = theano.function([], [], updates=updates)
#: double stars
_, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
_, w = theano.scan(lambda: {a: a * 2, b: b + 1}, n_steps=3)
f = theano.function([], [], updates={**u, **w})
#                                   ^^^^^^^^^^ colliding-updates firstIsLost
#: a bar
_, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
_, w = theano.scan(lambda: {a: a * 2}, n_steps=3)
f = theano.function([], [], updates=u | w)
#                                   ^^^^^ colliding-updates firstIsLost
#: lists of pairs
_, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
f = theano.function([], [], updates=[(a, a + 5)] + list(u.items()))
#                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ colliding-updates raises
#: ordered updates
import theano
from theano.updates import OrderedUpdates
s = theano.shared(0, name='s')
updates = OrderedUpdates()
_, u = theano.scan(lambda: {s: s + 1}, n_steps=3)
_, w = theano.scan(lambda: {s: s * 2}, n_steps=3)
updates.update(u)
_ = updates.update(w)
#   ^^^^^^^^^^^^^^^^^ colliding-updates raises
f = theano.function([], [], updates=updates)
#: PyTensor's dicts lose the first
import pytensor
s = pytensor.shared(0, name='s')
_, u = pytensor.scan(lambda: {s: s + 1}, n_steps=3)
_, w = pytensor.scan(lambda: {s: s * 2}, n_steps=3)
_ = u.update(w)
#   ^^^^^^^^^^^ colliding-updates firstIsLost "name":"s"
f = pytensor.function([], [], updates=u)
`;

const goodCollisions = `
#: different variables
_, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
_, w = theano.scan(lambda: {b: b * 2}, n_steps=3)
f = theano.function([], [], updates=u + w)
u.update(w)
#: one entry set anew
_, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
u[a] = a + 5
f = theano.function([], [], updates=u)
#: an entry after the scan
_, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
f = theano.function([], [], updates={**u, a: a + 5})
#: the same updates twice
updates = OrderedDict()
_, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
updates.update(u)
updates.update(u)
f = theano.function([], [], updates=updates)
#: a variable per turn
updates = OrderedDict()
for k in range(3):
    s = theano.shared(k)
    _, u = theano.scan(lambda: {s: s + 1}, n_steps=3)
    updates.update(u)
    updates[s] = s + 2
f = theano.function([], [], updates=updates)
#: variables that a loop makes
made = []
for k in range(2):
    made.append(theano.shared(k))
_, u = theano.scan(lambda: {made[0]: made[0] + 1}, n_steps=3)
_, w = theano.scan(lambda: {made[1]: made[1] + 1}, n_steps=3)
f = theano.function([], [], updates=u + w)
#: variables that map makes
made, other = map(lambda k: theano.shared(k), (0, 1))
_, u = theano.scan(lambda: {made: made + 1}, n_steps=3)
_, w = theano.scan(lambda: {other: other + 1}, n_steps=3)
f = theano.function([], [], updates=u + w)
#: a variable per object
class Counter(object):
    def __init__(self):
        self.n = theano.shared(0)
        _, self.updates = theano.scan(lambda: {self.n: self.n + 1}, n_steps=3)
p = Counter()
q = Counter()
f = theano.function([], [], updates=p.updates + q.updates)
#: a variable per call
def counter():
    n = theano.shared(0)
    return theano.scan(lambda: {n: n + 1}, n_steps=3)[1]
p = counter()
q = counter()
f = theano.function([], [], updates=p + q)
#: on some ways only
def run(flag):
    updates = {}
    if flag:
        updates[a] = a + 5
    _, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
    updates.update(u)
    return theano.function([], [], updates=updates)
#: in two functions
_, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
_, w = theano.scan(lambda: {a: a * 2}, n_steps=3)
f = theano.function([], [], updates=u)
g = theano.function([], [], updates=w)
#: draws of one stream
import theano
from theano.tensor.shared_randomstreams import RandomStreams
srng = RandomStreams(1)
p, u = theano.scan(lambda: srng.normal(), n_steps=3)
q, w = theano.scan(lambda: srng.normal(), n_steps=3)
f = theano.function([], [p, q], updates=u + w)
`;

describe.each([
  ['merge-not-supported-by-version', merges],
  ['supported merges', goodMerges],
  ['colliding-updates', collisions],
  ['updates that do not collide', goodCollisions],
])('%s', (_, text) => {
  test.each(casesOf(text))('%s', (__, program) => expectMarkedMistakes(program));
});
