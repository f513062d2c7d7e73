/** Choices by a seed: the same seed gives the same program, of which a smaller size is the beginning. */
import type { DType } from '../../../../server/src/tensor/dtype.ts';
import { fromValues, type NDArray } from '../../../../server/src/tensor/ndarray.ts';
import type { Pick } from '../../../parity/pick.ts';

/** Marsaglia's xorshift, enough for tests. */
export function seededPick(seed: number): Pick {
  let state = (seed * 2654435761 + 0x9e3779b9) | 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  for (let i = 0; i < 8; i++) next();
  const integer = (min: number, max: number): number => min + (next() % (max - min + 1));
  return {
    integer,
    oneOf: (items) => items[integer(0, items.length - 1)]!,
    chance: (percent) => integer(1, 100) <= percent,
  };
}

const edges: Readonly<Partial<Record<DType, readonly (number | bigint)[]>>> = {
  float64: [0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300, 5e-324, 2 ** 53],
  float32: [0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e30, 1e-45, 2 ** 24],
  int64: [-(1n << 63n), (1n << 63n) - 1n, 1n << 53n],
  uint64: [(1n << 64n) - 1n, 1n << 63n],
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint32: [2 ** 32 - 1, 2 ** 31],
  int16: [-32768, 32767],
  uint16: [65535, 32768],
  int8: [-128, 127],
  uint8: [255, 128],
};

export const codeTypes = [
  'float64',
  'float64',
  'float64',
  'float32',
  'float32',
  'int64',
  'int64',
  'int32',
  'int8',
  'bool',
  'uint8',
  'int16',
  'uint16',
  'uint32',
  'uint64',
] as const satisfies readonly DType[];

/** An array of mostly small numbers. */
export function randomArray(pick: Pick, dtype: DType, shape: readonly number[]): NDArray {
  const isFloat = dtype.startsWith('float');
  const isBig = dtype === 'int64' || dtype === 'uint64';
  const least = dtype === 'bool' || dtype.startsWith('uint') ? 0 : -4;
  const one = (): number | bigint => {
    const odd = edges[dtype];
    if (odd && pick.chance(3)) return pick.oneOf(odd);
    if (dtype === 'bool') return pick.integer(0, 1);
    if (isFloat) return pick.integer(-40, 40) / pick.oneOf([1, 8, 10]);
    const small = pick.integer(least, 5);
    return isBig ? BigInt(small) : small;
  };
  const size = shape.reduce((a, b) => a * b, 1);
  return fromValues(dtype, shape, Array.from({ length: size }, one) as number[]);
}
