/** Patches of images as rows of a matrix, and their sum back in the images: `theano/tensor/nnet/neighbours.py` (Theano 1.0.5). */
import { EngineError } from '../../tensor/engineError.ts';
import { spent } from '../../tensor/interrupt.ts';
import { type NDArray, zeros } from '../../tensor/ndarray.ts';
import { arrayText } from '../../tensor/text.ts';
import { int64Constant } from '../constants.ts';
import type { Dialect } from '../dialects.ts';
import { apply, type OpEntry, type Variable } from '../variable.ts';
import { dimShuffle } from './dimShuffle.ts';
import { elemwise } from './elemwise.ts';
import { constantIn, lengthOf, stacked } from './math.ts';
import { alloc, allocateShape, join, makeVector, reshaped } from './shapes.ts';
import { subtensor } from './subtensor.ts';

export const neighbourModes = ['valid', 'ignore_borders', 'wrap_centered', 'half', 'full'] as const;
export type NeighbourMode = (typeof neighbourModes)[number];

export interface NeighbourParams {
  readonly mode: NeighbourMode;
}

/** Along one axis: how many patches there are, and how long they are. */
interface Patches {
  readonly count: number;
  readonly length: number;
  /** The element of the image at place `at` of patch `patch`; null outside of the image. */
  place(patch: number, at: number): number | null;
}

/** The lengths of one axis of the images, of its patches, and from one patch to the next. */
interface PatchedAxis {
  readonly axis: 0 | 1;
  /** The axis that the errors name. */
  readonly named: 0 | 1;
  readonly image: number;
  readonly length: number;
  readonly step: number;
}

function patchesOf(mode: NeighbourMode, given: PatchedAxis): Patches {
  const { image, length, step } = given;
  const isWrapped = mode === 'wrap_centered';
  const before = isWrapped || mode === 'half' ? Math.floor(length / 2) : mode === 'full' ? length - 1 : 0;
  const room = image + (isWrapped ? 0 : 2 * before) - length;
  const isEven = mode !== 'valid' && mode !== 'half' && mode !== 'full';
  if (!isEven && (image < length || room % step !== 0)) throw inconsistent(given);
  return {
    count: Math.max(0, isWrapped ? Math.ceil(image / step) : 1 + Math.floor(room / step)),
    length,
    place(patch, at) {
      const place = patch * step + at - before;
      if (isWrapped) return place < 0 ? place + image : place >= image ? place - image : place;
      return place < 0 || place >= image ? null : place;
    },
  };
}

const inconsistent = ({ axis, named, image, length, step }: PatchedAxis): EngineError =>
  new EngineError(
    'TypeError',
    `neib_shape[${named}]=${length}, neib_step[${named}]=${step} and ten4.shape[${axis + 2}]=${image} not consistent`,
  );

function bothPatches(
  { mode, dialect }: { mode: NeighbourMode; dialect: Dialect },
  images: readonly number[],
  [lengths, steps]: readonly [NDArray, NDArray],
): [Patches, Patches] {
  const [rows, columns] = [Number(lengths.at(0)), Number(lengths.at(1))];
  const [down, right] = [Number(steps.at(0)), Number(steps.at(1))];
  if (lengths.size !== 2 || steps.size !== 2) throw new EngineError('AssertionError');
  if (down <= 0 || right <= 0)
    throw new EngineError('ValueError', `neib_step wrong step ; values <= 0. Got ${arrayText(steps, 1)}`);
  if (rows <= 0 || columns <= 0)
    throw new EngineError('ValueError', `neib_shape values <=0. Got ${arrayText(lengths, 1)}`);
  if (mode === 'wrap_centered') checkWrapped(images, rows, columns);
  const named = mode === 'valid' || dialect.paddedPatches === 'each' ? 1 : 0;
  return [
    patchesOf(mode, { axis: 0, named: 0, image: images[2], length: rows, step: down }),
    patchesOf(mode, { axis: 1, named, image: images[3], length: columns, step: right }),
  ];
}

function checkWrapped(images: readonly number[], rows: number, columns: number): void {
  if (rows % 2 !== 1 || columns % 2 !== 1)
    throw new EngineError('TypeError', 'Images2Neibs: in mode wrap_centered need patch with odd shapes');
  if (images[2] >= rows && images[3] >= columns) return;
  throw new EngineError(
    'TypeError',
    `Images2Neibs: in wrap_centered mode, don't support image shapes smaller then the patch shapes: neib_shape=(${rows},${columns}), ten4[2:]=[${images[2]},${images[3]}]`,
  );
}

