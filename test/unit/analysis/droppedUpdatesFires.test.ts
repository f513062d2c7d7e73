/** Programs whose updates are surely dropped. */
import { describe, test } from 'vitest';
import { casesOf, expectMarkedFindings } from './cases.ts';

const plainForms = `
#: the seed: no outputs, a function of nothing
outputs, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
#                  ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([], outputs=outputs)
#: underscore
out, _ = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: a name that is never read
out, upd = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
#          ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: first item of the call
f = theano.function([x], theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)[0])
#                        ^^^^^^^^^^^ warning: dropped-updates
#: first item bound
out = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)[0]
#     ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: the pair bound to one name
results = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
#         ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], results[0])
#: the last row
out, _ = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out[-1])
#: two outputs unpacked
(p, q), _ = theano.scan(lambda v: ([v, v * 2], {a: a + 1}), sequences=x)
#           ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], [p, q])
#: two outputs unpacked in a list
[p, q], upd = theano.scan(lambda v: ([v, v * 2], {a: a + 1}), sequences=x)
#             ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], q.sum())
#: an expression of the output
out, _ = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
#        ^^^^^^^^^^^ warning: dropped-updates
cost = T.mean(T.exp(out - 1) ** 2)
f = theano.function([x], cost)
#: the gradient of an expression of the output
out, _ = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], T.grad(out.sum(), [x]))
#: inside a dict of outputs
out, _ = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], {'out': out})
#: appended to a list of outputs
outs = []
out, _ = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
#        ^^^^^^^^^^^ warning: dropped-updates
outs.append(out)
f = theano.function([x], outs)
#: updates of something else
out, _ = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out, updates={b: b + 1.0})
#: through another scan
out, _ = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
#        ^^^^^^^^^^^ warning: dropped-updates
again, _ = theano.scan(lambda v: v + 1, sequences=out)
f = theano.function([x], again)
#: printed, counted and typed
out, upd = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
#          ^^^^^^^^^^^ warning: dropped-updates
print(upd, len(upd), type(upd), [k.name for k in upd], sorted(k.name for k in upd.keys()))
f = theano.function([x], out)
#: rebound before it is read
out, upd = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
#          ^^^^^^^^^^^ warning: dropped-updates
upd = [(b, b + 1.0)]
f = theano.function([x], out, updates=upd)
#: deleted
out, upd = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
#          ^^^^^^^^^^^ warning: dropped-updates
del upd
f = theano.function([x], out)
#: reset by another function
out, _ = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
reset = theano.function([], updates={a: T.constant(0, dtype='int64')})
#: positional arguments
out, _ = theano.scan(lambda v, s: (v + s, {a: a + 1}), x, T.constant(0.0, dtype=theano.config.floatX))
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: literal one step
out, _ = theano.scan(lambda s: (s + 1, {a: a + 1}), outputs_info=b, n_steps=1)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([], out)
#: map
out, _ = theano.map(lambda v: (v * 2, {a: a + 1}), x)
#        ^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: reduce
out, _ = theano.reduce(lambda v, s: (s + v, {a: a + 1}), x, b)
#        ^^^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: only one of two
_, u1 = theano.scan(lambda: {a: a + 1}, n_steps=2)
f = theano.function([], updates=u1)
out, u2 = theano.scan(lambda v: (v * 2, {b: b + 1.0}), sequences=x)
#         ^^^^^^^^^^^ warning: dropped-updates
g = theano.function([x], out, updates=u1)
`;

