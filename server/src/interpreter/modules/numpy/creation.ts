/** Functions that make arrays from values: array, zeros, full, empty_like, frombuffer, … Ranges are in ranges.ts. */
import { fromBytes } from '../../../tensor/bytes.ts';
import { byteSize, type DType, type Element, kindOf } from '../../../tensor/dtype.ts';
import { mapElements } from '../../../tensor/elementwise.ts';
import { broadcastTo, cast, full, type NDArray, zeros } from '../../../tensor/ndarray.ts';
import { elementCount, type Shape } from '../../../tensor/shape.ts';
import { reshape, transpose } from '../../../tensor/shaping.ts';
import { withTextLength } from '../../../tensor/textElement.ts';
import { notSupported, raiseKeyError, raiseValueError } from '../../exceptions.ts';
import { iterate, toArray } from '../../protocols/iteration.ts';
import { runtime } from '../../runtime.ts';
import { PyBytes, PyFloat, PyList, type Value } from '../../values.ts';
import { flag, type Given, integerOf, isMissing, type Order, orderOf, shapeOf } from './arguments.ts';
import {
  anyBytes,
  anyText,
  arrayOf,
  castChecked,
  elementOf,
  hasNonFinite,
  numpyVersion,
  reserve,
} from './conversion.ts';
import { optionalDType, toDType } from './dtypeObjects.ts';
import { plainArray } from './matrixClass.ts';
import { commonType, operandArray, operandOf } from './promotion.ts';
import { asReadOnly } from './readOnly.ts';

const isFortran = (array: NDArray): boolean => !array.isContiguous && transpose(array).isContiguous;

/** The array in a memory order: itself where it has that order. */
export function inOrder(array: NDArray, order: Order): NDArray {
  if (order === 'C') return array.isContiguous ? array : array.copy();
  if (order !== 'F' || transpose(array).isContiguous) return array;
  return transpose(transpose(array).copy());
}

/** A copy that keeps the memory order where `order` says so. */
export function copyInOrder(array: NDArray, order: Order): NDArray {
  reserve(array.dtype, array.size);
  const keepsFortran = order === 'F' || (order !== 'C' && isFortran(array));
  return keepsFortran ? transpose(transpose(array).copy()) : array.copy();
}

function array(value: Value, ...[dtype, copy, order, _subok, ndmin]: Given): NDArray {
  const found = arrayOf(value, optionalDType(dtype));
  const isShared = found === value;
  if (copy === false && !isShared && numpyVersion() === 2) raiseValueError(neverCopies);
  const layout = orderOf(order ?? 'K');
  const own = isShared && flag(copy, true) ? copyInOrder(found, layout) : inOrder(found, layout);
  const wanted = isMissing(ndmin) ? 0 : integerOf(ndmin);
  return wanted > own.ndim
    ? reshape(own, [...new Array<number>(wanted - own.ndim).fill(1), ...own.shape])
    : own;
}

const neverCopies =
  'Unable to avoid copy while creating an array as requested.\nIf using `np.array(obj, copy=False)` replace it with `np.asarray(obj)` to allow a copy when needed (no behavior change in NumPy 1.x).\nFor more details, see https://numpy.org/devdocs/numpy_2_0_migration_guide.html#adapting-to-changes-in-the-copy-keyword.';

const asAnyArray = (value: Value, dtype?: Value, order?: Value): NDArray =>
  inOrder(arrayOf(value, optionalDType(dtype)), orderOf(order ?? 'K'));

const asArray = (value: Value, dtype?: Value, order?: Value): NDArray =>
  plainArray(asAnyArray(value, dtype, order));

function asFloatArray(value: Value, dtype?: Value): NDArray {
  const wanted = isMissing(dtype) ? 'float64' : toDType(dtype);
  return arrayOf(value, kindOf(wanted) === 'float' ? wanted : 'float64');
}

function checkFinite(value: Value, dtype?: Value, order?: Value): NDArray {
  const found = asArray(value, dtype, order);
  if (hasNonFinite(found)) raiseValueError('array must not contain infs or NaNs');
  return found;
}

function filled(shape: Shape, dtype: DType, value: Element): NDArray {
  const type = dtype === anyText || dtype === anyBytes ? withTextLength(dtype, 1) : dtype;
  reserve(type, Math.max(0, elementCount(shape)));
  return value === 0 ? zeros(type, shape) : full(type, shape, value);
}

