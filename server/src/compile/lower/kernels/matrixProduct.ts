/**
 * Products of matrices (`dgemm`, `sgemm`), blocked as K. Goto and R. van de Geijn describe ("Anatomy of high-performance matrix
 * multiplication", 2008), in the order of additions of tensor/blas.ts and tensor/singleBlas.ts, which is OpenBLAS's: an element is a chain of
 * fused steps within a block of the depth, and the blocks are added up.
 */
import {
  add32,
  type Expression,
  forEach,
  type ImportedFunction,
  type IrFunction,
  i32,
  Local,
  op,
  run,
  type Statement,
  set,
} from '../../loopIr/ir.ts';
import { advance, bytesOf, type FloatType, storeFloat } from './elements.ts';
import { makePacking, packed } from './packing.ts';
import { and, type Kind, kinds, least, makeTileRoutine, sub, tileBytes } from './tileRoutine.ts';
import { panelColumns, panelRows } from './tiles.ts';

/** Rows of the left matrix that are packed at a time: a multiple of the panel's and of OpenBLAS's groups. */
const rowBlock = 60;

/** Columns that are packed between two questions whether the run has to stop. */
const columnsPackedAtOnce = 2048;

/** What has to lie free while a product is computed: the packed parts, and a tile. */
export function workBytes(
  held: 'f64' | 'f32',
  { columns, depth }: { columns: number; depth: number },
): number {
  const { type, blockDepth } = kinds[held];
  const steps = Math.min(depth, blockDepth);
  const width = panelColumns(type);
  return tileBytes + rowBlock * steps * type.size + Math.ceil(columns / width) * width * steps * type.size;
}

/** The length of the block that begins at `from`: a rest of less than two blocks is halved. */
function blockLength(rest: Expression, block: number, half: Expression): Expression {
  const short = op('select', half, rest, op('i32.gt_s', rest, i32(block)));
  return op('select', i32(block), short, op('i32.ge_s', rest, i32(2 * block)));
}

const upHalf = (rest: Expression, multiple: number): Expression =>
  and(add32(op('i32.shr_u', rest, i32(1)), i32(multiple - 1)), i32(-multiple));

/** The operands of a product: addresses, and strides in bytes. */
const parameterNames = [
  'left',
  'leftRow',
  'leftStep',
  'right',
  'rightStep',
  'rightColumn',
  'target',
  'rows',
  'columns',
  'depth',
  'isSymmetric',
  'work',
] as const;

type Parameters = Readonly<Record<(typeof parameterNames)[number], Local>>;

/**
 * multiply(left, leftRow, leftStep, right, rightStep, rightColumn, target, rows, columns, depth, isSymmetric, work): the target in C order.
 * `checkpoint` is called every few milliseconds.
 */
export const matrixProduct = oncePerCheckpoint((kind, checkpoint) => {
  const names = parameterNames.map((name) => [name, new Local('i32', name)] as const);
  const params = Object.fromEntries(names) as Parameters;
  return {
    kind: 'function',
    name: `multiply_${kind.type.lanes}`,
    params: names.map(([, local]) => local),
    result: null,
    body: [...clear(kind.type, params), ...overDepth(kind, params, { checkpoint, packedRight: null })],
  };
});

/** multiplyPacked(left, leftRow, leftStep, packedRight, target, rows, columns, depth, work): the right matrix by {@link packingOfRight}. */
export const productWithPacked = oncePerCheckpoint((kind, checkpoint) => {
  const names = parameterNames.map((name) => [name, new Local('i32', name)] as const);
  // The others stay 0.
  const params = Object.fromEntries(names) as Parameters;
  const packedRight = new Local('i32', 'packedRight');
  const { left, leftRow, leftStep, target, rows, columns, depth, work } = params;
  return {
    kind: 'function',
    name: `multiplyPacked_${kind.type.lanes}`,
    params: [left, leftRow, leftStep, packedRight, target, rows, columns, depth, work],
    result: null,
    body: [...clear(kind.type, params), ...overDepth(kind, params, { checkpoint, packedRight })],
  };
});

