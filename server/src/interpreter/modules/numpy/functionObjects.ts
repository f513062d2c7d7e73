/** Functions of a program along arrays: vectorize, apply_along_axis, apply_over_axes, and iterators over places. */
import type { DType } from '../../../tensor/dtype.ts';
import { assign, broadcastTo, NDArray, positionOffset, zeros } from '../../../tensor/ndarray.ts';
import { broadcastShapes, commonShape, elementCount, type Shape } from '../../../tensor/shape.ts';
import { expandAxis, reshape } from '../../../tensor/shaping.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { tryGetAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { toArray } from '../../protocols/iteration.ts';
import { defineType } from '../../pyType.ts';
import { asText } from '../../types/textValues.ts';
import { type Keywords, type Next, PyObject, PyTuple, type Value } from '../../values.ts';
import { axisOf, isMissing, shapeOf } from './arguments.ts';
import { axisLast, lastTo } from './arrayMath.ts';
import { anyText, arrayOf, castChecked, elementOf, fitted, reserve, typeOfLeaf } from './conversion.ts';
import { toDType } from './dtypeObjects.ts';
import { unravel } from './grids.ts';
import { NumpyScalar, presented, pythonNumber } from './numpyScalar.ts';

/** The element at a place as a program sees it. */
const elementAt = (array: NDArray, position: number): Value =>
  new NumpyScalar(array.dtype, array.at(position));

// ---------------------------------------------------------------------------------------------------------- vectorize

class Vectorized extends PyObject {
  readonly callee: Value;
  readonly otypes: readonly DType[] | null;
  readonly excluded: readonly Value[];
  readonly doc: Value;
  constructor(
    callee: Value,
    options: { otypes: readonly DType[] | null; excluded: readonly Value[]; doc: Value },
  ) {
    super();
    this.callee = callee;
    this.otypes = options.otypes;
    this.excluded = options.excluded;
    this.doc = options.doc;
  }
}

function makeVectorized(args: readonly Value[], keywords: Keywords): Value {
  const names = ['pyfunc', 'otypes', 'doc', 'excluded', 'cache', 'signature'];
  const given = new Map<string, Value>(args.map((value, i) => [names[i], value]));
  for (const [name, value] of keywords ?? []) given.set(name, value);
  const callee = given.get('pyfunc');
  if (callee === undefined) return new VectorizeDecorator(keywords);
  if (!isMissing(given.get('signature'))) return notSupported('numpy.vectorize with a signature');
  const otypes = given.get('otypes');
  const types = isMissing(otypes)
    ? null
    : typeof otypes === 'string'
      ? [...otypes].map((letter) => toDType(letter))
      : toArray(otypes).map(toDType);
  const excluded = given.get('excluded');
  return new Vectorized(callee, {
    otypes: types,
    excluded: isMissing(excluded) ? [] : toArray(excluded),
    doc: given.get('doc') ?? tryGetAttribute(callee, '__doc__') ?? null,
  });
}

/** `@np.vectorize(otypes=…)` waits for its function. */
class VectorizeDecorator extends PyObject {
  readonly keywords: Keywords;
  constructor(keywords: Keywords) {
    super();
    this.keywords = keywords;
  }
}

defineType<VectorizeDecorator>({
  name: 'vectorize',
  module: 'numpy',
  class: VectorizeDecorator,
  call: (self, args) => makeVectorized(args, self.keywords),
});

export const vectorizeType = defineType<Vectorized>({
  name: 'vectorize',
  module: 'numpy',
  class: Vectorized,
  create: (_cls, args, keywords) => makeVectorized(args, keywords),
  attributes: { pyfunc: (self) => self.callee, __doc__: (self) => self.doc },
  call: callVectorized,
});

/** What the function gives for one combination of elements: its result, or its results. */
const partsOf = (result: Value): readonly Value[] => (result instanceof PyTuple ? result.items : [result]);

