/**
 * `numpy.random`: RandomState, Generator, and the functions on one global RandomState. Streams and values are
 * NumPy's bit for bit; the algorithms are in `tensor/random`.
 */

import { fromStorage, type NDArray } from '../../../../tensor/ndarray.ts';
import { nextUint64 } from '../../../../tensor/random/bitGenerator.ts';
import { distributions, standardDistributions } from '../../../../tensor/random/distributionTable.ts';
import type { Distribution } from '../../../../tensor/random/drawing.ts';
import { Mt19937 } from '../../../../tensor/random/mt19937.ts';
import { LegacySampler, ZigguratSampler } from '../../../../tensor/random/sampler.ts';
import { nextSingle, singleExponential, singleNormal } from '../../../../tensor/random/ziggurat.ts';
import { elementCount } from '../../../../tensor/shape.ts';
import { PyDict } from '../../../containers.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { toArray } from '../../../protocols/iteration.ts';
import { binaryFunctions } from '../../../protocols/operators.ts';
import { address, repr } from '../../../protocols/text.ts';
import { defineType } from '../../../pyType.ts';
import { pythonVersion } from '../../../runtime.ts';
import type { NativeBody } from '../../../signature.ts';
import { toFloat, toInteger } from '../../../types/numberTypes.ts';
import {
  int,
  PyBytes,
  PyFloat,
  PyList,
  type PyModule,
  PyObject,
  PyTuple,
  type PyType,
  type Value,
} from '../../../values.ts';
import { integerOf, isMissing, refuseArguments, shapeOf } from '../arguments.ts';
import { numpyVersion, reserve } from '../conversion.ts';
import { dtypeObject, toDType } from '../dtypeObjects.ts';
import { warn } from '../warnings.ts';
import { drawDistribution, fillArray, sizeOfArgument } from './drawing.ts';
import { multivariateNormal } from './multivariateNormal.ts';
import { drawIntegers } from './randomIntegers.ts';
import {
  bitGenerator,
  bitGeneratorType,
  bitGeneratorTypes,
  PyBitGenerator,
  seededGenerators,
  seedLegacy,
  seedSequenceOf,
  seedSequenceType,
  setStateOf,
  spawnGenerators,
  stateOf,
} from './seeding.ts';
import { choice, drawDirichlet, drawMultinomial, permutation, permuted, shuffle } from './selection.ts';

export class PyRandomState extends PyObject {
  source: PyBitGenerator;
  sampler: LegacySampler;
  constructor(source: PyBitGenerator) {
    super();
    this.source = source;
    this.sampler = new LegacySampler(source.bits);
  }
}

export class PyGenerator extends PyObject {
  readonly source: PyBitGenerator;
  readonly sampler: ZigguratSampler;
  constructor(source: PyBitGenerator) {
    super();
    this.source = source;
    this.sampler = new ZigguratSampler(source.bits, numpyVersion());
  }
}

type Drawing = PyRandomState | PyGenerator;
type Method<T extends Drawing> = (self: T, ...args: never[]) => Value;
type Methods<T extends Drawing> = Readonly<Record<string, Method<T>>>;

/** The distributions of a table as methods: `normal(loc?, scale?, size?)`. */
function distributionMethods(table: Readonly<Record<string, Distribution>>): Methods<Drawing> {
  return Object.fromEntries(
    Object.entries(table).map(([name, distribution]) => {
      const names = distribution.parameters.map(
        (each) => `${each.name}${each.missing === undefined ? '' : '?'}`,
      );
      const body = (self: Drawing, ...args: (Value | undefined)[]): Value =>
        drawDistribution(self.sampler, distribution, args.slice(0, names.length), args[names.length]);
      return [`${name}(${[...names, 'size?'].join(', ')})`, body as Method<Drawing>];
    }),
  );
}

const { standard_gamma, standard_normal, standard_exponential, random } = standardDistributions as {
  [name in 'standard_gamma' | 'standard_normal' | 'standard_exponential' | 'random']: Distribution;
};

function randomBytes(self: Drawing, length: Value): Value {
  const count = integerOf(length);
  const words = drawIntegers(self.sampler.bits, {
    low: 0,
    high: 4294967296,
    size: Math.floor((count - 1) / 4) + 1,
    dtype: dtypeObject('uint32'),
    includesHigh: false,
    name: self instanceof PyRandomState ? 'randint' : 'integers',
  }) as NDArray;
  const view = new DataView(new ArrayBuffer(words.size * 4));
  for (let i = 0; i < words.size; i++) view.setUint32(i * 4, Number(words.at(i)), true);
  const bytes = new Uint8Array(view.buffer, 0, count);
  return pythonVersion() === 2 ? String.fromCharCode(...bytes) : new PyBytes(bytes);
}

