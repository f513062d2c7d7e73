/** Patches of images, and images made larger: `nnet.neighbours` and the upsamplings of `nnet.abstract_conv`, bound to Python. */
import { int64Constant, integerConstant } from '../../../graph/constants.ts';
import { type ConvolutionOptions, convolution, convolutionOfInputs } from '../../../graph/ops/convolution.ts';
import { dimShuffle } from '../../../graph/ops/dimShuffle.ts';
import { castTo, elemwise } from '../../../graph/ops/elemwise.ts';
import { constantIn, lengthOf, range } from '../../../graph/ops/math.ts';
import {
  imagesOfPatches,
  type NeighbourMode,
  neighbourModes,
  neighbours,
} from '../../../graph/ops/neighbours.ts';
import { alloc, join, makeVector, reshaped } from '../../../graph/ops/shapes.ts';
import { subtensor } from '../../../graph/ops/subtensor.ts';
import type { GraphContext, Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { onAxis } from '../../../tensor/indexing.ts';
import { raiseValueError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { asText } from '../../types/textValues.ts';
import { PyTuple, type Value } from '../../values.ts';
import { asVariable, integerArgument } from './convert.ts';
import type { Functions } from './functions.ts';

type Missing = Value | undefined;

const isGiven = (value: Missing): value is Value => value !== undefined && value !== null;
const flag = (value: Missing, usual: boolean): boolean => (value === undefined ? usual : isTrue(value));

function modeOf(value: Missing): NeighbourMode {
  const text = value === undefined ? 'valid' : asText(value);
  return (
    neighbourModes.find((mode) => mode === text) ??
    refuse(`Only modes ${[...neighbourModes].sort().join(', ')} have been implemented for Images2Neibs`)
  );
}

function refuse(text: string): never {
  throw new EngineError('NotImplementedError', text);
}

/** `images2neibs`, `neibs2images`. */
export const neighbourFunctions = (context: GraphContext): Functions => ({
  'images2neibs(ten4, neib_shape, neib_step?, mode?)': (images, lengths, steps, mode) => {
    const shape = asVariable(context, lengths!);
    const own = modeOf(mode);
    return neighbours(own, asVariable(context, images!), [
      shape,
      isGiven(steps) ? asVariable(context, steps) : shape,
    ]);
  },
  'neibs2images(neibs, neib_shape, original_shape, mode?)': (patches, lengths, shape, mode) => {
    const own = modeOf(mode);
    if (own !== 'valid' && own !== 'ignore_borders') return refuse(`neibs2images do not support mode=${own}`);
    return imagesOfPatches(own, asVariable(context, patches!), [
      asVariable(context, lengths!),
      asVariable(context, shape!),
    ]);
  },
});

/** A pyramid 1, 2 … ratio … 2, 1, divided by the ratio where it is normalized. */
function kernelOfAxis(
  context: GraphContext,
  ratio: Variable,
  { isNormalized }: { readonly isNormalized: boolean },
): Variable {
  const one = integerConstant(context, 1);
  const half = range({ start: one, stop: elemwise('add', ratio, one), step: one }, context.floatX);
  const back = subtensor(half, [
    { kind: 'slice', start: int64Constant(context, -2), stop: null, step: int64Constant(context, -1) },
  ]);
  const kernel = join([half, back], 0);
  if (!isNormalized) return kernel;
  return elemwise('true_div', kernel, castTo(ratio, context.floatX));
}

/** Kernels of rows and columns, as one matrix. */
const kernelOfPlane = (
  context: GraphContext,
  [vertical, horizontal]: readonly [Variable, Variable],
  { isNormalized }: { readonly isNormalized: boolean },
): Variable =>
  elemwise(
    'mul',
    dimShuffle(kernelOfAxis(context, horizontal, { isNormalized }), ['x', 0]),
    dimShuffle(kernelOfAxis(context, vertical, { isNormalized }), [0, 'x']),
  );

/** Every plane as an image of its own, with its first and last row and column twice. */
function framed(images: Variable): Variable {
  const { context } = images;
  const lengths = [int64Constant(context, -1), int64Constant(context, 1)];
  const shape = makeVector(context, [...lengths, lengthOf(images, 2), lengthOf(images, 3)], 'int64');
  return [2, 3].reduce(
    (part, axis) => {
      const end = (slice: { start: number | null; stop: number | null }): Variable => {
        const at = (value: number | null): Variable | null =>
          value === null ? null : int64Constant(context, value);
        return subtensor(
          part,
          onAxis(axis, { kind: 'slice', start: at(slice.start), stop: at(slice.stop), step: null }),
        );
      };
      return join([end({ start: null, stop: 1 }), part, end({ start: -1, stop: null })], axis);
    },
    reshaped(images, shape, 4),
  );
}

const plainOptions: ConvolutionOptions = {
  border: 'valid',
  strides: [1, 1],
  dilations: [1, 1],
  groups: 1,
  isFlipped: true,
  isUnshared: false,
};

function enlarged(
  images: Variable,
  ratio: number,
  { isSeparate }: { readonly isSeparate: boolean },
): Variable {
  const { context } = images;
  const constant = int64Constant(context, ratio);
  const [rows, columns] = [2, 3].map((axis) => elemwise('mul', lengthOf(images, axis), constant));
  const pad = 2 * ratio - Math.floor((ratio - 1) / 2) - 1;
  const spread = (
    part: Variable,
    kernel: Variable,
    axes: readonly boolean[],
    lengths: Variable[],
  ): Variable =>
    convolutionOfInputs(part, kernel, {
      lengths,
      options: {
        ...plainOptions,
        border: axes.map((isSpread) => (isSpread ? [pad, pad] : [0, 0])),
        strides: axes.map((isSpread) => (isSpread ? ratio : 1)),
      },
    });
  const frame = framed(images);
  const symbolic = integerConstant(context, ratio);
  let large: Variable;
  if (isSeparate) {
    const kernel = kernelOfAxis(context, symbolic, { isNormalized: true });
    const wide = elemwise('add', lengthOf(images, 3), int64Constant(context, 2));
    const tall = spread(frame, dimShuffle(kernel, ['x', 'x', 0, 'x']), [true, false], [rows!, wide]);
    large = spread(tall, dimShuffle(kernel, ['x', 'x', 'x', 0]), [false, true], [rows!, columns!]);
  } else {
    const kernel = kernelOfPlane(context, [symbolic, symbolic], { isNormalized: true });
    large = spread(frame, dimShuffle(kernel, ['x', 'x', 0, 1]), [true, true], [rows!, columns!]);
  }
  const shape = [lengthOf(images, 0), lengthOf(images, 1), rows!, columns!];
  return reshaped(large, makeVector(context, shape, 'int64'), 4);
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/** A ratio of two integers in lowest terms. */
function fractionOf(value: Value): readonly [number, number] {
  const [p, q] = (value as PyTuple).items.map((item) => integerArgument(item, 'frac_ratio'));
  const divisor = greatestDivisor(p!, q!);
  return [p! / divisor, q! / divisor];
}

function enlargedByFractions(images: Variable, given: Value): Variable {
  if (!(given instanceof PyTuple)) return raiseValueError('frac_ratio must be a tuple');
  const isPerAxis = given.items[0] instanceof PyTuple;
  const fractions = isPerAxis ? given.items.map(fractionOf) : [fractionOf(given), fractionOf(given)];
  const { context } = images;
  const zero = constantIn(context, context.floatX, 0);
  const [vertical, horizontal] = fractions.map(([p]) => integerConstant(context, p));
  const ratios = [vertical!, horizontal!] as const;
  const kernel = dimShuffle(kernelOfPlane(context, ratios, { isNormalized: true }), ['x', 'x', 0, 1]);
  const [one, two] = [int64Constant(context, 1), int64Constant(context, 2)];
  const padded = [2, 3].reduce((part, axis) => {
    const length = elemwise('sub', elemwise('mul', two, lengthOf(images, axis)), one);
    const both = elemwise('add', elemwise('mul', length, ratios[axis - 2]!), one);
    const before = elemwise('int_div', both, two);
    const zeros = (count: Variable): Variable =>
      alloc(
        zero,
        [0, 1, 2, 3].map((at) => (at === axis ? count : lengthOf(part, at))),
      );
    return join([zeros(before), part, zeros(elemwise('sub', both, before))], axis);
  }, kernel);
  const large = convolution(padded, framed(images), {
    ...plainOptions,
    dilations: fractions.map(([p]) => p),
    strides: fractions.map(([, q]) => q),
  });
  const shape = [lengthOf(images, 0), lengthOf(images, 1), lengthOf(large, 2), lengthOf(large, 3)];
  return reshaped(large, makeVector(context, shape, 'int64'), 4);
}

/** `bilinear_upsampling` and its kernels. */
export const upsamplingFunctions = (context: GraphContext): Functions => ({
  'bilinear_kernel_1D(ratio, normalize?)': (ratio, normalize) =>
    kernelOfAxis(context, asVariable(context, ratio!), { isNormalized: flag(normalize, true) }),
  'bilinear_kernel_2D(ratio, normalize?)': (ratio, normalize) => {
    const [vertical, horizontal] = ratio instanceof PyTuple ? ratio.items : [ratio!, ratio!];
    const ratios = [asVariable(context, vertical!), asVariable(context, horizontal!)] as const;
    return kernelOfPlane(context, ratios, { isNormalized: flag(normalize, true) });
  },
  'frac_bilinear_upsampling(input, frac_ratio)': (input, fraction) =>
    enlargedByFractions(asVariable(context, input!), fraction!),
  'bilinear_upsampling(input, ratio?, frac_ratio?, batch_size?, num_input_channels?, use_1D_kernel?)': (
    input,
    ratio,
    fraction,
    ...rest
  ) => {
    const isSeparate = flag(rest[2], true);
    const [hasRatio, hasFraction] = [ratio, fraction].map((value) => isGiven(value) && isTrue(value));
    if (hasRatio && hasFraction) return raiseValueError("can't use ratio and frac_ratio together");
    const images = asVariable(context, input!);
    if (hasRatio) return enlarged(images, integerArgument(ratio!, 'ratio'), { isSeparate });
    if (!hasFraction) return raiseValueError('No ratio (or frac_ratio) provided');
    if (isSeparate)
      return raiseValueError(
        'For fractional ratios 1D kernel method not implemented. You may want to pass use_1D_kernel as False',
      );
    return enlargedByFractions(images, fraction!);
  },
});
