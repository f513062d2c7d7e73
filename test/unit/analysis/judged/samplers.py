# Samplers and simulations. Each program ran under the real library, which decided what is right.
#: hmc assert: DeepLearningTutorials hmc: assert not updates on the leapfrog scan: clean
import numpy
from theano import function, shared
from theano import tensor as TT
import theano

sharedX = lambda X, name: shared(numpy.asarray(X, dtype=theano.config.floatX), name=name)


def simulate_dynamics(initial_pos, initial_vel, stepsize, n_steps, energy_fn):
    def leapfrog(pos, vel, step):
        dE_dpos = TT.grad(energy_fn(pos).sum(), pos)
        new_vel = vel - step * dE_dpos
        new_pos = pos + step * new_vel
        return [new_pos, new_vel], {}

    initial_energy = energy_fn(initial_pos)
    dE_dpos = TT.grad(initial_energy.sum(), initial_pos)
    vel_half_step = initial_vel - 0.5 * stepsize * dE_dpos
    pos_full_step = initial_pos + stepsize * vel_half_step

    (all_pos, all_vel), scan_updates = theano.scan(
        leapfrog,
        outputs_info=[dict(initial=pos_full_step), dict(initial=vel_half_step)],
        non_sequences=[stepsize],
        n_steps=n_steps - 1)
    final_pos = all_pos[-1]
    # NOTE: Scan always returns an updates dictionary, in case the scanned function draws samples from a RandomStream.
    assert not scan_updates
    return final_pos, all_vel[-1]


pos = shared(numpy.zeros(2), 'pos')
vel = TT.dvector('vel')
p, v = simulate_dynamics(pos, vel, sharedX(0.1, 'stepsize'), 5, lambda q: 0.5 * (q ** 2).sum())
move = function([vel], p, updates=[(pos, p)])
print(move([1., 0.]), move([1., 0.]))
#: hmc full class: HMC: momentum drawn outside of scan; only the leapfrog is scanned; updates empty: clean
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams


class HMC(object):
    def __init__(self, shared_positions, energy_fn, seed=12345, stepsize=0.05, L=10):
        self.positions = shared_positions
        self.energy_fn = energy_fn
        self.s_rng = RandomStreams(seed)
        self.stepsize, self.L = stepsize, L
        accept, final = self.move()
        new = T.switch(accept, final, self.positions)
        self.draw = theano.function([], new, updates=[(self.positions, new)])

    def leap(self, q, p):
        p = p - self.stepsize * T.grad(self.energy_fn(q), q)
        return q + self.stepsize * p, p

    def move(self):
        p0 = self.s_rng.normal(size=(2,))
        (qs, ps), _ = theano.scan(self.leap, outputs_info=[self.positions, p0], n_steps=self.L)
        h0 = self.energy_fn(self.positions) + .5 * (p0 ** 2).sum()
        h1 = self.energy_fn(qs[-1]) + .5 * (ps[-1] ** 2).sum()
        return self.s_rng.uniform(size=()) < T.exp(h0 - h1), qs[-1]


sampler = HMC(theano.shared(np.zeros(2)), lambda q: .5 * (q ** 2).sum())
print([sampler.draw() for _ in range(3)])
#: metropolis aesara: random-walk Metropolis with RandomStream; returned as (samples, updates) and forwarded: clean
import aesara
import aesara.tensor as at


def rw_metropolis(logp, x0, n, srng, scale=0.5):
    def kernel(x):
        proposal = x + scale * srng.normal()
        log_u = at.log(srng.uniform())
        return at.where(log_u < logp(proposal) - logp(x), proposal, x)

    return aesara.scan(kernel, outputs_info=[x0], n_steps=n)


srng = at.random.RandomStream(5)
start = at.dscalar("start")
draws, updates = rw_metropolis(lambda z: -0.5 * z**2, start, 20, srng)
sample = aesara.function([start], [draws.mean(), draws.std()], updates=updates)
print(sample(0.0), sample(0.0))
#: metropolis aesara caller drops: the helper returns scan's pair; the caller takes [0]
import aesara
import aesara.tensor as at


def rw_metropolis(logp, x0, n, srng, scale=0.5):
    def kernel(x):
        proposal = x + scale * srng.normal()
        log_u = at.log(srng.uniform())
        return at.where(log_u < logp(proposal) - logp(x), proposal, x)

    return aesara.scan(kernel, outputs_info=[x0], n_steps=n)
#          ^^^^^^^^^^^ warning: dropped-random-updates


srng = at.random.RandomStream(5)
start = at.dscalar("start")
draws = rw_metropolis(lambda z: -0.5 * z**2, start, 20, srng)[0]
sample = aesara.function([start], [draws.mean(), draws.std()])
print(sample(0.0), sample(0.0))
#: slice sampler state dict: adaptive proposal scale kept in a shared variable inside the step; only the RNG... both lost
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