/** packRight(right, rightStep, rightColumn, columns, depth, target): for products with the same matrix, again and again. */
export const packingOfRight = oncePerCheckpoint((kind, checkpoint) => {
  const { type, blockDepth, blockMultiple } = kind;
  const names = ['right', 'rightStep', 'rightColumn', 'columns', 'depth', 'target', 'from', 'length', 'rest'];
  const locals = names.map((name) => new Local('i32', name));
  const [right, rightStep, rightColumn, columns, depth, target, from, length, rest] = locals;
  const blockBytes = op('i32.mul', length, op('i32.mul', wholePanels(type, columns), i32(type.size)));
  return {
    kind: 'function',
    name: `packRight_${type.lanes}`,
    params: [right, rightStep, rightColumn, columns, depth, target],
    result: null,
    body: [
      set(from, i32(0)),
      {
        kind: 'while',
        condition: op('i32.lt_s', from, depth),
        body: [
          set(rest, sub(depth, from)),
          set(length, blockLength(rest, blockDepth, upHalf(rest, blockMultiple))),
          ...packRightBlock(
            kind,
            { right, rightStep, rightColumn, columns, from, length, target },
            checkpoint,
          ),
          advance(target, blockBytes),
          advance(from, length),
        ],
      },
    ],
  };
});

/** Columns up to a whole panel. */
const wholePanels = (type: FloatType, columns: Expression): Expression =>
  and(add32(columns, i32(panelColumns(type) - 1)), i32(-panelColumns(type)));

/** What a packed right matrix needs. */
export function packedBytes(
  held: 'f64' | 'f32',
  { columns, depth }: { columns: number; depth: number },
): number {
  const { type } = kinds[held];
  const width = panelColumns(type);
  return Math.ceil(columns / width) * width * depth * type.size;
}

/** Functions differ in what they call, and are made when they are first needed. */
function oncePerCheckpoint(
  make: (kind: Kind, checkpoint: ImportedFunction) => IrFunction,
): (held: 'f64' | 'f32', checkpoint: ImportedFunction) => IrFunction {
  const made = {
    f64: new WeakMap<ImportedFunction, IrFunction>(),
    f32: new WeakMap<ImportedFunction, IrFunction>(),
  };
  return (held, checkpoint) => {
    const known = made[held].get(checkpoint) ?? make(kinds[held], checkpoint);
    made[held].set(checkpoint, known);
    return known;
  };
}

function clear(type: FloatType, { target, rows, columns }: Parameters): Statement[] {
  const i = new Local('i32', 'i');
  const zero: Expression = { kind: 'literal', type: type.held, value: 0 };
  const pointer = new Local('i32', 'pointer');
  return [
    set(pointer, target),
    forEach(i, { to: op('i32.mul', rows, columns) }, [
      storeFloat(type, { address: pointer }, zero),
      advance(pointer, i32(type.size)),
    ]),
  ];
}

/** Block after block of the depth. */
function overDepth(
  kind: Kind,
  params: Parameters,
  given: { readonly checkpoint: ImportedFunction; readonly packedRight: Local | null },
): Statement[] {
  const { checkpoint } = given;
  const { type, blockDepth, blockMultiple } = kind;
  const { left, leftRow, leftStep, right, rightStep, rightColumn, rows, columns, depth, isSymmetric, work } =
    params;
  const from = new Local('i32', 'from');
  const length = new Local('i32', 'length');
  const rest = new Local('i32', 'rest');
  const packedLeft = new Local('i32', 'packedLeft');
  const packedRight = new Local('i32', 'packedRight');
  const row = new Local('i32', 'row');
  const packLeft = makePacking(type, panelRows);
  const half = op(
    'select',
    op('i32.shr_u', add32(rest, i32(1)), i32(1)),
    upHalf(rest, blockMultiple),
    isSymmetric,
  );
  const lineBytes = op('i32.mul', wholePanels(type, columns), i32(type.size));
  const block: Block = { length, packedLeft, packedRight, row };
  return [
    set(packedLeft, add32(work, i32(tileBytes))),
    set(from, i32(0)),
    {
      kind: 'while',
      condition: op('i32.lt_s', from, depth),
      body: [
        set(rest, sub(depth, from)),
        set(length, blockLength(rest, blockDepth, half)),
        ...(given.packedRight
          ? [set(packedRight, add32(given.packedRight, op('i32.mul', from, lineBytes)))]
          : [
              set(packedRight, add32(packedLeft, op('i32.mul', length, i32(rowBlock * type.size)))),
              ...packRightBlock(
                kind,
                { right, rightStep, rightColumn, columns, from, length, target: packedRight },
                checkpoint,
              ),
            ]),
        forEach(row, { to: rows, step: rowBlock }, [
          packed(packLeft, {
            from: add32(left, add32(op('i32.mul', row, leftRow), op('i32.mul', from, leftStep))),
            across: leftRow,
            along: leftStep,
            count: least(i32(rowBlock), sub(rows, row)),
            depth: length,
            target: packedLeft,
          }),
          ...overColumns(kind, params, { block, checkpoint }),
        ]),
        advance(from, length),
      ],
    },
  ];
}

