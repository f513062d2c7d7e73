/**
 * Arrays on their way to the device and back. Contents have keys, so that nothing is brought where it is already: arrays that nobody writes to (the
 * values of shared variables and constants) have a key as long as they live, all others a new one each time.
 */
import { t } from '../../../base/l10n.ts';
import { makeStorage, type TypedArray } from '../../../tensor/dtype.ts';
import { fromStorage, type NDArray } from '../../../tensor/ndarray.ts';
import type { Shape } from '../../../tensor/shape.ts';
import { unsupported } from '../../lower/unsupported.ts';

let keyCount = 0;
export const newKey = (): number => ++keyCount;

const keys = new WeakMap<TypedArray, Map<string, number>>();

/** Which elements of its storage an array is. */
function windowText({ storage, layout, isContiguous, size }: NDArray): string {
  const { offset, shape, strides } = layout;
  return isContiguous && offset === 0 && storage.length === size ? 'whole' : `${offset};${shape};${strides}`;
}

/** The key of contents that nobody changes. */
export function lastingKey(array: NDArray): number {
  const own = keys.get(array.storage) ?? new Map<string, number>();
  keys.set(array.storage, own);
  const text = windowText(array);
  const key = own.get(text) ?? newKey();
  own.set(text, key);
  return key;
}

/** Says under which key the device has the contents of a whole storage. */
export const nameContents = (storage: TypedArray, key: number): void => {
  keys.set(storage, new Map([['whole', key]]));
};

/** The numbers in single precision. Throws `Unsupported` where one of them is not finite: devices may treat such as they like. */
export function singles(array: NDArray): Float32Array {
  const elements = array.elements();
  const data = elements instanceof Float32Array ? elements : Float32Array.from(elements as ArrayLike<number>);
  if (!areFinite(data)) throw unsupported(t('an input that is not finite'));
  return data;
}

export function areFinite(data: Float32Array): boolean {
  // A sum of finite numbers in double precision is finite, and all others make it NaN or infinite.
  let sum = 0;
  for (let i = 0; i < data.length; i++) sum += data[i];
  return Number.isFinite(sum);
}

/** Numbers from the device as an array of the type that they have in the graph. */
export function arrayOf(dtype: NDArray['dtype'], shape: Shape, data: Float32Array): NDArray {
  if (dtype === 'float32') return fromStorage(dtype, data, shape);
  const storage = makeStorage(dtype, data.length) as Float64Array;
  storage.set(data);
  return fromStorage(dtype, storage, shape);
}
