/**
 * Code for products of vectors, matrices and stacks of matrices: floats by the routine that the reference would take, integers term by term.
 * Operands lie in memory as the reference has them, because the order of additions depends on it.
 */
import { t } from '../../base/l10n.ts';
import { byteSize } from '../../tensor/dtype.ts';
import { int64Vector } from '../../tensor/ndarray.ts';
import { broadcastShapes, type Shape } from '../../tensor/shape.ts';
import {
  add32,
  addressOf,
  call,
  type Expression,
  i32,
  load,
  op,
  run,
  set,
  store,
  when,
} from '../loopIr/ir.ts';
import type { Builder } from './builder.ts';
import { fill } from './elementLoops.ts';
import { heldAs, literalOf, loadElement, storeElement, wrapped } from './elementTypes.ts';
import { columnProductsOfDoubles, columnProductsOfSingles } from './kernels/columnProducts.ts';
import { dotOfDoubles, dotOfSingles, stridedDotOfDoubles, stridedDotOfSingles } from './kernels/dot.ts';
import {
  matrixProduct,
  packedBytes,
  packingOfRight,
  productWithPacked,
  workBytes,
} from './kernels/matrixProduct.ts';
import { rowProductsOfDoubles, rowProductsOfSingles } from './kernels/rowProducts.ts';
import { freshBuffer, type Surroundings } from './surroundings.ts';
import { unsupported } from './unsupported.ts';
import { type BufferValue, elementCountOf, isRowMajor, type Value } from './values.ts';

/** Kinds of ops that are products. */
export type ProductKind = 'dot' | 'matmul' | 'batchedDot';

/** What a product needs: where code goes, and a place for the result in C order, if somebody said. */
export interface ProductContext extends Pick<Surroundings, 'builder' | 'checkpoint' | 'data' | 'packed'> {
  readonly target: BufferValue | null;
}

type MakeProduct = (context: ProductContext, a: BufferValue, b: BufferValue) => BufferValue;

/** The code of each kind; operands of one type. */
export const products: Readonly<Record<ProductKind, MakeProduct>> = {
  dot: (context, a, b) => {
    if (a.shape[a.shape.length - 1] !== b.shape[0]) throw unsupported(t('matrices that do not fit'));
    const target = targetOf(context, a, [...a.shape.slice(0, -1), ...b.shape.slice(1)]);
    multiply(context, { a, b, target });
    return target;
  },
  matmul: stackProduct,
  batchedDot: (context, a, b) => {
    if (a.shape[0] !== b.shape[0]) throw unsupported(t('stacks of different lengths'));
    const product = stackProduct(
      context,
      a.shape.length === 2 ? withAxis(a, 1) : a,
      b.shape.length === 2 ? withAxis(b, 2) : b,
    );
    const axes = [0, ...(a.shape.length === 3 ? [1] : []), ...(b.shape.length === 3 ? [2] : [])];
    return {
      ...product,
      shape: axes.map((axis) => product.shape[axis]),
      strides: axes.map((axis) => product.strides[axis]),
    };
  },
};

const withAxis = (value: BufferValue, axis: number): BufferValue => ({
  ...value,
  shape: value.shape.toSpliced(axis, 0, 1),
  strides: value.strides.toSpliced(axis, 0, 0),
});

interface Product {
  readonly a: BufferValue;
  readonly b: BufferValue;
  /** In C order. */
  readonly target: BufferValue;
}

function targetOf({ builder, target }: ProductContext, { dtype }: BufferValue, shape: Shape): BufferValue {
  const isThere = target?.shape.length === shape.length && target.shape.every((n, axis) => n === shape[axis]);
  return isThere ? target : freshBuffer(builder, { dtype, shape });
}

