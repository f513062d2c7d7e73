/**
 * `AbstractConv`, and its gradients with respect to the inputs and the filters, in one to three axes:
 * `theano/tensor/nnet/abstract_conv.py` (Theano 1.0.5).
 */

import {
  type ConvolutionShapes,
  type ConvolvedAxis,
  convolutionProduct,
  convolvedLength,
} from '../../tensor/convolve.ts';
import { promote } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import type { NDArray } from '../../tensor/ndarray.ts';
import { apply, type OpEntry, type OpRunner, type Variable } from '../variable.ts';
import { lengthOf } from './math.ts';
import { allocateShape } from './shapes.ts';

export type BorderMode = 'valid' | 'full' | 'half' | readonly (readonly [before: number, after: number])[];

export interface ConvolutionParams {
  /** Which of the three is computed from the other two. */
  readonly gives: keyof ConvolutionShapes;
  readonly border: BorderMode;
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  readonly groups: number;
  readonly isFlipped: boolean;
  /** Filters of their own for every element of the output: (outputs, rows, columns, channels, …). */
  readonly isUnshared: boolean;
}

const rankOf = ({ strides }: ConvolutionParams): number => strides.length;

export const convolutionEntry: OpEntry<ConvolutionParams> = {
  kind: 'convolution',
  infer: (params, [first, second]) => {
    checkRanks(params, first, second);
    const dtype = promote(first.dtype, second.dtype);
    const isSingle = (variable: Variable, axis: number): 1 | null =>
      variable.type.shape[axis] === 1 ? 1 : null;
    const rank = rankOf(params);
    const plane = new Array<null>(rank).fill(null);
    const channel = params.groups === 1 ? isSingle(second, params.isUnshared ? rank + 1 : 1) : null;
    const ownChannel = params.groups === 1 ? isSingle(first, 1) : null;
    const shape = {
      output: [isSingle(first, 0), isSingle(second, 0), ...plane],
      image: [isSingle(first, 0), channel, ...plane],
      filters: [isSingle(second, 1), ...(params.isUnshared ? plane : []), ownChannel, ...plane],
    }[params.gives];
    return [{ dtype, shape }];
  },
  evaluate: (params, inputs, runner, apply) => [
    evaluateConvolution(params, inputs, { runner, dtype: apply.outputs[0].dtype }),
  ],
  print: (params) => printConvolution(params),
};

function checkRanks(params: ConvolutionParams, first: Variable, second: Variable): void {
  const rank = rankOf(params);
  const isFilter = params.gives !== 'filters';
  for (const [variable, name, ndim] of [
    [first, firstNames[params.gives], rank + 2],
    [second, isFilter ? 'kern' : 'topgrad', isFilter && params.isUnshared ? 2 * rank + 2 : rank + 2],
  ] as const) {
    if (variable.ndim === ndim) continue;
    const end = ndim > rank + 2 ? ' for unshared convolution' : '';
    throw new EngineError('TypeError', `${name} must be ${ndim}D tensor${end}`);
  }
}

const firstNames: Readonly<Record<ConvolutionParams['gives'], string>> = {
  output: 'img',
  image: 'topgrad',
  filters: 'img',
};
const ends: Readonly<Record<ConvolutionParams['gives'], string>> = {
  output: '',
  image: '_gradInputs',
  filters: '_gradWeights',
};

const tuple = (items: readonly (number | string)[]): string =>
  `(${items.join(', ')}${items.length === 1 ? ',' : ''})`;

function printConvolution(params: ConvolutionParams): string {
  const rank = rankOf(params);
  const nothing = tuple(new Array<string>(rank + 2).fill('None'));
  const filters = params.isUnshared ? tuple(new Array<string>(2 * rank + 2).fill('None')) : nothing;
  const border =
    typeof params.border === 'string'
      ? params.border
      : tuple(params.border.map(([before, after]) => (before === after ? before : tuple([before, after]))));
  return `AbstractConv${rank}d${ends[params.gives]}{convdim=${rank}, border_mode='${border}', subsample=${tuple(params.strides)}, filter_flip=${params.isFlipped ? 'True' : 'False'}, imshp=${nothing}, kshp=${filters}, filter_dilation=${tuple(params.dilations)}, num_groups=${params.groups}, unshared=${params.isUnshared ? 'True' : 'False'}}`;
}

