/**
 * How the element types of arrays are held in the loop IR: 32-bit integers and smaller ones in `i32` (already wrapped to
 * their width), 64-bit ones in `i64`, booleans as 0 or 1; and how they are read, written and converted. Conversions are
 * those of tensor/ndarray.ts: C's on x86-64.
 */
import { t } from '../../base/l10n.ts';
import { byteSize, type DType } from '../../tensor/dtype.ts';
import {
  add32,
  type Expression,
  f32,
  f64,
  i32,
  i64,
  load,
  op,
  type Statement,
  store,
  type ValueType,
} from '../loopIr/ir.ts';
import { unsupported } from './unsupported.ts';

/** The element types that have code. */
export type CodeDType =
  | 'bool'
  | 'int8'
  | 'uint8'
  | 'int16'
  | 'uint16'
  | 'int32'
  | 'uint32'
  | 'int64'
  | 'uint64'
  | 'float32'
  | 'float64';

interface ElementRow {
  readonly held: 'i32' | 'i64' | 'f32' | 'f64';
  readonly load: string;
  readonly store: string;
  readonly isSigned: boolean;
}

const rows: Readonly<Record<CodeDType, ElementRow>> = {
  bool: { held: 'i32', load: 'i32.load8_u', store: 'i32.store8', isSigned: false },
  int8: { held: 'i32', load: 'i32.load8_s', store: 'i32.store8', isSigned: true },
  uint8: { held: 'i32', load: 'i32.load8_u', store: 'i32.store8', isSigned: false },
  int16: { held: 'i32', load: 'i32.load16_s', store: 'i32.store16', isSigned: true },
  uint16: { held: 'i32', load: 'i32.load16_u', store: 'i32.store16', isSigned: false },
  int32: { held: 'i32', load: 'i32.load', store: 'i32.store', isSigned: true },
  uint32: { held: 'i32', load: 'i32.load', store: 'i32.store', isSigned: false },
  int64: { held: 'i64', load: 'i64.load', store: 'i64.store', isSigned: true },
  uint64: { held: 'i64', load: 'i64.load', store: 'i64.store', isSigned: false },
  float32: { held: 'f32', load: 'f32.load', store: 'f32.store', isSigned: true },
  float64: { held: 'f64', load: 'f64.load', store: 'f64.store', isSigned: true },
};

export const hasCode = (dtype: DType): dtype is CodeDType => Object.hasOwn(rows, dtype);

/** The type, if it has code; else the reason why the graph is left to another backend. */
export function codeType(dtype: DType): CodeDType {
  if (hasCode(dtype)) return dtype;
  throw unsupported(t('no machine code for {0}', dtype));
}

export const heldAs = (dtype: CodeDType): ElementRow['held'] => rows[dtype].held;
export const isSignedType = (dtype: CodeDType): boolean => rows[dtype].isSigned;
export const isFloatType = (dtype: CodeDType): boolean => dtype === 'float32' || dtype === 'float64';

export const loadElement = (dtype: CodeDType, address: Expression, offset = 0): Expression =>
  load(rows[dtype].load, address, offset);

export const storeElement = (
  dtype: CodeDType,
  value: Expression,
  { address, offset = 0 }: { address: Expression; offset?: number },
): Statement => store(rows[dtype].store, value, { address, offset });

/** A number as a literal of an element type. */
export function literalOf(dtype: CodeDType, value: number | bigint): Expression {
  switch (rows[dtype].held) {
    case 'i32':
      return i32(Number(value));
    case 'i64':
      return i64(BigInt(value));
    case 'f32':
      return f32(Number(value));
    case 'f64':
      return f64(Number(value));
  }
}

/** Wraps the result of 32-bit arithmetic to the width of the type. */
export function wrapped(dtype: CodeDType, value: Expression): Expression {
  switch (dtype) {
    case 'int8':
      return op('i32.extend8_s', value);
    case 'int16':
      return op('i32.extend16_s', value);
    case 'uint8':
      return op('i32.and', value, i32(0xff));
    case 'uint16':
      return op('i32.and', value, i32(0xffff));
    default:
      return value;
  }
}

/** The address of element `index` of a row of elements that begins at `base`. */
export const elementAddress = (dtype: CodeDType, base: Expression, index: Expression): Expression =>
  add32(base, op('i32.mul', index, i32(byteSize(dtype))));

/** An element of one type as one of another. `value` is used once or is a local. */
export function convert(value: Expression, from: CodeDType, to: CodeDType): Expression {
  if (from === to) return value;
  if (to === 'bool') return nonZero(value);
  const [source, target] = [rows[from].held, rows[to].held];
  if (target === 'f64') return toDouble(value, from);
  if (target === 'f32') return op('f32.demote_f64', toDouble(value, from));
  if (source === 'f32' || source === 'f64') return fromFloat(toDouble(value, from), to);
  if (target === 'i64')
    return source === 'i64'
      ? value
      : op(rows[from].isSigned ? 'i64.extend_i32_s' : 'i64.extend_i32_u', value);
  return wrapped(to, source === 'i64' ? op('i32.wrap_i64', value) : value);
}

/** 1 where the element is not zero (NaN is not), else 0. */
export function nonZero(value: Expression): Expression {
  const zero: Readonly<Partial<Record<ValueType, Expression>>> = {
    i32: i32(0),
    i64: i64(0n),
    f32: f32(0),
    f64: f64(0),
  };
  return op(`${value.type}.ne`, value, zero[value.type]!);
}

function toDouble(value: Expression, from: CodeDType): Expression {
  const { held, isSigned } = rows[from];
  switch (held) {
    case 'f64':
      return value;
    case 'f32':
      return op('f64.promote_f32', value);
    default:
      return op(`f64.convert_${held}_${isSigned ? 's' : 'u'}`, value);
  }
}

/** C's conversion: what lies outside becomes the least integer of the machine's instruction. */
function fromFloat(value: Expression, to: CodeDType): Expression {
  const isWithin = (low: string, least: number, limit: number): Expression =>
    op('i32.and', op(`f64.${low}`, value, f64(least)), op('f64.lt', value, f64(limit)));
  const signed64 = op('i64.trunc_sat_f64_s', value);
  switch (to) {
    case 'int64':
      return op('select', signed64, i64(-(1n << 63n)), isWithin('ge', -(2 ** 63), 2 ** 63));
    case 'uint64': {
      const large = op(
        'select',
        op('select', op('i64.trunc_sat_f64_u', value), i64(0n), op('f64.lt', value, f64(2 ** 64))),
        i64(1n << 63n),
        op('f64.ge', value, f64(2 ** 63)),
      );
      return op('select', signed64, large, isWithin('ge', -(2 ** 63), 2 ** 63));
    }
    case 'uint32':
      return op(
        'select',
        op('i32.wrap_i64', signed64),
        i32(-(2 ** 31)),
        op('f64.lt', op('f64.abs', value), f64(2 ** 63)),
      );
    default:
      return wrapped(
        to,
        op(
          'select',
          op('i32.trunc_sat_f64_s', value),
          i32(-(2 ** 31)),
          isWithin('gt', -(2 ** 31) - 1, 2 ** 31),
        ),
      );
  }
}
