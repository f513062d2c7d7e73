/**
 * The elementwise ops: for each its names in the libraries, the rule for element types, and the scalar expression from
 * which every backend takes its meaning. Rules are those of `theano/scalar/basic.py` (Theano 1.0.5).
 */
import { type DType, isDiscrete, isFloat, isInteger, promote } from '../../tensor/dtype.ts';
import { EngineError, notSupported } from '../../tensor/engineError.ts';
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

const x: ScalarExpression = { kind: 'operand', index: 0 };
const y: ScalarExpression = { kind: 'operand', index: 1 };
const z: ScalarExpression = { kind: 'operand', index: 2 };
const literal = (value: number): ScalarExpression => ({ kind: 'literal', value });
const call = (primitive: PrimitiveName, ...args: ScalarExpression[]): ScalarExpression => ({
  kind: 'call',
  primitive,
  args,
});

const upcast = (operands: readonly DType[]): DType => operands.reduce(promote);
const uniform = (dtype: DType): ScalarTypes => ({ compute: dtype, output: dtype });

/** The common type of the operands. */
const common: ScalarRule = (operands) => uniform(upcast(operands));
const firstType: ScalarRule = ([first]) => uniform(first);
/** Compared in the common type; the result is a bool. */
const comparison: ScalarRule = (operands) => ({ compute: upcast(operands), output: 'bool' });
const test: ScalarRule = ([first]) => ({ compute: first, output: 'bool' });

/** Integers become floats: `upgrade_to_float`. 8 bits and bool give float32, more give float64. */
const float: ScalarRule = (operands) => {
  const dtype = upcast(operands.map(floatOf));
  return uniform(dtype);
};

/** Theano's `upgrade_to_float` table: what a discrete operand becomes. */
function floatOf(dtype: DType): DType {
  if (isFloat(dtype)) return dtype;
  return dtype === 'bool' || dtype === 'int8' || dtype === 'uint8' || dtype === 'int16' || dtype === 'uint16'
    ? 'float32'
    : 'float64';
}

/** `true_div`: discrete operands give floatX. */
const trueDivision: ScalarRule = (operands, floatX) => {
  const dtype = upcast(operands);
  return uniform(isDiscrete(dtype) ? floatX : dtype);
};

/** `same_out_float_only`. */
const floatOnly: ScalarRule = ([first]) => {
  if (!isFloat(first)) throw new EngineError('TypeError', 'only float type are supported');
  return uniform(first);
};

const bitTypes = 'input to a BitOp must have type (u)int8, (u)int16, (u)int32 or (u)int64 or';

/** `BinaryBitOp`: two booleans, or two integers. */
const logic: ScalarRule = (operands) => {
  if (operands.every((dtype) => dtype === 'bool')) return uniform('bool');
  const wrong = operands.find((dtype) => !isInteger(dtype));
  if (wrong !== undefined) throw new EngineError('TypeError', `${bitTypes} be all bools not ${wrong}`);
  const dtype = upcast(operands);
  if (isFloat(dtype)) throw notSupported('bit operations of int64 with uint64');
  return uniform(dtype);
};

const unaryLogic: ScalarRule = ([first]) => {
  if (isFloat(first)) throw new EngineError('TypeError', `${bitTypes} bool not ${first}`);
  return uniform(first);
};

const selection: ScalarRule = ([, then, otherwise]) => uniform(promote(then, otherwise));

const noBoolNegation: ScalarRule = ([first]) => {
  if (first === 'bool') throw new EngineError('TypeError', 'bool input not supported');
  return uniform(first);
};

/** `upcast_out_nobool`: there is no difference of two booleans. */
const noBoolDifference: ScalarRule = (operands) => {
  if (operands.every((dtype) => dtype === 'bool'))
    throw new EngineError('TypeError', 'bool output not supported');
  return uniform(upcast(operands));
};

/** What NumPy computes in another type than the one that the library announces. */
const notOfBools: ScalarRule = (operands) => {
  if (operands.every((dtype) => dtype === 'bool')) throw notSupported('division or power of two booleans');
  return uniform(upcast(operands));
};

const signed: ScalarRule = ([first]) => {
  if (first === 'bool') throw notSupported('sgn of a bool');
  return uniform(first);
};

type Names = readonly [classic: string, pytensor: string];

const entry = (
  arity: 1 | 2 | 3,
  names: Names,
  types: ScalarRule,
  expression: ScalarExpression,
): Omit<ScalarOp, 'tested'> => ({ arity, types, expression, classic: names[0], pytensor: names[1] });
const unary = (names: Names, types: ScalarRule, primitive: PrimitiveName) =>
  entry(1, names, types, call(primitive, x));
const binary = (names: Names, types: ScalarRule, primitive: PrimitiveName) =>
  entry(2, names, types, call(primitive, x, y));