const commonMethods: Methods<Drawing> = {
  ...distributionMethods(distributions),
  'bytes(length)': randomBytes,
  'multinomial(n, pvals, size?)': (self, n: Value, chances: Value, size?: Value) =>
    drawMultinomial(self.sampler, n, chances, size),
  'dirichlet(alpha, size?)': (self, alpha: Value, size?: Value) => drawDirichlet(self.sampler, alpha, size),
};

// --------------------------------------------------------------------------------------------------------- RandomState

function randomInteger(self: PyRandomState, ...[low, high, size, dtype]: (Value | undefined)[]): Value {
  const request = { low: low!, high, size, dtype, includesHigh: false, name: 'randint' } as const;
  return drawIntegers(self.sampler.bits, request);
}

function oldIntegers(self: PyRandomState, low: Value, high?: Value, size?: Value): Value {
  const isSingle = isMissing(high);
  const [first, last] = isSingle ? [1, low] : [low, high];
  warn(
    'DeprecationWarning',
    `This function is deprecated. Please call randint(${repr(first)}, ${repr(last)} + 1) instead`,
  );
  const limit = binaryFunctions['+'](toInteger(last), 1);
  return randomInteger(self, first, limit, size, dtypeObject('int64'));
}

const shaped =
  (distribution: Distribution) =>
  (self: PyRandomState, dims: Value[]): Value =>
    drawDistribution(self.sampler, distribution, [], dims.length === 0 ? undefined : new PyTuple(dims));

const plain =
  (distribution: Distribution) =>
  (self: PyRandomState, size?: Value): Value =>
    drawDistribution(self.sampler, distribution, [], size);

function seedState(self: PyRandomState, value?: Value): null {
  if (!(self.source.bits instanceof Mt19937)) raiseTypeError('can only re-seed a MT19937 BitGenerator');
  seedLegacy(self.source.bits, value);
  self.source.seed = null;
  self.sampler.pending = null;
  return null;
}

function getState(self: PyRandomState, legacy?: Value): Value {
  const { bits } = self.source;
  const hasGauss = self.sampler.pending === null ? 0 : 1;
  const gauss = new PyFloat(self.sampler.pending ?? 0);
  if (legacy === false || !(bits instanceof Mt19937)) {
    const state = stateOf(bits);
    state.table.set('has_gauss', hasGauss);
    state.table.set('gauss', gauss);
    return state;
  }
  const key = fromStorage('uint32', bits.key.slice(), [624]);
  return new PyTuple(['MT19937', key, bits.position, hasGauss, gauss]);
}

function setState(self: PyRandomState, state: Value): null {
  const parts = state instanceof PyDict ? null : stateParts(state);
  const whole = parts ?? (state as PyDict);
  setStateOf(self.source.bits, whole);
  const hasGauss = whole.table.get('has_gauss');
  const isPending = hasGauss !== undefined && hasGauss !== 0;
  self.sampler.pending = isPending ? toFloat(whole.table.get('gauss') ?? 0) : null;
  return null;
}

/** The old form of a state: a tuple. */
function stateParts(state: Value): PyDict {
  if (!(state instanceof PyTuple) && !(state instanceof PyList))
    raiseTypeError('state must be a dict or a tuple.');
  const [name, key, position, hasGauss = 0, gauss = 0] = toArray(state);
  if (name !== 'MT19937') raiseValueError('set_state can only be used with legacy MT19937 state instances.');
  return PyDict.from([
    ['bit_generator', name],
    [
      'state',
      PyDict.from([
        ['key', key!],
        ['pos', position!],
      ]),
    ],
    ['has_gauss', hasGauss],
    ['gauss', gauss],
  ]);
}

