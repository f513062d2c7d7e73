/** Numbers of steps, sequences and taps that scan refuses or reads otherwise. */
import { describe, expect, test } from 'vitest';
import { casesOf, firstLines } from './cases.ts';
import { expectMarkedMistakes, mistakesOf } from './mistakeCases.ts';

const kinds = ['n-steps-not-integer', 'too-many-steps', 'list-as-sequence', 'taps'] as const;

const steps = `
#: a float
out, _ = theano.scan(lambda s: s * 2, outputs_info=b, n_steps=3.0)
#                                                             ^^^ n-steps-not-integer
#: in scientific form
out, _ = theano.scan(lambda s: s * 2, outputs_info=b, n_steps=1e3)
#                                                             ^^^ n-steps-not-integer
#: through a name
count = 10.0
out, _ = theano.scan(lambda s: s * 2, outputs_info=b, n_steps=count)
#                                                             ^^^^^ n-steps-not-integer
#: rounded by NumPy
import numpy as np
import theano
import theano.tensor as T
out, _ = theano.scan(lambda s: s * 2, outputs_info=T.dscalar(), n_steps=np.ceil(7.2))
#                                                                       ^^^^^^^^^^^^ n-steps-not-integer
#: by its place
out, _ = theano.scan(lambda s: s * 2, None, b, None, 2.5)
#                                                    ^^^ n-steps-not-integer
#: half the length of a vector
out, _ = theano.scan(lambda s: s * 2, outputs_info=b, n_steps=x.shape[0] / 2)
#                                                             ^^^^^^^^^^^^^^ n-steps-not-integer
#: a variable of floats
out, _ = theano.scan(lambda s: s * 2, outputs_info=b, n_steps=T.scalar())
#                                                             ^^^^^^^^^^ n-steps-not-integer
#: a shared float
out, _ = theano.scan(lambda s: s * 2, outputs_info=b, n_steps=b)
#                                                             ^ n-steps-not-integer
#: a float of NumPy, also for PyTensor
import numpy as np
import pytensor
import pytensor.tensor as pt
s0 = pt.dscalar()
out, _ = pytensor.scan(lambda s: s * 2, outputs_info=s0, n_steps=np.float64(3))
#                                                                ^^^^^^^^^^^^^ n-steps-not-integer
#: more steps than arange has elements
out, _ = theano.scan(lambda i: i * 2, T.arange(3), n_steps=5)
#                                     ^^^^^^^^^^^ too-many-steps
#: more steps than rows
out, _ = theano.scan(lambda i, v: v * i, [x, T.zeros((3, 2))], n_steps=4)
#                                            ^^^^^^^^^^^^^^^ too-many-steps
#: taps take elements away
out, _ = theano.scan(lambda p, q: p + q, dict(input=T.arange(5), taps=[-1, 0]), n_steps=5)
#                                                   ^^^^^^^^^^^ too-many-steps
#: taps on both sides
out, _ = theano.scan(lambda p, q: p + q, dict(input=T.arange(5), taps=[-1, 1]), n_steps=4)
#                                                   ^^^^^^^^^^^ too-many-steps
`;

const silentSteps = `
#: an integer
out, _ = theano.scan(lambda s: s * 2, outputs_info=b, n_steps=3)
#: PyTensor cuts a float to an integer
import pytensor
import pytensor.tensor as pt
s0 = pt.dscalar()
out, _ = pytensor.scan(lambda s: s * 2, outputs_info=s0, n_steps=3.0)
#: a quotient of integers, which Python 2 keeps an integer
out, _ = theano.scan(lambda s: s * 2, outputs_info=b, n_steps=10 / 2)
#: a length
out, _ = theano.scan(lambda s: s * 2, outputs_info=b, n_steps=x.shape[0])
#: half a length, in integers
out, _ = theano.scan(lambda s: s * 2, outputs_info=b, n_steps=x.shape[0] // 2)
#: an integer variable
out, _ = theano.scan(lambda s: s * 2, outputs_info=b, n_steps=T.iscalar())
#: a shared integer
out, _ = theano.scan(lambda s: s * 2, outputs_info=b, n_steps=a)
#: a cast
out, _ = theano.scan(lambda s: s * 2, outputs_info=b, n_steps=T.cast(x.shape[0] / 2, 'int32'))
#: int
out, _ = theano.scan(lambda s: s * 2, outputs_info=b, n_steps=int(2.5))
#: something not known
out, _ = theano.scan(lambda s: s * 2, outputs_info=b, n_steps=count())
#: as many steps as elements
out, _ = theano.scan(lambda i: i * 2, T.arange(5), n_steps=5)
#: fewer
out, _ = theano.scan(lambda i: i * 2, T.arange(5), n_steps=2)
#: as many as the taps leave
out, _ = theano.scan(lambda p, q: p + q, dict(input=T.arange(5), taps=[-1, 0]), n_steps=4)
#: a length that nobody knows
out, _ = theano.scan(lambda i: i * 2, x, n_steps=500)
#: a shared variable can be set to a longer one
import theano, numpy as np
data = theano.shared(np.zeros(3))
out, _ = theano.scan(lambda i: i * 2, data, n_steps=5)
#: one step is never checked
out, _ = theano.scan(lambda i: i * 2, T.zeros((0,)), n_steps=1)
#: arange to a variable
out, _ = theano.scan(lambda i: i * 2, T.arange(T.iscalar()), n_steps=50)
`;

