/**
 * A matrix whose rows lie in memory without gaps times a vector (`dgemv_t`, `sgemv_t`), in the order of additions of tensor/blas.ts and
 * tensor/singleBlas.ts: rows are taken in fours, then two, then one.
 */
import { once } from '../../../base/once.ts';
import {
  add32,
  type Expression,
  f32,
  forEach,
  type IrFunction,
  i32,
  Local,
  op,
  run,
  type Statement,
  set,
  when,
} from '../../loopIr/ir.ts';
import {
  advance,
  doubles,
  type FloatType,
  fusedElement,
  fusedStep,
  loadFloat,
  loadVector,
  plainStep,
  singles,
  storeFloat,
  sumOfLanes,
  vectorBytes,
  zeroVector,
} from './elements.ts';

/** How rows are added that are taken together. */
interface RowGroup {
  readonly rows: 1 | 2 | 4;
  /** Vectors of sums per row. */
  readonly vectors: 1 | 2;
  readonly step: typeof fusedStep;
}

/** Four rows at once, two, one: the same in both types, but for the order of what does not fill a vector. */
const groups: readonly RowGroup[] = [
  { rows: 4, vectors: 2, step: fusedStep },
  { rows: 2, vectors: 1, step: plainStep },
  { rows: 1, vectors: 2, step: plainStep },
];

/** Elements of a row whose sum is added to the result at a time. */
const blockLengths = { f64: 2048, f32: 4096 } as const;

const names = (...all: string[]): Local[] => all.map((name) => new Local('i32', name));

/** multiplyRows(matrix, rowStride, x, target, rows, depth): the stride in bytes, the vector without gaps. */
function makeRowProducts(type: FloatType): IrFunction {
  const [matrix, rowStride, x, target, rows, depth] = names(
    'matrix',
    'rowStride',
    'x',
    'target',
    'rows',
    'depth',
  );
  const row = new Local('i32', 'row');
  const [fours, two, one] = groups.map((group) => makeGroup(type, group));
  const next = (count: number): Statement[] => [
    advance(matrix, op('i32.mul', rowStride, i32(count))),
    advance(target, i32(count * type.size)),
  ];
  const args = [matrix, rowStride, x, target, depth];
  return {
    kind: 'function',
    name: `rows_${type.lanes}`,
    params: [matrix, rowStride, x, target, rows, depth],
    result: null,
    body: [
      forEach(row, { to: op('i32.and', rows, i32(-4)), step: 4 }, [run(fours, ...args), ...next(4)]),
      when(op('i32.and', rows, i32(2)), [run(two, ...args), ...next(2)]),
      when(op('i32.and', rows, i32(1)), [run(one, ...args)]),
    ],
  };
}

function makeGroup(type: FloatType, group: RowGroup): IrFunction {
  const [matrix, rowStride, x, target, depth] = names('matrix', 'rowStride', 'x', 'target', 'depth');
  const [start, main, count] = names('start', 'main', 'count');
  const from = Array.from({ length: group.rows }, (_, r) => new Local('i32', `row${r}`));
  const results = from.map((_, r) => new Local(type.held, `y${r}`));
  const zero: Expression = { kind: 'literal', type: type.held, value: 0 };
  const block = i32(blockLengths[type.held]);
  const left = op('i32.sub', main, start);
  return {
    kind: 'function',
    name: `rows${group.rows}_${type.lanes}`,
    params: [matrix, rowStride, x, target, depth],
    result: null,
    body: [
      ...from.map((pointer, r) => set(pointer, r === 0 ? matrix : add32(from[r - 1], rowStride))),
      ...results.map((y) => set(y, zero)),
      set(main, op('i32.and', depth, i32(-4))),
      forEach(start, { to: main, step: blockLengths[type.held] }, [
        set(count, op('select', block, left, op('i32.lt_s', block, left))),
        ...addBlock(type, group, { from, results, x, count }),
      ]),
      ...(type.held === 'f64' ? restOfDoubles : restOfSingles)({
        from,
        results,
        x,
        count: op('i32.and', depth, i32(3)),
      }),
      ...results.map((y, r) => storeFloat(type, { address: target, offset: r * type.size }, y)),
    ],
  };
}

