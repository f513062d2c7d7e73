/** Who draws for `random_state=`: NumPy's global generator, one of the program, or a new one from a seed. */
import { getAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { runtime } from '../../../runtime.ts';
import type { Value } from '../../../values.ts';
import { isMissing } from '../../numpy/arguments.ts';

/** A method of it. */
export function drawMethod(source: Value | undefined, name: string): Value {
  const random = runtime().importModule('numpy.random');
  if (isMissing(source)) return getAttribute(random, name);
  const isSeed = typeof source === 'number' || typeof source === 'bigint';
  return getAttribute(isSeed ? call(getAttribute(random, 'RandomState'), [source]) : source, name);
}
