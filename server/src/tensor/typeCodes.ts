/** Element types as NumPy writes them where the byte order matters: `<f8`, `|b1`, `<M8[D]`, or a list of fields. */
import { byteSize, type DType, isText, kindOf } from './dtype.ts';
import { fieldsOf, isRecord } from './recordElement.ts';
import { isTime } from './timeElement.ts';

export const kindLetters = {
  bool: 'b',
  int: 'i',
  uint: 'u',
  float: 'f',
  complex: 'c',
  text: 'U',
  bytes: 'S',
  moment: 'M',
  span: 'm',
  record: 'V',
} as const;

const byteOrder = (dtype: DType): string => (byteSize(dtype) === 1 ? '|' : '<');

/** `<f8` and the like. */
export function codeOf(dtype: DType): string {
  if (isRecord(dtype)) return `|V${byteSize(dtype)}`;
  if (isTime(dtype)) return `<${kindLetters[kindOf(dtype)]}8${dtype.slice(dtype.indexOf('64') + 2)}`;
  const letter = kindLetters[kindOf(dtype)];
  return isText(dtype) ? dtype : `${byteOrder(dtype)}${letter}${byteSize(dtype)}`;
}

const quoted = (text: string): string =>
  text.includes("'") && !text.includes('"') ? `"${text}"` : `'${text.replace(/[\\']/g, '\\$&')}'`;

/** In a list of fields types of one byte have no byte order. */
const shownCode = (dtype: DType): string => (dtype === 'bool' ? '?' : codeOf(dtype).replace(/^\|/, ''));

/** `[('name', '<U10'), ('age', '<i4')]`. */
export const fieldsText = (dtype: DType): string =>
  isRecord(dtype)
    ? `[${fieldsOf(dtype)
        .map((field) => `(${quoted(field.name)}, ${quoted(shownCode(field.dtype as DType))})`)
        .join(', ')}]`
    : codeOf(dtype);
