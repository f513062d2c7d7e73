/**
 * Operations on sixteen elements of one byte, in one vector: small integers, and truths, which are masks. An element is the same as by the row of the
 * same name in scalarCode.ts; what has no row here is computed in packs of four (packs.ts).
 */
import type { ScalarExpression } from '../../graph/ops/scalarRules.ts';
import { byteSize } from '../../tensor/dtype.ts';
import type { PrimitiveName } from '../../tensor/primitives.ts';
import { type Expression, i32, load, op, type Statement, store } from '../loopIr/ir.ts';
import type { Builder } from './builder.ts';
import { type CodeDType, loadElement } from './elementTypes.ts';
import { constantBits } from './math/constantPool.ts';
import { isTruth } from './scalarCode.ts';
import type { ByteCode } from './values.ts';

/** So many elements fill a vector. */
export const bytesPerVector = 16;

export const isByteType = (dtype: CodeDType): boolean => byteSize(dtype) === 1;

/** A small number in all bytes. */
const everywhere = (value: number): Expression =>
  constantBits(BigInt.asUintN(8, BigInt(value)) * 0x0101_0101_0101_0101n);

const zero = constantBits(0n);
const lowBytes = constantBits(0x00ff_00ff_00ff_00ffn);

/** The arguments are locals. */
type Row = (args: readonly Expression[], suffix: 's' | 'u') => Expression;

const simple =
  (name: string): Row =>
  (args) =>
    op(name, ...args);

/** An order, which has two instructions. */
const ordered =
  (name: string): Row =>
  (args, suffix) =>
    op(`i8x16.${name}_${suffix}`, ...args);

/** Every second byte by itself: there is no product of bytes. */
const product: Row = ([x, y]) => {
  const upper = (vector: Expression): Expression => op('i16x8.shr_u', vector, i32(8));
  const even = op('v128.and', op('i16x8.mul', x, y), lowBytes);
  return op('v128.or', even, op('i16x8.shl', op('i16x8.mul', upper(x), upper(y)), i32(8)));
};

const numbers: Partial<Record<PrimitiveName, Row>> = {
  add: simple('i8x16.add'),
  sub: simple('i8x16.sub'),
  mul: product,
  neg: simple('i8x16.neg'),
  abs: ([x], suffix) => (suffix === 's' ? op('i8x16.abs', x) : x),
  sign: ([x], suffix) =>
    suffix === 's'
      ? op('i8x16.sub', op('i8x16.gt_s', zero, x), op('i8x16.gt_s', x, zero))
      : op('v128.and', op('i8x16.ne', x, zero), everywhere(1)),
  and: simple('v128.and'),
  or: simple('v128.or'),
  xor: simple('v128.xor'),
  not: simple('v128.not'),
  max: ordered('max'),
  min: ordered('min'),
  eq: simple('i8x16.eq'),
  ne: simple('i8x16.ne'),
  lt: ordered('lt'),
  le: ordered('le'),
  gt: ordered('gt'),
  ge: ordered('ge'),
  logicalNot: ([x]) => op('i8x16.eq', x, zero),
};

const truths: Partial<Record<PrimitiveName, Row>> = {
  add: simple('v128.or'),
  mul: simple('v128.and'),
  and: simple('v128.and'),
  or: simple('v128.or'),
  xor: simple('v128.xor'),
  max: simple('v128.or'),
  min: simple('v128.and'),
  ne: simple('v128.xor'),
  eq: ([x, y]) => op('v128.not', op('v128.xor', x, y)),
  logicalNot: simple('v128.not'),
};

const passing: Partial<Record<PrimitiveName, Row>> = {
  select: ([condition, x, y]) => op('v128.bitselect', x, y, condition),
  identity: ([x]) => x,
  second: ([, y]) => y,
  zero: () => zero,
};

const rowOf = (name: PrimitiveName, dtype: CodeDType): Row | undefined =>
  passing[name] ?? (dtype === 'bool' ? truths : numbers)[name];

