/** `pt.random.shared_rng(seed=…)` and `pt.random.rng(name)`: generators as variables. `tensor/random/variable.py`. */
import { stateType } from '../../../../graph/random/generatorState.ts';
import { type GraphContext, Variable } from '../../../../graph/variable.ts';
import { raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { repr } from '../../../protocols/text.ts';
import { typeOf } from '../../../pyType.ts';
import type { Value } from '../../../values.ts';
import { seedSequenceOf } from '../../numpy/random/seeding.ts';
import { nameArgument } from '../tensorTypeObject.ts';
import { defaultState, isGenerator, kindOf } from './generatorObjects.ts';
import { sharedGenerator, sharedState } from './sharedGenerators.ts';

type Missing = Value | undefined;

function sharedRng(context: GraphContext, ...[value, seed, name, borrow]: Missing[]): Value {
  const named = nameArgument(name);
  if (value === undefined || value === null) {
    if (seed === undefined) return raiseValueError('Must set one of value or seed');
    const state = defaultState(context, seedSequenceOf(seed).sequence);
    return sharedState(context, 'Generator', { state, name: named });
  }
  if (seed !== undefined) raiseValueError('Cannot specify both value and seed');
  if (!isGenerator(value) || kindOf(value) !== 'Generator')
    return raiseTypeError(`Expected numpy.random.Generator, got ${repr(typeOf(value))}`);
  return sharedGenerator(context, value, { name: named, borrows: borrow !== undefined && isTrue(borrow) });
}

/** Generators as variables, by signature. */
export const generatorVariableFunctions = (
  context: GraphContext,
): Readonly<Record<string, (...args: Missing[]) => Value>> => ({
  'shared_rng(value?, *, seed?, name?, borrow?)': (...args) => sharedRng(context, ...args),
  'rng(name?)': (name) => new Variable(context, stateType('Generator'), { name: nameArgument(name) }),
});
