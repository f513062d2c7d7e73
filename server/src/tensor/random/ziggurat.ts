/**
 * Standard normal and exponential numbers by the ziggurat method (G. Marsaglia and W. W. Tsang, 2000) as NumPy's
 * Generator draws them. The edges of the 256 layers follow from their area; NumPy's published edges differ from
 * the recurrence by a few units in the last place, which the strings below hold.
 */

import { once } from '../../base/once.ts';
import { spent } from '../interrupt.ts';
import { exp, log, log1p } from '../libm.ts';
import type { BitGenerator } from './bitGenerator.ts';

interface Layers {
  /** By how much a random integer is scaled within a layer. */
  readonly width: Float64Array;
  /** Below this integer a point lies under the curve for certain. */
  readonly safe: Float64Array;
  readonly density: Float64Array;
}

interface Curve {
  readonly edge: number;
  readonly area: number;
  readonly density: (x: number) => number;
  readonly inverse: (y: number) => number;
  /** The integers of the layers have so many bits. */
  readonly integerBits: number;
  /** From layer 254 down to 0: 'm' is no correction, 'n' one unit up. */
  readonly corrections: string;
}

const normalCurve: Curve = {
  edge: 3.6541528853610088,
  area: 0.004928673233974655,
  density: (x) => exp(-0.5 * x * x),
  inverse: (y) => Math.sqrt(-2 * log(y)),
  integerBits: 52,
  corrections:
    'nmmmmmmmmmmmmmmmmmmmmmnmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmnmmmmmmmmmmnmmmmmmmmmm' +
    'mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmnmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmnmmmmmmmmmm' +
    'mmmmmmmmmmmmmmmmmkmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmg',
};

const exponentialCurve: Curve = {
  edge: 7.69711747013105,
  area: 0.003949659822581557,
  density: (x) => exp(-x),
  inverse: (y) => -log(y),
  integerBits: 53,
  corrections:
    'mmmmmmnmmmmlmmmmmmmmmmlmmmmmmmmnmmmmnmnlmmmlnlnmlmmmmmmmmnmnmlmmmlmmmmmmnlmmmnmlnlmmmmlmmnmlmmmmmnmm' +
    'mlnmmlmlmmlmmmmnlmmmmmnmmmmmmlmnmmmmmmmmlmmmmmmmmmnlnmnlmnmnmmmlmnmlnlnlmnmmnmnmnmmnmmmmlmnmmmmmmnlm' +
    'nlmmmmmmmmmlnmnnnmmmmnlllnmmmmlknpmokommmnmlmnokmmlkhok',
};

const words = new BigInt64Array(1);
const doubles = new Float64Array(words.buffer);

function moved(value: number, units: number): number {
  doubles[0] = value;
  words[0] += BigInt(units);
  return doubles[0];
}

function edgesOf(curve: Curve): Float64Array {
  const edges = new Float64Array(256);
  edges[255] = curve.edge;
  const correct = (value: number, layer: number): number =>
    moved(value, curve.corrections.charCodeAt(254 - layer) - 'm'.charCodeAt(0));
  for (let i = 254; i > 0; i--) {
    const above = edges[i + 1];
    edges[i] = correct(curve.inverse(curve.area / above + curve.density(above)), i);
  }
  edges[0] = correct(curve.area / curve.density(curve.edge), 0);
  return edges;
}

/** The layers for integers of `bits` bits. */
function layersOf(curve: Curve, bits: number): Layers {
  const edges = edgesOf(curve);
  const scale = 2 ** bits;
  const round = bits < 32 ? Math.round : Math.floor;
  return {
    width: edges.map((edge) => edge / scale),
    safe: edges.map((edge, i) =>
      i === 1 ? 0 : round(((i === 0 ? curve.edge : edges[i - 1]) / edge) * scale),
    ),
    density: edges.map((edge, i) => (i === 0 ? 1 : curve.density(edge))),
  };
}

/** A hair above, where NumPy's table shows that it was rounded from a longer number. */
const roundedToSingle = (width: number): number => Math.fround(width * (1 + 2e-10));

/** The same in single precision. */
function singleLayersOf(curve: Curve): Layers {
  const { width, safe, density } = layersOf(curve, 23);
  return { width: width.map(roundedToSingle), safe, density: density.map(Math.fround) };
}

const normalLayers = once(() => layersOf(normalCurve, 52));
const exponentialLayers = once(() => layersOf(exponentialCurve, 53));
const singleNormalLayers = once(() => singleLayersOf(normalCurve));
const singleExponentialLayers = once(() => singleLayersOf(exponentialCurve));

