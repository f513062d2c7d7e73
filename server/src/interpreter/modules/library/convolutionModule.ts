/** Convolutions, bound to Python: `tensor.nnet` and `tensor.signal.conv`. */
import { int64Constant } from '../../../graph/constants.ts';
import {
  type BorderMode,
  type ConvolutionOptions,
  convolution,
  convolutionOfFilters,
  convolutionOfInputs,
} from '../../../graph/ops/convolution.ts';
import { dimShuffle } from '../../../graph/ops/dimShuffle.ts';
import { elemwise } from '../../../graph/ops/elemwise.ts';
import { constantIn, flattened, lengthOf } from '../../../graph/ops/math.ts';
import { alloc, join } from '../../../graph/ops/shapes.ts';
import { subtensor } from '../../../graph/ops/subtensor.ts';
import { Constant, type GraphContext, type Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { onAxis } from '../../../tensor/indexing.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { asText } from '../../types/textValues.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import { asVariable, integerArgument, vectorParts } from './convert.ts';
import type { Functions } from './functions.ts';

type Missing = Value | undefined;

const isGiven = (value: Missing): value is Value => value !== undefined && value !== null;
const itemsOf = (value: Value): readonly Value[] | null =>
  value instanceof PyList || value instanceof PyTuple ? value.items : null;

/** One number for every axis, from one or several. */
function perAxis(value: Missing, rank: number, usual: number): number[] {
  if (!isGiven(value)) return new Array<number>(rank).fill(usual);
  const items = itemsOf(value);
  if (items) return items.map((item) => integerArgument(item, 'subsample'));
  if (value instanceof Constant && value.ndim === 1)
    return Array.from(value.value.elements() as ArrayLike<number>, Number);
  return new Array<number>(rank).fill(integerArgument(value, 'subsample'));
}

function borderOf(value: Missing, rank: number): BorderMode {
  if (!isGiven(value)) return 'valid';
  const text = asText(value);
  if (text === 'valid' || text === 'full' || text === 'half') return text;
  const wrong = (): never =>
    raiseValueError(
      `invalid border_mode ${text ?? ''}, which must be either "valid", "full", "half", an integer or a tuple of length ${rank}`,
    );
  if (text !== null) return wrong();
  const items = itemsOf(value) ?? new Array<Value>(rank).fill(value);
  if (items.length !== rank) return wrong();
  return items.map((item) => {
    const pair = itemsOf(item)?.map((one) => integerArgument(one, 'border_mode'));
    const length = pair ? 0 : integerArgument(item, 'border_mode');
    const [before, after] = pair ?? [length, length];
    if (before! < 0 || after! < 0) return raiseValueError('border_mode must be >= 0');
    return [before!, after!];
  });
}

/** The arguments from `border_mode` on, in the order of `conv2d`. */
function optionsOf(
  rank: number,
  [border, stride, flip, dilation, groups, unshared]: readonly Missing[],
): ConvolutionOptions {
  const isUnshared = isGiven(unshared) && isTrue(unshared);
  if (isUnshared && rank !== 2)
    throw new EngineError('NotImplementedError', `Unshared convolution not implemented for ${rank}D`);
  return {
    isUnshared,
    border: borderOf(border, rank),
    strides: perAxis(stride, rank, 1),
    isFlipped: !isGiven(flip) || isTrue(flip),
    dilations: perAxis(dilation, rank, 1),
    groups: isGiven(groups) ? integerArgument(groups, 'num_groups') : 1,
  };
}

/** The lengths of the last `rank` axes of a shape that may be symbolic. */
function lengthsOf(context: GraphContext, shape: Value, rank: number): Variable[] {
  const items = itemsOf(shape);
  const all = items
    ? items.map((item) => (item === null ? null : asVariable(context, item)))
    : vectorParts(asVariable(context, shape));
  return all
    .slice(-rank)
    .map((length) => length ?? raiseValueError('the shape of the result has to be given'));
}

/** `conv2d` and `conv3d` with what is derived from them. */
function convolutionsOf(context: GraphContext, rank: 2 | 3): Functions {
  const tensor = (value: Missing): Variable => asVariable(context, value!);
  const name = `conv${rank}d`;
  return {
    [`${name}(input, filters, input_shape?, filter_shape?, border_mode?, subsample?, filter_flip?, filter_dilation?, num_groups?, unshared?, image_shape?)`]:
      (input, filters, ...rest) =>
        convolution(tensor(input), tensor(filters), optionsOf(rank, rest.slice(2, 8))),
    [`${name}_grad_wrt_inputs(output_grad, filters, input_shape, filter_shape?, border_mode?, subsample?, filter_flip?, filter_dilation?, num_groups?, unshared?)`]:
      (gradient, filters, shape, ...rest) =>
        convolutionOfInputs(tensor(gradient), tensor(filters), {
          lengths: lengthsOf(context, shape!, rank),
          options: optionsOf(rank, rest.slice(1)),
        }),
    [`${name}_grad_wrt_weights(input, output_grad, filter_shape, input_shape?, border_mode?, subsample?, filter_flip?, filter_dilation?, num_groups?, unshared?)`]:
      (input, gradient, shape, ...rest) =>
        convolutionOfFilters(tensor(input), tensor(gradient), {
          lengths: lengthsOf(context, shape!, rank),
          options: optionsOf(rank, rest.slice(1)),
        }),
  };
}

/** The functions of `nnet` that convolve. */
export const convolutionFunctions = (context: GraphContext): Functions => ({
  ...convolutionsOf(context, 2),
  ...convolutionsOf(context, 3),
  'conv2d_transpose(input, filters, output_shape, filter_shape?, border_mode?, input_dilation?, filter_flip?, filter_dilation?, num_groups?, unshared?)':
    (gradient, filters, shape, ...rest) =>
      convolutionOfInputs(asVariable(context, gradient!), asVariable(context, filters!), {
        lengths: lengthsOf(context, shape!, 2),
        options: optionsOf(2, rest.slice(1)),
      }),
  ...separableConvolution(context, 2),
  ...separableConvolution(context, 3),
  'causal_conv1d(input, filters, filter_shape, input_shape?, subsample?, filter_flip?, filter_dilation?, num_groups?, unshared?)':
    (input, filters, shape, ...rest) => causal(context, [input!, filters!, shape!], rest.slice(1)),
});

/** A convolution of each channel by itself, then one of single elements over all of them. */
function separableConvolution(context: GraphContext, rank: 2 | 3): Functions {
  const tensor = (value: Missing): Variable => asVariable(context, value!);
  return {
    [`separable_conv${rank}d(input, depthwise_filters, pointwise_filters, num_channels, input_shape?, depthwise_filter_shape?, pointwise_filter_shape?, border_mode?, subsample?, filter_flip?, filter_dilation?)`]:
      (input, depthwise, pointwise, ...rest) => {
        const [channels, , , , border, stride, flip, dilation] = rest;
        const each = optionsOf(rank, [border, stride, flip, dilation, channels, undefined]);
        const single = optionsOf(rank, [undefined, undefined, flip]);
        return convolution(convolution(tensor(input), tensor(depthwise), each), tensor(pointwise), single);
      },
  };
}

/** A convolution along one axis that reads nothing after the element it makes. */
function causal(
  context: GraphContext,
  [input, filters, shape]: readonly [Value, Value, Value],
  options: readonly Missing[],
): Variable {
  const [subsample, flip, spread, ...rest] = options;
  const [signal, kernels] = [asVariable(context, input), asVariable(context, filters)];
  if (signal.ndim !== 3) return raiseValueError('Input should be 3D for causal convolution.');
  if (kernels.ndim !== 3) return raiseValueError('Filters should be 3D for causal convolution');
  const stride = isGiven(subsample) ? integerArgument(subsample, 'subsample') : 1;
  const dilation = isGiven(spread) ? integerArgument(spread, 'filter_dilation') : 1;
  const length = integerArgument(itemsOf(shape)?.[2] ?? shape, 'filter_shape');
  const column = (variable: Variable): Variable => dimShuffle(variable, [0, 1, 2, 'x']);
  const result = convolution(column(signal), column(kernels), {
    ...optionsOf(2, [undefined, undefined, flip, undefined, ...rest]),
    border: [
      [dilation * (length - 1), 0],
      [0, 0],
    ],
    strides: [stride, 1],
    dilations: [dilation, 1],
  });
  return subtensor(result, onAxis(3, { kind: 'integer', value: int64Constant(context, 0) }));
}

/** The older `nnet.conv.conv2d`. */
export const oldConvolutionFunctions = (context: GraphContext): Functions => ({
  'conv2d(input, filters, image_shape?, filter_shape?, border_mode?, subsample?)': (
    input,
    filters,
    ...rest
  ) =>
    convolution(asVariable(context, input!), asVariable(context, filters!), optionsOf(2, rest.slice(2, 4))),
});

/** `signal.conv.conv2d`: images and filters without channels. */
export const signalConvolutionFunctions = (context: GraphContext): Functions => ({
  'conv2d(input, filters, image_shape?, filter_shape?, border_mode?, subsample?)': (
    input,
    filters,
    ...rest
  ) => {
    const [images, kernels] = [asVariable(context, input!), asVariable(context, filters!)];
    for (const [variable, name] of [
      [images, 'input'],
      [kernels, 'filters'],
    ] as const) {
      if (variable.ndim !== 2 && variable.ndim !== 3)
        return raiseTypeError(`${name} must be 2d or 3d: ${variable.ndim}`);
    }
    const cube = (variable: Variable): Variable =>
      dimShuffle(variable, variable.ndim === 2 ? ['x', 'x', 0, 1] : [0, 'x', 1, 2]);
    const output = convolution(cube(images), cube(kernels), optionsOf(2, rest.slice(2, 4)));
    if (images.ndim === 3 && kernels.ndim === 3) return output;
    const ndim = images.ndim === 2 && kernels.ndim === 2 ? 2 : 3;
    const turned = flattened(dimShuffle(output, [3, 2, 1, 0]), ndim);
    return dimShuffle(turned, [...Array(ndim).keys()].reverse());
  },
});

/** PyTensor's `signal`: one signal over another. */
export const signalFunctions = (context: GraphContext): Functions => ({
  'convolve1d(in1, in2, mode?)': (in1, in2, mode) => {
    const [signal, kernel] = [asVariable(context, in1!), asVariable(context, in2!)];
    return convolved([signal, kernel], isGiven(mode) ? asText(mode) : 'full');
  },
  'convolve2d(in1, in2, mode?, boundary?, fillvalue?, method?)': (in1, in2, mode, boundary) => {
    if (isGiven(boundary) && asText(boundary) !== 'fill') return notSupported('boundaries other than fill');
    const [signal, kernel] = [asVariable(context, in1!), asVariable(context, in2!)];
    return convolved([signal, kernel], isGiven(mode) ? asText(mode) : 'full');
  },
});

/** As `np.convolve`, in one axis or two. */
function convolved([signal, kernel]: readonly [Variable, Variable], mode: string | null): Variable {
  const rank = signal.ndim;
  if (kernel.ndim !== rank || rank < 1 || rank > 2) return notSupported('convolutions of batches of signals');
  const image = mode === 'same' ? padded(signal, kernel) : signal;
  const own = [...Array(rank).keys()];
  const result = convolution(dimShuffle(image, ['x', 'x', ...own]), dimShuffle(kernel, ['x', 'x', ...own]), {
    border: mode === 'full' ? 'full' : 'valid',
    strides: own.map(() => 1),
    dilations: own.map(() => 1),
    groups: 1,
    isFlipped: true,
    isUnshared: false,
  });
  return dimShuffle(
    result,
    own.map((axis) => axis + 2),
  );
}

/** Zeros around a signal, so that a valid convolution has its own length. */
function padded(signal: Variable, kernel: Variable): Variable {
  const { context } = signal;
  return [...Array(signal.ndim).keys()].reduce((part, axis) => {
    const reach = lengthOf(kernel, axis);
    const zeros = (count: Variable): Variable =>
      alloc(
        constantIn(context, signal.dtype, 0),
        [...Array(signal.ndim).keys()].map((at) => (at === axis ? count : lengthOf(part, at))),
      );
    const half = (length: Variable): Variable => elemwise('int_div', length, int64Constant(context, 2));
    const less = elemwise('sub', reach, int64Constant(context, 1));
    return join([zeros(half(reach)), part, zeros(half(less))], axis);
  }, signal);
}
