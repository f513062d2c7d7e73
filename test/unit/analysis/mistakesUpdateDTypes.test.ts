/** Updates of another dtype than their variable's. */
import { describe, expect, test } from 'vitest';
import { casesOf, firstLines } from './cases.ts';
import { expectMarkedMistakes, mistakesOf } from './mistakeCases.ts';

const kinds = ['update-dtype'] as const;

const fires = `
#: an integer with a float
out, u = theano.scan(lambda: {a: a + 1.0}, n_steps=3)
#                                ^^^^^^^ update-dtype
#: a quotient of integers
out, u = theano.scan(lambda: {a: a / 2}, n_steps=3)
#                                ^^^^^ update-dtype
#: one of two
out, u = theano.scan(lambda v: (v, {b: b + 1, a: a * 0.5}), x)
#                                                ^^^^^^^ update-dtype
#: a list of pairs
out, u = theano.scan(lambda v: (v, [(a, a * 0.5)]), x)
#                                       ^^^^^^^ update-dtype
#: pairs alone
out, u = theano.scan(lambda: [(a, a * 0.5), (b, b + 1)], n_steps=2)
#                                 ^^^^^^^ update-dtype
#: an OrderedDict
out, u = theano.scan(lambda: OrderedDict([(a, a * 0.5)]), n_steps=2)
#                                             ^^^^^^^ update-dtype
#: a step with a name, an assigned key
def step(v):
    changes = OrderedDict()
    changes[a] = a + v
#   ^^^^^^^^^^ update-dtype
    return v, changes
out, u = theano.scan(step, x)
#: function
f = theano.function([], [], updates={a: a + 1.5})
#                                       ^^^^^^^ update-dtype
#: function with a list
f = theano.function([], [], updates=[(a, a + 1.5)])
#                                        ^^^^^^^ update-dtype
#: function with a tuple of lists
f = theano.function([], [], updates=([a, a * b],))
#                                        ^^^^^ update-dtype
#: a narrower variable
n = theano.shared(0.0)
f = theano.function([], [], updates={n: T.cast(n + 1, 'float32')})
#                                       ^^^^^^^^^^^^^^^^^^^^^^^^ update-dtype
#: a float32 matrix and the default learning rate
import theano, numpy as np
import theano.tensor as T
W = theano.shared(np.zeros((3, 3), dtype='float32'))
f = theano.function([], [], updates=[(W, W - 0.1 * W)])
#                                        ^^^^^^^^^^^ update-dtype
#: a shared variable as the value
m = theano.shared(0)
s = theano.shared(0.5)
f = theano.function([], [], updates={m: s})
#                                       ^ update-dtype
#: merged dicts
first = {a: a + 1.5}
#           ^^^^^^^ update-dtype
f = theano.function([], [], updates={**first, b: b + 1})
#: a sum of integers under an int32
import theano, numpy as np
import theano.tensor as T
n = theano.shared(np.int32(0))
x = T.ivector()
f = theano.function([x], [], updates={n: n + T.sum(x)})
#                                        ^^^^^^^^^^^^ update-dtype
#: an epoch counter
import pytensor
import pytensor.tensor as pt
count = pytensor.shared(0)
f = pytensor.function([], [], updates={count: count * 0.99})
#                                             ^^^^^^^^^^^^ update-dtype
#: a constant
f = theano.function([], [], updates={b: T.constant(0.0)})
#                                       ^^^^^^^^^^^^^^^ update-dtype
#: a gradient of a float32 vector with a float64 rate
import theano, numpy as np
import theano.tensor as T
w = theano.shared(np.zeros(3, dtype='float32'))
rate = theano.shared(0.1)
cost = (w ** 2).sum()
f = theano.function([], cost, updates=[(w, w - rate * T.grad(cost, w))])
#                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^ update-dtype
`;

const silent = `
#: the same dtype
out, u = theano.scan(lambda: {a: a + 1, b: b * 2.5}, n_steps=3)
#: numbers are cast
f = theano.function([], [], updates={a: 3, b: 0})
#: a float number for a float
f = theano.function([], [], updates={b: 3.5})
#: a cast
f = theano.function([], [], updates={a: T.cast(a + 1.5, 'int64')})
#: a cast to the dtype of the variable
f = theano.function([], [], updates={a: (a + 1.5).astype(a.dtype)})
#: arrays
import theano, numpy as np
s = theano.shared(np.zeros(3))
f = theano.function([], [], updates={s: np.ones(3)})
#: one step of a scan is not checked
out, u = theano.scan(lambda: {a: a + 1.0}, n_steps=1)
#: two outputs that look like an update
out, u = theano.scan(lambda: (a, a + 1.0), n_steps=3)
#: variables of a loop
params = [a, b]
updates = []
for p in params:
    updates.append((p, p * 0.5))
f = theano.function([], [], updates=updates)
#: a comprehension
f = theano.function([], [], updates=[(p, p * 0.5) for p in [a, b]])
#: a value that is not known
f = theano.function([], [], updates={a: rate()})
#: a variable that is not known
f = theano.function([], [], updates={p: a + 1.5})
#: the branches differ
if unknown_setting:
    new = a + 1
else:
    new = a + 1.5
f = theano.function([], [], updates={a: new})
#: a float32 matrix of floatX
import theano, numpy as np
import theano.tensor as T
W = theano.shared(np.zeros((3, 3), dtype=theano.config.floatX))
f = theano.function([], [], updates=[(W, W - 0.1 * W)])
#: a gradient
import theano, numpy as np
import theano.tensor as T
W = theano.shared(np.random.randn(3, 3).astype(theano.config.floatX))
x = T.matrix()
cost = T.mean(T.dot(x, W) ** 2)
f = theano.function([x], cost, updates=[(W, W - 0.1 * T.grad(cost, W))])
#: momentum
import theano, numpy as np
import theano.tensor as T
W = theano.shared(np.random.randn(3, 3))
v = theano.shared(W.get_value() * 0.)
x = T.dmatrix()
g = T.grad(T.sum(T.dot(x, W)), W)
f = theano.function([x], [], updates=[(v, 0.9 * v + g), (W, W - 0.1 * v)])
#: inc_subtensor
import theano, numpy as np
import theano.tensor as T
W = theano.shared(np.zeros((3, 3), dtype=theano.config.floatX))
i = T.ivector()
f = theano.function([i], [], updates=[(W, T.inc_subtensor(W[i], 0.5))])
#: updates of a scan
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
u[b] = b + out[-1].sum()
f = theano.function([x], [], updates=u)
`;

describe.each([
  ['update-dtype fires', fires],
  ['update-dtype is silent', silent],
])('%s', (_, programs) => {
  test.each(casesOf(programs))('%s', (_, program) => expectMarkedMistakes(program, kinds));
});

test('what is told', () => {
  const program = `${firstLines}f = theano.function([], [], updates=[(a, a + x.sum())])`;
  expect(mistakesOf(program, kinds)).toMatchObject([
    {
      name: 'a',
      under: {
        float32: { variable: 'int64', value: 'float64' },
        float64: { variable: 'int64', value: 'float64' },
      },
    },
  ]);
});
