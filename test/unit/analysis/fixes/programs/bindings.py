# How the updates of a scan get a name.

#: a name that nobody reads
outputs, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
f = theano.function([], outputs=outputs)
f()
#> safe: Pass the updates to `f`
outputs, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
f = theano.function([], outputs=outputs, updates=updates)
f()
#~ a=1 b=0 ~> a=11 b=0
#: an underscore
out, _ = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
f = theano.function([x], out)
print(f([1.0, 2.0]))
#> safe: Pass the updates to `f`
out, updates = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
f = theano.function([x], out, updates=updates)
print(f([1.0, 2.0]))
#~ [2. 4.] a=1 b=0 ~> [2. 4.] a=3 b=0
#: an underscore that is read elsewhere
out, _ = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
f = theano.function([x], out)
print(len(_))
#> safe: Pass the updates to `f`
out, _ = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
updates = _
f = theano.function([x], out, updates=updates)
print(len(_))
#: two underscores
_, _ = theano.scan(lambda: {a: a + 1}, n_steps=3)
f = theano.function([], [])
f()
#> manual: Pass the updates
_, updates = theano.scan(lambda: {a: a + 1}, n_steps=3)
f = theano.function([], [], updates=updates)
f()
#~ a=1 b=0 ~> a=4 b=0
#: the name is taken
updates = 3
out, _ = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
f = theano.function([x], out)
print(updates)
#> safe: Pass the updates to `f`
updates = 3
out, updates_2 = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
f = theano.function([x], out, updates=updates_2)
print(updates)
#: the name is bound again, but only after the function
out, updates = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
f = theano.function([x], out)
print(f([1.0]))
out, updates = theano.scan(lambda v: v, sequences=x)
g = theano.function([x], out, updates=updates)
#> safe: Pass the updates to `f`
out, updates = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
f = theano.function([x], out, updates=updates)
print(f([1.0]))
out, updates = theano.scan(lambda v: v, sequences=x)
g = theano.function([x], out, updates=updates)
#~ [2.] a=1 b=0 ~> [2.] a=2 b=0
#: the name is bound again before a function is made of it
out, updates = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
def build():
    return theano.function([x], out)
updates = None
f = build()
#> safe: Pass the updates to `theano.function`
out, updates_2 = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
def build():
    return theano.function([x], out, updates=updates_2)
updates = None
f = build()
#: the name is taken by another function only
def other():
    updates = 3
    return updates
out, _ = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
f = theano.function([x], out)
#> safe: Pass the updates to `f`
def other():
    updates = 3
    return updates
