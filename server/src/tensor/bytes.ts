/** Arrays as bytes in memory, low byte first: copies in both directions, and windows of another type on the same memory. */
import { Complex, ComplexArray } from './complex.ts';
import {
  byteSize,
  componentType,
  type DType,
  isComplex,
  isText,
  makeStorage,
  type TypedArray,
} from './dtype.ts';
import { notSupported } from './engineError.ts';
import { componentOf, fromStorage, type NDArray } from './ndarray.ts';
import { isRecord, RecordArray } from './recordElement.ts';
import { TextArray } from './textElement.ts';

type BufferStorage = Exclude<TypedArray, ComplexArray | TextArray | RecordArray>;

/** The bytes of the elements in C order. */
export function bytesOf(array: NDArray): Uint8Array {
  const { storage } = array.copy();
  if (storage instanceof RecordArray) throw notSupported('the bytes of arrays of records');
  if (storage instanceof TextArray) throw notSupported('the bytes of arrays of text');
  if (!(storage instanceof ComplexArray))
    return new Uint8Array(storage.buffer, storage.byteOffset, storage.byteLength);
  const parts = makeStorage(componentType(array.dtype), 2 * array.size) as Float64Array;
  for (const [k, part] of (['re', 'im'] as const).entries())
    componentOf(array, part)
      .copy()
      .elements()
      .forEach((value: unknown, i: number) => {
        parts[2 * i + k] = value as number;
      });
  return new Uint8Array(parts.buffer);
}

/** The elements whose bytes follow each other. */
export function fromBytes(dtype: DType, bytes: Uint8Array): NDArray {
  if (isRecord(dtype)) throw notSupported('bytes as arrays of records');
  if (isText(dtype)) throw notSupported('bytes as arrays of text');
  const length = bytes.length / byteSize(dtype);
  const storage = makeStorage(dtype, length);
  const parts = isComplex(dtype) ? makeStorage(componentType(dtype), 2 * length) : storage;
  const { buffer } = parts as BufferStorage;
  new Uint8Array(buffer).set(bytes);
  if (storage instanceof ComplexArray)
    for (let i = 0; i < length; i++) storage[i] = new Complex(Number(parts[2 * i]), Number(parts[2 * i + 1]));
  return fromStorage(dtype, storage, [length]);
}