/** Calls `visit` for every element of the patches that is inside of an image. */
function forEachPlace(
  images: readonly number[],
  [down, right]: readonly [Patches, Patches],
  visit: (patch: number, image: number) => void,
): void {
  const size = images[2] * images[3];
  let row = 0;
  for (let plane = 0; plane < images[0] * images[1]; plane++) {
    for (let a = 0; a < down.count; a++) {
      for (let b = 0; b < right.count; b++, row++) {
        spent(down.length * right.length);
        for (let i = 0; i < down.length; i++) {
          const y = down.place(a, i);
          if (y === null) continue;
          for (let j = 0; j < right.length; j++) {
            const x = right.place(b, j);
            if (x === null) continue;
            visit((row * down.length + i) * right.length + j, plane * size + y * images[3] + x);
          }
        }
      }
    }
  }
}

/** Inputs: images, the shape of a patch, the steps between patches. */
export const neighboursEntry: OpEntry<NeighbourParams> = {
  kind: 'neighbours',
  infer: (_, [images, lengths, steps]) => {
    if (images.ndim !== 4 || lengths.ndim !== 1 || steps.ndim !== 1) throw new EngineError('AssertionError');
    return [{ dtype: images.dtype, shape: [null, null] }];
  },
  evaluate: ({ mode }, [images, lengths, steps], runner, { inputs: [{ context }] }) => {
    const { shape } = images;
    const both = bothPatches({ mode, dialect: context.dialect }, shape, [lengths, steps]);
    const [down, right] = both;
    const wanted = [shape[0] * shape[1] * down.count * right.count, down.length * right.length];
    allocateShape(runner, wanted, images.dtype);
    const found = zeros(images.dtype, wanted);
    const [from, to] = [images.elements(), found.elements()];
    forEachPlace(shape, both, (patch, image) => {
      to[patch] = from[image];
    });
    return [found];
  },
  print: ({ mode }) => `Images2Neibs{${mode}}`,
};

/** The gradient with respect to the images: sums of all patches that have an element. Inputs: the gradient, then those of the op. */
export const neighbourSumEntry: OpEntry<NeighbourParams> = {
  kind: 'neighbourSum',
  infer: (_, [gradient, images]) => [{ dtype: gradient.dtype, shape: images.type.shape }],
  evaluate: ({ mode }, [gradient, images, lengths, steps], runner, { inputs: [{ context }] }) => {
    allocateShape(runner, images.shape, gradient.dtype);
    const found = zeros(gradient.dtype, images.shape);
    const [from, to] = [gradient.elements() as unknown as number[], found.elements() as unknown as number[]];
    const both = bothPatches({ mode, dialect: context.dialect }, images.shape, [lengths, steps]);
    forEachPlace(images.shape, both, (patch, image) => {
      to[image] += from[patch];
    });
    return [found];
  },
  print: ({ mode }) => `Images2NeibsGrad{${mode}}`,
};

export const neighbours = (
  mode: NeighbourMode,
  images: Variable,
  [lengths, steps]: readonly [Variable, Variable],
): Variable => apply(neighboursEntry, { mode }, [images, lengths, steps])[0];

const elementOf = (vector: Variable, index: number): Variable =>
  subtensor(vector, [{ kind: 'integer', value: int64Constant(vector.context, index) }]);

/** The images from patches that do not overlap; where borders were ignored they are zeros. */
export function imagesOfPatches(
  mode: 'valid' | 'ignore_borders',
  patches: Variable,
  [lengths, shape]: readonly [Variable, Variable],
): Variable {
  const width = elementOf(lengths, 1);
  const turned = stacked([elemwise('int_div', elementOf(shape, 3), width), width], 0);
  const rows = neighbours(mode, dimShuffle(patches, ['x', 'x', 0, 1]), [turned, turned]);
  if (mode === 'valid') return reshaped(rows, shape, 4);
  const whole = [0, 1, 2, 3].map((axis) => {
    const length = elementOf(shape, axis);
    if (axis < 2) return length;
    const own = elementOf(lengths, axis - 2);
    return elemwise('mul', elemwise('int_div', length, own), own);
  });
  const inner = reshaped(rows, makeVector(patches.context, whole, 'int64'), 4);
  return [2, 3].reduce((images, axis) => {
    const border = [0, 1, 2, 3].map((at) =>
      at === axis ? elemwise('sub', elementOf(shape, at), whole[at]) : lengthOf(images, at),
    );
    const zero = constantIn(patches.context, patches.context.floatX, 0);
    return join([images, alloc(zero, border)], axis);
  }, inner);
}
