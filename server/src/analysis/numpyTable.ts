/** Table of NumPy functions and of methods of arrays that make arrays, by name: only what NumPy 1 and 2 agree on. */
import { type DType, isDiscrete } from '../tensor/dtype.ts';
import { arangeLength } from './constructors.ts';
import { bothDTypes, combineDTypes, mapDType, unknownDType } from './dtypePairs.ts';
import { argumentOf, type Operation, ofFirst, operandOf, type Rule, tableOf } from './operationCall.ts';
import { castRule, reducedShape, sumDType } from './operationRules.ts';
import { concatenateRule, flattenRule, reshapeRule, transposeRule } from './shapeOperations.ts';
import { axes, dotShape } from './shapes.ts';
import { dtypeArgument, lengthOf, shapeOf } from './tensorArguments.ts';
import { unknownTensor } from './tensorRules.ts';
import { ndimOf, type TensorFact } from './terms.ts';
import { unknown, type Value } from './values.ts';

const float64 = bothDTypes('float64');

const filledRule: Rule = (call) => ({
  dtype: dtypeArgument(argumentOf(call, 'dtype')) ?? float64,
  shape: shapeOf(call.machine, call.values[0]),
});

const likeRule: Rule = (call) => {
  const type = arrayAt(call.values[0]);
  const dtype = dtypeArgument(argumentOf(call, 'dtype'));
  return type === null ? unknownTensor : { dtype: dtype ?? type.dtype, shape: type.shape };
};

/** An array as it is; a Python number is an array of int64 or float64. */
function arrayAt(value: Value | undefined): TensorFact | null {
  if (value?.kind === 'array') return value;
  if (value?.kind !== 'number') return null;
  return { dtype: bothDTypes(value.variety === 'float' ? 'float64' : 'int64'), shape: [] };
}

/** `np.sqrt` and its likes: integers of 64 bits and Python numbers become float64. */
const toFloatRule: Rule = (call) => {
  const type = arrayAt(call.values[0]);
  if (type === null) return unknownTensor;
  const rule = (dtype: DType) => (isDiscrete(dtype) ? (dtype === 'int64' ? 'float64' : null) : dtype);
  return { dtype: mapDType(type.dtype, rule), shape: type.shape };
};

/** `np.ceil` and its likes: NumPy 2.1 leaves integers as they are, releases before made floats of them. */
const roundedRule: Rule = (call) => {
  const type = arrayAt(call.values[0]);
  if (type === null) return unknownTensor;
  const rule = (dtype: DType) => (isDiscrete(dtype) ? null : dtype);
  return { dtype: mapDType(type.dtype, rule), shape: type.shape };
};

const reducing =
  (rule: (dtype: DType) => DType | null): Rule =>
  (call) => {
    const [array] = call.values;
    if (array?.kind !== 'array') return unknownTensor;
    const dtype = dtypeArgument(argumentOf(call, 'dtype')) ?? mapDType(array.dtype, rule);
    return { dtype, shape: reducedShape(call, array.shape) };
  };

const dotRule: Rule = (call) => {
  const [left, right] = [operandOf(call, 0), operandOf(call, 1)];
  if (left === null || right === null || ndimOf(left) === 0 || ndimOf(right) === 0) return unknownTensor;
  return { dtype: combineDTypes(left.dtype, right.dtype), shape: dotShape(left.shape, right.shape) };
};

const squareRule: Rule = (call) => {
  const [rows, columns] = [call.values[0] ?? unknown, call.values[1]];
  const isSquare = columns === undefined || columns.kind === 'none';
  return {
    dtype: dtypeArgument(argumentOf(call, 'dtype')) ?? float64,
    shape: [rows, isSquare ? rows : columns].map(lengthOf),
  };
};

const rangeRule: Rule = (call) => {
  const bounds = call.values.slice(0, 3).filter((value) => value !== undefined);
  const isInteger = bounds.every((value) => value?.kind === 'number' && value.variety === 'int');
  const isFloat = bounds.some((value) => value?.kind === 'number' && value.variety === 'float');
  const dtype = isInteger ? bothDTypes('int64') : isFloat ? float64 : unknownDType;
  return { dtype: dtypeArgument(argumentOf(call, 'dtype')) ?? dtype, shape: [arangeLength(bounds)] };
};

const linspaceRule: Rule = (call) => {
  const count = call.values[2];
  return { dtype: float64, shape: count === undefined ? [50] : [lengthOf(count)] };
};

/** Rows on each other: a vector counts as one row. */
const stackedRule: Rule = (call) => {
  const type = concatenateRule(call);
  return { dtype: type.dtype, shape: axes(2) };
};

const repeatedRule: Rule = ofFirst((type, call) => ({
  dtype: type.dtype,
  shape: ndimOf(type) === 1 && call.values[1]?.kind === 'number' ? axes(1) : null,
}));

const isFloating = (dtype: DType): DType | null => (isDiscrete(dtype) ? 'float64' : dtype);

export const numpyOperations: ReadonlyMap<string, Operation> = tableOf([
  ['zeros ones empty', 'shape dtype', filledRule],
  [
    'full',
    'shape fill_value dtype',
    (call) => fullRule(call.values[1], filledRule(call), argumentOf(call, 'dtype')),
  ],
  ['zeros_like ones_like empty_like', 'a dtype', likeRule],
  ['eye', 'N M k dtype', squareRule],
  [
    'identity',
    'n dtype',
    (call) => ({
      ...squareRule({ ...call, values: [call.values[0]] }),
      dtype: dtypeArgument(call.values[1]) ?? float64,
    }),
  ],
  ['arange', 'start stop step dtype', rangeRule],
  ['linspace', 'start stop num', linspaceRule],
  ['sqrt exp log log1p log2 log10 tanh sin cos tan sinh cosh arctan expm1', 'x', toFloatRule],
  ['floor ceil trunc rint', 'x', roundedRule],
  ['sum prod', 'a axis dtype keepdims', reducing((dtype) => sumDType(dtype))],
  ['mean std var', 'a axis dtype keepdims', reducing(isFloating)],
  ['max min amax amin', 'a axis keepdims', reducing((dtype) => dtype)],
  ['dot', 'a b', dotRule],
  ['concatenate', 'arrays axis', concatenateRule],
  ['vstack', 'arrays', stackedRule],
  ['tile repeat', 'a reps', repeatedRule],
  ['transpose', 'a axes', transposeRule],
  ['reshape', 'a shape', reshapeRule],
  ['flatten ravel', 'a', flattenRule],
  ['copy', 'a', likeRule],
  ['astype', 'a dtype', castRule],
]);

function fullRule(value: Value | undefined, filled: TensorFact, dtype: Value | undefined): TensorFact {
  const given = dtypeArgument(dtype) ?? arrayAt(value)?.dtype ?? unknownDType;
  return { dtype: given, shape: filled.shape };
}
