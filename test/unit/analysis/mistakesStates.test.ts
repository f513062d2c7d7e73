/** Initial values and what the step returns: dtypes, axes, axes of length 1. */
import { describe, expect, test } from 'vitest';
import { casesOf, firstLines } from './cases.ts';
import { expectMarkedMistakes, mistakesOf } from './mistakeCases.ts';

const kinds = ['state-dtype', 'state-ndim', 'static-length-one-init'] as const;

const dtypes = `
#: the classic: an integer as the beginning of a sum
out, _ = theano.scan(lambda v, s: s + v, x, 0)
#                                           ^ state-dtype
#: a float that float32 holds exactly
out, _ = theano.scan(lambda v, s: s + v, sequences=x, outputs_info=0.)
#                                                                  ^^ state-dtype
#: in a list
out, _ = theano.scan(lambda v, s: s + v, sequences=[x], outputs_info=[1.0])
#                                                                     ^^^ state-dtype
#: a constant
out, _ = theano.scan(lambda v, s: s + v, x, outputs_info=T.constant(0.))
#                                                        ^^^^^^^^^^^^^^ state-dtype
#: as a tensor variable
out, _ = theano.scan(lambda v, s: s + v, x, outputs_info=[T.as_tensor_variable(0)])
#                                                         ^^^^^^^^^^^^^^^^^^^^^^^ state-dtype
#: through a name
start = T.constant(0.)
out, _ = theano.scan(lambda v, s: s + v, x, outputs_info=start)
#                                                        ^^^^^ state-dtype
#: the initial value of a dict
out, _ = theano.scan(lambda v, s: s + v, x, outputs_info=dict(initial=0.0, taps=[-1]))
#                                                                     ^^^ state-dtype
#: the initial value of a display
out, _ = theano.scan(lambda v, s: s + v, x, outputs_info=[{'initial': 0}])
#                                                                     ^ state-dtype
#: the second state
out, _ = theano.scan(lambda v, s, t: [s + v, t + v], x, outputs_info=[T.zeros(()), 0.])
#                                                                                  ^^ state-dtype
#: both states
out, _ = theano.scan(lambda v, s, t: [s + v, t + v], x, outputs_info=[0, 0.])
#                                                                     ^ state-dtype
#                                                                        ^^ state-dtype
#: a state after one that feeds nothing
out, _ = theano.scan(lambda v, t: [v, t + v], x, outputs_info=[None, 0.])
#                                                                    ^^ state-dtype
#: alloc of a float
out, _ = theano.scan(lambda v, s: s + v, T.matrix(), T.alloc(0., 4))
#                                                    ^^^^^^^^^^^^^^ state-dtype
#: a mean of integers is float64 and never float32
out, _ = theano.scan(lambda v, s: T.mean(T.eq(v, 1)), T.imatrix(), T.fscalar())
#                                                                  ^^^^^^^^^^^ state-dtype
#: a sum of integers is int64
out, _ = theano.scan(lambda v, s: s + T.sum(v), T.imatrix(), T.iscalar())
#                                                            ^^^^^^^^^^^ state-dtype
#: a comparison gives booleans
out, _ = theano.scan(lambda v, s: v > s, T.ivector(), T.iscalar())
#                                                     ^^^^^^^^^^^ state-dtype
#: a cast down
out, _ = theano.scan(lambda v, s: T.cast(s + v, 'float32'), T.dvector(), T.dscalar())
#                                                                        ^^^^^^^^^^^ state-dtype
#: a division of integers
out, _ = theano.scan(lambda v, s: s / 2, T.ivector(), T.iscalar())
#                                                     ^^^^^^^^^^^ state-dtype
#: a shared float64 under a float32 state
out, _ = theano.scan(lambda v, s: s * b, T.fvector(), T.fscalar())
#                                                     ^^^^^^^^^^^ state-dtype
#: two taps
out, _ = theano.scan(lambda p, q: p + q + 1.5, outputs_info=dict(initial=T.ivector(), taps=[-2, -1]), n_steps=4)
#                                                                        ^^^^^^^^^^^ state-dtype
#: a step with a name
def step(v, s):
    total = s + v
    return total
out, _ = theano.scan(fn=step, sequences=[x], outputs_info=[0])
#                                                          ^ state-dtype
#: a method
class Model(object):
    def step(self, v, s):
        return s + v
    def run(self):
        return theano.scan(self.step, sequences=[x], outputs_info=[0])
#                                                                  ^ state-dtype
Model().run()
#: reduce and foldl
out, _ = theano.reduce(lambda v, s: s + v, x, 0)
#                                             ^ state-dtype
out, _ = theano.foldl(lambda v, s: s + v, x, 0.)
#                                            ^^ state-dtype
#: with the condition and updates beside
out, _ = theano.scan(lambda v, s: ([s + v], {a: a + 1}, theano.scan_module.until(s > 3)), x, [0])
#                                                                                             ^ state-dtype
#: the argument by its place
out, _ = theano.scan(lambda v, s, w: s + v * w, x, T.constant(0.0), [b])
#                                                  ^^^^^^^^^^^^^^^ state-dtype
#: PyTensor
import pytensor
import pytensor.tensor as pt
xs = pt.dvector("xs")
out = pytensor.scan(lambda v, s: s + v, sequences=xs, outputs_info=0, return_updates=False)
#                                                                  ^ state-dtype
#: a branch that agrees with the other
flag = T.iscalar()
def step(v, s):
    if unknown_setting:
        r = T.dot(v, 2.0)
    else:
        r = v * s
    return r
out, _ = theano.scan(step, x, 0)
#                             ^ state-dtype
`;

