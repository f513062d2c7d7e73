"""A step that returns nothing but the update of a shared variable."""
import pytensor

STEPS = 2_000_000

a = pytensor.shared(1, name='a')
outputs, updates = pytensor.scan(lambda: {a: a + 1}, n_steps=STEPS)
f = pytensor.function([], [], updates=updates)
arguments = ()
