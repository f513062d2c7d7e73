/**
 * The states of random generators as values of the engine: vectors of words, so that functions, loops, updates and replay
 * carry them like any other value. A draw reads a state and gives the next one; no state is ever written into.
 *
 * Layout: the number of the algorithm, its words, and for RandomState whether a normal number is kept and its two halves.
 */
import { fromStorage, type NDArray } from '../../tensor/ndarray.ts';
import type { BitGenerator, BitGeneratorName } from '../../tensor/random/bitGenerator.ts';
import { Mt19937 } from '../../tensor/random/mt19937.ts';
import { Pcg64Dxsm, Philox, Sfc64 } from '../../tensor/random/otherGenerators.ts';
import { Pcg64 } from '../../tensor/random/pcg64.ts';
import { LegacySampler, type Sampler, ZigguratSampler } from '../../tensor/random/sampler.ts';
import type { WordGenerator } from '../../tensor/random/wordGenerator.ts';
import type { Dialect } from '../dialects.ts';
import type { GeneratorKind, TensorType } from '../tensorType.ts';

/** The type of a state. */
export const stateType = (generator: GeneratorKind): TensorType => ({
  dtype: 'uint32',
  shape: [null],
  generator,
});

/** How the words of one algorithm are written and read. */
interface WordCodec {
  write(bits: BitGenerator): ArrayLike<number>;
  read(words: Uint32Array): BitGenerator;
}

const mask32 = 0xffffffffn;

/** An integer as words, the least significant first. */
const split = (value: bigint, count: number): number[] =>
  Array.from({ length: count }, (_, i) => Number((value >> BigInt(32 * i)) & mask32));

const joined = (words: Uint32Array): bigint =>
  words.reduceRight((value, word) => (value << 32n) | BigInt(word), 0n);

const longs = (words: Uint32Array): bigint[] =>
  Array.from({ length: words.length / 2 }, (_, i) => joined(words.subarray(2 * i, 2 * i + 2)));

const writeLongs = (values: readonly bigint[]): number[] => values.flatMap((value) => split(value, 2));

/** The half word that is kept for the next draw of 32 bits. */
const keptWords = (bits: WordGenerator): number[] => [bits.pending === null ? 0 : 1, bits.kept];

function keep<T extends WordGenerator>(bits: T, words: Uint32Array): T {
  bits.kept = words[1];
  bits.pending = words[0] === 0 ? null : words[1];
  return bits;
}

const codecs: Readonly<Record<BitGeneratorName, WordCodec>> = {
  MT19937: {
    write: (bits) => {
      const { key, position } = bits as Mt19937;
      const words = new Uint32Array(key.length + 1);
      words.set(key);
      words[key.length] = position;
      return words;
    },
    read: (words) => {
      const bits = new Mt19937();
      bits.key.set(words.subarray(0, 624));
      bits.position = words[624];
      return bits;
    },
  },
  PCG64: {
    write: (bits) => {
      const { state, increment } = bits as Pcg64;
      return [...state, ...increment, ...keptWords(bits as Pcg64)];
    },
    read: (words) => {
      const bits = new Pcg64();
      bits.state.set(words.subarray(0, 4));
      bits.increment.set(words.subarray(4, 8));
      return keep(bits, words.subarray(8));
    },
  },
  PCG64DXSM: {
    write: (bits) => {
      const { state, increment } = bits as Pcg64Dxsm;
      return [...split(state, 4), ...split(increment, 4), ...keptWords(bits as Pcg64Dxsm)];
    },
    read: (words) => {
      const bits = new Pcg64Dxsm();
      bits.state = joined(words.subarray(0, 4));
      bits.increment = joined(words.subarray(4, 8));
      return keep(bits, words.subarray(8));
    },
  },
  Philox: {
    write: (bits) => {
      const { counter, key, buffer, position } = bits as Philox;
      return [
        ...split(counter, 8),
        ...writeLongs(key),
        ...writeLongs(buffer),
        position,
        ...keptWords(bits as Philox),
      ];
    },
    read: (words) => {
      const bits = new Philox();
      bits.counter = joined(words.subarray(0, 8));
      const [first, second] = longs(words.subarray(8, 12));
      bits.key = [first, second];
      bits.buffer = longs(words.subarray(12, 20));
      bits.position = words[20];
      return keep(bits, words.subarray(21));
    },
  },
  SFC64: {
    write: (bits) => [...writeLongs((bits as Sfc64).words), ...keptWords(bits as Sfc64)],
    read: (words) => {
      const bits = new Sfc64();
      bits.words = longs(words.subarray(0, 8));
      return keep(bits, words.subarray(8));
    },
  },
};

const names = Object.keys(codecs) as BitGeneratorName[];

/** The word with which the states of an algorithm begin. */
export const algorithmNumber = (name: BitGeneratorName): number => names.indexOf(name);

/** Words that follow those of the algorithm in the state of a RandomState. */
const gaussLength = 3;

/** The state of a generator. */
export function encodeState(sampler: Sampler): NDArray {
  const { bits } = sampler;
  const words = codecs[bits.name].write(bits);
  const rest = sampler instanceof LegacySampler ? gaussWords(sampler.pending) : [];
  const state = new Uint32Array(1 + words.length + rest.length);
  state[0] = algorithmNumber(bits.name);
  state.set(words, 1);
  state.set(rest, 1 + words.length);
  return fromStorage('uint32', state, [state.length]);
}

function gaussWords(pending: number | null): number[] {
  const halves = new Uint32Array(Float64Array.of(pending ?? 0).buffer);
  return [pending === null ? 0 : 1, ...halves];
}

/** A generator in a state; drawing from it leaves the state as it is. */
export function decodeState(kind: GeneratorKind, state: NDArray, numpy: Dialect['numpy']): Sampler {
  const words = state.elements().slice() as Uint32Array;
  const codec = codecs[names[words[0]]];
  if (kind === 'Generator') return new ZigguratSampler(codec.read(words.subarray(1)), numpy);
  const end = words.length - gaussLength;
  const sampler = new LegacySampler(codec.read(words.subarray(1, end)));
  const halves = words.slice(end + 1);
  sampler.pending = words[end] === 0 ? null : new Float64Array(halves.buffer)[0];
  return sampler;
}