rng = MRG_RandomStreams(2)
log_scale = theano.shared(0.0, name='log_scale')
x0 = T.dscalar('x0')


def adapt_step(x, i):
    prop = x + T.exp(log_scale) * rng.normal(size=(1,))[0]
    acc_prob = T.minimum(1., T.exp(-0.5 * (prop ** 2 - x ** 2)))
    accept = rng.uniform(size=(1,))[0] < acc_prob
    new_scale = log_scale + (acc_prob - 0.44) / T.sqrt(i + 1.)
    return [T.switch(accept, prop, x), i + 1], {log_scale: new_scale}


[xs, _i], ups = theano.scan(adapt_step, outputs_info=[x0, T.zeros(())], n_steps=30)
#               ^^^^^^^^^^^ warning: dropped-updates
sample = theano.function([x0], xs[-1])
print(sample(1.), log_scale.get_value())
#: adaptive passed: the adaptive sampler, passed as list(ups.items())
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

rng = MRG_RandomStreams(2)
log_scale = theano.shared(0.0, name='log_scale')
x0 = T.dscalar('x0')


def adapt_step(x, i):
    prop = x + T.exp(log_scale) * rng.normal(size=(1,))[0]
    acc_prob = T.minimum(1., T.exp(-0.5 * (prop ** 2 - x ** 2)))
    accept = rng.uniform(size=(1,))[0] < acc_prob
    new_scale = log_scale + (acc_prob - 0.44) / T.sqrt(i + 1.)
    return [T.switch(accept, prop, x), i + 1], {log_scale: new_scale}


[xs, _i], ups = theano.scan(adapt_step, outputs_info=[x0, T.zeros(())], n_steps=30)
sample = theano.function([x0], xs[-1], updates=[(k, v) for k, v in ups.items()])
print(sample(1.), log_scale.get_value())
#: langevin pt: Langevin dynamics, rng in outputs_info, n_steps symbolic: clean
import numpy as np
import pytensor
import pytensor.tensor as pt

rng = pt.random.shared_rng(seed=np.random.SeedSequence(3))
q0 = pt.dvector("q0")
eps = pt.dscalar("eps")


def U(q):
    return 0.5 * (q**2).sum()


def langevin(rng, q, eps):
    rng, xi = rng.normal(0, 1, size=(2,))
    q_new = q - eps * pytensor.grad(U(q), q) + pt.sqrt(2 * eps) * xi
    return rng, q_new


rng_out, qs = pytensor.scan(
    langevin,
    outputs_info=[rng, q0],
    non_sequences=[eps],
    n_steps=10,
    return_updates=False,
)
sample = pytensor.function([q0, eps], qs[-1], updates=[(rng, rng_out)])
print(sample(np.zeros(2), 0.1), sample(np.zeros(2), 0.1))
#: langevin pt underscored: final generator bound to _
import numpy as np
import pytensor
import pytensor.tensor as pt

rng = pt.random.shared_rng(seed=3)
q0 = pt.dvector("q0")


def langevin(rng, q):
    rng, xi = rng.normal(0, 1, size=(2,))
    return rng, 0.9 * q + 0.3 * xi


_, qs = pytensor.scan(langevin, outputs_info=[rng, q0], n_steps=10, return_updates=False)
#       ^^^^^^^^^^^^^ warning: forgotten-final-rng
sample = pytensor.function([q0], qs[-1])
print(sample(np.zeros(2)), sample(np.zeros(2)))
#: sgld theano params: SGLD: minibatch indices drawn in a scan, noise drawn outside
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(0)
data = theano.shared(np.random.RandomState(1).normal(loc=2., size=100), name='data')
theta0 = T.dscalar('theta0')


def sgld(theta):
    idx = srng.random_integers(size=(10,), low=0, high=99)
    noise = srng.normal()
    grad = T.sum(data[idx] - theta) * 10 - theta
    return theta + 0.5 * 1e-3 * grad + np.sqrt(1e-3) * noise


thetas, updates = theano.scan(sgld, outputs_info=[theta0], n_steps=50)
#                 ^^^^^^^^^^^ warning: dropped-random-updates
posterior_mean = theano.function([theta0], thetas[25:].mean())
print(posterior_mean(0.), posterior_mean(0.))
#: bootstrap res last: reweighted-ws: a bootstrap helper returns only res[-1]
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

theano_rng = RandomStreams(seed=2341)


def f_replicate_batch(X, n):
    return T.extra_ops.repeat(X, n, axis=0)


