/** Reductions over axes and matrix products, with the element types that the libraries give them. */

import { type DType, isComplex, isDiscrete, kindOf, promote } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { cast, type NDArray } from '../../tensor/ndarray.ts';
import { orderedFold } from '../../tensor/orderedFold.ts';
import { accumulate, dot, type Reduction, reduce } from '../../tensor/reduce.ts';
import { normalizeAxis, printShape, type Shape, tightShape } from '../../tensor/shape.ts';
import { fillText } from '../dialects/fillText.ts';
import type { Dialect } from '../dialects.ts';
import { apply, type OpEntry, type Variable } from '../variable.ts';

export interface ReduceParams {
  readonly reduction: Reduction;
  /** From 0, in increasing order; null for all. */
  readonly axes: readonly number[] | null;
  readonly output: DType;
  readonly accumulate: DType;
  /** `prod(no_zeros_in_input=True)`: its gradient divides. */
  readonly hasNoZeros?: boolean;
  /** `ProdWithoutZeros`, a part of the gradient of a product whose zeros are ones already: it has no gradient of its own. */
  readonly skipsZeros?: boolean;
}

const classicNames: Readonly<Record<Reduction, string>> = {
  sum: 'Sum',
  prod: 'Prod',
  max: 'Max',
  min: 'Min',
  all: 'All',
  any: 'Any',
  argmax: 'Argmax',
  argmin: 'Argmin',
};

export const reduceEntry: OpEntry<ReduceParams> = {
  kind: 'reduce',
  infer: ({ axes, output, reduction: name }, [input]) => {
    const shape = input.type.shape.filter((_, axis) => axes !== null && !axes.includes(axis));
    const isPicked = ['max', 'min', 'argmax', 'argmin'].includes(name);
    const forgets = isPicked && input.context.dialect.partShapes === 'onlyOnes';
    return [{ dtype: output, shape: forgets ? shape.map((length) => (length === 1 ? 1 : null)) : shape }];
  },
  evaluate: (params, [input]) => [evaluateReduction(params, input)],
  print: (params, dialect, _, { inputs: [input] }) => printReduction(params, dialect, input.ndim),
};

function evaluateReduction(
  { axes: given, reduction, accumulate: within, output }: ReduceParams,
  input: NDArray,
): NDArray {
  const axes = given ?? [...input.shape.keys()];
  const isFolded = reduction === 'sum' || reduction === 'prod';
  if (isFolded && isComplex(within))
    return cast(orderedFold(input, { kind: reduction, axes, dtype: within }), output);
  const result = reduce(input, reduction, { axes, accumulate: within, output: isFolded ? within : output });
  return cast(result, output);
}

/** The classic libraries find the greatest elements and their places with one op. */
function printReduction(params: ReduceParams, dialect: Dialect, ndim: number): string {
  const { axes, reduction } = params;
  if (dialect.opText === 'plain') return printReductionOfPyTensor(params);
  const name = classicNames[reduction];
  const listed = axes?.join(', ') ?? '';
  switch (reduction) {
    case 'prod':
      if (params.skipsZeros) return printWithoutZeros(params);
      return fillText(
        dialect.prodText,
        axes === null ? 'None' : axisTuple(axes),
        params.output,
        params.accumulate,
        params.hasNoZeros ? 'True' : 'False',
      );
    case 'sum':
      return `Sum{${axes === null ? '' : `axis=[${listed}], `}acc_dtype=${params.accumulate}}`;
    case 'all':
    case 'any':
      return axes === null ? name : `${name}{${listed}}`;
    case 'max':
    case 'argmax':
      return `MaxAndArgmax{axis=${axisTuple(axes ?? [...Array(ndim).keys()])}}.${reduction === 'max' ? 0 : 1}`;
    default:
      return `${name}{${axes === null ? '' : `axis=[${listed}]`}}`;
  }
}

const axisTuple = (axes: readonly number[]): string => `(${axes.join(', ')}${axes.length === 1 ? ',' : ''})`;

/** The op has no words of its own in any of the libraries: its properties stand there as Python writes them. */
const printWithoutZeros = ({ axes, output, accumulate: within }: ReduceParams): string =>
  `ProdWithoutZeros{axis=${axes === null ? 'None' : axisTuple(axes)}, dtype='${output}', acc_dtype='${within}'}`;