const stateMethods: Methods<PyRandomState> = {
  ...commonMethods,
  'seed(seed?)': seedState,
  'get_state(legacy?)': getState,
  'set_state(state)': setState,
  'rand(*args)': shaped(random),
  'randn(*args)': shaped(standard_normal),
  'random_sample(size?)': plain(random),
  'random(size?)': plain(random),
  'standard_normal(size?)': plain(standard_normal),
  'multivariate_normal(mean, cov, size?, check_valid?, tol?)': (
    self,
    ...[mean, covariance, size, check, tolerance]: (Value | undefined)[]
  ) => multivariateNormal(self.sampler, { mean: mean!, covariance: covariance!, size, check, tolerance }),
  'standard_exponential(size?)': plain(standard_exponential),
  'standard_gamma(shape, size?)': (self, shape: Value, size?: Value) =>
    drawDistribution(self.sampler, standard_gamma, [shape], size),
  'randint(low, high?, size?, dtype?)': randomInteger,
  'random_integers(low, high?, size?)': oldIntegers,
  'tomaxint(size?)': (self, size?: Value) => largestIntegers(self, size),
  'choice(a, size?, replace?, p?)': (self, ...[population, size, replace, chances]: Value[]) =>
    choice(self.sampler, { population: population!, size, replace, chances }),
  'shuffle(x)': (self, value: Value) => shuffle(self.sampler, value),
  'permutation(x)': (self, value: Value) => permutation(self.sampler, value),
};

/** Integers from 0 to the largest one of 64 bits. */
function largestIntegers(self: PyRandomState, size: Value | undefined): Value {
  const next = (): bigint => nextUint64(self.source.bits) >> 1n;
  if (isMissing(size)) return int(next());
  const shape = shapeOf(size);
  if (shape.some((length) => length < 0)) raiseValueError('negative dimensions are not allowed');
  reserve('int64', elementCount(shape));
  return fromStorage('int64', BigInt64Array.from({ length: elementCount(shape) }, next), shape);
}

const stateText = (self: PyRandomState): string => `RandomState(${self.source.bits.name})`;

/** `RandomState(seed)`. */
export function createState(seed: Value | undefined): PyRandomState {
  if (seed instanceof PyBitGenerator) return new PyRandomState(seed);
  const bits = new Mt19937();
  seedLegacy(bits, seed);
  return new PyRandomState(bitGenerator(bits, null));
}

const randomStateType: PyType = defineType<PyRandomState>({
  name: 'RandomState',
  module: 'numpy.random.mtrand',
  class: PyRandomState,
  create: (type, args, keywords) => {
    const made = createState(args[0] ?? keywords?.get('seed'));
    if (type !== randomStateType) made.cls = type;
    return made;
  },
  constants: { __subclassable__: true },
  attributes: { _bit_generator: (self) => self.source },
  methods: stateMethods,
  str: stateText,
  repr: (self) => `${stateText(self)} at ${upperAddress(self)}`,
});

const upperAddress = (value: object): string => `0x${address(value).slice(2).toUpperCase()}`;

// ----------------------------------------------------------------------------------------------------------- Generator

/** The types of a distribution that Generator also has in single precision. */
interface Precisions {
  readonly name: string;
  readonly double: () => number;
  readonly single: () => number;
}

function drawInPrecision(precisions: Precisions, ...[size, dtype, out]: (Value | undefined)[]): Value {
  refuseArguments({ out });
  const type = isMissing(dtype) ? 'float64' : toDType(dtype);
  if (type !== 'float64' && type !== 'float32')
    raiseTypeError(`Unsupported dtype ${repr(dtypeObject(type))} for ${precisions.name}`);
  const draw = type === 'float64' ? precisions.double : precisions.single;
  const shape = sizeOfArgument(size);
  return shape === undefined ? new PyFloat(draw()) : fillArray(type, shape, draw);
}

function standardExponential(self: PyGenerator, ...[size, dtype, method, out]: (Value | undefined)[]): Value {
  if (method !== undefined && method !== 'zig') notSupported('standard_exponential by inversion');
  return drawInPrecision(
    {
      name: 'standard_exponential',
      double: () => self.sampler.exponential(),
      single: () => singleExponential(self.sampler.bits),
    },
    size,
    dtype,
    out,
  );
}

function gammaOfGenerator(self: PyGenerator, ...[shape, size, dtype, out]: (Value | undefined)[]): Value {
  refuseArguments({ out });
  if (!isMissing(dtype) && toDType(dtype) !== 'float64') notSupported('standard_gamma in single precision');
  return drawDistribution(self.sampler, standard_gamma, [shape], size);
}

