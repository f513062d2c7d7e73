/**
 * Loops for the operations that programs use most, on the types that they use most. Each is written out, because a function that is
 * called for every element, or a loop that sees arrays of several types, takes ten times as long.
 */
import { type DType, makeStorage, type TypedArray } from './dtype.ts';
import { broadcastTo, fromStorage, type NDArray } from './ndarray.ts';
import type { PrimitiveName } from './primitives.ts';
import { broadcastShapes, elementCount, type Shape } from './shape.ts';

/** `steps` are 0 for an operand of one element, else 1. */
type Loop<T, R> = (a: T, b: T, target: R, steps: readonly [number, number]) => void;
type Loops<T, R> = Partial<Record<PrimitiveName, Loop<T, R>>>;

const doubles: Loops<Float64Array, Float64Array> = {
  add: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] + b[i * q];
  },
  sub: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] - b[i * q];
  },
  mul: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] * b[i * q];
  },
  div: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] / b[i * q];
  },
  max: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) {
      const x = a[i * p];
      const y = b[i * q];
      target[i] = x >= y || Number.isNaN(x) ? x : y;
    }
  },
  min: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) {
      const x = a[i * p];
      const y = b[i * q];
      target[i] = x <= y || Number.isNaN(x) ? x : y;
    }
  },
  neg: (a, _b, target, [p]) => {
    for (let i = 0; i < target.length; i++) target[i] = -a[i * p];
  },
  abs: (a, _b, target, [p]) => {
    for (let i = 0; i < target.length; i++) target[i] = Math.abs(a[i * p]);
  },
  sqrt: (a, _b, target, [p]) => {
    for (let i = 0; i < target.length; i++) target[i] = Math.sqrt(a[i * p]);
  },
};

const singles: Loops<Float32Array, Float32Array> = {
  add: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] + b[i * q];
  },
  sub: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] - b[i * q];
  },
  mul: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] * b[i * q];
  },
  div: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] / b[i * q];
  },
  max: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) {
      const x = a[i * p];
      const y = b[i * q];
      target[i] = x >= y || Number.isNaN(x) ? x : y;
    }
  },
  min: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) {
      const x = a[i * p];
      const y = b[i * q];
      target[i] = x <= y || Number.isNaN(x) ? x : y;
    }
  },
  neg: (a, _b, target, [p]) => {
    for (let i = 0; i < target.length; i++) target[i] = -a[i * p];
  },
  abs: (a, _b, target, [p]) => {
    for (let i = 0; i < target.length; i++) target[i] = Math.abs(a[i * p]);
  },
  sqrt: (a, _b, target, [p]) => {
    for (let i = 0; i < target.length; i++) target[i] = Math.sqrt(a[i * p]);
  },
};

const integers: Loops<BigInt64Array, BigInt64Array> = {
  add: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] + b[i * q];
  },
  sub: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] - b[i * q];
  },
  mul: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] * b[i * q];
  },
};

const doubleTests: Loops<Float64Array, Uint8Array> = {
  eq: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] === b[i * q] ? 1 : 0;
  },
  ne: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] !== b[i * q] ? 1 : 0;
  },
  lt: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] < b[i * q] ? 1 : 0;
  },
  le: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] <= b[i * q] ? 1 : 0;
  },
  gt: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] > b[i * q] ? 1 : 0;
  },
  ge: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] >= b[i * q] ? 1 : 0;
  },
};

const singleTests: Loops<Float32Array, Uint8Array> = {
  eq: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] === b[i * q] ? 1 : 0;
  },
  ne: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] !== b[i * q] ? 1 : 0;
  },
  lt: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] < b[i * q] ? 1 : 0;
  },
  le: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] <= b[i * q] ? 1 : 0;
  },
  gt: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] > b[i * q] ? 1 : 0;
  },
  ge: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] >= b[i * q] ? 1 : 0;
  },
};

const integerTests: Loops<BigInt64Array, Uint8Array> = {
  eq: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] === b[i * q] ? 1 : 0;
  },
  ne: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] !== b[i * q] ? 1 : 0;
  },
  lt: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] < b[i * q] ? 1 : 0;
  },
  le: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] <= b[i * q] ? 1 : 0;
  },
  gt: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] > b[i * q] ? 1 : 0;
  },
  ge: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] >= b[i * q] ? 1 : 0;
  },
};

const truths: Loops<Uint8Array, Uint8Array> = {
  and: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] & b[i * q];
  },
  or: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] | b[i * q];
  },
  xor: (a, b, target, [p, q]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] ^ b[i * q];
  },
  logicalNot: (a, _b, target, [p]) => {
    for (let i = 0; i < target.length; i++) target[i] = a[i * p] ^ 1;
  },
};

type AnyLoop = Loop<TypedArray, TypedArray>;

const arithmetic: Partial<Record<DType, unknown>> = {
  float64: doubles,
  float32: singles,
  int64: integers,
  bool: truths,
};
const tests: Partial<Record<DType, unknown>> = {
  float64: doubleTests,
  float32: singleTests,
  int64: integerTests,
};

/** The primitive on operands of type `dtype`; null where there is no loop for it. */
export function runFastLoop(
  primitive: PrimitiveName,
  operands: readonly NDArray[],
  types: { readonly dtype: DType; readonly output: DType },
): NDArray | null {
  const { dtype, output } = types;
  const table = output === dtype ? arithmetic[dtype] : output === 'bool' ? tests[dtype] : undefined;
  const loop = (table as Loops<TypedArray, TypedArray> | undefined)?.[primitive] as AnyLoop | undefined;
  if (!loop) return null;
  const shape = broadcastShapes(operands.map((operand) => operand.shape));
  const target = makeStorage(output, elementCount(shape));
  const [a, b] = operands.length === 1 ? [operands[0], operands[0]] : operands;
  loop(elementsFor(a, shape), elementsFor(b, shape), target, [stepOf(a), stepOf(b)]);
  return fromStorage(output, target, shape);
}

const stepOf = (operand: NDArray): number => (operand.size === 1 ? 0 : 1);

function elementsFor(operand: NDArray, shape: Shape): TypedArray {
  const isWhole = operand.size === 1 || operand.size === elementCount(shape);
  return (isWhole ? operand : broadcastTo(operand, shape)).elements();
}