const suffixOf = (dtype: CodeDType): 's' | 'u' => (dtype === 'int8' ? 's' : 'u');

/** A primitive on bytes of one type; null where it has no row. */
export function primitiveBytes(name: PrimitiveName, dtype: CodeDType): ByteCode | null {
  const row = isByteType(dtype) ? rowOf(name, dtype) : undefined;
  return row ? (builder, args) => builder.bind(row(args, suffixOf(dtype)), 'w') : null;
}

/** Bytes of one type as bytes of another; null where one of them has more than a byte. */
export function conversionOfBytes(from: CodeDType, to: CodeDType): ByteCode | null {
  if (!isByteType(from) || !isByteType(to)) return null;
  return (builder, [x]) => converted(builder, x, { from, to });
}

function converted(
  builder: Builder,
  x: Expression,
  { from, to }: { from: CodeDType; to: CodeDType },
): Expression {
  if (from === to) return x;
  if (to === 'bool') return builder.bind(op('i8x16.ne', x, zero), 'w');
  return from === 'bool' ? builder.bind(op('v128.and', x, everywhere(1)), 'w') : x;
}

/** An expression on bytes of the type `compute` (or truths); null where some part of it has no row. */
export function expressionBytes(
  expression: ScalarExpression,
  { compute, output }: { readonly compute: CodeDType; readonly output: CodeDType },
): ByteCode | null {
  if (!isByteType(compute) || !isByteType(output) || !hasRows(expression, compute)) return null;
  return (builder, operands) => {
    const walk = (part: ScalarExpression): { readonly code: Expression; readonly dtype: CodeDType } => {
      if (part.kind === 'operand') return { code: operands[part.index], dtype: compute };
      if (part.kind === 'literal')
        return { code: everywhere(compute === 'bool' ? -part.value : part.value), dtype: compute };
      const args = part.args.map((arg, i) => {
        const isCondition = part.primitive === 'select' && i === 0;
        // A condition is a truth in any case.
        if (isCondition && arg.kind === 'operand') return operands[arg.index];
        const { code, dtype } = walk(arg);
        return converted(builder, code, { from: dtype, to: isCondition ? 'bool' : compute });
      });
      const row = rowOf(part.primitive, compute)!;
      const dtype = isTruth(part.primitive) ? 'bool' : compute;
      return { code: builder.bind(row(args, suffixOf(compute)), 'w'), dtype };
    };
    const { code, dtype } = walk(expression);
    return converted(builder, code, { from: dtype, to: output });
  };
}

function hasRows(expression: ScalarExpression, dtype: CodeDType): boolean {
  if (expression.kind === 'operand') return true;
  if (expression.kind === 'literal') return Number.isInteger(expression.value);
  return (
    rowOf(expression.primitive, dtype) !== undefined && expression.args.every((arg) => hasRows(arg, dtype))
  );
}

// ------------------------------------------------------------------------------------------------------------- memory

export function loadBytes(builder: Builder, dtype: CodeDType, address: Expression): Expression {
  const vector = builder.bind(load('v128.load', address), 'w');
  return converted(builder, vector, { from: dtype === 'bool' ? 'uint8' : dtype, to: dtype });
}

export const storeBytes = (value: Expression, dtype: CodeDType, address: Expression): Statement =>
  store('v128.store', dtype === 'bool' ? op('v128.and', value, everywhere(1)) : value, { address });

/** One element in all bytes. */
export const splatBytes = (builder: Builder, dtype: CodeDType, element: Expression): Expression =>
  builder.bind(op('i8x16.splat', dtype === 'bool' ? op('i32.sub', i32(0), element) : element), 'w');

export const splatFromMemory = (builder: Builder, dtype: CodeDType, address: Expression): Expression =>
  splatBytes(builder, dtype, builder.bind(loadElement(dtype, address), 'e'));
