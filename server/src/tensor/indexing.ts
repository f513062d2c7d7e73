/** NumPy's indexing: integers, slices, new axes and an ellipsis give windows; arrays of integers or booleans give copies. */

import { makeStorage } from './dtype.ts';
import { EngineError } from './engineError.ts';
import { toBigs } from './fastCasts.ts';
import {
  assign,
  broadcastTo,
  cast,
  forEachOffset,
  fromStorage,
  isNonZero,
  type Layout,
  type NDArray,
  positionOffset,
  toElement,
  zeros,
} from './ndarray.ts';
import { broadcastShapes, elementCount, type Shape, tightShape } from './shape.ts';

export type IndexItem =
  | { readonly kind: 'integer'; readonly value: number }
  | {
      readonly kind: 'slice';
      readonly start: number | null;
      readonly stop: number | null;
      readonly step: number | null;
    }
  | { readonly kind: 'newAxis' }
  | { readonly kind: 'ellipsis' }
  | { readonly kind: 'array'; readonly array: NDArray };

export const fullSlice = { kind: 'slice', start: null, stop: null, step: null } as const;

/** An index along one axis, with all of the axes before it. */
export const onAxis = <Index>(axis: number, index: Index): (Index | typeof fullSlice)[] => [
  ...new Array<typeof fullSlice>(axis).fill(fullSlice),
  index,
];

/** `array[items]`: a window, or a copy when an item is an array. Raises NumPy's IndexError. */
export function getItem(array: NDArray, items: readonly IndexItem[]): NDArray {
  const mask = wholeMask(array, items);
  if (mask) return pickByMask(array, mask);
  const selection = select(array, items);
  return selection.advanced === null ? selection.window : gather(selection.window, selection.advanced);
}

/** `array[items] = source`, where `source` is broadcast and converted. */
export function setItem(array: NDArray, items: readonly IndexItem[], source: NDArray): void {
  const mask = source.size === 1 && source.ndim === 0 ? wholeMask(array, items) : null;
  if (mask) {
    fillByMask(array, mask, source);
    return;
  }
  const selection = select(array, items);
  if (selection.advanced === null) assign(selection.window, source);
  else scatter(selection.window, selection.advanced, source);
}

/** The flags of a mask that covers the whole array, where both lie without gaps. */
function wholeMask(array: NDArray, items: readonly IndexItem[]): Uint8Array | null {
  const [item] = items;
  if (items.length !== 1 || item.kind !== 'array' || item.array.dtype !== 'bool' || !array.isContiguous)
    return null;
  const { shape } = item.array;
  if (
    shape.length !== array.ndim ||
    shape.length === 0 ||
    shape.some((length, axis) => length !== array.shape[axis])
  )
    return null;
  return item.array.elements() as Uint8Array;
}

function pickByMask(array: NDArray, mask: Uint8Array): NDArray {
  let count = 0;
  for (let i = 0; i < mask.length; i++) count += mask[i];
  const target = makeStorage(array.dtype, count);
  const values = array.elements();
  let at = 0;
  for (let i = 0; i < mask.length; i++) if (mask[i]) target[at++] = values[i];
  return fromStorage(array.dtype, target, [count]);
}

function fillByMask(array: NDArray, mask: Uint8Array, source: NDArray): void {
  const value = toElement(array.dtype, source.at(0));
  const { storage } = array;
  const { offset } = array.layout;
  for (let i = 0; i < mask.length; i++) if (mask[i]) storage[offset + i] = value;
}

/** Start, step and count of a slice on an axis: Python's `slice.indices`. */
export function resolveSlice(
  slice: { readonly start: number | null; readonly stop: number | null; readonly step: number | null },
  length: number,
): { start: number; step: number; count: number } {
  const step = slice.step ?? 1;
  if (step === 0) throw new EngineError('ValueError', 'slice step cannot be zero');
  const [low, high] = step > 0 ? [0, length] : [-1, length - 1];
  const clamp = (bound: number): number => Math.min(Math.max(bound < 0 ? bound + length : bound, low), high);
  const start = slice.start === null ? (step > 0 ? 0 : length - 1) : clamp(slice.start);
  const stop = slice.stop === null ? (step > 0 ? length : -1) : clamp(slice.stop);
  return { start, step, count: Math.max(0, Math.ceil((stop - start) / step)) };
}