const maker =
  (value: number) =>
  (shape: Value, dtype?: Value, order?: Value): NDArray =>
    inOrder(filled(shapeOf(shape), isMissing(dtype) ? 'float64' : toDType(dtype), value), orderOf(order));

/** The order of an array that is made like another one. */
const likeOrder = (order: Value | undefined, model: NDArray): Order => {
  const wanted = orderOf(order ?? 'K');
  return wanted === 'K' || wanted === 'A' ? (isFortran(model) ? 'F' : 'C') : wanted;
};

const likeMaker =
  (value: number) =>
  (model: Value, ...[dtype, order, _subok, shape]: Given): NDArray => {
    const source = arrayOf(model);
    const lengths = isMissing(shape) ? source.shape : shapeOf(shape);
    return inOrder(filled(lengths, optionalDType(dtype) ?? source.dtype, value), likeOrder(order, source));
  };

const fullOf = (shape: Value, value: Value, dtype?: Value, order?: Value): NDArray =>
  inOrder(spreadValue(shapeOf(shape), value, optionalDType(dtype) ?? arrayOf(value).dtype), orderOf(order));

function spreadValue(shape: Shape, value: Value, dtype: DType): NDArray {
  reserve(dtype, Math.max(0, elementCount(shape)));
  const source = arrayOf(value);
  if (source.ndim > 0) return broadcastTo(castChecked(source, dtype), shape, 'input array').copy();
  return full(dtype, shape, elementOf(value, dtype));
}

function fullLike(model: Value, value: Value, ...[dtype, order, _subok, shape]: Given): NDArray {
  const source = arrayOf(model);
  const lengths = isMissing(shape) ? source.shape : shapeOf(shape);
  const made = spreadValue(lengths, value, optionalDType(dtype) ?? source.dtype);
  return inOrder(made, likeOrder(order, source));
}

function fromIterable(iterable: Value, dtype: Value, count?: Value): NDArray {
  const type = toDType(dtype);
  const limit = isMissing(count) ? -1 : integerOf(count);
  const next = iterate(iterable);
  const found: Element[] = [];
  while (limit < 0 || found.length < limit) {
    const item = next();
    if (item === undefined) break;
    runtime().checkpoint();
    found.push(elementOf(item, type));
  }
  if (found.length < limit)
    raiseValueError(`iterator too short: Expected ${limit} but iterator had only ${found.length} items.`);
  reserve(type, found.length);
  const result = zeros(type, [found.length]);
  for (let i = 0; i < found.length; i++) result.storage[i] = found[i] as never;
  return result;
}

function fromBuffer(buffer: Value, ...[dtype, count, offset]: Given): NDArray {
  if (!(buffer instanceof PyBytes)) return notSupported('numpy.frombuffer of anything but bytes');
  const type = isMissing(dtype) ? 'float64' : toDType(dtype);
  const start = isMissing(offset) ? 0 : integerOf(offset);
  const size = byteSize(type);
  const rest = buffer.data.length - start;
  if (start < 0 || rest < 0)
    raiseValueError(`offset must be non-negative and no greater than buffer length (${buffer.data.length})`);
  const wanted = isMissing(count) ? -1 : integerOf(count);
  if (wanted < 0 && rest % size !== 0) raiseValueError('buffer size must be a multiple of element size');
  const length = wanted < 0 ? rest / size : wanted;
  if (length * size > rest) raiseValueError('buffer is smaller than requested size');
  return asReadOnly(fromBytes(type, buffer.data.subarray(start, start + length * size)));
}

function fromText(text: Value, ...[dtype, count, separator]: Given): NDArray {
  const mark = isMissing(separator) ? '' : separator;
  if (typeof text !== 'string' || typeof mark !== 'string')
    return notSupported('numpy.fromstring of this text');
  if (mark === '') raiseValueError('The binary mode of fromstring is removed, use frombuffer instead');
  const type = isMissing(dtype) ? 'float64' : toDType(dtype);
  const words = mark.trim() === '' ? text.trim().split(/\s+/) : text.split(mark.trim());
  const values = words.map((word) => word.trim()).filter((word) => word !== '');
  if (values.some((word) => !Number.isFinite(Number(word)) && !/^[+-]?(inf|nan)$/i.test(word)))
    return notSupported('numpy.fromstring of text that holds more than numbers');
  const limit = isMissing(count) ? -1 : integerOf(count);
  const numbers = values.map((word) => new PyFloat(numberOfWord(word)));
  return arrayOf(new PyList(limit < 0 ? numbers : numbers.slice(0, limit)), type);
}

