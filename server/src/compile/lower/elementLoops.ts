/**
 * Loops over elements: writes a value into memory. The tree of pending computations is written out in one loop nest over all
 * that it reads; axes that lie behind one another in every operand are joined, the innermost loop goes by vectors where it can.
 */
import { byteSize } from '../../tensor/dtype.ts';
import { contiguousStrides, type Shape } from '../../tensor/shape.ts';
import { add32, addressOf, type Expression, i32, op } from '../loopIr/ir.ts';
import type { Builder } from './builder.ts';
import { writeBytes } from './byteLoop.ts';
import { loadElement, storeElement } from './elementTypes.ts';
import { type Cursor, splatsOf } from './innermostLoop.ts';
import { gatherPack, loadPack, type Pack, packLength, splatPack, storePack } from './packs.ts';
import { type BufferValue, elementCountOf, type ScalarValue, type Value } from './values.ts';

/** Elements in memory as a loop nest sees them: a byte stride for each joined axis. */
interface Leaf {
  readonly buffer: BufferValue;
  readonly strides: readonly number[];
}

/** Writes every element of `value` into `target`, which has its shape. */
export function fill(builder: Builder, target: BufferValue, value: Value): void {
  if (elementCountOf(target) === 0) return;
  const leaves = new Map<BufferValue, Leaf>();
  collect(value, target.shape, leaves);
  const all = [strided(target, target.shape), ...leaves.values()];
  const { lengths, joined } = joinAxes(target.shape, all);
  if (value.kind === 'buffer' && isOneBlock(lengths, joined)) {
    const byteLength = elementCountOf(target) * byteSize(target.dtype);
    builder.emit({ kind: 'copy', to: target.base, from: value.base, byteLength });
    return;
  }
  new LoopNest(builder, { target: joined[0], leaves: joined.slice(1), lengths, value }).write();
  const isLong = elementCountOf(target) >= longLoop;
  if (isLong && builder.checkpoint)
    builder.emit({ kind: 'do', call: { callee: builder.checkpoint, args: [] } });
}

/** Elements that take some milliseconds. */
const longLoop = 2 ** 18;
/** Bytes for which moving them at once pays. */
const leastBlock = 128;

/** True where all elements lie one behind another, here and there. */
function isOneBlock(lengths: readonly number[], leaves: readonly Leaf[]): boolean {
  if (lengths.length !== 1) return false;
  return leaves.every(({ buffer, strides }) => {
    const size = byteSize(buffer.dtype);
    return strides[0] === size && lengths[0] * size >= leastBlock;
  });
}

/** A value in memory; what lies there already stays where it is. */
export const materialize = (builder: Builder, value: Value, name = 't'): BufferValue =>
  value.kind === 'buffer' ? value : filledBuffer(builder, value, name);

/** A value in memory of its own. */
export function filledBuffer(builder: Builder, value: Value, name = 't'): BufferValue {
  const { dtype, shape } = value;
  const strides = (value.kind === 'lazy' ? value.layout : null) ?? contiguousStrides(shape);
  const buffer = builder.temporary(name, elementCountOf(value) * byteSize(dtype));
  const target: BufferValue = {
    kind: 'buffer',
    dtype,
    shape,
    base: addressOf(buffer),
    strides: strides.map((stride) => stride * byteSize(dtype)),
    ...(value.known ? { known: value.known } : {}),
  };
  fill(builder, target, value);
  return target;
}

const strided = (buffer: BufferValue, shape: Shape): Leaf => ({
  buffer,
  strides: shape.map((length, axis) => (length === 1 || buffer.shape[axis] === 1 ? 0 : buffer.strides[axis])),
});

function collect(value: Value, shape: Shape, leaves: Map<BufferValue, Leaf>): void {
  if (value.kind === 'buffer') leaves.set(value, strided(value, shape));
  else if (value.kind === 'lazy') for (const operand of value.operands) collect(operand, shape, leaves);
}

/** Drops axes of length 1 and joins an axis with the next one where every stride allows it. */
function joinAxes(shape: Shape, leaves: readonly Leaf[]): { lengths: number[]; joined: Leaf[] } {
  const lengths: number[] = [];
  const strides: number[][] = leaves.map(() => []);
  shape.forEach((length, axis) => {
    if (length === 1) return;
    const last = lengths.length - 1;
    const canJoin = last >= 0 && leaves.every((leaf, i) => strides[i][last] === leaf.strides[axis] * length);
    if (canJoin) lengths[last] *= length;
    else lengths.push(length);
    leaves.forEach((leaf, i) => {
      if (canJoin) strides[i][last] = leaf.strides[axis];
      else strides[i].push(leaf.strides[axis]);
    });
  });
  return { lengths, joined: leaves.map(({ buffer }, i) => ({ buffer, strides: strides[i] })) };
}

