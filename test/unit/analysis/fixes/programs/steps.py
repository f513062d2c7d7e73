# What steps return, and items that they set.

#: a pair
outs, updates = theano.scan(lambda: (a, a + 1), n_steps=10)
#                                   ^^^^^^^^^^ pair-is-two-outputs {"name": "a"}
f = theano.function([], [], updates=updates)
f()
#> manual: Return an update: `{a: …}`
outs, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
f = theano.function([], [], updates=updates)
f()
#~ a=1 b=0 ~> a=11 b=0
#: a pair without parentheses, dropped
def step():
    return a, a + 1
#          ^^^^^^^^ pair-is-two-outputs {"name": "a"}
outs, _ = theano.scan(step, n_steps=10)
f = theano.function([], outs)
f()
#> manual: Return an update: `{a: …}`
def step():
    return {a: a + 1}
outs, updates = theano.scan(step, n_steps=10)
f = theano.function([], outs, updates=updates)
f()
#~ a=1 b=0 ~> a=11 b=0
#: a flat tuple with a condition
def step(v):
    return v, v * 2, theano.scan_module.until(v > 1)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unparsable-step-return {"form": "flatWithUntil"}
(p, q), _ = theano.scan(step, x)
f = theano.function([x], [p, q])
print(f([1.0, 2.0, 3.0])[1])
#> safe: Put the outputs into a list
def step(v):
    return [v, v * 2], theano.scan_module.until(v > 1)
(p, q), _ = theano.scan(step, x)
f = theano.function([x], [p, q])
print(f([1.0, 2.0, 3.0])[1])
#~ ValueError ~> [2. 4.] a=1 b=0
#: a flat tuple with updates, in parentheses
out, u = theano.scan(lambda v: (v, (v * 2), {a: a + 1}), x)
#                              ^^^^^^^^^^^^^^^^^^^^^^^^ unparsable-step-return {"form": "flatWithUpdates"}
f = theano.function([x], out, updates=u)
f([1.0])
#> safe: Put the outputs into a list
out, u = theano.scan(lambda v: ([v, (v * 2)], {a: a + 1}), x)
f = theano.function([x], out, updates=u)
f([1.0])
#~ ValueError ~> a=2 b=0
#: updates first
def step(v):
    return {a: a + 1}, (v * 2)
#          ^^^^^^^^^^^^^^^^^^^ unparsable-step-return {"form": "updatesFirst"}
out, u = theano.scan(step, x)
f = theano.function([x], out, updates=u)
print(f([1.0, 2.0]))
#> safe: Return the outputs first
def step(v):
    return (v * 2), {a: a + 1}
out, u = theano.scan(step, x)
f = theano.function([x], out, updates=u)
print(f([1.0, 2.0]))
#~ ValueError ~> [2. 4.] a=3 b=0
#: a pair beside an output, which may be updates or outputs
out, u = theano.scan(lambda v: (v * 2, (a, a + 1)), x)
#                              ^^^^^^^^^^^^^^^^^^^ unparsable-step-return {"form": "nestedLists"}
#> refused: Return one list of outputs: Which of the lists are outputs is not clear.
#: two outputs beside two pairs
out, u = theano.scan(lambda v: ([v * 2, v], [(a, a + 1), (b, (b + 2))]), x)
#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unparsable-step-return {"form": "outputsAsUpdates"}
f = theano.function([x], out, updates=u)
print(f([1.0, 2.0])[0])
#> safe: Return the updates as a dict
out, u = theano.scan(lambda v: ([v * 2, v], {a: a + 1, b: (b + 2)}), x)
f = theano.function([x], out, updates=u)
print(f([1.0, 2.0])[0])
#~ TypeError ~> [2. 4.] a=3 b=4
#: the condition before the updates
def step(v):
    return v, theano.scan_module.until(v > 1), {a: a + 1}
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unparsable-step-return {"form": "untilNotLast"}
out, u = theano.scan(step, x)
f = theano.function([x], out, updates=u)
f([1.0, 2.0, 3.0])
#> safe: Return the condition last
def step(v):
    return v, {a: a + 1}, theano.scan_module.until(v > 1)
