/** exp, log, sin and cos of single floats on vectors, step by step those of tensor/float32Math.ts; and how functions of doubles are used on them. */
import { singleTerms } from '../../../tensor/float32Math.ts';
import { call, type Expression, type IrFunction, op } from '../../loopIr/ir.ts';
import { highToLow, type LaneCode, lowHalves, type VectorFunction } from './laneCode.ts';
import { ofPositive } from './logarithm.ts';

type V = Expression;
type Write = VectorFunction['write'];

/** Added and taken away again it rounds to a whole number. */
const magic = 12582912;
const magicBits = 0x4b400000;
const oneBits = 0x3f800000;

export const singleExpCode: Write = (code, [x]) => {
  const { exponentialAbove, exponentialBelow, log2e, ln2High, ln2Low, leastPower, mostPower } = singleTerms;
  const shifted = code.add(code.mul(x, code.number(log2e)), code.number(magic));
  const power = code.sub(shifted, code.number(magic));
  const rest = code.fused(power, code.number(ln2Low), code.fused(power, code.number(ln2High), x));
  const value = code.div(code.polynomial(rest, exponentialAbove), code.polynomial(rest, exponentialBelow));
  // The power of two in two factors, of which only the second may round.
  const count = code.words('sub', shifted, magicBits);
  const half = code.shiftRightSigned(count, 1);
  const first = code.mul(value, powerOfTwo(code, half));
  const result = code.mul(first, powerOfTwo(code, code.subBits(count, half)));
  const above = code.select(
    code.lt(x, code.number(mostPower)),
    result,
    code.number(Number.POSITIVE_INFINITY),
  );
  const inRange = code.select(code.gt(x, code.number(leastPower)), above, code.number(0));
  return { result: code.select(code.eq(x, x), inRange, x) };
};

const powerOfTwo = (code: LaneCode, exponent: V): V =>
  code.words('add', code.shiftLeft(exponent, 23), oneBits);

export const singleLogCode: Write = (code, [x]) =>
  ofPositive(code, x, (number, less) => {
    const { logarithmAbove, logarithmBelow, ln2, root2 } = singleTerms;
    const one = code.word(oneBits);
    const digits = code.or(code.and(number, code.word(0x007fffff)), one);
    const isLarge = code.gt(digits, code.number(root2));
    const mantissa = code.select(isLarge, code.mul(digits, code.number(0.5)), digits);
    const whole = code.words('sub', code.shiftRight(number, 23), 127 + less);
    // A mask is -1.
    const exponent = code.bind(op('f32x4.convert_i32x4_s', code.subBits(whole, isLarge)));
    const rest = code.sub(mantissa, code.number(1));
    const value = code.div(code.polynomial(rest, logarithmAbove), code.polynomial(rest, logarithmBelow));
    return code.fused(exponent, code.number(ln2), value);
  });

/** The sine, or the cosine, which is a quarter of a turn ahead. */
const circularCode =
  (ahead: 0 | 1): Write =>
  (code, [x]) => {
    const { twoOverPi, turnHigh, turnMiddle, turnLow, sineTerms, cosineTerms, mostAngle } = singleTerms;
    const shifted = code.fused(x, code.number(twoOverPi), code.number(magic));
    const turns = code.sub(shifted, code.number(magic));
    const high = code.fused(turns, code.number(turnHigh), x);
    const angle = code.fused(turns, code.number(turnLow), code.fused(turns, code.number(turnMiddle), high));
    const square = code.mul(angle, angle);
    const sine = code.fused(code.polynomial(square, sineTerms), square, code.number(0));
    const quadrant = ahead === 0 ? shifted : code.words('add', shifted, 1);
    const isOdd = code.shiftRightSigned(code.shiftLeft(quadrant, 31), 31);
    const value = code.select(isOdd, code.polynomial(square, cosineTerms), code.fused(sine, angle, angle));
    const sign = code.and(code.shiftLeft(quadrant, 30), code.word(0x80000000));
    const size = code.abs(x);
    const hasEnd = code.lt(size, code.number(Number.POSITIVE_INFINITY));
    return {
      result: code.or(code.xor(value, sign), code.not(hasEnd)),
      rare: code.and(hasEnd, code.gt(size, code.number(mostAngle))),
    };
  };

export const singleSinCode = circularCode(0);
export const singleCosCode = circularCode(1);

/** 1 / (1 + exp(-x)), the exponential from the function of doubles. */
export const singleSigmoidCode =
  (exp: IrFunction): Write =>
  (code, [x]) => {
    const one = code.number(1);
    const { result: power } = widenedCode(exp)(code, [code.neg(x)]);
    return { result: code.div(one, code.add(one, power)) };
  };

/** A function of doubles on single floats: rounded once more. */
export const widenedCode =
  (wide: IrFunction): Write =>
  (code, args) => {
    const half = (parts: readonly V[]): V => {
      const doubles = parts.map((part) => code.bind(op('f64x2.promote_low_f32x4', part)));
      return code.bind(op('f32x4.demote_f64x2_zero', call(wide, ...doubles)));
    };
    const low = half(args);
    const high = half(args.map((arg) => code.shuffle(highToLow, arg, arg)));
    return { result: code.shuffle(lowHalves, low, high) };
  };
