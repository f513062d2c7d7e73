/** Remainders and floor division of doubles on vectors, as tensor/primitives.ts has them: Python's, exact. */
import type { Expression } from '../../loopIr/ir.ts';
import type { LaneCode, VectorFunction } from './laneCode.ts';

type V = Expression;
type Write = VectorFunction['write'];

/** C's remainder, which has the sign of x; it is exact where the quotient has all its digits. */
function remainder(code: LaneCode, x: V, y: V): { rest: V; rare: V } {
  const [width, step] = [code.abs(x), code.abs(y)];
  const quotient = code.trunc(code.div(width, step));
  // A quotient rounded up to a whole number is one too large.
  const first = code.fusedFrom(quotient, step, width);
  const positive = code.select(code.lt(first, code.number(0)), code.add(first, step), first);
  const infinite = code.number(Number.POSITIVE_INFINITY);
  const hasEnd = code.lt(width, infinite);
  const size = code.select(code.and(hasEnd, code.eq(step, infinite)), width, positive);
  const isLarge = code.ge(quotient, code.number(2 ** 53));
  return {
    rest: code.withSignOf(size, x),
    rare: code.and(code.and(isLarge, hasEnd), code.gt(step, code.number(0))),
  };
}

/** True where the remainder is on the other side of zero. */
const isOpposite = (code: LaneCode, rest: V, y: V): V =>
  code.xor(code.lt(rest, code.number(0)), code.lt(y, code.number(0)));

export const moduloCode: Write = (code, [x, y]) => {
  const { rest, rare } = remainder(code, x, y);
  const zero = code.number(0);
  const moved = code.select(isOpposite(code, rest, y), code.add(rest, y), rest);
  return { result: code.select(code.eq(rest, zero), code.withSignOf(zero, y), moved), rare };
};

export const floorDivisionCode: Write = (code, [x, y]) => {
  const { rest, rare } = remainder(code, x, y);
  const [zero, one] = [code.number(0), code.number(1)];
  const ratio = code.div(x, y);
  const isBelow = code.and(code.ne(rest, zero), isOpposite(code, rest, y));
  const quotient = code.sub(code.div(code.sub(x, rest), y), code.and(isBelow, one));
  const floor = code.floor(quotient);
  const isAbove = code.gt(code.sub(quotient, floor), code.number(0.5));
  const whole = code.add(floor, code.and(isAbove, one));
  const value = code.select(code.eq(quotient, zero), code.withSignOf(zero, ratio), whole);
  return { result: code.select(code.eq(y, zero), ratio, value), rare };
};
