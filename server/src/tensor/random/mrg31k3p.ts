/**
 * MRG31k3p (P. L'Ecuyer and R. Touzin, "Fast Combined Multiple Recursive Generators with Multipliers of the form
 * a = ±2^d ±2^e", 2000) with streams that lie 2^72 and 2^134 steps apart (L'Ecuyer and others, 2002). A state is six
 * integers of 32 bits; arithmetic wraps around as that of int32 does.
 */

/** The moduli of the two components. */
export const firstModulus = 2147483647;
export const secondModulus = 2147462579;

/** How many integers a state has. */
export const stateLength = 6;

type Matrix = readonly number[];

/** 2^72 and 2^134 steps at once, for each component. */
const stepMatrices: Readonly<Record<'substream' | 'stream', readonly [Matrix, Matrix]>> = {
  substream: [
    [1516919229, 758510237, 499121365, 1884998244, 1516919229, 335398200, 601897748, 1884998244, 358115744],
    [
      1228857673, 1496414766, 954677935, 1133297478, 1407477216, 1496414766, 2002613992, 1639496704,
      1407477216,
    ],
  ],
  stream: [
    [1702500920, 1849582496, 1656874625, 828554832, 1702500920, 1512419905, 1143731069, 828554832, 102237247],
    [
      796789021, 1464208080, 607337906, 1241679051, 1431130166, 1464208080, 1401213391, 1178684362,
      1431130166,
    ],
  ],
};

/** A product of two numbers below 2^31, exactly. */
function product(a: number, b: number, modulus: number): number {
  const high = (a * (b >>> 16)) % modulus;
  return (high * 65536 + a * (b & 0xffff)) % modulus;
}

/** The state after 2^72 (`substream`) or 2^134 (`stream`) steps, written to `target` at `to`. */
export function skip(
  far: 'substream' | 'stream',
  source: ArrayLike<number>,
  from: number,
  target: { readonly state: Int32Array; readonly at: number },
): void {
  stepMatrices[far].forEach((matrix, component) => {
    const modulus = component === 0 ? firstModulus : secondModulus;
    const start = from + 3 * component;
    for (let row = 0; row < 3; row++) {
      let sum = 0;
      for (let column = 0; column < 3; column++)
        sum += product(matrix[3 * row + column], source[start + column], modulus);
      target.state[target.at + 3 * component + row] = sum % modulus;
    }
  });
}

const firstRange = (value: number): number =>
  value < 0 || value >= firstModulus ? (value - firstModulus) | 0 : value;
const secondRange = (value: number): number =>
  value < 0 || value >= secondModulus ? (value - secondModulus) | 0 : value;

/** Moves the state at `at` by one step and gives the draw: an integer in [1, 2^31 - 1]. */
export function nextDraw(state: Int32Array, at: number): number {
  const x12 = state[at + 1];
  const x13 = state[at + 2];
  const x21 = state[at + 3];
  const x23 = state[at + 5];
  const shifted = ((x12 & 511) << 22) + (x12 >> 9) + ((x13 & 16777215) << 7) + (x13 >> 24);
  const first = firstRange((firstRange(shifted | 0) + x13) | 0);
  const low = secondRange((((x21 & 65535) << 15) + 21069 * (x21 >> 16)) | 0);
  const high = secondRange((((x23 & 65535) << 15) + 21069 * (x23 >> 16)) | 0);
  const second = secondRange((secondRange((high + x23) | 0) + low) | 0);
  state[at + 2] = x12;
  state[at + 1] = state[at];
  state[at] = first;
  state[at + 5] = state[at + 4];
  state[at + 4] = x21;
  state[at + 3] = second;
  return first <= second ? first - second + firstModulus : first - second;
}

/** What a draw is multiplied with to lie in (0, 1); the libraries have 4.6566126e-10 for single floats. */
export const drawScales = { float64: 2 ** -31, float32: Math.fround(4.6566126e-10) } as const;
