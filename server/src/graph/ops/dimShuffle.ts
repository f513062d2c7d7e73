/** Axes moved, added and dropped; and axes that are told to be of length 1, or not to be. */

import { EngineError } from '../../tensor/engineError.ts';
import type { NDArray } from '../../tensor/ndarray.ts';
import { elementCount, printShape, tightShape } from '../../tensor/shape.ts';
import { fillText } from '../dialects/fillText.ts';
import type { Dialect } from '../dialects.ts';
import type { StaticLength } from '../tensorType.ts';
import { apply, type OpEntry, type Variable } from '../variable.ts';

/** For each axis of the result the axis it comes from; `x` is a new axis of length 1. */
export type AxisOrder = readonly (number | 'x')[];

export const dimShuffleEntry: OpEntry<{ readonly order: AxisOrder }> = {
  kind: 'dimShuffle',
  infer: ({ order }, [input]) => {
    checkOrder(order, input);
    return [{ dtype: input.dtype, shape: order.map((axis) => (axis === 'x' ? 1 : input.type.shape[axis])) }];
  },
  evaluate: ({ order }, [input]) => [shuffle(input, order)],
  print: ({ order }, dialect, _, apply) => printOrder(order, dialect, apply.inputs[0].ndim),
};

function checkOrder(order: AxisOrder, input: Variable): void {
  const used = order.filter((axis) => axis !== 'x');
  if (used.some((axis) => axis >= input.ndim || axis < 0)) {
    throw new EngineError(
      'ValueError',
      `new_order[${order.findIndex((axis) => axis !== 'x' && axis >= input.ndim)}] is ${Math.max(...used)}, but the input only has ${input.ndim} axes.`,
    );
  }
  if (new Set(used).size < used.length) {
    const text = 'The same input dimension may not appear twice in the list of output dimensions';
    throw input.context.dialect.errorValues === 'arguments'
      ? new EngineError('ValueError', text, [...order])
      : new EngineError('ValueError', `${text}: (${order.join(', ')})`);
  }
  input.type.shape.forEach((length, axis) => {
    if (used.includes(axis) || length === 1) return;
    if (length === null && input.context.dialect.droppedLengths === 'any') return;
    throw new EngineError('ValueError', droppedAxis(input, order, { axis, length }));
  });
}

function droppedAxis(
  input: Variable,
  order: AxisOrder,
  dropped: { axis: number; length: StaticLength },
): string {
  const tuple = (words: readonly string[]): string =>
    words.length === 1 ? `(${words[0]},)` : `(${words.join(', ')})`;
  const pattern = `[${input.type.shape.map((length) => (length === 1 ? 'True' : 'False')).join(', ')}]`;
  const wanted = tuple(order.map((axis) => (axis === 'x' ? "'x'" : String(axis))));
  return fillText(input.context.dialect.droppedAxis, pattern, wanted, dropped.axis, String(dropped.length));
}

function shuffle(input: NDArray, order: AxisOrder): NDArray {
  const { shape, strides, offset } = input.layout;
  shape.forEach((length, axis) => {
    if (order.includes(axis) || length === 1) return;
    const kept = order.flatMap((axis) => (axis === 'x' ? [] : [shape[axis]]));
    throw new EngineError(
      'ValueError',
      `cannot reshape array of size ${elementCount(shape)} into shape ${tightShape(kept)}`,
    );
  });
  return input.view({
    shape: order.map((axis) => (axis === 'x' ? 1 : shape[axis])),
    strides: order.map((axis) => (axis === 'x' ? 0 : strides[axis])),
    offset,
  });
}