out, updates = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
f = theano.function([x], out, updates=updates)
#: first item of the call
f = theano.function([x], theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)[0])
f([1.0])
#> safe: Pass the updates to `f`
outputs, updates = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
f = theano.function([x], outputs, updates=updates)
f([1.0])
#~ a=1 b=0 ~> a=2 b=0
#: first item bound
out = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)[0]
f = theano.function([x], out)
#> safe: Pass the updates to `f`
out, updates = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
f = theano.function([x], out, updates=updates)
#: first item unpacked
p, q = theano.scan(lambda v: ([v, v * 2], {a: a + 1}), sequences=x) [0]
f = theano.function([x], [p, q])
f([1.0])
#> safe: Pass the updates to `f`
(p, q), updates = theano.scan(lambda v: ([v, v * 2], {a: a + 1}), sequences=x)
f = theano.function([x], [p, q], updates=updates)
f([1.0])
#~ a=1 b=0 ~> a=2 b=0
#: last row of the first item
out = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)[0][-1]
f = theano.function([x], out)
#> safe: Pass the updates to `f`
outputs, updates = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
out = outputs[-1]
f = theano.function([x], out, updates=updates)
#: after another call in the same statement
f = theano.function([T.vector('y')] and [x], theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)[0])
#> manual: Pass the updates to `f`
outputs, updates = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
f = theano.function([T.vector('y')] and [x], outputs, updates=updates)
#: the pair bound to one name
results = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
f = theano.function([x], results[0])
f([1.0])
#> safe: Pass the updates to `f`
results = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
f = theano.function([x], results[0], updates=results[1])
f([1.0])
#~ a=1 b=0 ~> a=2 b=0
#: two outputs unpacked
(p, q), _ = theano.scan(lambda v: ([v, v * 2], {a: a + 1}), sequences=x)
f = theano.function([x], [p, q])
#> safe: Pass the updates to `f`
(p, q), updates = theano.scan(lambda v: ([v, v * 2], {a: a + 1}), sequences=x)
f = theano.function([x], [p, q], updates=updates)
#: rebound before it is read
out, upd = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
upd = [(b, b + 1.0)]
f = theano.function([x], out, updates=upd)
f([1.0])
#> safe: Pass the updates to `f`
out, upd_2 = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
upd = [(b, b + 1.0)]
f = theano.function([x], out, updates=upd + list(upd_2.items()))
f([1.0])
#~ a=1 b=1 ~> a=2 b=1
#: deleted
out, upd = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
del upd
f = theano.function([x], out)
#> safe: Pass the updates to `f`
out, upd = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
updates = upd
del upd
f = theano.function([x], out, updates=updates)
#: overwritten by another scan
p, u = theano.scan(lambda v: (v, {a: a + 1}), x)
q, u = theano.scan(lambda v: (v, {b: b + v}), x)
f = theano.function([x], [p, q], updates=u)
f([1.0])
#> safe: Pass the updates to `f`
p, u_2 = theano.scan(lambda v: (v, {a: a + 1}), x)
q, u = theano.scan(lambda v: (v, {b: b + v}), x)
f = theano.function([x], [p, q], updates=u + u_2)
f([1.0])
#~ a=1 b=1 ~> a=2 b=1
#: the rest is unpacked into a list
out, *rest = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
f([1.0])
#> safe: Pass the updates to `f`
out, *rest = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=rest[0])
f([1.0])
#~ a=1 b=0 ~> a=2 b=0
#: in a loop
outs = []
for s in (a, b):
    out, _ = theano.scan(lambda v: (v, {s: s + 1}), x)
#            ^^^^^^^^^^^ dropped-updates {"kind": "noFunction"}
    outs.append(out)
f = theano.function([x], outs)
f([1.0])
#> manual: Pass the updates to `f`
outs = []
updates = []
for s in (a, b):
    out, scan_updates = theano.scan(lambda v: (v, {s: s + 1}), x)
    updates += list(scan_updates.items())
    outs.append(out)
f = theano.function([x], outs, updates=updates)
f([1.0])
#~ a=1 b=0 ~> a=2 b=1
#: in a loop, the same variable in each turn
outs = []
for s in (1, 2):
    out, _ = theano.scan(lambda v: (v * s, {a: a + 1}), x)
#            ^^^^^^^^^^^ dropped-updates {"kind": "noFunction"}
    outs.append(out)
f = theano.function([x], outs)
#> refused: Pass the updates to `f`: Each turn updates `a` again: let one scan do it all.
#: in a loop, the last turn passed
outs = []
for s in (a, b):
    out, u = theano.scan(lambda v: (v, {s: s + 1}), x)
#            ^^^^^^^^^^^ overwritten-updates {"kind": "overwritten", "name": "u", "by": "theano.scan(lambda v: (v, {s: s + 1}), x)"}
    outs.append(out)
f = theano.function([x], outs, updates=u)
f([1.0])
#> manual: Pass the updates to `f`
outs = []
updates = []
for s in (a, b):
    out, u = theano.scan(lambda v: (v, {s: s + 1}), x)
    updates += list(u.items())
    outs.append(out)
f = theano.function([x], outs, updates=updates)
f([1.0])
#~ a=1 b=1 ~> a=2 b=1
#: a value that is only evaluated
_, _ = theano.scan(lambda: {a: a + 1}, n_steps=3)
out, _ = theano.scan(lambda v: (v, {a: a + 1}), T.arange(3))
#        ^^^^^^^^^^^ dropped-updates {"kind": "noFunction"}
print(out.eval())
#> refused: Pass the updates: `eval` takes no updates: compile a function instead.
