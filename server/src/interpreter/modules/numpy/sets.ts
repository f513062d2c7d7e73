/** Arrays as sets: unique in all its forms, isin, intersect1d, union1d, setdiff1d, setxor1d. */
import { Complex } from '../../../tensor/complex.ts';
import { hasNaN } from '../../../tensor/complexFunctions.ts';
import { type Element, promote } from '../../../tensor/dtype.ts';
import { mapElements } from '../../../tensor/elementwise.ts';
import { cast, fromStorage, type NDArray } from '../../../tensor/ndarray.ts';
import { compareElements, compareRows, type Groups, groupsOf } from '../../../tensor/ordering.ts';
import { RecordElement } from '../../../tensor/recordElement.ts';
import { elementCount } from '../../../tensor/shape.ts';
import { concatenate, permute, reshape } from '../../../tensor/shaping.ts';
import { Text } from '../../../tensor/textElement.ts';
import { notSupported } from '../../exceptions.ts';
import { call } from '../../protocols/calls.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import { namedTuple } from '../standard/collections/namedTuple.ts';
import { axisOf, flag, type Given, isMissing } from './arguments.ts';
import { flat } from './arrayMath.ts';
import { arrayOf, integerVector, numpyVersion } from './conversion.ts';
import { takeAxis } from './manipulation.ts';
import { presented } from './numpyScalar.ts';
import { sorted } from './ordering.ts';

interface UniqueRequest {
  readonly index: boolean;
  readonly inverse: boolean;
  readonly counts: boolean;
  readonly equalNan: boolean;
}

function uniqueAlong(array: NDArray, axis: number): { groups: Groups; pick: (rows: NDArray) => NDArray } {
  const moved = permute(array, [axis, ...[...array.shape.keys()].filter((at) => at !== axis)]);
  const count = array.shape[axis];
  const length = elementCount(moved.shape.slice(1));
  const groups = groupsOf(count, compareRows(moved.elements(), length));
  return { groups, pick: (rows) => takeAxis(array, rows, axis) };
}

function uniqueOf(value: Value, axis: Value | undefined, request: UniqueRequest): Value[] {
  const given = arrayOf(value);
  if (isMissing(axis) && !request.index && !request.inverse && !request.counts)
    return [distinct(flat(given), request.equalNan)];
  const array = isMissing(axis) ? flat(given) : given;
  const at = isMissing(axis) ? 0 : axisOf(axis, given.ndim);
  const values = array.elements();
  const { groups, pick } =
    array.ndim > 1
      ? uniqueAlong(array, at)
      : {
          groups: groupsOf(array.size, (i, j) => compareNan(values[i], values[j], request.equalNan)),
          pick: (rows: NDArray) => takeAxis(array, rows, 0),
        };
  const found: Value[] = [pick(integerVector(groups.firsts))];
  if (request.index) found.push(integerVector(groups.firsts));
  if (request.inverse) found.push(inverseOf(integerVector(groups.inverse), given, axis));
  if (request.counts) found.push(integerVector(groups.counts));
  return found;
}

/** NumPy 2 gives the inverse in the shape of the array. */
const inverseOf = (inverse: NDArray, given: NDArray, axis: Value | undefined): NDArray =>
  numpyVersion() === 2 && isMissing(axis) ? reshape(inverse, given.shape) : inverse;

const compareNan = (a: Element, b: Element, equalNan: boolean): number =>
  compareElements(a, b) || (!equalNan && isNaNElement(a) && isNaNElement(b) ? 1 : 0);

/** The distinct elements, sorted. */
const isNaNElement = (element: Element): boolean =>
  element instanceof Complex ? hasNaN(element) : Number.isNaN(element as number);

function distinct(array: NDArray, equalNan = true): NDArray {
  const { storage } = sorted(array);
  let count = 0;
  for (let i = 0; i < storage.length; i++) {
    const isSame =
      i > 0 && compareElements(storage[i], storage[i - 1]) === 0 && (equalNan || !isNaNElement(storage[i]));
    if (!isSame) storage[count++] = storage[i];
  }
  return fromStorage(array.dtype, storage.slice(0, count), [count]);
}

function unique(value: Value, ...[index, inverse, counts, axis, equalNan]: Given): Value {
  const found = uniqueOf(value, axis, {
    index: flag(index, false),
    inverse: flag(inverse, false),
    counts: flag(counts, false),
    equalNan: flag(equalNan, true),
  });
  return found.length === 1 ? found[0] : new PyTuple(found);
}

