/** Programs that must not be flagged: there are no updates, nobody needs them, or nothing is proven. */
import { describe, test } from 'vitest';
import { casesOf, expectMarkedFindings } from './cases.ts';

const noUpdates = `
#: a recurrence
out, _ = theano.scan(lambda v, s: s + v, x, T.constant(0.0, dtype=theano.config.floatX))
f = theano.function([x], out)
#: a map
out, updates = theano.scan(lambda v: v ** 2, x)
f = theano.function([x], out)
#: a shared variable that is only read
out, _ = theano.scan(lambda v: v * b, x, non_sequences=[])
f = theano.function([x], out)
#: two outputs that look like an update
out, _ = theano.scan(lambda: (a, a + 1), n_steps=3)
f = theano.function([], out)
#: an empty dict
out, _ = theano.scan(lambda v: (v, {}), x)
f = theano.function([x], out)
#: an empty list
out, _ = theano.scan(lambda v: (v, []), x)
f = theano.function([x], out)
#: the dict is emptied
def step(v):
    changes = {a: a + 1}
    changes.clear()
    return v, changes
out, _ = theano.scan(step, x)
f = theano.function([x], out)
#: the entry is deleted
def step(v):
    changes = {a: a + 1}
    del changes[a]
    return v, changes
out, _ = theano.scan(step, x)
f = theano.function([x], out)
#: the entry is popped
def step(v):
    changes = {a: a + 1}
    changes.pop(a)
    return v, changes
out, _ = theano.scan(step, x)
f = theano.function([x], out)
#: only one way returns updates
def step(v):
    if train:
        return v, {a: a + 1}
    return v
out, _ = theano.scan(step, x)
f = theano.function([x], out)
#: filled under a condition
def step(v):
    changes = {}
    if train:
        changes[a] = a + 1
    return v, changes
out, _ = theano.scan(step, x)
f = theano.function([x], out)
#: a conditional expression
out, _ = theano.scan(lambda v: (v, {a: a + 1} if train else {}), x)
f = theano.function([x], out)
#: a conditional step
def quiet(v):
    return v
def loud(v):
    return v, {a: a + 1}
out, _ = theano.scan(loud if train else quiet, x)
f = theano.function([x], out)
#: a step that is rebound
def step(v):
    return v, {a: a + 1}
def step(v):
    return v
out, _ = theano.scan(step, x)
f = theano.function([x], out)
#: a filled loop that may not turn
def step(v):
    changes = {}
    for p in params:
        changes[p] = p + 1
    return v, changes
out, _ = theano.scan(step, x)
f = theano.function([x], out)
#: a comprehension with a condition
out, _ = theano.scan(lambda v: (v, {p: p + 1 for p in [a, b] if p.name}), x)
f = theano.function([x], out)
#: keys that are not known
from model import counter
import theano
out, _ = theano.scan(lambda: (counter * 2, {counter: counter + 1}), n_steps=3)
f = theano.function([], out)
#: a key that is no shared variable
out, _ = theano.scan(lambda v: (v, {v: v + 1}), x)
f = theano.function([x], out)
#: a shared variable of a parameter
def build(s):
    out, _ = theano.scan(lambda v: (v, {s: s + 1}), x)
    return theano.function([x], out)
#: a return that scan can not read
out, _ = theano.scan(lambda v: (v, v * 2, {a: a + 1}), x)
f = theano.function([x], out)
#: the wrong order
out, _ = theano.scan(lambda v: ({a: a + 1}, v), x)
f = theano.function([x], out)
#: a decorated step
@wraps
def step(v):
    return v, {a: a + 1}
out, _ = theano.scan(step, x)
f = theano.function([x], out)
#: a generator
def step(v):
    yield v, {a: a + 1}
out, _ = theano.scan(step, x)
f = theano.function([x], out)
#: a step from elsewhere
from steps import step
import theano
out, _ = theano.scan(step, n_steps=3)
f = theano.function([], out)
#: a step of an object
out, _ = theano.scan(model.step, x)
f = theano.function([x], out)
#: no step is run
out, _ = theano.scan(lambda: (a, {a: a + 1}), n_steps=0)
f = theano.function([], out)
#: something else is a step
out, _ = theano.scan(T.dot, [x, x])
f = theano.function([x], out)
`;

