/** exp of doubles on vectors, step by step that of tensor/exponential.ts; and what is made of it. */
import { exponentialSteps, powersOfTwo } from '../../../tensor/exponential.ts';
import { nearOneTerms } from '../../../tensor/nearOne.ts';
import { type Expression, Table } from '../../loopIr/ir.ts';
import type { LaneCode, VectorFunction, Written } from './laneCode.ts';

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

/** The argument as a number of steps, in the lowest bits of `shifted`, and what the power has to be more than that of the steps. */
interface Reduced {
  readonly shifted: V;
  /** The bits of the power, less what the number of the step adds to its exponent. */
  readonly power: V;
  /** Relative to the power. */
  readonly more: V;
}

/** The power of the step, and what is missing there relative to it. */
function stepOf(code: LaneCode, shifted: V): { rest: V; power: V } {
  const [rest, power] = code.pairsAt(code.rows(powerTable(), shifted, { count: 128, byteLength: 16 }), 0);
  return { rest, power };
}

function reduced(code: LaneCode, x: V, beside: V | null): Reduced {
  const shifted = code.add(code.mul(x, code.number(perStep)), code.number(shift));
  const count = code.sub(shifted, code.number(shift));
  const first = code.fused(count, code.number(stepHigh), x);
  const alone = code.fused(count, code.number(stepLow), first);
  const r = beside ? code.add(alone, beside) : alone;
  const { rest, power } = stepOf(code, shifted);
  const square = code.mul(r, r);
  const low = code.fused(r, code.number(terms[1]), code.number(terms[0]));
  const high = code.fused(r, code.number(terms[3]), code.number(terms[2]));
  const sum = code.fused(square, low, code.add(rest, r));
  return { shifted, power, more: code.fused(code.mul(square, square), high, sum) };
}

type Write = VectorFunction['write'];

const fusedScale = (code: LaneCode, scale: V, more: V): V => code.fused(scale, more, scale);

/** Where the power is e^x, where the results are 0 and infinite. */
const naturalLimits = { limit, least: -745.2, most: 709.79, scaled: fusedScale } as const;

/** Within the limit by the short way. */
export const expCode: Write = (code, [x]) =>
  scaledPower(code, x, { ...reduced(code, x, null), ...naturalLimits });

/** exp(x + more), the second much smaller than the first; of any size. */
export const exponentialOfSum = (code: LaneCode, x: V, more: V): V =>
  farPower(code, x, { ...reduced(code, x, more), ...naturalLimits });

/** 2^x by the same method, where no step is fused. */
export const exp2Code: Write = (code, [x]) => {
  const { terms2, limit2 } = exponentialSteps;
  const shift2 = shift / 128;
  const shifted = code.add(x, code.number(shift2));
  const r = code.sub(x, code.sub(shifted, code.number(shift2)));
  const { rest, power } = stepOf(code, shifted);
  const square = code.mul(r, r);
  const term = (i: number): V => code.mul(r, code.number(terms2[i]));
  const low = code.add(code.number(terms2[1]), term(2));
  const high = code.add(code.number(terms2[3]), term(4));
  const sum = code.add(code.add(rest, term(0)), code.mul(square, low));
  const more = code.add(sum, code.mul(code.mul(square, square), high));
  const scaled = (_: LaneCode, scale: V, relative: V): V => code.add(scale, code.mul(scale, relative));
  return scaledPower(code, x, { shifted, power, more, limit: limit2, least: -1076, most: 1024, scaled });
};

interface Scaling extends Reduced {
  /** Within it exponents are moderate. */
  readonly limit: number;
  /** Beyond these the results are 0 and infinite. */
  readonly least: number;
  readonly most: number;
  readonly scaled: (code: LaneCode, scale: V, more: V) => V;
}

function scaledPower(code: LaneCode, x: V, scaling: Scaling): Written {
  const { shifted, power, more, scaled } = scaling;
  return {
    result: scaled(code, code.addBits(power, code.shiftLeft(shifted, 45)), more),
    rare: code.not(code.lt(code.abs(x), code.number(scaling.limit))),
    otherwise: () => ({ result: farPower(code, x, scaling) }),
  };
}

/** The power of any number: its power of two is made in two steps, of which only the last may round. */
function farPower(code: LaneCode, x: V, scaling: Scaling): V {
  const { shifted, power, more, scaled, limit: moderate, least, most } = scaling;
  const step = code.and(shifted, code.bits(127n));
  const scale = code.addBits(power, code.shiftLeft(step, 45));
  const exponent = code.shiftLeft(code.subBits(shifted, step), 45);
  const almost = code.subBits(code.addBits(scaled(code, scale, more), exponent), code.bits(2n << 52n));
  const large = code.mul(almost, code.number(4));
  const small = smallPower(code, { scale, more, exponent });
  const isLarge = code.gt(x, code.number(-moderate));
  const inside = code.select(isLarge, large, small);
  const above = code.select(code.lt(x, code.number(most)), inside, code.number(Number.POSITIVE_INFINITY));
  const below = code.select(code.gt(x, code.number(least)), above, code.number(0));
  return code.select(code.eq(x, x), below, x);
}

/** As `small` in tensor/exponential.ts: not fused, and rounded to the places of subnormal numbers before it is scaled. */
function smallPower(
  code: LaneCode,
  { scale, more, exponent }: { readonly scale: V; readonly more: V; readonly exponent: V },
): V {
  const one = code.number(1);
  const factor = code.addBits(exponent, code.bits(2045n << 52n));
  const high = code.mul(scale, factor);
  const low = code.mul(code.mul(scale, more), factor);
  const value = code.add(high, low);
  const sum = code.add(one, value);
  const lost = code.add(code.add(code.sub(one, sum), value), code.add(code.sub(high, value), low));
  const rounded = code.sub(code.add(sum, lost), one);
  return code.mul(code.select(code.ge(value, one), value, rounded), code.number(2 ** -1022));
}

export const sigmoidCode: Write = (code, [x]) => {
  const one = code.number(1);
  const ofPower = ({ result, otherwise, ...rest }: Written): Written => ({
    ...rest,
    result: code.div(one, code.add(one, result)),
    ...(otherwise ? { otherwise: () => ofPower(otherwise()) } : {}),
  });
  return ofPower(expCode(code, [code.neg(x)]));
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
