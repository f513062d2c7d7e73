/**
 * Every method of every type, called with what it does not expect: on values of most types, and on the classes themselves, so that it gets
 * a receiver of another kind. Each call gives a value, an exception of Python's or a refusal, or runs out of its budget; none is a fault of ours, and
 * after each program the evaluator runs the next. (What the calls give is no matter here.)
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Sandbox, type Time } from './sandbox.ts';

const modules = `
abc argparse array ast asyncio base64 bisect calendar cmath collections collections.abc concurrent.futures configparser contextlib copy
csv dataclasses datetime decimal difflib doctest email enum fractions functools graphlib gzip hashlib heapq html inspect io itertools json
logging math numbers operator os pathlib pprint queue random re reprlib secrets shlex statistics string struct sys tempfile textwrap
threading time traceback types typing unittest uuid warnings weakref zipfile zlib zoneinfo numpy numpy.polynomial matplotlib.pyplot
theano.tensor theano.sandbox.rng_mrg`
  .trim()
  .split(/\s+/);

/** One of each kind, made anew for each call. */
const values = `
None | True | 7 | 10**40 | 1.5 | 2j | 'text' | b'bytes' | bytearray(b'ab') | memoryview(b'abc') | [1, 2, 3] | (1, 2) | {'a': 1} | {1, 2}
frozenset([1]) | range(5) | slice(1, 2) | ... | object() | iter([1, 2]) | iter('ab') | (x for x in [1]) | zip([1], [2]) | map(str, [1])
enumerate([1]) | {1: 2}.keys() | {1: 2}.items() | property(len) | classmethod(len) | super(int, 3) | len | [].append | str.upper
(lambda a, b=1, *c, **d: a) | Plain() | Plain().method | ValueError('x') | ExceptionGroup('a', [ValueError()])
collections.OrderedDict(a=1) | collections.Counter('ab') | collections.deque([1, 2]) | collections.defaultdict(list) | collections.ChainMap({})
collections.namedtuple('N', 'a b')(1, 2) | datetime.datetime(2020, 1, 1) | datetime.timedelta(1) | datetime.time(1) | decimal.Decimal('1.5')
fractions.Fraction(1, 3) | re.compile('a(b)') | re.match('(a)', 'a') | io.StringIO('ab') | io.BytesIO(b'ab') | random.Random(1)
itertools.count() | itertools.cycle([1]) | functools.partial(int, '1') | enum.Enum('E', 'A B') | enum.IntFlag('F', 'A B').A
uuid.UUID(int=1) | pathlib.Path('/w/a') | array.array('d', [1.0]) | struct.Struct('<i') | string.Template('$a') | threading.Lock()
threading.Thread() | queue.Queue() | contextlib.ExitStack() | logging.getLogger('a') | argparse.ArgumentParser() | json.JSONEncoder()
hashlib.md5(b'a') | csv.reader(['a']) | inspect.signature(attempt) | typing.List[int] | list[int] | int.__or__(1, 2)
np.array([[1.0, 2.0], [3.0, 4.0]]) | np.array(1) | np.float64(1) | np.int8(3) | np.bool_(True) | np.array(['a']) | np.dtype([('a', 'f8')])
np.zeros(2, [('a', 'f8')]) | np.array(['2020'], 'M8[D]') | np.random.RandomState(1) | np.random.default_rng(1) | np.random.SeedSequence(1)
np.add | np.poly1d([1, 2]) | np.matrix([[1]]) | np.finfo(float) | np.broadcast(1, 2) | np.vectorize(abs) | np.ndenumerate(np.array([1]))
theano.shared(1.0) | theano.shared(np.ones((2, 2))) | T.dmatrix('x') | (T.dvector('x') + 1).owner | (T.dvector('x') + 1).owner.op
T.constant(1) | T.dscalar | theano.function([], T.constant(1) + 1) | theano.scan(lambda: T.constant(1.0), n_steps=2)[1] | theano.config
theano.In(T.dscalar()) | T.shared_randomstreams.RandomStreams(1) | theano.sandbox.rng_mrg.MRG_RandomStreams(1)
matplotlib.pyplot.figure() | matplotlib.pyplot.subplots()[1]`
  .trim()
  .split(/ \| |\n/);