const notUsed = `
#: never compiled
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
#: no outputs, and a function that sets the variable itself
_, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
f = theano.function([], a * 2, updates={a: a + 3})
#: no outputs, and a function whose updates are not known
_, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
f = theano.function([], a * 2, **options)
#: no outputs, asserted
_, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
assert not u
#: no outputs, exported
__all__ = ['u']
_, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
#: the outputs go elsewhere
import pymc as pm
import pytensor
a = pytensor.shared(1)
out, _ = pytensor.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
f = pm.compile([], out)
#: another function
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], x.sum())
#: only the shape
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out.shape)
#: only one length
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out.shape[0] + 1)
#: zeros of its shape
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], T.zeros_like(out))
#: explicit update of the same variable
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates={a: T.cast(out[-1], 'int64')})
#: explicit update in a list
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=[(a, a + 3)])
#: explicit update in another function of the outputs
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
g = theano.function([x], updates={a: T.cast(out[-1], 'int64')})
#: updates that are not known
from optimizers import sgd
import theano
a = theano.shared(1)
out, _ = theano.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
f = theano.function([], out, updates=sgd(out.sum(), [a]))
#: arguments that are not known
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, **options)
#: return_updates=False
import pytensor
a = pytensor.shared(1)
out = pytensor.scan(lambda: (a * 2, {a: a + 1}), n_steps=3, return_updates=False)
f = pytensor.function([], out)
#: return_updates that is not known
import pytensor
from settings import flag
a = pytensor.shared(1)
out = pytensor.scan(lambda: (a * 2, {a: a + 1}), n_steps=3, return_updates=flag)
f = pytensor.function([], out)
#: more arguments that are not known
import pytensor
from settings import options
a = pytensor.shared(1)
out = pytensor.scan(lambda: (a * 2, {a: a + 1}), n_steps=3, **options)
f = pytensor.function([], out)
#: dead code
if False:
    out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
    f = theano.function([x], out)
#: after a return
def build():
    return None
    out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
    return theano.function([x], out)
#: after a raise
raise SystemExit
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
`;

const otherNames = `
#: another theano
from mocks import theano
a = theano.shared(1)
out, _ = theano.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
f = theano.function([], out)
#: a parameter called theano
def build(theano):
    out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
    return theano.function([x], out)
#: theano is rebound
theano = Recorder(theano)
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
#: theano may be rebound
if debug:
    theano = Recorder()
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
#: theano is a loop variable
for theano in backends:
    out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
    f = theano.function([x], out)
#: theano is a comprehension variable of Python 2
names = [theano for theano in backends]
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
print names
#: scan is replaced
theano.scan = my_scan
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
#: function is replaced
theano.function = my_function
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
#: replaced by setattr
setattr(theano, 'function', my_function)
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
#: replaced under some name
setattr(theano, name, my_function)
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
#: everything of something unknown
import theano
a = theano.shared(1)
from helpers import *
out, _ = theano.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
f = theano.function([], out)
#: a scan of one's own
def scan(step, xs):
    return [step(x) for x in xs], None
out, _ = scan(lambda v: (v, {a: a + 1}), [x])
f = theano.function([x], out)
#: a shared of one's own
import theano
def shared(value):
    return value
a = shared(1)
out, _ = theano.scan(lambda: (a, {a: a + 1}), n_steps=3)
f = theano.function([], out)
#: a method called scan
out, _ = table.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
#: jax
import jax
out, _ = jax.lax.scan(lambda c, v: (c, {c: v}), 0, None)
#: re-executed
exec(open('setup.py').read())
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
`;

describe('dropped-updates is silent', () => {
  test.each(casesOf(noUpdates))('not proven: %s', (_, program) => expectMarkedFindings(program));
  test.each(casesOf(notUsed))('no function needs them: %s', (_, program) => expectMarkedFindings(program));
  test.each(casesOf(otherNames))('other meanings: %s', (_, program) => expectMarkedFindings(program));
});
