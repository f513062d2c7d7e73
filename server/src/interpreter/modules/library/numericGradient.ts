/** `numeric_grad`: the gradient of a function by differences of its values. `gradient.py` of the libraries. */
import type { DType } from '../../../tensor/dtype.ts';
import { cast, type NDArray, toElement, zeros } from '../../../tensor/ndarray.ts';
import { reshape } from '../../../tensor/shaping.ts';
import { exceptionType, notSupported, raise, raiseKeyError, raiseValueError } from '../../exceptions.ts';
import { getAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { toArray } from '../../protocols/iteration.ts';
import { dispatchBinary } from '../../protocols/operators.ts';
import { repr } from '../../protocols/text.ts';
import { runtime } from '../../runtime.ts';
import { asText } from '../../types/textValues.ts';
import { PyFloat, PyList, type PyObject, PyTuple, type PyType, type Value } from '../../values.ts';
import { arrayOf } from '../numpy/conversion.ts';
import { field, libraryClass, setField } from '../standard/libraryClass.ts';

type Missing = Value | undefined;

/** A function of NumPy, called as a program would call it. */
export const numpy = (name: string, ...args: Value[]): Value =>
  call(runtime().importModule('numpy').namespace.get(name)!, args);

/** A number, whichever library it is of. */
export const numberOf = (value: Value): number => Number(arrayOf(value).item());

/** How far apart the values are taken. */
const steps: Readonly<Record<string, number>> = { float64: 1e-7, float32: 3e-4, float16: 1e-1 };

const stepOf = (dtype: DType): number => steps[dtype] ?? raiseKeyError(dtype);

/** Points one after the other in one array, as windows on it. */
interface Packed {
  readonly all: NDArray;
  readonly parts: readonly NDArray[];
}

function packed(points: readonly NDArray[], dtype: DType): Packed {
  const all = zeros(dtype, [points.reduce((sum, point) => sum + point.size, 0)]);
  let offset = 0;
  const parts = points.map((point) => {
    const window = all.view({ shape: [point.size], strides: [1], offset });
    all.storage.set(cast(point, dtype).elements() as never, offset);
    offset += point.size;
    return reshape(window, point.shape);
  });
  return { all, parts };
}

/** The differences at every element of every point, by that element's place. */
function differences(f: Value, points: readonly NDArray[], given: number | null): readonly NDArray[] {
  const dtypes = points.map((point) => point.dtype);
  const finest = dtypes.reduce((best, dtype) => (stepOf(dtype) < stepOf(best) ? dtype : best));
  const step = new PyFloat(given ?? Math.max(...dtypes.map(stepOf)));
  const { all, parts } = packed(points, finest);
  const found = packed(
    points.map((point) => zeros(finest, point.shape)),
    finest,
  );
  const start = all.copy();
  const before = call(
    f,
    parts.map((part) => part.copy()),
  );
  for (let i = 0; i < all.size; i++) {
    runtime().checkpoint();
    all.storage.set(start.storage as never);
    const element = all.view({ shape: [], strides: [], offset: i });
    all.storage[i] = toElement(finest, numberOf(dispatchBinary('+', element, step)));
    const change = dispatchBinary('-', call(f, [...parts]), before);
    found.all.storage[i] = toElement(finest, numberOf(dispatchBinary('/', change, step)));
  }
  return found.parts;
}

function initialize(self: PyObject, ...args: Missing[]): null {
  const [f, point, step, outType] = args;
  if (outType !== undefined && outType !== null && (asText(outType) ?? '').startsWith('complex'))
    notSupported('numeric_grad of complex numbers');
  const isSeveral = point instanceof PyList || point instanceof PyTuple;
  const points = (isSeveral ? point.items : [point!]).map((one) => arrayOf(one));
  const found = differences(f!, points, step === undefined || step === null ? null : numberOf(step));
  setField(self, 'gf', isSeveral ? new PyList([...found]) : found[0]!);
  return null;
}

/** The absolute error and the one relative to the size of the numbers. */
function errorsOf(a: Value, b: Value): PyTuple {
  const size = dispatchBinary('+', numpy('abs', a), numpy('abs', b));
  const absolute = numpy('abs', dispatchBinary('-', a, b));
  const relative = dispatchBinary('/', absolute, numpy('maximum', size, new PyList([new PyFloat(1e-8)])));
  return new PyTuple([numpy('asarray', absolute), numpy('asarray', relative)]);
}

function allErrors(self: PyObject, given: Value): PyTuple[] {
  const own = toArray(field(self, 'gf'));
  const others = toArray(given);
  if (others.length !== own.length)
    raise(exceptionType('ValueError'), 'argument has wrong number of elements', others.length);
  return others.map((other, i) => {
    const shapes = [other, own[i]!].map((one) => getAttribute(one, 'shape'));
    if (repr(shapes[0]!) !== repr(shapes[1]!)) {
      const isOld = runtime().modules.has('theano');
      const text = `argument element ${i} has wrong shape`;
      raiseValueError(
        isOld ? `${text} ${repr(new PyTuple(shapes))}` : `${text}s ${shapes.map(repr).join(', ')}`,
      );
    }
    return errorsOf(other, own[i]!);
  });
}

const isWhole = (array: Value): boolean => isTrue(numpy('all', numpy('isfinite', array)));

/** The argument and the place in it where both errors exceed what is allowed most, and the errors there. */
function worst(self: PyObject, given: Value, absoluteTolerance: Value, relativeTolerance: Value): PyTuple {
  const found = allErrors(self, given).map(({ items: [absolute, relative] }) => {
    for (const [name, array] of [
      ['abs_err', absolute!],
      ['rel_err', relative!],
    ] as const)
      if (!isWhole(array)) raise(exceptionType('ValueError'), `${name} not finite`, repr(array));
    const scaled = numpy(
      'minimum',
      dispatchBinary('/', absolute!, absoluteTolerance),
      dispatchBinary('/', relative!, relativeTolerance),
    );
    const position = numpy('argmax', scaled);
    const at = (array: Value): Value => numpy('take', array, position);
    return { position, scaled: at(scaled), absolute: at(absolute!), relative: at(relative!) };
  });
  const index = numpy('argmax', new PyList(found.map(({ scaled }) => scaled)));
  const { position, absolute, relative } = found[numberOf(index)]!;
  return new PyTuple([index, position, absolute, relative]);
}

/** The class. */
export const numericGradient = (module: string): PyType =>
  libraryClass({
    name: 'numeric_grad',
    module,
    methods: {
      '__init__(f, pt, eps?, out_type?)': initialize as never,
      'abs_rel_errors(g_pt)': ((self: PyObject, given: Value) => new PyList(allErrors(self, given))) as never,
      'max_err(g_pt, abs_tol, rel_tol)': worst as never,
    },
    staticMethods: { 'abs_rel_err(a, b)': errorsOf as never },
  });

/** True for the arrays that gradients are checked at. */
export const isCheckable = (array: NDArray): boolean => steps[array.dtype] !== undefined;