const silentDTypes = `
#: zeros of floatX
out, _ = theano.scan(lambda v, s: s + v, x, T.zeros(()))
#: a float64 shared variable and a vector of floatX
out, _ = theano.scan(lambda v, s: s + v, x, b)
#: an array of the dtype of the sequence
import theano, numpy as np
import theano.tensor as T
x = T.vector()
out, _ = theano.scan(lambda v, s: s + v, x, np.asarray(0, x.dtype))
#: an array of floatX
import theano, numpy as np
import theano.tensor as T
x = T.vector()
out, _ = theano.scan(lambda v, s: s + v, x, np.asarray(0., dtype=theano.config.floatX))
#: integers stay integers
out, _ = theano.scan(lambda s: s + 1, outputs_info=0, n_steps=3)
#: integers of int64 with arange
out, _ = theano.scan(lambda i, s: s + i, T.arange(5), T.constant(0, dtype='int64'))
#: a step that is not followed
out, _ = theano.scan(lambda v, s: s + helper(v), x, 0)
#: a number of which only the type is known
out, _ = theano.scan(lambda v, s: s + v, x, start)
#: a helper's argument
def run(v, start):
    return theano.scan(lambda p, s: s + p, v, start)
out, _ = run(x, T.zeros(()))
#: right in one call and wrong in another
def run(start):
    return theano.scan(lambda p, s: s + p, x, start)
run(T.zeros(()))
run(0)
#: one step: no scan is made
out, _ = theano.scan(lambda v, s: s + v, x, 0, n_steps=1)
#: one step through a name
count = 1
out, _ = theano.scan(lambda v, s: s + v, x, 0, n_steps=count)
#: another number of outputs than of states is told elsewhere
out, _ = theano.scan(lambda v, s: [s + v, v], x, [0])
#: outputs that feed nothing
out, _ = theano.scan(lambda v: [v, v > 0], x, [None, None])
#: the branches differ
def step(v, s):
    if unknown_setting:
        return s + v
    return s
out, _ = theano.scan(step, x, 0)
#: a cast in the step
out, _ = theano.scan(lambda v, s: T.cast(s + v, 'int8'), x, 0)
#: a cast to the state's own dtype
out, _ = theano.scan(lambda v, s: T.cast(s + v, s.dtype), x, 0)
#: astype of the dtype of the state
out, _ = theano.scan(lambda v, s: (s + v).astype(s.dtype), x, 0.)
#: states in a dict that something may have changed
info = dict(initial=0)
change(info)
out, _ = theano.scan(lambda v, s: s + v, x, info)
#: an argument that is spread
out, _ = theano.scan(lambda v, s: s + v, *arguments)
#: a state of the sequence itself
out, _ = theano.scan(lambda v, s: s * v, x, x[0])
#: zeros like an element
out, _ = theano.scan(lambda v, s: s * v, x, T.zeros_like(x[0]))
#: ones like a row
X = T.matrix()
out, _ = theano.scan(lambda v, s: s * v, X, T.ones_like(X[0]))
#: a recurrent network
import theano, numpy as np
import theano.tensor as T
X = T.tensor3()
W = theano.shared(np.zeros((3, 3), dtype=theano.config.floatX))
c = theano.shared(np.zeros(3, dtype=theano.config.floatX))
def step(v, h):
    return T.tanh(T.dot(v, W) + T.dot(h, W) + c)
h, _ = theano.scan(step, X, T.zeros((X.shape[1], 3)))
#: the default floatX with a shared random matrix
import theano, numpy as np
import theano.tensor as T
X = T.dmatrix()
W = theano.shared(np.random.randn(3, 3))
h, _ = theano.scan(lambda v, h: T.nnet.sigmoid(T.dot(h, W) + v), X, np.zeros(3))
#: Python 2 divides integers to integers
print "two"
out, _ = theano.scan(lambda v, s: s / 2, T.ivector(), T.iscalar())
#: a program of floatX float32 with a value of float32
import theano
import theano.tensor as T
theano.config.floatX = 'float32'
v = T.vector()
out, _ = theano.scan(lambda p, s: p, v, T.vector()[0])
#: a gradient
out, _ = theano.scan(lambda s: s - 0.1 * T.grad((s ** 2).sum(), s), outputs_info=x, n_steps=9)
#: a while loop that doubles
out, _ = theano.scan(lambda p: (p * 2, theano.scan_module.until(p * 2 > 9)), outputs_info=T.constant(1), n_steps=9)
`;