function axesOf(params: ConvolutionParams, filterLengths: readonly number[]): ConvolvedAxis[] {
  return params.strides.map((stride, axis) => {
    const dilation = params.dilations[axis];
    const reach = (filterLengths[axis] - 1) * dilation + 1;
    const same = (length: number): readonly [number, number] => [length, length];
    const padding =
      params.border === 'valid'
        ? same(0)
        : params.border === 'full'
          ? same(reach - 1)
          : params.border === 'half'
            ? same(Math.floor(reach / 2))
            : params.border[axis];
    return { padding, stride, dilation };
  });
}

function evaluateConvolution(
  params: ConvolutionParams,
  [first, second, ...lengths]: readonly NDArray[],
  { runner, dtype }: { runner: OpRunner; dtype: NDArray['dtype'] },
): NDArray {
  const wanted = lengths.map((length) => Number(length.at(0)));
  const { gives, groups, isFlipped, isUnshared } = params;
  const filters =
    gives === 'filters'
      ? [second.shape[1], first.shape[1] / groups, ...wanted]
      : isUnshared
        ? second.shape.toSpliced(1, rankOf(params))
        : second.shape;
  const image = gives === 'image' ? [first.shape[0], filters[1] * groups, ...wanted] : first.shape;
  const axes = axesOf(params, filters.slice(2));
  const found = axes.map((axis, at) => convolvedLength(image[at + 2], filters[at + 2], axis));
  const output = [image[0], filters[0], ...found];
  checkOutput(output, gives === 'output' ? output : gives === 'image' ? first.shape : second.shape);
  const shapes = { image, filters, output };
  if (isUnshared && gives !== 'filters') checkRegions(second.shape.slice(1, rankOf(params) + 1), found);
  const size = isUnshared && gives === 'filters' ? [...filters, ...found] : shapes[gives];
  allocateShape(runner, size, 'float64');
  const plan = { axes, groups, isFlipped, isUnshared, shapes };
  return convolutionProduct(gives, { first, second, dtype }, plan);
}

function checkRegions(regions: readonly number[], found: readonly number[]): void {
  if (regions.every((length, axis) => length === found[axis])) return;
  throw new EngineError(
    'ValueError',
    `Kernel shape ${tuple(regions)} does not match computed output size ${tuple(found)}`,
  );
}

function checkOutput(expected: readonly number[], given: readonly number[]): void {
  if (expected.some((length, axis) => axis > 1 && length < 0)) {
    throw new EngineError('ValueError', `Convolution output has a negative dimension: ${tuple(expected)}`);
  }
  if (expected.every((length, axis) => length === given[axis])) return;
  throw new EngineError(
    'ValueError',
    `invalid input_shape for gradInputs: the given input_shape would produce an output of shape ${tuple(expected)}, but the given topgrad has shape ${tuple(given)}`,
  );
}

export type ConvolutionOptions = Omit<ConvolutionParams, 'gives'>;

/** The convolution of a batch of images with filters. */
export const convolution = (image: Variable, filters: Variable, options: ConvolutionOptions): Variable =>
  apply(convolutionEntry, { ...options, gives: 'output' }, [image, filters])[0];

/** Its gradient with respect to images whose axes have the lengths `lengths`: a transposed convolution. */
export const convolutionOfInputs = (
  gradient: Variable,
  filters: Variable,
  given: { readonly lengths: readonly Variable[]; readonly options: ConvolutionOptions },
): Variable =>
  apply(convolutionEntry, { ...given.options, gives: 'image' }, [gradient, filters, ...given.lengths])[0];

/** Its gradient with respect to filters whose axes have the lengths `lengths`. */
export const convolutionOfFilters = (
  image: Variable,
  gradient: Variable,
  given: { readonly lengths: readonly Variable[]; readonly options: ConvolutionOptions },
): Variable =>
  apply(convolutionEntry, { ...given.options, gives: 'filters' }, [image, gradient, ...given.lengths])[0];

/** The lengths of the last axes, which are convolved. */
export const planeLengths = (variable: Variable, rank: number): Variable[] =>
  [...variable.type.shape.keys()].slice(-rank).map((axis) => lengthOf(variable, axis));
