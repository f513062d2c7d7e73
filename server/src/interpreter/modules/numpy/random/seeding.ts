/** SeedSequence and the bit generators as programs see them: seeds, states, spawning. */

import { fromStorage, NDArray } from '../../../../tensor/ndarray.ts';
import type { BitGenerator, BitGeneratorName } from '../../../../tensor/random/bitGenerator.ts';
import { nextUint64 } from '../../../../tensor/random/bitGenerator.ts';
import { Mt19937 } from '../../../../tensor/random/mt19937.ts';
import { Pcg64Dxsm, Philox, Sfc64 } from '../../../../tensor/random/otherGenerators.ts';
import { Pcg64 } from '../../../../tensor/random/pcg64.ts';
import { SeedSequence } from '../../../../tensor/random/seedSequence.ts';
import { WordGenerator } from '../../../../tensor/random/wordGenerator.ts';
import { PyDict } from '../../../containers.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { getItem, indexOf, tryIndex } from '../../../protocols/items.ts';
import { toArray } from '../../../protocols/iteration.ts';
import type { Integer } from '../../../protocols/numbers.ts';
import { repr, str } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { int, PyList, PyObject, PyTuple, type PyType, type Value } from '../../../values.ts';
import { integerOf, isMissing } from '../arguments.ts';
import { arrayOf, reserve } from '../conversion.ts';
import { toDType } from '../dtypeObjects.ts';
import { NumpyScalar } from '../numpyScalar.ts';
import { sizeOfArgument } from './drawing.ts';

// ------------------------------------------------------------------------------------------------------- SeedSequence

export class PySeedSequence extends PyObject {
  readonly sequence: SeedSequence;
  /** The entropy as the program gave it. */
  readonly entropy: Value;
  constructor(sequence: SeedSequence, entropy: Value) {
    super();
    this.sequence = sequence;
    this.entropy = entropy;
  }
}

const unpredictable = (): bigint =>
  Array.from({ length: 4 }, () => BigInt(Math.floor(Math.random() * 2 ** 32))).reduce(
    (value, word) => (value << 32n) | word,
    0n,
  );

function entropyOf(value: Value): bigint[] {
  const integer = tryIndex(value);
  if (integer !== undefined) {
    if (integer < 0) raiseValueError('expected non-negative integer');
    return [BigInt(integer)];
  }
  if (value instanceof PyList || value instanceof PyTuple || value instanceof NDArray)
    return toArray(value).flatMap(entropyOf);
  return raiseTypeError(`SeedSequence expects int or sequence of ints for entropy not ${str(value)}`);
}

/** The seed of a generator as a sequence: None, integers, or a sequence. */
export function seedSequenceOf(value: Value | undefined): PySeedSequence {
  if (value instanceof PySeedSequence) return value;
  const given = isMissing(value) ? int(unpredictable()) : value;
  return new PySeedSequence(new SeedSequence(entropyOf(given)), given);
}

function seedSequenceText(self: PySeedSequence): string {
  const { spawnKey, childCount } = self.sequence;
  const lines = [`    entropy=${repr(self.entropy)},`];
  if (spawnKey.length > 0) lines.push(`    spawn_key=${repr(new PyTuple(spawnKey.map(int)))},`);
  if (childCount > 0) lines.push(`    n_children_spawned=${childCount},`);
  return `SeedSequence(\n${lines.join('\n')}\n)`;
}

function generateState(self: PySeedSequence, count: Value, dtype?: Value): Value {
  const wanted = dtype === undefined ? 'uint32' : toDType(dtype);
  const length = integerOf(count);
  if (length < 0) raiseValueError('negative dimensions are not allowed');
  reserve('uint64', length);
  if (wanted === 'uint32') return fromStorage('uint32', self.sequence.generateWords(length), [length]);
  if (wanted === 'uint64') return fromStorage('uint64', self.sequence.generateLongs(length), [length]);
  return raiseValueError('only support uint32 or uint64');
}

function spawn(self: PySeedSequence, given: Value): PySeedSequence[] {
  const count = integerOf(given);
  reserve('uint64', count * childWords);
  return self.sequence.spawn(count).map((child) => new PySeedSequence(child, self.entropy));
}

/** What a sequence takes, about. */
const childWords = 32;

export const seedSequenceType: PyType = defineType<PySeedSequence>({
  name: 'SeedSequence',
  module: 'numpy.random.bit_generator',
  class: PySeedSequence,
  create: (_type, args, keywords) => {
    const entropy = args[0] ?? keywords?.get('entropy') ?? int(unpredictable());
    const key = keywords?.get('spawn_key');
    const sequence = new SeedSequence(
      entropyOf(entropy === null ? int(unpredictable()) : entropy),
      key === undefined ? [] : toArray(key).map((each) => BigInt(indexOf(each))),
    );
    if (keywords?.has('pool_size')) notSupported('SeedSequence with another pool size');
    return new PySeedSequence(sequence, entropy);
  },
  attributes: {
    entropy: (self) => self.entropy,
    spawn_key: (self) => new PyTuple(self.sequence.spawnKey.map(int)),
    pool_size: () => 4,
    n_children_spawned: (self) => self.sequence.childCount,
    pool: (self) => fromStorage('uint32', Uint32Array.from(self.sequence.pool), [4]),
  },
  methods: {
    'spawn(n_children)': (self: PySeedSequence, count: Value) => new PyList(spawn(self, count)),
    'generate_state(n_words, dtype?)': generateState,
  },
  repr: seedSequenceText,
});

