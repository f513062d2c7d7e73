/** `numpy.char` and `numpy.strings`: the methods of `str` on every element of arrays of text. */
import { type DType, isText } from '../../../tensor/dtype.ts';
import { broadcastTo, type NDArray, zeros } from '../../../tensor/ndarray.ts';
import { broadcastShapes, elementCount } from '../../../tensor/shape.ts';
import { type TextDType, textLength, withTextLength } from '../../../tensor/textElement.ts';
import { raiseTypeError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { getAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { lengthOf } from '../../protocols/items.ts';
import { binaryFunctions } from '../../protocols/operators.ts';
import { runtime } from '../../runtime.ts';
import type { NativeBody } from '../../signature.ts';
import type { PyModule, Value } from '../../values.ts';
import { arrayOf, elementOf, fitted, numpyVersion, reserve } from './conversion.ts';
import { presented, pythonNumber } from './numpyScalar.ts';

/** One element, and the arguments that belong to it. */
type OnElement = (element: Value, ...args: Value[]) => Value;

/** The type of the results, or how it follows from the arguments. */
type TypeRule = DType | ((arrays: readonly NDArray[]) => DType);

/** That of the texts. */
const own = (arrays: readonly NDArray[]): DType => arrays[0]!.dtype;

/** The same for other letters; an array without axes stays one. */
const cased: TypeRule = (arrays) => own(arrays);

const largest = (array: NDArray | undefined): number =>
  array === undefined ? 0 : Math.max(0, ...Array.from(array.elements() as ArrayLike<bigint>, Number));

/** Texts of the first array's kind; NumPy 2 takes the length of the longest. */
const ofLength = ([first]: readonly NDArray[], length: number): DType =>
  withTextLength(first!.dtype as TextDType, numpyVersion() === 1 ? Math.max(1, length) : 0);

/** NumPy 1.24 cuts at the width. */
const padded: TypeRule = (arrays) => ofLength(arrays, largest(arrays[1]));

const repeated: TypeRule = (arrays) =>
  ofLength(arrays, textLength(arrays[0]!.dtype as TextDType) * largest(arrays[1]));

/** As many characters as the texts need. */
const fitting: TypeRule = ([first]) => withTextLength(first!.dtype as TextDType, 0);

/** `body` on elements of the arrays, broadcast together; the first has to be of text. */
const elementwise =
  (body: OnElement, type: TypeRule): NativeBody =>
  (value: Value, ...given: (Value | undefined)[]) => {
    const wanted = [value, ...given.filter((each) => each !== undefined && each !== null)] as Value[];
    const arrays = wanted.map((each) => arrayOf(each));
    if (!isText(arrays[0]!.dtype)) raiseTypeError('string operation on non-string array');
    const dtype = typeof type === 'string' ? type : type(arrays);
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
    return type === cased || (type === own && numpyVersion() === 1) ? result : presented(fitted(result));
  };

const byMethod =
  (name: string): OnElement =>
  (element, ...args) =>
    call(getAttribute(element, name), args);

const cases = {
  'upper(a)': 'upper',
  'lower(a)': 'lower',
  'capitalize(a)': 'capitalize',
  'title(a)': 'title',
  'swapcase(a)': 'swapcase',
} as const;

const stripping = {
  'strip(a, chars?)': 'strip',
  'lstrip(a, chars?)': 'lstrip',
  'rstrip(a, chars?)': 'rstrip',
} as const;

const texts = {
  'replace(a, old, new, count?)': 'replace',
} as const;

const padding = {
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

const functionsOf = (table: Readonly<Record<string, string>>, dtype: TypeRule): Record<string, NativeBody> =>
  Object.fromEntries(
    Object.entries(table).map(([signature, name]) => [signature, elementwise(byMethod(name), dtype)]),
  );

/** Makes the module of this name. */
export const charModule = (name: 'numpy.char' | 'numpy.strings'): PyModule =>
  defineModule({
    name,
    functions: {
      ...functionsOf(cases, cased),
      ...functionsOf(stripping, own),
      ...functionsOf(padding, padded),
      ...functionsOf(texts, fitting),
      ...functionsOf(integers, 'int64'),
      ...functionsOf(tests, 'bool'),
      'str_len(x, /)': elementwise((element) => lengthOf(element), 'int64'),
      'add(x1, x2, /)': elementwise((a, b) => binaryFunctions['+'](a, b!), fitting),
      'multiply(a, i)': elementwise((a, i) => binaryFunctions['*'](a, i!), repeated),
    },
    refused: '*',
  });
