/** Convolutions and pools, bound to Python: `tensor.nnet`, `tensor.signal.pool`, `tensor.signal.conv`. */
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
import { type PoolMode, type PoolParams, pool, poolGradient } from '../../../graph/ops/pooling.ts';
import { alloc, join } from '../../../graph/ops/shapes.ts';
import { Constant, type GraphContext, type Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
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
  if (isGiven(unshared) && isTrue(unshared)) notSupported('unshared convolutions');
  return {
    border: borderOf(border, rank),
    strides: perAxis(stride, rank, 1),
    isFlipped: !isGiven(flip) || isTrue(flip),
    dilations: perAxis(dilation, rank, 1),
    groups: isGiven(groups) ? integerArgument(groups, 'num_groups') : 1,
  };
}

/** The lengths after the first two of a shape that may be symbolic. */
function lengthsOf(context: GraphContext, shape: Value): Variable[] {
  const items = itemsOf(shape);
  const all = items
    ? items.map((item) => (item === null ? null : asVariable(context, item)))
    : vectorParts(asVariable(context, shape));
  return all.slice(2).map((length) => length ?? raiseValueError('the shape of the result has to be given'));
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
          lengths: lengthsOf(context, shape!),
          options: optionsOf(rank, rest.slice(1)),
        }),
    [`${name}_grad_wrt_weights(input, output_grad, filter_shape, input_shape?, border_mode?, subsample?, filter_flip?, filter_dilation?, num_groups?, unshared?)`]:
      (input, gradient, shape, ...rest) =>
        convolutionOfFilters(tensor(input), tensor(gradient), {
          lengths: lengthsOf(context, shape!),
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
        lengths: lengthsOf(context, shape!),
        options: optionsOf(2, rest.slice(1)),
      }),
});

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

const poolModes: readonly PoolMode[] = ['max', 'sum', 'average_inc_pad', 'average_exc_pad'];

interface PoolArguments {
  readonly window: Missing;
  readonly ignoresBorder: Missing;
  readonly stride: Missing;
  readonly padding: Missing;
  readonly mode: Missing;
}

function poolParams(context: GraphContext, rank: number, given: PoolArguments): PoolParams {
  if (!isGiven(given.window)) return raiseValueError('You must provide a tuple value for the window size.');
  const text = isGiven(given.mode) ? asText(given.mode) : 'max';
  const mode = poolModes.find((one) => one === (text === 'max_deterministic' ? 'max' : text));
  if (!mode) {
    return raiseValueError(
      `Pool mode parameter only support 'max', 'sum', 'average_inc_pad' and 'average_exc_pad'. Got ${text}`,
    );
  }
  if (!isGiven(given.ignoresBorder) && context.dialect.typeText === 'theano') {
    context.warn('UserWarning', borderWarning(rank));
  }
  const window = perAxis(given.window, rank, 1);
  const padding = perAxis(given.padding, rank, 0);
  const ignoresBorder = isGiven(given.ignoresBorder) && isTrue(given.ignoresBorder);
  if (padding.some((length) => length !== 0) && !ignoresBorder)
    throw new EngineError('NotImplementedError', 'padding works only with ignore_border=True');
  if (padding.some((length, axis) => length >= window[axis]!))
    throw new EngineError('NotImplementedError', 'padding must be smaller than strides');
  return {
    mode,
    ignoresBorder,
    window,
    stride: isGiven(given.stride) ? perAxis(given.stride, rank, 1) : window,
    padding,
  };
}

const borderWarning = (rank: number): string =>
  `pool_${rank}d() will have the parameter ignore_border default value changed to True (currently False). To have consistent behavior with all Theano version, explicitly add the parameter ignore_border=True. On the GPU, using ignore_border=True is needed to use cuDNN. When using ignore_border=False and not using cuDNN, the only GPU combination supported is when \`ws == stride and pad == ${rank === 2 ? '(0, 0)' : '(0, 0, 0)'} and mode == 'max'\`. Otherwise, the convolution will be executed on CPU.`;

function poolOf(context: GraphContext, rank: 2 | 3) {
  return (input: Missing, ...rest: Missing[]): Variable => {
    const [ws, ignoresBorder, stride, pad, mode, ds, st, padding] = rest;
    const variable = asVariable(context, input!);
    if (variable.ndim < rank)
      throw new EngineError('NotImplementedError', `pool_${rank}d requires a dimension >= ${rank}`);
    const given = { window: ws ?? ds, ignoresBorder, stride: stride ?? st, padding: padding ?? pad, mode };
    return pool(poolParams(context, rank, given), variable);
  };
}

/** `signal.pool`. */
export const poolFunctions = (context: GraphContext): Functions => ({
  'pool_2d(input, ws?, ignore_border?, stride?, pad?, mode?, ds?, st?, padding?)': poolOf(context, 2),
  'pool_3d(input, ws?, ignore_border?, stride?, pad?, mode?, ds?, st?, padding?)': poolOf(context, 3),
  'max_pool_2d_same_size(input, patch_size)': (input, size) => {
    const variable = asVariable(context, input!);
    const window = perAxis(size, 2, 1);
    const params: PoolParams = { mode: 'max', ignoresBorder: true, window, stride: window, padding: [0, 0] };
    return poolGradient(params, variable, pool(params, variable));
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
