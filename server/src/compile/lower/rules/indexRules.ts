/** Reading and replacing parts. Indices may change from step to step; bounds of slices may not, because they decide about shapes. */
import type { IncSubtensorParams, PatternItem, SubtensorParams } from '../../../graph/ops/subtensor.ts';
import { add32, type Expression, i32, op } from '../../loopIr/ir.ts';
import type { Builder } from '../builder.ts';
import { converted } from '../conversion.ts';
import { asScalar, fill, materialize } from '../elementLoops.ts';
import { convert, loadElement } from '../elementTypes.ts';
import { pendingPrimitive } from '../pendingPrimitive.ts';
import { freshBuffer, type Rule, type RuleContext } from '../surroundings.ts';
import { unsupported } from '../unsupported.ts';
import { type BufferValue, elementCountOf, type Value } from '../values.ts';
import { knownNumbers } from './shapeRules.ts';

export const subtensorRule: Rule = (context, [input, ...bounds], { pattern }: SubtensorParams) => {
  const { builder } = context;
  if (pattern.some(({ kind }) => kind === 'array')) return [taken(context, input, { pattern, bounds })];
  const part = partOf(builder, materialize(builder, input), { pattern, bounds });
  return [elementCountOf(part) === 1 ? asScalar(builder, part) : part];
};

interface Index {
  readonly pattern: readonly PatternItem[];
  readonly bounds: readonly Value[];
}

/** The part that an index without arrays means, as a window. */
function partOf(builder: Builder, whole: BufferValue, { pattern, bounds }: Index): BufferValue {
  const shape: number[] = [];
  const strides: number[] = [];
  let { base } = whole;
  let next = 0;
  whole.shape.forEach((length, axis) => {
    const item = pattern[axis];
    const stride = whole.strides[axis];
    if (item === undefined) {
      shape.push(length);
      strides.push(stride);
    } else if (item.kind === 'integer') {
      const offset = op('i32.mul', position(builder, bounds[next++], length), i32(stride));
      base = builder.bind(add32(base, offset), 'p');
    } else if (item.kind === 'slice') {
      const given = [item.start, item.stop, item.step].map((has) =>
        has ? knownNumbers(bounds[next++], 'a bound of a slice')[0] : null,
      );
      const { start, count, step } = sliceOf(given, length);
      if (count > 0) base = add32(base, i32(start * stride));
      shape.push(count);
      strides.push(stride * step);
    }
  });
  return { kind: 'buffer', dtype: whole.dtype, shape, strides, base };
}