function printOrder(order: AxisOrder, dialect: Dialect, ndim: number): string {
  if (dialect.opText === 'classic') return `InplaceDimShuffle{${order.join(',')}}`;
  const kept = order.filter((axis) => axis !== 'x');
  const isIncreasing = kept.every((axis, i) => i === 0 || axis > kept[i - 1]);
  const added = order.flatMap((axis, i) => (axis === 'x' ? [i] : []));
  const dropped = [...Array(ndim).keys()].filter((axis) => !kept.includes(axis));
  const axes = (list: readonly number[]): string =>
    list.length === 1 ? `axis=${list[0]}` : `axes=(${list.join(', ')})`;
  if (isIncreasing && dropped.length === 0 && added.length > 0) return `ExpandDims{${axes(added)}}`;
  if (isIncreasing && added.length === 0 && dropped.length > 0) return `Squeeze{${axes(dropped)}}`;
  if (added.length > 0 || dropped.length > 0) return `DimShuffle{order=[${order.join(',')}]}`;
  const swapsLast = kept.slice(0, -2).every((axis, i) => axis === i) && kept.at(-1) === ndim - 2;
  if (swapsLast && ndim >= 2) return 'MatrixTranspose';
  return `Transpose{axes=[${order.join(', ')}]}`;
}

/** `variable.dimshuffle(order)`; the variable itself when nothing moves. */
export function dimShuffle(variable: Variable, order: AxisOrder): Variable {
  const isSame = order.length === variable.ndim && order.every((axis, i) => axis === i);
  return isSame ? variable : apply(dimShuffleEntry, { order }, [variable])[0];
}

/** All axes reversed. */
export const transposed = (variable: Variable): Variable =>
  dimShuffle(variable, [...variable.type.shape.keys()].reverse());

interface RebroadcastParams {
  /** What each axis is from now on; `undefined` leaves it as it is. */
  readonly axes: readonly (StaticLength | undefined)[];
}

/** Theano's `Rebroadcast` and PyTensor's `SpecifyShape`: nothing is computed, the type changes, lengths are checked. */
export const rebroadcastEntry: OpEntry<RebroadcastParams> = {
  kind: 'rebroadcast',
  infer: ({ axes }, [input]) => [
    {
      dtype: input.dtype,
      shape: input.type.shape.map((length, axis) => (axes[axis] === undefined ? length : axes[axis]!)),
    },
  ],
  evaluate: ({ axes }, [input], _, { inputs: [variable] }) => {
    axes.forEach((length, axis) => {
      if (length === undefined || length === null || input.shape[axis] === length) return;
      throw wrongLength(input.shape, axes, { axis, length, dialect: variable.context.dialect });
    });
    return [input];
  },
  print: ({ axes }, dialect) => printRebroadcast(axes, dialect),
};

function wrongLength(
  shape: readonly number[],
  axes: RebroadcastParams['axes'],
  { axis, length, dialect }: { axis: number; length: number; dialect: Dialect },
): EngineError {
  if (dialect.lengthOp === 'Rebroadcast') {
    return new EngineError(
      'ValueError',
      `Dimension ${axis} in Rebroadcast's input was supposed to be ${length} (got ${shape[axis]} instead)`,
    );
  }
  const expected = axes.map((one) => one ?? 'None').join(', ');
  return new EngineError(
    'AssertionError',
    `SpecifyShape: Got shape ${printShape(shape)}, expected (${expected}${axes.length === 1 ? ',' : ''}).`,
  );
}

function printRebroadcast(axes: RebroadcastParams['axes'], dialect: Dialect): string {
  const changed = axes.flatMap((length, axis) => (length === undefined ? [] : [{ axis, length }]));
  if (dialect.lengthOp === 'Rebroadcast') {
    const words = changed.map(({ length }) => (length === null ? '0' : '1'));
    return `Rebroadcast{${words.join(',')}}`;
  }
  if (changed.every(({ length }) => length === null)) {
    return `Unbroadcast{${changed.map(({ axis }) => axis).join(', ')}}`;
  }
  return 'SpecifyShape';
}

/** Changes what the type knows of some axes. */
export function rebroadcast(variable: Variable, axes: readonly (StaticLength | undefined)[]): Variable {
  const changes = axes.some((length, axis) => length !== undefined && length !== variable.type.shape[axis]);
  return changes ? apply(rebroadcastEntry, { axes }, [variable])[0] : variable;
}