out, u = theano.scan(step, x)
f = theano.function([x], out, updates=u)
f([1.0, 2.0, 3.0])
#~ ValueError ~> a=3 b=0
#: the condition alone
out, u = theano.scan(lambda v: theano.scan_module.until(v > 1), x)
#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unparsable-step-return {"form": "untilAlone"}
#> refused: Return something with the condition: A step with a condition has to return an output or updates too.
#: a number
out, u = theano.scan(lambda v: [v, 1], x)
#                                  ^ step-returns-python-value {"value": "number"}
print(theano.function([x], out)([1.0, 2.0])[1])
#> safe: Make it a constant of the library
out, u = theano.scan(lambda v: [v, T.constant(1)], x)
print(theano.function([x], out)([1.0, 2.0])[1])
#~ ValueError ~> [1 1] a=1 b=0
#: a negative number in a return, the module imported under another name
import theano
from theano import tensor as TT
x = TT.vector('x')
def step(v):
    return -1.5
#          ^^^^ step-returns-python-value {"value": "number"}
out, u = theano.scan(step, x)
#> safe: Make it a constant of the library
import theano
from theano import tensor as TT
x = TT.vector('x')
def step(v):
    return TT.constant(-1.5)
out, u = theano.scan(step, x)
#: nothing
def step(v):
    v * 2
#   ^^^^^ step-returns-python-value {"value": "none"}
out, u = theano.scan(step, x)
#> refused: Make it a constant of the library: What the step should return there is not known.
#: an item is set
def step(v, row):
    row[0] = v  # the first one
#   ^^^^^^ item-assignment {"target": "row[0]", "isIncrement": false}
    return row
out, u = theano.scan(step, x, outputs_info=T.zeros(2))
print(theano.function([x], out[-1])([1.0, 2.0]))
#> safe: Use `set_subtensor`
def step(v, row):
    row = T.set_subtensor(row[0], v)  # the first one
    return row
out, u = theano.scan(step, x, outputs_info=T.zeros(2))
print(theano.function([x], out[-1])([1.0, 2.0]))
#~ TypeError ~> [2. 0.] a=1 b=0
#: items are added to
def step(v, row):
    row[:1] += (v +
                1)
#   ^^^^^^^ item-assignment {"target": "row[:1]", "isIncrement": true}
    return row
out, u = theano.scan(step, x, outputs_info=T.zeros(2))
print(theano.function([x], out[-1])([1.0, 2.0]))
#> safe: Use `inc_subtensor`
def step(v, row):
    row = T.inc_subtensor(row[:1], (v +
                1))
    return row
out, u = theano.scan(step, x, outputs_info=T.zeros(2))
print(theano.function([x], out[-1])([1.0, 2.0]))
#: items are subtracted from
def step(v, row):
    row[0] -= v + 1
#   ^^^^^^ item-assignment {"target": "row[0]", "isIncrement": true}
    return row
out, u = theano.scan(step, x, outputs_info=T.zeros(2))
print(theano.function([x], out[-1])([1.0, 2.0]))
#> safe: Use `inc_subtensor`
def step(v, row):
    row = T.inc_subtensor(row[0], -(v + 1))
    return row
out, u = theano.scan(step, x, outputs_info=T.zeros(2))
print(theano.function([x], out[-1])([1.0, 2.0]))
#~ TypeError ~> [-5.  0.] a=1 b=0
#: items are multiplied
def step(v, row):
    row[0] *= v + 1
#   ^^^^^^ item-assignment {"target": "row[0]", "isIncrement": true}
    return row
out, u = theano.scan(step, x, outputs_info=T.ones(2))
print(theano.function([x], out[-1])([1.0, 2.0]))
#> safe: Use `inc_subtensor`
def step(v, row):
    row = T.set_subtensor(row[0], row[0] * (v + 1))
    return row
out, u = theano.scan(step, x, outputs_info=T.ones(2))
print(theano.function([x], out[-1])([1.0, 2.0]))
#~ TypeError ~> [6. 1.] a=1 b=0
#: an item of a variable around the step
def step(v):
    x[0] = v
#   ^^^^ item-assignment {"target": "x[0]", "isIncrement": false}
    return v
out, u = theano.scan(step, x)
#> refused: Use `set_subtensor`: `x` is not a variable of the step: return its new value as an update or an output.