const stepForms = `
#: list of pairs
out, _ = theano.scan(lambda v: (v, [(a, a + 1)]), sequences=x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: tuple of pairs alone
out, _ = theano.scan(lambda: ((a, a + 1), (b, b + 1.0)), n_steps=3)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([], out)
#: OrderedDict of pairs
out, _ = theano.scan(lambda v: (v, OrderedDict([(a, a + 1)])), sequences=x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: dict of pairs
out, _ = theano.scan(lambda v: (v, dict([(a, a + 1)])), sequences=x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: a def with a name for the dict
def step(v):
    changes = {a: a + 1}
    return v * 2, changes
out, _ = theano.scan(fn=step, sequences=[x])
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: an OrderedDict that is filled
def step(v):
    changes = OrderedDict()
    changes[a] = a + 1
    changes.update({b: b + v})
    return v * 2, changes
out, _ = theano.scan(step, x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: a list that is filled
def step(v):
    changes = []
    changes.append((a, a + 1))
    return [v], changes
out, _ = theano.scan(step, x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: with a condition
def step(v):
    return v * 2, {a: a + 1}, theano.scan_module.until(v > 3)
out, _ = theano.scan(step, x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: updates and a condition alone
out, _ = theano.scan(lambda v: ({a: a + 1}, theano.scan_module.until(v > 3)), x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: every way returns updates
def step(v):
    if v.ndim:
        return v, {a: a + 1}
    return v * 2, {a: a + 2}
out, _ = theano.scan(step, x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: the shared variable is a non-sequence
def step(v, counter):
    return v, {counter: counter + 1}
out, _ = theano.scan(step, sequences=x, non_sequences=[a])
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: the shared variable is an element of a list
params = [theano.shared(0), theano.shared(1)]
out, _ = theano.scan(lambda v: (v, {params[0]: params[0] + 1}), x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: dict comprehension over a known list
params = [a, b]
out, _ = theano.scan(lambda v: (v, {p: p * 2 for p in params}), x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: a nested def
def build():
    def step(v):
        return v, {a: a + 1}
    out, _ = theano.scan(step, x)
#            ^^^^^^^^^^^ warning: dropped-updates
    return theano.function([x], out)
f = build()
#: a function that nothing calls here
def build(data):
    out, _ = theano.scan(lambda v: (v, {a: a + 1}), data)
#            ^^^^^^^^^^^ warning: dropped-updates
    return theano.function([], out)
#: a method
class Model(object):
    def build(self):
        out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
#                ^^^^^^^^^^^ warning: dropped-updates
        self.f = theano.function([x], out)
#: a helper that loses them
def total(values):
    out, _ = theano.scan(lambda v: (v, {a: a + 1}), values)
#            ^^^^^^^^^^^ warning: lost-in-helper
    return out[-1]
f = theano.function([x], total(x))
#: returned by a function inside a function, whose callers are all visible
def build():
    def run(values):
        return theano.scan(lambda v: (v, {a: a + 1}), values)
#              ^^^^^^^^^^^ warning: dropped-updates
    out, _ = run(x)
    return theano.function([x], out)
#: a factory of steps
def make(s):
    def step(v):
        return v, {s: s + 1}
    return step
out, _ = theano.scan(make(a), x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: a step that calls a local function
def bump(s):
    return {s: s + 1}
out, _ = theano.scan(lambda v: (v, bump(a)), x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: a default argument
out, _ = theano.scan(lambda v, s=a: (v, {s: s + 1}), x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: in a loop over functions
for scale in (1, 2):
    out, _ = theano.scan(lambda v: (v * scale, {a: a + 1}), x)
#            ^^^^^^^^^^^ warning: dropped-updates
    f = theano.function([x], out)
#: inside if __name__
def main():
    out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
#            ^^^^^^^^^^^ warning: dropped-updates
    f = theano.function([x], out)
if __name__ == '__main__':
    main()
#: in a try
try:
    out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
#            ^^^^^^^^^^^ warning: dropped-updates
    f = theano.function([x], out)
except ValueError as error:
    print(error)
#: inner updates lost by the outer step
def outer(limit):
    out, _ = theano.scan(lambda i: (i, {a: a + 1}), T.arange(limit))
#            ^^^^^^^^^^^ warning: lost-in-nested-scan
    return out.sum()
outs, _ = theano.scan(outer, T.ivector('n'))
f = theano.function([], outs)
#: inner updates kept by the step and lost outside
def outer(limit):
    out, inner = theano.scan(lambda i: (i, {a: a + 1}), T.arange(limit))
    return out.sum(), inner
n = T.ivector('n')
outs, _ = theano.scan(outer, n)
#         ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([n], outs)
`;

const variableForms = `
#: several at once
n, m = theano.shared(0), theano.shared(0)
out, _ = theano.scan(lambda v: (v, {n: n + 1, m: m + n}), x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: in a dict
state = {'n': theano.shared(0)}
out, _ = theano.scan(lambda v: (v, {state['n']: state['n'] + 1}), x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: made by a function
def make(value):
    return theano.shared(value, name='made')
n = make(0)
out, _ = theano.scan(lambda v: (v, {n: n + 1}), x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: made after the step is defined
def step(v):
    return v, {n: n + 1}
n = theano.shared(0)
out, _ = theano.scan(step, x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: made in a comprehension
params = [theano.shared(i) for i in range(3)]
out, _ = theano.scan(lambda v: (v, {params[0]: params[0] + 1}), x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: no updates said in so many ways
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out, updates=None)
g = theano.function([x], out, updates=[])
h = theano.function(inputs=[x], outputs=[out], updates={}, allow_input_downcast=True)
#: a name of the variable behind a global statement elsewhere
count = 0
def tick():
    global count
    count += 1
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: a step with statements
def step(v, s):
    print('building')
    assert v.ndim == 0
    v.tag.test_value = 1.0
    new = T.switch(T.gt(v, 0), s + v, s)
    if v.name is None:
        new = new * 2
    with open('log') as log:
        log.write('step')
    return [new, T.exp(new)], {a: a + 1}
(p, q), _ = theano.scan(step, sequences=[dict(input=x, taps=[0])], outputs_info=[T.zeros(()), None])
#           ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], [p, q])
#: over several lines
out, _ = theano.scan(
#        ^^^^^^^^^^^ warning: dropped-updates
    fn=lambda v: (v, {a: a + 1}),
    sequences=[x],
    name='loop')
f = theano.function([x], out)
#: in main itself
if __name__ == '__main__':
    out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
#            ^^^^^^^^^^^ warning: dropped-updates
    print(theano.function([x], out)([1.0]))
#: two scans, both dropped
p, u = theano.scan(lambda v: (v, {a: a + 1}), x)
#      ^^^^^^^^^^^ warning: dropped-updates
q, u = theano.scan(lambda v: (v, {b: b + v}), x)
#      ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], [p, q])
#: the first is overwritten
p, u = theano.scan(lambda v: (v, {a: a + 1}), x)
#      ^^^^^^^^^^^ warning: overwritten-updates
q, u = theano.scan(lambda v: (v, {b: b + v}), x)
f = theano.function([x], [p, q], updates=u)
#: only the updates of the outer variable are passed
w = theano.shared(0.0)
out, _ = theano.scan(lambda v: (v * w, {a: a + 1}), x)
#        ^^^^^^^^^^^ warning: dropped-updates
cost = out.sum()
updates = [(p, p - 0.1 * g) for p, g in zip([w], T.grad(cost, [w]))]
f = theano.function([x], cost, updates=updates)
`;