/** Every elementwise op by the name that `theano.tensor` gives it. */
export const scalarOps = {
  add: binary(['add', 'Add'], common, 'add'),
  sub: binary(['sub', 'Sub'], noBoolDifference, 'sub'),
  mul: binary(['mul', 'Mul'], common, 'mul'),
  true_div: binary(['true_div', 'True_div'], trueDivision, 'div'),
  int_div: binary(['int_div', 'Int_div'], notOfBools, 'floorDiv'),
  mod: binary(['mod', 'Mod'], notOfBools, 'mod'),
  pow: binary(['pow', 'Pow'], notOfBools, 'pow'),
  maximum: binary(['maximum', 'Maximum'], common, 'max'),
  minimum: binary(['minimum', 'Minimum'], common, 'min'),
  eq: binary(['eq', 'Eq'], comparison, 'eq'),
  neq: binary(['neq', 'Neq'], comparison, 'ne'),
  lt: binary(['lt', 'Lt'], comparison, 'lt'),
  le: binary(['le', 'Le'], comparison, 'le'),
  gt: binary(['gt', 'Gt'], comparison, 'gt'),
  ge: binary(['ge', 'Ge'], comparison, 'ge'),
  and_: binary(['and_', 'And'], logic, 'and'),
  or_: binary(['or_', 'Or'], logic, 'or'),
  xor: binary(['xor', 'Xor'], logic, 'xor'),
  arctan2: binary(['arctan2', 'Arctan2'], float, 'atan2'),
  /** The second operand in the shape of both. */
  second: {
    ...entry(2, ['second', 'Second'], (operands) => uniform(operands[1]), call('second', x, y)),
  },
  switch: { ...entry(3, ['switch', 'Switch'], selection, call('select', x, y, z)), tested: [0] },
  clip: entry(3, ['clip', 'Clip'], common, call('min', call('max', x, y), z)),
  identity: unary(['identity', 'Identity'], firstType, 'identity'),
  neg: unary(['neg', 'Neg'], noBoolNegation, 'neg'),
  abs_: unary(['abs_', 'Abs'], firstType, 'abs'),
  sgn: unary(['sgn', 'Sign'], signed, 'sign'),
  invert: unary(['invert', 'Invert'], unaryLogic, 'not'),
  sqr: entry(1, ['sqr', 'Sqr'], firstType, call('mul', x, x)),
  sqrt: unary(['sqrt', 'Sqrt'], float, 'sqrt'),
  exp: unary(['exp', 'Exp'], float, 'exp'),
  exp2: unary(['exp2', 'Exp2'], float, 'exp2'),
  expm1: unary(['expm1', 'Expm1'], float, 'expm1'),
  log: unary(['log', 'Log'], float, 'log'),
  log2: unary(['log2', 'Log2'], float, 'log2'),
  log10: unary(['log10', 'Log10'], float, 'log10'),
  log1p: unary(['log1p', 'Log1p'], float, 'log1p'),
  sin: unary(['sin', 'Sin'], float, 'sin'),
  cos: unary(['cos', 'Cos'], float, 'cos'),
  tan: unary(['tan', 'Tan'], float, 'tan'),
  arcsin: unary(['arcsin', 'Arcsin'], float, 'asin'),
  arccos: unary(['arccos', 'Arccos'], float, 'acos'),
  arctan: unary(['arctan', 'Arctan'], float, 'atan'),
  sinh: unary(['sinh', 'Sinh'], float, 'sinh'),
  cosh: unary(['cosh', 'Cosh'], float, 'cosh'),
  tanh: unary(['tanh', 'Tanh'], float, 'tanh'),
  arcsinh: unary(['arcsinh', 'Arcsinh'], float, 'asinh'),
  arccosh: unary(['arccosh', 'Arccosh'], float, 'acosh'),
  arctanh: unary(['arctanh', 'Arctanh'], float, 'atanh'),
  sigmoid: entry(
    1,
    ['sigmoid', 'Sigmoid'],
    float,
    call('div', literal(1), call('add', literal(1), call('exp', call('neg', x)))),
  ),
  softplus: entry(1, ['softplus', 'Softplus'], float, softplusExpression()),
  inv: entry(1, ['inv', 'Reciprocal'], float, call('div', literal(1), x)),
  floor: unary(['floor', 'Floor'], float, 'floor'),
  ceil: unary(['ceil', 'Ceil'], float, 'ceil'),
  trunc: unary(['trunc', 'Trunc'], float, 'trunc'),
  round_half_to_even: unary(['round_half_to_even', 'Roundhalftoeven'], floatOnly, 'roundHalfToEven'),
  round_half_away_from_zero: unary(
    ['round_half_away_from_zero', 'Roundhalfawayfromzero'],
    floatOnly,
    'roundHalfAway',
  ),
  isnan: unary(['isnan', 'Isnan'], test, 'isNan'),
  isinf: unary(['isinf', 'Isinf'], test, 'isInf'),
} satisfies Record<string, ScalarOp>;

/** log(1 + exp(x)) without overflow: max(x, 0) + log1p(exp(-|x|)). */
function softplusExpression(): ScalarExpression {
  return call('add', call('max', x, literal(0)), call('log1p', call('exp', call('neg', call('abs', x)))));
}

export type ScalarOpName = keyof typeof scalarOps;

/** Where Aesara renamed Theano's scalar ops. */
export const aesaraNames: Readonly<Partial<Record<ScalarOpName, string>>> = {
  true_div: 'true_divide',
  int_div: 'floor_divide',
  abs_: 'abs',
  sqr: 'square',
  maximum: 'scalar_maximum',
  minimum: 'scalar_minimum',
  inv: 'reciprocal',
};
