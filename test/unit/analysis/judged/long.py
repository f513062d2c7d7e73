# Long programs as people publish them. Each program ran under the real library, which decided what is right.
#: perceptron online: online perceptron: the weights are updated inside the scan and the whole state change is dropped; the errors look plausible
import numpy as np
import theano
import theano.tensor as T

floatX = theano.config.floatX


class OnlinePerceptron(object):
    """Perceptron trained by one pass of theano.scan over the samples."""

    def __init__(self, n_features, eta=0.1):
        self.w = theano.shared(np.zeros(n_features, dtype=floatX), name='w')
        self.b = theano.shared(np.asarray(0., dtype=floatX), name='b')
        self.eta = np.asarray(eta, dtype=floatX)
        self._compile()

    def _update_one(self, x, target):
        prediction = T.switch(T.dot(x, self.w) + self.b >= 0, 1., -1.)
        update = self.eta * (target - prediction)
        error = T.neq(update, 0.)
        return error, [(self.w, self.w + update * x), (self.b, self.b + update)]

    def _compile(self):
        X, y = T.matrix('X'), T.vector('y')
        errors, updates = theano.scan(fn=self._update_one, sequences=[X, y])
#                         ^^^^^^^^^^^ warning: dropped-updates
        self._epoch = theano.function(inputs=[X, y], outputs=errors.sum())
        score = T.dot(X, self.w) + self.b
        self.predict = theano.function([X], T.switch(score >= 0, 1, -1))

    def fit(self, X, y, n_iter=10):
        self.errors_ = []
        for _ in range(n_iter):
            self.errors_.append(int(self._epoch(X, y)))
        return self


rng = np.random.RandomState(1)
X = rng.randn(20, 2)
y = np.where(X[:, 0] > 0, 1., -1.)
model = OnlinePerceptron(2).fit(X, y)
print(model.errors_, model.w.get_value())
#: perceptron online ok: online Adaline, passed inside the class through a local dict
import numpy as np
import theano
import theano.tensor as T

floatX = theano.config.floatX


class Adaline(object):
    def __init__(self, n_features, eta=0.01):
        self.w = theano.shared(np.zeros(n_features, dtype=floatX), name='w')
        self.eta = eta
        X, y = T.matrix('X'), T.vector('y')
        costs, ups = theano.scan(self._one, sequences=[X, y])
        spec = {'inputs': [X, y], 'outputs': costs.mean(), 'updates': ups}
        self._epoch = theano.function(**spec)

    def _one(self, x, target):
        err = target - T.dot(x, self.w)
        return 0.5 * err ** 2, {self.w: self.w + self.eta * err * x}

    def fit(self, X, y, n_iter=10):
        return [float(self._epoch(X, y)) for _ in range(n_iter)]


rng = np.random.RandomState(1)
X = rng.randn(20, 2)
print(Adaline(2).fit(X, X[:, 0] * 2)[-1])
#: q learning table: tabular Q-learning in a scan: Q is a shared table updated each step; reward trace returned; dropped
import numpy as np
import aesara
import aesara.tensor as at

N_STATES, N_ACTIONS = 4, 2
Q = aesara.shared(np.zeros((N_STATES, N_ACTIONS)), name="Q")
R = aesara.shared(np.array([0.0, 0.0, 0.0, 1.0]), name="R")
alpha, gamma = 0.5, 0.9
actions = at.lvector("actions")


def environment(s, a):
    nxt = at.clip(s + 2 * a - 1, 0, N_STATES - 1)
    return nxt, R[nxt]


def q_step(a, s):
    s_next, r = environment(s, a)
    td = r + gamma * at.max(Q[s_next]) - Q[s, a]
    Q_new = at.set_subtensor(Q[s, a], Q[s, a] + alpha * td)
    return [s_next, td], {Q: Q_new}


(states, tds), q_updates = aesara.scan(
#                          ^^^^^^^^^^^ warning: dropped-updates
    fn=q_step,
    sequences=[actions],
    outputs_info=[at.constant(0, dtype="int64"), None],
)
episode = aesara.function([actions], [states, at.abs(tds).mean()])

if __name__ == "__main__":
    for ep in range(3):
        visited, err = episode([1, 1, 1, 0, 1])
        print(ep, visited, err)
    print(Q.get_value())
#: bandit counts: epsilon-greedy bandit: counts and values as shared variables updated in the step, generator in the same dict; all passed
import numpy as np
import pytensor
import pytensor.tensor as pt

K = 3
values = pytensor.shared(np.zeros(K), name="values")
counts = pytensor.shared(np.zeros(K), name="counts")
rng = pt.random.shared_rng(seed=42, name="rng")
true_means = pytensor.shared(np.array([0.1, 0.5, 0.9]), name="true_means")
steps = pt.iscalar("steps")


def pull(rewards_so_far):
    rng1, explore = rng.bernoulli(0.1)
    rng2, random_arm = rng1.integers(0, K)
    arm = pt.switch(explore, random_arm, pt.argmax(values))
    rng3, reward = rng2.normal(true_means[arm], 0.1)
    new_counts = pt.inc_subtensor(counts[arm], 1)
    new_values = pt.inc_subtensor(values[arm], (reward - values[arm]) / new_counts[arm])
    return rewards_so_far + reward, {rng: rng3, counts: new_counts, values: new_values}