function stackProduct(context: ProductContext, left: BufferValue, right: BufferValue): BufferValue {
  const { builder } = context;
  const [rows, depth] = left.shape.slice(-2);
  const [found, columns] = right.shape.slice(-2);
  if (depth !== found) throw unsupported(t('matrices that do not fit'));
  const lead = broadcastShapes([left.shape.slice(0, -2), right.shape.slice(0, -2)]);
  const target = targetOf(context, left, [...lead, rows, columns]);
  const [a, b] = [left, right].map((stack) => stackOf(builder, stack, lead));
  const count = elementCountOf({ shape: lead });
  builder.loop({ count }, (counter) => {
    const at = (stack: BufferValue, stride: number): BufferValue => ({
      ...stack,
      shape: stack.shape.slice(-2),
      strides: stack.strides.slice(-2),
      base: builder.bind(add32(stack.base, op('i32.mul', counter, i32(stride))), 'p'),
    });
    const [x, y] = [at(a, a.strides[0]), at(b, b.strides[0])];
    // Where both stacks are the same the reference sees the same matrix twice.
    const isSame = a.base === b.base && a.strides[0] === b.strides[0];
    const size = rows * columns * byteSize(target.dtype);
    multiply(context, { a: x, b: isSame ? { ...y, base: x.base } : y, target: at(target, size) });
  });
  return target;
}

/** A stack with one axis before the matrices; a copy in C order where the reference makes one. */
function stackOf(builder: Builder, stack: BufferValue, lead: Shape): BufferValue {
  const own = stack.shape.slice(0, -2);
  const padded = [...new Array<number>(lead.length - own.length).fill(1), ...own];
  const strides = [...new Array<number>(lead.length - own.length).fill(0), ...stack.strides.slice(0, -2)].map(
    (stride, axis) => (padded[axis] === 1 ? 0 : stride),
  );
  const moving = [...lead.keys()].filter((axis) => lead[axis] !== 1);
  const matrix = { shape: stack.shape.slice(-2), strides: stack.strides.slice(-2) };
  const isOneAxis = moving.every(
    (axis, i) => i === 0 || strides[moving[i - 1]] === strides[axis] * lead[axis],
  );
  const count = elementCountOf({ shape: lead });
  const { known: _, ...rest } = stack;
  if (isOneAxis) {
    const step = moving.length === 0 ? 0 : strides[moving[moving.length - 1]];
    return { ...rest, shape: [count, ...matrix.shape], strides: [step, ...matrix.strides] };
  }
  const whole: BufferValue = {
    ...rest,
    shape: [...lead, ...matrix.shape],
    strides: [...strides, ...matrix.strides],
  };
  const copy = freshBuffer(builder, whole);
  fill(builder, copy, whole);
  const size = elementCountOf(matrix) * byteSize(stack.dtype);
  return { ...copy, shape: [count, ...matrix.shape], strides: [size, ...copy.strides.slice(-2)] };
}

/** One product, as `cblas_matrixproduct` of NumPy chooses the routine. */
function multiply(context: ProductContext, product: Product): void {
  const { a, b, target } = product;
  if (elementCountOf(target) === 0) return;
  const depth = b.shape[0];
  const { dtype } = target;
  if (dtype !== 'float64' && dtype !== 'float32') {
    multiplyIntegers(context, product);
    return;
  }
  const rows = a.shape.length === 2 ? a.shape[0] : 1;
  const columns = b.shape.length === 2 ? b.shape[1] : 1;
  if (depth === 0) fill(context.builder, target, constantZero(target));
  else if (rows === 1 && columns === 1) multiplyVectors(context.builder, product);
  else if (columns === 1 && depth > 1) multiplyByVector(context, { matrix: a, x: asVector(b, 0), target });
  else if (rows === 1 && depth > 1)
    multiplyByVector(context, {
      matrix: turned(b),
      x: asVector(a, a.shape.length - 1),
      target,
    });
  else multiplyMatrices(context, product, { rows, columns, depth });
}

const constantZero = ({ dtype, shape }: BufferValue): Value => ({
  kind: 'scalar',
  dtype,
  shape: shape.map(() => 1),
  expression: literalOf(dtype, 0),
});

const turned = ({ shape, strides, ...rest }: BufferValue): BufferValue => ({
  ...rest,
  shape: shape.toReversed(),
  strides: strides.toReversed(),
});

const asVector = (value: BufferValue, axis: number): BufferValue => ({
  ...value,
  shape: [value.shape[axis]],
  strides: [value.strides[axis]],
});

function multiplyVectors(builder: Builder, { a, b, target }: Product): void {
  const { dtype } = target;
  const size = byteSize(dtype);
  const [x, y] = [asVector(a, a.shape.length - 1), asVector(b, 0)];
  const count = i32(y.shape[0]);
  const isDouble = dtype === 'float64';
  const hasGaps = y.shape[0] > 1 && (x.strides[0] !== size || y.strides[0] !== size);
  const value = hasGaps
    ? call(
        isDouble ? stridedDotOfDoubles() : stridedDotOfSingles(),
        x.base,
        i32(x.strides[0]),
        y.base,
        i32(y.strides[0]),
        count,
      )
    : call(isDouble ? dotOfDoubles() : dotOfSingles(), x.base, y.base, count);
  builder.emit(storeElement(dtype, value, { address: target.base }));
}