def bootstrap_std(values, n_bootstrap=20):
    n = values.shape[0]

    def resample(acc, acc2):
        idx = theano_rng.random_integers(size=(8,), low=0, high=7)
        m = values[idx].mean()
        return acc + m, acc2 + m ** 2

    (res, res2), updates = theano.scan(resample, outputs_info=[T.zeros(()), T.zeros(())], n_steps=n_bootstrap)
#                          ^^^^^^^^^^^ warning: lost-in-helper
    mean = res[-1] / n_bootstrap
    return mean, T.sqrt(res2[-1] / n_bootstrap - mean ** 2)


v = T.dvector('v')
m, s = bootstrap_std(v)
f = theano.function([v], [m, s])
print(f(np.arange(8.)), f(np.arange(8.)))
#: sde euler maruyama: theanogeometry style: integrate_sde with increments as sequence: clean
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams()
T_end = 1.
n_steps = theano.shared(10)
dt = T_end / n_steps
d = 2


def dWs(d):
    return T.sqrt(dt) * srng.normal((n_steps, d), avg=0, std=1)


def integrate_sde(sde, integrator, x, dWt, *ys):
    (cout, updates) = theano.scan(fn=integrator(sde),
                                  outputs_info=[T.constant(np.float64(0.)), x, *ys],
                                  sequences=[dWt],
                                  n_steps=n_steps)
    return cout


def integrator_ito(sde_f):
    def euler(dW, t, x, *ys):
        detx, stox = sde_f(dW, t, x, *ys)
        return (t + dt, x + dt * detx + stox)
    return euler


def brownian(dW, t, x):
    return T.zeros_like(x), dW


x0 = T.dvector('x0')
ts, xs = integrate_sde(brownian, integrator_ito, x0, dWs(d))
f = theano.function([x0], [ts, xs])
print(f(np.zeros(2))[1].shape)
#: sde noise in step: the increments are drawn in the integrator step instead: lost in integrate()
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(6)
dt = 0.01


def integrate(ode, x0, n_steps):
    (ts, xs), updates = theano.scan(fn=ode,
#                       ^^^^^^^^^^^ warning: lost-in-helper
                                    outputs_info=[T.constant(np.float64(0.)), x0],
                                    n_steps=n_steps)
    return ts, xs


def ornstein_uhlenbeck(t, x):
    dW = srng.normal(size=(2,), std=np.sqrt(dt))
    return t + dt, x - x * dt + dW


x0 = T.dvector('x0')
ts, xs = integrate(ornstein_uhlenbeck, x0, 20)
f = theano.function([x0], xs[-1])
print(f(np.zeros(2)), f(np.zeros(2)))
#: mcmc burn in two scans: burn-in then sampling: the same name rebound, the burn-in's updates lost
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

burn_rng = RandomStreams(1)
main_rng = RandomStreams(2)
x0 = T.dscalar('x0')


def kernel(stream):
    def k(x):
        return 0.9 * x + stream.normal()
    return k


burned, updates = theano.scan(kernel(burn_rng), outputs_info=x0, n_steps=20)
#                 ^^^^^^^^^^^ warning: overwritten-updates
kept, updates = theano.scan(kernel(main_rng), outputs_info=burned[-1], n_steps=5)
sample = theano.function([x0], kept, updates=updates)
print(sample(0.), sample(0.))
#: mcmc burn in merged: the same with u merged before the name is rebound: clean
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams
from theano.updates import OrderedUpdates

burn_rng = RandomStreams(1)
main_rng = RandomStreams(2)
x0 = T.dscalar('x0')


def kernel(stream):
    def k(x):
        return 0.9 * x + stream.normal()
    return k


all_updates = OrderedUpdates()
burned, updates = theano.scan(kernel(burn_rng), outputs_info=x0, n_steps=20)
all_updates.update(updates)
kept, updates = theano.scan(kernel(main_rng), outputs_info=burned[-1], n_steps=5)
all_updates.update(updates)
sample = theano.function([x0], kept, updates=all_updates)
print(sample(0.), sample(0.))
#: annealed importance: AIS with temperatures as sequence, weights as carried state, stream on self; updates returned in a namedtuple: clean
from collections import namedtuple

import numpy as np
import aesara
import aesara.tensor as at

Result = namedtuple("Result", "log_w particles updates")


class AIS:
    def __init__(self, n, seed=1):
        self.n = n
        self.rs = at.random.RandomStream(seed)

    def transition(self, beta, x, log_w):
        log_w = log_w - 0.1 * beta * (x**2)
        x = at.sqrt(1 - beta) * x + self.rs.normal(size=(self.n,))
        return x, log_w

    def run(self, betas):
        init = at.zeros((self.n,))
        (xs, ws), ups = aesara.scan(self.transition, sequences=betas, outputs_info=[init, init])
        return Result(ws[-1], xs[-1], ups)