/** More elements than these are not written out one by one. */
const mostUnrolled = 4;
/** Packs per turn of a loop, of simple values and of others. */
const packsPerTurn = { few: 1, many: 2 } as const;
/** A value of more parts than these is no simple one. */
const mostParts = 12;

class LoopNest {
  readonly #builder: Builder;
  readonly #target: Leaf;
  readonly #leaves: readonly Leaf[];
  readonly #lengths: readonly number[];
  readonly #value: Value;

  constructor(
    builder: Builder,
    nest: { target: Leaf; leaves: readonly Leaf[]; lengths: readonly number[]; value: Value },
  ) {
    this.#builder = builder;
    this.#target = nest.target;
    this.#leaves = nest.leaves;
    this.#lengths = nest.lengths;
    this.#value = nest.value;
  }

  write(): void {
    const cursors = new Map<Leaf, Expression>(
      [this.#target, ...this.#leaves].map((leaf) => [leaf, leaf.buffer.base]),
    );
    this.#level(0, cursors);
  }

  #level(depth: number, pointers: ReadonlyMap<Leaf, Expression>): void {
    const builder = this.#builder;
    const length = this.#lengths[depth] ?? 1;
    if (depth >= this.#lengths.length - 1) {
      this.#innermost(length, pointers);
      return;
    }
    builder.loop({ count: length }, (counter) => {
      const moved = new Map(
        [...pointers].map(([leaf, pointer]) => {
          const stride = leaf.strides[depth];
          const next = stride === 0 ? pointer : add32(pointer, op('i32.mul', counter, i32(stride)));
          return [leaf, builder.bind(next, 'p')];
        }),
      );
      this.#level(depth + 1, moved);
    });
  }

