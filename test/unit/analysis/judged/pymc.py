# Scans in PyMC models. Each program ran under the real library, which decided what is right.
#: custom dist ar: the documented idiom: step returns collect_default_updates, scan's updates discarded in a CustomDist: clean
import numpy as np
import pymc as pm
import pytensor
import pytensor.tensor as pt
from pymc.pytensorf import collect_default_updates

lags, trials = 1, 10


def ar_dist(ar_init, rho, sigma, size):
    def ar_step(x_tm1, rho, sigma):
        x = pm.Normal.dist(rho * x_tm1, sigma)
        return x, collect_default_updates([x])

    ar_innov, _ = pytensor.scan(
#                 ^^^^^^^^^^^^^ information: return-updates-deprecated
        fn=ar_step,
        outputs_info=[ar_init],
        non_sequences=[rho, sigma],
        n_steps=trials,
        strict=True,
    )
    return ar_innov


with pm.Model() as model:
    rho = pm.Normal("rho", 0.0, 0.2)
    sigma = pm.HalfNormal("sigma", 0.2)
    init = pm.Normal("init", 0, 1)
    ar = pm.CustomDist("ar", init, rho, sigma, dist=ar_dist, shape=(trials,))
    print(np.std(pm.draw(ar, draws=3, random_seed=1)))
#: plain function on pm step: the same step, but compiled with plain pytensor.function and no updates: repeats
import pymc as pm
import pytensor
import pytensor.tensor as pt
from pymc.pytensorf import collect_default_updates


def step(x_tm1, rho):
    x = pm.Normal.dist(rho * x_tm1, 1.0)
    return x, collect_default_updates([x])


rho = pt.dscalar("rho")
xs, updates = pytensor.scan(step, outputs_info=[pt.zeros(())], non_sequences=[rho], n_steps=5, strict=True)
#             ^^^^^^^^^^^^^ warning: dropped-random-updates
#             ^^^^^^^^^^^^^ information: return-updates-deprecated
simulate = pytensor.function([rho], xs)
print(simulate(0.5))
print(simulate(0.5))
#: plain function with updates: plain pytensor.function with the updates: clean
import pymc as pm
import pytensor
import pytensor.tensor as pt
from pymc.pytensorf import collect_default_updates


def step(x_tm1, rho):
    x = pm.Normal.dist(rho * x_tm1, 1.0)
    return x, collect_default_updates([x])


rho = pt.dscalar("rho")
xs, updates = pytensor.scan(step, outputs_info=[pt.zeros(())], non_sequences=[rho], n_steps=5, strict=True)
#             ^^^^^^^^^^^^^ information: return-updates-deprecated
simulate = pytensor.function([rho], xs, updates=updates)
print(simulate(0.5))
print(simulate(0.5))
#: pm compile: pm.compile collects the random updates itself: clean
import pymc as pm
import pytensor
import pytensor.tensor as pt
from pymc.pytensorf import collect_default_updates


def step(x_tm1):
    x = pm.Normal.dist(0.9 * x_tm1, 1.0)
    return x, collect_default_updates([x])


x0 = pt.dscalar("x0")
xs, _ = pytensor.scan(step, outputs_info=[x0], n_steps=4)
#       ^^^^^^^^^^^^^ information: return-updates-deprecated
f = pm.compile([x0], xs, random_seed=3)
print(f(0.0), f(0.0))
#: pm draw no collect: the step does not return the updates: pm.draw raises
import pymc as pm
import pytensor
import pytensor.tensor as pt


def step(x_tm1):
    return pm.Normal.dist(0.9 * x_tm1, 1.0)
# today silent: repeated-random-draw


xs, _ = pytensor.scan(step, outputs_info=[pt.zeros(())], n_steps=4)
#       ^^^^^^^^^^^^^ information: return-updates-deprecated
print(pm.draw(xs, random_seed=1))
#: potential recursion: a deterministic recursion in a Potential, nothing drawn: clean
import numpy as np
import pymc as pm
import pytensor
import pytensor.tensor as pt

y = np.array([0.1, -0.3, 0.2, 0.4])


def garch(y_tm1, s2_tm1, omega, alpha, beta):
    return omega + alpha * y_tm1**2 + beta * s2_tm1


with pm.Model() as m:
    omega = pm.HalfNormal("omega", 1)
    alpha = pm.Beta("alpha", 1, 3)
    beta = pm.Beta("beta", 1, 3)
    s2, _ = pytensor.scan(
#           ^^^^^^^^^^^^^ information: return-updates-deprecated
        garch,
        sequences=[pt.as_tensor_variable(y[:-1])],
        outputs_info=[omega],
        non_sequences=[omega, alpha, beta],
    )
    pm.Potential("ll", pm.logp(pm.Normal.dist(0, pt.sqrt(s2)), y[1:]).sum())
print(m.point_logps())
#: deterministic ode: Euler integration of an ODE with return_updates=False: clean
import numpy as np
import pymc as pm
import pytensor
import pytensor.tensor as pt


def euler(S, I, beta, gamma):
    new = beta * S * I
    return S - 0.1 * new, I + 0.1 * (new - gamma * I)


with pm.Model() as sir:
    beta = pm.LogNormal("beta", 0, 0.5)
    gamma = pm.LogNormal("gamma", -1, 0.5)
    S, I = pytensor.scan(
        euler,
        outputs_info=[pt.as_tensor(np.float64(0.99)), pt.as_tensor(np.float64(0.01))],
        non_sequences=[beta, gamma],
        n_steps=20,
        return_updates=False,
    )
    pm.Normal("cases", I, 0.01, observed=np.zeros(20))
print(sir.point_logps())
#: markov chain categorical: a discrete Markov chain as CustomDist, `[0]` in place of unpacking: clean
import numpy as np
import pymc as pm
import pytensor
import pytensor.tensor as pt
from pymc.pytensorf import collect_default_updates


def transition(prev, P):
    nxt = pm.Categorical.dist(p=P[prev])
    return nxt, collect_default_updates(nxt)


def chain(P, n_steps, size=None):
    x0 = pt.constant(0, dtype="int64")
    return pytensor.scan(transition, outputs_info=[x0], non_sequences=[P], n_steps=n_steps)[0]
#          ^^^^^^^^^^^^^ information: return-updates-deprecated


P = pt.as_tensor(np.array([[0.8, 0.2], [0.3, 0.7]]))
states = chain(P, 6)
print(pm.draw(states, draws=2, random_seed=0))
