/**
 * `pad(x, width, mode)` of PyTensor 3 (`tensor/pad.py`): an op that is a graph, composed as there. Where the library copies the tensor
 * as often as it fits, `wrap`, `symmetric` and `reflect`, the elements are picked by their places instead: the values are the same.
 */
import { getItem, onAxis } from '../../tensor/indexing.ts';
import { broadcastTo } from '../../tensor/ndarray.ts';
import type { Shape } from '../../tensor/shape.ts';
import { int64Constant } from '../constants.ts';
import { applyNew, Constant, type GraphContext, type Variable } from '../variable.ts';
import { movedAxes } from './arranging.ts';
import { dimShuffle, rebroadcast } from './dimShuffle.ts';
import { castTo, elemwise } from './elemwise.ts';
import { fromGraph, noOverrides } from './fromGraph.ts';
import { constantIn, lengthOf, mean, range, reduced, squeezed } from './math.ts';
import { taken } from './rearranging.ts';
import { alloc } from './shapes.ts';
import { incSubtensor, type SymbolicIndex, subtensor } from './subtensor.ts';

export const padModes = [
  'constant',
  'edge',
  'linear_ramp',
  'maximum',
  'mean',
  'minimum',
  'wrap',
  'symmetric',
  'reflect',
] as const;

export type PadMode = (typeof padModes)[number];

type Pair = readonly [Variable, Variable];

interface Padding {
  readonly input: Variable;
  /** For each axis what is put before and behind. */
  readonly widths: readonly Pair[];
  /** For each axis the values of `constant` and `linear_ramp`, or the lengths of statistics. */
  readonly values: readonly Pair[] | null;
}

/** The op on its inputs; `values` are those of the mode, null where there are none. */
export function padded(
  mode: PadMode,
  input: Variable,
  { widths, values }: { readonly widths: Variable; readonly values: Variable | null },
): Variable {
  const { context } = input;
  const padding: Padding = {
    input,
    widths: pairsOf(widths, input.ndim),
    values: values && pairsOf(values, input.ndim),
  };
  const output = methods[mode](padding);
  const inputs = values ? [input, widths, values] : [input, widths];
  const op = fromGraph(
    context,
    { inputs, outputs: [output] },
    { ...noOverrides, name: 'Pad', isInline: false },
  );
  return applyNew(context, op, inputs)[0];
}

/** One pair per axis, of what broadcasts to that. */
function pairsOf(values: Variable, ndim: number): Pair[] {
  const { context } = values;
  if (values instanceof Constant && isPairs(values.value.shape, ndim)) return knownPairs(values, ndim);
  const all = alloc(values, [int64Constant(context, ndim), int64Constant(context, 2)]);
  const at = (axis: number, side: number): Variable =>
    subtensor(all, [
      { kind: 'integer', value: int64Constant(context, axis) },
      { kind: 'integer', value: int64Constant(context, side) },
    ]);
  return Array.from({ length: ndim }, (_, axis): Pair => [at(axis, 0), at(axis, 1)]);
}

const isPairs = (shape: Shape, ndim: number): boolean =>
  shape.length <= 2 &&
  [1, 2].includes(shape.at(-1) ?? 1) &&
  [1, ndim].includes(shape.length < 2 ? 1 : shape[0]);

function knownPairs({ context, value }: Constant, ndim: number): Pair[] {
  const all = broadcastTo(value, [ndim, 2]);
  const at = (axis: number, side: number): Variable =>
    new Constant(
      context,
      getItem(all, [
        { kind: 'integer', value: axis },
        { kind: 'integer', value: side },
      ]).copy(),
    );
  return Array.from({ length: ndim }, (_, axis): Pair => [at(axis, 0), at(axis, 1)]);
}

const slice = (start: Variable | null, stop: Variable | null): SymbolicIndex => ({
  kind: 'slice',
  start,
  stop,
  step: null,
});

const one = (context: GraphContext): Variable => int64Constant(context, 1);

/** The part of one axis. */
const part = (input: Variable, axis: number, index: SymbolicIndex): Variable =>
  subtensor(input, onAxis(axis, index));

const withPart = (input: Variable, at: { axis: number; index: SymbolicIndex }, value: Variable): Variable =>
  incSubtensor(input, value, { indices: onAxis(at.axis, at.index), mode: 'set' });

/** The tensor in the middle of zeros, which are of floatX whatever the tensor is. */
function surrounded({ input, widths }: Padding): Variable {
  const { context } = input;
  const lengths = widths.map(
    (pair, axis) =>
      knownLength(input, axis, pair) ??
      elemwise('add', elemwise('add', pair[0], lengthOf(input, axis)), pair[1]),
  );
  const area = widths.map(([before], axis) => slice(before, elemwise('add', before, lengthOf(input, axis))));
  const zeros = alloc(constantIn(context, context.floatX, 0), lengths);
  return incSubtensor(zeros, input, { indices: area, mode: 'set' });
}

/** The length of a padded axis where it is known before. */
function knownLength({ context, type }: Variable, axis: number, widths: Pair): Variable | null {
  const [before, behind] = widths.map((width) =>
    width instanceof Constant ? Number(width.value.at(0)) : null,
  );
  const length = type.shape[axis];
  if (before === null || behind === null || length === null) return null;
  return int64Constant(context, before + length + behind);
}

