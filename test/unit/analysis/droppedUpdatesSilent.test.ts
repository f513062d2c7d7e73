/** Programs that must not be flagged: the updates go somewhere. */
import { describe, test } from 'vitest';
import { casesOf, expectMarkedFindings } from './cases.ts';

const passed = `
#: passed
outputs, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
f = theano.function([], outputs=outputs, updates=updates)
#: passed by position
out, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, None, updates)
#: straight from the call
f = theano.function([], updates=theano.scan(lambda: {a: a + 1}, n_steps=10)[1])
#: from the pair
results = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], results[0], updates=results[1])
f = theano.function([x], results[0], updates=results[-1])
#: passed to one function and not to another
out, upd = theano.scan(lambda v: (v, {a: a + 1}), x)
train = theano.function([x], out, updates=upd)
test = theano.function([x], out)
#: passed to a function that does not use the outputs
out, upd = theano.scan(lambda v: (v, {a: a + 1}), x)
look = theano.function([x], out)
move = theano.function([x], [], updates=upd)
#: passed in a helper
def compile_it(outs, upd):
    return theano.function([x], outs, updates=upd)
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = compile_it(out, u)
#: passed through keyword arguments
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
options = {'updates': u, 'mode': None}
f = theano.function([x], out, **options)
#: passed through dict()
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
options = dict(updates=u)
f = theano.function([x], out, **options)
#: passed through positional arguments
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
args = [[x], out, None, u]
f = theano.function(*args)
#: merged with update
updates = OrderedDict()
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
updates.update(u)
f = theano.function([x], out, updates=updates)
#: merged with a plus
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=u + {b: b + 1.0})
#: merged from the left
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=[(b, b + 1.0)] + list(u.items()))
#: merged with items of Python 2
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=u.items() + [(b, b + 1.0)])
#: merged by double stars
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates={**u, b: b + 1.0})
#: merged by a bar
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=u | {b: b + 1.0})
#: extended
pairs = [(b, b + 1.0)]
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
pairs.extend(u.items())
f = theano.function([x], out, updates=pairs)
#: added in place
pairs = [(b, b + 1.0)]
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
pairs += u.items()
f = theano.function([x], out, updates=pairs)
#: item assignment on scan's own dict
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
u[b] = b + 1.0
f = theano.function([x], out, updates=u)
#: copied key by key
mine = {}
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
for key in u:
    mine[key] = u[key]
f = theano.function([x], out, updates=mine)
#: copied pair by pair
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
mine = [(k, v) for k, v in u.items()]
f = theano.function([x], out, updates=mine)
#: a dict comprehension
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates={k: v for k, v in u.items()})
#: a list of pairs taken from it
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=[(a, u[a])])
#: OrderedUpdates
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=theano.OrderedUpdates(u))
#: collected in a loop
updates = {}
outs = []
for k in (1, 2):
    out, u = theano.scan(lambda v: (v * k, {a: a + 1}), x)
    outs.append(out)
    updates.update(u)
f = theano.function([x], outs, updates=updates)
#: returned by a helper and passed by its caller
def run(values):
    out, u = theano.scan(lambda v: (v, {a: a + 1}), values)
    return out[-1], u
total, u = run(x)
f = theano.function([x], total, updates=u)
#: one caller passes, another does not
def run(values):
    return theano.scan(lambda v: (v, {a: a + 1}), values)
lossy = theano.function([x], run(x)[0])
out, u = run(x)
kept = theano.function([x], out, updates=u)
#: only sometimes passed
import sys
import theano
a = theano.shared(1)
out, u = theano.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
if len(sys.argv) > 1:
    f = theano.function([], out, updates=u)
else:
    f = theano.function([], out)
#: chosen by an expression
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=u if len(u) else None)
#: or nothing
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=u or [])
#: a branch binds another scan
if a.get_value() > 1:
    out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
else:
    out, u = theano.scan(lambda v: (v, {b: b + v}), x)
f = theano.function([x], out, updates=u)
#: as givens
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], [out, a * 1], givens=u)
#: returned by the outer step and passed
def outer(limit):
    out, inner = theano.scan(lambda i: (i, {a: a + 1}), T.arange(limit))
    return out.sum(), inner
n = T.ivector('n')
outs, u = theano.scan(outer, n)
f = theano.function([n], outs, updates=u)
#: the outer step is itself a scan
n = T.ivector('n')
outs, u = theano.scan(lambda k: theano.scan(lambda i: (i, {a: a + 1}), T.arange(k)), n)
f = theano.function([n], outs, updates=u)
`;

