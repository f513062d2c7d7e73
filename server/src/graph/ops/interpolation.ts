/** Interpolation between points, composed as PyTensor composes it: `tensor/interpolate.py` (PyTensor 3). */
import { int64Constant } from '../constants.ts';
import { apply, type Variable } from '../variable.ts';
import { elemwise } from './elemwise.ts';
import { lengthOf } from './math.ts';
import { argsortEntry, ordered, searchSortedEntry } from './sorting.ts';
import { subtensor } from './subtensor.ts';

export const interpolationMethods = ['linear', 'nearest', 'first', 'last', 'mean'] as const;
export type InterpolationMethod = (typeof interpolationMethods)[number];

export interface Points {
  readonly x: Variable;
  readonly y: Variable;
  /** The values before the first point and after the last one; null for those of the points. */
  readonly left: Variable | null;
  readonly right: Variable | null;
  /** Goes on outside of the points as between them. */
  readonly extrapolates: boolean;
}

/** The values at `at`, a tensor of any rank. */
export function interpolated(method: InterpolationMethod, points: Points, at: Variable): Variable {
  const { context } = at;
  const order = ordered(argsortEntry, points.x, { axis: int64Constant(context, -1), algorithm: 'quicksort' });
  const x = elementsAt(points.x, order);
  const y = elementsAt(points.y, order);
  const place = apply(searchSortedEntry, { side: 'left' }, [x, at])[0];
  const value = valueAt(method, { x, y, place }, at);
  if (points.extrapolates) return value;
  const end = (index: number): Variable =>
    subtensor(y, [{ kind: 'integer', value: int64Constant(context, index) }]);
  const isAt = (index: Variable): Variable => elemwise('eq', place, index);
  const inside = elemwise('switch', isAt(lengthOf(x, 0)), points.right ?? end(-1), value);
  return elemwise('switch', isAt(int64Constant(context, 0)), points.left ?? end(0), inside);
}

const elementsAt = (vector: Variable, places: Variable): Variable =>
  subtensor(vector, [{ kind: 'array', value: places }]);

function valueAt(
  method: InterpolationMethod,
  { x, y, place }: { readonly x: Variable; readonly y: Variable; readonly place: Variable },
  at: Variable,
): Variable {
  const { context } = at;
  const [zero, one] = [int64Constant(context, 0), int64Constant(context, 1)];
  const last = elemwise('sub', lengthOf(x, 0), one);
  const clipped = (index: Variable, least: Variable): Variable => elemwise('clip', index, least, last);
  if (method === 'first') return elementsAt(y, clipped(elemwise('sub', place, one), zero));
  if (method === 'last') return elementsAt(y, clipped(place, zero));
  const after = clipped(place, one);
  const before = elemwise('sub', after, one);
  const [low, high] = [elementsAt(y, before), elementsAt(y, after)];
  if (method === 'mean') return elemwise('true_div', elemwise('add', low, high), int64Constant(context, 2));
  const [left, right] = [elementsAt(x, before), elementsAt(x, after)];
  if (method === 'nearest') {
    const isLeft = elemwise('le', elemwise('sub', at, left), elemwise('sub', right, at));
    return elemwise('switch', isLeft, low, high);
  }
  const slope = elemwise('true_div', elemwise('sub', at, left), elemwise('sub', right, left));
  return elemwise('add', low, elemwise('mul', slope, elemwise('sub', high, low)));
}
