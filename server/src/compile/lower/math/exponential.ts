/** exp of doubles on vectors, step by step that of tensor/exponential.ts; and what is made of it. */
import { exponentialSteps, powersOfTwo } from '../../../tensor/exponential.ts';
import { nearOneTerms } from '../../../tensor/nearOne.ts';
import { type Expression, Table } from '../../loopIr/ir.ts';
import type { LaneCode, VectorFunction } from './laneCode.ts';

type V = Expression;

/** For each step what is missing in the power, relative to it; and the power, less what the number of the step adds to its exponent. */
function makeTable(): Table {
  const { power, rest } = powersOfTwo();
  const bits = new BigInt64Array(2 * power.length);
  const rests = new BigInt64Array(rest.buffer);
  const powers = new BigInt64Array(power.buffer);
  for (let i = 0; i < power.length; i++) {
    bits[2 * i] = rests[i];
    bits[2 * i + 1] = powers[i] - (BigInt(i) << 45n);
  }
  return new Table('powers of two', bits);
}

let made: Table | null = null;

export function powerTable(): Table {
  made ??= makeTable();
  return made;
}

const { perStep, shift, stepHigh, stepLow, terms, limit } = exponentialSteps;

/** exp within ±512; elsewhere nonsense. */
export function exponential(code: LaneCode, x: V): V {
  const shifted = code.add(code.mul(x, code.number(perStep)), code.number(shift));
  const count = code.sub(shifted, code.number(shift));
  const first = code.fused(count, code.number(stepHigh), x);
  const r = code.fused(count, code.number(stepLow), first);
  const [rest, power] = code.pairsAt(code.rows(powerTable(), shifted, { count: 128, byteLength: 16 }), 0);
  const scale = code.addBits(power, code.shiftLeft(shifted, 45));
  const square = code.mul(r, r);
  const low = code.fused(r, code.number(terms[1]), code.number(terms[0]));
  const high = code.fused(r, code.number(terms[3]), code.number(terms[2]));
  const sum = code.fused(square, low, code.add(rest, r));
  return code.fused(scale, code.fused(code.mul(square, square), high, sum), scale);
}

/** Where {@link exponential} is right. */
export const isModerate = (code: LaneCode, x: V): V => code.lt(code.abs(x), code.number(limit));

type Write = VectorFunction['write'];

/** Far out the result is 0 or infinite; between there and the limit the reference is asked. */
export const expCode: Write = (code, [x]) => {
  const inside = exponential(code, x);
  const isInside = isModerate(code, x);
  const isAbove = code.gt(x, code.number(709.79));
  const isBelow = code.lt(x, code.number(-745.2));
  const above = code.select(isAbove, code.number(Number.POSITIVE_INFINITY), inside);
  const result = code.select(isBelow, code.number(0), above);
  return { result, rare: code.not(code.or(isInside, code.or(isAbove, isBelow))) };
};

export const sigmoidCode: Write = (code, [x]) => {
  const { result, rare } = expCode(code, [code.neg(x)]);
  return { result: code.div(code.number(1), code.add(code.number(1), result)), ...(rare ? { rare } : {}) };
};

const { exponential: q, ln2High, ln2Low } = nearOneTerms;
const magic = 1.5 * 2 ** 52;
/** Where the reduction begins, where it is by more than once, and from where the result is -1: as fdlibm compares, the upper halves. */
const aHalf = 0.3465735912322998;
const oneAndHalf = 1.0397205352783203;
const leastExponent = -38.81622314453125;

/** exp(x) - 1, step by step that of tensor/nearOne.ts. */
export const expm1Code: Write = (code, [x]) => {
  const zero = code.number(0);
  const { k, rest, c } = reducedTwice(code, x);
  const half = code.mul(rest, code.number(0.5));
  const square = code.mul(rest, half);
  const square2 = code.mul(square, square);
  const pair = (i: number): V => code.fused(square, code.number(q[i + 1]), code.number(q[i]));
  const near = code.fused(square2, pair(1), code.fused(square, code.number(q[0]), code.number(1)));
  const r = code.fused(code.mul(square2, square2), pair(3), near);
  const t = code.fusedFrom(r, half, code.number(3));
  const ratio = code.div(code.sub(r, t), code.fusedFrom(t, rest, code.number(6)));
  const first = code.mul(square, ratio);
  const plain = code.sub(rest, code.fused(first, rest, code.neg(square)));
  const e = code.sub(code.fused(code.sub(first, c), rest, code.neg(c)), square);
  const inside = code.select(code.eq(k, zero), plain, scaledBack(code, { x: rest, e, k }));
  const isAbove = code.gt(x, code.number(709.782712893384));
  const above = code.select(isAbove, code.number(Number.POSITIVE_INFINITY), inside);
  const result = code.select(code.le(x, code.number(leastExponent)), code.number(-1), above);
  return { result: code.select(code.eq(x, x), result, x) };
};

/** The argument less k·log 2, in two parts. */
function reducedTwice(code: LaneCode, x: V): { k: V; rest: V; c: V } {
  const size = code.abs(x);
  const signed = (value: number): V => code.withSignOf(code.number(value), x);
  const many = code.trunc(code.add(code.mul(x, code.number(Math.LOG2E)), signed(0.5)));
  const once = code.select(code.lt(size, code.number(oneAndHalf)), signed(1), many);
  const k = code.and(once, code.ge(size, code.number(aHalf)));
  const high = code.sub(x, code.mul(k, code.number(ln2High)));
  const low = code.mul(k, code.number(ln2Low));
  const rest = code.sub(high, low);
  return { k, rest, c: code.sub(code.sub(high, rest), low) };
}

/** (1 + x - e)·2^k - 1 with as little loss as there may be. */
function scaledBack(code: LaneCode, { x, e, k }: { x: V; e: V; k: V }): V {
  const one = code.number(1);
  const bits = code.add(k, code.number(magic));
  const inverse = code.shiftLeft(code.subBits(code.bits(1023n), bits), 52);
  const less = code.sub(e, x);
  const isFar = code.or(code.le(k, code.number(-2)), code.gt(k, code.number(56)));
  const few = code.sub(code.sub(one, inverse), less);
  const many = code.add(code.sub(x, code.add(e, inverse)), one);
  const middle = code.select(code.lt(k, code.number(20)), few, many);
  const scaled = code.addBits(code.select(isFar, code.sub(one, less), middle), code.shiftLeft(bits, 52));
  const general = code.select(isFar, code.sub(scaled, one), scaled);
  const more = code.sub(x, e);
  const minusOne = code.sub(code.mul(more, code.number(0.5)), code.number(0.5));
  const plusOne = code.select(
    code.lt(x, code.number(-0.25)),
    code.mul(code.sub(e, code.add(x, code.number(0.5))), code.number(-2)),
    code.add(one, code.mul(more, code.number(2))),
  );
  const above = code.select(code.eq(k, one), plusOne, general);
  return code.select(code.eq(k, code.number(-1)), minusOne, above);
}
