/** `np.array2string`, `np.array_repr` and `np.set_printoptions`. */
import { arrayRepr, arrayText } from '../../../tensor/text.ts';
import { notSupported } from '../../exceptions.ts';
import type { Value } from '../../values.ts';
import { arrayOf, numpyVersion } from './conversion.ts';

/** Functions of the module. */
export const printFunctions = {
  'array_repr(arr)': (value: Value) => arrayRepr(arrayOf(value), numpyVersion()),
  'array_str(a)': (value: Value) => arrayText(arrayOf(value), numpyVersion()),
  'array2string(a)': (value: Value) => arrayText(arrayOf(value), numpyVersion()),
  'set_printoptions(**kwargs)': (options: ReadonlyMap<string, Value>) =>
    options.size === 0 ? null : notSupported('numpy.set_printoptions'),
};