const ndims = `
#: a scalar where a vector comes back
X = T.matrix()
out, _ = theano.scan(lambda v, s: s + v, X, T.zeros(()))
#                                           ^^^^^^^^^^^ state-ndim
#: a vector where a sum comes back
X = T.matrix()
out, _ = theano.scan(lambda v, s: (s + v).sum(), X, T.vector())
#                                                   ^^^^^^^^^^ state-ndim
#: a stack of scalars
out, _ = theano.scan(lambda v, s: T.stack([s, v]), x, T.scalar())
#                                                     ^^^^^^^^^^ state-ndim
#: two taps of a scalar
out, _ = theano.scan(lambda p, q: p + q, outputs_info=dict(initial=T.scalar(), taps=[-2, -1]), n_steps=4)
#                                                                  ^^^^^^^^^^ state-ndim
#: one tap that is not -1
out, _ = theano.scan(lambda p: p * 2, outputs_info=[dict(initial=T.scalar(), taps=[-2])], n_steps=4)
#                                                                ^^^^^^^^^^ state-ndim
#: two taps of a vector state need a matrix
X = T.matrix()
out, _ = theano.scan(lambda v, p, q: p + q + v, X, dict(initial=T.vector(), taps=[-2, -1]))
#                                                               ^^^^^^^^^^ state-ndim
#: two taps of a matrix, and a scalar comes back
out, _ = theano.scan(lambda v, p, q: (p + q + v).sum(), x, dict(initial=T.matrix(), taps=[-2, -1]))
#                                                                       ^^^^^^^^^^ state-ndim
#: dot of a row and a matrix
W = T.matrix()
out, _ = theano.scan(lambda h: T.dot(h, W).sum(axis=1), outputs_info=T.matrix(), n_steps=3)
#                                                                    ^^^^^^^^^^ state-ndim
#: dimshuffle adds an axis
out, _ = theano.scan(lambda s: s.dimshuffle('x', 0), outputs_info=x, n_steps=3)
#                                                                 ^ state-ndim
#: a subscript takes one away
out, _ = theano.scan(lambda s: s[0], outputs_info=x, n_steps=3)
#                                                 ^ state-ndim
#: PyTensor
import pytensor
import pytensor.tensor as pt
X = pt.matrix("X")
out, _ = pytensor.scan(lambda v, s: s + v, X, pt.zeros(()))
#                                             ^^^^^^^^^^^^ state-ndim
`;