total, updates = pytensor.scan(pull, outputs_info=[pt.zeros(())], n_steps=steps)
#                ^^^^^^^^^^^^^ information: return-updates-deprecated
play = pytensor.function([steps], total[-1], updates=updates)
print(play(20), counts.get_value())
print(play(20), counts.get_value())
#: bandit counts partial: the same, but only the generator's update is passed on by the user: the counts stay. A finding is right although u is read
import numpy as np
import pytensor
import pytensor.tensor as pt

K = 3
counts = pytensor.shared(np.zeros(K), name="counts")
rng = pt.random.shared_rng(seed=42, name="rng")
steps = pt.iscalar("steps")


def pull(total):
    rng1, arm = rng.integers(0, K)
    return total + arm, {rng: rng1, counts: pt.inc_subtensor(counts[arm], 1)}


total, u = pytensor.scan(pull, outputs_info=[pt.constant(0, dtype="int64")], n_steps=steps)
#          ^^^^^^^^^^^^^ information: return-updates-deprecated
play = pytensor.function([steps], total[-1], updates={rng: u[rng]})
print(play(20), counts.get_value())
#: sgd in scan: the whole training loop is a scan with {w: w - lr*g}; called by a train function without updates; then the final w is read with get_value
import numpy as np
import theano
import theano.tensor as T

rng = np.random.RandomState(0)
true_w = np.array([1., -2., 0.5])
X_all = rng.randn(64, 3)
y_all = X_all.dot(true_w)

X = theano.shared(X_all, name='X', borrow=True)
y = theano.shared(y_all, name='y', borrow=True)
w = theano.shared(np.zeros(3), name='w')
lr = T.dscalar('lr')
epochs = T.iscalar('epochs')


def mse(batch_x, batch_y):
    return T.mean((T.dot(batch_x, w) - batch_y) ** 2)


def epoch(rate):
    cost = mse(X, y)
    g = T.grad(cost, w)
    return cost, {w: w - rate * g}


costs, training = theano.scan(epoch, non_sequences=[lr], n_steps=epochs)
#                 ^^^^^^^^^^^ warning: dropped-updates
train = theano.function([lr, epochs], costs)
history = train(0.1, 5)
print(history)
print('learned', w.get_value())
#: sgd in scan ok: minibatch SGD in a scan, function gets the updates in a keyword through functools.partial
import functools
import numpy as np
import theano
import theano.tensor as T

rng = np.random.RandomState(0)
X = theano.shared(rng.randn(64, 3), name='X')
y = theano.shared(X.get_value().dot([1., -2., .5]), name='y')
w = theano.shared(np.zeros(3), name='w')
lr = T.dscalar('lr')


def minibatch(i, rate):
    xb, yb = X[i * 8:(i + 1) * 8], y[i * 8:(i + 1) * 8]
    cost = T.mean((T.dot(xb, w) - yb) ** 2)
    return cost, {w: w - rate * T.grad(cost, w)}


costs, updates = theano.scan(minibatch, sequences=T.arange(8), non_sequences=lr)
compile_ = functools.partial(theano.function, updates=updates)
train = compile_([lr], costs.mean())
print(train(.1), train(.1), w.get_value())
#: ising checkerboard: Ising model: lattice as a carried state, MRG uniform of constant size, magnetisation recorded; sweeps dropped, and the last lattice stored by the user
import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

L = 6
mrg = MRG_RandomStreams(seed=77)
lattice = theano.shared(np.ones((L, L)), name='lattice')
beta = T.dscalar('beta')
mask_np = np.indices((L, L)).sum(axis=0) % 2
masks = [T.constant(mask_np.astype('float64')), T.constant(1. - mask_np)]


def neighbours(s):
    total = 0
    for axis in (0, 1):
        for shift in (1, -1):
            total = total + T.roll(s, shift, axis=axis)
    return total


def sweep(s, beta):
    for m in masks:
        u = mrg.uniform(size=(L, L))
        p = T.nnet.sigmoid(2 * beta * neighbours(s))
        flipped = T.switch(u < p, 1., -1.)
        s = m * flipped + (1 - m) * s
    return s, T.abs_(s.mean())


[spins, mags], _sweeps = theano.scan(sweep, outputs_info=[lattice, None], non_sequences=beta, n_steps=5)
#                        ^^^^^^^^^^^ warning: dropped-random-updates
simulate = theano.function([beta], mags.mean(), updates=[(lattice, spins[-1])])
for b in (0.1, 0.8):
    print(b, simulate(b))
#: hopfield async: Hopfield network: asynchronous updates on a shared state, permutation drawn outside and scanned over; updates applied through dict(): clean
import numpy as np
import aesara
import aesara.tensor as at

N = 5
patterns = np.array([[1, -1, 1, -1, 1]], dtype="float64")
W = aesara.shared(patterns.T @ patterns - np.eye(N), name="W")
state = aesara.shared(np.array([1.0, 1, 1, -1, 1]), name="state")
srng = at.random.RandomStream(seed=6)
order = srng.permutation(N)


def flip(i):
    h = at.dot(W[i], state)
    new_value = at.switch(h >= 0, 1.0, -1.0)
    new_state = at.set_subtensor(state[i], new_value)
    energy = -0.5 * at.dot(new_state, at.dot(W, new_state))
    return energy, {state: new_state}


