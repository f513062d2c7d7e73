/** `random`: the numbers are CPython's bit for bit, from the same seeds. The generator is in randomSource.ts. */
import { cos, exp, log, sin } from '../../../tensor/libm.ts';
import {
  beta,
  binomial,
  type Exponential,
  exponentialOfPython2,
  exponentialOfPython3,
  gamma,
  normalByRatio,
  vonMises,
} from '../../../tensor/random/pythonDistributions.ts';
import {
  exceptionType,
  raise,
  raiseIndexError,
  raiseTypeError,
  raiseValueError,
  raiseZeroDivision,
} from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { call } from '../../protocols/calls.ts';
import { getItem, indexOf, lengthOf, setItem, sizeOf } from '../../protocols/items.ts';
import { toArray } from '../../protocols/iteration.ts';
import { add, asInteger, floorDivide, type Integer, multiply, subtract } from '../../protocols/numbers.ts';
import { binaryFunctions } from '../../protocols/operators.ts';
import { str } from '../../protocols/text.ts';
import { defineType, typeOf } from '../../pyType.ts';
import { pythonVersion, runtime } from '../../runtime.ts';
import type { NativeBody } from '../../signature.ts';
import { toFloat } from '../../types/numberTypes.ts';
import {
  type Keywords,
  PyBytes,
  PyFloat,
  PyList,
  type PyModule,
  PyRange,
  PyTuple,
  type PyType,
  type Value,
} from '../../values.ts';
import { below, bitsMethod, PyRandom, PySystemRandom, randomBits, seed, uniformOf } from './randomSource.ts';

// ------------------------------------------------------------------------------------------------------------ integers

/** Python 2 takes floats that are whole numbers. */
function wholeNumber(value: Value, what: string): Integer {
  if (pythonVersion() === 3 || !(value instanceof PyFloat)) return indexOf(value);
  if (!Number.isInteger(value.value)) raiseValueError(`non-integer ${what} for randrange()`);
  return value.value;
}

function randomRange(self: PyRandom, first: Value, second?: Value, third?: Value): Value {
  const start = wholeNumber(first, 'arg 1');
  if (second === undefined || second === null) {
    if (third !== undefined) raiseTypeError('Missing a non-None stop argument');
    return start > 0 ? below(self, start) : raiseValueError('empty range for randrange()');
  }
  const stop = wholeNumber(second, 'stop');
  const step = third === undefined ? 1 : wholeNumber(third, 'step');
  const width = subtract(stop, start);
  if (step === 1) return width > 0 ? add(start, below(self, width)) : emptyRange([first, second]);
  if (step === 0) raiseValueError('zero step for randrange()');
  const count = floorDivide(add(width, add(step, step > 0 ? -1 : 1)), step);
  if (count <= 0) emptyRange([first, second, third!]);
  return add(start, multiply(step, below(self, count)));
}

function emptyRange(given: readonly Value[]): never {
  if (pythonVersion() === 3) raiseValueError(`empty range in randrange(${given.map(str).join(', ')})`);
  if (given.length === 3) raiseValueError('empty range for randrange()');
  const [start, stop] = given.map((value) => wholeNumber(value, 'stop'));
  return raiseValueError(`empty range for randrange() (${start},${stop}, ${subtract(stop!, start!)})`);
}

function randomInteger(self: PyRandom, low: Value, high: Value): Value {
  return randomRange(self, low, binaryFunctions['+'](high, 1));
}

function randomBytes(self: PyRandom, count: Value): Value {
  const size = sizeOf(count);
  if (size < 0) raiseValueError('number of bits must be non-negative');
  let rest = BigInt(randomBits(self, size * 8));
  const bytes = new Uint8Array(size);
  for (let i = 0; i < size; i++, rest >>= 8n) bytes[i] = Number(rest & 255n);
  return new PyBytes(bytes);
}

// ----------------------------------------------------------------------------------------------------------- sequences

function choice(self: PyRandom, sequence: Value): Value {
  const length = lengthOf(sequence);
  if (pythonVersion() === 2) return getItem(sequence, Math.floor(uniformOf(self)() * length));
  if (length === 0) raiseIndexError('Cannot choose from an empty sequence');
  return getItem(sequence, below(self, length));
}

function shuffle(self: PyRandom, sequence: Value, random?: Value): null {
  const length = lengthOf(sequence);
  const own = random === undefined || random === null ? null : () => toFloat(call(random, []));
  const items = sequence instanceof PyList && sequence.cls === null ? sequence.items : null;
  for (let i = length - 1; i > 0; i--) {
    if (i % 1024 === 0) runtime().checkpoint();
    const j = own ? Math.floor(own() * (i + 1)) : Number(below(self, i + 1));
    if (items) [items[i], items[j]] = [items[j]!, items[i]!];
    else {
      const [here, there] = [getItem(sequence, j), getItem(sequence, i)];
      setItem(sequence, i, here);
      setItem(sequence, j, there);
    }
  }
  return null;
}

