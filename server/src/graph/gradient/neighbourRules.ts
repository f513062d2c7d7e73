/** Gradients of patches of images: `Images2Neibs.grad` (Theano 1.0.5). */
import {
  imagesOfPatches,
  type NeighbourMode,
  neighbourSumEntry,
  neighbours,
  neighboursEntry,
} from '../ops/neighbours.ts';
import { shapeOf } from '../ops/shapes.ts';
import { apply, Constant, type Variable } from '../variable.ts';
import { notImplementedGradient, ruleFor, undefinedGradient } from './gradientRule.ts';
import { zerosLike } from './zeros.ts';

/** Patches that do not overlap and leave nothing out. */
function areDisjoint(lengths: Variable, steps: Variable): boolean {
  if (lengths === steps) return true;
  if (!(lengths instanceof Constant && steps instanceof Constant)) return false;
  return [0, 1].every((axis) => Number(lengths.value.at(axis)) === Number(steps.value.at(axis)));
}

function imageGradient(
  mode: NeighbourMode,
  inputs: readonly Variable[],
  gradient: Variable,
): Variable | null {
  const [images, lengths, steps] = inputs;
  if (mode !== 'valid' && mode !== 'ignore_borders') return null;
  if (areDisjoint(lengths, steps)) return imagesOfPatches(mode, gradient, [lengths, shapeOf(images)]);
  return mode === 'valid' ? apply(neighbourSumEntry, { mode }, [gradient, ...inputs])[0] : null;
}

export const neighbourRules = {
  neighbours: ruleFor(neighboursEntry, {
    differentiate: ({ mode }, made, [gradient]) => [
      imageGradient(mode, made.inputs, gradient!) ?? notImplementedGradient(made, 0, `Images2Neibs{${mode}}`),
      undefinedGradient(made, 1, `Images2Neibs{${mode}}`, ''),
      undefinedGradient(made, 2, `Images2Neibs{${mode}}`, ''),
    ],
  }),
  neighbourSum: ruleFor(neighbourSumEntry, {
    connections: (_, made) => made.inputs.map((_input, index) => [index < 2]),
    differentiate: ({ mode }, { inputs: [, images, lengths, steps] }, [gradient]) => [
      neighbours(mode, gradient!, [lengths, steps]),
      zerosLike(images),
      null,
      null,
    ],
  }),
};
