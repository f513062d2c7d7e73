/**
 * A matrix whose columns lie in memory without gaps times a vector (`dgemv_n`, `sgemv_n`), in the order of additions of tensor/blas.ts and
 * tensor/singleBlas.ts: some columns at once are added to all results, of which those that do not fill a four are made one by one.
 */
import { once } from '../../../base/once.ts';
import {
  add32,
  type Expression,
  forEach,
  type IrFunction,
  i32,
  Local,
  op,
  run,
  type Statement,
  set,
} from '../../loopIr/ir.ts';
import {
  advance,
  bytesOf,
  doubles,
  type FloatType,
  fusedStep,
  loadFloat,
  loadSplat,
  loadVector,
  singles,
  storeFloat,
  storeVector,
  vectorBytes,
} from './elements.ts';

const names = (...all: string[]): Local[] => all.map((name) => new Local('i32', name));
const and = (a: Expression, b: Expression): Expression => op('i32.and', a, b);

/** One element of some columns at once, and what they are multiplied by. */
interface Columns {
  readonly type: FloatType;
  readonly a: readonly Expression[];
  readonly x: readonly Expression[];
}

const product = ({ type, a, x }: Columns, k: number): Expression => op(`${type.lanes}.mul`, a[k], x[k]);
const fused = (columns: Columns, k: number, sum: Expression): Expression =>
  fusedStep(columns.type, columns.a[k], columns.x[k], sum);
const sumOf = ({ type }: Columns, a: Expression, b: Expression): Expression => op(`${type.lanes}.add`, a, b);

/** The results so far plus the products of some columns. */
type AddColumns = (columns: Columns, y: Expression) => Expression;

/** Every second column in a chain of its own; the chains are added to the result one after another, or together. */
const chainOf = (columns: Columns, at: readonly number[]): Expression =>
  at.slice(1).reduce((sum, k) => fused(columns, k, sum), product(columns, at[0]));

const range = (from: number, to: number, step = 1): number[] =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);

const twoChains = (columns: Columns, from: number, to: number): Expression =>
  sumOf(columns, chainOf(columns, range(from, to, 2)), chainOf(columns, range(from + 1, to, 2)));

/** Of doubles: four columns as `a2 · x2 + a0 · x0` and `a3 · x3 + a1 · x1`. */
const foursOfDoubles =
  (count: 4 | 8): AddColumns =>
  (columns, y) =>
    range(0, count, 4).reduce((sum, k) => sumOf(columns, sum, twoChains(columns, k, k + 4)), y);

const pair: AddColumns = (columns, y) =>
  sumOf(columns, y, sumOf(columns, product(columns, 0), product(columns, 1)));
const single: AddColumns = (columns, y) => sumOf(columns, y, product(columns, 0));
const inTwoChains =
  (count: number): AddColumns =>
  (columns, y) =>
    sumOf(columns, y, twoChains(columns, 0, count));
const inOneChain =
  (count: number): AddColumns =>
  (columns, y) =>
    sumOf(columns, y, chainOf(columns, range(0, count)));

/** How many columns are added at once, and how: of the first results of a block, and of the others. */
interface Pass {
  readonly columns: number;
  readonly first: AddColumns;
  readonly others: AddColumns;
}

const same = (columns: number, add: AddColumns): Pass => ({ columns, first: add, others: add });

/** Passes over the columns, widest first; some are skipped where the vector has gaps. */
const passes: Readonly<Record<'f64' | 'f32', readonly (Pass & { readonly needsNoGaps: boolean })[]>> = {
  f64: [
    { ...same(8, foursOfDoubles(8)), needsNoGaps: false },
    { ...same(4, foursOfDoubles(4)), needsNoGaps: false },
    { ...same(2, pair), needsNoGaps: true },
    { ...same(1, single), needsNoGaps: false },
  ],
  f32: [
    { columns: 8, first: inTwoChains(8), others: inOneChain(8), needsNoGaps: true },
    { columns: 4, first: inTwoChains(4), others: inOneChain(4), needsNoGaps: false },
    { ...same(1, single), needsNoGaps: false },
  ],
};

/** Results of single floats are made in blocks, whose first vectors that do not fill a sixteen are added in two chains. */
const blockLength = 4096;

/**
 * multiplyColumns(matrix, columnStride, x, target, rows, depth, hasGaps, areTogether): the stride in bytes, the vector here without gaps. `hasGaps`
 * tells that it has some in the program, `areTogether` that the results after the last four are added in pairs of columns.
 */
