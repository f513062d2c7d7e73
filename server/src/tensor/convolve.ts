/**
 * Convolutions in any number of axes, with padding, strides, dilated filters and groups, and the two products that are their
 * gradients. All three walk over the same triples (element of the image, of the filters, of the output) and differ only in which
 * of them they add up; every sum is kept in float64.
 */
import { type DType, isBig, makeStorage } from './dtype.ts';
import { EngineError, notSupported } from './engineError.ts';
import { spent } from './interrupt.ts';
import { cast, fromStorage, type NDArray } from './ndarray.ts';
import { elementCount, type Shape } from './shape.ts';

/** One axis: the padding at both ends, the step between outputs, and that between elements of the filter. */
export interface ConvolvedAxis {
  readonly padding: readonly [before: number, after: number];
  readonly stride: number;
  readonly dilation: number;
}

export interface Convolution {
  readonly axes: readonly ConvolvedAxis[];
  readonly groups: number;
  /** A convolution turns the filters around, a correlation does not. */
  readonly isFlipped: boolean;
  /** Every element of the output has filters of its own: (outputs, …output, channels of a group, …). */
  readonly isUnshared: boolean;
}

/** Shapes of (batch, channels, …), (outputs, channels of a group, …), (batch, outputs, …). */
export interface ConvolutionShapes {
  readonly image: Shape;
  readonly filters: Shape;
  readonly output: Shape;
}

/** The length of an output axis. */
export function convolvedLength(image: number, filter: number, axis: ConvolvedAxis): number {
  const reach = (filter - 1) * axis.dilation + 1;
  return Math.floor((image + axis.padding[0] + axis.padding[1] - reach) / axis.stride) + 1;
}

/** Which elements of one axis meet: position in the output, in the filter, in the image, one after the other. */
function meetings(
  axis: ConvolvedAxis,
  lengths: { image: number; filter: number; output: number },
  { isFlipped }: { readonly isFlipped: boolean },
): number[] {
  const found: number[] = [];
  for (let o = 0; o < lengths.output; o++) {
    for (let k = 0; k < lengths.filter; k++) {
      const i = o * axis.stride - axis.padding[0] + k * axis.dilation;
      if (i >= 0 && i < lengths.image) found.push(o, isFlipped ? lengths.filter - 1 - k : k, i);
    }
  }
  return found;
}

/** The same for all axes together, as offsets within one channel. */
function planeMeetings(convolution: Convolution, shapes: ConvolutionShapes): Int32Array {
  let all = [0, 0, 0];
  convolution.axes.forEach((axis, at) => {
    const lengths = {
      image: shapes.image[at + 2],
      filter: shapes.filters[at + 2],
      output: shapes.output[at + 2],
    };
    const own = meetings(axis, lengths, { isFlipped: convolution.isFlipped });
    const next: number[] = [];
    for (let a = 0; a < all.length; a += 3) {
      spent(own.length);
      for (let b = 0; b < own.length; b += 3) {
        next.push(
          all[a] * lengths.output + own[b],
          all[a + 1] * lengths.filter + own[b + 1],
          all[a + 2] * lengths.image + own[b + 2],
        );
      }
    }
    all = next;
  });
  const region = convolution.isUnshared ? elementCount(shapes.filters.slice(1)) : 0;
  return Int32Array.from(all, (offset, at) => (at % 3 === 1 ? offset + all[at - 1] * region : offset));
}

/** Offsets of one pair of channels. */
interface Planes {
  readonly image: number;
  readonly filter: number;
  readonly output: number;
}

function forEachPlane(
  { groups, isUnshared }: Convolution,
  { image, filters, output }: ConvolutionShapes,
  visit: (planes: Planes) => void,
): void {
  const [imageSize, filterSize, outputSize] = [image, filters, output].map((shape) =>
    elementCount(shape.slice(2)),
  );
  const perGroup = filters[0] / groups;
  const perFilter = filters[1] * (isUnshared ? outputSize : 1) * filterSize;
  for (let n = 0; n < image[0]; n++) {
    for (let o = 0; o < filters[0]; o++) {
      const first = Math.floor(o / perGroup) * filters[1];
      for (let c = 0; c < filters[1]; c++) {
        visit({
          image: (n * image[1] + first + c) * imageSize,
          filter: o * perFilter + c * filterSize,
          output: (n * filters[0] + o) * outputSize,
        });
      }
    }
  }
}

type Wanted = keyof ConvolutionShapes;

/** What one of the three is when the other two are given; `shapes` are those of all three. */
export function convolutionProduct(
  wanted: Wanted,
  given: { readonly first: NDArray; readonly second: NDArray; readonly dtype: DType },
  convolution: Convolution & { readonly shapes: ConvolutionShapes },
): NDArray {
  const { dtype } = given;
  const { shapes } = convolution;
  if (isBig(dtype)) throw notSupported('convolutions of 64-bit integers');
  checkChannels(convolution, shapes);
  const a = cast(given.first, dtype).elements() as Float64Array;
  const b = cast(given.second, dtype).elements() as Float64Array;
  const { filters, output } = shapes;
  const isRegions = wanted === 'filters' && convolution.isUnshared;
  const shape = isRegions ? [filters[0], ...output.slice(2), ...filters.slice(1)] : shapes[wanted];
  const sums = new Float64Array(elementCount(shape));
  const met = planeMeetings(convolution, shapes);
  const [inSums, inA, inB] = orders[wanted];
  forEachPlane(convolution, shapes, (planes) => {
    const [toSums, toA, toB] = [planes[inSums.plane], planes[inA.plane], planes[inB.plane]];
    spent(met.length);
    for (let m = 0; m < met.length; m += 3) {
      sums[toSums + met[m + inSums.at]] += a[toA + met[m + inA.at]] * b[toB + met[m + inB.at]];
    }
  });
  const target = makeStorage(dtype, sums.length);
  for (let i = 0; i < sums.length; i++) target[i] = sums[i];
  return fromStorage(dtype, target, shape);
}

interface Place {
  readonly plane: keyof Planes;
  /** Where it is in a triple of `meetings`. */
  readonly at: 0 | 1 | 2;
}

const output: Place = { plane: 'output', at: 0 };
const filter: Place = { plane: 'filter', at: 1 };
const image: Place = { plane: 'image', at: 2 };

/** The one that is wanted, and the first and the second that are given. */
const orders: Readonly<Record<Wanted, readonly [Place, Place, Place]>> = {
  output: [output, image, filter],
  image: [image, output, filter],
  filters: [filter, image, output],
};

function checkChannels({ groups }: Convolution, { image: images, filters }: ConvolutionShapes): void {
  if (images[1] === filters[1] * groups && filters[0] % groups === 0) return;
  throw new EngineError(
    'ValueError',
    `the filter stack size (${filters[1]}) and image stack size (${images[1]}) differ`,
  );
}