function printReductionOfPyTensor(given: ReduceParams): string {
  const { axes, reduction, output, accumulate: within, hasNoZeros } = given;
  if (given.skipsZeros) return printWithoutZeros(given);
  const name = classicNames[reduction];
  const isFolded = reduction === 'sum' || reduction === 'prod';
  const type = isFolded && output !== within ? `, acc=${within}` : '';
  const end = hasNoZeros ? ', no_zeros_in_input})' : '}';
  if (reduction === 'argmax') return `Argmax{axis=${axes === null ? 'None' : axisTuple(axes)}}`;
  if (axes === null) return `${name}{axes=None${type}${end}`;
  const listed = axes.length === 1 ? `axis=${axes[0]}` : `axes=[${axes.join(', ')}]`;
  return `${name}{${listed}${type}${end}`;
}

/** The axes of a reduction, checked; null for all of them. */
export function reductionAxes(input: Variable, axis: readonly number[] | null): readonly number[] | null {
  if (axis === null) return null;
  const axes = axis.map((one) => {
    if (one < -input.ndim || one >= input.ndim) {
      const { reducedAxis, reducedAxisText } = input.context.dialect;
      const all = `(${axis.join(', ')}${axis.length === 1 ? ',' : ''})`;
      throw new EngineError(
        reducedAxis,
        fillText(reducedAxisText, input.name ?? 'the input', one, all, input.ndim),
      );
    }
    return normalizeAxis(one, input.ndim);
  });
  const unique = [...new Set(axes)];
  if (unique.length < axes.length && input.context.dialect.repeatedAxes === 'refused')
    throw new EngineError('ValueError', 'repeated axis');
  return unique.sort((a, b) => a - b);
}

/** sum, prod: integers and booleans widen to 64 bits; floats add up in float64 and keep their type. */
export function sumType(dtype: DType): DType {
  if (!isDiscrete(dtype)) return dtype;
  return kindOf(dtype) === 'uint' ? 'uint64' : 'int64';
}

/** In which type sums and products add up: `_acc_dtype` of the libraries. */
function accumulationType(dtype: DType, wanted: DType | null): DType {
  if (wanted === null) return wideTypes[dtype] ?? sumType(dtype);
  if (isDiscrete(dtype) && !isDiscrete(wanted)) return wanted;
  const common = promote(dtype, wanted);
  if (common === wanted) return wanted;
  throw new EngineError(
    'TypeError',
    `Cannot build Sum{acc_dtype=${wanted}} node with input dtype ${dtype} and acc_dtype ${wanted}, as precision would be lost. To correct this error, you can:\n  - not specify acc_dtype, or\n  - use an acc_dtype at least as precise as ${common}.\n  - specify "dtype" instead of "acc_dtype", so the reduction will be precise, but the result will be casted into "dtype" at the end.\nIf you are expecting the precision loss, you can use tensor.cast(..., dtype="${wanted}"), on your input.`,
  );
}

const wideTypes: Readonly<Partial<Record<DType, DType>>> = {
  float16: 'float32',
  float32: 'float64',
  complex64: 'complex128',
};

export interface ReductionOptions {
  readonly axis: readonly number[] | null;
  /** Overrides the type of sums and products. */
  readonly dtype?: DType | null;
  /** The type in which they add up. */
  readonly accumulate?: DType | null;
  readonly hasNoZeros?: boolean;
  readonly skipsZeros?: boolean;
}

/** Applies a reduction. */
export function reduction(name: Reduction, input: Variable, options: ReductionOptions): Variable {
  const axes = reductionAxes(input, options.axis);
  const types = reductionTypes(name, input.dtype, options);
  const zeros = {
    ...(options.hasNoZeros ? { hasNoZeros: true } : {}),
    ...(options.skipsZeros ? { skipsZeros: true } : {}),
  };
  return apply(reduceEntry, { reduction: name, axes, ...types, ...zeros }, [input])[0];
}

function reductionTypes(
  name: Reduction,
  dtype: DType,
  options: ReductionOptions,
): { output: DType; accumulate: DType } {
  switch (name) {
    case 'sum':
    case 'prod':
      return {
        output: options.dtype ?? sumType(dtype),
        accumulate: accumulationType(dtype, options.accumulate ?? null),
      };
    case 'max':
    case 'min':
      return { output: dtype, accumulate: dtype };
    case 'all':
    case 'any':
      return { output: 'bool', accumulate: 'bool' };
    case 'argmax':
    case 'argmin':
      return { output: 'int64', accumulate: dtype };
  }
}

