# the step in another module lacks the parameter for the non_sequence.
import numpy as np
import pytensor
import pytensor.tensor as pt

import cells

W = pytensor.shared(np.eye(2), name="W")
xs = pt.dmatrix("xs")
hs = pytensor.scan(
    cells.cell, sequences=[xs], outputs_info=[pt.zeros((2,))], non_sequences=[W], return_updates=False
#   ^^^^^^^^^^ error: step-arity
)
