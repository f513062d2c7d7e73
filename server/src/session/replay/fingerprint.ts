/**
 * A short text that is the same for the same value: who has only texts of values can say with it whether two of them differ. Two hashes
 * of 32 bits over all elements, in the manner of MurmurHash; not made against people who look for collisions.
 */
import { Complex } from '../../tensor/complex.ts';
import type { NDArray } from '../../tensor/ndarray.ts';

/** Like `isIdentical`: the sign of a zero counts, which NaN it is does not. */
export function fingerprint(array: NDArray): string {
  const words = wordsOf(array);
  const [low, high] = [hash(words, 0x9747b28c), hash(words, 0x3c6ef372)];
  return `${array.dtype} ${array.shape.join()} ${low.toString(36)}${high.toString(36)}`;
}

const hash = (words: Uint32Array, seed: number): number => {
  let state = seed;
  for (let i = 0; i < words.length; i++) {
    const word = Math.imul(words[i]!, 0xcc9e2d51);
    state ^= Math.imul((word << 15) | (word >>> 17), 0x1b873593);
    state = (Math.imul((state << 13) | (state >>> 19), 5) + 0xe6546b64) | 0;
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
};

function wordsOf(array: NDArray): Uint32Array {
  const elements: ArrayLike<unknown> = array.elements();
  if (elements instanceof BigInt64Array || elements instanceof BigUint64Array)
    return new Uint32Array(elements.buffer, elements.byteOffset, 2 * elements.length);
  if (elements.length > 0 && elements[0] instanceof Complex) {
    const numbers = Float64Array.from({ length: 2 * elements.length }, (_, i) => {
      const { re, im } = elements[i >> 1] as Complex;
      return i % 2 === 0 ? re : im;
    });
    return wordsOfNumbers(numbers);
  }
  return wordsOfNumbers(new Float64Array(elements as ArrayLike<number>));
}

/** `numbers` is changed: all NaN become one. */
function wordsOfNumbers(numbers: Float64Array): Uint32Array {
  for (let i = 0; i < numbers.length; i++) if (Number.isNaN(numbers[i])) numbers[i] = Number.NaN;
  return new Uint32Array(numbers.buffer);
}
