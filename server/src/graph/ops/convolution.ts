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
}

const rankOf = ({ strides }: ConvolutionParams): number => strides.length;

export const convolutionEntry: OpEntry<ConvolutionParams> = {
  kind: 'convolution',
  infer: (params, [first, second]) => {
    const ndim = rankOf(params) + 2;
    for (const [variable, name] of [
      [first, firstNames[params.gives]],
      [second, params.gives === 'filters' ? 'topgrad' : 'kern'],
    ] as const) {
      if (variable.ndim !== ndim) throw new EngineError('TypeError', `${name} must be ${ndim}D tensor`);
    }
    const dtype = promote(first.dtype, second.dtype);
    const isSingle = (variable: Variable, axis: number): 1 | null =>
      variable.type.shape[axis] === 1 ? 1 : null;
    const channels = {
      output: [isSingle(first, 0), isSingle(second, 0)],
      image: [isSingle(first, 0), params.groups === 1 ? isSingle(second, 1) : null],
      filters: [isSingle(second, 1), params.groups === 1 ? isSingle(first, 1) : null],
    }[params.gives];
    return [{ dtype, shape: [...channels, ...new Array<null>(rankOf(params)).fill(null)] }];
  },
  evaluate: (params, inputs, runner, apply) => [
    evaluateConvolution(params, inputs, { runner, dtype: apply.outputs[0].dtype }),
  ],
  print: (params) => printConvolution(params),
};

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
  const border =
    typeof params.border === 'string'
      ? params.border
      : tuple(params.border.map(([before, after]) => (before === after ? before : tuple([before, after]))));
  return `AbstractConv${rank}d${ends[params.gives]}{convdim=${rank}, border_mode='${border}', subsample=${tuple(params.strides)}, filter_flip=${params.isFlipped ? 'True' : 'False'}, imshp=${nothing}, kshp=${nothing}, filter_dilation=${tuple(params.dilations)}, num_groups=${params.groups}, unshared=False}`;
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
  const { gives, groups, isFlipped } = params;
  const filters = gives === 'filters' ? [second.shape[1], first.shape[1] / groups, ...wanted] : second.shape;
  const image = gives === 'image' ? [first.shape[0], filters[1] * groups, ...wanted] : first.shape;
  const axes = axesOf(params, filters.slice(2));
  const found = axes.map((axis, at) => convolvedLength(image[at + 2], filters[at + 2], axis));
  const output = [image[0], filters[0], ...found];
  checkOutput(output, gives === 'output' ? output : gives === 'image' ? first.shape : second.shape);
  const shapes = { image, filters, output };
  allocateShape(runner, shapes[gives], 'float64');
  return convolutionProduct(gives, { first, second, dtype }, { axes, groups, isFlipped, shapes });
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

/** The lengths of the axes that are convolved. */
export const planeLengths = (variable: Variable): Variable[] =>
  [...variable.type.shape.keys()].slice(2).map((axis) => lengthOf(variable, axis));
