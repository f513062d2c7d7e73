/** tanh on vectors, step by step that of tensor/vectorTanh.ts: each lane takes the coefficients of its interval, then all go through one polynomial. */
import { tanhTables } from '../../../tensor/vectorTanh.ts';
import { type Expression, Table } from '../../loopIr/ir.ts';
import type { LaneCode, VectorFunction } from './laneCode.ts';

type V = Expression;

const rowBytes = { f64x2: 256, f32x4: 32 } as const;
/** The number of the first interval in the upper bits of a number, how many bits lie below them, and the last interval. */
const intervals = {
  f64x2: { first: 0x3fc00000 >> 19, shift: 51, count: 16 },
  f32x4: { first: 0x3d400000 >> 21, shift: 21, count: 32 },
} as const;

/** A row for each interval: its point, then the coefficients from the highest on. */
function makeTable(
  columns: readonly (readonly number[])[],
  rows: Float64Array | Float32Array,
  rowLength: number,
): Table {
  const [points, ...coefficients] = columns;
  points.forEach((point, interval) => {
    rows.set([point, ...coefficients.toReversed().map((column) => column[interval])], interval * rowLength);
  });
  return new Table('tanh', rows);
}

export const tanhTable = {
  f64x2: makeTable(tanhTables.doubles, new Float64Array(16 * 32), 32),
  f32x4: makeTable(tanhTables.singles, new Float32Array(32 * 8), 8),
} as const;

export const tanhCode: VectorFunction['write'] = (code, [x]) => {
  const { lanes } = code;
  const { first, shift, count } = intervals[lanes];
  // From 20 on it is 1.
  const size = code.bind({
    kind: 'apply',
    type: 'v128',
    op: `${lanes}.pmin`,
    args: [code.abs(x), code.number(1000)],
  });
  const index = code.clamped(code.words('sub', code.shiftRight(size, shift), first), count - 1);
  const rows = code.rows(tanhTable[lanes], index, { count, byteLength: rowBytes[lanes] });
  const [point, highest, ...rest] = coefficientsOf(code, rows);
  const y = code.sub(size, point);
  const value = rest.reduce((sum, coefficient) => code.fused(sum, y, coefficient), highest);
  return { result: code.withSignOf(value, x) };
};

const coefficientsOf = (code: LaneCode, rows: readonly Expression[]): V[] =>
  code.lanes === 'f64x2'
    ? Array.from({ length: 9 }, (_, i) => code.pairsAt(rows, 16 * i)).flat()
    : [0, 16].flatMap((offset) => code.foursAt(rows, offset));
