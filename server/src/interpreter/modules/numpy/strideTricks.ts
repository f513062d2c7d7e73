/** `numpy.lib.stride_tricks`: windows on the memory of an array. A window that leaves that memory, which in NumPy reads whatever is there, is refused. */
import { byteSize } from '../../../tensor/dtype.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import { elementCount, type Shape } from '../../../tensor/shape.ts';
import { notSupported, raiseValueError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { toArray } from '../../protocols/iteration.ts';
import { PyList, type PyModule, PyTuple, type Value } from '../../values.ts';
import { axisOf, flag, integerOf, isMissing, shapeOf } from './arguments.ts';
import { arrayOf } from './conversion.ts';
import { asReadOnly } from './readOnly.ts';

/** Strides in elements; what does not fall on whole elements is refused. */
function elementStrides(array: NDArray, strides: Value | undefined, shape: Shape): readonly number[] {
  if (isMissing(strides)) {
    if (shape.length !== array.ndim)
      raiseValueError('strides is incompatible with shape of requested array and size of buffer');
    return array.layout.strides;
  }
  return toArray(strides).map((stride) => {
    const steps = integerOf(stride) / byteSize(array.dtype);
    return Number.isInteger(steps)
      ? steps
      : notSupported('strides that are no multiples of the element size');
  });
}

function checkInside(array: NDArray, shape: Shape, strides: readonly number[]): void {
  if (elementCount(shape) === 0) return;
  const { offset } = array.layout;
  const spans = shape.map((length, axis) => (length - 1) * strides[axis]!);
  const low = spans.reduce((sum, span) => sum + Math.min(span, 0), offset);
  const high = spans.reduce((sum, span) => sum + Math.max(span, 0), offset);
  if (low < 0 || high >= array.storage.length) notSupported('as_strided beyond the memory of the array');
}

function asStrided(value: Value, ...[shape, strides, , writeable]: (Value | undefined)[]): NDArray {
  const array = arrayOf(value);
  const wanted = isMissing(shape) ? array.shape : shapeOf(shape);
  const steps = elementStrides(array, strides, wanted);
  checkInside(array, wanted, steps);
  const view = array.view({ shape: wanted, strides: steps, offset: array.layout.offset });
  return flag(writeable, true) ? view : asReadOnly(view);
}

function windowAxes(array: NDArray, axis: Value | undefined, count: number): number[] {
  if (!isMissing(axis)) {
    const axes = axis instanceof PyTuple || axis instanceof PyList ? axis.items : [axis];
    if (axes.length !== count)
      raiseValueError(
        `Must provide matching length window_shape and axis; got ${count} window_shape elements and ${axes.length} axes elements.`,
      );
    return axes.map((each) => axisOf(each, array.ndim));
  }
  if (count !== array.ndim)
    raiseValueError(
      `Since axis is None, must provide window_shape for all dimensions of \`x\`; got ${count} window_shape elements and \`x.ndim\` is ${array.ndim}.`,
    );
  return [...array.shape.keys()];
}

function slidingWindows(value: Value, window: Value, ...[axis, , writeable]: (Value | undefined)[]): NDArray {
  const array = arrayOf(value);
  const lengths = shapeOf(window);
  if (lengths.some((length) => length < 0)) raiseValueError('`window_shape` cannot contain negative values');
  const axes = windowAxes(array, axis, lengths.length);
  const { shape, strides, offset } = array.layout;
  const outer = [...shape];
  axes.forEach((at, i) => {
    outer[at]! -= lengths[i]! - 1;
    if (outer[at]! < 0 || lengths[i]! > shape[at]!)
      raiseValueError('window shape cannot be larger than input array shape');
  });
  const view = array.view({
    shape: [...outer, ...lengths],
    strides: [...strides, ...axes.map((at) => strides[at]!)],
    offset,
  });
  return flag(writeable, false) ? view : asReadOnly(view);
}

/** Makes `numpy.lib`, of which this is all that is here. */
export function libModule(): PyModule {
  const strideTricks = defineModule({
    name: 'numpy.lib.stride_tricks',
    functions: {
      'as_strided(x, shape?, strides?, subok?, writeable?)': asStrided,
      'sliding_window_view(x, window_shape, axis?, *, subok?, writeable?)': slidingWindows,
    },
    refused: '*',
  });
  return defineModule({ name: 'numpy.lib', submodules: { stride_tricks: strideTricks }, refused: '*' });
}
