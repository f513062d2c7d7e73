# package with a shared rng module, a carried-generator scan in one module and the function in another: clean and one forgotten.
import pytensor
import pytensor.tensor as pt
import simulate

x0 = pt.dscalar("x0")
a, ua = simulate.random_walk(x0, 3)
b, ub = simulate.mean_reverting(x0, 3)
f = pytensor.function([x0], [a, b], updates={**ua, **ub})
print(f(0.0), f(0.0))