/** Rows as pointers to what comes next, the vector likewise, and the results so far. */
interface Rows {
  readonly from: readonly Local[];
  readonly results: readonly Local[];
  readonly x: Local;
  readonly count: Expression;
}

/** Adds the products of `count` elements, a multiple of four. Of single floats a rest of four comes first. */
function addBlock(
  type: FloatType,
  { vectors, step }: RowGroup,
  { from, results, x, count }: Rows,
): Statement[] {
  const i = new Local('i32', 'i');
  const sums = from.map((_, r) =>
    Array.from({ length: vectors }, (__, v) => new Local('v128', `sum${r}_${v}`)),
  );
  const right = new Local('v128', 'right');
  const perTurn = vectors * type.width;
  const turn = (length: number): Statement[] => [
    ...Array.from({ length }, (_, v) => [
      set(right, loadVector(x, v * vectorBytes)),
      ...from.map((pointer, r) =>
        set(sums[r][v], step(type, loadVector(pointer, v * vectorBytes), right, sums[r][v])),
      ),
    ]).flat(),
    ...[x, ...from].map((pointer) => advance(pointer, i32(length * vectorBytes))),
  ];
  const hasHalfTurn = perTurn > 4;
  return [
    ...sums.flat().map((sum) => set(sum, zeroVector)),
    ...(hasHalfTurn ? [when(op('i32.and', count, i32(4)), turn(1))] : []),
    forEach(i, { to: op('i32.and', count, i32(-perTurn)), step: perTurn }, turn(vectors)),
    ...sums.flatMap(([first, second], r) => [
      ...(second ? [set(first, op(`${type.lanes}.add`, first, second))] : []),
      set(results[r], op(`${type.held}.add`, results[r], sumOfLanes(type, first))),
    ]),
  ];
}

/** Up to three elements: one is fused with the sum, more are added up before. */
function restOfDoubles({ from, results, x, count }: Rows): Statement[] {
  const at = (pointer: Local, k: number): Expression => loadFloat(doubles, pointer, k * doubles.size);
  const fused = (pointer: Local, k: number, sum: Expression): Expression =>
    fusedElement(doubles, at(pointer, k), at(x, k), sum);
  const pair = (pointer: Local): Expression => fused(pointer, 0, op('f64.mul', at(pointer, 1), at(x, 1)));
  const each = (rest: (pointer: Local, y: Local) => Expression): Statement[] =>
    from.map((pointer, r) => set(results[r], rest(pointer, results[r])));
  const isLeft = (n: number): Expression => op('i32.eq', count, i32(n));
  return [
    when(
      isLeft(1),
      each((pointer, y) => fused(pointer, 0, y)),
    ),
    when(
      isLeft(2),
      each((pointer, y) => op('f64.add', y, pair(pointer))),
    ),
    when(
      isLeft(3),
      each((pointer, y) => op('f64.add', y, fused(pointer, 2, pair(pointer)))),
    ),
  ];
}

/** Up to three elements, added plainly before they are added to the sum. */
function restOfSingles({ from, results, x, count }: Rows): Statement[] {
  const i = new Local('i32', 'i');
  const lasts = from.map((_, r) => new Local('f32', `last${r}`));
  const product = (pointer: Local): Expression =>
    op('f32.mul', loadFloat(singles, pointer), loadFloat(singles, x));
  return [
    ...lasts.map((last) => set(last, f32(0))),
    forEach(i, { to: count }, [
      ...lasts.map((last, r) => set(last, op('f32.add', last, product(from[r])))),
      ...[x, ...from].map((pointer) => advance(pointer, i32(singles.size))),
    ]),
    ...results.map((y, r) => set(y, op('f32.add', y, lasts[r]))),
  ];
}

export const rowProductsOfDoubles = once(() => makeRowProducts(doubles));
export const rowProductsOfSingles = once(() => makeRowProducts(singles));