energies, state_updates = aesara.scan(flip, sequences=[order])
relax = aesara.function([], energies, updates=dict(state_updates))
print(relax(), state.get_value())
#: lda gibbs counts: collapsed Gibbs: topic counts as shared updates in the step plus a multinomial draw; both lost in run_sweep()
import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

K, V = 2, 4
trng = MRG_RandomStreams(11)
word_topic = theano.shared(np.ones((V, K)), name='word_topic')
topic = theano.shared(np.ones(K) * V, name='topic')


class Sweep(object):
    def __init__(self, alpha=0.1, eta=0.01):
        self.alpha, self.eta = alpha, eta

    def resample(self, w):
        p = (word_topic[w] + self.eta) / (topic + V * self.eta)
        cdf = T.cumsum(p / p.sum())
        u = trng.uniform(size=(1,))[0]
        z = T.sum(u > cdf)
        return z, {word_topic: T.inc_subtensor(word_topic[w, z], 1.),
                   topic: T.inc_subtensor(topic[z], 1.)}

    def run(self, words):
        zs, updates = theano.scan(self.resample, sequences=words)
#                     ^^^^^^^^^^^ warning: lost-in-helper
        return zs


words = T.lvector('words')
sweep = theano.function([words], Sweep().run(words))
print(sweep([0, 1, 2, 3, 0]), topic.get_value())
#: draw vae: DRAW-like sequential VAE, noise drawn outside per step as a sequence: clean
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

floatX = theano.config.floatX


class DRAW(object):
    def __init__(self, n_in, n_z, n_steps, seed=0):
        r = np.random.RandomState(seed)
        w = lambda a, b: theano.shared(r.normal(scale=.1, size=(a, b)).astype(floatX))
        self.We, self.Wmu, self.Wls, self.Wd = w(2 * n_in, n_z), w(n_z, n_z), w(n_z, n_z), w(n_z, n_in)
        self.params = [self.We, self.Wmu, self.Wls, self.Wd]
        self.srng = RandomStreams(seed + 1)
        self.n_z, self.n_steps = n_z, n_steps

    def apply(self, eps, canvas, kl, x):
        x_hat = x - T.nnet.sigmoid(canvas)
        h = T.tanh(T.dot(T.concatenate([x, x_hat], axis=1), self.We))
        mu, ls = T.dot(h, self.Wmu), T.dot(h, self.Wls)
        z = mu + T.exp(ls) * eps
        kl = kl + 0.5 * (mu ** 2 + T.exp(2 * ls) - 2 * ls - 1).sum(axis=1)
        return canvas + T.dot(z, self.Wd), kl

    def reconstruct(self, x):
        batch = x.shape[0]
        eps = self.srng.normal(size=(self.n_steps, batch, self.n_z))
        (canvases, kls), scan_updates = theano.scan(
            self.apply,
            sequences=[eps],
            outputs_info=[T.zeros_like(x), T.zeros_like(x[:, 0])],
            non_sequences=[x],
            n_steps=self.n_steps)
        return T.nnet.sigmoid(canvases[-1]), kls[-1]


x = T.matrix('x')
draw = DRAW(4, 2, 3)
recon, kl = draw.reconstruct(x)
cost = T.nnet.binary_crossentropy(recon, x).sum(axis=1).mean() + kl.mean()
train = theano.function([x], cost, updates=[(p, p - .01 * T.grad(cost, p)) for p in draw.params])
print(train(np.ones((2, 4))), train(np.ones((2, 4))))
#: draw vae generate lost: the same kind of model draws its prior inside the decoder step and sample() drops it
import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

floatX = theano.config.floatX


class Decoder(object):
    def __init__(self, n_z, n_out, n_steps, seed=1):
        r = np.random.RandomState(seed)
        self.Wd = theano.shared(r.normal(size=(n_z, n_out)).astype(floatX))
        self.Wz = theano.shared(r.normal(size=(n_out, n_z)).astype(floatX))
        self.srng = MRG_RandomStreams(seed)
        self.n_z, self.n_out, self.n_steps = n_z, n_out, n_steps

    def prior(self, batch):
        return self.srng.normal(size=(batch, self.n_z), dtype=floatX)

    def sample(self, batch):
        def one_step(canvas):
            z = self.prior(batch) + T.dot(T.tanh(canvas), self.Wz)
            return canvas + T.dot(z, self.Wd)

        canvases, updates = theano.scan(one_step,
#                           ^^^^^^^^^^^ warning: lost-in-helper
                                        outputs_info=[T.zeros((batch, self.n_out), dtype=floatX)],
                                        n_steps=self.n_steps)
        return T.nnet.sigmoid(canvases)


decoder = Decoder(2, 3, 4)
generate = theano.function([], decoder.sample(2)[-1])
a, b = generate(), generate()
print(np.allclose(a, b), a.shape)
#: pylearn2 get gradients: pylearn2 style get_gradients -> (gradients, updates); the training algorithm adds them: clean
from collections import OrderedDict
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams


