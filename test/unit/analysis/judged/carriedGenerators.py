# PyTensor with generators that are carried or collected. Each program ran under the real library, which decided what is right.
#: collect in step: PyMC idiom without PyMC: the step collects {rng: next_rng} with a helper over the graph and the scan's updates are merged at compile time: clean
import pytensor
import pytensor.tensor as pt
from pytensor.graph.traversal import ancestors
from pytensor.tensor.random.op import RandomVariable


def collect_default_updates(outputs):
    updates = {}
    for var in ancestors(outputs):
        node = var.owner
        if node is not None and isinstance(node.op, RandomVariable):
            rng = node.op.rng_param(node)
            if rng.owner is None:
                updates[rng] = node.outputs[0]
    return updates


rng = pt.random.shared_rng(seed=5)


def step(x_tm1, rho):
    next_rng, x = rng.normal(rho * x_tm1, 1.0)
    return x, collect_default_updates([x])


rho = pt.dscalar("rho")
xs, scan_updates = pytensor.scan(step, outputs_info=[pt.zeros(())], non_sequences=[rho], n_steps=5, strict=True)
#                  ^^^^^^^^^^^^^ information: return-updates-deprecated


def compile_with_rngs(inputs, outputs, extra):
    return pytensor.function(inputs, outputs, updates={**extra, **collect_default_updates([outputs])})


f = compile_with_rngs([rho], xs, scan_updates)
print(f(0.9), f(0.9))
#: ar dist function: a dist function returns only the series; the model's compile uses rng in outputs_info: clean
import pytensor
import pytensor.tensor as pt


def ar1_dist(rho, sigma, n, rng):
    def step(rng, x_tm1, rho, sigma):
        rng, x = rng.normal(rho * x_tm1, sigma)
        return rng, x

    rng_out, xs = pytensor.scan(
        step,
        outputs_info=[rng, pt.zeros(())],
        non_sequences=[rho, sigma],
        n_steps=n,
        return_updates=False,
    )
    return xs, {rng: rng_out}


rng = pt.random.shared_rng(seed=11)
rho, sigma = pt.dscalars("rho", "sigma")
draw, rng_updates = ar1_dist(rho, sigma, 5, rng)
f = pytensor.function([rho, sigma], draw, updates=rng_updates)
print(f(0.5, 1.0), f(0.5, 1.0))
#: logp scan: only a log-probability is scanned; default return form with deprecation info: clean
import numpy as np
import pytensor
import pytensor.tensor as pt

y = pytensor.shared(np.random.default_rng(0).normal(size=20), name="y")
omega, alpha, beta = pt.dscalars("omega", "alpha", "beta")


def garch_step(r_tm1, sigma2_tm1, omega, alpha, beta):
    return omega + alpha * r_tm1**2 + beta * sigma2_tm1


sigma2, _ = pytensor.scan(
#           ^^^^^^^^^^^^^ information: return-updates-deprecated
    garch_step,
    sequences=[y[:-1]],
    outputs_info=[pt.ones(())],
    non_sequences=[omega, alpha, beta],
)
logp = -0.5 * (pt.log(sigma2) + y[1:] ** 2 / sigma2).sum()
dlogp = pytensor.grad(logp, [omega, alpha, beta])
f = pytensor.function([omega, alpha, beta], [logp, *dlogp])
print(f(0.1, 0.1, 0.8))
#: eval of draws: xs.eval() of a scan over a RandomStream; the state can never move
import pytensor
import pytensor.tensor as pt

srng = pt.random.RandomStream(seed=99)
xs, updates = pytensor.scan(lambda x: x + srng.normal(), outputs_info=[pt.zeros(())], n_steps=3)
#             ^^^^^^^^^^^^^ warning: dropped-random-updates
#             ^^^^^^^^^^^^^ information: return-updates-deprecated
print(xs.eval())
print(xs.eval())
#: prior predictive loop: prior predictive: function called in a loop, generator carried but its result only kept in a list
import numpy as np
import pytensor
import pytensor.tensor as pt

rng = pt.random.shared_rng(seed=np.random.SeedSequence(1))
mu = pt.dscalar("mu")


def walk(rng, x, mu):
    rng, eps = rng.normal(mu, 1)
    return rng, x + eps


results = pytensor.scan(
#         ^^^^^^^^^^^^^ warning: forgotten-final-rng
    walk, outputs_info=[rng, pt.zeros(())], non_sequences=[mu], n_steps=6, return_updates=False
)
rng_after, series = results
draw = pytensor.function([mu], series)
print(np.std([draw(0.0)[-1] for _ in range(10)]))
#: return updates false with stream: a RandomStream draw inside and return_updates=False: ValueError
import pytensor
import pytensor.tensor as pt

