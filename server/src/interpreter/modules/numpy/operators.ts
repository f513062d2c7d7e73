/** Python's operators as NumPy's functions, for arrays and scalars alike. */
import type { BinaryOperator } from '../../../python/syntax.ts';
import { isComplex, isInteger } from '../../../tensor/dtype.ts';
import { full, NDArray } from '../../../tensor/ndarray.ts';
import { PyDict, PySet } from '../../containers.ts';
import { raiseTypeError } from '../../exceptions.ts';
import { binaryFunctions } from '../../protocols/operators.ts';
import type { RichComparison } from '../../pyType.ts';
import { directMethod, typeOf } from '../../pyType.ts';
import {
  int,
  NotImplemented,
  PyComplex,
  PyFloat,
  PyList,
  PyTuple,
  type PyType,
  type Value,
} from '../../values.ts';
import { numpyVersion } from './conversion.ts';
import type { NumpyScalar } from './numpyScalar.ts';
import { matmulOperator } from './products.ts';
import { commonType, type Operand, operandOf } from './promotion.ts';
import { operate, operateInPlace, operateUnary, writeInPlace } from './ufuncs.ts';
import { warn } from './warnings.ts';

type Operator = (self: NDArray | NumpyScalar, other: Value) => Value;

const functionNames = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'true_divide',
  '//': 'floor_divide',
  '%': 'remainder',
  '**': 'power',
  '&': 'bitwise_and',
  '|': 'bitwise_or',
  '^': 'bitwise_xor',
  '<<': 'left_shift',
  '>>': 'right_shift',
} as const satisfies Partial<Record<BinaryOperator, string>>;

type Table = Partial<Record<BinaryOperator, Operator>>;

const tableOf = (make: (name: string) => Operator): Table =>
  Object.fromEntries(Object.entries(functionNames).map(([operator, name]) => [operator, make(name)]));

const onScalars = tableOf((name) => (self, other) => operateOnScalar(name, self as NumpyScalar, other));

/** Of scalars: they have no matrix product, and repeat sequences as Python's integers do. */
export const scalarOperators: Table = {
  ...onScalars,
  '*': (self, other) => repeated(self as NumpyScalar, other) ?? operate('multiply', self, other),
};
export const reflectedScalarOperators: Table = Object.fromEntries(
  Object.entries(functionNames).map(([operator, name]) => [
    operator,
    (self: NDArray | NumpyScalar, other: Value) =>
      (operator === '*' ? repeated(self as NumpyScalar, other) : undefined) ??
      ofPythonComplex(operator as BinaryOperator, self as NumpyScalar, other) ??
      operateOnScalar(name, self as NumpyScalar, other, { isReflected: true }),
  ]),
);

/** Functions that scalars of complex types do not know, where arrays say so in other words. */
const withoutComplex = new Set(['floor_divide', 'remainder']);

function operateOnScalar(
  name: string,
  self: NumpyScalar,
  other: Value,
  options: { isReflected?: boolean } = {},
): Value {
  if (withoutComplex.has(name) && !(other instanceof NDArray)) {
    const operands = [operandOf(self), operandOf(other)];
    if (operands[1] && isComplex(commonType(operands as [Operand, Operand]))) return NotImplemented;
  }
  return options.isReflected ? operate(name, other, self) : operate(name, self, other);
}

/** `scalar * sequence`: integers repeat it, others may not. */
function repeated(self: NumpyScalar, other: Value): Value | undefined {
  if (!(other instanceof PyList || other instanceof PyTuple)) return undefined;
  if (isInteger(self.dtype)) return binaryFunctions['*'](other, int(self.value as number | bigint));
  return raiseTypeError(`can't multiply sequence by non-int of type '${typeOf(self).name}'`);
}

/** `complex op float64` is Python's: a float64 is a float. */
function ofPythonComplex(operator: BinaryOperator, self: NumpyScalar, other: Value): Value | undefined {
  if (!(other instanceof PyComplex) || self.dtype !== 'float64') return undefined;
  return binaryFunctions[operator as '+'](other, new PyFloat(Number(self.value)));
}