class PCD(object):
    def __init__(self, chains, nsteps, seed):
        self.chains, self.nsteps = chains, nsteps
        self.theano_rng = RandomStreams(seed)

    def get_gradients(self, model, X):
        def gibbs(v):
            p = T.nnet.sigmoid(T.dot(v, model.W) + model.b)
            return self.theano_rng.binomial(size=p.shape, p=p, dtype='float64')

        vs, updates = theano.scan(gibbs, outputs_info=self.chains, n_steps=self.nsteps)
        neg = vs[-1]
        cost = T.mean(model.energy(X)) - T.mean(model.energy(neg))
        grads = T.grad(cost, model.params, consider_constant=[neg])
        updates[self.chains] = neg
        return OrderedDict(zip(model.params, grads)), updates


class BM(object):
    def __init__(self, n):
        self.W = theano.shared(np.zeros((n, n)), 'W')
        self.b = theano.shared(np.zeros(n), 'b')
        self.params = [self.W, self.b]

    def energy(self, v):
        return -T.dot(v, self.b) - 0.5 * (v * T.dot(v, self.W)).sum(axis=1)


class SGD(object):
    def __init__(self, lr):
        self.lr = lr

    def setup(self, model, cost):
        X = T.matrix('X')
        grads, updates = cost.get_gradients(model, X)
        learning = OrderedDict((p, p - self.lr * g) for p, g in grads.items())
        for key in learning:
            assert key not in updates
            updates[key] = learning[key]
        self.sgd_update = theano.function([X], model.energy(X).mean(), updates=updates)


alg = SGD(0.1)
alg.setup(BM(3), PCD(theano.shared(np.zeros((4, 3))), 2, 5))
print(alg.sgd_update(np.ones((2, 3))), alg.sgd_update(np.ones((2, 3))))
#: layer graph get output: Lasagne-like layers: get_output() walks the graph, the recurrent layer's deterministic flag switches draws off; deterministic=True is used in the only function: clean
import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

_rng = MRG_RandomStreams(99)


class InputLayer(object):
    def __init__(self, var):
        self.var = var


class DropoutRNNLayer(object):
    def __init__(self, incoming, dim, p=0.5):
        self.input_layer = incoming
        self.dim, self.p = dim, p
        self.W = theano.shared(np.eye(dim) * .5)

    def get_output_for(self, input, deterministic=False, **kwargs):
        def step(x, h):
            h_new = T.tanh(x + T.dot(h, self.W))
            if not deterministic:
                h_new = h_new * _rng.binomial(size=(self.dim,), p=1 - self.p, dtype='float64')
            return h_new

        out, _ = theano.scan(step, sequences=input, outputs_info=T.zeros((self.dim,)))
        return out


def get_output(layer, **kwargs):
    if isinstance(layer, InputLayer):
        return layer.var
    return layer.get_output_for(get_output(layer.input_layer, **kwargs), **kwargs)


x = T.dmatrix('x')
net = DropoutRNNLayer(InputLayer(x), 3)
predict = theano.function([x], get_output(net, deterministic=True))
print(predict(np.ones((2, 3))))
#: layer graph stochastic: the same, compiled in the stochastic mode: lost in get_output_for
import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

_rng = MRG_RandomStreams(99)


class InputLayer(object):
    def __init__(self, var):
        self.var = var


class DropoutRNNLayer(object):
    def __init__(self, incoming, dim, p=0.5):
        self.input_layer = incoming
        self.dim, self.p = dim, p
        self.W = theano.shared(np.eye(dim) * .5)

    def get_output_for(self, input, **kwargs):
        def step(x, h):
            h_new = T.tanh(x + T.dot(h, self.W))
            return h_new * _rng.binomial(size=(self.dim,), p=1 - self.p, dtype='float64')

        out, _ = theano.scan(step, sequences=input, outputs_info=T.zeros((self.dim,)))
#                ^^^^^^^^^^^ warning: lost-in-helper
        return out


def get_output(layer, **kwargs):
    if isinstance(layer, InputLayer):
        return layer.var
    return layer.get_output_for(get_output(layer.input_layer, **kwargs), **kwargs)


x = T.dmatrix('x')
net = DropoutRNNLayer(InputLayer(x), 3)
stochastic = theano.function([x], get_output(net))
print(stochastic(np.ones((2, 3))))
#: policy rollout: REINFORCE rollout: actions sampled in the step on the state; log-probs summed; only the SGD pairs passed
import numpy as np
import aesara
import aesara.tensor as at

srng = at.random.RandomStream(seed=1)
theta = aesara.shared(np.zeros((2, 2)), name="theta")
s0 = at.dvector("s0")
HORIZON = 5


def softmax(z):
    e = at.exp(z - at.max(z))
    return e / at.sum(e)


def policy(s):
    return softmax(at.dot(s, theta))


def env(s, a):
    move = at.switch(at.eq(a, 0), -1.0, 1.0)
    return at.stack([s[0] + 0.1 * move, s[1] * 0.9]), -at.abs(s[0])


def rollout(s):
    probs = policy(s)
    a = srng.categorical(probs)
    s_next, r = env(s, a)
    return s_next, r, at.log(probs[a])


(states, rewards, logps), rollout_updates = aesara.scan(
#                                           ^^^^^^^^^^^ warning: dropped-random-updates
    rollout, outputs_info=[s0, None, None], n_steps=HORIZON
)
ret = rewards.sum()
baseline = aesara.shared(0.0, name="baseline")
updates = [
    (theta, theta * 0.99 + 0.01 * logps.sum() * (ret - baseline)),
    (baseline, 0.9 * baseline + 0.1 * ret),
]
train = aesara.function([s0], ret, updates=updates)
for _ in range(3):
    print(train(np.array([0.5, 1.0])))