/** The sizes below which a list of all elements costs less than a set of the chosen ones. */
function listSize(count: number): number {
  return count > 5 ? 21 + 4 ** Math.ceil(Math.log(count * 3) / Math.log(4)) : 21;
}

/** Positions of a sample without repetition. */
function samplePositions(self: PyRandom, length: number, count: number): number[] {
  if (count < 0 || count > length)
    raiseValueError(
      pythonVersion() === 2
        ? 'sample larger than population'
        : 'Sample larger than population or is negative',
    );
  runtime().allocate(count * 8);
  const draw = (bound: number): number => Number(below(self, bound));
  if (length <= listSize(count)) {
    const pool = Array.from({ length }, (_, i) => i);
    return Array.from({ length: count }, (_, i) => {
      const j = draw(length - i);
      const chosen = pool[j]!;
      pool[j] = pool[length - i - 1]!;
      return chosen;
    });
  }
  const selected = new Set<number>();
  while (selected.size < count) {
    if (selected.size % 1024 === 0) runtime().checkpoint();
    let j = draw(length);
    while (selected.has(j)) j = draw(length);
    selected.add(j);
  }
  return [...selected];
}

const isSequence = (value: Value): boolean =>
  value instanceof PyList ||
  value instanceof PyTuple ||
  value instanceof PyRange ||
  value instanceof PyBytes ||
  typeof value === 'string' ||
  typeOf(value).mro.some((type) => type.name === 'collections.deque' || type.name === 'Sequence');

function sample(self: PyRandom, given: Value, k: Value, counts?: Value): Value {
  const population = pythonVersion() === 2 && !isSequence(given) ? new PyTuple(toArray(given)) : given;
  if (!isSequence(population))
    raiseTypeError('Population must be a sequence.  For dicts or sets, use sorted(d).');
  const length = lengthOf(population);
  const count = sizeOf(k);
  const pick = (position: number): Value => getItem(population, position);
  if (counts === undefined || counts === null)
    return new PyList(samplePositions(self, length, count).map(pick));
  const sums = accumulate(toArray(counts));
  if (sums.length !== length) raiseValueError('The number of counts does not match the population');
  const total = asInteger(sums.pop() ?? 0);
  if (total === undefined) raiseTypeError('Counts must be integers');
  if (total <= 0) raiseValueError('Total of counts must be greater than zero');
  const limits = sums.map(toFloat);
  return new PyList(
    samplePositions(self, Number(total), count).map((position) => pick(positionAfter(limits, position))),
  );
}

function accumulate(items: readonly Value[]): Value[] {
  const sums: Value[] = [];
  for (const [i, item] of items.entries())
    sums.push(i === 0 ? item : binaryFunctions['+'](sums[i - 1]!, item));
  return sums;
}