/** Index arrays, broadcast together, on some axes of a window. */
interface Advanced {
  /** Where each combination of indices begins, in elements from the window's offset. */
  readonly offsets: Int32Array;
  readonly shape: Shape;
  /** How many axes of the window stand before the index axes in the result. */
  readonly position: number;
}

interface Selection {
  /** The axes that are not picked by index arrays. */
  readonly window: NDArray;
  readonly advanced: Advanced | null;
}

interface Walk {
  readonly shape: number[];
  readonly strides: number[];
  offset: number;
  axis: number;
  readonly picks: Pick[];
}

interface Pick {
  readonly array: NDArray;
  readonly length: number;
  readonly stride: number;
  readonly axis: number;
  /** Its place among the axes that stay, and among the items. */
  readonly kept: number;
  readonly item: number;
}

function select(array: NDArray, given: readonly IndexItem[]): Selection {
  const items = expandEllipsis(array, given.flatMap(expandMask(array, given)));
  const hasArrays = items.some((item) => item.kind === 'array');
  const walk: Walk = { shape: [], strides: [], offset: array.layout.offset, axis: 0, picks: [] };
  items.forEach((item, position) => {
    takeItem(array.layout, item, { walk, position, hasArrays });
  });
  const window = array.view({ shape: walk.shape, strides: walk.strides, offset: walk.offset });
  return { window, advanced: hasArrays ? combine(walk.picks) : null };
}

/** A mask counts for as many axes as it has: it becomes the index arrays of its true elements. */
function expandMask(
  array: NDArray,
  given: readonly IndexItem[],
): (item: IndexItem, at: number) => IndexItem[] {
  return (item, at) => {
    if (item.kind !== 'array' || item.array.dtype !== 'bool') return [item];
    const axis = given.slice(0, at).reduce((sum, before) => sum + axesOf(before), 0);
    item.array.shape.forEach((length, k) => {
      if (array.shape[axis + k] === undefined || array.shape[axis + k] === length) return;
      throw new EngineError(
        'IndexError',
        `boolean index did not match indexed array along axis ${axis + k}; size of axis is ${array.shape[axis + k]} but size of corresponding boolean axis is ${length}`,
      );
    });
    return nonzero(item.array).map((indices) => ({ kind: 'array', array: indices }));
  };
}

/** The positions of all elements that are not zero, one int64 vector per axis. */
export function nonzero(array: NDArray): NDArray[] {
  const found: number[] = [];
  const values = array.elements();
  for (let i = 0; i < values.length; i++) if (isNonZero(values[i])) found.push(i);
  return array.shape.map((length, axis) => {
    const inner = elementCount(array.shape.slice(axis + 1));
    const indices = toBigs(found.map((position) => Math.floor(position / inner) % length));
    return fromStorage('int64', indices, [found.length]);
  });
}

function axesOf(item: IndexItem): number {
  if (item.kind === 'array' && item.array.dtype === 'bool') return item.array.ndim;
  return item.kind === 'newAxis' || item.kind === 'ellipsis' ? 0 : 1;
}

function expandEllipsis(array: NDArray, items: readonly IndexItem[]): IndexItem[] {
  const used = items.reduce((sum, item) => sum + axesOf(item), 0);
  if (used > array.ndim) {
    throw new EngineError(
      'IndexError',
      `too many indices for array: array is ${array.ndim}-dimensional, but ${used} were indexed`,
    );
  }
  const rest = new Array<IndexItem>(array.ndim - used).fill(fullSlice);
  const at = items.findIndex((item) => item.kind === 'ellipsis');
  return at < 0 ? [...items, ...rest] : [...items.slice(0, at), ...rest, ...items.slice(at + 1)];
}

function takeItem(
  layout: Layout,
  item: IndexItem,
  state: { walk: Walk; position: number; hasArrays: boolean },
): void {
  const { walk } = state;
  const length = layout.shape[walk.axis];
  const stride = layout.strides[walk.axis];
  switch (item.kind) {
    case 'newAxis':
      walk.shape.push(1);
      walk.strides.push(0);
      return;
    case 'slice': {
      const { start, step, count } = resolveSlice(item, length);
      walk.shape.push(count);
      walk.strides.push(stride * step);
      if (count > 0) walk.offset += start * stride;
      walk.axis++;
      return;
    }
    case 'integer':
      walk.offset += checkIndex(item.value, length, walk.axis) * stride;
      walk.axis++;
      return;
    case 'array':
      walk.picks.push({
        array: item.array,
        length,
        stride,
        axis: walk.axis,
        kept: walk.shape.length,
        item: state.position,
      });
      walk.axis++;
      return;
    case 'ellipsis':
      throw new EngineError('IndexError', "an index can only have a single ellipsis ('...')");
  }
}

