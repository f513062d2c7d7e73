/**
 * Parts of buffers that indices mean: windows, and rows that index arrays pick. Indices may change from step to step; bounds of slices may
 * not, because they decide about shapes. The rules are NumPy's, see tensor/indexing.ts.
 */
import { t } from '../../../base/l10n.ts';
import type { PatternItem } from '../../../graph/ops/subtensor.ts';
import { byteSize } from '../../../tensor/dtype.ts';
import { broadcastShapes, type Shape } from '../../../tensor/shape.ts';
import { add32, type Expression, i32, op } from '../../loopIr/ir.ts';
import type { Builder } from '../builder.ts';
import { asScalar, fill } from '../elementLoops.ts';
import { convert, loadElement } from '../elementTypes.ts';
import { freshBuffer } from '../surroundings.ts';
import { unsupported } from '../unsupported.ts';
import { type BufferValue, elementCountOf, type Value } from '../values.ts';
import { knownNumbers, shuffled } from './shapeRules.ts';

export interface Index {
  readonly pattern: readonly PatternItem[];
  readonly bounds: readonly Value[];
}

/** The axes that no array picks, as a window, and the arrays. */
export interface Part {
  readonly window: BufferValue;
  readonly picks: readonly Picked[];
  /** The shape of the arrays together. */
  readonly pickedShape: Shape;
  /** How many axes of the window stand before those of the arrays in the result. */
  readonly position: number;
}

interface Picked {
  readonly indices: Value;
  readonly length: number;
  readonly stride: number;
  readonly axis: number;
  /** How many axes of the window stand before it. */
  readonly kept: number;
}

/** What an index means of a buffer. */
export function partOf(builder: Builder, whole: BufferValue, { pattern, bounds }: Index): Part {
  const shape: number[] = [];
  const strides: number[] = [];
  const picks: Picked[] = [];
  let { base } = whole;
  let next = 0;
  whole.shape.forEach((length, axis) => {
    const item = pattern[axis];
    const stride = whole.strides[axis];
    if (item === undefined) {
      shape.push(length);
      strides.push(stride);
    } else if (item.kind === 'array') {
      picks.push({ indices: bounds[next++], length, stride, axis, kept: shape.length });
    } else if (item.kind === 'integer') {
      const offset = op('i32.mul', position(builder, bounds[next++], length), i32(stride));
      base = builder.bind(add32(base, offset), 'p');
    } else {
      const given = [item.start, item.stop, item.step].map((has) =>
        has ? knownNumbers(bounds[next++], t('a bound of a slice'))[0] : null,
      );
      const { start, count, step } = sliceOf(given, length);
      if (count > 0) base = add32(base, i32(start * stride));
      shape.push(count);
      strides.push(stride * step);
    }
  });
  return { window: { kind: 'buffer', dtype: whole.dtype, shape, strides, base }, picks, ...placeOf(picks) };
}

/** Arrays side by side stay where they are, others come first. */
function placeOf(picks: readonly Picked[]): Pick<Part, 'pickedShape' | 'position'> {
  if (picks.length === 0) return { pickedShape: [], position: 0 };
  if (picks.some(({ indices }) => indices.dtype === 'bool')) throw unsupported(t('a mask as an index'));
  const shapes = picks.map(({ indices }) => indices.shape);
  const isTogether = picks[picks.length - 1].axis - picks[0].axis === picks.length - 1;
  return { pickedShape: broadcastTogether(shapes), position: isTogether ? picks[0].kept : 0 };
}

function broadcastTogether(shapes: readonly Shape[]): Shape {
  try {
    return broadcastShapes(shapes);
  } catch {
    throw unsupported(t('index arrays that do not fit'));
  }
}

/** The shape of what an index takes out. */
export const partShape = ({ window, pickedShape, position: at }: Part): number[] => [
  ...window.shape.slice(0, at),
  ...pickedShape,
  ...window.shape.slice(at),
];

/** Calls `visit` with each combination of indices: the row that it means, and its number. */
export function forEachPicked(
  builder: Builder,
  part: Part,
  visit: (row: BufferValue, counter: Expression) => void,
): void {
  const arrays = part.picks.map(({ indices }) => flatIndices(builder, indices, part.pickedShape));
  builder.loop({ count: elementCountOf({ shape: part.pickedShape }) }, (counter) => {
    let { base } = part.window;
    part.picks.forEach(({ length, stride }, i) => {
      const { dtype, base: first } = arrays[i];
      const at = add32(first, op('i32.mul', counter, i32(byteSize(dtype))));
      const expression = builder.bind(loadElement(dtype, at), 'k');
      const index = position(builder, { kind: 'scalar', dtype, shape: [], expression }, length);
      base = builder.bind(add32(base, op('i32.mul', index, i32(stride))), 'p');
    });
    visit({ ...part.window, base }, counter);
  });
}

/** Index arrays in the shape of all of them, without gaps. */
function flatIndices(builder: Builder, value: Value, shape: Shape): BufferValue {
  const flat = freshBuffer(builder, { dtype: value.dtype, shape });
  fill(builder, flat, padded(value, shape.length));
  return flat;
}

/** A value with axes of length 1 in front. */
export function padded(value: Value, ndim: number): Value {
  const lead = ndim - value.shape.length;
  if (lead === 0) return value;
  return shuffled(value, [...new Array<'x'>(lead).fill('x'), ...value.shape.keys()]);
}

/** An index from 0, checked: what is out of bounds ends the run of the code. */
function position(builder: Builder, index: Value, length: number): Expression {
  const scalar = asScalar(builder, index);
  const number = scalar.known ? Number(scalar.known.at(0)) : null;
  if (number !== null) {
    if (number < -length || number >= length) throw unsupported(t('an index out of bounds'));
    return i32(number < 0 ? number + length : number);
  }
  const at = builder.bind(convert(scalar.expression, scalar.dtype, 'int32'), 'k');
  const isLong = scalar.expression.type === 'i64';
  if (isLong) {
    const back = op('i64.extend_i32_s', at);
    builder.bailOutIf(op('i64.ne', back, scalar.expression));
    if (scalar.dtype === 'uint64') builder.bailOutIf(op('i32.lt_s', at, i32(0)));
  }
  const isFromEnd = scalar.dtype === 'uint32' ? i32(0) : op('i32.lt_s', at, i32(0));
  const fromStart = builder.bind(op('select', add32(at, i32(length)), at, isFromEnd), 'k');
  builder.bailOutIf(op('i32.ge_u', fromStart, i32(length)));
  return fromStart;
}

/** Python's `slice.indices`. */
function sliceOf(
  [start, stop, step]: readonly (number | null)[],
  length: number,
): { start: number; count: number; step: number } {
  const by = step ?? 1;
  if (by === 0) throw unsupported(t('a slice whose step is zero'));
  const [low, high] = by > 0 ? [0, length] : [-1, length - 1];
  const clamp = (bound: number): number => Math.min(Math.max(bound < 0 ? bound + length : bound, low), high);
  const from = start === null ? (by > 0 ? low : high) : clamp(start);
  const to = stop === null ? (by > 0 ? high : low) : clamp(stop);
  return { start: from, count: Math.max(0, Math.ceil((to - from) / by)), step: by };
}