betas = at.dvector("betas")
res = AIS(3).run(betas)
f = aesara.function([betas], at.mean(res.log_w), updates=res.updates)
print(f(np.linspace(0, 1, 5)), f(np.linspace(0, 1, 5)))
#: annealed importance lost: the same with the third field never read
from collections import namedtuple

import numpy as np
import aesara
import aesara.tensor as at

Result = namedtuple("Result", "log_w particles updates")


class AIS:
    def __init__(self, n, seed=1):
        self.n = n
        self.rs = at.random.RandomStream(seed)

    def transition(self, beta, x, log_w):
        log_w = log_w - 0.1 * beta * (x**2)
        x = at.sqrt(1 - beta) * x + self.rs.normal(size=(self.n,))
        return x, log_w

    def run(self, betas):
        init = at.zeros((self.n,))
        (xs, ws), ups = aesara.scan(self.transition, sequences=betas, outputs_info=[init, init])
# today silent: dropped-random-updates
        return Result(ws[-1], xs[-1], ups)


betas = at.dvector("betas")
res = AIS(3).run(betas)
f = aesara.function([betas], at.mean(res.log_w))
print(f(np.linspace(0, 1, 5)), f(np.linspace(0, 1, 5)))
#: particle filter resample: bootstrap particle filter, RandomStream in a step with sequences, dropped
import numpy as np
import pytensor
import pytensor.tensor as pt
from pytensor.tensor.random.utils import RandomStream

N = 10
srng = RandomStream(seed=8)
obs = pt.dvector("obs")


def filter_step(y, particles):
    moved = 0.9 * particles + srng.normal(0, 1, size=(N,))
    logw = -0.5 * (y - moved) ** 2
    w = pt.exp(logw - pt.max(logw))
    idx = srng.choice(N, size=(N,), replace=True, p=w / pt.sum(w))
    return moved[idx]


particles, filter_updates = pytensor.scan(
#                           ^^^^^^^^^^^^^ warning: dropped-random-updates
#                           ^^^^^^^^^^^^^ information: return-updates-deprecated
    filter_step,
    sequences=[obs],
    outputs_info=[pt.zeros((N,))],
)
run_filter = pytensor.function([obs], particles.mean(axis=1))
print(run_filter(np.ones(3)))
print(run_filter(np.ones(3)))
#: hmm simulate: HMM simulation: states categorical on the previous state, emissions drawn outside; new idiom: clean
import numpy as np
import pytensor
import pytensor.tensor as pt

P = pytensor.shared(np.array([[0.9, 0.1], [0.2, 0.8]]), name="P")
mus = pytensor.shared(np.array([-1.0, 1.0]), name="mus")
state_rng = pt.random.shared_rng(seed=1)
obs_rng = pt.random.shared_rng(seed=2)


def next_state(rng, s):
    rng, s_new = rng.categorical(P[s])
    return rng, s_new


last_rng, states = pytensor.scan(
    next_state,
    outputs_info=[state_rng, pt.constant(0, dtype="int64")],
    n_steps=6,
    return_updates=False,
)
next_obs_rng, y = obs_rng.normal(mus[states], 0.1)
simulate = pytensor.function([], [states, y], updates={state_rng: last_rng, obs_rng: next_obs_rng})
print(simulate()[0], simulate()[0])
#: gibbs bivariate: bivariate Gibbs, two draws per step, updates passed by unpacking in dict(): clean
import aesara
import aesara.tensor as at

srng = at.random.RandomStream(seed=101)
rho = 0.8


def gibbs(x, y):
    x_new = srng.normal(rho * y, (1 - rho**2) ** 0.5)
    y_new = srng.normal(rho * x_new, (1 - rho**2) ** 0.5)
    return [x_new, y_new]


(xs, ys), u = aesara.scan(gibbs, outputs_info=[at.zeros(()), at.zeros(())], n_steps=15)
n_calls = aesara.shared(0, name="n_calls")
f = aesara.function([], [xs, ys], updates={**u, n_calls: n_calls + 1})
f(), f()
print(n_calls.get_value())
#: gibbs bivariate own dict: the user's own dict hides scan's updates
import aesara
import aesara.tensor as at

srng = at.random.RandomStream(seed=101)
rho = 0.8


def gibbs(x, y):
    x_new = srng.normal(rho * y, (1 - rho**2) ** 0.5)
    y_new = srng.normal(rho * x_new, (1 - rho**2) ** 0.5)
    return [x_new, y_new]


(xs, ys), u = aesara.scan(gibbs, outputs_info=[at.zeros(()), at.zeros(())], n_steps=15)
#             ^^^^^^^^^^^ warning: dropped-random-updates
n_calls = aesara.shared(0, name="n_calls")
f = aesara.function([], [xs, ys], updates={n_calls: n_calls + 1})
f(), f()
print(n_calls.get_value())
