/** Updates in lists and dicts: those of a step, and those that a function collects. */
import { describe, test } from 'vitest';
import { casesOf, expectMarkedFindings } from './cases.ts';

const collected = `
#: put into a dict of the function that nothing reads
def build(values):
    updates = OrderedDict()
    out, u = theano.scan(lambda v: (v, {a: a + 1}), values)
    #        ^^^^^^^^^^^ warning: dropped-updates
    updates.update(u)
    return theano.function([values], out, updates=[])
f = build(x)
#: put into a list of the function that nothing reads
def build(values):
    pairs = []
    out, u = theano.scan(lambda v: (v, {a: a + 1}), values)
    #        ^^^^^^^^^^^ warning: dropped-updates
    pairs += u.items()
    pairs.append((b, b + 1))
    return theano.function([values], out)
f = build(x)
`;

const alive = `
#: in a dict of the function that another function reads
def build(values):
    updates = {}
    out, u = theano.scan(lambda v: (v, {a: a + 1}), values)
    updates.update(u)
    def compiled():
        return theano.function([values], out, updates=updates)
    return compiled
f = build(x)()
#: in a dict that has two names
def build(values):
    mine = updates = {}
    out, u = theano.scan(lambda v: (v, {a: a + 1}), values)
    updates.update(u)
    return theano.function([values], out, updates=mine)
f = build(x)
#: in a dict that the caller gives
def build(values, updates):
    out, u = theano.scan(lambda v: (v, {a: a + 1}), values)
    updates.update(u)
    return theano.function([values], out)
f = build(x, everything)
#: in a dict that may come from elsewhere
def build(values, updates=None):
    if updates is None:
        updates = {}
    out, u = theano.scan(lambda v: (v, {a: a + 1}), values)
    updates.update(u)
    return theano.function([values], out)
f = build(x)
#: in a dict that locals() shows
def build(values):
    updates = {}
    out, u = theano.scan(lambda v: (v, {a: a + 1}), values)
    updates.update(u)
    f = theano.function([values], out)
    return locals()
f = build(x)['f']
`;

const made = `
#: setdefault of a variable that the dict does not hold
def step(v):
    ups = {}
    ups.setdefault(a, a + 1)
    return v, ups
out, _ = theano.scan(step, x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: variables and new values zipped
def step():
    return list(zip([a, b], [a + 1, b]))
_, u = theano.scan(step, n_steps=3)
#      ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([], a)
#: new values made by a comprehension
def step(v):
    params = [a, b]
    return v, dict(zip(params, [p * 2 for p in params]))
out, _ = theano.scan(step, x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: a loop that surely turns
params = (a, b)
def step(v):
    ups = {}
    for p in params:
        ups[p] = p + 1
    return v, ups
out, _ = theano.scan(step, x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: a dict with another one inside
first = {a: a + 1}
out, _ = theano.scan(lambda v: (v, {**first, b: b + 1}), x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
`;

describe('updates in lists and dicts', () => {
  test.each(casesOf(collected))('dropped: %s', (_, program) => expectMarkedFindings(program));
  test.each(casesOf(alive))('silent: %s', (_, program) => expectMarkedFindings(program));
  test.each(casesOf(made))('of a step: %s', (_, program) => expectMarkedFindings(program));
});
