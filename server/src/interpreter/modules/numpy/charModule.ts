/** `numpy.char` and `numpy.strings`: the methods of `str` on every element of arrays of text. */
import { type DType, isText } from '../../../tensor/dtype.ts';
import { broadcastTo, zeros } from '../../../tensor/ndarray.ts';
import { broadcastShapes, elementCount } from '../../../tensor/shape.ts';
import { raiseTypeError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { getAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { lengthOf } from '../../protocols/items.ts';
import { binaryFunctions } from '../../protocols/operators.ts';
import { runtime } from '../../runtime.ts';
import type { NativeBody } from '../../signature.ts';
import type { PyModule, Value } from '../../values.ts';
import { anyText, arrayOf, elementOf, fitted, reserve } from './conversion.ts';
import { presented, pythonNumber } from './numpyScalar.ts';

/** One element, and the arguments that belong to it. */
type OnElement = (element: Value, ...args: Value[]) => Value;

/** `body` on elements of the arrays, broadcast together; the first has to be of text. */
const elementwise =
  (body: OnElement, dtype: DType): NativeBody =>
  (value: Value, ...given: (Value | undefined)[]) => {
    const wanted = [value, ...given.filter((each) => each !== undefined && each !== null)] as Value[];
    const arrays = wanted.map((each) => arrayOf(each));
    if (!isText(arrays[0]!.dtype)) raiseTypeError('string operation on non-string array');
    const shape = broadcastShapes(arrays.map((array) => array.shape));
    const count = elementCount(shape);
    reserve('<U8', count);
    const spread = arrays.map((array) => broadcastTo(array, shape));
    const result = zeros(dtype, shape);
    for (let i = 0; i < count; i++) {
      runtime().checkpoint();
      const [element, ...args] = spread.map((array) => pythonNumber(array.dtype, array.at(i)));
      result.storage[i] = elementOf(body(element!, ...args), dtype) as never;
    }
    return presented(fitted(result));
  };

const byMethod =
  (name: string): OnElement =>
  (element, ...args) =>
    call(getAttribute(element, name), args);

const texts = {
  'upper(a)': 'upper',
  'lower(a)': 'lower',
  'capitalize(a)': 'capitalize',
  'title(a)': 'title',
  'swapcase(a)': 'swapcase',
  'strip(a, chars?)': 'strip',
  'lstrip(a, chars?)': 'lstrip',
  'rstrip(a, chars?)': 'rstrip',
  'replace(a, old, new, count?)': 'replace',
  'center(a, width, fillchar?)': 'center',
  'ljust(a, width, fillchar?)': 'ljust',
  'rjust(a, width, fillchar?)': 'rjust',
  'zfill(a, width)': 'zfill',
} as const;

const integers = {
  'find(a, sub, start?, end?)': 'find',
  'rfind(a, sub, start?, end?)': 'rfind',
  'index(a, sub, start?, end?)': 'index',
  'rindex(a, sub, start?, end?)': 'rindex',
  'count(a, sub, start?, end?)': 'count',
} as const;

const tests = {
  'startswith(a, prefix, start?, end?)': 'startswith',
  'endswith(a, suffix, start?, end?)': 'endswith',
  'isalpha(x, /)': 'isalpha',
  'isdigit(x, /)': 'isdigit',
  'isnumeric(x, /)': 'isnumeric',
  'isdecimal(x, /)': 'isdecimal',
  'isalnum(x, /)': 'isalnum',
  'isspace(x, /)': 'isspace',
  'islower(x, /)': 'islower',
  'isupper(x, /)': 'isupper',
  'istitle(x, /)': 'istitle',
} as const;

const functionsOf = (table: Readonly<Record<string, string>>, dtype: DType): Record<string, NativeBody> =>
  Object.fromEntries(
    Object.entries(table).map(([signature, name]) => [signature, elementwise(byMethod(name), dtype)]),
  );

/** Makes the module of this name. */
export const charModule = (name: 'numpy.char' | 'numpy.strings'): PyModule =>
  defineModule({
    name,
    functions: {
      ...functionsOf(texts, anyText),
      ...functionsOf(integers, 'int64'),
      ...functionsOf(tests, 'bool'),
      'str_len(x, /)': elementwise((element) => lengthOf(element), 'int64'),
      'add(x1, x2, /)': elementwise((a, b) => binaryFunctions['+'](a, b!), anyText),
      'multiply(a, i)': elementwise((a, i) => binaryFunctions['*'](a, i!), anyText),
    },
    refused: '*',
  });