  #innermost(length: number, pointers: ReadonlyMap<Leaf, Expression>): void {
    const axis = this.#lengths.length - 1;
    const cursors = new Map<BufferValue, Cursor>();
    for (const leaf of this.#leaves)
      cursors.set(leaf.buffer, { pointer: pointers.get(leaf)!, stride: leaf.strides[axis] ?? 0 });
    const target: Cursor = { pointer: pointers.get(this.#target)!, stride: this.#target.strides[axis] ?? 0 };
    if (this.#isMoved(length, cursors, target)) return;
    const { dtype } = this.#target.buffer;
    const done = writeBytes(this.#builder, {
      value: this.#value,
      length,
      cursors,
      target: { ...target, dtype },
    });
    const from = this.#packs({ from: done, length }, cursors, target);
    if (length - from <= mostUnrolled) {
      for (let i = from; i < length; i++) this.#element(i32(i), cursors, target);
    } else {
      this.#builder.loop({ from, count: length }, (counter) => this.#element(counter, cursors, target));
    }
  }

  /** Rows that are long enough are moved at once. */
  #isMoved(length: number, cursors: ReadonlyMap<BufferValue, Cursor>, target: Cursor): boolean {
    const value = this.#value;
    if (value.kind !== 'buffer') return false;
    const size = byteSize(value.dtype);
    const source = cursors.get(value)!;
    if (source.stride !== size || target.stride !== size || length * size < leastBlock) return false;
    this.#builder.emit({ kind: 'copy', to: target.pointer, from: source.pointer, byteLength: length * size });
    return true;
  }

  /** One element by itself. */
  #element(counter: Expression, cursors: ReadonlyMap<BufferValue, Cursor>, target: Cursor): void {
    const builder = this.#builder;
    const place = ({ pointer, stride }: Cursor): Expression =>
      add32(pointer, op('i32.mul', counter, i32(stride)));
    const value = elementOf(builder, this.#value, (buffer) =>
      loadElement(buffer.dtype, place(cursors.get(buffer)!)),
    );
    builder.emit(storeElement(this.#target.buffer.dtype, value, { address: place(target) }));
  }

  /** Writes as much as goes by packs; gives the number of elements done. */
  #packs(
    { from, length }: { readonly from: number; readonly length: number },
    cursors: ReadonlyMap<BufferValue, Cursor>,
    target: Cursor,
  ): number {
    const left = length - from;
    if (left < packLength || !gainsByPacks(this.#value)) return from;
    const isAlong = ({ dtype }: BufferValue, { stride }: Cursor): boolean =>
      stride === byteSize(dtype) || stride === 0;
    // What is only moved gains nothing where elements have to be collected.
    const isWorthIt = this.#value.kind === 'lazy' || [...cursors].every((leaf) => isAlong(...leaf));
    if (!isWorthIt || target.stride !== byteSize(this.#target.buffer.dtype)) return from;
    const splats = this.#splats(cursors);
    const perTurn = packLength * (partCount(this.#value) > mostParts ? packsPerTurn.few : packsPerTurn.many);
    const inTurns = from + left - (left % perTurn);
    const turn = (counter: Expression, count: number): void => {
      for (let k = 0; k < count; k += packLength) this.#pack({ counter, ahead: k, splats }, cursors, target);
    };
    if (inTurns === from + perTurn) turn(i32(from), perTurn);
    else if (inTurns > from)
      this.#builder.loop({ from, count: inTurns, step: perTurn }, (counter) => turn(counter, perTurn));
    let done = inTurns;
    for (; done + packLength <= length; done += packLength) turn(i32(done), packLength);
    return done;
  }

  /** What is the same in all lanes and turns. */
  #splats(cursors: ReadonlyMap<BufferValue, Cursor>): Map<Value, Pack> {
    const builder = this.#builder;
    return splatsOf(this.#value, cursors, {
      ofScalar: ({ dtype, expression }) => splatPack(builder, dtype, expression),
      ofElement: ({ dtype }, pointer) =>
        splatPack(builder, dtype, builder.bind(loadElement(dtype, pointer), 'e')),
    });
  }

  #pack(
    at: { counter: Expression; ahead: number; splats: ReadonlyMap<Value, Pack> },
    cursors: ReadonlyMap<BufferValue, Cursor>,
    target: Cursor,
  ): void {
    const builder = this.#builder;
    const place = ({ pointer, stride }: Cursor) => ({
      address: add32(pointer, op('i32.mul', at.counter, i32(stride))),
      offset: at.ahead * stride,
    });
    const packOf = (value: Value): Pack => {
      const known = at.splats.get(value);
      if (known) return known;
      if (value.kind === 'lazy') return value.packs!.compute(builder, value.operands.map(packOf));
      const { dtype } = value;
      const cursor = cursors.get(value as BufferValue)!;
      const { address, offset } = place(cursor);
      if (cursor.stride === byteSize(dtype)) return loadPack(builder, dtype, { address, offset });
      const addresses = [0, 1, 2, 3].map((k) => add32(address, i32(offset + k * cursor.stride)));
      return gatherPack(builder, dtype, addresses);
    };
    builder.emit(...storePack(builder, packOf(this.#value), place(target)));
  }
}

/** True where packs can be computed, and some of it is faster so. */
function gainsByPacks(value: Value): boolean {
  let gains = value.kind !== 'lazy';
  const visit = (part: Value): boolean => {
    if (part.kind !== 'lazy') return true;
    gains ||= part.packs?.gains ?? false;
    return part.packs !== null && part.operands.every(visit);
  };
  return visit(value) && gains;
}

const partCount = (value: Value): number =>
  value.kind === 'lazy' ? value.operands.reduce((sum, part) => sum + partCount(part), 1) : 1;

/** One element of a value; `load` reads those in memory at the place that is meant. */
export function elementOf(
  builder: Builder,
  value: Value,
  load: (buffer: BufferValue) => Expression,
): Expression {
  switch (value.kind) {
    case 'scalar':
      return value.expression;
    case 'buffer':
      return builder.bind(load(value), 'e');
    case 'lazy': {
      const operands = value.operands.map((operand) => elementOf(builder, operand, load));
      return builder.bind(value.element(builder, operands), 'e');
    }
  }
}

/** A value of one element as a local or literal. */
export function asScalar(builder: Builder, value: Value): ScalarValue {
  if (value.kind === 'scalar') return value;
  const expression = elementOf(builder, value, (buffer) => loadElement(buffer.dtype, buffer.base));
  const { dtype, shape, known } = value;
  return { kind: 'scalar', dtype, shape, expression, ...(known ? { known } : {}) };
}