/** How many of the limits, which grow, are at most `value`: `bisect`. */
function positionAfter(limits: readonly number[], value: number, end = limits.length): number {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value < limits[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface ChoiceWeights {
  readonly weights: Value | undefined;
  readonly cumulative: Value | undefined;
}

function choices(self: PyRandom, ...[population, weights, cumulative, k]: (Value | undefined)[]): Value {
  const random = uniformOf(self);
  const length = lengthOf(population!);
  const count = k === undefined ? 1 : sizeOf(k);
  runtime().allocate(Math.max(0, count) * 8);
  const limits = limitsOf({ weights, cumulative }, length);
  const chosen: Value[] = [];
  for (let i = 0; i < count; i++) {
    if (i % 1024 === 0) runtime().checkpoint();
    const position =
      limits === null
        ? Math.floor(random() * length)
        : positionAfter(limits, random() * limits[length - 1]!, length - 1);
    chosen.push(getItem(population!, position));
  }
  return new PyList(chosen);
}

/** The cumulative weights, which have to be as many as the elements; null: all weigh the same. */
function limitsOf({ weights, cumulative }: ChoiceWeights, length: number): number[] | null {
  const hasSums = cumulative !== undefined && cumulative !== null;
  if (weights === undefined || weights === null) {
    if (!hasSums) return null;
  } else if (hasSums) raiseTypeError('Cannot specify both weights and cumulative weights');
  else if (asInteger(weights) !== undefined)
    raiseTypeError(`The number of choices must be a keyword argument: k=${str(weights)}`);
  const sums = hasSums ? toArray(cumulative) : accumulate(toArray(weights!));
  if (sums.length !== length) raiseValueError('The number of weights does not match the population');
  const limits = sums.map(toFloat);
  const total = limits.at(-1) ?? raiseIndexError('list index out of range');
  if (total <= 0) raiseValueError('Total of weights must be greater than zero');
  if (!Number.isFinite(total)) raiseValueError('Total of weights must be finite');
  return limits;
}

// ------------------------------------------------------------------------------------------------------- distributions

const real = (value: Value | undefined, missing: number): number =>
  value === undefined ? missing : toFloat(value);

function uniform(self: PyRandom, a: Value, b: Value): Value {
  const low = toFloat(a);
  return new PyFloat(low + (toFloat(b) - low) * uniformOf(self)());
}

function triangular(self: PyRandom, ...[a, b, mode]: (Value | undefined)[]): Value {
  let u = uniformOf(self)();
  let [low, high] = [real(a, 0), real(b, 1)];
  const hasMode = mode !== undefined && mode !== null;
  if (hasMode && high === low) return a ?? new PyFloat(0);
  let c = hasMode ? (toFloat(mode) - low) / (high - low) : 0.5;
  if (u > c) {
    u = 1 - u;
    c = 1 - c;
    [low, high] = [high, low];
  }
  return new PyFloat(low + (high - low) * Math.sqrt(u * c));
}

function gauss(self: PyRandom, mean?: Value, deviation?: Value): Value {
  let z = self.pendingGauss;
  self.pendingGauss = null;
  if (z === null) {
    const random = uniformOf(self);
    const angle = random() * 2 * Math.PI;
    const radius = Math.sqrt(-2 * log(1 - random()));
    z = cos(angle) * radius;
    self.pendingGauss = sin(angle) * radius;
  }
  return new PyFloat(real(mean, 0) + z * real(deviation, 1));
}

const normal = (self: PyRandom, mean?: Value, deviation?: Value): number =>
  real(mean, 0) + normalByRatio(uniformOf(self)) * real(deviation, 1);

function exponential(self: PyRandom, rate?: Value): Value {
  const draw = -log(1 - uniformOf(self)());
  const divisor = real(rate, 1);
  return divisor === 0 ? raiseZeroDivision('float division by zero') : new PyFloat(draw / divisor);
}

/** How a gamma of shape 1 is drawn. */
const exponentialOfVersion = (): Exponential =>
  pythonVersion() === 2 ? exponentialOfPython2 : exponentialOfPython3;

function gammaVariate(self: PyRandom, shape: Value, scale: Value): Value {
  const [alpha, factor] = [toFloat(shape), toFloat(scale)];
  if (alpha <= 0 || factor <= 0) raiseValueError('gammavariate: alpha and beta must be > 0.0');
  return new PyFloat(gamma(uniformOf(self), alpha, factor, exponentialOfVersion()));
}

function betaVariate(self: PyRandom, alpha: Value, other: Value): Value {
  const shapes = [toFloat(alpha), toFloat(other)] as const;
  if (shapes.some((shape) => shape <= 0)) raiseValueError('gammavariate: alpha and beta must be > 0.0');
  return new PyFloat(beta(uniformOf(self), ...shapes, exponentialOfVersion()));
}

function binomialVariate(self: PyRandom, n?: Value, p?: Value): Value {
  const count = n === undefined ? 1 : sizeOf(n);
  const chance = real(p, 0.5);
  if (count < 0) raiseValueError('n must be non-negative');
  if (chance === 0) return 0;
  if (chance === 1) return count;
  if (!(chance > 0 && chance < 1)) raiseValueError('p must be in the range 0.0 <= p <= 1.0');
  return binomial(uniformOf(self), count, chance);
}

// --------------------------------------------------------------------------------------------------------------- state

function getState(self: PyRandom): Value {
  const { key, position } = self.engine;
  const pending = self.pendingGauss === null ? null : new PyFloat(self.pendingGauss);
  return new PyTuple([3, new PyTuple([...key, position]), pending]);
}

function setState(self: PyRandom, state: Value): null {
  const [version, words, pending] = toArray(state);
  if (version !== 3)
    raiseValueError(
      `state with version ${version === undefined ? '' : str(version)} passed to Random.setstate() of version 3`,
    );
  if (!(words instanceof PyTuple)) raiseTypeError('state vector must be a tuple');
  if (words.items.length !== 625) raiseValueError('state vector is the wrong size');
  const numbers = words.items.map((word) => Number(indexOf(word)));
  const position = numbers.pop()!;
  if (position < 0 || position > 624) raiseValueError('invalid state');
  self.engine.key.set(numbers);
  self.engine.position = position;
  self.pendingGauss = pending === undefined || pending === null ? null : toFloat(pending);
  return null;
}

const stateless = (): never =>
  raise(exceptionType('NotImplementedError'), 'System entropy source does not have state.');

// ---------------------------------------------------------------------------------------------------------------- face

type Method = (self: PyRandom, ...args: never[]) => Value;

const methods: Readonly<Record<string, Method>> = {
  'seed(a?, version?)': seed,
  'random()': (self) =>
    new PyFloat(self instanceof PySystemRandom ? Math.random() : self.engine.nextDouble()),
  'getrandbits(k)': bitsMethod,
  'randbytes(n)': randomBytes,
  'randrange(start, stop?, step?)': randomRange,
  'randint(a, b)': randomInteger,
  'choice(seq)': choice,
  'shuffle(x)': shuffle,
  'sample(population, k, *, counts?)': sample,
  'choices(population, weights?, *, cum_weights?, k?)': choices,
  'uniform(a, b)': uniform,
  'triangular(low?, high?, mode?)': triangular,
  'gauss(mu?, sigma?)': gauss,
  'normalvariate(mu?, sigma?)': (self, mean?: Value, deviation?: Value) =>
    new PyFloat(normal(self, mean, deviation)),
  'lognormvariate(mu?, sigma?)': (self, mean?: Value, deviation?: Value) =>
    new PyFloat(exp(normal(self, mean, deviation))),
  'expovariate(lambd?)': exponential,
  'vonmisesvariate(mu, kappa)': (self, mean: Value, concentration: Value) =>
    new PyFloat(vonMises(uniformOf(self), toFloat(mean), toFloat(concentration))),
  'gammavariate(alpha, beta)': gammaVariate,
  'betavariate(alpha, beta)': betaVariate,
  'paretovariate(alpha)': (self, alpha: Value) =>
    new PyFloat((1 - uniformOf(self)()) ** (-1 / toFloat(alpha))),
  'weibullvariate(alpha, beta)': (self, alpha: Value, shape: Value) =>
    new PyFloat(toFloat(alpha) * (-log(1 - uniformOf(self)())) ** (1 / toFloat(shape))),
  'binomialvariate(n?, p?)': binomialVariate,
  'getstate()': getState,
  'setstate(state)': setState,
};

/** Python 2 takes the source of `shuffle` as an argument. */
const oldMethods: Readonly<Record<string, Method>> = { 'shuffle(x, random?)': shuffle };

const onlyNew = ['randbytes', 'choices', 'binomialvariate'];

const create =
  (make: () => PyRandom, own: () => PyType) =>
  (type: PyType): PyRandom => {
    const made = make();
    if (type !== own()) made.cls = type;
    return made;
  };

export const randomType: PyType = defineType<PyRandom>({
  name: 'Random',
  module: 'random',
  class: PyRandom,
  create: create(
    () => new PyRandom(),
    () => randomType,
  ),
  initialize: (self, args: readonly Value[], keywords: Keywords) => {
    if (args.length > 1)
      raiseTypeError(
        `Random.__init__() takes from 1 to 2 positional arguments but ${args.length + 1} were given`,
      );
    seed(self, args[0] ?? keywords?.get('x') ?? null, undefined);
  },
  constants: { __subclassable__: true, VERSION: 3 },
  methods,
  only: { python3: onlyNew },
});

const systemRandomType: PyType = defineType<PySystemRandom>({
  name: 'SystemRandom',
  module: 'random',
  class: PySystemRandom,
  bases: [randomType],
  create: create(
    () => new PySystemRandom(),
    () => systemRandomType,
  ),
  constants: { __subclassable__: true },
  methods: {
    'seed(*args)': () => null,
    'getstate(*args)': stateless,
    'setstate(*args)': stateless,
  },
});

/** Makes `random` with a generator of its own. */
export function randomModule(): PyModule {
  const generator = new PyRandom();
  seed(generator, null, undefined);
  const all = pythonVersion() === 2 ? { ...methods, ...oldMethods } : methods;
  const functions = Object.entries(all).map(([signature, body]): [string, NativeBody] => [
    signature,
    body.bind(null, generator),
  ]);
  return defineModule({
    name: 'random',
    values: { Random: randomType, SystemRandom: systemRandomType },
    functions: Object.fromEntries(functions),
    only: { python3: onlyNew },
    refused: pythonVersion() === 2 ? ['jumpahead', 'WichmannHill'] : [],
  });
}
