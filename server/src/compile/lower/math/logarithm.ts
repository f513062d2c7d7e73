/** Logarithms of doubles on vectors, step by step those of tensor/logarithm.ts, tensor/libm.ts and tensor/nearOne.ts. */
import { log10Of2 } from '../../../tensor/libm.ts';
import { log2e, logarithmTables } from '../../../tensor/logarithm.ts';
import { nearOneTerms } from '../../../tensor/nearOne.ts';
import { type Expression, Table } from '../../loopIr/ir.ts';
import type { LaneCode, VectorFunction, Written } from './laneCode.ts';
import { exactProduct, exactSum } from './pairCode.ts';

type V = Expression;
type Write = VectorFunction['write'];

let made: Table | null = null;

/** For each step the inverse, and its logarithm in two parts. */
export function logarithmTable(): Table {
  if (made) return made;
  const { inverse, logHigh, logLow } = logarithmTables();
  const rows = new Float64Array(4 * inverse.length);
  inverse.forEach((value, i) => {
    rows.set([value, logHigh[i], logLow[i], 0], 4 * i);
  });
  made = new Table('logarithms', rows);
  return made;
}

const magic = 1.5 * 2 ** 52;
const oneBits = 0x3ffn << 52n;

/** A positive normal number as a mantissa in [1, 2) and an exponent, as bits that count from 1023. */
function parts(code: LaneCode, x: V): { mantissa: V; biased: V } {
  const digits = code.and(x, code.bits((1n << 52n) - 1n));
  return { mantissa: code.or(digits, code.bits(oneBits)), biased: code.shiftRight(x, 52) };
}

/** A small count, from 1023 on, in the lowest bits. */
const countOf = (code: LaneCode, biased: V): V =>
  code.sub(code.or(biased, code.bits(0x433n << 52n)), code.number(2 ** 52 + 1023));

/** The mantissa halved, and the exponent one more, where `isLarge`. */
function halved(
  code: LaneCode,
  { mantissa, biased }: { mantissa: V; biased: V },
  isLarge: V,
): { value: V; k: V } {
  const value = code.select(isLarge, code.mul(mantissa, code.number(0.5)), mantissa);
  // A mask is -1.
  return { value, k: countOf(code, code.subBits(biased, isLarge)) };
}

/** A logarithm in two parts. */
interface Parts {
  readonly high: V;
  readonly low: V;
}

const logSum = (code: LaneCode, { high, low }: Parts): V => code.add(high, low);

/** log(mantissa · 2^k), the mantissa between the roots of 1/2 and 2. */
function logParts(code: LaneCode, mantissa: V, k: V): Parts {
  const { firstStep, ln2High, ln2Low } = logarithmTables();
  const step = code.floor(code.add(code.mul(mantissa, code.number(128)), code.number(0.5)));
  const index = code.add(step, code.number(magic - firstStep));
  const rows = code.rows(logarithmTable(), index, { count: 128, byteLength: 32 });
  const [inverse, table] = code.pairsAt(rows, 0);
  const [tableLow] = code.pairsAt(rows, 16);
  const [high, low] = code.halves(mantissa);
  const first = code.sub(code.mul(high, inverse), code.number(1));
  const second = code.mul(low, inverse);
  const r = code.add(first, second);
  const rLow = code.add(code.sub(first, r), second);
  const square = code.mul(r, r);
  const half = code.mul(square, code.number(-0.5));
  const lost = code.mul(code.fused(r, r, code.neg(square)), code.number(-0.5));
  const halfLow = code.sub(lost, code.mul(r, rLow));
  const tail = code.mul(code.mul(square, r), series(code, r));
  const base = code.mul(k, code.number(ln2High));
  const a = code.add(base, table);
  const aLow = code.sub(table, code.sub(a, base));
  const b = code.add(a, r);
  const more = code.sub(b, a);
  const bLow = code.add(code.sub(a, code.sub(b, more)), code.sub(r, more));
  const c = code.add(b, half);
  const cLow = code.sub(half, code.sub(c, b));
  const least = code.add(rLow, code.add(tableLow, code.mul(k, code.number(ln2Low))));
  const small = code.add(code.add(halfLow, tail), least);
  return { high: c, low: code.add(cLow, code.add(bLow, code.add(aLow, small))) };
}

/** The mantissa between the roots of 1/2 and 2, and the exponent. */
function takenApart(code: LaneCode, x: V): { value: V; k: V } {
  const all = parts(code, x);
  return halved(code, all, code.ge(all.mantissa, code.number(Math.SQRT2)));
}

/** For a subnormal number its multiple is taken, and the exponent is less by as much. */
type OfNumber = (x: V, lessExponent: number) => V;

const less = (code: LaneCode, k: V, by: number): V => (by === 0 ? k : code.sub(k, code.number(by)));

export const logCode: Write = (code, [x]) =>
  ofPositive(code, x, (number, by) => {
    const { value, k } = takenApart(code, number);
    return logSum(code, logParts(code, value, less(code, k, by)));
  });

export const log2Code: Write = (code, [x]) =>
  ofPositive(code, x, (number, by) => {
    const { value, k } = takenApart(code, number);
    const natural = logParts(code, value, code.number(0));
    const high = logSum(code, natural);
    const low = code.add(code.sub(natural.high, high), natural.low);
    const product = exactProduct(code, high, code.number(log2e.hi));
    const more = code.add(code.mul(high, code.number(log2e.lo)), code.mul(low, code.number(log2e.hi)));
    const sum = exactSum(code, less(code, k, by), product.hi);
    return code.add(sum.hi, code.add(sum.lo, code.add(product.lo, more)));
  });

