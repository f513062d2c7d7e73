/**
 * The innermost part of a matrix product: a tile of the result from two packed panels, all of it in registers. Several chains of a tile are
 * sums over every second, or every fourth step, as OpenBLAS's kernels unroll; they are added at the end.
 */
import { once } from '../../../base/once.ts';
import {
  type Expression,
  forEach,
  type IrFunction,
  i32,
  Local,
  op,
  type Statement,
  set,
} from '../../loopIr/ir.ts';
import {
  advance,
  doubles,
  type FloatType,
  fusedStep,
  loadSplat,
  loadVector,
  singles,
  storeVector,
  vectorBytes,
  zeroVector,
} from './elements.ts';

/** Rows of a packed panel. With two vectors per row, twelve sums and what they need fit into sixteen registers. */
export const panelRows = 6;
export const panelVectors = 2;
/** Columns of a packed panel. */
export const panelColumns = ({ width }: FloatType): number => width * panelVectors;

interface TileShape {
  readonly rows: number;
  readonly chains: 1 | 2 | 4;
}

/** Steps after the last full eight belong to the first chain. */
const unrolledSteps = 8;

/** tile(a, b, depth, target): rows of a panel of the left matrix times a panel of the right one; the target's rows lie one behind another. */
function makeTile(type: FloatType, { rows, chains }: TileShape): IrFunction {
  const [a, b, depth, target] = ['a', 'b', 'depth', 'target'].map((name) => new Local('i32', name));
  const step = new Local('i32', 'step');
  const end = new Local('i32', 'end');
  const left = new Local('v128', 'left');
  const right = Array.from({ length: panelVectors }, (_, v) => new Local('v128', `right${v}`));
  const sums = Array.from({ length: chains }, (_, chain) =>
    Array.from({ length: rows * panelVectors }, (_, i) => new Local('v128', `sum${chain}_${i}`)),
  );
  const aStep = panelRows * type.size;
  const bStep = panelVectors * vectorBytes;
  const add = (chain: number, at: number): Statement[] => [
    ...right.map((vector, v) => set(vector, loadVector(b, at * bStep + v * vectorBytes))),
    ...Array.from({ length: rows }, (_, row) => [
      set(left, loadSplat(type, a, at * aStep + row * type.size)),
      ...right.map((vector, v) => {
        const sum = sums[chain][row * panelVectors + v];
        return set(sum, fusedStep(type, left, vector, sum));
      }),
    ]).flat(),
  ];
  const turn = (steps: number): Statement[] => [
    ...Array.from({ length: steps }, (_, k) => add(k % chains, k)).flat(),
    advance(a, i32(steps * aStep)),
    advance(b, i32(steps * bStep)),
  ];
  const perTurn = Math.max(chains, 2);
  const multiple = chains === 1 ? perTurn : unrolledSteps;
  const plus = (x: Expression, y: Expression): Expression => op(`${type.lanes}.add`, x, y);
  const total = (i: number): Expression =>
    sums.length === 1
      ? sums[0][i]
      : sums.length === 2
        ? plus(sums[0][i], sums[1][i])
        : plus(plus(sums[0][i], sums[1][i]), plus(sums[2][i], sums[3][i]));
  return {
    kind: 'function',
    name: `tile${rows}x${chains}_${type.lanes}`,
    params: [a, b, depth, target],
    result: null,
    body: [
      ...sums.flat().map((sum) => set(sum, zeroVector)),
      set(end, op('i32.and', depth, i32(-multiple))),
      forEach(step, { to: end, step: perTurn }, turn(perTurn)),
      forEach(step, { from: end, to: depth }, turn(1)),
      ...sums[0].map((_, i) => storeVector(target, total(i), i * vectorBytes)),
    ],
  };
}

/** The tiles of a type: that of a whole panel, and those of the rows that are added in several chains. */
export interface Tiles {
  readonly whole: IrFunction;
  readonly chained: IrFunction;
  /** Rows of the latter. */
  readonly chainedRows: number;
}

export const tilesOfDoubles = once(
  (): Tiles => ({
    whole: makeTile(doubles, { rows: panelRows, chains: 1 }),
    chained: makeTile(doubles, { rows: 1, chains: 4 }),
    chainedRows: 1,
  }),
);

export const tilesOfSingles = once(
  (): Tiles => ({
    whole: makeTile(singles, { rows: panelRows, chains: 1 }),
    chained: makeTile(singles, { rows: 2, chains: 2 }),
    chainedRows: 2,
  }),
);
