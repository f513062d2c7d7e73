# Random draws and their generators.

#: the next generator is returned
import pytensor
import pytensor.tensor as pt
rng = pt.random.shared_rng(seed=1)
def step():
    next_rng, v = rng.normal()
    return v
out, _ = pytensor.scan(step, n_steps=3)
f = pytensor.function([], out)
#   ^^^^^^^^^^^^^^^^^ repeated-random-draw {"cause": "notReturned", "generator": "rng", "nextName": "next_rng"}
#> refused: Return the next generator: `{rng: …}`: The draw is not understood.
#: the next generator is returned, and the updates passed
import pytensor
import pytensor.tensor as pt
rng = pt.random.shared_rng(seed=1)
def step():
    next_rng, v = rng.normal()
#                 ^^^^^^^^^^^^ repeated-random-draw {"cause": "notReturned", "generator": "rng", "nextName": "next_rng"}
    return v
out, _ = pytensor.scan(step, n_steps=3)
f = pytensor.function([], out)
#> safe: Return the next generator: `{rng: …}`
import pytensor
import pytensor.tensor as pt
rng = pt.random.shared_rng(seed=1)
def step():
    next_rng, v = rng.normal()
    return v, {rng: next_rng}
out, updates = pytensor.scan(step, n_steps=3)
f = pytensor.function([], out, updates=updates)
#: it has no name yet, and there are other updates
import pytensor
import pytensor.tensor as pt
rng = pt.random.shared_rng(seed=1)
a = pytensor.shared(1, name='a')
def step():
    v = rng.normal()[1]
#       ^^^^^^^^^^^^ repeated-random-draw {"cause": "notReturned", "generator": "rng", "nextName": null}
    return v, {a: a + 1}
out, updates = pytensor.scan(step, n_steps=3)
f = pytensor.function([], out, updates=updates)
#> safe: Return the next generator: `{rng: …}`
import pytensor
import pytensor.tensor as pt
rng = pt.random.shared_rng(seed=1)
a = pytensor.shared(1, name='a')
def step():
    next_rng, v = rng.normal()
    return v, {a: a + 1, rng: next_rng}
out, updates = pytensor.scan(step, n_steps=3)
f = pytensor.function([], out, updates=updates)
#: in a lambda
import pytensor
import pytensor.tensor as pt
rng = pt.random.shared_rng(seed=1)
out, updates = pytensor.scan(lambda: rng.normal()[1], n_steps=3)
#                                    ^^^^^^^^^^^^ repeated-random-draw {"cause": "notReturned", "generator": "rng", "nextName": null}
#> refused: Return the next generator: `{rng: …}`: The draw is not understood.
#: the last generator is passed
import pytensor
import pytensor.tensor as pt
rng = pt.random.shared_rng(seed=1)
x0 = pt.scalar('x0')
final_rng, xs = pytensor.scan(lambda rng, x: rng.normal(x), outputs_info=[rng, x0], n_steps=3, return_updates=False)
#               ^^^^^^^^^^^^^ forgotten-final-rng {"generator": "rng", "finalName": "final_rng", "functions": ["pytensor.function([x0], xs)"]}
f = pytensor.function([x0], xs)
#> safe: Pass the last generator: `updates={rng: …}`
import pytensor
import pytensor.tensor as pt
rng = pt.random.shared_rng(seed=1)
x0 = pt.scalar('x0')
final_rng, xs = pytensor.scan(lambda rng, x: rng.normal(x), outputs_info=[rng, x0], n_steps=3, return_updates=False)
f = pytensor.function([x0], xs, updates={rng: final_rng})
#: the last generator has a blank for a name, and there are other updates
import pytensor
import pytensor.tensor as pt
rng = pt.random.shared_rng(seed=1)
a = pytensor.shared(1, name='a')
x0 = pt.scalar('x0')
_, xs = pytensor.scan(lambda rng, x: rng.normal(x), outputs_info=[rng, x0], n_steps=3, return_updates=False)
#       ^^^^^^^^^^^^^ forgotten-final-rng {"generator": "rng", "finalName": "_", "functions": ["pytensor.function([x0], xs, updates={a: a + 1})"]}
f = pytensor.function([x0], xs, updates={a: a + 1})
#> safe: Pass the last generator: `updates={rng: …}`
import pytensor
import pytensor.tensor as pt
rng = pt.random.shared_rng(seed=1)
a = pytensor.shared(1, name='a')
x0 = pt.scalar('x0')
final_rng, xs = pytensor.scan(lambda rng, x: rng.normal(x), outputs_info=[rng, x0], n_steps=3, return_updates=False)
f = pytensor.function([x0], xs, updates={a: a + 1, rng: final_rng})