const silentNdims = `
#: a vector state with a scalar sequence
out, _ = theano.scan(lambda v, s: s + v, x, T.vector())
#: two taps with one axis more
out, _ = theano.scan(lambda p, q: p + q, outputs_info=dict(initial=x, taps=[-2, -1]), n_steps=4)
#: two taps of rows
out, _ = theano.scan(lambda v, p, q: p + q + v, x, dict(initial=T.matrix(), taps=[-2, -1]))
#: an unknown number of axes
out, _ = theano.scan(lambda v, s: s + v, T.matrix(), start())
#: a reshape to an unknown shape
out, _ = theano.scan(lambda s: s.reshape(shape), outputs_info=x, n_steps=3)
#: an index that is not known
out, _ = theano.scan(lambda s: s[index], outputs_info=x, n_steps=3)
#: a number of axes that decides
def step(s):
    if s.ndim == 1:
        return s * 2
    return s.sum()
out, _ = theano.scan(step, outputs_info=x, n_steps=3)
#: one step
out, _ = theano.scan(lambda v, s: s + v, T.matrix(), T.zeros(()), n_steps=1)
`;

const lengths = `
#: zeros of one row
X = T.tensor3()
h, _ = theano.scan(lambda v, h: h + v, X, T.zeros((1, 4)))
#                                         ^^^^^^^^^^^^^^^ static-length-one-init
#: alloc
import theano, numpy as np
import theano.tensor as T
X = T.tensor3()
h, _ = theano.scan(lambda v, h: h + v, X, T.alloc(np.asarray(0., dtype=theano.config.floatX), 1, 4))
#                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ static-length-one-init
#: an array with one element
import theano, numpy as np
import theano.tensor as T
X = T.dmatrix()
h, _ = theano.scan(lambda v, h: h + v, X, np.zeros(1))
#                                         ^^^^^^^^^^^ static-length-one-init
#: a dimshuffled vector
X = T.tensor3()
h, _ = theano.scan(lambda v, h: h * v, sequences=X, outputs_info=[x.dimshuffle('x', 0)])
#                                                                 ^^^^^^^^^^^^^^^^^^^^ static-length-one-init
#: through a dot with a column of the batch
X = T.tensor3()
W = T.matrix()
h, _ = theano.scan(lambda v, h: T.tanh(v + T.dot(h, W)), X, T.zeros((1, 4)))
#                                                           ^^^^^^^^^^^^^^^ static-length-one-init
#: a name for the size of the batch
batch_size = 1
X = T.tensor3()
h, _ = theano.scan(lambda v, h: h + v, X, T.zeros((batch_size, 4)))
#                                         ^^^^^^^^^^^^^^^^^^^^^^^^ static-length-one-init
#: two taps
X = T.tensor3()
h, _ = theano.scan(lambda v, p, q: p + q + v, X, dict(initial=T.zeros((2, 1, 4)), taps=[-2, -1]))
#                                                             ^^^^^^^^^^^^^^^^^^ static-length-one-init
#: PyTensor
import pytensor
import pytensor.tensor as pt
X = pt.tensor3("X")
h, _ = pytensor.scan(lambda v, h: h + v, X, pt.zeros((1, 4)))
#                                           ^^^^^^^^^^^^^^^^ static-length-one-init
#: kept by keepdims
X = T.tensor3()
M = T.matrix()
h, _ = theano.scan(lambda v, h: h + v, X, M.sum(axis=0, keepdims=True))
#                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ static-length-one-init
`;