export const binaryOperators: Table = {
  ...tableOf((name) => (self, other) => operate(name, self, other)),
  '@': (self, other) => matmulOperator(self, other),
};

export const reflectedOperators: Table = {
  ...tableOf((name) => (self, other) => operate(name, other, self)),
  '@': (self, other) => matmulOperator(other, self),
};

/** `a @= b`, which NumPy has since its version 2. */
function multiplyInPlace(self: NDArray, other: Value): Value {
  if (numpyVersion() === 1)
    raiseTypeError(
      "In-place matrix multiplication is not (yet) supported. Use 'a = a @ b' instead of 'a @= b'.",
    );
  const product = matmulOperator(self, other);
  return product === NotImplemented ? product : writeInPlace('matmul', self, product);
}

export const inPlaceOperators = {
  ...tableOf((name) => (self, other) => operateInPlace(name, self as NDArray, other)),
  '@': (self: NDArray, other: Value) => multiplyInPlace(self, other),
} as Partial<Record<BinaryOperator, (self: NDArray, other: Value) => Value>>;

export const unaryOperators = {
  '-': (self: NDArray | NumpyScalar): Value => operateUnary('negative', self),
  '+': (self: NDArray | NumpyScalar): Value => operateUnary('positive', self),
  '~': (self: NDArray | NumpyScalar): Value => operateUnary('invert', self),
};

const comparisonFunctions: Readonly<Record<RichComparison, string>> = {
  '==': 'equal',
  '!=': 'not_equal',
  '<': 'less',
  '<=': 'less_equal',
  '>': 'greater',
  '>=': 'greater_equal',
};

/** The six comparisons, element by element. */
export function compareElementwise(
  self: NDArray | NumpyScalar,
  operator: RichComparison,
  other: Value,
): Value {
  const result = operate(comparisonFunctions[operator], self, other);
  if (result !== NotImplemented || !(self instanceof NDArray)) return result;
  const isNothingAlike =
    other === null || typeof other === 'string' || other instanceof PyDict || other instanceof PySet;
  if (!isNothingAlike || (operator !== '==' && operator !== '!=')) return result;
  if (typeof other === 'string' && numpyVersion() === 1) {
    warn(
      'FutureWarning',
      'elementwise comparison failed; returning scalar instead, but in the future will perform elementwise comparison',
    );
    return operator === '!=';
  }
  return full('bool', self.shape, operator === '!=' ? 1 : 0);
}

/** `divmod`. */
export function divideWithRest(a: Value, b: Value): Value {
  const operands = [operandOf(a), operandOf(b)];
  if (operands[0] === undefined || operands[1] === undefined) return NotImplemented;
  if (isComplex(commonType([operands[0], operands[1]])) && ![a, b].some((value) => value instanceof NDArray))
    return NotImplemented;
  return new PyTuple([operate('floor_divide', a, b), operate('remainder', a, b)]);
}

/** Python 2's `/`: of whole numbers it is the floor division. */
export function classicName(a: Value, b: Value): string | null {
  const operands = [operandOf(a), operandOf(b)];
  if (operands[0] === undefined || operands[1] === undefined) return null;
  const common = commonType([operands[0], operands[1]]);
  return isInteger(common) || common === 'bool' ? 'floor_divide' : 'true_divide';
}

/** Adds the classic division to a type's namespace. */
export function addClassicDivision(type: PyType): void {
  const classic = (a: Value, b: Value): Value => {
    const name = classicName(a, b);
    return name === null ? NotImplemented : operate(name, a, b);
  };
  const add = (name: string, body: (self: Value, other: Value) => Value): void => {
    type.namespace.set(name, directMethod(name, body as (self: never, other: never) => Value, { type }));
  };
  add('__div__', classic);
  add('__rdiv__', (self, other) => classic(other, self));
}

/** In-place classic division of arrays. */
export function classicDivideInPlace(self: NDArray, other: Value): Value {
  const name = classicName(self, other);
  return name === null ? NotImplemented : operateInPlace(name, self, other);
}