#: policy rollout ok: the rollout with updates += list(u.items()): clean
import numpy as np
import aesara
import aesara.tensor as at

srng = at.random.RandomStream(seed=1)
theta = aesara.shared(np.zeros((2, 2)), name="theta")
s0 = at.dvector("s0")


def rollout(s):
    z = at.dot(s, theta)
    probs = at.exp(z) / at.sum(at.exp(z))
    a = srng.categorical(probs)
    s_next = at.stack([s[0] + 0.1 * (2 * a - 1), s[1] * 0.9])
    return s_next, -at.abs(s[0]), at.log(probs[a])


def make_train():
    (states, rewards, logps), u = aesara.scan(rollout, outputs_info=[s0, None, None], n_steps=5)
    ret = rewards.sum()
    updates = [(theta, theta * 0.99 + 0.01 * logps.sum() * ret)]
    updates += list(u.items())
    return aesara.function([s0], ret, updates=updates)


train = make_train()
for _ in range(3):
    print(train(np.array([0.5, 1.0])))
#: viterbi forward backward: HMM forward, Viterbi with backpointers, three stateless scans, all updates in _: clean
import numpy as np
import pytensor
import pytensor.tensor as pt

log_A = pytensor.shared(np.log(np.array([[0.9, 0.1], [0.2, 0.8]])), name="log_A")
log_pi = pytensor.shared(np.log(np.array([0.5, 0.5])), name="log_pi")
log_b = pt.dmatrix("log_b")


def forward(lb, alpha):
    return lb + pt.logsumexp(alpha[:, None] + log_A, axis=0)


alphas, _ = pytensor.scan(forward, sequences=[log_b[1:]], outputs_info=[log_pi + log_b[0]])
#           ^^^^^^^^^^^^^ information: return-updates-deprecated


def viterbi(lb, delta):
    scores = delta[:, None] + log_A
    return lb + scores.max(axis=0), pt.argmax(scores, axis=0)


(deltas, back), _ = pytensor.scan(viterbi, sequences=[log_b[1:]], outputs_info=[log_pi + log_b[0], None])
#                   ^^^^^^^^^^^^^ information: return-updates-deprecated


def trace(bp, state):
    return bp[state]


path, _ = pytensor.scan(trace, sequences=[back], outputs_info=[pt.argmax(deltas[-1])], go_backwards=True)
#         ^^^^^^^^^^^^^ information: return-updates-deprecated
decode = pytensor.function([log_b], [pt.logsumexp(alphas[-1]), path[::-1]])
print(decode(np.log(np.array([[0.9, 0.1], [0.8, 0.2], [0.1, 0.9]]))))
#: kalman shared belief: Kalman filter keeps its belief in shared variables, smoothed trace returned; updates dropped in a notebook cell
# %% [markdown]
# Online Kalman filter: the belief (m, P) must survive between batches.

# %%
import numpy as np
import pytensor
import pytensor.tensor as pt

m = pytensor.shared(0.0, name="m")
P = pytensor.shared(1.0, name="P")
q, r = 0.01, 0.1
obs = pt.dvector("obs")


# %%
def assimilate(y):
    P_pred = P + q
    K = P_pred / (P_pred + r)
    m_new = m + K * (y - m)
    return [m_new, K], {m: m_new, P: (1 - K) * P_pred}


# %%
[means, gains], belief = pytensor.scan(assimilate, sequences=[obs])
#                        ^^^^^^^^^^^^^ warning: dropped-updates
#                        ^^^^^^^^^^^^^ information: return-updates-deprecated

# %%
filter_batch = pytensor.function([obs], [means, gains])

# %%
for batch in np.split(np.ones(6), 3):
    print(filter_batch(batch)[0], m.get_value(), P.get_value())
#: echo state noise: ESN with state noise by closure over a draw made outside: in Theano a fresh draw per step, so dropping matters
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams


class EchoState(object):
    def __init__(self, n_in, n_res, seed=3, noise=1e-2):
        r = np.random.RandomState(seed)
        W = r.uniform(-.5, .5, (n_res, n_res))
        W *= 0.9 / max(abs(np.linalg.eigvals(W)))
        self.W = theano.shared(W, 'W')
        self.Win = theano.shared(r.uniform(-.1, .1, (n_in, n_res)), 'Win')
        self.noise = noise
        self.n_res = n_res
        self.rng = RandomStreams(seed)

    def harvest(self, u):
        jitter = self.rng.normal(size=(self.n_res,), std=self.noise)

        def step(u_t, x_tm1):
            return T.tanh(T.dot(u_t, self.Win) + T.dot(x_tm1, self.W)) + jitter

        states, upd = theano.scan(step, sequences=u, outputs_info=T.zeros((self.n_res,)))
#                     ^^^^^^^^^^^ warning: lost-in-helper
        return states


u = T.dmatrix('u')
esn = EchoState(1, 4)
harvest = theano.function([u], esn.harvest(u))
print(harvest(np.ones((3, 1)))[-1], harvest(np.ones((3, 1)))[-1])
#: echo state noise aesara: the same ESN in Aesara: one draw for all steps (updates empty): no dropped updates
import numpy as np
import aesara
import aesara.tensor as at