function numberOfWord(word: string): number {
  if (/nan/i.test(word)) return Number.NaN;
  if (!/inf/i.test(word)) return Number(word);
  return word.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

const requirements = new Map(
  Object.entries({
    C: 'C',
    C_CONTIGUOUS: 'C',
    CONTIGUOUS: 'C',
    F: 'F',
    F_CONTIGUOUS: 'F',
    FORTRAN: 'F',
    A: 'A',
    ALIGNED: 'A',
    W: 'W',
    WRITEABLE: 'W',
    O: 'O',
    OWNDATA: 'O',
    E: 'E',
    ENSUREARRAY: 'E',
  }),
);

function require(value: Value, dtype?: Value, wishes?: Value): NDArray {
  const given = isMissing(wishes) ? [] : typeof wishes === 'string' ? [wishes] : toArray(wishes);
  const wanted = new Set(
    given.map((wish) => requirements.get(String(wish).toUpperCase()) ?? raiseKeyError(wish)),
  );
  if (wanted.has('C') && wanted.has('F')) raiseValueError('Cannot specify both "C" and "F" order');
  return asArray(value, dtype, wanted.has('F') ? 'F' : wanted.has('C') ? 'C' : 'A');
}

/** `x` where the mask is true, else `y`; both in one type. */
export const mix = (mask: NDArray, x: NDArray, y: NDArray): NDArray =>
  mapElements((chosen, a, b) => (chosen ? a : b), [cast(mask, 'bool'), x, y], x.dtype);

/** `np.where(condition, x, y)`. */
export function select(condition: NDArray, x: Value, y: Value): NDArray {
  const operands = [x, y].map(
    (value) => operandOf(value) ?? { kind: 'array' as const, array: arrayOf(value) },
  );
  const common = commonType(operands);
  const [a, b] = operands.map((operand) => cast(operandArray(operand, common), common));
  return mix(condition, a!, b!);
}

/** Functions of the module. */
export const creationFunctions = {
  'array(object, dtype?, *, copy?, order?, subok?, ndmin?, like?)': array,
  'asarray(a, dtype?, order?, *, copy?, device?, like?)': asArray,
  'asanyarray(a, dtype?, order?, *, copy?, device?, like?)': asAnyArray,
  'asarray_chkfinite(a, dtype?, order?)': checkFinite,
  'asfarray(a, dtype?)': asFloatArray,
  'asfortranarray(a, dtype?, *, like?)': (value: Value, dtype?: Value) => asArray(value, dtype, 'F'),
  'ascontiguousarray(a, dtype?, *, like?)': (value: Value, dtype?: Value) => {
    const found = asArray(value, dtype, 'C');
    return found.ndim === 0 ? reshape(found, [1]) : found;
  },
  'require(a, dtype?, requirements?, *, like?)': require,
  'copy(a, order?, subok?)': (value: Value, order?: Value) =>
    copyInOrder(arrayOf(value), orderOf(order ?? 'K')),
  'zeros(shape, dtype?, order?, *, like?)': maker(0),
  'ones(shape, dtype?, order?, *, device?, like?)': maker(1),
  'empty(shape, dtype?, order?, *, device?, like?)': maker(0),
  'zeros_like(a, dtype?, order?, subok?, shape?, *, device?)': likeMaker(0),
  'ones_like(a, dtype?, order?, subok?, shape?, *, device?)': likeMaker(1),
  'empty_like(a, dtype?, order?, subok?, shape?, *, device?)': likeMaker(0),
  'full(shape, fill_value, dtype?, order?, *, device?, like?)': fullOf,
  'full_like(a, fill_value, dtype?, order?, subok?, shape?, *, device?)': fullLike,
  'fromiter(iter, dtype, count?, *, like?)': fromIterable,
  'frombuffer(buffer, dtype?, count?, offset?, *, like?)': fromBuffer,
  'fromstring(string, dtype?, count?, sep?, *, like?)': fromText,
};