/** Tuples of arguments; `v` is the value or the class itself. */
const unexpected = [
  '()',
  '(None,)',
  '(v, v)',
  '(-1,)',
  '(10**30,)',
  "('a\\x00{0.__class__}',)",
  '(Liar(), Liar(), Liar())',
];
/** For the classes, which are many. */
const fewUnexpected = ['()', '(None,)', '(v, v)'];

const prelude = `${modules.map((name) => `import ${name}\n`).join('')}
import numpy as np, theano, theano.tensor as T
class Plain(object):
    def method(self): return 1
class Liar(object):
    def __index__(self): return 10**30
    def __len__(self): return -1
    def __eq__(self, other): raise KeyError('eq')
    def __hash__(self): return -2**70
    def __call__(self, *given, **named): return self
    def __float__(self): return 'no'
    def __str__(self): return 5
    def __repr__(self): return None
    def __bool__(self): return 'x'
    def __getattr__(self, name): raise ValueError(name)
def classes(base, found):
    for one in type.__subclasses__(base):
        if one not in found and one is not Liar:
            found.append(one)
            classes(one, found)
    return found
def own(v):
    return [name for name in dir(v) if name not in dir(object)]
def attempt(v, name, given):
    try:
        result = getattr(v, name)(*given(v))
        repr(result)
    except (Exception, SystemExit, GeneratorExit, KeyboardInterrupt):
        pass
    except NotSupportedByScanLens:
        pass
`;

interface Sweep {
  /** How the makers of values are listed. */
  readonly makers: string;
  readonly given: readonly string[];
  /** Gives the names of a value. */
  readonly names: 'own' | 'vars';
  readonly time: Time;
}

const asFunctions = (texts: readonly string[], parameter: string): string =>
  texts.map((text) => `lambda${parameter}: ${text}`).join(', ');

const programOf = ({ makers, given, names }: Sweep, from: number): string => `${prelude}
makers = ${makers}
attempts = [(maker, name) for maker in makers for name in ${names}(maker())]
for i in range(${from}, len(attempts)):
    maker, name = attempts[i]
    print('attempt', i, name)
    for given in [${asFunctions(given, ' v')}]:
        attempt(maker(), name, given)
print('of', len(attempts))
`;

const folder = mkdtempSync(join(tmpdir(), 'methods-'));
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await Sandbox.in(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Where the program came to: the number of the attempt and the name of the method. */
const lastAttempt = (printed: string): string => printed.match(/attempt \d+ .*/g)?.at(-1) ?? 'no attempt';

/** Runs all attempts; those that use up their budget end their program, and another one goes on behind them. */
function sweep(what: Sweep): number {
  for (let from = 0; ; ) {
    const { end, events } = sandbox.run(programOf(what, from), what.time);
    const printed = events.flatMap((event) => (event.type === 'output' ? [event.text] : [])).join('');
    const at = lastAttempt(printed);
    expect(sandbox.faults, at).toEqual([]);
    const isRefused = end.error?.type === 'NotSupportedByScanLens';
    expect(
      isRefused || ['finished', 'outOfBudget'].includes(end.outcome),
      `${at}: ${end.error?.traceback}`,
    ).toBe(true);
    expect(sandbox.run('print(sum([1, 2, 3]))\n').endings, at).toEqual(['=> 6']);
    if (end.outcome === 'finished') return Number(/of (\d+)/.exec(printed)?.[1]);
    from = Number(at.split(' ')[1]) + 1;
  }
}

it('of values', () => {
  expect(
    sweep({ makers: `[${asFunctions(values, '')}]`, given: unexpected, names: 'own', time: 'some' }),
  ).toBeGreaterThan(3000);
});

it('of classes', () => {
  const makers = '[lambda one=one: one for one in classes(object, [])]';
  expect(sweep({ makers, given: fewUnexpected, names: 'vars', time: 'long' })).toBeGreaterThan(4000);
});