type RightBlock = Pick<Parameters, 'right' | 'rightStep' | 'rightColumn' | 'columns' | 'target'> & {
  /** Which steps of the depth. */
  readonly from: Local;
  readonly length: Local;
};

/** Packs all columns of a block of the depth. */
function packRightBlock(
  { type }: Kind,
  { right, rightStep, rightColumn, columns, from, length, target }: RightBlock,
  checkpoint: ImportedFunction,
): Statement[] {
  const first = new Local('i32', 'firstColumn');
  return [
    forEach(first, { to: columns, step: columnsPackedAtOnce }, [
      run(checkpoint),
      packed(makePacking(type, panelColumns(type)), {
        from: add32(right, add32(op('i32.mul', from, rightStep), op('i32.mul', first, rightColumn))),
        across: rightColumn,
        along: rightStep,
        count: least(i32(columnsPackedAtOnce), sub(columns, first)),
        depth: length,
        target: add32(target, op('i32.mul', op('i32.mul', first, length), i32(type.size))),
      }),
    ]),
  ];
}

interface Block {
  readonly length: Local;
  readonly packedLeft: Local;
  readonly packedRight: Local;
  readonly row: Local;
}

/** Block after block of the columns, as long as blocks of the depth: OpenBLAS begins its groups anew in each. */
function overColumns(
  kind: Kind,
  params: Parameters,
  { block, checkpoint }: { block: Block; checkpoint: ImportedFunction },
): Statement[] {
  const { type, blockDepth, blockMultiple } = kind;
  const width = panelColumns(type);
  const { target, rows, columns, isSymmetric, work } = params;
  const [first, blockColumns, rest, column, panelLeft, panelRight, row, end] = [
    'first',
    'blockColumns',
    'restColumns',
    'column',
    'panelLeft',
    'panelRight',
    'tileRow',
    'endRow',
  ].map((name) => new Local('i32', name));
  const tile = makeTileRoutine(kind);
  const panelBytes = (lines: number): Expression => op('i32.mul', block.length, i32(lines * type.size));
  const columnAt = add32(first, column);
  return [
    set(first, i32(0)),
    set(panelRight, block.packedRight),
    set(end, least(add32(block.row, i32(rowBlock)), rows)),
    {
      kind: 'while',
      condition: op('i32.lt_s', first, columns),
      body: [
        run(checkpoint),
        set(rest, sub(columns, first)),
        set(blockColumns, blockLength(rest, blockDepth, upHalf(rest, blockMultiple))),
        forEach(column, { to: blockColumns, step: width }, [
          set(panelLeft, block.packedLeft),
          forEach(row, { from: block.row, to: end, step: panelRows }, [
            run(
              tile,
              panelLeft,
              panelRight,
              block.length,
              add32(target, bytesOf(type, add32(op('i32.mul', row, columns), columnAt))),
              row,
              rows,
              sub(blockColumns, column),
              columns,
              isSymmetric,
              op('i32.div_u', column, i32(width)),
              op('i32.div_u', blockColumns, i32(width)),
              op('i32.eqz', first),
              work,
            ),
            advance(panelLeft, panelBytes(panelRows)),
          ]),
          advance(panelRight, panelBytes(width)),
        ]),
        advance(first, blockColumns),
      ],
    },
  ];
}