// ----------------------------------------------------------------------------------------------------- bit generators

export class PyBitGenerator extends PyObject {
  readonly bits: BitGenerator;
  /** What it was seeded with; null after RandomState's own seeding. */
  seed: PySeedSequence | null;
  constructor(bits: BitGenerator, seed: PySeedSequence | null) {
    super();
    this.bits = bits;
    this.seed = seed;
  }
}

/** A generator in the state that the seed gives it. */
export const seededGenerators: Readonly<Record<BitGeneratorName, (seed: SeedSequence) => BitGenerator>> = {
  MT19937: (seed) => {
    const made = new Mt19937();
    made.key.set(seed.generateWords(624));
    made.key[0] = 0x80000000;
    made.position = 623;
    return made;
  },
  PCG64: (seed) => new Pcg64().seed(seed.generateLongs(4)),
  PCG64DXSM: (seed) => new Pcg64Dxsm().seed(seed.generateLongs(4)),
  Philox: (seed) => new Philox().seed(seed.generateLongs(2)),
  SFC64: (seed) => new Sfc64().seed(seed.generateLongs(3)),
};

const seedRange = 'Seed must be between 0 and 2**32 - 1';

/** RandomState's seeding: one number or a vector of numbers of 32 bits. */
export function seedLegacy(bits: Mt19937, value: Value | undefined): void {
  if (isMissing(value)) {
    bits.seedByArray(new SeedSequence([unpredictable()]).generateWords(624));
    return;
  }
  const single = value instanceof NDArray && value.size === 1 ? getFirst(value) : value;
  const integer = tryIndex(single);
  if (integer !== undefined) {
    if (integer < 0 || integer > 0xffffffff) raiseValueError(seedRange);
    bits.seedByNumber(Number(integer));
    return;
  }
  if (typeof value === 'string')
    raiseTypeError(
      `Cannot cast scalar from dtype('<U${value.length}') to dtype('int64') according to the rule 'safe'`,
    );
  const array = arrayOf(value);
  if (array.size === 0) raiseValueError('Seed must be non-empty');
  if (array.dtype.startsWith('float')) refuseFloats(array);
  if (array.ndim !== 1) raiseValueError('Seed array must be 1-d');
  const words = Array.from(array.elements() as ArrayLike<number | bigint>, Number);
  if (words.some((word) => word < 0 || word > 0xffffffff)) raiseValueError(seedRange);
  bits.seedByArray(words);
}

const getFirst = (array: NDArray): Value => new NumpyScalar(array.dtype, array.at(0));

function refuseFloats(array: NDArray): never {
  const what = array.ndim === 0 ? 'scalar' : 'array data';
  return raiseTypeError(
    `Cannot cast ${what} from dtype('${array.dtype}') to dtype('int64') according to the rule 'safe'`,
  );
}

// ------------------------------------------------------------------------------------------------------------- states

const dict = (pairs: Readonly<Record<string, Value>>): PyDict => PyDict.from(Object.entries(pairs));

const longs = (words: readonly bigint[]): NDArray =>
  fromStorage('uint64', BigUint64Array.from(words), [words.length]);

const fourLongs = (value: bigint): bigint[] =>
  [0n, 64n, 128n, 192n].map((shift) => (value >> shift) & ((1n << 64n) - 1n));

function innerState(bits: BitGenerator): Record<string, Value> {
  if (bits instanceof Mt19937)
    return { state: dict({ key: fromStorage('uint32', bits.key.slice(), [624]), pos: bits.position }) };
  if (bits instanceof Pcg64)
    return { state: dict({ state: int(bits.stateValue), inc: int(bits.incrementValue) }) };
  if (bits instanceof Pcg64Dxsm) return { state: dict({ state: int(bits.state), inc: int(bits.increment) }) };
  if (bits instanceof Sfc64) return { state: dict({ state: longs(bits.words) }) };
  const philox = bits as Philox;
  return {
    state: dict({ counter: longs(fourLongs(philox.counter)), key: longs(philox.key) }),
    buffer: longs(philox.buffer),
    buffer_pos: philox.position,
  };
}

/** `bit_generator.state`. */
export function stateOf(bits: BitGenerator): PyDict {
  const own = { bit_generator: bits.name, ...innerState(bits) };
  if (!(bits instanceof WordGenerator)) return dict(own);
  return dict({ ...own, has_uint32: bits.pending === null ? 0 : 1, uinteger: bits.kept });
}

