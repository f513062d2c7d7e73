/**
 * Loops over elements: writes a value into memory. The tree of pending computations is written out in one loop nest over all
 * that it reads; axes that lie behind one another in every operand are joined, the innermost loop goes by vectors where it can.
 */
import { byteSize } from '../../tensor/dtype.ts';
import type { Shape } from '../../tensor/shape.ts';
import { add32, addressOf, type Expression, i32, op, type Statement } from '../loopIr/ir.ts';
import type { Builder } from './builder.ts';
import { type CodeDType, loadElement, storeElement } from './elementTypes.ts';
import {
  type BufferValue,
  elementCountOf,
  type Lanes,
  rowMajor,
  type ScalarValue,
  type Value,
} from './values.ts';

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
  new LoopNest(builder, { target: joined[0], leaves: joined.slice(1), lengths, value }).write();
}

/** A value in memory; what lies there already stays where it is. */
export function materialize(builder: Builder, value: Value, name = 't'): BufferValue {
  if (value.kind === 'buffer') return value;
  const { dtype, shape } = value;
  const buffer = builder.temporary(name, elementCountOf(value) * byteSize(dtype));
  const target: BufferValue = {
    kind: 'buffer',
    dtype,
    shape,
    base: addressOf(buffer),
    strides: rowMajor(dtype, shape),
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
/** Vectors per turn of a loop. */
const vectorsPerTurn = 4;

const laneCounts: Readonly<Record<Lanes, number>> = { f64x2: 2, f32x4: 4 };
const laneTypes: Readonly<Record<Lanes, CodeDType>> = { f64x2: 'float64', f32x4: 'float32' };

/** How elements of a leaf are reached in the innermost loop. */
interface Cursor {
  readonly pointer: Expression;
  readonly stride: number;
}

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
    const from = this.#vectors(length, cursors, target);
    if (length - from <= mostUnrolled) {
      for (let i = from; i < length; i++) this.#element(i32(i), cursors, target);
    } else {
      this.#builder.loop({ from, count: length }, (counter) => this.#element(counter, cursors, target));
    }
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

  /** Writes as much as goes by vectors; gives the number of elements done. */
  #vectors(length: number, cursors: ReadonlyMap<BufferValue, Cursor>, target: Cursor): number {
    const lanes = lanesOf(this.#target.buffer.dtype);
    if (lanes === null || length < laneCounts[lanes]) return 0;
    const size = byteSize(laneTypes[lanes]);
    const isAlong = [target, ...cursors.values()].every(({ stride }) => stride === size || stride === 0);
    if (!isAlong || target.stride !== size || !goesByVectors(this.#value, lanes)) return 0;
    const perVector = laneCounts[lanes];
    const splats = this.#splats(lanes, cursors);
    const perTurn = perVector * vectorsPerTurn;
    const inTurns = length >= perTurn ? length - (length % perTurn) : 0;
    const turn = (counter: Expression, count: number): void => {
      for (let k = 0; k < count; k++)
        this.#vector({ counter, offset: k * 16, lanes, splats }, cursors, target);
    };
    if (inTurns > 0) {
      if (inTurns === perTurn) turn(i32(0), vectorsPerTurn);
      else this.#builder.loop({ count: inTurns, step: perTurn }, (counter) => turn(counter, vectorsPerTurn));
    }
    let done = inTurns;
    for (; done + perVector <= length; done += perVector) turn(i32(done), 1);
    return done;
  }

  /** What is the same in all lanes and turns, made once before the loop. */
  #splats(lanes: Lanes, cursors: ReadonlyMap<BufferValue, Cursor>): Map<Value, Expression> {
    const splats = new Map<Value, Expression>();
    const visit = (value: Value): void => {
      if (value.kind === 'lazy') value.operands.forEach(visit);
      else if (splats.has(value)) return;
      else if (value.kind === 'scalar') {
        const isMask = value.dtype === 'bool';
        splats.set(
          value,
          this.#builder.bind(isMask ? maskOf(value.expression, lanes) : splat(value.expression, lanes)),
        );
      } else {
        const { pointer, stride } = cursors.get(value)!;
        if (stride === 0)
          splats.set(value, this.#builder.bind(splat(loadElement(value.dtype, pointer), lanes)));
      }
    };
    visit(this.#value);
    return splats;
  }

  #vector(
    at: { counter: Expression; offset: number; lanes: Lanes; splats: ReadonlyMap<Value, Expression> },
    cursors: ReadonlyMap<BufferValue, Cursor>,
    target: Cursor,
  ): void {
    const builder = this.#builder;
    const size = byteSize(laneTypes[at.lanes]);
    const place = ({ pointer }: Cursor): Expression => add32(pointer, op('i32.mul', at.counter, i32(size)));
    const vectorOf = (value: Value): Expression => {
      const known = at.splats.get(value);
      if (known) return known;
      if (value.kind === 'lazy') {
        const operands = value.operands.map((operand) => builder.bind(vectorOf(operand), 'w'));
        return value.vector!.compute(builder, operands);
      }
      const address = place(cursors.get(value as BufferValue)!);
      return { kind: 'load', type: 'v128', op: 'v128.load', address, offset: at.offset };
    };
    const statement: Statement = {
      kind: 'store',
      op: 'v128.store',
      address: place(target),
      offset: at.offset,
      value: builder.bind(vectorOf(this.#value), 'w'),
    };
    builder.emit(statement);
  }
}

const splat = (value: Expression, lanes: Lanes): Expression => op(`${lanes}.splat`, value);

/** A truth as a mask over all lanes. */
const maskOf = (value: Expression, lanes: Lanes): Expression =>
  op(
    lanes === 'f64x2' ? 'i64x2.splat' : 'i32x4.splat',
    lanes === 'f64x2'
      ? op('i64.sub', { kind: 'literal', type: 'i64', value: 0n }, op('i64.extend_i32_u', value))
      : op('i32.sub', i32(0), value),
  );

export const lanesOf = (dtype: CodeDType): Lanes | null =>
  dtype === 'float64' ? 'f64x2' : dtype === 'float32' ? 'f32x4' : null;

/** True where all of a tree goes by vectors of these lanes; at the top elements are wanted, not masks. */
function goesByVectors(value: Value, lanes: Lanes, wantsMask = false): boolean {
  if (value.kind === 'scalar') return wantsMask ? value.dtype === 'bool' : value.dtype === laneTypes[lanes];
  if (value.kind === 'buffer') return !wantsMask && value.dtype === laneTypes[lanes];
  const { vector, operands } = value;
  if (vector === null || vector.lanes !== lanes || vector.givesMask !== wantsMask) return false;
  return operands.every((operand, i) => goesByVectors(operand, lanes, vector.maskOperands.includes(i)));
}

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
