/** Powers of doubles on vectors, step by step those of tensor/power.ts. */
import { powerTables, powerTerms } from '../../../tensor/power.ts';
import { type Expression, Table } from '../../loopIr/ir.ts';
import { exponentialOfSum } from './exponential.ts';
import type { LaneCode, VectorFunction } from './laneCode.ts';

type V = Expression;
type Write = VectorFunction['write'];

let made: Table | null = null;

/** For each step the inverse, and its logarithm in two parts. */
export function powerLogarithmTable(): Table {
  if (made) return made;
  const { inverse, log, logLow } = powerTables();
  const rows = new Float64Array(4 * inverse.length);
  inverse.forEach((value, i) => {
    rows.set([value, log[i]!, logLow[i]!, 0], 4 * i);
  });
  made = new Table('logarithms of powers', rows);
  return made;
}

const { firstBits, ln2High, ln2Low, terms } = powerTerms;
const magic = 1.5 * 2 ** 52;

/** log x in two parts, for x above zero. */
function logarithm(code: LaneCode, x: V): { high: V; low: V } {
  const isSubnormal = code.lt(x, code.number(2 ** -1022));
  const normal = code.select(isSubnormal, code.mul(x, code.number(2 ** 52)), x);
  const beyond = code.subBits(normal, code.bits(firstBits));
  const z = code.subBits(normal, code.and(beyond, code.bits(0xfffn << 52n)));
  const count = code.addBits(code.shiftRightSigned(beyond, 52), code.number(magic));
  const k = code.sub(code.sub(count, code.number(magic)), code.and(isSubnormal, code.number(52)));
  const index = code.shiftRight(beyond, 45);
  const rows = code.rows(powerLogarithmTable(), index, { count: 128, byteLength: 32 });
  const [inverse, log] = code.pairsAt(rows, 0);
  const [logLow] = code.pairsAt(rows, 16);
  const r = code.fused(z, inverse, code.number(-1));
  const first = code.add(code.mul(k, code.number(ln2High)), log);
  const second = code.add(first, r);
  const half = code.mul(code.number(-0.5), r);
  const square = code.mul(r, half);
  const high = code.add(second, square);
  const lost = code.fused(half, r, code.neg(square));
  const table = code.add(code.mul(k, code.number(ln2Low)), logLow);
  const rest = code.add(
    code.add(code.add(table, code.add(code.sub(first, second), r)), lost),
    code.add(code.sub(second, high), square),
  );
  const pair = (i: number): V => code.add(code.number(terms[i]), code.mul(r, code.number(terms[i + 1])));
  const inner = code.add(pair(2), code.mul(square, pair(4)));
  const curved = code.fused(square, inner, code.fused(r, code.number(terms[1]), code.number(terms[0])));
  const low = code.fused(code.mul(r, square), curved, rest);
  const sum = code.add(high, low);
  return { high: sum, low: code.add(code.sub(high, sum), low) };
}

/** Squares and roots as such; the rest by logarithms. */
export const powCode: Write = (code, [x, y]) => {
  const isSquare = code.eq(y, code.number(2));
  const isRoot = code.and(code.eq(y, code.number(0.5)), code.ge(x, code.number(0)));
  const root = code.sqrt(code.add(x, code.number(0)));
  return {
    result: code.select(isSquare, code.mul(x, x), root),
    rare: code.not(code.or(isSquare, isRoot)),
    otherwise: () => ({ result: generalPower(code, x, y) }),
  };
};

function generalPower(code: LaneCode, x: V, y: V): V {
  const [zero, one, infinite] = [0, 1, Number.POSITIVE_INFINITY].map((value) => code.number(value));
  const size = code.abs(x);
  const { high, low } = logarithm(code, size);
  const product = code.mul(y, high);
  const more = code.fused(y, low, code.fused(y, high, code.neg(product)));
  const finite = exponentialOfSum(code, product, more);
  const isInfinite = code.eq(size, infinite);
  const isExtreme = code.or(isInfinite, code.eq(size, zero));
  // Of zero and of infinity: one of the two.
  const grows = code.not(code.xor(code.gt(y, zero), isInfinite));
  const sized = code.select(isExtreme, code.and(grows, infinite), finite);
  const isWhole = code.eq(code.trunc(y), y);
  const half = code.mul(y, code.number(0.5));
  const isOdd = code.and(isWhole, code.ne(code.trunc(half), half));
  const signed = code.xor(sized, code.and(code.and(x, isOdd), code.bits(1n << 63n)));
  const hasNone = code.andNot(code.andNot(code.lt(x, zero), isWhole), isExtreme);
  const real = code.or(signed, hasNone);
  const isNumber = code.and(code.eq(x, x), code.eq(y, y));
  const value = code.or(real, code.not(isNumber));
  const isEndless = code.and(code.eq(size, one), code.eq(code.abs(y), infinite));
  const isOne = code.or(code.or(code.eq(y, zero), code.eq(x, one)), isEndless);
  return code.select(isOne, one, value);
}