const wordsIn = (value: Value): bigint[] => toArray(value).map((word) => BigInt(indexOf(word)));

function setInnerState(bits: BitGenerator, state: Value, whole: Value): void {
  const item = (name: string): bigint => BigInt(indexOf(getItem(state, name)));
  if (bits instanceof Mt19937) {
    bits.key.set(wordsIn(getItem(state, 'key')).map(Number));
    bits.position = Number(item('pos'));
  } else if (bits instanceof Pcg64) bits.setState(item('state'), item('inc'));
  else if (bits instanceof Pcg64Dxsm) {
    bits.state = item('state');
    bits.increment = item('inc');
  } else if (bits instanceof Sfc64) bits.words = wordsIn(getItem(state, 'state'));
  else if (bits instanceof Philox) {
    const counter = wordsIn(getItem(state, 'counter'));
    const [first, second] = wordsIn(getItem(state, 'key'));
    bits.counter = counter.reduceRight((value, word) => (value << 64n) | word, 0n);
    bits.key = [first!, second!];
    bits.buffer = wordsIn(getItem(whole, 'buffer'));
    bits.position = Number(indexOf(getItem(whole, 'buffer_pos')));
  }
}

/** Assigns `bit_generator.state`. */
export function setStateOf(bits: BitGenerator, value: Value): void {
  if (!(value instanceof PyDict)) raiseTypeError('state must be a dict');
  if (value.table.get('bit_generator') !== bits.name)
    raiseValueError(`state must be for a ${bits.name} PRNG`);
  setInnerState(bits, getItem(value, 'state'), value);
  if (!(bits instanceof WordGenerator)) return;
  bits.kept = Number(indexOf(value.table.get('uinteger') ?? 0));
  bits.pending = value.table.get('has_uint32') === 1 ? bits.kept : null;
}

function rawNumbers(self: PyBitGenerator, size?: Value): Value {
  const draw = (): Integer =>
    self.bits instanceof Mt19937 ? self.bits.nextUint32() : int(nextUint64(self.bits));
  const shape = sizeOfArgument(size);
  if (shape === undefined) return draw();
  const count = shape.reduce((product, length) => product * length, 1);
  reserve('uint64', count);
  return fromStorage(
    'uint64',
    BigUint64Array.from({ length: count }, () => BigInt(draw())),
    shape,
  );
}

/** New generators of the same kind, seeded with children of the seed. */
export function spawnGenerators(self: PyBitGenerator, count: Value): PyBitGenerator[] {
  const { seed } = self;
  if (seed === null) return raiseTypeError('The underlying SeedSequence does not implement spawning.');
  return spawn(seed, count).map((child) => {
    const made = new PyBitGenerator(seededGenerators[self.bits.name](child.sequence), child);
    made.cls = self.cls;
    return made;
  });
}

export const bitGeneratorType: PyType = defineType<PyBitGenerator>({
  name: 'BitGenerator',
  module: 'numpy.random.bit_generator',
  class: PyBitGenerator,
  attributes: {
    state: { get: (self) => stateOf(self.bits), set: (self, value) => setStateOf(self.bits, value) },
    seed_seq: (self) => self.seed,
    _seed_seq: (self) => self.seed,
  },
  methods: {
    'random_raw(size?)': rawNumbers,
    'spawn(n_children)': (self: PyBitGenerator, count: Value) => new PyList(spawnGenerators(self, count)),
    'jumped(jumps?)': (self: PyBitGenerator) => notSupported(`${typeOf(self).name}.jumped`),
    'advance(delta)': (self: PyBitGenerator) => notSupported(`${typeOf(self).name}.advance`),
  },
});

const moduleOfGenerator: Readonly<Record<BitGeneratorName, string>> = {
  MT19937: '_mt19937',
  PCG64: '_pcg64',
  PCG64DXSM: '_pcg64',
  Philox: '_philox',
  SFC64: '_sfc64',
};

function generatorType(name: BitGeneratorName): PyType {
  const type: PyType = defineType<PyBitGenerator>({
    name,
    module: `numpy.random.${moduleOfGenerator[name]}`,
    bases: [bitGeneratorType],
    create: (cls, args, keywords) => {
      const seed = seedSequenceOf(args[0] ?? keywords?.get('seed'));
      const made = new PyBitGenerator(seededGenerators[name](seed.sequence), seed);
      made.cls = cls;
      return made;
    },
  });
  return type;
}

export const bitGeneratorTypes: Readonly<Record<BitGeneratorName, PyType>> = {
  MT19937: generatorType('MT19937'),
  PCG64: generatorType('PCG64'),
  PCG64DXSM: generatorType('PCG64DXSM'),
  Philox: generatorType('Philox'),
  SFC64: generatorType('SFC64'),
};

/** A bit generator with the class that it belongs to. */
export function bitGenerator(bits: BitGenerator, seed: PySeedSequence | null): PyBitGenerator {
  const made = new PyBitGenerator(bits, seed);
  made.cls = bitGeneratorTypes[bits.name];
  return made;
}
