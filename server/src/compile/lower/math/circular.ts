/** sin, cos and tan of doubles on vectors, step by step those of tensor/libm.ts. */
import { circlePoints, quarterTurn } from '../../../tensor/libm.ts';
import { type Expression, Table } from '../../loopIr/ir.ts';
import type { LaneCode, VectorFunction } from './laneCode.ts';
import {
  addPairs,
  dividePairs,
  exactProduct,
  exactSum,
  multiplyPairs,
  negatedPair,
  pairOf,
  pairSum,
  selectPair,
  type VectorPair,
} from './pairCode.ts';

type V = Expression;
type Write = VectorFunction['write'];

let made: Table | null = null;

/** Sine and cosine of i/64, in two parts each. */
export function circleTable(): Table {
  made ??= new Table(
    'circle',
    Float64Array.from(circlePoints().flatMap(({ sin, cos }) => [sin.hi, sin.lo, cos.hi, cos.lo])),
  );
  return made;
}

const magic = 1.5 * 2 ** 52;

/** To the nearest whole number, halves up. */
export function rounded(code: LaneCode, x: V): V {
  const nearest = code.nearest(x);
  const isHalf = code.eq(code.sub(x, nearest), code.number(0.5));
  return code.add(nearest, code.and(isHalf, code.number(1)));
}

/** An angle less whole quarters of a turn, and what its sine and cosine are made of. */
interface Reduced {
  /** The number of quarters in the lowest bits. */
  readonly turns: V;
  /** All bits where the rest is below zero. */
  readonly isNegative: V;
  /** At the point of the table next to it. */
  readonly sinAt: VectorPair;
  readonly cosAt: VectorPair;
  /** sin d - 0 and cos d - 1 for the distance d from it. */
  readonly sine: VectorPair;
  readonly cosine: VectorPair;
}

function reduced(code: LaneCode, x: V): Reduced {
  const turns = rounded(code, code.div(x, code.number(Math.PI / 2)));
  const minus = code.neg(turns);
  const high = code.fused(minus, code.number(quarterTurn.high), x);
  const first = exactSum(code, high, code.mul(minus, code.number(quarterTurn.middle)));
  const second = exactSum(code, first.hi, code.mul(minus, code.number(quarterTurn.low)));
  const angle = pairOf(code, second.hi, code.add(second.lo, first.lo));
  const isNegative = code.lt(angle.hi, code.number(0));
  const positive = selectPair(code, isNegative, negatedPair(code, angle), angle);
  const index = rounded(code, code.mul(positive.hi, code.number(64)));
  const rows = code.rows(circleTable(), code.add(index, code.number(magic)), { count: 64, byteLength: 32 });
  const [sinHigh, sinLow] = code.pairsAt(rows, 0);
  const [cosHigh, cosLow] = code.pairsAt(rows, 16);
  const d = exactSum(code, code.sub(positive.hi, code.mul(index, code.number(1 / 64))), positive.lo);
  return {
    turns: code.add(turns, code.number(magic)),
    isNegative,
    sinAt: { hi: sinHigh, lo: sinLow },
    cosAt: { hi: cosHigh, lo: cosLow },
    ...ofDistance(code, d),
  };
}

function ofDistance(code: LaneCode, d: VectorPair): { sine: VectorPair; cosine: VectorPair } {
  const { hi: z, lo } = exactProduct(code, d.hi, d.hi);
  const alternating = (a: number, b: number, c: number): V => {
    const inner = code.sub(code.number(b), code.mul(z, code.number(c)));
    return code.sub(code.number(a), code.mul(z, inner));
  };
  const cubic = code.mul(code.mul(d.hi, z), alternating(1 / 6, 1 / 120, 1 / 5040));
  const quartic = code.mul(code.mul(z, z), alternating(1 / 24, 1 / 720, 1 / 40320));
  const half = code.number(-0.5);
  const lost = code.sub(code.mul(lo, half), code.mul(d.hi, d.lo));
  return {
    sine: pairOf(code, d.hi, code.sub(d.lo, cubic)),
    cosine: pairOf(code, code.mul(z, half), code.add(lost, quartic)),
  };
}

/** The sine `ahead` quarters of a turn later, as a pair and the sign to be given to it. */
function ahead(code: LaneCode, reducedAngle: Reduced, quarters: 0 | 1): { pair: VectorPair; sign: V } {
  const { turns, isNegative, sinAt, cosAt, sine, cosine } = reducedAngle;
  const quadrant = quarters === 0 ? turns : code.addBits(turns, code.bits(1n));
  const isOdd = code.shiftRightSigned(code.shiftLeft(quadrant, 63), 63);
  const from = selectPair(code, isOdd, cosAt, sinAt);
  const towards = selectPair(code, isOdd, negatedPair(code, sinAt), cosAt);
  const more = addPairs(code, multiplyPairs(code, towards, sine), multiplyPairs(code, from, cosine));
  const turned = code.shiftLeft(quadrant, 62);
  const flipped = code.xor(turned, code.andNot(isNegative, isOdd));
  return { pair: addPairs(code, from, more), sign: code.and(flipped, code.bits(1n << 63n)) };
}

const most = 1e5;
const least = 2 ** -27;

/** Infinity gives no number in any way. */
const isFar = (code: LaneCode, size: V): V =>
  code.and(code.ge(size, code.number(most)), code.lt(size, code.number(Number.POSITIVE_INFINITY)));

const sineCode =
  (quarters: 0 | 1): Write =>
  (code, [x]) => {
    const { pair, sign } = ahead(code, reduced(code, x), quarters);
    const value = code.xor(pairSum(code, pair), sign);
    const size = code.abs(x);
    const tiny = quarters === 0 ? x : code.number(1);
    return { result: code.select(code.le(size, code.number(least)), tiny, value), rare: isFar(code, size) };
  };

export const sinCode = sineCode(0);
export const cosCode = sineCode(1);

export const tanCode: Write = (code, [x]) => {
  const angle = reduced(code, x);
  const [sin, cos] = ([0, 1] as const).map((quarters) => ahead(code, angle, quarters));
  const value = code.xor(pairSum(code, dividePairs(code, sin.pair, cos.pair)), code.xor(sin.sign, cos.sign));
  const size = code.abs(x);
  return { result: code.select(code.le(size, code.number(least)), x, value), rare: isFar(code, size) };
};
