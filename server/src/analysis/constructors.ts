/**
 * Types of what makes tensors out of nothing: input variables, filled tensors, constants, ranges.
 * Checked against Theano 1.0.5, Aesara 2.9.4 and PyTensor 3.0.7 under both settings of floatX.
 */
import { isDiscrete } from '../tensor/dtype.ts';
import type { Arguments } from './arguments.ts';
import { bothDTypes, combineDTypes, floatXDType, mapDType, unknownDType } from './dtypePairs.ts';
import { exactElements } from './objects.ts';
import { argumentOf, type OperationCall, operandOf, type Rule } from './operationCall.ts';
import { anyAxes, axes, broadcastShapes, noAxes, type Shape, surely } from './shapes.ts';
import { dtypeArgument, dtypeOf, flagOf, integerOf, isAbsent, lengthOf, shapeOf } from './tensorArguments.ts';
import { asTensor, unknownTensor } from './tensorRules.ts';
import type { AxisLength, TensorFact } from './terms.ts';
import { unknown, type Value } from './values.ts';

// ------------------------------------------------------------------------------------------------------ input variables

/** The type of a variable that a constructor of this name makes: `dmatrix`, `row`, `vector(name, dtype)`. */
export function variableType(
  name: string,
  { dtype, ndim }: { readonly dtype: string; readonly ndim: number | null },
  args: Arguments,
): TensorFact {
  const shape: Shape = name.endsWith('row') ? rowShape : name.endsWith('col') ? columnShape : anyAxes(ndim);
  const given = args.keywords.get('dtype') ?? args.positional[1];
  if (args.isOpen) return { dtype: unknownDType, shape };
  return { dtype: isAbsent(given) ? dtypeOf({ kind: 'text', text: dtype }) : dtypeOf(given), shape };
}

const rowShape: Shape = [1, 'any'];
const columnShape: Shape = ['any', 1];

/** `tensor(dtype, broadcastable)`, `tensor(name, dtype=…, shape=…)`, and `TensorType(dtype, shape)()`. */
export const tensorRule: Rule = (call) => {
  const [first, second] = call.values;
  const isNamed = argumentOf(call, 'dtype') !== undefined || (first !== undefined && !namesDType(first));
  const dtype = argumentOf(call, 'dtype') ?? (isNamed ? undefined : first);
  const pattern =
    argumentOf(call, 'shape') ?? argumentOf(call, 'broadcastable') ?? (isNamed ? undefined : second);
  return {
    dtype: dtype === undefined ? unknownDType : dtypeOf(dtype),
    shape: pattern === undefined ? null : patternShape(call, pattern),
  };
};

const namesDType = (value: Value): boolean => dtypeOf(value) !== unknownDType;

/** `(False, True)`, `(None, 3)`, `(False,) * 3`. */
function patternShape(call: OperationCall, pattern: Value): Shape {
  return exactElements(call.machine, pattern)?.map(patternLength) ?? null;
}

function patternLength(value: Value): AxisLength {
  if (value.kind === 'none') return 'any';
  if (value.kind !== 'number') return null;
  if (value.variety === 'bool') {
    const isOne = flagOf(value);
    return isOne === null ? null : isOne ? 1 : 'any';
  }
  return lengthOf(value);
}

// ------------------------------------------------------------------------------------------------------- filled tensors

/** `zeros(shape, dtype)`. */
export const zerosRule: Rule = (call) => ({
  dtype: dtypeArgument(argumentOf(call, 'dtype')) ?? floatXDType,
  shape: shapeOf(call.machine, argumentOf(call, 'shape')),
});

/** `full(shape, value, dtype)`. */
export const fullRule: Rule = (call) => ({
  dtype: dtypeArgument(argumentOf(call, 'dtype')) ?? operandOf(call, 1)?.dtype ?? unknownDType,
  shape: shapeOf(call.machine, call.values[0]),
});

/** `alloc(value, *lengths)`. */
export const allocRule: Rule = (call) => {
  const [, ...lengths] = call.values;
  const value = operandOf(call, 0);
  const [only] = lengths;
  const isSpread = lengths.length !== 1 || only === undefined;
  const shape = isSpread ? lengths.map((length) => lengthOf(length ?? unknown)) : shapeOf(call.machine, only);
  return {
    dtype: value?.dtype ?? unknownDType,
    shape: value === null ? shape : broadcastShapes(shape, value.shape),
  };
};