/** The values before and behind, for one axis after the other: later axes see what earlier ones have filled. */
function filledBy(
  padding: Padding,
  fill: (whole: Variable, axis: number, widths: Pair) => readonly [Variable, Variable],
): Variable {
  let whole = surrounded(padding);
  padding.widths.forEach((widths, axis) => {
    const [before, behind] = fill(whole, axis, widths);
    const start = elemwise('sub', lengthOf(whole, axis), widths[1]);
    whole = withPart(whole, { axis, index: slice(null, widths[0]) }, before);
    whole = withPart(whole, { axis, index: slice(start, null) }, behind);
  });
  return whole;
}

/** The first and the last element of the tensor itself along an axis. */
function edges(whole: Variable, axis: number, [before, behind]: Pair): readonly [Variable, Variable] {
  const { context } = whole;
  const end = elemwise('sub', lengthOf(whole, axis), behind);
  return [
    part(whole, axis, slice(before, elemwise('add', before, one(context)))),
    part(whole, axis, slice(elemwise('sub', end, one(context)), end)),
  ];
}

type Statistic = (part: Variable, axis: number) => Variable;

const extreme =
  (name: 'max' | 'min'): Statistic =>
  (values, axis) =>
    reduced(name, values, { axis: [axis], keepsAxes: true, dtype: null });

const average: Statistic = (values, axis) => mean(values, { axis: [axis], keepsAxes: true, dtype: null });

const byStatistic =
  (statistic: Statistic) =>
  (padding: Padding): Variable =>
    filledBy(padding, (whole, axis, [before, behind]) => {
      const end = elemwise('sub', lengthOf(whole, axis), behind);
      const most = elemwise('sub', end, before);
      const [first, last] = (padding.values?.[axis] ?? [null, null]).map((length) =>
        length ? elemwise('minimum', length, most) : most,
      );
      return [
        statistic(part(whole, axis, slice(before, elemwise('add', before, first))), axis),
        statistic(part(whole, axis, slice(elemwise('sub', end, last), end)), axis),
      ];
    });

/** `linspace` from a number to the elements at an edge, without them. */
function ramp(start: Variable, edge: Variable, { axis, count }: { axis: number; count: Variable }): Variable {
  const { context } = edge;
  const stop = squeezed(
    rebroadcast(
      edge,
      edge.type.shape.map((_, at) => (at === axis ? 1 : undefined)),
    ),
    [axis],
  );
  const delta = elemwise('sub', stop, start);
  const zero = int64Constant(context, 0);
  const places = dimShuffle(
    castTo(range({ start: zero, stop: count, step: one(context) }, 'int64'), context.floatX),
    [0, ...new Array<'x'>(delta.ndim).fill('x')],
  );
  const scaled = elemwise('mul', places, delta);
  const samples = elemwise(
    'switch',
    elemwise('gt', count, zero),
    elemwise('add', elemwise('true_div', scaled, count), start),
    elemwise('add', scaled, start),
  );
  return castTo(movedAxes(samples, [0], [axis]), edge.dtype);
}

function ramped(padding: Padding): Variable {
  return filledBy(padding, (whole, axis, widths) => {
    const [first, last] = edges(whole, axis, widths).map((edge, side) =>
      ramp(padding.values![axis][side], edge, { axis, count: widths[side] }),
    );
    const backwards: SymbolicIndex = {
      kind: 'slice',
      start: null,
      stop: null,
      step: int64Constant(whole.context, -1),
    };
    return [first, part(last, axis, backwards)];
  });
}

/** Elements of the tensor by their places: `pick` makes of a place before, inside or behind one inside. */
const byPlace =
  (pick: (place: Variable, length: Variable) => Variable) =>
  ({ input, widths }: Padding): Variable =>
    widths.reduce((whole, [before, behind], axis) => {
      const length = lengthOf(whole, axis);
      const start = elemwise('neg', before);
      const stop = elemwise('add', length, behind);
      const places = range({ start, stop, step: one(whole.context) }, 'int64');
      return taken(whole, pick(places, length), axis);
    }, input);

/** There and back again: places along a way of `period` steps whose second half goes backwards; `end` is its last place. */
function bounced(place: Variable, period: Variable, end: Variable): Variable {
  const along = elemwise('mod', place, period);
  return elemwise('minimum', along, elemwise('sub', end, along));
}

const methods: Readonly<Record<PadMode, (padding: Padding) => Variable>> = {
  constant: (padding) => filledBy(padding, (_, axis) => padding.values![axis]),
  edge: (padding) => filledBy(padding, edges),
  linear_ramp: ramped,
  maximum: byStatistic(extreme('max')),
  minimum: byStatistic(extreme('min')),
  mean: byStatistic(average),
  wrap: byPlace((place, length) => elemwise('mod', place, length)),
  symmetric: byPlace((place, length) => {
    const period = elemwise('mul', length, int64Constant(place.context, 2));
    return bounced(place, period, elemwise('sub', period, one(place.context)));
  }),
  reflect: byPlace((place, length) => {
    const last = elemwise('sub', length, one(place.context));
    const period = elemwise('mul', last, int64Constant(place.context, 2));
    return bounced(place, period, period);
  }),
};