function checkIndex(value: number, length: number, axis: number): number {
  if (value < -length || value >= length) {
    throw new EngineError(
      'IndexError',
      `index ${value} is out of bounds for axis ${axis} with size ${length}`,
    );
  }
  return value < 0 ? value + length : value;
}

function combine(picks: readonly Pick[]): Advanced {
  const shape = indexShape(picks);
  const offsets = new Int32Array(elementCount(shape));
  for (const pick of picks) {
    const indices = cast(broadcastTo(pick.array, shape), 'float64').elements() as Float64Array;
    for (let i = 0; i < offsets.length; i++) {
      offsets[i] += checkIndex(indices[i], pick.length, pick.axis) * pick.stride;
    }
  }
  const isTogether = picks.at(-1)!.item - picks[0].item === picks.length - 1;
  return { offsets, shape, position: isTogether ? picks[0].kept : 0 };
}

function indexShape(picks: readonly Pick[]): number[] {
  const shapes = picks.map((pick) => pick.array.shape);
  try {
    return broadcastShapes(shapes);
  } catch {
    const text = shapes.map(tightShape).join(' ');
    throw new EngineError(
      'IndexError',
      `shape mismatch: indexing arrays could not be broadcast together with shapes ${text} `,
    );
  }
}

/** Offsets of the axes before and after the index axes, and the shape of the result. */
function parts(
  window: NDArray,
  advanced: Advanced,
): { before: Int32Array; after: Int32Array; shape: number[] } {
  const { shape, strides } = window.layout;
  const { position } = advanced;
  const offsetsOf = (layout: Layout): Int32Array => {
    const offsets = new Int32Array(elementCount(layout.shape));
    forEachOffset(layout, (offset, i) => {
      offsets[i] = offset;
    });
    return offsets;
  };
  return {
    before: offsetsOf({ shape: shape.slice(0, position), strides: strides.slice(0, position), offset: 0 }),
    after: offsetsOf({ shape: shape.slice(position), strides: strides.slice(position), offset: 0 }),
    shape: [...shape.slice(0, position), ...advanced.shape, ...shape.slice(position)],
  };
}

function gather(window: NDArray, advanced: Advanced): NDArray {
  const { before, after, shape } = parts(window, advanced);
  const target = makeStorage(window.dtype, elementCount(shape));
  const { storage } = window;
  const { offset } = window.layout;
  let at = 0;
  for (const lead of before) {
    for (const pick of advanced.offsets) {
      const start = offset + lead + pick;
      for (let i = 0; i < after.length; i++) target[at++] = storage[start + after[i]];
    }
  }
  return fromStorage(window.dtype, target, shape);
}

function spreadOver(source: NDArray, shape: Shape): NDArray {
  try {
    return broadcastTo(source, shape, 'input array');
  } catch {
    throw new EngineError(
      'ValueError',
      `shape mismatch: value array of shape ${tightShape(source.shape)} could not be broadcast to indexing result of shape ${tightShape(shape)}`,
    );
  }
}

function scatter(window: NDArray, advanced: Advanced, source: NDArray): void {
  const { before, after, shape } = parts(window, advanced);
  const values = spreadOver(source, shape).elements();
  const { storage, dtype } = window;
  const { offset } = window.layout;
  let at = 0;
  for (const lead of before) {
    for (const pick of advanced.offsets) {
      const start = offset + lead + pick;
      for (let i = 0; i < after.length; i++) storage[start + after[i]] = toElement(dtype, values[at++]);
    }
  }
}

/** `np.add.at(array, items, source)`: repeated indices add up. `array` is written. */
export function addAt(array: NDArray, items: readonly IndexItem[], source: NDArray): void {
  const positions = zeros('int64', array.shape);
  (positions.storage as BigInt64Array).forEach((_, i, all) => {
    all[i] = BigInt(i);
  });
  const picked = getItem(positions, items);
  const values = broadcastTo(source, picked.shape, 'input array').elements();
  const { storage, dtype } = array;
  (picked.elements() as BigInt64Array).forEach((position, i) => {
    const at = positionOffset(array.layout, Number(position));
    storage[at] = toElement(dtype, (storage[at] as never) + (toElement(dtype, values[i]) as never));
  });
}
