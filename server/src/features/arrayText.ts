/** Arrays of run events as one short line: dtype and shape first, then the ends of the data. */
import type { ArrayData, ScalarData } from '../../../protocol/src/results.ts';

/** `int64 (10,) [2 3 4 … 11]`; a scalar is `int64 11`. */
export function shortArray(array: ArrayData): string {
  const { dtype, shape, data } = array;
  if (shape.length === 0) return `${dtype} ${scalarText(data[0] ?? '')}`;
  return `${dtype} ${shapeText(shape)} ${elementsText(array)}`;
}

const shapeText = (shape: readonly number[]): string =>
  shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;

function elementsText({ shape, data }: ArrayData): string {
  const count = shape.reduce((product, length) => product * length, 1);
  const values = data.map(scalarText);
  if (count <= 6) return `[${values.join(' ')}]`;
  const isWhole = data.length === count;
  return `[${values.slice(0, 3).join(' ')} …${isWhole ? ` ${values.at(-1) ?? ''}` : ''}]`;
}

function scalarText(value: ScalarData): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return value;
  return Number.isInteger(value) && !Object.is(value, -0)
    ? String(value)
    : String(Number(value.toPrecision(6)));
}