srng = pt.random.RandomStream(seed=99)
xs = pytensor.scan(
#    ^^^^^^^^^^^^^ error: return-updates-false-with-updates
    lambda x: x + srng.normal(), outputs_info=[pt.zeros(())], n_steps=3, return_updates=False
)
#: return updates false with dict: a dict from the step and return_updates=False: ValueError
import pytensor
import pytensor.tensor as pt

rng = pt.random.shared_rng(seed=1)


def step(x):
    next_rng, eps = rng.normal()
    return x + eps, {rng: next_rng}


xs = pytensor.scan(fn=step, outputs_info=[pt.zeros(())], n_steps=3, return_updates=False)
#    ^^^^^^^^^^^^^ error: return-updates-false-with-updates
#: reused generator in step: the first generator is used for both draws of a step; carried correctly otherwise
import pytensor
import pytensor.tensor as pt

rng0 = pt.random.shared_rng(seed=1)


def step(rng, x):
    next_rng, a = rng.normal()
    other_rng, b = rng.normal()
# today silent: repeated-random-draw
    return next_rng, x + a - b


final, xs = pytensor.scan(step, outputs_info=[rng0, pt.zeros(())], n_steps=4, return_updates=False)
f = pytensor.function([], xs, updates={rng0: final})
print(f())
#: chained generators: two draws in a step, chained: clean
import pytensor
import pytensor.tensor as pt

rng0 = pt.random.shared_rng(seed=1)


def step(rng, x):
    rng, a = rng.normal()
    rng, b = rng.uniform()
    return rng, x + a - b


final, xs = pytensor.scan(step, outputs_info=[rng0, pt.zeros(())], n_steps=4, return_updates=False)
f = pytensor.function([], xs, updates=[(rng0, final)])
print(f(), f())
#: two chains two rngs: two chains with own generators; one final generator forgotten
import pytensor
import pytensor.tensor as pt

rngs = [pt.random.shared_rng(seed=s) for s in (1, 2)]


def step(rng, x):
    rng, e = rng.normal()
    return rng, 0.5 * x + e


fa, xa = pytensor.scan(step, outputs_info=[rngs[0], pt.zeros(())], n_steps=3, return_updates=False)
fb, xb = pytensor.scan(step, outputs_info=[rngs[1], pt.zeros(())], n_steps=3, return_updates=False)
# today silent: forgotten-final-rng
f = pytensor.function([], [xa, xb], updates={rngs[0]: fa})
print(f(), f())
#: rng split outside: an rng per row given as draws outside: sequence of noise matrix rows: clean
import pytensor
import pytensor.tensor as pt

rng = pt.random.shared_rng(seed=8)
n, d = 4, 2
next_rng, Z = rng.normal(0, 1, size=(n, d))
L = pt.dmatrix("L")
X = pytensor.scan(lambda z, L: L @ z, sequences=[Z], non_sequences=[L], return_updates=False)
f = pytensor.function([L], X, updates={rng: next_rng})
print(f([[1.0, 0.0], [0.5, 1.0]]))
#: missing update outside draw: noise drawn outside; the next_rng thrown away: repeated draws, but no scan problem
import pytensor
import pytensor.tensor as pt

rng = pt.random.shared_rng(seed=8)
_, Z = rng.normal(0, 1, size=(4,))
X = pytensor.scan(lambda z, acc: acc + z, sequences=[Z], outputs_info=[pt.zeros(())], return_updates=False)
f = pytensor.function([], X)
print(f(), f())
#: one step carried: n_steps=1 with carried generator, updates passed: clean
import pytensor
import pytensor.tensor as pt

rng = pt.random.shared_rng(seed=8)


def step(rng, x):
    rng, e = rng.normal()
    return rng, x + e


final, xs = pytensor.scan(step, outputs_info=[rng, pt.zeros(())], n_steps=1, return_updates=False)
f = pytensor.function([], xs, updates={rng: final})
print(f(), f())
#: deprecated return only: plain cumulative sum in the old return form: only the deprecation
import pytensor
import pytensor.tensor as pt

x = pt.dvector("x")
cumulated, _ = pytensor.scan(lambda e, a: a + e, sequences=[x], outputs_info=[pt.zeros(())])
#              ^^^^^^^^^^^^^ information: return-updates-deprecated
f = pytensor.function([x], cumulated)
print(f([1.0, 2.0, 3.0]))
#: deprecated map: pytensor.map in the old return form: only the deprecation
import numpy as np
import pytensor
import pytensor.tensor as pt
from pytensor.scan import map as pt_map

A = pt.dtensor3("A")
traces, ups = pt_map(lambda m: m.trace(), sequences=A)
#             ^^^^^^ information: return-updates-deprecated
f = pytensor.function([A], traces)
print(f(np.ones((2, 3, 3))))
