/**
 * Table of the scalar operations as instructions: for each primitive what it is on floats, on integers in `i32` and on those
 * in `i64`. What has no row here is computed by the function that the reference backend uses, called from the code.
 * Arguments are locals or literals, so that rows may use them twice.
 */
import type { PrimitiveName } from '../../tensor/primitives.ts';
import { call, type Expression, i32, i64, op } from '../loopIr/ir.ts';
import {
  type CodeDType,
  convert,
  isFloatType,
  isSignedType,
  literalOf,
  nonZero,
  wrapped,
} from './elementTypes.ts';
import { importedPrimitive } from './importedPrimitives.ts';
import { integerPower } from './kernels/integerPower.ts';
import { scalarFunction } from './mathFunctions.ts';

type Row = (args: readonly Expression[], dtype: CodeDType) => Expression;

const simple =
  (name: string): Row =>
  (args) =>
    op(`${args[0].type}.${name}`, ...args);

/** An instruction that exists for signed and for unsigned integers. */
const bySign =
  (name: string): Row =>
  (args, dtype) =>
    op(`${args[0].type}.${name}${isFloatType(dtype) ? '' : isSignedType(dtype) ? '_s' : '_u'}`, ...args);

const choose = (condition: Expression, then: Expression, otherwise: Expression): Expression =>
  op('select', then, otherwise, condition);

const isNaNCode = (x: Expression): Expression => op(`${x.type}.ne`, x, x);
const zeroOf = (dtype: CodeDType): Expression => literalOf(dtype, 0);

/** NumPy's: NaN wins, and of two zeros the first is taken. */
const extreme =
  (comparison: 'ge' | 'le'): Row =>
  ([x, y], dtype) => {
    const isFirst = bySign(comparison)([x, y], dtype);
    return choose(isFloatType(dtype) ? op('i32.or', isFirst, isNaNCode(x)) : isFirst, x, y);
  };

const anyType: Partial<Record<PrimitiveName, Row>> = {
  add: simple('add'),
  sub: simple('sub'),
  mul: simple('mul'),
  eq: simple('eq'),
  ne: simple('ne'),
  lt: bySign('lt'),
  le: bySign('le'),
  gt: bySign('gt'),
  ge: bySign('ge'),
  max: extreme('ge'),
  min: extreme('le'),
  select: ([condition, x, y]) => choose(condition, x, y),
  identity: ([x]) => x,
  second: ([, y]) => y,
  zero: (_, dtype) => zeroOf(dtype),
  sign: ([x], dtype) => {
    const negative = isSignedType(dtype)
      ? choose(bySign('lt')([x, zeroOf(dtype)], dtype), literalOf(dtype, -1), x)
      : x;
    return choose(bySign('gt')([x, zeroOf(dtype)], dtype), literalOf(dtype, 1), negative);
  },
};

const floats: Partial<Record<PrimitiveName, Row>> = {
  div: simple('div'),
  neg: simple('neg'),
  abs: simple('abs'),
  sqrt: simple('sqrt'),
  floor: simple('floor'),
  ceil: simple('ceil'),
  trunc: simple('trunc'),
  roundHalfToEven: simple('nearest'),
  isNan: ([x]) => isNaNCode(x),
  isInf: ([x], dtype) =>
    op(`${x.type}.eq`, op(`${x.type}.abs`, x), literalOf(dtype, Number.POSITIVE_INFINITY)),
  logicalNot: ([x], dtype) => op(`${x.type}.eq`, x, zeroOf(dtype)),
};

/** Divisors of zero, and the least integer by -1, are no faults: a divisor that would be one is replaced. */
function safeQuotient(x: Expression, y: Expression, dtype: CodeDType): Expression {
  const { type } = x;
  if (!isSignedType(dtype)) return op(`${type}.div_u`, x, choose(op(`${type}.eqz`, y), one(type), y));
  const isOdd = op('i32.or', op(`${type}.eqz`, y), op(`${type}.eq`, y, minusOne(type)));
  return op(`${type}.div_s`, x, choose(isOdd, one(type), y));
}