/** `eye(n, m)`: only PyTensor knows the lengths. */
export const eyeRule: Rule = (call) => {
  const rows = call.values[0] ?? unknown;
  const columns = isAbsent(call.values[1]) ? rows : (call.values[1] ?? unknown);
  const lengths = [rows, columns].map((value) => {
    const length = lengthOf(value);
    return typeof length === 'number' ? surely(length) : length;
  });
  return { dtype: dtypeArgument(argumentOf(call, 'dtype')) ?? floatXDType, shape: lengths };
};

/** `arange(start, stop, step)`: integers become int64, everything else takes its own dtype. */
export const arangeRule: Rule = (call) => {
  const bounds = call.values.slice(0, 3).filter((value) => !isAbsent(value));
  const types = bounds.map((value) => (value === undefined ? null : asTensor(value)));
  const isKnown = types.length > 0 && types.every((type) => type !== null);
  const given = dtypeArgument(argumentOf(call, 'dtype'));
  const dtype = isKnown ? types.map((type) => type.dtype).reduce(combineDTypes) : unknownDType;
  const result = mapDType(dtype, (one) => (isDiscrete(one) ? 'int64' : one));
  return { dtype: given ?? result, shape: [arangeLength(bounds)] };
};

/** The number of elements of `range` with these bounds; `'any'` where it depends on a variable. */
export function arangeLength(bounds: readonly (Value | undefined)[]): AxisLength {
  const numbers = bounds.map(integerOf);
  if (!numbers.every((number) => number !== null)) {
    return bounds.some((value) => value !== undefined && lengthOf(value) === 'any') ? 'any' : null;
  }
  const [first = 0, stop, step = 1] = numbers;
  const count = stop === undefined ? first : Math.ceil((stop - first) / step);
  return Number.isSafeInteger(count) && count >= 0 ? surely(count) : null;
}

// ------------------------------------------------------------------------------------------------------------ constants

/** `constant(value, name, ndim, dtype)`, `as_tensor_variable(value, name, ndim)`. */
export const constantRule: Rule = (call) => {
  const [value] = call.values;
  if (value === undefined) return unknownTensor;
  const type = asTensor(value) ?? listType(call, value);
  const dtype = dtypeArgument(argumentOf(call, 'dtype')) ?? type.dtype;
  const ndim = argumentOf(call, 'ndim');
  return { dtype, shape: isAbsent(ndim) ? type.shape : axes(integerOf(ndim)) };
};

/** A list of numbers is what NumPy makes of it; a list of variables is stacked. */
function listType(call: OperationCall, value: Value): TensorFact {
  const elements = exactElements(call.machine, value);
  if (elements === null || elements.length === 0) return unknownTensor;
  if (elements.every((element) => element.kind === 'number'))
    return { ...numbersType(elements), shape: [elements.length] };
  const inner = elements.map((element) => asTensor(element) ?? nestedNumbers(call, element));
  if (!inner.every((type) => type !== null)) return unknownTensor;
  const dtype = inner.map((type) => type.dtype).reduce(combineDTypes);
  const [first] = inner.map((type) => type.shape);
  const isNested = elements.every((element) => asTensor(element) === null);
  if (first == null) return { dtype, shape: null };
  return {
    dtype,
    shape: [isNested ? elements.length : surely(elements.length), ...axesOf(first, { isNested })],
  };
}

const axesOf = (
  shape: readonly AxisLength[],
  { isNested }: { readonly isNested: boolean },
): readonly AxisLength[] => (isNested ? shape : (axes(shape.length) ?? noAxes));

/** A row of numbers inside a list of rows. */
function nestedNumbers(call: OperationCall, value: Value): TensorFact | null {
  const elements = exactElements(call.machine, value);
  const isRow =
    elements !== null && elements.length > 0 && elements.every((element) => element.kind === 'number');
  return isRow ? { ...numbersType(elements), shape: [elements.length] } : null;
}

function numbersType(elements: readonly Value[]): TensorFact {
  const isFloat = elements.some((element) => element.kind === 'number' && element.variety === 'float');
  const isBool = elements.every((element) => element.kind === 'number' && element.variety === 'bool');
  return { dtype: bothDTypes(isFloat ? 'float64' : isBool ? 'bool' : 'int64'), shape: null };
}
