# Arguments are added in the layout of the others.

#: several functions
out, _ = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
train = theano.function([x], out)
test = theano.function([x], out.sum())
#> safe: Pass the updates to 2 functions
out, updates = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
train = theano.function([x], out, updates=updates)
test = theano.function([x], out.sum(), updates=updates)
#: arguments on lines of their own
out, _ = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
f = theano.function(
    [x],   # inputs
    out    # outputs
)
#> safe: Pass the updates to `f`
out, updates = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
f = theano.function(
    [x],   # inputs
    out,    # outputs
    updates=updates
)
#: a comma at the end
out, _ = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
f = theano.function(
    inputs=[x],
    outputs=out,  # all rows
)
#> safe: Pass the updates to `f`
out, updates = theano.scan(lambda v: (v * 2, {a: a + 1}), sequences=x)
f = theano.function(
    inputs=[x],
    outputs=out,  # all rows
    updates=updates,
)
#: arguments under the first one
out, _ = theano.scan(lambda v: (v * 2, {a: a + 1}),
                     sequences=x)
f = theano.function([x],
                    out)
#> safe: Pass the updates to `f`
out, updates = theano.scan(lambda v: (v * 2, {a: a + 1}),
                     sequences=x)
f = theano.function([x],
                    out,
                    updates=updates)
#: parentheses, continuation and semicolon
out, _ = (theano.scan) (lambda v: (v * 2, {a: a + 1}), x); y = (out)
f = theano.function([x], \
    (y), )
#> safe: Pass the updates to `f`
out, updates = (theano.scan) (lambda v: (v * 2, {a: a + 1}), x); y = (out)
f = theano.function([x], \
    (y), updates=updates, )
#: options
options = {'mode': None}
out, _ = theano.scan(lambda v: (v * 2, {a: a + 1}), x)
f = theano.function([x], out, **options)
#> safe: Pass the updates to `f`
options = {'mode': None}
out, updates = theano.scan(lambda v: (v * 2, {a: a + 1}), x)
f = theano.function([x], out, updates=updates, **options)
#: one line after a colon
if True: out = theano.scan(lambda v: (v * 2, {a: a + 1}), x)[0]; f = theano.function([x], out.sum())
#> safe: Pass the updates to `f`
if True: out, updates = theano.scan(lambda v: (v * 2, {a: a + 1}), x); f = theano.function([x], out.sum(), updates=updates)
#: pulled out on one line after a colon
if True: y = 1; f = theano.function([x], theano.scan(lambda v: (v * 2, {a: a + 1}), x)[0])
#> safe: Pass the updates to `f`
if True: y = 1; outputs, updates = theano.scan(lambda v: (v * 2, {a: a + 1}), x); f = theano.function([x], outputs, updates=updates)
#: in a function
def build():
    out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
    def compiled():
        return theano.function([x], out)
    return compiled()
f = build()
#> safe: Pass the updates to `theano.function`
def build():
    out, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
    def compiled():
        return theano.function([x], out, updates=updates)
    return compiled()
f = build()
#: a method
class Model(object):
    def build(self):
        out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
        self.f = theano.function([x], out)
#> safe: Pass the updates to `self.f`
class Model(object):
    def build(self):
        out, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
        self.f = theano.function([x], out, updates=updates)
#: in a with block
with open('log') as log:
    out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
#> safe: Pass the updates to `f`
with open('log') as log:
    out, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=updates)
#: Python 2
import theano
a = theano.shared(1)
out, _ = theano.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
f = theano.function([], out)
print f(), a.get_value()
#> safe: Pass the updates to `f`
import theano
a = theano.shared(1)
out, updates = theano.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
f = theano.function([], out, updates=updates)
print f(), a.get_value()
#~ [2 4 6] 1 a=1 ~> [2 4 6] 4 a=4
#: options with updates
options = {'updates': None}
out, _ = theano.scan(lambda v: (v * 2, {a: a + 1}), x)
f = theano.function([x], out, **options)
#> refused: Pass the updates to `f`: The arguments of the function are unpacked from something that may hold updates.
