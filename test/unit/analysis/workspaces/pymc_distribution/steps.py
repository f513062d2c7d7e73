import pymc as pm
from pymc.pytensorf import collect_default_updates


def ar1_step(x_prev, rho):
    x = pm.Normal.dist(rho * x_prev, 1.0)
    return x, collect_default_updates([x])
