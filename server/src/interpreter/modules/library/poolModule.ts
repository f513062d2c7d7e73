/** Pools, bound to Python: `tensor.signal.pool`. Windows, strides and padding may be symbolic. */
import { type PoolMode, type PoolParams, pool, poolGradient } from '../../../graph/ops/pooling.ts';
import { Constant, type GraphContext, Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { int64Vector } from '../../../tensor/ndarray.ts';
import { raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { tryIndex } from '../../protocols/items.ts';
import { asText } from '../../types/textValues.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import { asVariable } from './convert.ts';
import type { Functions } from './functions.ts';

type Missing = Value | undefined;

const isGiven = (value: Missing): value is Value => value !== undefined && value !== null;

const poolModes: readonly PoolMode[] = ['max', 'sum', 'average_inc_pad', 'average_exc_pad'];

/** The numbers of a size that the program wrote as such. */
function numbersOf(value: Missing): (number | null)[] | null {
  if (!(value instanceof PyList || value instanceof PyTuple)) return null;
  return value.items.map((item) => {
    const index = item instanceof Variable ? undefined : tryIndex(item);
    return index === undefined ? null : Number(index);
  });
}

const isSymbolic = (value: Value): boolean => value instanceof Variable;

function checkPadding(
  padding: Missing,
  window: Value,
  { ignoresBorder }: { readonly ignoresBorder: boolean },
): void {
  const lengths = padding === undefined ? [] : numbersOf(padding);
  if (lengths === null) return;
  if ((window instanceof PyTuple || window instanceof PyList) && window.items.some(isSymbolic))
    raiseTypeError('Variables do not support boolean operations.');
  if (!ignoresBorder && lengths.some((length) => length !== 0))
    throw new EngineError('NotImplementedError', 'padding works only with ignore_border=True');
  const reach = numbersOf(window);
  const isTooLong = (length: number | null, axis: number): boolean =>
    length !== null && typeof reach?.[axis] === 'number' && length >= reach[axis]!;
  if (lengths.some(isTooLong))
    throw new EngineError('NotImplementedError', 'padding must be smaller than strides');
}

/** One of two names of a parameter, the older of which is going away. */
function renamed(
  context: GraphContext,
  [now, old]: readonly [Missing, Missing],
  [name, oldName]: readonly [string, string],
): Missing {
  if (!isGiven(old)) return now;
  const open =
    oldName === 'st'
      ? `'${oldName} and '${name}'`
      : `'${oldName}' and ${name === 'pad' ? name : `'${name}'`}`;
  if (isGiven(now)) {
    const first = name === 'ws' ? `'ws' and 'ds'` : open;
    raiseValueError(
      `You can't provide a tuple value to both ${first}.${name === 'pad' ? ' ' : ''} Please provide a value only to ${name === 'pad' ? name : `'${name}'`}.`,
    );
  }
  context.warn(
    'UserWarning',
    `DEPRECATION: the '${oldName}' parameter is not going to exist anymore as it is going to be replaced by the parameter '${name}'.`,
  );
  return old;
}

const noPadding = (context: GraphContext, rank: number): Variable =>
  new Constant(context, int64Vector(new Array<number>(rank).fill(0)));

function isZero(value: Missing): boolean {
  const numbers = numbersOf(value);
  return numbers?.every((number) => number === 0) ?? false;
}

function poolOf(context: GraphContext, rank: 2 | 3) {
  return (input: Missing, ...rest: Missing[]): Variable => {
    const [ws, border, step, pad, mode, ds, st, oldPad] = rest;
    const window = renamed(context, [ws, ds], ['ws', 'ds']);
    if (!isGiven(window)) return raiseValueError('You must provide a tuple value for the window size.');
    const stride = renamed(context, [step, st], ['stride', 'st']);
    const padding = renamed(context, [isZero(pad) ? undefined : pad, oldPad], ['pad', 'padding']);
    const variable = asVariable(context, input!);
    if (variable.ndim < rank)
      throw new EngineError('NotImplementedError', `pool_${rank}d requires a dimension >= ${rank}`);
    if (!isGiven(border) && context.dialect.poolBorder === 'warned')
      context.warn('UserWarning', borderWarning(rank));
    const ignoresBorder = isGiven(border) && isTrue(border);
    const params = { mode: modeOf(mode), ignoresBorder, rank };
    checkPadding(padding, window, { ignoresBorder });
    const size = (value: Missing): Variable =>
      isGiven(value) ? asVariable(context, value) : noPadding(context, rank);
    return pool(params, variable, [size(window), size(isGiven(stride) ? stride : window), size(padding)]);
  };
}

function modeOf(value: Missing): PoolMode {
  const text = isGiven(value) ? asText(value) : 'max';
  return (
    poolModes.find((one) => one === (text === 'max_deterministic' ? 'max' : text)) ??
    raiseValueError(
      `Pool mode parameter only support 'max', 'sum', 'average_inc_pad' and 'average_exc_pad'. Got ${text}`,
    )
  );
}

const borderWarning = (rank: number): string =>
  `pool_${rank}d() will have the parameter ignore_border default value changed to True (currently False). To have consistent behavior with all Theano version, explicitly add the parameter ignore_border=True. On the GPU, using ignore_border=True is needed to use cuDNN. When using ignore_border=False and not using cuDNN, the only GPU combination supported is when \`ws == stride and pad == ${rank === 2 ? '(0, 0)' : '(0, 0, 0)'} and mode == 'max'\`. Otherwise, the convolution will be executed on CPU.`;

/** `signal.pool`. */
export const poolFunctions = (context: GraphContext): Functions => ({
  'pool_2d(input, ws?, ignore_border?, stride?, pad?, mode?, ds?, st?, padding?)': poolOf(context, 2),
  'pool_3d(input, ws?, ignore_border?, stride?, pad?, mode?, ds?, st?, padding?)': poolOf(context, 3),
  'max_pool_2d_same_size(input, patch_size)': (input, size) => {
    const variable = asVariable(context, input!);
    const window = asVariable(context, size!);
    const params: PoolParams = { mode: 'max', ignoresBorder: true, rank: 2 };
    const sizes = [window, window, noPadding(context, 2)];
    return poolGradient(params, [variable, pool(params, variable, sizes)], sizes);
  },
});
