/** The op that applies a function of whole matrices, over the axes before the last two as well: PyTensor's `Blockwise`. */

import { EngineError } from '../../tensor/engineError.ts';
import { type Matrix, matrixOf } from '../../tensor/linalg/matrixFunctions.ts';
import { broadcastTo, cast, fromValues, type NDArray } from '../../tensor/ndarray.ts';
import { broadcastShapes, elementCount, type Shape } from '../../tensor/shape.ts';
import { printVariable } from '../printVariable.ts';
import type { StaticLength } from '../tensorType.ts';
import { apply, type OpEntry, type OpRunner, type Variable } from '../variable.ts';
import { padLeft } from './elemwise.ts';
import {
  type MatrixFunction,
  type MatrixFunctionName,
  type MatrixOptions,
  matrixFunctions,
} from './matrixFunctions.ts';

export interface MatrixFunctionParams {
  readonly name: MatrixFunctionName;
  readonly options: MatrixOptions;
  /** How many axes of each operand are its own. */
  readonly cores: readonly number[];
}

const functionOf = ({ name }: MatrixFunctionParams): MatrixFunction => matrixFunctions[name];

export const matrixFunctionEntry: OpEntry<MatrixFunctionParams> = {
  kind: 'matrixFunction',
  infer: (params, inputs) => {
    const { cores, options } = params;
    const { shapes, types } = functionOf(params);
    const { dialect } = inputs[0].context;
    const own = inputs.map(({ type, ndim }, i) => type.shape.slice(ndim - cores[i]));
    const lead = leadingAxes(inputs, cores);
    const dtypes = types(
      dialect,
      inputs.map((input) => input.dtype),
      options,
    );
    return shapes(options, own).map((shape, i) => ({ dtype: dtypes[i], shape: [...lead, ...shape] }));
  },
  evaluate: (params, inputs, runner, { inputs: variables, outputs }) => {
    const stack = stackOf(params, inputs);
    const dtypes = outputs.map((output) => output.dtype);
    runner.host.allocate(elementCount(stack.lead) * stack.size * 8);
    const results = stack.operands.map((operands) => {
      runner.host.checkpoint();
      return computed(params, operands, variables[0]);
    });
    return assembled(params, inputs, { results, lead: stack.lead, dtypes }, runner);
  },
  print: (params, dialect) => {
    const { classic, pytensor, signature } = functionOf(params);
    if (dialect.opText === 'classic') return classic(params.options, dialect);
    const core = pytensor(params.options, params.cores);
    const text = signature(params.options, params.cores);
    return text === '' ? core : `Blockwise{${core}, ${text}}`;
  },
};

function leadingAxes(inputs: readonly Variable[], cores: readonly number[]): StaticLength[] {
  const [first] = inputs;
  return Array.from({ length: first.ndim - cores[0] }, (_, axis) => {
    const lengths = inputs.map((input) => input.type.shape[axis]).filter((length) => length !== 1);
    return lengths.length === 0 ? 1 : (lengths.find((length) => length !== null) ?? null);
  });
}

interface Stack {
  readonly lead: Shape;
  /** For every place of the leading axes the operands there. */
  readonly operands: readonly (readonly Matrix[])[];
  /** Elements of one set of operands. */
  readonly size: number;
}

function stackOf({ cores }: MatrixFunctionParams, inputs: readonly NDArray[]): Stack {
  const own = inputs.map(({ shape }, i) => shape.slice(shape.length - cores[i]));
  const lead = broadcastShapes(inputs.map(({ shape }, i) => shape.slice(0, shape.length - cores[i])));
  const values = inputs.map((input, i) =>
    (cast(broadcastTo(input, [...lead, ...own[i]]), 'float64').elements() as Float64Array).slice(),
  );
  const sizes = own.map(elementCount);
  return {
    lead,
    size: sizes.reduce((a, b) => a + b, 0),
    operands: Array.from({ length: elementCount(lead) }, (_, place) =>
      values.map((all, i) =>
        matrixOf(own[i][0] ?? 1, own[i][1] ?? 1, all.slice(place * sizes[i], (place + 1) * sizes[i])),
      ),
    ),
  };
}

/** One result; an iteration that does not converge is NumPy's LinAlgError. */
function computed(
  params: MatrixFunctionParams,
  operands: readonly Matrix[],
  { context }: Variable,
): readonly ArrayLike<number>[] {
  try {
    return functionOf(params).compute(params.options, operands, context.dialect);
  } catch (error) {
    if (error instanceof RangeError) throw new EngineError('LinAlgError', error.message);
    throw error;
  }
}

interface Found {
  readonly results: readonly (readonly ArrayLike<number>[])[];
  readonly lead: Shape;
  readonly dtypes: readonly NDArray['dtype'][];
}

function assembled(
  params: MatrixFunctionParams,
  inputs: readonly NDArray[],
  { results, lead, dtypes }: Found,
  runner: OpRunner,
): NDArray[] {
  const { cores, options } = params;
  const shapes = functionOf(params).shapes(
    options,
    inputs.map(({ shape }, i) => shape.slice(shape.length - cores[i])),
  );
  return shapes.map((known, output) => {
    const shape = known.map((length) => length ?? results[0]?.[output].length ?? 0);
    const size = elementCount(shape);
    runner.host.allocate(size * results.length * 8);
    const all = new Float64Array(size * results.length);
    results.forEach((each, place) => {
      all.set(each[output], place * size);
    });
    return cast(fromValues('float64', [...lead, ...shape], all), dtypes[output]);
  });
}

/** Applies a function of matrices; the results of all its outputs. Only PyTensor knows stacks of matrices. */
export function matrixFunction(
  name: MatrixFunctionName,
  inputs: readonly Variable[],
  options: MatrixOptions = {},
): Variable[] {
  const row: MatrixFunction = matrixFunctions[name];
  const cores = row.cores(
    options,
    inputs.map((input) => input.ndim),
  );
  const { dialect } = inputs[0].context;
  const isWrong = (input: Variable, i: number): boolean =>
    dialect.matrixStacks === 'taken' ? input.ndim < cores[i] : input.ndim !== cores[i];
  if (inputs.some(isWrong)) {
    throw dialect.matrixStacks === 'taken'
      ? new EngineError('ValueError', insufficientAxes(inputs, cores, row.signature(options, cores)))
      : new EngineError('AssertionError');
  }
  const batch = Math.max(...inputs.map((input, i) => input.ndim - cores[i]));
  const padded = inputs.map((input, i) => padLeft(input, batch + cores[i]));
  return apply(matrixFunctionEntry, { name, options, cores }, padded);
}

function insufficientAxes(inputs: readonly Variable[], cores: readonly number[], signature: string): string {
  const at = inputs.findIndex((input, i) => input.ndim < cores[i]);
  return `Input ${at} ${printVariable(inputs[at])} has insufficient core dimensions for signature ${signature}`;
}