const silentLengths = `
#: unbroadcast
X = T.tensor3()
h, _ = theano.scan(lambda v, h: h + v, X, T.unbroadcast(T.zeros((1, 4)), 0))
#: the step keeps the row
W = T.matrix()
h, _ = theano.scan(lambda h: T.dot(h, W), outputs_info=T.zeros((1, 4)), n_steps=3)
#: the sequence gives scalars
h, _ = theano.scan(lambda v, h: h + v, x, T.zeros((1,)))
#: a size that is not known
X = T.tensor3()
h, _ = theano.scan(lambda v, h: h + v, X, T.zeros((size, 4)))
#: a symbolic size
X = T.tensor3()
h, _ = theano.scan(lambda v, h: h + v, X, T.zeros((X.shape[1], 4)))
#: a shared variable: the library forgets its length
import theano, numpy as np
import theano.tensor as T
X = T.dtensor3()
start = theano.shared(np.zeros((1, 4)))
h, _ = theano.scan(lambda v, h: h + v, X, start)
#: an axis of which PyTensor may know the length
X = T.tensor3()
h, _ = theano.scan(lambda v, h: h[0:1] * v[0:1], X, T.zeros((1, 4)))
#: lengths other than 1 are taken as they come
X = T.tensor3()
h, _ = theano.scan(lambda v, h: v, X, T.zeros((3, 4)))
#: an axis of the state's own length
h, _ = theano.scan(lambda h: T.zeros((h.shape[0], 4)), outputs_info=T.zeros((1, 4)), n_steps=2)
#: PyTensor works out the length that a reshape leaves open
n = T.iscalar()
h, _ = theano.scan(lambda h: h.reshape((n, 4)), outputs_info=T.zeros((1, 4)), n_steps=2)
#: the first axis of the past is no axis of the state
h, _ = theano.scan(lambda v, p: p + v, x, dict(initial=T.zeros((1,)), taps=[-2]))
#: the result is made with one row
X = T.tensor3()
h, _ = theano.scan(lambda v, h: v.sum(axis=0, keepdims=True) + h, X, T.zeros((1, 4)))
#: one step
X = T.tensor3()
h, _ = theano.scan(lambda v, h: h + v, X, T.zeros((1, 4)), n_steps=1)
`;

describe.each([
  ['state-dtype fires', dtypes],
  ['state-dtype is silent', silentDTypes],
  ['state-ndim fires', ndims],
  ['state-ndim is silent', silentNdims],
  ['static-length-one-init fires', lengths],
  ['static-length-one-init is silent', silentLengths],
])('%s', (_, programs) => {
  test.each(casesOf(programs))('%s', (_, program) => expectMarkedMistakes(program, kinds));
});

describe('what is told', () => {
  const only = (program: string) => mistakesOf(firstLines + program, kinds);

  test('both settings of floatX', () => {
    expect(only('theano.scan(lambda v, s: s + v, x, 0.)')).toMatchObject([
      { state: 0, under: { float32: null, float64: { initial: 'float32', result: 'float64' } } },
    ]);
    expect(only('theano.scan(lambda v, s: s + v, x, b)')).toEqual([]);
    expect(only('theano.scan(lambda v, t, s: [t, s + v], x, [x, 0])')).toMatchObject([
      {
        state: 1,
        under: {
          float32: { initial: 'int8', result: 'float32' },
          float64: { initial: 'int8', result: 'float64' },
        },
      },
    ]);
  });

  test('axes as written', () => {
    expect(only('theano.scan(lambda v, s: s + v, T.matrix(), T.scalar())')).toMatchObject([
      { initial: 0, needed: 1, isMultiTap: false },
    ]);
    expect(
      only(
        'theano.scan(lambda p, q: p + q, outputs_info=dict(initial=T.scalar(), taps=[-2, -1]), n_steps=3)',
      ),
    ).toMatchObject([{ initial: 0, needed: 1, isMultiTap: true }]);
    expect(only('theano.scan(lambda v, s: s + v, T.tensor3(), T.zeros((4, 1)))')).toMatchObject([
      { axis: 1, shape: [4, 1] },
    ]);
  });
});
