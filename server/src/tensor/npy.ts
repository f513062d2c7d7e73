/** The header of a `.npy` file, versions 1 to 3 (NumPy's `numpy.lib.format`). The bytes after it are not looked at. */

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
  return {
    descr: descr[1] ?? descr[2]!,
    isFortranOrder: order === 'True',
    shape: shape
      .split(',')
      .map((part) => part.trim().replace('L', ''))
      .filter((part) => part !== '')
      .map(Number),
    dataOffset: begin + length,
  };
}
