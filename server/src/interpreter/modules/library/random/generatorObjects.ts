/** Between NumPy's generators, which programs hold, and their states, which the engine carries. */
import { decodeState, encodeState } from '../../../../graph/random/generatorState.ts';
import type { GeneratorKind } from '../../../../graph/tensorType.ts';
import type { GraphContext } from '../../../../graph/variable.ts';
import type { NDArray } from '../../../../tensor/ndarray.ts';
import { Mt19937 } from '../../../../tensor/random/mt19937.ts';
import { Pcg64 } from '../../../../tensor/random/pcg64.ts';
import { LegacySampler, ZigguratSampler } from '../../../../tensor/random/sampler.ts';
import type { SeedSequence } from '../../../../tensor/random/seedSequence.ts';
import type { Value } from '../../../values.ts';
import { PyGenerator, PyRandomState } from '../../numpy/random/randomModule.ts';
import { bitGenerator } from '../../numpy/random/seeding.ts';

/** A generator of NumPy's as a program holds it. */
export type GeneratorObject = PyRandomState | PyGenerator;

export const isGenerator = (value: Value): value is GeneratorObject =>
  value instanceof PyRandomState || value instanceof PyGenerator;

export const kindOf = (generator: GeneratorObject): GeneratorKind =>
  generator instanceof PyRandomState ? 'RandomState' : 'Generator';

/** The state that a generator is in. */
export const stateOf = (generator: GeneratorObject): NDArray => encodeState(generator.sampler);

/** A generator of its own in a state. */
export function generatorIn(context: GraphContext, kind: GeneratorKind, state: NDArray): GeneratorObject {
  const sampler = decodeState(kind, state, context.dialect.numpy);
  const source = bitGenerator(sampler.bits, null);
  if (kind === 'Generator') return new PyGenerator(source);
  const made = new PyRandomState(source);
  if (sampler instanceof LegacySampler) made.sampler.pending = sampler.pending;
  return made;
}

/** The state of `np.random.RandomState(seed)`. */
export function legacyState(seed: number): NDArray {
  return encodeState(new LegacySampler(new Mt19937().seedByNumber(seed)));
}

/** The state of `np.random.default_rng(sequence)`. */
export function defaultState({ dialect }: GraphContext, sequence: SeedSequence): NDArray {
  return encodeState(new ZigguratSampler(new Pcg64().seed(sequence.generateLongs(4)), dialect.numpy));
}