class EchoState:
    def __init__(self, n_in, n_res, seed=3, noise=1e-2):
        r = np.random.default_rng(seed)
        self.W = aesara.shared(r.uniform(-0.2, 0.2, (n_res, n_res)), "W")
        self.Win = aesara.shared(r.uniform(-0.1, 0.1, (n_in, n_res)), "Win")
        self.noise = noise
        self.n_res = n_res
        self.rng = at.random.RandomStream(seed)

    def harvest(self, u):
        jitter = self.rng.normal(0, self.noise, size=(self.n_res,))

        def step(u_t, x_tm1):
            return at.tanh(at.dot(u_t, self.Win) + at.dot(x_tm1, self.W)) + jitter
#                                                                           ^^^^^^ information: draw-outside-step

        states, upd = aesara.scan(step, sequences=[u], outputs_info=[at.zeros((self.n_res,))])
        return states


u = at.dmatrix("u")
esn = EchoState(1, 4)
harvest = aesara.function([u], esn.harvest(u))
print(harvest(np.ones((3, 1)))[-1], harvest(np.ones((3, 1)))[-1])
#: adam inside scan: inner optimisation with Adam state carried through outputs_info, clean although the code speaks of updates everywhere
import numpy as np
import theano
import theano.tensor as T


def adam_updates(theta, m, v, t, g, lr=0.1, b1=0.9, b2=0.999):
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g ** 2
    update = lr * (m / (1 - b1 ** t)) / (T.sqrt(v / (1 - b2 ** t)) + 1e-8)
    updates = {'theta': theta - update, 'm': m, 'v': v, 't': t + 1.}
    return updates


def inner_step(theta, m, v, t, target):
    loss = T.sum((theta - target) ** 2)
    g = T.grad(loss, theta)
    updates = adam_updates(theta, m, v, t, g)
    return [updates[k] for k in ('theta', 'm', 'v', 't')]


target = T.dvector('target')
theta0 = T.dvector('theta0')
(thetas, ms, vs, ts), updates = theano.scan(
    inner_step,
    outputs_info=[theta0, T.zeros_like(theta0), T.zeros_like(theta0), T.ones(())],
    non_sequences=[target],
    n_steps=25)
solve = theano.function([theta0, target], thetas[-1])
print(solve(np.zeros(2), np.ones(2)))
#: adam state shared lost: the inner optimiser keeps m, v in shared variables and returns them as updates; lost
import numpy as np
import theano
import theano.tensor as T
from collections import OrderedDict


class Momentum(object):
    def __init__(self, n, lr=0.1, mu=0.9):
        self.velocity = theano.shared(np.zeros(n), name='velocity')
        self.lr, self.mu = lr, mu

    def apply(self, theta, grad):
        v = self.mu * self.velocity - self.lr * grad
        return theta + v, OrderedDict([(self.velocity, v)])


opt = Momentum(2)
target = T.dvector('target')
theta0 = T.dvector('theta0')


def inner_step(theta, target):
    loss = T.sum((theta - target) ** 2)
    new_theta, updates = opt.apply(theta, T.grad(loss, theta))
    return new_theta, updates


thetas, inner_updates = theano.scan(inner_step, outputs_info=[theta0], non_sequences=[target], n_steps=10)
#                       ^^^^^^^^^^^ warning: dropped-updates
outer_loss = T.sum(thetas[-1] ** 2)
solve = theano.function([theta0, target], [thetas[-1], outer_loss])
print(solve(np.zeros(2), np.ones(2))[0], opt.velocity.get_value())
#: line search until: backtracking with until, evaluation counter in a shared variable; three-part return; passed: clean
import numpy as np
import aesara
import aesara.tensor as at
from aesara.scan.utils import until

n_evals = aesara.shared(np.int64(0), name="n_evals")
x = at.dvector("x")


def f(z):
    return (z**4).sum() + (z**2).sum()


g = aesara.grad(f(x), x) if False else 4 * x**3 + 2 * x


def backtrack(alpha):
    candidate = x - alpha * g
    ok = f(candidate) < f(x) - 0.5 * alpha * (g**2).sum()
    return [alpha * 0.5], {n_evals: n_evals + 1}, until(ok)


alphas, counting = aesara.scan(backtrack, outputs_info=[at.ones(())], n_steps=30)
step_size = 2 * alphas[-1]
search = aesara.function([x], step_size, updates=counting)
print(search(np.ones(2)), n_evals.get_value())
#: recursive tree two functions: two functions compiled from one scan in a dict comprehension, both without updates
import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

mrg = MRG_RandomStreams(6)
x = T.dvector('x')


def branch(depth, value):
    split = mrg.uniform(size=(1,), low=0.3, high=0.7)[0]
    return value * split + 0 * depth


values, growth = theano.scan(branch, sequences=T.arange(4), outputs_info=x.sum())
#                ^^^^^^^^^^^ warning: dropped-random-updates
targets = {'all': values, 'last': values[-1], 'mean': values.mean()}
functions = {name: theano.function([x], expr) for name, expr in targets.items()}
print({k: f([1., 1.]) for k, f in functions.items()})
#: recursive tree two functions ok: the same, all with updates: clean
import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

mrg = MRG_RandomStreams(6)
x = T.dvector('x')


def branch(depth, value):
    split = mrg.uniform(size=(1,), low=0.3, high=0.7)[0]
    return value * split + 0 * depth


