/**
 * The shapes of an op's results, learned from a trial: the reference computes the op once with operands of the same shapes. Inputs
 * whose values decide about shapes have to be known; if a guess is wrong nevertheless, the run gives up when it meets the real result.
 */
import { t } from '../../../base/l10n.ts';
import type { OpKind } from '../../../graph/ops/opKinds.ts';
import { makeStorage } from '../../../tensor/dtype.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { fromStorage, type NDArray } from '../../../tensor/ndarray.ts';
import type { Shape } from '../../../tensor/shape.ts';
import type { RuleContext } from '../surroundings.ts';
import { unsupported } from '../unsupported.ts';
import { elementCountOf, type Value } from '../values.ts';
import { knownNumbers } from './shapeRules.ts';

/** Which inputs decide about the shapes of the results by their values; 'all' where the elements of any input do. */
const deciding: Partial<Record<OpKind, readonly number[] | 'all'>> = {
  allocEmpty: 'all',
  arange: [0, 1, 2],
  blockwise: 'all',
  bufferedScan: 'all',
  eye: [0, 1],
  fromGraph: 'all',
  nonzero: 'all',
  repeat: [1],
  topK: [1],
  triangle: [0, 1],
  unique: 'all',
};

/** The shapes of all results. */
export function trialShapes({ apply, runner }: RuleContext, inputs: readonly Value[]): Shape[] {
  const { entry, params } = apply.op;
  const wanted = deciding[entry.kind] ?? [];
  if (wanted === 'all') throw unsupported(t('no machine code for {0}', entry.kind));
  for (const index of wanted) knownNumbers(inputs[index], t('a length'));
  const given = inputs.map((input) => input.known ?? sample(input));
  try {
    const results = entry.evaluate(params, given, runner, apply);
    const isOther = results.some(({ dtype }, i) => dtype !== apply.outputs[i].dtype);
    if (isOther) throw unsupported(t('{0} in another type than its variable', entry.kind));
    return results.map(({ shape }) => shape);
  } catch (error) {
    if (error instanceof EngineError) throw unsupported(t('no machine code for {0}', entry.kind));
    throw error;
  }
}

/** Identity matrices, which all functions of matrices take; of integers zeros, which are indices. */
function sample({ dtype, shape }: Value): NDArray {
  const storage = makeStorage(dtype, elementCountOf({ shape }));
  const columns = shape[shape.length - 1];
  const rows = shape[shape.length - 2] ?? columns;
  if (dtype === 'float64' || dtype === 'float32') {
    for (let i = 0; i < storage.length; i++) {
      const row = Math.floor(i / columns) % rows;
      storage[i] = shape.length < 2 || row === i % columns ? 1 : 0;
    }
  }
  return fromStorage(dtype, storage, shape);
}
