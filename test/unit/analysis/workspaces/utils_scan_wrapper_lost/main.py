# utils.scan returns only the outputs and registers nothing.
import pytensor
import pytensor.tensor as pt

import utils
from noise import jitter

x = pt.dvector("x")
y = utils.scan(jitter, sequences=[x])
#   ^^^^^^^^^^ warning: lost-in-helper
f = pytensor.function([x], y)
print(f([0.0, 0.0]), f([0.0, 0.0]))