/** What code elsewhere needs to draw the same numbers. */
export const zigguratCurves = {
  normal: { layers: normalLayers, edge: normalCurve.edge },
  exponential: { layers: exponentialLayers, edge: exponentialCurve.edge },
} as const;

export const inverseEdge = 0.27366123732975828;

/** A standard normal number. */
export function normalByZiggurat(bits: BitGenerator): number {
  const { width, safe, density } = normalLayers();
  for (; ; spent(1)) {
    bits.draw64();
    const { high, low } = bits;
    const layer = low & 0xff;
    const isNegative = ((low >>> 8) & 1) === 1;
    const integer = integerOf(high, low);
    const size = integer * width[layer];
    const x = isNegative ? -size : size;
    if (integer < safe[layer]) return x;
    if (layer === 0) return normalTail(bits, integer);
    const edge = density[layer];
    if ((density[layer - 1] - edge) * bits.nextDouble() + edge < exp(-0.5 * x * x)) return x;
  }
}

/** Bits 9 to 60 of a word. */
const integerOf = (high: number, low: number): number => (high & 0x1fffffff) * 2 ** 23 + (low >>> 9);

/** Beyond the last edge, by exponential numbers (Marsaglia, 1964). */
function normalTail(bits: BitGenerator, integer: number): number {
  const isNegative = Math.floor(integer / 256) % 2 === 1;
  for (; ; spent(1)) {
    const x = -inverseEdge * log1p(-bits.nextDouble());
    const y = -log1p(-bits.nextDouble());
    if (y + y > x * x) return isNegative ? -(normalCurve.edge + x) : normalCurve.edge + x;
  }
}

/** A standard exponential number. */
export function exponentialByZiggurat(bits: BitGenerator): number {
  const { width, safe, density } = exponentialLayers();
  for (; ; spent(1)) {
    bits.draw64();
    const { high, low } = bits;
    const layer = (low >>> 3) & 0xff;
    const integer = high * 2 ** 21 + (low >>> 11);
    const x = integer * width[layer];
    if (integer < safe[layer]) return x;
    if (layer === 0) return exponentialCurve.edge - log1p(-bits.nextDouble());
    const edge = density[layer];
    if ((density[layer - 1] - edge) * bits.nextDouble() + edge < exp(-x)) return x;
  }
}

/** Uniform in [0, 1) in single precision. */
export const nextSingle = (bits: BitGenerator): number => (bits.nextUint32() >>> 8) / 16777216;

/** A standard normal number in single precision. */
export function singleNormal(bits: BitGenerator): number {
  const { width, safe, density } = singleNormalLayers();
  for (; ; spent(1)) {
    const word = bits.nextUint32();
    const layer = word & 0xff;
    const integer = word >>> 9;
    const size = Math.fround(integer * width[layer]);
    const x = (word >>> 8) & 1 ? -size : size;
    if (integer < safe[layer]) return x;
    if (layer === 0) return singleNormalTail(bits, integer);
    const edge = density[layer];
    const height = Math.fround(Math.fround(density[layer - 1] - edge) * nextSingle(bits)) + edge;
    if (Math.fround(height) < exp(-0.5 * x * x)) return x;
  }
}

function singleNormalTail(bits: BitGenerator, integer: number): number {
  const edge = Math.fround(normalCurve.edge);
  const isNegative = ((integer >> 8) & 1) === 1;
  for (; ; spent(1)) {
    const x = Math.fround(-Math.fround(inverseEdge) * Math.fround(log1p(-nextSingle(bits))));
    const y = Math.fround(-log1p(-nextSingle(bits)));
    if (Math.fround(y + y) > Math.fround(x * x)) return Math.fround(isNegative ? -(edge + x) : edge + x);
  }
}

/** A standard exponential number in single precision. */
export function singleExponential(bits: BitGenerator): number {
  const { width, safe, density } = singleExponentialLayers();
  for (; ; spent(1)) {
    const word = bits.nextUint32();
    const layer = (word >>> 1) & 0xff;
    const integer = word >>> 9;
    const x = Math.fround(integer * width[layer]);
    if (integer < safe[layer]) return x;
    if (layer === 0)
      return Math.fround(Math.fround(exponentialCurve.edge) - Math.fround(log1p(-nextSingle(bits))));
    const edge = density[layer];
    const height = Math.fround(Math.fround(density[layer - 1] - edge) * nextSingle(bits)) + edge;
    if (Math.fround(height) < Math.fround(exp(-x))) return x;
  }
}