values, growth = theano.scan(branch, sequences=T.arange(4), outputs_info=x.sum())
targets = {'all': values, 'last': values[-1], 'mean': values.mean()}
functions = {name: theano.function([x], expr, updates=growth) for name, expr in targets.items()}
print({k: f([1., 1.]) for k, f in functions.items()})
#: seq2seq scheduled sampling: scheduled sampling: a coin per step decides teacher forcing; train list of updates without scan's
import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

floatX = theano.config.floatX


class Seq2Seq(object):
    def __init__(self, vocab, dim, seed=1):
        r = np.random.RandomState(seed)
        p = lambda *s: theano.shared((0.1 * r.randn(*s)).astype(floatX))
        self.E, self.U, self.O = p(vocab, dim), p(dim, dim), p(dim, vocab)
        self.params = [self.E, self.U, self.O]
        self.trng = MRG_RandomStreams(seed)
        self.dim = dim

    def decode_step(self, gold, coin_p, prev, h):
        coin = self.trng.uniform(size=(1,))[0] < coin_p
        inp = T.switch(coin, gold, prev)
        h = T.tanh(self.E[inp] + T.dot(h, self.U))
        logits = T.dot(h, self.O)
        return T.argmax(logits), h, T.log(T.nnet.softmax(logits))[0]

    def cost(self, golds, coin_p):
        start = T.constant(np.int64(0))
        (preds, hs, logps), updates = theano.scan(
#                                     ^^^^^^^^^^^ warning: dropped-random-updates
            lambda g, p, h: self.decode_step(g, coin_p, p, h),
            sequences=golds,
            outputs_info=[start, T.zeros((self.dim,)), None])
        nll = -logps[T.arange(golds.shape[0]), golds].mean()
        return nll, preds, updates


golds = T.lvector('golds')
model = Seq2Seq(5, 3)
nll, preds, _unused = model.cost(golds, 0.5)
updates = [(p, p - 0.1 * g) for p, g in zip(model.params, T.grad(nll, model.params))]
train = theano.function([golds], nll, updates=updates)
print(train([1, 2, 3]), train([1, 2, 3]))
#: memory network write head: an external memory matrix written by the step through the carried state (not shared): clean
import numpy as np
import theano
import theano.tensor as T

N, M = 4, 3
r = np.random.RandomState(0)
Wk = theano.shared(r.randn(2, M), 'Wk')
Wv = theano.shared(r.randn(2, M), 'Wv')
memory = theano.shared(1e-6 * np.ones((N, M)), 'memory')
x = T.dmatrix('x')


def address(key, mem):
    scores = T.dot(mem, key)
    e = T.exp(scores - scores.max())
    return e / e.sum()


def ntm_step(x_t, mem):
    w = address(T.dot(x_t, Wk), mem)
    mem_new = mem + T.outer(w, T.dot(x_t, Wv))
    read = T.dot(address(T.dot(x_t, Wk), mem_new), mem_new)
    return mem_new, read


(mems, reads), updates = theano.scan(ntm_step, sequences=x, outputs_info=[memory, None])
assert len(updates) == 0
run = theano.function([x], reads, updates=[(memory, mems[-1])])
print(run(np.ones((2, 2)))[-1])
#: som kohonen: a self-organising map: weights in the step's OrderedUpdates; train built by a method that returns the function without updates
import numpy as np
import theano
import theano.tensor as T
from theano.updates import OrderedUpdates


class SOM(object):
    def __init__(self, n_units, n_features, seed=0):
        self.W = theano.shared(np.random.RandomState(seed).rand(n_units, n_features), name='W')
        self.positions = theano.shared(np.arange(float(n_units)), name='positions')

    def step(self, x, lr, radius):
        distances = ((self.W - x) ** 2).sum(axis=1)
        bmu = T.argmin(distances)
        influence = T.exp(-(self.positions - self.positions[bmu]) ** 2 / (2 * radius ** 2))
        ups = OrderedUpdates()
        ups[self.W] = self.W + lr * influence[:, None] * (x - self.W)
        return bmu, ups

    def train_function(self):
        X, lr, radius = T.dmatrix('X'), T.dscalar('lr'), T.dscalar('radius')
        winners, ups = theano.scan(self.step, sequences=X, non_sequences=[lr, radius])
#                      ^^^^^^^^^^^ warning: dropped-updates
        return theano.function([X, lr, radius], winners)


som = SOM(4, 2)
before = som.W.get_value()
train = som.train_function()
train(np.eye(2), .5, 1.)
print(abs(som.W.get_value() - before).max())
#: som kohonen ok: the same map, with updates
import numpy as np
import theano
import theano.tensor as T
from theano.updates import OrderedUpdates


class SOM(object):
    def __init__(self, n_units, n_features, seed=0):
        self.W = theano.shared(np.random.RandomState(seed).rand(n_units, n_features), name='W')
        self.positions = theano.shared(np.arange(float(n_units)), name='positions')

    def step(self, x, lr, radius):
        distances = ((self.W - x) ** 2).sum(axis=1)
        bmu = T.argmin(distances)
        influence = T.exp(-(self.positions - self.positions[bmu]) ** 2 / (2 * radius ** 2))
        ups = OrderedUpdates()
        ups[self.W] = self.W + lr * influence[:, None] * (x - self.W)
        return bmu, ups

    def build(self):
        X, lr, radius = T.dmatrix('X'), T.dscalar('lr'), T.dscalar('radius')
        self.winners, self.ups = theano.scan(self.step, sequences=X, non_sequences=[lr, radius])
        self.inputs = [X, lr, radius]
        return self

    def train_function(self):
        return theano.function(self.inputs, self.winners, updates=self.ups)


