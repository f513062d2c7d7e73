import pytensor
import pytensor.tensor as pt

from steps import ar1_step


def ar1_dist(rho, size):
    xs, _ = pytensor.scan(ar1_step, outputs_info=[pt.zeros(())], non_sequences=[rho], n_steps=8)
    #       ^^^^^^^^^^^^^ information: return-updates-deprecated
    return xs
