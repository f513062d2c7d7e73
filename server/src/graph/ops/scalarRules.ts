/**
 * What a row of the tables of elementwise ops is made of, and the rules by which the types of the operands give those of the
 * result: `theano/scalar/basic.py` (Theano 1.0.5).
 */
import {
  componentType,
  type DType,
  isComplex,
  isDiscrete,
  isFloat,
  isInteger,
  promote,
} from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import type { PrimitiveName } from '../../tensor/primitives.ts';

/** What an elementwise op computes from one element of each operand. */
export type ScalarExpression =
  | { readonly kind: 'operand'; readonly index: number }
  | { readonly kind: 'literal'; readonly value: number }
  | { readonly kind: 'call'; readonly primitive: PrimitiveName; readonly args: readonly ScalarExpression[] };

export interface ScalarTypes {
  /** The type in which the expression is computed; operands are converted to it first. */
  readonly compute: DType;
  readonly output: DType;
}

export type ScalarRule = (operands: readonly DType[], floatX: DType) => ScalarTypes;

export interface ScalarOp {
  readonly arity: 1 | 2 | 3;
  readonly types: ScalarRule;
  readonly expression: ScalarExpression;
  /** Operands that are only tested for being zero: converted to bool. */
  readonly tested?: readonly number[];
  /** `Elemwise{add,no_inplace}`: the word in the braces; and PyTensor's name. */
  readonly classic: string;
  readonly pytensor: string;
}

export const x: ScalarExpression = { kind: 'operand', index: 0 };
export const y: ScalarExpression = { kind: 'operand', index: 1 };
export const z: ScalarExpression = { kind: 'operand', index: 2 };
export const literal = (value: number): ScalarExpression => ({ kind: 'literal', value });
export const call = (primitive: PrimitiveName, ...args: ScalarExpression[]): ScalarExpression => ({
  kind: 'call',
  primitive,
  args,
});

const upcast = (operands: readonly DType[]): DType => operands.reduce(promote);
export const uniform = (dtype: DType): ScalarTypes => ({ compute: dtype, output: dtype });

/** The common type of the operands. */
export const common: ScalarRule = (operands) => uniform(upcast(operands));
export const firstType: ScalarRule = ([first]) => uniform(first);
/** Compared in the common type; the result is a bool. */
export const comparison: ScalarRule = (operands) => ({ compute: upcast(operands), output: 'bool' });
export const test: ScalarRule = ([first]) => ({ compute: first, output: 'bool' });

/** Integers become floats: `upgrade_to_float`. 8 bits and bool give float32, more give float64. */
export const float: ScalarRule = (operands) => {
  const dtype = upcast(operands.map(floatOf));
  return uniform(dtype);
};

/** Theano's `upgrade_to_float` table: what a discrete operand becomes. */
function floatOf(dtype: DType): DType {
  if (!isDiscrete(dtype)) return dtype;
  return dtype === 'bool' || dtype === 'int8' || dtype === 'uint8' || dtype === 'int16' || dtype === 'uint16'
    ? 'float32'
    : 'float64';
}

/** `true_div`: discrete operands give floatX. */
export const trueDivision: ScalarRule = (operands, floatX) => {
  if (operands.every(isDiscrete)) return uniform(floatX);
  return uniform(upcast(operands));
};

/** `same_out_float_only`. */
export const floatOnly: ScalarRule = ([first]) => {
  if (!isFloat(first)) throw new EngineError('TypeError', 'only float type are supported');
  return uniform(first);
};

const bitTypes = 'input to a BitOp must have type (u)int8, (u)int16, (u)int32 or (u)int64 or';

/** `BinaryBitOp`: two booleans, or two integers. */
export const logic: ScalarRule = (operands) => {
  if (operands.every((dtype) => dtype === 'bool')) return uniform('bool');
  const wrong = operands.find((dtype) => !isInteger(dtype));
  if (wrong !== undefined) throw new EngineError('TypeError', `${bitTypes} be all bools not ${wrong}`);
  return uniform(upcast(operands));
};

export const unaryLogic: ScalarRule = ([first]) => {
  if (!isDiscrete(first)) throw new EngineError('TypeError', `${bitTypes} bool not ${first}`);
  return uniform(first);
};

export const selection: ScalarRule = ([, then, otherwise]) => uniform(promote(then, otherwise));

export const noBoolNegation: ScalarRule = ([first]) => {
  if (first === 'bool') throw new EngineError('TypeError', 'bool input not supported');
  return uniform(first);
};

/** `upcast_out_nobool`: there is no difference of two booleans. */
export const noBoolDifference: ScalarRule = (operands) => {
  if (operands.every((dtype) => dtype === 'bool'))
    throw new EngineError('TypeError', 'bool output not supported');
  return uniform(upcast(operands));
};

/** Of two booleans NumPy computes small integers, which the library stores as booleans. */
export const division: ScalarRule = (operands) => {
  const dtype = upcast(operands);
  return dtype === 'bool' ? { compute: 'int8', output: 'bool' } : uniform(dtype);
};

/** `upcast_out_min8`. */
export const atLeastInt8: ScalarRule = (operands) => {
  const dtype = upcast(operands);
  return uniform(dtype === 'bool' ? 'int8' : dtype);
};

/** `same_out_min8`. */
export const firstAtLeastInt8: ScalarRule = ([first]) => uniform(first === 'bool' ? 'int8' : first);

export const signed: ScalarRule = ([first]) => {
  if (first === 'bool') throw new EngineError('TypeError', 'bool');
  if (isComplex(first)) throw noComplex();
  return uniform(first);
};

const noComplex = (): EngineError => new EngineError('TypeError', 'complex argument not supported');

/** A rule for real operands only. */
const real =
  (rule: ScalarRule, refusal: () => EngineError = noComplex): ScalarRule =>
  (operands, floatX) => {
    if (operands.some(isComplex)) throw refusal();
    return rule(operands, floatX);
  };

/** `upgrade_to_float_no_complex` and `upcast_out_no_complex`. */
export const realFloat = real(float);
export const realCommon = real(common, () => new EngineError('TypeError', 'complex type are not supported'));

/** `upgrade_to_float64`. */
export const double: ScalarRule = () => uniform('float64');

/** Complex numbers give their components' type, others their own. */
export const component: ScalarRule = ([first]) => ({ compute: first, output: componentType(first) });

/** The angle is a float64 whatever the operand. */
export const angleType: ScalarRule = ([first]) => ({
  compute: isComplex(first) ? 'complex128' : 'float64',
  output: 'float64',
});

/** Two reals give a complex number. */
export const complexPair: ScalarRule = (operands) => {
  const wrong = operands.find(isComplex);
  if (wrong !== undefined) throw new EngineError('TypeError', wrong);
  return uniform(promote(upcast(operands), 'complex64'));
};

export type Names = readonly [classic: string, pytensor: string];

export const entry = (
  arity: 1 | 2 | 3,
  names: Names,
  types: ScalarRule,
  expression: ScalarExpression,
): Omit<ScalarOp, 'tested'> => ({ arity, types, expression, classic: names[0], pytensor: names[1] });
export const unary = (names: Names, types: ScalarRule, primitive: PrimitiveName) =>
  entry(1, names, types, call(primitive, x));
export const binary = (names: Names, types: ScalarRule, primitive: PrimitiveName) =>
  entry(2, names, types, call(primitive, x, y));

export const ternary = (names: Names, types: ScalarRule, primitive: PrimitiveName) =>
  entry(3, names, types, call(primitive, x, y, z));