function makeColumnProducts(type: FloatType): IrFunction {
  const params = names('matrix', 'columnStride', 'x', 'target', 'rows', 'depth', 'hasGaps', 'areTogether');
  const [matrix, columnStride, x, target, rows, depth, hasGaps, areTogether] = params;
  const [row, block, first, column, pointer] = names('row', 'block', 'first', 'column', 'pointer');
  const main = and(rows, i32(-4));
  const isSingle = type.held === 'f32';
  const left = op('i32.sub', main, row);
  const passOver = passes[type.held].map((pass) => {
    const callee = makePass(type, pass);
    const isLeft = op('i32.le_s', add32(column, i32(pass.columns)), depth);
    const condition = pass.needsNoGaps ? and(isLeft, op('i32.eqz', hasGaps)) : isLeft;
    const body = [
      run(
        callee,
        add32(pointer, bytesOf(type, row)),
        columnStride,
        add32(x, bytesOf(type, column)),
        add32(target, bytesOf(type, row)),
        first,
        block,
      ),
      advance(column, i32(pass.columns)),
      advance(pointer, op('i32.mul', columnStride, i32(pass.columns))),
    ];
    return { kind: 'while', condition, body } as const;
  });
  const zero: Expression = { kind: 'literal', type: type.held, value: 0 };
  const last = makeLastResult(type);
  return {
    kind: 'function',
    name: `columns_${type.lanes}`,
    params,
    result: null,
    body: [
      set(pointer, target),
      forEach(row, { to: main }, [
        storeFloat(type, { address: pointer }, zero),
        advance(pointer, i32(type.size)),
      ]),
      forEach(row, { to: main, step: isSingle ? blockLength : 2 ** 30 }, [
        set(
          block,
          isSingle ? op('select', i32(blockLength), left, op('i32.lt_s', i32(blockLength), left)) : main,
        ),
        set(first, isSingle ? and(block, i32(12)) : i32(0)),
        set(column, i32(0)),
        set(pointer, matrix),
        ...passOver,
      ]),
      forEach(row, { from: main, to: rows }, [
        storeFloat(
          type,
          { address: add32(target, bytesOf(type, row)) },
          {
            kind: 'call',
            type: type.held,
            callee: last,
            args: [add32(matrix, bytesOf(type, row)), columnStride, x, depth, areTogether],
          },
        ),
      ]),
    ],
  };
}

/** Vectors of results that are made in one turn of the loop, which spends less on pointers then. */
const longTurn = 4;

/** pass(matrix, columnStride, x, target, first, rows): adds some columns to results, the first ones in the first way. */
function makePass(type: FloatType, { columns, first: addFirst, others }: Pass): IrFunction {
  const params = names('matrix', 'columnStride', 'x', 'target', 'first', 'rows');
  const [matrix, columnStride, x, target, first, rows] = params;
  const [i, end] = names('i', 'end');
  const from = Array.from({ length: columns }, (_, k) => new Local('i32', `column${k}`));
  const factors = from.map((_, k) => new Local('v128', `x${k}`));
  const turn = (add: AddColumns, vectors: number): Statement[] => [
    ...range(0, vectors).map((v) =>
      storeVector(
        target,
        add(
          { type, a: from.map((pointer) => loadVector(pointer, v * vectorBytes)), x: factors },
          loadVector(target, v * vectorBytes),
        ),
        v * vectorBytes,
      ),
    ),
    ...[target, ...from].map((pointer) => advance(pointer, i32(vectors * vectorBytes))),
  ];
  const vectors = 4 / type.width;
  const perTurn = longTurn * type.width;
  const isSame = addFirst === others;
  const start = isSame ? i32(0) : first;
  const long = add32(start, and(op('i32.sub', rows, start), i32(-perTurn)));
  return {
    kind: 'function',
    name: `columns${columns}_${type.lanes}`,
    params,
    result: null,
    body: [
      ...from.map((pointer, k) => set(pointer, k === 0 ? matrix : add32(from[k - 1], columnStride))),
      ...factors.map((factor, k) => set(factor, loadSplat(type, x, k * type.size))),
      ...(isSame ? [] : [forEach(i, { to: first, step: 4 }, turn(addFirst, vectors))]),
      set(end, long),
      forEach(i, { from: start, to: end, step: perTurn }, turn(others, longTurn)),
      forEach(i, { from: end, to: rows, step: 4 }, turn(others, vectors)),
    ],
  };
}

/** last(row, columnStride, x, depth, areTogether): one result by itself, without fused steps. */
function makeLastResult(type: FloatType): IrFunction {
  const params = names('row', 'columnStride', 'x', 'depth', 'areTogether');
  const [row, columnStride, x, depth, areTogether] = params;
  const column = new Local('i32', 'column');
  const sum = new Local(type.held, 'sum');
  const [a, b] = [new Local(type.held, 'a'), new Local(type.held, 'b')];
  const plus = (p: Expression, q: Expression): Expression => op(`${type.held}.add`, p, q);
  const multiply = (into: Local): Statement[] => [
    set(into, op(`${type.held}.mul`, loadFloat(type, row), loadFloat(type, x))),
    advance(row, columnStride),
    advance(x, i32(type.size)),
  ];
  const main = op('select', and(depth, i32(-4)), i32(0), areTogether);
  return {
    kind: 'function',
    name: `last_${type.lanes}`,
    params,
    result: type.held,
    body: [
      set(sum, { kind: 'literal', type: type.held, value: 0 }),
      set(column, i32(0)),
      {
        kind: 'while',
        condition: op('i32.lt_s', column, main),
        body: [...multiply(a), ...multiply(b), set(sum, plus(sum, plus(a, b))), advance(column, i32(2))],
      },
      {
        kind: 'while',
        condition: op('i32.lt_s', column, depth),
        body: [...multiply(a), set(sum, plus(sum, a)), advance(column, i32(1))],
      },
      { kind: 'return', value: sum },
    ],
  };
}

export const columnProductsOfDoubles = once(() => makeColumnProducts(doubles));
export const columnProductsOfSingles = once(() => makeColumnProducts(singles));