/** Products of a kernel between two questions whether the run has to stop. */
const betweenCheckpoints = 2 ** 22;

interface VectorProduct {
  readonly matrix: BufferValue;
  readonly x: BufferValue;
  readonly target: BufferValue;
}

function multiplyByVector(context: ProductContext, { matrix: given, x, target }: VectorProduct): void {
  const { builder } = context;
  const { dtype } = target;
  const size = byteSize(dtype);
  const isDouble = dtype === 'float64';
  const matrix = prepared(builder, given);
  const [outputs, depth] = matrix.shape;
  const [rowStride, columnStride] = matrix.strides;
  const hasGaps = x.strides[0] !== size;
  const vector = hasGaps ? inRows(builder, x) : x;
  const rest = outputs & 3;
  const isDense = columnStride === rest * size && rest > 1;
  const areTogether = isDense && (isDouble || !hasGaps);
  const multiplyPart = (from: Expression, count: Expression): void => {
    const rows = add32(matrix.base, op('i32.mul', from, i32(rowStride)));
    const place = add32(target.base, op('i32.mul', from, i32(size)));
    builder.emit(
      columnStride === size
        ? run(
            isDouble ? rowProductsOfDoubles() : rowProductsOfSingles(),
            rows,
            i32(rowStride),
            vector.base,
            place,
            count,
            i32(depth),
          )
        : run(
            isDouble ? columnProductsOfDoubles() : columnProductsOfSingles(),
            rows,
            i32(columnStride),
            vector.base,
            place,
            count,
            i32(depth),
            i32(hasGaps ? 1 : 0),
            i32(areTogether ? 1 : 0),
          ),
    );
  };
  inParts(context, { outputs, depth }, multiplyPart);
}

/** Large products in parts, between which the run may be stopped; blocks of the kernels stay whole. */
function inParts(
  { builder, checkpoint }: ProductContext,
  { outputs, depth }: { outputs: number; depth: number },
  write: (from: Expression, count: Expression) => void,
): void {
  const kernelBlock = 4096;
  const part = Math.ceil(betweenCheckpoints / depth / kernelBlock) * kernelBlock;
  if (outputs <= part || outputs * depth <= betweenCheckpoints) {
    write(i32(0), i32(outputs));
    return;
  }
  builder.loop({ count: outputs, step: part }, (from) => {
    const left = op('i32.sub', i32(outputs), from);
    builder.emit(run(checkpoint));
    write(from, builder.bind(op('select', left, i32(part), op('i32.lt_s', left, i32(part)))));
  });
}

/** A matrix as BLAS can take it: one of its axes without gaps; others are copied before. */
function prepared(builder: Builder, matrix: BufferValue): BufferValue {
  const size = byteSize(matrix.dtype);
  const [row, column] = matrix.strides;
  const [rows, columns] = matrix.shape;
  const isUsable = (column === size && row >= columns * size) || (row === size && column >= rows * size);
  return isUsable ? matrix : inRows(builder, matrix);
}

function inRows(builder: Builder, value: BufferValue): BufferValue {
  if (isRowMajor(value)) return value;
  const copy = freshBuffer(builder, value);
  fill(builder, copy, value);
  return copy;
}

interface Sizes {
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
}

function multiplyMatrices(context: ProductContext, { a, b, target }: Product, sizes: Sizes): void {
  const { builder, checkpoint } = context;
  const held = target.dtype === 'float64' ? 'f64' : 'f32';
  const { rows, columns, depth } = sizes;
  const left = [a.base, i32(a.shape.length === 2 ? a.strides[0] : 0), i32(a.strides[a.strides.length - 1])];
  const work = addressOf(builder.temporary('work', workBytes(held, sizes)));
  const matrix = isTurned(a, b) ? null : packedMatrix(context, b, sizes);
  if (matrix) {
    const callee = productWithPacked(held, checkpoint);
    builder.emit(run(callee, ...left, matrix, target.base, i32(rows), i32(columns), i32(depth), work));
    return;
  }
  builder.emit(
    run(
      matrixProduct(held, checkpoint),
      ...left,
      ...strided(b),
      target.base,
      i32(rows),
      i32(columns),
      i32(depth),
      i32(isTurned(a, b) ? 1 : 0),
      work,
    ),
  );
}