function callVectorized(self: Vectorized, args: readonly Value[], keywords: Keywords): Value {
  const isSpread = args.map((_, i) => !self.excluded.includes(i));
  const named = [...(keywords ?? [])];
  const spreadNames = named.filter(([name]) => !self.excluded.includes(name));
  const arrays = [...args.filter((_, i) => isSpread[i]), ...spreadNames.map(([, value]) => value)].map(
    (value) => arrayOf(value),
  );
  if (arrays.length === 0) return call(self.callee, args, keywords);
  const shape = broadcastShapes(arrays.map((array) => array.shape));
  const count = elementCount(shape);
  const spread = arrays.map((array) => broadcastTo(array, shape));
  if (count === 0 && self.otypes === null)
    raiseValueError('cannot call `vectorize` on size 0 inputs unless `otypes` is set');
  reserve('float64', count);
  const callWith = (values: readonly Value[]): Value => {
    let next = 0;
    const positional = args.map((value, at) => (isSpread[at] ? values[next++] : value));
    const byName = new Map(
      named.map(([name, value]) => [name, self.excluded.includes(name) ? value : values[next++]]),
    );
    return call(self.callee, positional, byName.size > 0 ? byName : null);
  };
  const types = self.otypes ?? typesOfTrial(callWith(spread.map((array) => elementAt(array, 0))));
  const found = types.map((dtype) => zeros(dtype, shape));
  let isTuple = types.length > 1;
  for (let i = 0; i < count; i++) {
    const result = callWith(spread.map((array) => pythonNumber(array.dtype, array.at(i))));
    isTuple ||= result instanceof PyTuple;
    for (const [part, value] of partsOf(result).entries())
      found[part].storage[i] = elementOf(value, types[part]) as never;
  }
  const results = found.map(fitted);
  return isTuple ? new PyTuple(results) : results[0];
}

/** Without `otypes` NumPy calls the function once more, on the first elements, to learn what it gives. */
const typesOfTrial = (result: Value): DType[] =>
  partsOf(result).map((part) => (asText(part) === null ? typeOfLeaf(part) : anyText));

// ---------------------------------------------------------------------------------------------------------- along axes

/** What a program passes on to its own function. */
type Extra = [args: Value[], keywords: Map<string, Value>];

function applyAlongAxis(callee: Value, axis: Value, value: Value, ...extra: Extra): Value {
  const [args, keywords] = extra;
  const array = arrayOf(value);
  const at = axisOf(axis, array.ndim);
  const rows = axisLast(array, at);
  const outer = rows.shape.slice(0, -1);
  const count = elementCount(outer);
  if (count === 0) raiseValueError('Cannot apply_along_axis when any iteration dimensions are 0');
  const length = rows.shape[rows.ndim - 1];
  const matrix = reshape(rows, [count, length]);
  let result: NDArray | null = null;
  let shape: readonly number[] = [];
  for (let i = 0; i < count; i++) {
    const { strides, offset } = matrix.layout;
    const row = matrix.view({ shape: [length], strides: [strides[1]], offset: offset + i * strides[0] });
    const found = arrayOf(call(callee, [row, ...args], keywords.size > 0 ? keywords : null));
    if (result === null) {
      shape = found.shape;
      reserve(found.dtype, count * found.size);
      result = zeros(found.dtype, [count, found.size]);
    }
    const to = result.view({ shape, strides: contiguous(shape), offset: i * elementCount(shape) });
    assign(to, castChecked(found, result.dtype));
  }
  const whole = reshape(result!, [...outer, ...shape]);
  return presented(placeResult(whole, at, shape.length));
}

function contiguous(shape: Shape): number[] {
  return shape.map((_, axis) => elementCount(shape.slice(axis + 1)));
}

/** The axes of the results stand where the axis was. */
function placeResult(whole: NDArray, axis: number, count: number): NDArray {
  let found = whole;
  for (let i = 0; i < count; i++) found = lastTo(found, axis);
  return found;
}

function applyOverAxes(callee: Value, value: Value, axes: Value): Value {
  let found = arrayOf(value);
  const { ndim } = found;
  const list = arrayOf(axes);
  for (const each of Array.from(reshape(list, [list.size]).elements(), Number)) {
    const axis = each < 0 ? each + ndim : each;
    const result = arrayOf(call(callee, [found, axis]));
    found = result.ndim === ndim ? result : expandAxis(result, axis);
    if (found.ndim !== ndim) raiseValueError('function is not returning an array of the correct shape');
  }
  return found;
}

// ----------------------------------------------------------------------------------------------------------- iterators