const sequences = `
#: a list of numbers
out, _ = theano.scan(lambda v: v * 2, [1, 2, 3])
#                                     ^^^^^^^^^ list-as-sequence
#: floats
out, _ = theano.scan(lambda v: v * 2, sequences=[1.0, 2.5])
#                                               ^^^^^^^^^^ list-as-sequence
#: a tuple
out, _ = theano.scan(lambda v: v * 2, sequences=(1, 2, 3))
#                                               ^^^^^^^^^ list-as-sequence
#: a list inside the list of sequences
out, _ = theano.scan(lambda v, w: v * w, sequences=[x, [1, 2, 3]])
#                                                      ^^^^^^^^^ list-as-sequence
#: an array and a number of steps
import numpy as np
import theano
data = np.ones(3)
out, _ = theano.scan(lambda v: v * 2, sequences=data, n_steps=2)
#                                               ^^^^ list-as-sequence
#: an array beside another sequence
import numpy as np
import theano
import theano.tensor as T
out, _ = theano.scan(lambda v, w: v * w, sequences=[T.vector(), dict(input=np.ones(3), taps=[0])])
#                                                                          ^^^^^^^^^^ list-as-sequence
#: a list of a range
out, _ = theano.scan(lambda v: v * 2, sequences=list(range(3)))
#                                               ^^^^^^^^^^^^^^ list-as-sequence
#: the input of a dict
out, _ = theano.scan(lambda v: v * 2, sequences=dict(input=[1, 2, 3], taps=[0]))
#                                                          ^^^^^^^^^ list-as-sequence
#: through a name
values = [1, 2, 3]
out, _ = theano.scan(lambda v: v * 2, sequences=values)
#                                               ^^^^^^ list-as-sequence
#: in map
out, _ = theano.map(lambda v: v * 2, [1, 2, 3])
#                                    ^^^^^^^^^ list-as-sequence
`;

const silentSequences = `
#: a list of variables
out, _ = theano.scan(lambda v, w: v * w, [x, x])
#: an array
import theano, numpy as np
out, _ = theano.scan(lambda v: v * 2, np.array([1, 2, 3]))
#: a list of arrays
import theano, numpy as np
out, _ = theano.scan(lambda v: v * 2, [np.array([1, 2, 3])])
#: a constant
out, _ = theano.scan(lambda v: v * 2, T.constant([1, 2, 3]))
#: nothing
out, _ = theano.scan(lambda: a * 2, sequences=[], n_steps=3)
#: something not known
out, _ = theano.scan(lambda v: v * 2, sequences=values)
#: states and non-sequences may be numbers
out, _ = theano.scan(lambda s, k: s * k, outputs_info=[1], non_sequences=[2], n_steps=3)
#: a list that was changed
values = [1, 2, 3]
change(values)
out, _ = theano.scan(lambda v: v * 2, sequences=values)
`;

const taps = `
#: a tuple of minus one over a scalar
out, _ = theano.scan(lambda s: s + 1, outputs_info=dict(initial=b, taps=(-1,)), n_steps=3)
#                                                                       ^^^^^ taps
#: a tuple of minus one over a vector that is meant as the state
W = T.matrix()
out, _ = theano.scan(lambda v, s: T.dot(W, v) + s.sum(), T.matrix(), dict(initial=x, taps=(-1,)))
#                                                                                         ^^^^^ taps
#: zero
out, _ = theano.scan(lambda s: s + 1, outputs_info=dict(initial=b, taps=[0]), n_steps=3)
#                                                                       ^^^ taps
#: the future
out, _ = theano.scan(lambda s, t: s + t, outputs_info=[{'initial': x, 'taps': [-1, 1]}], n_steps=3)
#                                                                             ^^^^^^^ taps
#: twice the same
out, _ = theano.scan(lambda s, t: s + t, outputs_info=dict(initial=x, taps=[-1, -1]), n_steps=3)
#                                                                          ^^^^^^^^ taps
#: no initial value
out, _ = theano.scan(lambda s: s + 1, outputs_info=dict(taps=[-1]), n_steps=3)
#                                                            ^^^^ taps
#: None as the initial value
out, _ = theano.scan(lambda s: s + 1, outputs_info=[dict(initial=None, taps=[-1])], n_steps=3)
#                                                                           ^^^^ taps
#: a misspelt key that Theano ignores
out, _ = theano.scan(lambda s: s + 1, outputs_info=dict(initial=b, tap=[-1]), n_steps=3)
#                                                                  ^^^ taps
#: a key that PyTensor does not know
import pytensor
import pytensor.tensor as pt
s0 = pt.dscalar()
out = pytensor.scan(lambda s: s + 1, outputs_info=dict(initial=s0, tap=[-1]), n_steps=3, return_updates=False)
#                                                                  ^^^ taps
#: a key in a display
import pytensor
import pytensor.tensor as pt
s0 = pt.dscalar()
out = pytensor.scan(lambda s: s + 1, outputs_info=[{"initial": s0, "return_steps": 1}], n_steps=3, return_updates=False)
#                                                                  ^^^^^^^^^^^^^^ taps
#: a key that was dropped everywhere
out, _ = theano.scan(lambda s: s + 1, outputs_info=dict(initial=b, return_steps=1), n_steps=3)
#                                                                  ^^^^^^^^^^^^ taps
`;

