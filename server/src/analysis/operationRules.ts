/**
 * Types of elementwise operations, reductions, products and what keeps the type of an operand.
 * Checked against Theano 1.0.5, Aesara 2.9.4 and PyTensor 3.0.7 under both settings of floatX.
 */
import { type DType, isDiscrete } from '../tensor/dtype.ts';
import { bothDTypes, combineDTypes, commonDType, mapDType, unknownDType } from './dtypePairs.ts';
import { exactElements } from './objects.ts';
import {
  argumentOf,
  type OperationCall,
  ofFirst,
  operandOf,
  operandsOf,
  type Rule,
} from './operationCall.ts';
import { axes, axisAt, broadcastShapes, commonShape, dotShape, noAxes, type Shape } from './shapes.ts';
import { axesIn, dtypeArgument, flagOf, integerOf, isAbsent } from './tensorArguments.ts';
import { asTensor, type ElementwiseRule, elementwiseDType, promoted, unknownTensor } from './tensorRules.ts';
import { type DTypeByFloatX, ndimOf, type TensorFact } from './terms.ts';

// --------------------------------------------------------------------------------------------------------- elementwise

/** An operation on the elements of all operands. */
export const elementwise =
  (rule: ElementwiseRule): Rule =>
  (call) => {
    const operands = operandsOf(call);
    return operands === null || operands.length === 0 ? unknownTensor : elementwiseType(rule, operands);
  };

/** The type of an elementwise operation on these operands. */
export function elementwiseType(rule: ElementwiseRule, operands: readonly TensorFact[]): TensorFact {
  const type = promoted(operands);
  const dtype = elementwiseDType(rule, type.dtype);
  return dtype === type.dtype ? type : { dtype, shape: type.shape };
}

/** `switch(condition, a, b)`: the dtypes of the branches, broadcast with the condition. */
export const switchRule: Rule = (call) => {
  const operands = operandsOf(call);
  const [condition, a, b] = operands ?? [];
  if (condition === undefined || a === undefined || b === undefined) return unknownTensor;
  const branches = promoted([a, b]);
  return { dtype: branches.dtype, shape: broadcastShapes(condition.shape, branches.shape) };
};

/** `ifelse(condition, a, b)`: both branches have one type. */
export const ifelseRule: Rule = (call) => {
  const [a, b] = [operandOf(call, 1), operandOf(call, 2)];
  if (a === null || b === null) return unknownTensor;
  return { dtype: commonDType(a.dtype, b.dtype), shape: commonShape(a.shape, b.shape) };
};

/** `fill(template, value)`: the dtype of the value. */
export const fillRule: Rule = (call) => {
  const [template, value] = [operandOf(call, 0), operandOf(call, 1)];
  if (template === null || value === null) return unknownTensor;
  return { dtype: value.dtype, shape: broadcastShapes(template.shape, value.shape) };
};

/** Keeps the type of the first operand. */
export const sameType: Rule = ofFirst((type) => type);

/** `zeros_like(x, dtype)`. */
export const likeRule: Rule = ofFirst((type, call) => {
  const dtype = dtypeArgument(argumentOf(call, 'dtype'));
  return dtype === null ? type : { dtype, shape: type.shape };
});

/** `cast(x, dtype)`, `x.astype(dtype)`. */
export const castRule: Rule = ofFirst((type, call) => ({
  dtype: dtypeArgument(argumentOf(call, 'dtype')) ?? unknownDType,
  shape: type.shape,
}));

/** A rectifier: the slope takes part, and PyTensor has none. */
export const reluRule: Rule = (call) => {
  const type = operandOf(call, 0);
  const slope = argumentOf(call, 'alpha');
  if (type === null) return unknownTensor;
  const slopeType = slope === undefined ? null : asTensor(slope);
  if (slope !== undefined && slopeType === null) return unknownTensor;
  const known = slopeType === null ? [type] : [type, slopeType];
  return elementwiseType('toFloat', known);
};

/** Rows that become distributions; Theano makes a row of a vector, the others do not. */
export const softmaxRule: Rule = ofFirst((type) => {
  const isVector = type.shape === null || type.shape.length < 2;
  // Aesara keeps an integer type, PyTensor makes a float of it.
  const dtype = mapDType(type.dtype, (one) => (isDiscrete(one) ? null : one));
  return { dtype, shape: isVector ? null : type.shape };
});

// ----------------------------------------------------------------------------------------------------------- reductions

type ReductionRule = 'same' | 'sum' | 'mean' | 'toFloat' | 'int64' | 'bool';

export function sumDType(dtype: DType): DType {
  if (!isDiscrete(dtype)) return dtype;
  return dtype.startsWith('uint') ? 'uint64' : 'int64';
}

function reducedDType(rule: ReductionRule, dtype: DTypeByFloatX): DTypeByFloatX {
  switch (rule) {
    case 'sum':
      return mapDType(dtype, sumDType);
    case 'mean':
      return mapDType(dtype, (type) => (isDiscrete(type) ? 'float64' : type));
    case 'int64':
      return bothDTypes('int64');
    case 'bool':
      return bothDTypes('bool');
    case 'toFloat':
      return elementwiseDType('toFloat', dtype);
    case 'same':
      return dtype;
  }
}

/** An operation over some axes. */
export const reduction = (rule: ReductionRule): Rule =>
  ofFirst((type, call) => ({
    dtype: dtypeArgument(argumentOf(call, 'dtype')) ?? reducedDType(rule, type.dtype),
    shape: reducedShape(call, type.shape),
  }));