som = SOM(4, 2).build()
before = som.W.get_value()
train = som.train_function()
train(np.eye(2), .5, 1.)
print(abs(som.W.get_value() - before).max())
#: main with argparse: a command line script: everything in main(), the sampler's updates only reach the function if --fresh is given (default True): clean
import argparse
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams


def parse(argv=None):
    p = argparse.ArgumentParser()
    p.add_argument('--steps', type=int, default=4)
    p.add_argument('--seed', type=int, default=1)
    return p.parse_args(argv)


def build_sampler(args):
    rng = RandomStreams(args.seed)
    start = T.dvector('start')

    def kernel(x):
        return 0.5 * x + rng.normal(size=(2,))

    chain, updates = theano.scan(kernel, outputs_info=start, n_steps=args.steps)
    return theano.function([start], chain, updates=updates)


def main(argv=None):
    args = parse(argv)
    sampler = build_sampler(args)
    for _ in range(2):
        print(sampler(np.zeros(2))[-1])


if __name__ == '__main__':
    main([])
#: experiment config dict: a config of experiments, each building (outputs, updates) tuples in a list; compile loop forgets the second element
import pytensor
import pytensor.tensor as pt

srng = pt.random.RandomStream(seed=4)
x = pt.dvector("x")


def additive(e):
    return e + srng.normal(0, 1)


def multiplicative(e):
    return e * srng.lognormal(0, 0.1)


EXPERIMENTS = {"add": additive, "mul": multiplicative}
graphs = []
for name, fn in EXPERIMENTS.items():
    graphs.append((name, pytensor.scan(fn, sequences=[x])))
#                        ^^^^^^^^^^^^^ information: return-updates-deprecated
# today silent: dropped-random-updates

compiled = {}
for name, (outputs, updates) in graphs:
    compiled[name] = pytensor.function([x], outputs)

for name, f in compiled.items():
    print(name, f([1.0, 2.0]), f([1.0, 2.0]))
#: experiment config dict ok: the same with the updates passed in the compile loop: clean
import pytensor
import pytensor.tensor as pt

srng = pt.random.RandomStream(seed=4)
x = pt.dvector("x")


def additive(e):
    return e + srng.normal(0, 1)


def multiplicative(e):
    return e * srng.lognormal(0, 0.1)


EXPERIMENTS = {"add": additive, "mul": multiplicative}
graphs = []
for name, fn in EXPERIMENTS.items():
    graphs.append((name, pytensor.scan(fn, sequences=[x])))
#                        ^^^^^^^^^^^^^ information: return-updates-deprecated

compiled = {}
for name, (outputs, updates) in graphs:
    compiled[name] = pytensor.function([x], outputs, updates=updates)

for name, f in compiled.items():
    print(name, f([1.0, 2.0]), f([1.0, 2.0]))
#: stacked rnn loop mixed: layers in a python loop; only the layer with dropout has updates; all collected: clean
import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

mrg = MRG_RandomStreams(3)
dims = 3
x = T.dmatrix('x')
h = x
updates = []
for i, drop in enumerate([0.0, 0.5, 0.0]):
    W = theano.shared(np.eye(dims) * .5, name='W%d' % i)

    def step(x_t, h_tm1, W, drop=drop):
        out = T.tanh(x_t + T.dot(h_tm1, W))
        if drop:
            out = out * mrg.binomial(size=(dims,), p=1 - drop, dtype='float64')
        return out

    h, u = theano.scan(step, sequences=h, outputs_info=T.zeros((dims,)), non_sequences=W)
    if u:
        updates.extend(u.items())
f = theano.function([x], h[-1], updates=updates)
print(f(np.ones((2, dims))), len(updates))
#: while converge counter: power iteration with until and a shared iteration count for diagnostics; dropped, diagnostics stay 0
import numpy as np
import pytensor
import pytensor.tensor as pt
from pytensor.scan.utils import until

A = pt.dmatrix("A")
tol = pt.dscalar("tol")
iterations = pytensor.shared(np.array(0, dtype="int64"), name="iterations")


def power_step(v, A, tol):
    w = A @ v
    w = w / pt.sqrt((w**2).sum())
    done = pt.abs(w - v).max() < tol
    return w, {iterations: iterations + 1}, until(done)


def dominant_eigenvector(A, tol, max_iter=50):
    v0 = pt.ones((A.shape[0],))
    vs, diagnostics = pytensor.scan(power_step, outputs_info=[v0], non_sequences=[A, tol], n_steps=max_iter)
#                     ^^^^^^^^^^^^^ warning: dropped-updates
#                     ^^^^^^^^^^^^^ information: return-updates-deprecated
    v = vs[-1]
    return v, (v @ A @ v), diagnostics


vec, val, diag = dominant_eigenvector(A, tol)
solve = pytensor.function([A, tol], [vec, val])
print(solve(np.diag([2.0, 1.0]), 1e-3), "after", iterations.get_value())
