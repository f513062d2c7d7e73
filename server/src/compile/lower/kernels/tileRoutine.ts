/**
 * One tile of a matrix product, with what OpenBLAS's kernels do differently from tile to tile: which rows are added in several chains, by their
 * place in the product.
 */
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
  when,
} from '../../loopIr/ir.ts';
import {
  advance,
  bytesOf,
  doubles,
  type FloatType,
  loadFloat,
  loadVector,
  singles,
  storeFloat,
  storeVector,
  vectorBytes,
} from './elements.ts';
import {
  panelColumns,
  panelRows,
  panelVectors,
  type Tiles,
  tilesOfDoubles,
  tilesOfSingles,
} from './tiles.ts';

export const and = (...all: Expression[]): Expression => all.reduce((a, b) => op('i32.and', a, b));
export const sub = (a: Expression, b: Expression): Expression => op('i32.sub', a, b);
export const least = (a: Expression, b: Expression): Expression => op('select', a, b, op('i32.lt_s', a, b));

/** The room of a tile before it is added to the target. */
export const tileBytes = panelRows * panelVectors * vectorBytes;

/** What is known of a tile when it is computed. */
interface TilePlace {
  readonly row: Expression;
  readonly rows: Expression;
  /** Columns of the tile that are there. */
  readonly width: Expression;
  /** Steps of the block. */
  readonly length: Expression;
  readonly isSymmetric: Expression;
  /** The number of the panel within its block of columns, how many whole ones there are, and whether it is the first block. */
  readonly panel: Expression;
  readonly panels: Expression;
  readonly isFirst: Expression;
}

/** How the library's kernels of one type work. */
export interface Kind {
  readonly type: FloatType;
  readonly tiles: () => Tiles;
  /** Depth of a block, and what halves of it are multiples of. */
  readonly blockDepth: number;
  readonly blockMultiple: number;
  /** Which rows of a tile are added in several chains: from the first to before the last one, set in locals. */
  chainedRows(place: TilePlace, first: Local, end: Local): Statement[];
}

export const kinds: Readonly<Record<'f64' | 'f32', Kind>> = {
  f64: {
    type: doubles,
    tiles: tilesOfDoubles,
    blockDepth: 256,
    blockMultiple: 4,
    chainedRows: chainedRowsOfDoubles,
  },
  f32: {
    type: singles,
    tiles: tilesOfSingles,
    blockDepth: 320,
    blockMultiple: 8,
    chainedRows: chainedRowsOfSingles,
  },
};

/** A single last row, of four columns at a time and at least eight steps. */
function chainedRowsOfDoubles(place: TilePlace, first: Local, end: Local): Statement[] {
  const { row, rows, width, length, isSymmetric } = place;
  const isOdd = and(
    rows,
    op('i32.eqz', isSymmetric),
    op('i32.ge_s', width, i32(panelColumns(doubles))),
    op('i32.ge_s', length, i32(8)),
    op('i32.le_s', sub(rows, row), i32(panelRows)),
  );
  return [
    set(first, op('select', sub(rows, i32(1)), i32(0), isOdd)),
    set(end, op('select', rows, i32(0), isOdd)),
  ];
}

/** Rows are taken in groups of twelve, then of four; after the first columns of eight before that. */
function chainedRowsOfSingles(place: TilePlace, first: Local, end: Local): Statement[] {
  const { row, rows, width, isSymmetric, panel, panels, isFirst } = place;
  const inGroup = op('i32.rem_s', row, i32(12));
  const inTwelves = sub(rows, op('i32.rem_s', rows, i32(12)));
  const isUpper = op('i32.eqz', inGroup);
  const isFirstPanel = and(isUpper, op('i32.eqz', panel));
  const isLastPanel = and(
    op('i32.eq', panel, sub(panels, i32(1))),
    op('i32.ne', isUpper, and(panels, i32(1))),
  );
  const isChained = and(op('i32.gt_s', panels, i32(1)), op('i32.or', isFirstPanel, isLastPanel));
  const eights = op('select', i32(0), and(sub(rows, inTwelves), i32(8)), isFirst);
  return [
    set(first, i32(0)),
    set(end, i32(0)),
    when(and(op('i32.eqz', isSymmetric), op('i32.ge_s', width, i32(panelColumns(singles)))), [
      when(
        op('i32.lt_s', row, inTwelves),
        [when(isChained, [set(first, row), set(end, add32(row, i32(panelRows)))])],
        [
          set(
            first,
            op('select', row, add32(inTwelves, eights), op('i32.gt_s', row, add32(inTwelves, eights))),
          ),
          set(end, least(add32(row, i32(panelRows)), and(rows, i32(-4)))),
        ],
      ),
    ]),
  ];
}

/** Computes one tile and adds to the target what of it is there. */
export function makeTileRoutine(kind: Kind): IrFunction {
  const { type } = kind;
  const tiles = kind.tiles();
  const names = ['left', 'right', 'length', 'target', 'row', 'rows', 'width', 'columns', 'isSymmetric'];
  const params = [...names, 'panel', 'panels', 'isFirst', 'work'].map((name) => new Local('i32', name));
  const [left, right, length, target, row, rows, width, columns, isSymmetric, panel, panels, isFirst, work] =
    params;
  const [first, end, at, offset] = ['first', 'end', 'at', 'offset'].map((name) => new Local('i32', name));
  const place: TilePlace = { row, rows, width, length, isSymmetric, panel, panels, isFirst };
  const isAllChained = and(op('i32.eq', first, row), op('i32.eq', end, add32(row, i32(panelRows))));
  return {
    kind: 'function',
    name: `tile_${type.lanes}`,
    params,
    result: null,
    body: [
      ...kind.chainedRows(place, first, end),
      when(isAllChained, [], [run(tiles.whole, left, right, length, work)]),
      forEach(at, { from: first, to: end, step: tiles.chainedRows }, [
        set(offset, sub(at, row)),
        run(
          tiles.chained,
          add32(left, op('i32.mul', offset, i32(type.size))),
          right,
          length,
          add32(work, op('i32.mul', offset, i32(panelVectors * vectorBytes))),
        ),
      ]),
      ...addTile(type, { work, target, columns, width, rows: least(i32(panelRows), sub(rows, row)) }),
    ],
  };
}

interface AddedTile {
  readonly work: Local;
  readonly target: Local;
  readonly columns: Local;
  readonly width: Local;
  readonly rows: Expression;
}

function addTile(type: FloatType, { work, target, columns, width, rows }: AddedTile): Statement[] {
  const [source, row, column, place] = ['source', 'i', 'j', 'place'].map((name) => new Local('i32', name));
  const whole = Array.from({ length: panelVectors }, (_, v) =>
    storeVector(
      target,
      op(`${type.lanes}.add`, loadVector(target, v * vectorBytes), loadVector(source, v * vectorBytes)),
      v * vectorBytes,
    ),
  );
  const part = forEach(column, { to: width }, [
    set(place, add32(target, bytesOf(type, column))),
    storeFloat(
      type,
      { address: place },
      op(`${type.held}.add`, loadFloat(type, place), loadFloat(type, add32(source, bytesOf(type, column)))),
    ),
  ]);
  return [
    set(source, work),
    forEach(row, { to: rows }, [
      when(op('i32.ge_s', width, i32(panelColumns(type))), whole, [part]),
      advance(source, i32(panelVectors * vectorBytes)),
      advance(target, bytesOf(type, columns)),
    ]),
  ];
}