/** What is left of `shape` after a reduction over `axis`, kept as length 1 with `keepdims`. */
export function reducedShape(call: OperationCall, shape: Shape): Shape {
  const axis = argumentOf(call, 'axis');
  const keeps = flagOf(argumentOf(call, 'keepdims'));
  if (keeps === false && isAbsent(axis)) return noAxes;
  if (shape === null || keeps === null) return null;
  const reduced = axesIn(call.machine, axis, shape.length);
  if (reduced === null) {
    const isOneAxis = axis?.kind === 'number';
    return !isOneAxis || shape.length === 0 ? null : axes(shape.length - (keeps ? 0 : 1));
  }
  if (keeps) return shape.map((length, at) => (reduced.has(at) ? 1 : length));
  return shape.filter((_, at) => !reduced.has(at));
}

/** `x.norm(L, axis)`: a power of a sum of powers. */
export const normRule: Rule = ofFirst((type, call) => {
  const isFloat = (dtype: DType) => (isDiscrete(dtype) ? null : dtype);
  return { dtype: mapDType(type.dtype, isFloat), shape: reducedShape(call, type.shape) };
});

/** `cumsum(x, axis)`, `sort`: over everything where no axis is given and `flattens`. */
export const alongAxis = (rule: 'same' | 'int64', defaultAxis: 'last' | 'all'): Rule =>
  ofFirst((type, call) => {
    const axis = argumentOf(call, 'axis');
    const dtype = rule === 'same' ? type.dtype : bothDTypes('int64');
    if (axis === undefined ? defaultAxis === 'last' : axis.kind === 'number')
      return { dtype, shape: type.shape };
    const isFlat = axis === undefined || axis.kind === 'none';
    const isVector = type.shape?.length === 1;
    return { dtype, shape: isFlat ? (isVector ? type.shape : axes(1)) : null };
  });

// ------------------------------------------------------------------------------------------------------------- products

export const dotRule: Rule = (call) => {
  const [left, right] = [operandOf(call, 0), operandOf(call, 1)];
  if (left === null || right === null) return unknownTensor;
  return { dtype: combineDTypes(left.dtype, right.dtype), shape: dotShape(left.shape, right.shape) };
};

export const outerRule: Rule = (call) => {
  const [left, right] = [operandOf(call, 0), operandOf(call, 1)];
  if (left === null || right === null) return unknownTensor;
  const dtype = combineDTypes(left.dtype, right.dtype);
  const isPlain = left.shape?.length === 1 && right.shape?.length === 1;
  return { dtype, shape: isPlain ? [...(left.shape ?? []), ...(right.shape ?? [])] : axes(2) };
};

/** `batched_dot`: the first axis is common. */
export const batchedDotRule: Rule = (call) => {
  const [left, right] = [operandOf(call, 0), operandOf(call, 1)];
  if (left === null || right === null) return unknownTensor;
  const [a, b] = [ndimOf(left), ndimOf(right)];
  const isKnown = a !== null && b !== null && a >= 1 && b >= 1;
  const count = isKnown ? (a === 1 || b === 1 ? Math.max(a, b) : a + b - 3) : null;
  return { dtype: combineDTypes(left.dtype, right.dtype), shape: axes(count) };
};

/** `tensordot(a, b, axes)`: a number of axes, or two lists of them. */
export const tensordotRule: Rule = (call) => {
  const [left, right] = [operandOf(call, 0), operandOf(call, 1)];
  if (left === null || right === null) return unknownTensor;
  const [a, b] = [ndimOf(left), ndimOf(right)];
  const summed = summedAxes(call);
  const count = a === null || b === null || summed === null ? null : a + b - 2 * summed;
  return {
    dtype: combineDTypes(left.dtype, right.dtype),
    shape: axes(count !== null && count >= 0 ? count : null),
  };
};

function summedAxes(call: OperationCall): number | null {
  const value = argumentOf(call, 'axes');
  if (value === undefined) return 2;
  const count = integerOf(value);
  if (count !== null) return count;
  const sides = exactElements(call.machine, value);
  const [left, right] = sides ?? [];
  if (left === undefined || right === undefined) return null;
  const counts = [left, right].map((side) =>
    side.kind === 'number' ? 1 : (exactElements(call.machine, side)?.length ?? null),
  );
  return counts[0] === counts[1] ? (counts[0] ?? null) : null;
}

/** A solution has the shape of the right side. */
export const solveRule: Rule = (call) => {
  const [left, right] = [operandOf(call, 0), operandOf(call, 1)];
  if (left === null || right === null) return unknownTensor;
  const dtype = mapDType(combineDTypes(left.dtype, right.dtype), (one) => (isDiscrete(one) ? null : one));
  return { dtype, shape: axes(ndimOf(right)) };
};

/** An operation of linear algebra on a matrix. */
export const matrixRule = (count: 0 | 2): Rule =>
  ofFirst((type) => ({
    dtype: mapDType(type.dtype, (one) => (isDiscrete(one) ? null : one)),
    shape: ndimOf(type) === 2 ? axes(count) : null,
  }));

/** `diag`: a matrix of a vector, a vector of a matrix. */
export const diagRule: Rule = ofFirst((type) => {
  const ndim = ndimOf(type);
  return { dtype: type.dtype, shape: ndim === 1 ? axes(2) : ndim === 2 ? axes(1) : null };
});

/** The axis that an argument names in `shape`; null where that is not known. */
export function axisOf(call: OperationCall, name: string, shape: Shape): number | null {
  const axis = integerOf(argumentOf(call, name));
  return axis === null || shape === null ? null : axisAt(axis, shape.length);
}