const silentTaps = `
#: the usual list
out, _ = theano.scan(lambda s: s + 1, outputs_info=dict(initial=b, taps=[-1]), n_steps=3)
#: several
out, _ = theano.scan(lambda s, t: s + t, outputs_info=dict(initial=x, taps=[-2, -1]), n_steps=3)
#: a tuple of several
out, _ = theano.scan(lambda s, t: s + t, outputs_info=dict(initial=x, taps=(-2, -1)), n_steps=3)
#: a tuple of minus one over past values
out, _ = theano.scan(lambda s: s + 1, outputs_info=dict(initial=x, taps=(-1,)), n_steps=3)
#: None
out, _ = theano.scan(lambda s: s + 1, outputs_info=dict(initial=b, taps=None), n_steps=3)
#: of a sequence any taps are right
out, _ = theano.scan(lambda p, q: p + q, sequences=dict(input=x, taps=[0, 2]))
#: of a sequence the same twice
out, _ = theano.scan(lambda p, q: p + q, sequences=dict(input=x, taps=[0, 0]))
#: an empty dict
out, _ = theano.scan(lambda v: v, x, outputs_info=[{}])
#: a key that Theano passes over
out, _ = theano.scan(lambda s: s + 1, outputs_info=dict(initial=b, membuf=3), n_steps=3)
#: inplace
import pytensor
import pytensor.tensor as pt
s0 = pt.dscalar()
out = pytensor.scan(lambda s: s + 1, outputs_info=dict(initial=s0, inplace=None), n_steps=3, return_updates=False)
#: taps that are not known
out, _ = theano.scan(lambda s: s + 1, outputs_info=dict(initial=b, taps=taps), n_steps=3)
#: an initial value that may be there
info = dict(taps=[-1])
fill(info)
out, _ = theano.scan(lambda s: s + 1, outputs_info=info, n_steps=3)
#: a list of computed taps
out, _ = theano.scan(lambda *s: s[0], outputs_info=dict(initial=x, taps=[-k for k in range(1, 4)]), n_steps=3)
`;

describe.each([
  ['steps are too many or no integer', steps],
  ['steps are fine or not known', silentSteps],
  ['list-as-sequence fires', sequences],
  ['list-as-sequence is silent', silentSequences],
  ['taps fires', taps],
  ['taps is silent', silentTaps],
])('%s', (_, programs) => {
  test.each(casesOf(programs))('%s', (_, program) => expectMarkedMistakes(program, kinds));
});

describe('what is told', () => {
  const only = (program: string) => mistakesOf(firstLines + program, kinds);

  test('lengths that the taps leave', () => {
    const program = 'theano.scan(lambda p, q: p + q, dict(input=T.arange(9), taps=[-2, 1]), n_steps=8)';
    expect(only(program)).toMatchObject([{ steps: 8, length: 6, sequence: 'T.arange(9)' }]);
  });

  test('forms of taps', () => {
    const formOf = (info: string) =>
      only(`theano.scan(lambda s: s + 1, outputs_info=dict(${info}), n_steps=3)`).map((mistake) =>
        mistake.kind === 'taps' ? mistake.form : mistake.kind,
      );
    expect(formOf('initial=b, taps=(-1,)')).toEqual(['tupleOfMinusOne']);
    expect(formOf('initial=b, taps=[1]')).toEqual(['notNegative']);
    expect(formOf('initial=x, taps=[-2, -2]')).toEqual(['repeated']);
    expect(formOf('taps=[-2]')).toEqual(['noInitial']);
    expect(formOf('initial=b, return_steps=2')).toEqual(['unexpectedKey']);
  });
});
