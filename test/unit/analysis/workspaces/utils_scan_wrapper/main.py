# utils.scan wraps pytensor.scan, registers updates on a context, the app compiles through utils.compile: clean.
import pytensor.tensor as pt

import utils
from noise import jitter

x = pt.dvector("x")
y = utils.scan(jitter, sequences=[x])
f = utils.compile([x], y)
print(f([0.0, 0.0]), f([0.0, 0.0]))