/** A right matrix: its place, and its strides. */
const strided = (b: BufferValue): Expression[] => [
  b.base,
  i32(b.strides[0]),
  i32(b.shape.length === 2 ? b.strides[1] : 0),
];

/** Packing takes a good part of a product of so few rows. */
const mostRowsToPackFor = 512;
/** Larger matrices are not kept twice. */
const mostPackedBytes = 2 ** 26;

/** Where an input lies packed, which is done at its first product; null where that does not pay, or it is none. */
function packedMatrix(
  { builder, checkpoint, data, packed }: ProductContext,
  b: BufferValue,
  { rows, columns, depth }: Sizes,
): Expression | null {
  const held = b.dtype === 'float64' ? 'f64' : 'f32';
  const byteLength = packedBytes(held, { columns, depth });
  const pays = rows <= mostRowsToPackFor && byteLength <= mostPackedBytes;
  if (packed === null || b.input === undefined || b.base.kind !== 'address' || !pays) return null;
  const key = [b.input, b.base.offset, columns, depth, ...b.strides].join();
  let place = packed.get(key);
  if (!place) {
    const isDone = builder.buffer('isPacked', 8);
    // Written before each call: the input may be another one then.
    data.push({ buffer: isDone, array: int64Vector([0]) });
    place = { matrix: builder.buffer('packed', byteLength), isDone };
    packed.set(key, place);
  }
  const [matrix, isDone] = [addressOf(place.matrix), addressOf(place.isDone)];
  builder.emit(
    when(op('i32.eqz', load('i32.load', isDone)), [
      run(packingOfRight(held, checkpoint), ...strided(b), i32(columns), i32(depth), matrix),
      store('i32.store', i32(1), { address: isDone }),
    ]),
  );
  return matrix;
}

/** True where the second matrix is the first one turned: NumPy calls `dsyrk` then. */
const isTurned = (a: BufferValue, b: BufferValue): boolean =>
  isSamePlace(a.base, b.base) &&
  a.shape.length === 2 &&
  b.shape.length === 2 &&
  a.shape[0] === b.shape[1] &&
  a.shape[1] === b.shape[0] &&
  a.strides[0] === b.strides[1] &&
  a.strides[1] === b.strides[0];

const isSamePlace = (a: Expression, b: Expression): boolean =>
  a === b || (a.kind === 'address' && b.kind === 'address' && a.buffer === b.buffer && a.offset === b.offset);

/** Sums of products, wrapping around. */
function multiplyIntegers({ builder, checkpoint }: ProductContext, { a, b, target }: Product): void {
  const { dtype } = target;
  const rows = a.shape.length === 2 ? a.shape[0] : 1;
  const columns = b.shape.length === 2 ? b.shape[1] : 1;
  const depth = b.shape[0];
  const size = byteSize(dtype);
  const type = heldAs(dtype);
  const along = (base: Expression, index: Expression, stride: number): Expression =>
    add32(base, op('i32.mul', index, i32(stride)));
  builder.loop({ count: rows }, (i) => {
    const row = a.shape.length === 2 ? builder.bind(along(a.base, i, a.strides[0]), 'p') : a.base;
    if (columns * depth * rows > betweenCheckpoints) builder.emit(run(checkpoint));
    builder.loop({ count: columns }, (j) => {
      const column = b.shape.length === 2 ? builder.bind(along(b.base, j, b.strides[1]), 'p') : b.base;
      const sum = builder.local(type, 'sum');
      builder.emit(set(sum, literalOf(dtype, 0)));
      builder.loop({ count: depth }, (k) => {
        const x = loadElement(dtype, along(row, k, a.strides[a.strides.length - 1]));
        const y = loadElement(dtype, along(column, k, b.strides[0]));
        builder.emit(set(sum, wrapped(dtype, op(`${type}.add`, sum, op(`${type}.mul`, x, y)))));
      });
      const place = add32(op('i32.mul', i, i32(columns * size)), op('i32.mul', j, i32(size)));
      builder.emit(storeElement(dtype, sum, { address: add32(target.base, place) }));
    });
  });
}