/** fdlibm's: a whole power of two, whose mantissa is below 1 where it is negative. */
export const log10Code: Write = (code, [x]) =>
  ofPositive(code, x, (number, by) => {
    const { mantissa, biased } = parts(code, number);
    const exponent = less(code, countOf(code, biased), by);
    const isNegative = code.lt(exponent, code.number(0));
    const whole = code.add(exponent, code.and(isNegative, code.number(1)));
    const rest = code.select(isNegative, code.mul(mantissa, code.number(0.5)), mantissa);
    const { value, k } = takenApart(code, rest);
    const natural = code.mul(code.number(Math.LOG10E), logSum(code, logParts(code, value, k)));
    const low = code.add(code.mul(whole, code.number(log10Of2.low)), natural);
    return code.add(low, code.mul(whole, code.number(log10Of2.high)));
  });

/** 1/3 - r (1/4 - r (1/5 - …)). */
function series(code: LaneCode, r: V): V {
  let sum = code.mul(r, code.number(0.1));
  for (let n = 9; n >= 4; n--) sum = code.mul(r, code.sub(code.number(1 / n), sum));
  return code.sub(code.number(1 / 3), sum);
}

/** Of infinities, zeros and numbers without a logarithm; subnormal numbers are scaled first. */
export function ofPositive(code: LaneCode, x: V, compute: OfNumber): Written {
  const zero = code.number(0);
  const finite = code.select(code.lt(x, code.number(Number.POSITIVE_INFINITY)), compute(x, 0), x);
  const positive = code.select(code.lt(x, zero), code.number(Number.NaN), finite);
  const result = code.select(code.eq(x, zero), code.number(Number.NEGATIVE_INFINITY), positive);
  const least = code.number(code.lanes === 'f64x2' ? 2 ** -1022 : 2 ** -126);
  return {
    result,
    rare: code.and(code.gt(x, zero), code.lt(x, least)),
    otherwise: () => ({ result: compute(code.mul(x, code.number(2 ** 54)), 54) }),
  };
}

const { logarithm: p, ln2High, ln2Low } = nearOneTerms;
const fromHighWord = (word: number): number => {
  const float = new Float64Array(1);
  new DataView(float.buffer).setUint32(4, word, true);
  return new DataView(float.buffer).getFloat64(0, true);
};
const nearBelow = fromHighWord(0x3fd2bec4);
const nearAbove = fromHighWord(0x3fda827a);
const largeMantissa = fromHighWord(0x3ff6a09e);

export const log1pCode: Write = (code, [x]) => {
  const [zero, one] = [code.number(0), code.number(1)];
  const size = code.abs(x);
  const bound = code.select(code.lt(x, zero), code.number(nearBelow), code.number(nearAbove));
  const isNear = code.lt(size, bound);
  const hasOne = code.lt(size, code.number(2 ** 53));
  const u = code.select(hasOne, code.add(one, x), x);
  const lost = code.select(
    code.ge(u, code.number(2)),
    code.sub(one, code.sub(u, x)),
    code.sub(x, code.sub(u, one)),
  );
  const c = code.and(code.div(lost, u), hasOne);
  const all = parts(code, u);
  const reduced = halved(code, all, code.ge(all.mantissa, code.number(largeMantissa)));
  const f = code.select(isNear, x, code.sub(reduced.value, one));
  const k = code.select(isNear, zero, reduced.k);
  const half = code.mul(code.mul(f, code.number(0.5)), f);
  const curved = curvedPart(code, f, half);
  const low = code.fused(k, code.number(ln2Low), c);
  const veryNear = code.sub(code.mul(half, code.fused(f, code.number(-0.6666666666666666), one)), low);
  const isVeryNear = code.and(code.lt(f, code.number(2 ** -20)), code.ge(f, code.number(-3 * 2 ** -21)));
  const more = code.select(isVeryNear, veryNear, code.sub(half, code.add(low, curved)));
  const far = code.sub(code.mul(k, code.number(ln2High)), code.sub(more, f));
  const near = code.sub(f, code.sub(half, curved));
  const inside = code.select(code.eq(k, zero), near, far);
  const tiny = code.fused(code.mul(x, x), code.number(-0.5), x);
  const finite = code.select(code.lt(size, code.number(2 ** -29)), tiny, inside);
  const below = code.select(
    code.eq(x, code.number(-1)),
    code.number(Number.NEGATIVE_INFINITY),
    code.number(Number.NaN),
  );
  const above = code.select(code.lt(x, code.number(Number.POSITIVE_INFINITY)), finite, x);
  return { result: code.select(code.le(x, code.number(-1)), below, above) };
};

function curvedPart(code: LaneCode, f: V, half: V): V {
  const s = code.div(f, code.add(code.number(2), f));
  const z = code.mul(s, s);
  const z2 = code.mul(z, z);
  const z4 = code.mul(z2, z2);
  const pair = (i: number): V => code.fused(z, code.number(p[i + 1]), code.number(p[i]));
  const first = code.fused(z, code.number(p[0]), code.mul(z2, pair(1)));
  const second = code.fused(z4, pair(3), first);
  return code.mul(s, code.add(half, code.fused(code.mul(z2, z4), pair(5), second)));
}