const later = `
#: compiled in a function that is called later
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
def make():
    return theano.function([x], out, updates=u)
f = theano.function([x], out)
g = make()
#: compiled in a function that nothing here calls
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
def make():
    return theano.function([x], out, updates=u)
#: in a lambda
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
make = lambda: theano.function([x], out, updates=u)
#: in a default argument
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
def make(updates=u):
    return theano.function([x], out, updates=updates)
#: in a method
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
class Trainer:
    def make(self):
        return theano.function([x], out, updates=u)
#: in a class body
class Model:
    out, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
    f = theano.function([x], out)
#: in an attribute
class Model(object):
    def __init__(self):
        self.out, self.updates = theano.scan(lambda v: (v, {a: a + 1}), x)
        self.f = theano.function([x], self.out)
#: in an attribute through a name
class Model(object):
    def build(self):
        out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
        self.updates = u
        self.f = theano.function([x], out)
#: in a container
store = {}
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
store['updates'] = u
f = theano.function([x], out)
#: in a list
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
everything = [out, u]
f = theano.function([x], everything[0])
#: returned to a caller that is not visible
def build(values):
    out, u = theano.scan(lambda v: (v, {a: a + 1}), values)
    f = theano.function([values], out)
    return f, u
#: yielded
def build(values):
    out, u = theano.scan(lambda v: (v, {a: a + 1}), values)
    f = theano.function([values], out)
    yield f, u
#: the pair is returned
def build(values):
    return theano.scan(lambda v: (v, {a: a + 1}), values)
f = theano.function([x], build(x)[0])
g = theano.function([x], build(x)[0], updates=build(x)[1])
#: passed to a call that is not followed
from trainer import fit
import theano
a = theano.shared(1)
out, u = theano.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
f = theano.function([], out)
fit(out, u)
#: passed to a method that is not followed
from trainer import Trainer
import theano
a = theano.shared(1)
out, u = theano.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
f = theano.function([], out)
Trainer().fit(out, updates=u)
#: read through locals
def build(values):
    out, u = theano.scan(lambda v: (v, {a: a + 1}), values)
    f = theano.function([values], out)
    return finish(**locals())
#: read through globals
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
g = theano.function([x], out, updates=globals()['u'])
#: read by eval
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
g = eval('theano.function([x], out, updates=u)')
#: read by exec
import theano
a = theano.shared(1)
out, u = theano.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
f = theano.function([], out)
exec('g = theano.function([], out, updates=u)')
#: read by exec of Python 2
import theano
a = theano.shared(1)
out, u = theano.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
f = theano.function([], out)
exec "g = theano.function([], out, updates=u)"
print f()
#: a global
def scan_it():
    global u
    out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
    return out
f = theano.function([x], scan_it())
#: exported
__all__ = ['f', 'u']
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
#: nonlocal
def build():
    u = None
    def inner():
        nonlocal u
        out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
        return out
    f = theano.function([x], inner())
    return theano.function([x], [], updates=u)
#: asserted
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
assert not u
f = theano.function([x], out)
#: asserted by length
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
assert len(u) == 0, 'no updates'
f = theano.function([x], out)
#: read in code that is never followed
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
if False:
    g = theano.function([x], out, updates=u)
#: read behind a syntax error
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
g = theano.function([x], out, updates=u
#: half-typed
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, upd
#: matched
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
match u:
    case {}:
        pass
#: in a with statement
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
with session(u) as handle:
    pass
#: raised
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
raise ValueError(u)
#: awaited
async def build():
    out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
    f = theano.function([x], out)
    await send(u)
#: a decorated function
@register
def build():
    out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
    f = theano.function([x], out)
    return u
`;

describe('dropped-updates is silent', () => {
  test.each(casesOf(passed))('passed: %s', (_, program) => expectMarkedFindings(program));
  test.each(casesOf(later))('used elsewhere: %s', (_, program) => expectMarkedFindings(program));
});