class PlaceIterator extends PyObject {
  readonly next: Next;
  constructor(next: Next) {
    super();
    this.next = next;
  }
}

const placeOf = (position: number, shape: Shape): PyTuple => new PyTuple(unravel(position, shape));

export const ndenumerateType = defineType<PlaceIterator>({
  name: 'ndenumerate',
  module: 'numpy',
  class: PlaceIterator,
  create: (_cls, [value]) => {
    const array = arrayOf(
      value ?? raiseTypeError("ndenumerate.__init__() missing 1 required positional argument: 'arr'"),
    );
    let position = 0;
    return new PlaceIterator(() => {
      if (position >= array.size) return undefined;
      const at = position++;
      return new PyTuple([placeOf(at, array.shape), elementAt(array, at)]);
    });
  },
  iterate: (self) => self.next,
  next: (self) => self.next(),
});

class PlaceCounter extends PyObject {
  readonly next: Next;
  constructor(next: Next) {
    super();
    this.next = next;
  }
}

export const ndindexType = defineType<PlaceCounter>({
  name: 'ndindex',
  module: 'numpy',
  class: PlaceCounter,
  create: (_cls, args) => {
    const shape = args.length === 1 ? shapeOf(args[0]) : args.flatMap((arg) => shapeOf(arg));
    if (shape.some((length) => length < 0)) raiseValueError('negative dimensions are not allowed');
    const count = elementCount(shape);
    let position = 0;
    return new PlaceCounter(() => (position < count ? placeOf(position++, shape) : undefined));
  },
  iterate: (self) => self.next,
  next: (self) => self.next(),
});

// -------------------------------------------------------------------------------------------------------------- nditer

class ArrayIterator extends PyObject {
  readonly arrays: readonly NDArray[];
  readonly shape: Shape;
  readonly isWriting: boolean;
  readonly hasPlaces: boolean;
  position = -1;
  constructor(arrays: readonly NDArray[], options: { isWriting: boolean; hasPlaces: boolean }) {
    super();
    this.shape = broadcastShapes(arrays.map((array) => array.shape));
    this.arrays = arrays.map((array) => broadcastTo(array, this.shape));
    this.isWriting = options.isWriting;
    this.hasPlaces = options.hasPlaces;
  }

  get size(): number {
    return elementCount(this.shape);
  }
}

function makeIterator(args: readonly Value[], keywords: Keywords): Value {
  const flags = args[1] ?? keywords?.get('flags');
  const names = isMissing(flags) ? [] : toArray(flags).map(String);
  const unknown = names.find((name) => !knownFlags.has(name));
  if (unknown !== undefined) return notSupported(`the flag '${unknown}' of numpy.nditer`);
  const operandFlags = args[2] ?? keywords?.get('op_flags');
  const isWriting =
    !isMissing(operandFlags) &&
    toArray(operandFlags)
      .flatMap(flagNames)
      .some((name) => name === 'readwrite' || name === 'writeonly');
  for (const name of keywords?.keys() ?? [])
    if (!['flags', 'op_flags', 'order', 'op', 'casting'].includes(name))
      notSupported(`the argument ${name} of numpy.nditer`);
  const order = keywords?.get('order') ?? args[4];
  if (!isMissing(order) && order !== 'C' && order !== 'K' && order !== 'A')
    notSupported(`numpy.nditer(order='${String(order)}')`);
  const value =
    args[0] ?? keywords?.get('op') ?? raiseTypeError("nditer() missing required argument 'op' (pos 0)");
  const operands = value instanceof NDArray || !isSequence(value) ? [value] : toArray(value);
  if (operands.includes(null)) return notSupported('numpy.nditer that makes its results');
  return new ArrayIterator(
    operands.map((operand) =>
      inMemoryOrder(arrayOf(operand), { isInOrder: names.includes('multi_index') || order === 'C' }),
    ),
    { isWriting, hasPlaces: names.includes('multi_index') || names.includes('c_index') },
  );
}

/** NumPy goes through memory as it lies; ScanLens only does so where that is C order. */
function inMemoryOrder(array: NDArray, { isInOrder }: { readonly isInOrder: boolean }): NDArray {
  const { strides, shape } = array.layout;
  const lengths = strides.filter((_, axis) => shape[axis] > 1).map(Math.abs);
  const isSorted = lengths.every((stride, i) => i === 0 || lengths[i - 1] >= stride);
  return isInOrder || isSorted ? array : notSupported('numpy.nditer of an array that is not in C order');
}

