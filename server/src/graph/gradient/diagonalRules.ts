/** Gradients of reading, making and filling diagonals. */

import { isDiscrete } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { fullSlice } from '../../tensor/indexing.ts';
import { int64Constant } from '../constants.ts';
import {
  allocDiagonalEntry,
  type DiagonalParams,
  diagonalAt,
  diagonalEntry,
  fillDiagonalEntry,
  filledDiagonal,
  triangleEntry,
} from '../ops/diagonals.ts';
import { dimShuffle } from '../ops/dimShuffle.ts';
import { castTo, elemwise } from '../ops/elemwise.ts';
import { constantIn, lengthOf, range, reduced } from '../ops/math.ts';
import { incSubtensor, type SymbolicIndex } from '../ops/subtensor.ts';
import { type Apply, apply, type Variable } from '../variable.ts';
import { type Gradient, notImplementedGradient, ruleFor, undefinedGradient } from './gradientRule.ts';
import { gradientType, zerosLike } from './zeros.ts';

/** The last axis of a gradient written onto a diagonal over two axes of zeros. */
function writtenDiagonal(input: Variable, gradient: Variable, params: DiagonalParams): Variable {
  const { context } = input;
  const { axis1, axis2, offset } = params;
  const rest = [...input.type.shape.keys()].filter((axis) => axis !== axis1 && axis !== axis2);
  const order = [...rest, axis1, axis2];
  const moved = dimShuffle(zerosLike(input), order);
  const positions = range(
    {
      start: int64Constant(context, 0),
      stop: lengthOf(gradient, gradient.ndim - 1),
      step: int64Constant(context, 1),
    },
    'int64',
  );
  const shifted = (by: number): SymbolicIndex => ({
    kind: 'array',
    value: by === 0 ? positions : elemwise('add', positions, int64Constant(context, by)),
  });
  const indices = [...rest.map(() => fullSlice), shifted(Math.max(0, -offset)), shifted(Math.max(0, offset))];
  const written = incSubtensor(moved, gradient, { indices, mode: 'set' });
  return dimShuffle(
    written,
    [...input.type.shape.keys()].map((axis) => order.indexOf(axis)),
  );
}

function filledGradients(input: Variable, offset: Variable | null, gradient: Variable): Gradient[] {
  const { context } = input;
  if (input.ndim > 2) {
    throw new EngineError(
      'NotImplementedError',
      'FillDiagonal: gradient is currently implemented for matrices only',
    );
  }
  const nothing = constantIn(context, gradient.dtype, 0);
  const kept = filledDiagonal(gradient, nothing, offset);
  const options = { axis: null, keepsAxes: false, dtype: null };
  if (offset === null) return [kept, reduced('sum', diagonalAt(gradient, 0), options)];
  return [kept, reduced('sum', elemwise('sub', gradient, kept), options)];
}

const printedOp = (made: Apply): string =>
  made.op.entry.print(made.op.params, made.inputs[0].context.dialect, 0, made);

export const diagonalRules = {
  diagonal: ruleFor(diagonalEntry, {
    differentiate(params, made, [gradient]) {
      const [input] = made.inputs;
      if (isDiscrete(input.dtype)) return [zerosLike(input)];
      if (input.ndim > 2 && input.context.dialect.diagonalGradient === 'missing') {
        return [notImplementedGradient(made, 0, printedOp(made))];
      }
      return [writtenDiagonal(input, gradient!, params)];
    },
  }),
  allocDiagonal: ruleFor(allocDiagonalEntry, {
    differentiate: (params, { inputs: [input] }, [gradient]) => [
      isDiscrete(input.dtype) ? zerosLike(input) : apply(diagonalEntry, params, [gradient!])[0],
    ],
  }),
  fillDiagonal: ruleFor(fillDiagonalEntry, {
    differentiate(_, made, [gradient]) {
      const [input, value, offset] = made.inputs;
      const forOffset = (): Gradient =>
        undefinedGradient(
          made,
          2,
          'FillDiagonalOffset',
          'offset is not defined for non-integer offset so fill_diagonal_offset(a,val,offset+eps) is undefined',
        );
      const rest = offset === undefined ? [] : [forOffset()];
      if (isDiscrete(input.dtype)) return [zerosLike(input), zerosLike(value), ...rest];
      const [kept, filling] = filledGradients(input, offset ?? null, gradient!);
      return [kept, castTo(filling as Variable, gradientType(value)), ...rest];
    },
  }),
  triangle: ruleFor(triangleEntry, {
    differentiate: (_, made) => made.inputs.map((_input, index) => undefinedGradient(made, index, 'Tri', '')),
  }),
};