const generatorMethods: Methods<PyGenerator> = {
  ...commonMethods,
  'random(size?, dtype?, out?)': (self, ...given: (Value | undefined)[]) =>
    drawInPrecision(
      {
        name: 'random',
        double: () => self.sampler.bits.nextDouble(),
        single: () => nextSingle(self.sampler.bits),
      },
      ...given,
    ),
  'standard_normal(size?, dtype?, out?)': (self, ...given: (Value | undefined)[]) =>
    drawInPrecision(
      {
        name: 'standard_normal',
        double: () => self.sampler.normal(),
        single: () => singleNormal(self.sampler.bits),
      },
      ...given,
    ),
  'standard_exponential(size?, dtype?, method?, out?)': standardExponential,
  'standard_gamma(shape, size?, dtype?, out?)': gammaOfGenerator,
  'integers(low, high?, size?, dtype?, endpoint?)': (
    self,
    ...[low, high, size, dtype, endpoint]: (Value | undefined)[]
  ) =>
    drawIntegers(self.sampler.bits, {
      low: low!,
      high,
      size,
      dtype,
      includesHigh: endpoint === true,
      name: 'integers',
    }),
  'choice(a, size?, replace?, p?, axis?, shuffle?)': (
    self,
    ...[population, size, replace, chances, axis, isShuffled]: (Value | undefined)[]
  ) =>
    choice(self.sampler, {
      population: population!,
      size,
      replace,
      chances,
      axis,
      shuffle: isShuffled,
    }),
  'shuffle(x, axis?)': (self, value: Value, axis?: Value) => shuffle(self.sampler, value, axis),
  'permutation(x, axis?)': (self, value: Value, axis?: Value) => permutation(self.sampler, value, axis),
  'permuted(x, *, axis?, out?)': (self, value: Value, axis?: Value, out?: Value) => {
    refuseArguments({ out });
    return permuted(self.sampler, value, axis);
  },
  'multivariate_normal(mean, cov, size?, check_valid?, tol?, *, method?)': (
    self,
    ...[mean, covariance, size, check, tolerance, method]: (Value | undefined)[]
  ) =>
    multivariateNormal(self.sampler, {
      mean: mean!,
      covariance: covariance!,
      size,
      check,
      tolerance,
      method: method ?? 'svd',
    }),
  'multivariate_hypergeometric(colors, nsample, size?, method?)': () =>
    notSupported('multivariate_hypergeometric'),
  'spawn(n_children)': (self, count: Value) =>
    new PyList(spawnGenerators(self.source, count).map((source) => new PyGenerator(source))),
};

const generatorText = (self: PyGenerator): string => `Generator(${self.source.bits.name})`;

const generatorType: PyType = defineType<PyGenerator>({
  name: 'Generator',
  module: 'numpy.random._generator',
  class: PyGenerator,
  create: (_type, [source]) => {
    if (!(source instanceof PyBitGenerator)) raiseTypeError('Generator needs a bit generator');
    return new PyGenerator(source);
  },
  attributes: { bit_generator: (self) => self.source },
  methods: generatorMethods,
  str: generatorText,
  repr: (self) => `${generatorText(self)} at ${upperAddress(self)}`,
});

function defaultGenerator(seed?: Value): Value {
  if (seed instanceof PyGenerator) return seed;
  if (seed instanceof PyBitGenerator) return new PyGenerator(seed);
  const sequence = seedSequenceOf(seed);
  return new PyGenerator(bitGenerator(seededGenerators.PCG64(sequence.sequence), sequence));
}

// -------------------------------------------------------------------------------------------------------------- module

/** Methods that are not functions of the module. */
const onlyMethods = ['tomaxint'];

/** Makes `numpy.random` with a global state of its own. */
export function randomModule(): PyModule {
  const state = createState(undefined);
  const functions = Object.entries(stateMethods)
    .filter(([signature]) => !onlyMethods.includes(signature.slice(0, signature.indexOf('('))))
    .map(([signature, body]): [string, NativeBody] => [signature, body.bind(null, state)]);
  const module = defineModule({
    name: 'numpy.random',
    values: {
      RandomState: randomStateType,
      Generator: generatorType,
      BitGenerator: bitGeneratorType,
      SeedSequence: seedSequenceType,
      ...bitGeneratorTypes,
    },
    functions: { ...Object.fromEntries(functions), 'default_rng(seed?)': defaultGenerator },
    refused: ['get_bit_generator', 'set_bit_generator', 'test'],
  });
  const { namespace } = module;
  for (const alias of ['ranf', 'sample']) namespace.set(alias, namespace.get('random_sample')!);
  const mtrand = defineModule({ name: 'numpy.random.mtrand', values: { _rand: state }, refused: '*' });
  for (const [name, value] of namespace) if (!name.startsWith('__')) mtrand.namespace.set(name, value);
  namespace.set('mtrand', mtrand);
  return module;
}