const flagNames = (value: Value): string[] =>
  typeof value === 'string' ? [value] : toArray(value).map(String);
const isSequence = (value: Value): boolean =>
  value instanceof PyTuple || (typeof value === 'object' && value !== null && 'items' in value);
const knownFlags = new Set(['multi_index', 'c_index', 'refs_ok', 'zerosize_ok']);

/** The arrays without axes at the iterator's place: windows, so that `x[...] = …` writes. */
function current(self: ArrayIterator): Value {
  const found = self.arrays.map((array) =>
    array.view({ shape: [], strides: [], offset: positionOffset(array.layout, self.position) }),
  );
  return found.length === 1 ? found[0] : new PyTuple(found);
}

export const nditerType = defineType<ArrayIterator>({
  name: 'nditer',
  module: 'numpy',
  class: ArrayIterator,
  create: (_cls, args, keywords) => makeIterator(args, keywords),
  attributes: {
    multi_index: (self) => placeOf(Math.max(0, self.position), self.shape),
    index: (self) => Math.max(0, self.position),
    iterindex: (self) => Math.max(0, self.position),
    itersize: (self) => self.size,
    finished: (self) => self.position >= self.size || (self.position < 0 && self.size === 0),
    value: (self) => {
      self.position = Math.max(0, self.position);
      return current(self);
    },
    shape: (self) => new PyTuple([...self.shape]),
    ndim: (self) => self.shape.length,
    operands: (self) => new PyTuple(self.arrays),
  },
  methods: {
    'iternext()': (self: ArrayIterator) => {
      self.position = Math.max(0, self.position) + 1;
      return self.position < self.size;
    },
    'reset()': (self: ArrayIterator) => {
      self.position = -1;
      return null;
    },
    'close()': () => null,
  },
  enter: (self) => self,
  exit: () => null,
  iterate: (self) => () => (++self.position < self.size ? current(self) : undefined),
  next: (self) => (++self.position < self.size ? current(self) : undefined),
  getItem: (self, index) => {
    self.position = Math.max(0, self.position);
    const found = current(self);
    return found instanceof PyTuple ? found.items[Number(index)] : found;
  },
});

// ------------------------------------------------------------------------------------------------------------ broadcast

class Broadcast extends PyObject {
  readonly arrays: readonly NDArray[];
  readonly shape: Shape;
  position = 0;
  constructor(arrays: readonly NDArray[]) {
    super();
    this.shape = commonShape(arrays.map((array) => array.shape));
    this.arrays = arrays.map((array) => broadcastTo(array, this.shape));
  }
}

function nextOfBroadcast(self: Broadcast): Value | undefined {
  if (self.position >= elementCount(self.shape)) return undefined;
  const at = self.position++;
  return new PyTuple(self.arrays.map((array) => elementAt(array, at)));
}

export const broadcastType = defineType<Broadcast>({
  name: 'broadcast',
  module: 'numpy',
  class: Broadcast,
  create: (_cls, args) => new Broadcast(args.map((value) => arrayOf(value))),
  attributes: {
    shape: (self) => new PyTuple([...self.shape]),
    ndim: (self) => self.shape.length,
    nd: (self) => self.shape.length,
    size: (self) => elementCount(self.shape),
    numiter: (self) => self.arrays.length,
    index: (self) => self.position,
  },
  methods: {
    'reset()': (self: Broadcast) => {
      self.position = 0;
      return null;
    },
  },
  iterate: (self) => () => nextOfBroadcast(self),
  next: nextOfBroadcast,
});

/** Values of the module. */
export const functionObjectValues: Readonly<Record<string, Value>> = {
  vectorize: vectorizeType,
  ndenumerate: ndenumerateType,
  ndindex: ndindexType,
  nditer: nditerType,
  broadcast: broadcastType,
};

/** Functions of the module. */
export const alongFunctions = {
  'apply_along_axis(func1d, axis, arr, *args, **kwargs)': applyAlongAxis,
  'apply_over_axes(func, a, axes)': applyOverAxes,
};