/** An index from 0, checked: what is out of bounds ends the run of the code. */
function position(builder: Builder, index: Value, length: number): Expression {
  const scalar = asScalar(builder, index);
  const number = scalar.known ? Number(scalar.known.at(0)) : null;
  if (number !== null) {
    if (number < -length || number >= length) throw unsupported('an index out of bounds');
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
  if (by === 0) throw unsupported('a slice whose step is zero');
  const [low, high] = by > 0 ? [0, length] : [-1, length - 1];
  const clamp = (bound: number): number => Math.min(Math.max(bound < 0 ? bound + length : bound, low), high);
  const from = start === null ? (by > 0 ? low : high) : clamp(start);
  const to = stop === null ? (by > 0 ? high : low) : clamp(stop);
  return { start: from, count: Math.max(0, Math.ceil((to - from) / by)), step: by };
}

/** One array of indices along the first axis, alone. */
function checkTaken({ pattern, bounds }: Index): Value {
  const isPlain = pattern.length === 1 && pattern[0].kind === 'array' && bounds.length === 1;
  if (!isPlain || bounds[0].dtype === 'bool') throw unsupported('this way of indexing');
  return bounds[0];
}

/** Calls `visit` with the element of every index and the row that it means. */
function forEachTaken(
  builder: Builder,
  whole: BufferValue,
  visited: { indices: BufferValue; visit: (row: BufferValue, counter: Expression) => void },
): void {
  const { indices, visit } = visited;
  builder.loop({ count: elementCountOf(indices) }, (counter) => {
    const at = add32(
      indices.base,
      op('i32.mul', counter, i32(indices.strides[indices.strides.length - 1] ?? 0)),
    );
    const index = builder.bind(loadElement(indices.dtype, at), 'k');
    const scalar: Value = { kind: 'scalar', dtype: indices.dtype, shape: [], expression: index };
    const offset = op('i32.mul', position(builder, scalar, whole.shape[0]), i32(whole.strides[0]));
    const row: BufferValue = {
      kind: 'buffer',
      dtype: whole.dtype,
      shape: whole.shape.slice(1),
      strides: whole.strides.slice(1),
      base: builder.bind(add32(whole.base, offset), 'p'),
    };
    visit(row, counter);
  });
}

/** Indices as a vector without gaps. */
function flatIndices(builder: Builder, value: Value): BufferValue {
  const { known: _, ...flat } = freshBuffer(builder, value);
  fill(builder, flat, value);
  const count = elementCountOf(flat);
  return { ...flat, shape: [count], strides: [flat.strides[flat.strides.length - 1] ?? 0] };
}

function taken({ builder }: RuleContext, input: Value, index: Index): Value {
  const array = checkTaken(index);
  const whole = materialize(builder, input);
  const rowShape = whole.shape.slice(1);
  const target = freshBuffer(builder, { dtype: whole.dtype, shape: [...array.shape, ...rowShape] });
  const rowBytes = elementCountOf({ shape: rowShape }) * (target.strides[target.strides.length - 1] ?? 8);
  const size = target.strides.length === 0 ? 8 : rowBytes;
  forEachTaken(builder, whole, {
    indices: flatIndices(builder, array),
    visit: (row, counter) => {
      const base = builder.bind(add32(target.base, op('i32.mul', counter, i32(size))), 'p');
      const strides = target.strides.slice(array.shape.length);
      fill(builder, { kind: 'buffer', dtype: row.dtype, shape: rowShape, base, strides }, row);
    },
  });
  return elementCountOf(target) === 1 ? asScalar(builder, target) : target;
}

export const incSubtensorRule: Rule = (context, [input, value, ...bounds], params: IncSubtensorParams) => {
  const { builder } = context;
  const result = freshBuffer(builder, input);
  fill(builder, result, input);
  const index: Index = { pattern: params.pattern, bounds };
  if (params.pattern.some(({ kind }) => kind === 'array'))
    replaceTaken(context, result, { params, value, index });
  else {
    const part = partOf(builder, result, index);
    write(context, part, { params, value });
  }
  return [elementCountOf(result) === 1 ? asScalar(builder, result) : result];
};

function write(
  { builder }: RuleContext,
  part: BufferValue,
  { params, value }: { params: IncSubtensorParams; value: Value },
): void {
  const lead = part.shape.length - value.shape.length;
  if (lead < 0 || value.shape.some((n, axis) => n !== 1 && n !== part.shape[lead + axis]))
    throw unsupported('a value that does not fit its part');
  const own = padded(value.kind === 'lazy' ? materialize(builder, value) : value, part.shape.length);
  if (params.mode === 'set') fill(builder, part, converted(own, part.dtype));
  else {
    const type = params.mode === 'inc' ? wider(part, own) : part.dtype;
    fill(
      builder,
      part,
      converted(
        pendingPrimitive('add', [converted(part, type), converted(own, type)], part.shape),
        part.dtype,
      ),
    );
  }
}

/** The type in which NumPy adds; only equal types are met in practice. */
function wider(part: BufferValue, value: Value): BufferValue['dtype'] {
  if (part.dtype !== value.dtype) throw unsupported('a sum of two types');
  return part.dtype;
}

function padded(value: Value, ndim: number): Value {
  const lead = ndim - value.shape.length;
  if (lead === 0) return value;
  const shape = [...new Array<number>(lead).fill(1), ...value.shape];
  if (value.kind === 'buffer')
    return { ...value, shape, strides: [...new Array<number>(lead).fill(0), ...value.strides] };
  return { ...value, shape };
}

function replaceTaken(
  context: RuleContext,
  whole: BufferValue,
  { params, value, index }: { params: IncSubtensorParams; value: Value; index: Index },
): void {
  const { builder } = context;
  const array = checkTaken(index);
  const rowShape = whole.shape.slice(1);
  const shape = [...array.shape, ...rowShape];
  const own = padded(materialize(builder, value), shape.length);
  if (own.shape.some((n, axis) => n !== 1 && n !== shape[axis]) || array.shape.length !== 1)
    throw unsupported('a value that does not fit its part');
  const stride = own.kind === 'buffer' && own.shape[0] !== 1 ? own.strides[0] : 0;
  forEachTaken(builder, whole, {
    indices: flatIndices(builder, array),
    visit: (row, counter) => {
      const part: Value =
        own.kind === 'buffer'
          ? {
              ...own,
              shape: own.shape.slice(1),
              strides: own.strides.slice(1),
              base: builder.bind(add32(own.base, op('i32.mul', counter, i32(stride))), 'p'),
            }
          : { ...own, shape: own.shape.slice(1) };
      write(context, row, { params, value: part });
    },
  });
}