export interface CumulativeParams {
  readonly kind: 'sum' | 'prod';
  readonly axis: number;
  /** The axis as the program gave it; null when the tensor was flattened. */
  readonly given: number | null;
}

export const cumulativeEntry: OpEntry<CumulativeParams> = {
  kind: 'cumulative',
  infer: (_, [input]) => [input.type],
  evaluate: ({ kind, axis }, [input], runner) => {
    // NumPy adds up small integers in 64 bits, whatever the type of the variable says.
    const dtype = sumType(input.dtype);
    runner.host.allocate(input.size * 8);
    return [accumulate(input, kind, { axis, dtype })];
  },
  print: ({ kind, axis, given }, dialect) =>
    dialect.opText === 'plain'
      ? `Cum${kind}{axis=${axis}}`
      : `CumOp{${given ?? 'None'}, ${kind === 'sum' ? 'add' : 'mul'}}`,
};

export const dotEntry: OpEntry<Record<string, never>> = {
  kind: 'dot',
  infer: (_, [a, b]) => {
    if (a.ndim === 0 || b.ndim === 0 || a.ndim > 2 || b.ndim > 2) {
      throw new EngineError('TypeError', 'dot takes vectors and matrices');
    }
    const inner = [a.type.shape.at(-1)!, b.type.shape[0]];
    if (
      inner.every((length) => length !== null) &&
      inner[0] !== inner[1] &&
      a.context.dialect.unfitLengths === 'atOnce'
    ) {
      throw new EngineError(
        'ValueError',
        `Incompatible shared dimension for dot product: ${inner.join(', ')}`,
      );
    }
    return [
      { dtype: promote(a.dtype, b.dtype), shape: [...a.type.shape.slice(0, -1), ...b.type.shape.slice(1)] },
    ];
  },
  evaluate: (_, [a, b], runner, { inputs: [variable] }) => {
    const dtype = promote(a.dtype, b.dtype);
    if (a.shape[a.ndim - 1] !== b.shape[0]) throw notAligned(a.shape, b.shape, variable.context.dialect);
    runner.host.allocate(
      (a.size / Math.max(1, a.shape[a.ndim - 1])) * (b.size / Math.max(1, b.shape[0])) * 8,
    );
    return [cast(dot(a, b, dtype), dtype)];
  },
  print: (_, dialect, __, { inputs: [a, b] }) => {
    if (dialect.opText === 'classic') return 'dot';
    // PyTensor multiplies matrices; what it added to vectors it drops again (libraryForm.ts).
    if (b.ndim === 2) return a.ndim === 2 ? 'Dot' : 'Squeeze{axis=0}';
    return a.ndim === 2 ? 'Squeeze{axis=1}' : 'Squeeze{axis=0}';
  },
};

/** NumPy's refusal, of `matmul` or of `dot`, which may have been called with matrices. */
function notAligned(a: Shape, b: Shape, dialect: Dialect): EngineError {
  if (dialect.unalignedProduct === 'lengths') return unequalDepths(a[a.length - 1], b[0]);
  const asMatrices = dialect.unalignedProduct === 'matrices';
  const left = asMatrices && a.length === 1 ? [1, ...a] : a;
  const right = asMatrices && b.length === 1 ? [...b, 1] : b;
  const depth = `${left[left.length - 1]} (dim ${left.length - 1}) != ${right[0]} (dim 0)`;
  const text = `shapes ${tightShape(left)} and ${tightShape(right)} not aligned: ${depth}`;
  return new EngineError(
    'ValueError',
    asMatrices ? `('${text}', ${printShape(left)}, ${printShape(right)})` : text,
  );
}

/** The refusal of `np.matmul`. */
export function unequalDepths(left: number, right: number): EngineError {
  const signature = '(n?,k),(k,m?)->(n?,m?)';
  return new EngineError(
    'ValueError',
    `matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature ${signature} (size ${right} is different from ${left})`,
  );
}

/** The product of vectors and matrices. */
export const matrixProduct = (a: Variable, b: Variable): Variable => apply(dotEntry, {}, [a, b])[0];
