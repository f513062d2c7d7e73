/** `numpy.fft`. The transforms are in `tensor/fourier.ts`. */
import { Complex } from '../../../tensor/complex.ts';
import { isComplex } from '../../../tensor/dtype.ts';
import { type Direction, type Signal, transform } from '../../../tensor/fourier.ts';
import { cast, fromValues, type NDArray } from '../../../tensor/ndarray.ts';
import { concatenate, permute } from '../../../tensor/shaping.ts';
import { raiseValueError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { repr } from '../../protocols/text.ts';
import { runtime } from '../../runtime.ts';
import type { NativeBody } from '../../signature.ts';
import { toFloat } from '../../types/numberTypes.ts';
import { type PyModule, PyTuple, type Value } from '../../values.ts';
import { axisOf, type Given, integerOf, isMissing, shapeOf } from './arguments.ts';
import { arrayOf, numpyVersion, reserve } from './conversion.ts';

/** What is done along one axis. */
interface Request {
  readonly direction: Direction;
  /** The length of the transform; missing: that of the axis. */
  readonly length?: number | undefined;
  readonly axis: number;
  readonly norm: Value | undefined;
}

/** The factor of a transform of `n` elements. */
function factorOf(n: number, direction: Direction, norm: Value | undefined): number {
  if (norm === 'ortho') return 1 / Math.sqrt(n);
  if (!isMissing(norm) && norm !== 'backward' && norm !== 'forward')
    raiseValueError(`Invalid norm value ${repr(norm)}; should be "backward", "ortho" or "forward".`);
  return (direction === 1) === (norm !== 'forward') ? 1 / n : 1;
}

function lengthOf(given: Value | undefined, own: number): number {
  const length = isMissing(given) ? own : integerOf(given);
  if (length < 1) raiseValueError(`Invalid number of FFT data points (${length}) specified.`);
  return length;
}

/** Applies `body` to every line along the axis; lines are cut or filled with zeros to `length`. */
function alongAxis(
  array: NDArray,
  { axis, length, output }: { axis: number; length: number; output: number },
  body: (line: Signal) => Signal,
): NDArray {
  const others = array.shape.map((_, each) => each).filter((each) => each !== axis);
  const rows = permute(array, [...others, axis]);
  const own = array.shape[axis]!;
  const values = cast(rows, 'complex128').elements() as unknown as Complex[];
  const count = own === 0 ? 0 : array.size / own;
  reserve('complex128', count * output * 2);
  const results: Complex[] = [];
  for (let row = 0; row < count; row++) {
    runtime().checkpoint();
    const line = { re: new Float64Array(length), im: new Float64Array(length) };
    for (let i = 0; i < Math.min(own, length); i++) {
      const value = values[row * own + i]!;
      line.re[i] = value.re;
      line.im[i] = value.im;
    }
    const made = body(line);
    for (let i = 0; i < output; i++) results.push(new Complex(made.re[i]!, made.im[i]!));
  }
  const single = numpyVersion() === 2 && (array.dtype === 'float32' || array.dtype === 'complex64');
  const shape = [...others.map((each) => array.shape[each]!), output];
  const made = fromValues(single ? 'complex64' : 'complex128', shape, results);
  const back = array.shape.map((_, each) => (each === axis ? others.length : others.indexOf(each)));
  return permute(made, back).copy();
}

function scaled({ re, im }: Signal, factor: number): Signal {
  return factor === 1 ? { re, im } : { re: re.map((x) => x * factor), im: im.map((y) => y * factor) };
}

function complexTransform(array: NDArray, request: Request): NDArray {
  const { direction, axis } = request;
  const length = request.length ?? lengthOf(undefined, array.shape[axis]!);
  const factor = factorOf(length, direction, request.norm);
  return alongAxis(array, { axis, length, output: length }, (line) =>
    scaled(transform(line, direction), factor),
  );
}

const oneAxis =
  (direction: Direction): NativeBody =>
  (value: Value, ...[n, axis, norm]: Given) => {
    const array = arrayOf(value);
    const at = axisOf(isMissing(axis) ? -1 : axis, array.ndim);
    const length = lengthOf(n, array.shape[at]!);
    return complexTransform(array, { direction, length, axis: at, norm });
  };

function realForward(value: Value, ...[n, axis, norm]: Given): NDArray {
  const array = arrayOf(value);
  if (isComplex(array.dtype)) return raiseComplexInput();
  const at = axisOf(isMissing(axis) ? -1 : axis, array.ndim);
  const length = lengthOf(n, array.shape[at]!);
  const factor = factorOf(length, -1, norm);
  const output = Math.floor(length / 2) + 1;
  return alongAxis(array, { axis: at, length, output }, (line) => {
    const made = scaled(transform(line, -1), factor);
    made.im[0] = 0;
    if (length % 2 === 0) made.im[length / 2] = 0;
    return made;
  });
}

const raiseComplexInput = (): never => raiseValueError('numpy.fft.rfft takes real input');

function realBackward(value: Value, ...[n, axis, norm]: Given): NDArray {
  const array = arrayOf(value);
  const at = axisOf(isMissing(axis) ? -1 : axis, array.ndim);
  const length = lengthOf(n, 2 * (array.shape[at]! - 1));
  const factor = factorOf(length, 1, norm);
  const kept = Math.floor(length / 2) + 1;
  const made = alongAxis(array, { axis: at, length: kept, output: length }, (line) => {
    const full = { re: new Float64Array(length), im: new Float64Array(length) };
    for (let i = 0; i < kept; i++) {
      full.re[i] = line.re[i]!;
      const isReal = i === 0 || 2 * i === length;
      full.im[i] = isReal ? 0 : line.im[i]!;
      if (isReal) continue;
      full.re[length - i] = line.re[i]!;
      full.im[length - i] = -line.im[i]!;
    }
    return scaled(transform(full, 1), factor);
  });
  const values = (made.elements() as unknown as Complex[]).map((each) => each.re);
  return fromValues(made.dtype === 'complex64' ? 'float32' : 'float64', made.shape, Array.from(values));
}

/** The axes of a transform over several, and their lengths. */
function axesAndLengths(
  array: NDArray,
  sizes: Value | undefined,
  axes: Value | undefined,
): [number, number][] {
  const lengths = isMissing(sizes) ? null : shapeOf(sizes);
  const found = isMissing(axes)
    ? Array.from({ length: lengths?.length ?? array.ndim }, (_, i) => i - (lengths?.length ?? array.ndim))
    : shapeOf(axes);
  if (lengths && lengths.length !== found.length) raiseValueError('Shape and axes have different lengths.');
  return found.map((axis, i) => {
    const at = axisOf(axis, array.ndim);
    return [at, lengths?.[i] ?? array.shape[at]!];
  });
}

/** The axes that were given, else those of a function for two axes. */
const wantedAxes = (axes: Value | undefined, missingAxes: readonly number[] | null): Value | undefined =>
  isMissing(axes) && missingAxes ? new PyTuple(missingAxes) : axes;

/** The same for real numbers: the last axis, which is halved, apart from the others. */
function realAxes(
  array: NDArray,
  sizes: Value | undefined,
  axes: Value | undefined,
): { others: [number, number][]; last: number; length: number } {
  const others = axesAndLengths(array, sizes, axes);
  const [last, length] = others.pop() ?? raiseValueError('at least 1 axis must be transformed');
  return { others, last, length };
}

const severalAxes =
  (direction: Direction, missingAxes: readonly number[] | null): NativeBody =>
  (value: Value, ...[sizes, axes, norm]: Given) => {
    const array = arrayOf(value);
    return axesAndLengths(array, sizes, wantedAxes(axes, missingAxes))
      .reverse()
      .reduce((made, [axis, length]) => complexTransform(made, { direction, length, axis, norm }), array);
  };

/** Of real numbers: the last axis is halved, the others are transformed after it. */
const severalRealAxes =
  (missingAxes: readonly number[] | null): NativeBody =>
  (value: Value, ...[sizes, axes, norm]: Given) => {
    const array = arrayOf(value);
    const { others, last, length } = realAxes(array, sizes, wantedAxes(axes, missingAxes));
    const half = realForward(array, length, last, norm);
    return others
      .reverse()
      .reduce((made, [axis, n]) => complexTransform(made, { direction: -1, length: n, axis, norm }), half);
  };

/** The inverse of {@link severalRealAxes}. */
const severalRealAxesBack =
  (missingAxes: readonly number[] | null): NativeBody =>
  (value: Value, ...[sizes, axes, norm]: Given) => {
    const array = arrayOf(value);
    const { others, last, length } = realAxes(array, sizes, wantedAxes(axes, missingAxes));
    const whole = others.reduce(
      (made, [axis, n]) => complexTransform(made, { direction: 1, length: n, axis, norm }),
      array,
    );
    return realBackward(whole, isMissing(sizes) ? 2 * (length - 1) : length, last, norm);
  };

function frequencies(n: Value, spacing?: Value): NDArray {
  const count = integerOf(n);
  const unit = 1 / (count * (isMissing(spacing) ? 1 : toFloat(spacing)));
  const positive = Math.floor((count - 1) / 2) + 1;
  reserve('float64', count);
  const values = Array.from({ length: count }, (_, i) => (i < positive ? i : i - count) * unit);
  return fromValues('float64', [count], values);
}

function realFrequencies(n: Value, spacing?: Value): NDArray {
  const length = integerOf(n);
  const unit = 1 / (length * (isMissing(spacing) ? 1 : toFloat(spacing)));
  const count = Math.floor(length / 2) + 1;
  reserve('float64', count);
  return fromValues(
    'float64',
    [count],
    Array.from({ length: count }, (_, i) => i * unit),
  );
}

/** Turns each axis by half its length. */
const shift =
  (half: (length: number) => number): NativeBody =>
  (value: Value, axes?: Value) => {
    const array = arrayOf(value);
    const wanted = isMissing(axes) ? array.shape.map((_, axis) => axis) : shapeOf(axes);
    return wanted.reduce((made, axis) => rolled(made, axisOf(axis, array.ndim), half), array).copy();
  };

function rolled(array: NDArray, axis: number, half: (length: number) => number): NDArray {
  const length = array.shape[axis]!;
  const cut = length - half(length);
  if (cut === 0 || cut === length) return array;
  const { shape, strides, offset } = array.layout;
  const part = (from: number, to: number): NDArray =>
    array.view({
      shape: shape.map((each, i) => (i === axis ? to - from : each)),
      strides,
      offset: offset + from * strides[axis]!,
    });
  return concatenate([part(cut, length), part(0, cut)], axis);
}

/** Makes `numpy.fft`. */
export function fftModule(): PyModule {
  return defineModule({
    name: 'numpy.fft',
    functions: {
      'fft(a, n?, axis?, norm?)': oneAxis(-1),
      'ifft(a, n?, axis?, norm?)': oneAxis(1),
      'rfft(a, n?, axis?, norm?)': realForward,
      'irfft(a, n?, axis?, norm?)': realBackward,
      'fft2(a, s?, axes?, norm?)': severalAxes(-1, [-2, -1]),
      'ifft2(a, s?, axes?, norm?)': severalAxes(1, [-2, -1]),
      'fftn(a, s?, axes?, norm?)': severalAxes(-1, null),
      'ifftn(a, s?, axes?, norm?)': severalAxes(1, null),
      'rfft2(a, s?, axes?, norm?)': severalRealAxes([-2, -1]),
      'irfft2(a, s?, axes?, norm?)': severalRealAxesBack([-2, -1]),
      'rfftn(a, s?, axes?, norm?)': severalRealAxes(null),
      'irfftn(a, s?, axes?, norm?)': severalRealAxesBack(null),
      'fftfreq(n, d?)': frequencies,
      'rfftfreq(n, d?)': realFrequencies,
      'fftshift(x, axes?)': shift((length) => Math.floor(length / 2)),
      'ifftshift(x, axes?)': shift((length) => length - Math.floor(length / 2)),
    },
    refused: ['hfft', 'ihfft', 'test'],
  });
}