const importForms = `
#: from theano import
from theano import function, scan, shared
a = shared(1)
out, _ = scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
#        ^^^^ warning: dropped-updates
f = function([], out)
#: with other names
import theano as th
from theano import function as compile_it, shared as state
a = state(1)
out, _ = th.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
#        ^^^^^^^ warning: dropped-updates
f = compile_it([], out)
#: bound to a name
import theano
repeat = theano.scan
a = theano.shared(1)
out, _ = repeat(lambda: (a * 2, {a: a + 1}), n_steps=3)
#        ^^^^^^ warning: dropped-updates
f = theano.function([], out)
#: from the scan module
import theano
from theano.scan_module import scan, until
a = theano.shared(1)
out, _ = scan(lambda: (a * 2, {a: a + 1}, until(a > 3)), n_steps=3)
#        ^^^^ warning: dropped-updates
f = theano.function([], out)
#: everything of theano
from theano import *
a = shared(1)
out, _ = scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
#        ^^^^ warning: dropped-updates
f = function([], out)
#: aesara
import aesara
import aesara.tensor as at
a = aesara.shared(1)
out, _ = aesara.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
#        ^^^^^^^^^^^ warning: dropped-updates
f = aesara.function([], out)
#: pytensor, from its scan package
import pytensor
from pytensor.scan import scan
a = pytensor.shared(1)
out, _ = scan(lambda: (a * 2, {a: a + 1}), n_steps=3, return_updates=True)
#        ^^^^ warning: dropped-updates
f = pytensor.function([], out)
#: whichever is there
try:
    import pytensor as theano
except ImportError:
    import theano
a = theano.shared(1)
out, _ = theano.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([], out)
#: inside a function
def build():
    import theano
    a = theano.shared(1)
    out, _ = theano.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
#            ^^^^^^^^^^^ warning: dropped-updates
    return theano.function([], out)
#: a partial step
from functools import partial
import theano
a = theano.shared(1)
def step(scale, v):
    return v * scale, {a: a + 1}
out, _ = theano.scan(partial(step, 2), theano.tensor.arange(3))
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([], out)
#: Python 2
import theano
a = theano.shared(1)
out, _ = theano.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([], out)
print f(), a.get_value()
#: returned by a function that other files can call, and dropped by a caller here
def build(values):
    out, u = theano.scan(lambda v: (v, {a: a + 1}), values)
    return out, u
if __name__ == '__main__':
    out, _ = build(x)
#            ^^^^^ warning: dropped-updates
    f = theano.function([x], out)
#: evaluated: a function of the outputs without any updates
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
#        ^^^^^^^^^^^ warning: dropped-updates
print(out.eval({x: [1.0]}))
#: PyMC's updates, compiled without PyMC
import pymc as pm
import pytensor
from pymc.pytensorf import collect_default_updates
def step(previous, rho):
    now = pm.Normal.dist(rho * previous, 1.0)
    return now, collect_default_updates([now])
start = pytensor.tensor.scalar()
xs, _ = pytensor.scan(step, outputs_info=[start], non_sequences=[start], n_steps=3, strict=True)
#       ^^^^^^^^^^^^^ warning: dropped-random-updates
f = pytensor.function([start], xs)
`;

describe('dropped-updates fires', () => {
  test.each(casesOf(plainForms))('%s', (_, program) => expectMarkedFindings(program));
  test.each(casesOf(stepForms))('step: %s', (_, program) => expectMarkedFindings(program));
  test.each(casesOf(variableForms))('variables: %s', (_, program) => expectMarkedFindings(program));
  test.each(casesOf(importForms))('imports: %s', (_, program) => expectMarkedFindings(program));
});