/** The functions of the array API standard: no NaN equals another. */
const standardUnique =
  (name: string, fields: readonly string[], request: Omit<UniqueRequest, 'equalNan'>) =>
  (value: Value): Value =>
    call(
      namedTuple(name, new PyList([...fields])),
      uniqueOf(value, undefined, { ...request, equalNan: false }),
    );

// -------------------------------------------------------------------------------------------------------- membership

/** What two elements have in common exactly when they are equal, but for NaN. */
const keyOf = (element: Element): number | bigint | string => {
  if (element instanceof RecordElement) return notSupported('sets of records');
  if (element instanceof Text) return element.value;
  if (!(element instanceof Complex)) return element;
  return hasNaN(element) ? Number.NaN : `${element.re + 0},${element.im + 0}`;
};

function isIn(element: Value, tests: Value, options: { isInverted: boolean }): NDArray {
  const [array, among] = [arrayOf(element), flat(arrayOf(tests))];
  const dtype = promote(array.dtype, among.dtype);
  const known = new Set(Array.from(cast(among, dtype).elements() as ArrayLike<Element>, keyOf));
  return mapElements(
    (value) => ((known.has(keyOf(value)) && !Number.isNaN(keyOf(value))) !== options.isInverted ? 1 : 0),
    [cast(array, dtype)],
    'bool',
  );
}

const inSet = (a: Value, b: Value, ...[_unique, invert]: Given): NDArray =>
  isIn(flat(arrayOf(a)), b, { isInverted: flag(invert, false) });

/** Two vectors in one type. */
function pairOf(a: Value, b: Value): [NDArray, NDArray] {
  const [x, y] = [flat(arrayOf(a)), flat(arrayOf(b))];
  const dtype = promote(x.dtype, y.dtype);
  return [cast(x, dtype), cast(y, dtype)];
}

const keep = (array: NDArray, mask: NDArray): NDArray => {
  const flags = mask.elements();
  return takeAxis(array, integerVector([...flags.keys()].filter((i) => flags[i])), 0);
};

function intersect(a: Value, b: Value, ...[_unique, wantsIndices]: Given): Value {
  const [x, y] = pairOf(a, b);
  const common = keep(distinct(x), isIn(distinct(x), y, { isInverted: false }));
  if (!flag(wantsIndices, false)) return common;
  const placesIn = (array: NDArray): NDArray => {
    const values = Array.from(array.elements() as ArrayLike<Element>, keyOf);
    return integerVector(
      Array.from(common.elements() as ArrayLike<Element>, (value) => values.indexOf(keyOf(value))),
    );
  };
  return new PyTuple([common, placesIn(x), placesIn(y)]);
}

function difference(a: Value, b: Value, isUnique?: Value): NDArray {
  const first = flat(arrayOf(a));
  const source = flag(isUnique, false) ? first : distinct(first);
  return keep(source, isIn(source, b, { isInverted: true }));
}

function exclusive(a: Value, b: Value): NDArray {
  const [x, y] = pairOf(a, b);
  return distinct(
    concatenate([keep(x, isIn(x, y, { isInverted: true })), keep(y, isIn(y, x, { isInverted: true }))], 0),
  );
}

/** Functions of the module. */
export const setFunctions = {
  'unique(ar, return_index?, return_inverse?, return_counts?, axis?, *, equal_nan?, sorted?)': unique,
  'unique_counts(x, /)': standardUnique('UniqueCountsResult', ['values', 'counts'], {
    index: false,
    inverse: false,
    counts: true,
  }),
  'unique_inverse(x, /)': standardUnique('UniqueInverseResult', ['values', 'inverse_indices'], {
    index: false,
    inverse: true,
    counts: false,
  }),
  'unique_all(x, /)': standardUnique('UniqueAllResult', ['values', 'indices', 'inverse_indices', 'counts'], {
    index: true,
    inverse: true,
    counts: true,
  }),
  'isin(element, test_elements, assume_unique?, invert?, *, kind?)': (
    a: Value,
    b: Value,
    ...[_unique, invert]: Given
  ) => presented(isIn(arrayOf(a), b, { isInverted: flag(invert, false) })),
  'in1d(ar1, ar2, assume_unique?, invert?, *, kind?)': inSet,
  'intersect1d(ar1, ar2, assume_unique?, return_indices?)': intersect,
  'union1d(ar1, ar2)': (a: Value, b: Value) => distinct(concatenate(pairOf(a, b), 0)),
  'setdiff1d(ar1, ar2, assume_unique?)': difference,
  'setxor1d(ar1, ar2, assume_unique?)': exclusive,
};
