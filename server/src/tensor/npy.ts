/** The header of a `.npy` file, versions 1 to 3 (NumPy's `numpy.lib.format`). The bytes after it are not looked at. */

import { printShape } from './shape.ts';

export interface NpyHeader {
  /** As it is written: `<f8`, `|b1`, `|O`, or the text of a structured type. */
  readonly descr: string;
  readonly isFortranOrder: boolean;
  readonly shape: readonly number[];
  /** Where the elements begin. */
  readonly dataOffset: number;
}

const magic = '\u0093NUMPY';

/** True when the bytes begin like a `.npy` file. */
export const isNpy = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, magic.length)) === magic;

/** null for a header that is broken. */
export function readNpyHeader(bytes: Uint8Array): NpyHeader | null {
  const version = bytes[6] ?? 0;
  const isLong = version >= 2;
  const lengthAt = (at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
  const begin = isLong ? 12 : 10;
  const length = lengthAt(8) + (isLong ? lengthAt(10) * 65536 : 0);
  if (version < 1 || version > 3 || length > 100_000 || begin + length > bytes.length) return null;
  const text = String.fromCharCode(...bytes.subarray(begin, begin + length));
  const descr = /'descr': *(?:'([^']*)'|(\[.*?\]))/.exec(text);
  const order = /'fortran_order': *(True|False)/.exec(text)?.[1];
  const shape = /'shape': *\(([^)]*)\)/.exec(text)?.[1];
  if (descr === null || order === undefined || shape === undefined || !/^[\d, L]*$/.test(shape)) return null;
  const lengths = shape
    .split(',')
    .map((part) => part.trim().replace('L', ''))
    .filter((part) => part !== '')
    .map(Number);
  if (!lengths.every(Number.isSafeInteger)) return null;
  return {
    descr: descr[1] ?? descr[2]!,
    isFortranOrder: order === 'True',
    shape: lengths,
    dataOffset: begin + length,
  };
}

/** How long a number of elements may become while others are added to the file: NumPy leaves room for so many digits. */
const roomForLength = 21;

/** What stands before the elements of a file: version 1.0, filled up to a multiple of 64 bytes. */
export function npyHeader({ descr, isFortranOrder, shape }: Omit<NpyHeader, 'dataOffset'>): Uint8Array {
  const order = isFortranOrder ? 'True' : 'False';
  const facts = `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${printShape(shape)}, }`;
  const growing = shape.length === 0 ? null : String(isFortranOrder ? shape.at(-1) : shape[0]);
  const text = facts + (growing === null ? '' : ' '.repeat(Math.max(0, roomForLength - growing.length)));
  const length = Math.ceil((10 + text.length + 1) / 64) * 64 - 10;
  const header = new Uint8Array(10 + length).fill(0x20);
  const write = (at: number, written: string): void => {
    for (let i = 0; i < written.length; i++) header[at + i] = written.charCodeAt(i);
  };
  write(0, magic);
  header.set([1, 0, length & 255, length >> 8], 6);
  write(10, text);
  header[10 + length - 1] = 0x0a;
  return header;
}