const one = (type: string): Expression => (type === 'i64' ? i64(1n) : i32(1));
const minusOne = (type: string): Expression => (type === 'i64' ? i64(-1n) : i32(-1));
const nothing = (type: string): Expression => (type === 'i64' ? i64(0n) : i32(0));

const floorDivision: Row = ([x, y], dtype) => {
  const { type } = x;
  const quotient = safeQuotient(x, y, dtype);
  if (!isSignedType(dtype)) return choose(op(`${type}.eqz`, y), nothing(type), quotient);
  const product = op(`${type}.mul`, quotient, y);
  const isBelow = op(
    'i32.and',
    op(`${type}.ne`, product, x),
    op(`${type}.lt_s`, op(`${type}.xor`, x, y), nothing(type)),
  );
  const floor = op(`${type}.sub`, quotient, choose(isBelow, one(type), nothing(type)));
  const negated = op(`${type}.sub`, nothing(type), x);
  return choose(
    op(`${type}.eqz`, y),
    nothing(type),
    choose(op(`${type}.eq`, y, minusOne(type)), negated, floor),
  );
};

const floorModulo: Row = ([x, y], dtype) => {
  const { type } = x;
  const divisor = choose(op(`${type}.eqz`, y), one(type), y);
  const rest = op(`${type}.rem_${isSignedType(dtype) ? 's' : 'u'}`, x, divisor);
  if (!isSignedType(dtype)) return choose(op(`${type}.eqz`, y), nothing(type), rest);
  const isOpposite = op(
    'i32.and',
    op(`${type}.ne`, rest, nothing(type)),
    op(`${type}.lt_s`, op(`${type}.xor`, rest, y), nothing(type)),
  );
  const modulo = op(`${type}.add`, rest, choose(isOpposite, y, nothing(type)));
  return choose(op(`${type}.eqz`, y), nothing(type), modulo);
};

const power: Row = ([x, y], dtype) => {
  if (x.type === 'i64') return call(integerPower, x, y);
  const [base, exponent] = [x, y].map((value) => convert(value, dtype, 'int64'));
  return op('i32.wrap_i64', call(integerPower, base, exponent));
};

const integers: Partial<Record<PrimitiveName, Row>> = {
  pow: power,
  floorDiv: floorDivision,
  mod: floorModulo,
  neg: ([x]) => op(`${x.type}.sub`, nothing(x.type), x),
  abs: ([x], dtype) =>
    isSignedType(dtype)
      ? choose(op(`${x.type}.lt_s`, x, nothing(x.type)), op(`${x.type}.sub`, nothing(x.type), x), x)
      : x,
  and: simple('and'),
  or: simple('or'),
  xor: simple('xor'),
  not: ([x]) => op(`${x.type}.xor`, x, minusOne(x.type)),
  logicalNot: ([x]) => op(`${x.type}.eqz`, x),
  floor: ([x]) => x,
  ceil: ([x]) => x,
  trunc: ([x]) => x,
  roundHalfToEven: ([x]) => x,
  isNan: () => i32(0),
  isInf: () => i32(0),
};

const givesTruth: ReadonlySet<PrimitiveName> = new Set([
  'eq',
  'ne',
  'lt',
  'le',
  'gt',
  'ge',
  'logicalNot',
  'isNan',
  'isInf',
]);

/** True where a primitive gives 0 or 1 in `i32` whatever its operands are. */
export const isTruth = (name: PrimitiveName): boolean => givesTruth.has(name);

/** A primitive on elements of one type, as code. */
export function scalarCode(name: PrimitiveName, args: readonly Expression[], dtype: CodeDType): Expression {
  const row = anyType[name] ?? (isFloatType(dtype) ? floats : integers)[name];
  const callee = row ? null : (scalarFunction(name, dtype) ?? importedPrimitive(name, dtype, args.length));
  const value = callee ? call(callee, ...args) : row!(args, dtype);
  if (isTruth(name) || isFloatType(dtype)) return value;
  return dtype === 'bool' ? nonZero(value) : wrapped(dtype, value);
}

/** True where a primitive needs no call out of the module. */
export const isNative = (name: PrimitiveName, dtype: CodeDType): boolean =>
  (anyType[name] ?? (isFloatType(dtype) ? floats : integers)[name]) !== undefined;
