/** What is told about the types of a call of scan: one face for the detectors beside it. */
import type { NamedArgument } from '../scanArguments.ts';
import type { FollowedScan } from './followedScan.ts';
import { observeSequences } from './sequences.ts';
import { observeStates } from './states.ts';
import { observeSteps } from './steps.ts';
import { observeTaps } from './taps.ts';
import { observeStepUpdates } from './updateDTypes.ts';

/** Tells proven mistakes in dtypes, axes, taps and numbers of steps. */
export function observeScanTypes(call: FollowedScan): void {
  observeTaps(call);
  observeSequences(call);
  observeSteps(call);
  // With the number 1 no scan is made and nothing is checked.
  if (isOneStep(call.named)) return;
  observeStates(call);
  observeStepUpdates(call);
}

/** True when `n_steps` is the number 1, as written or through names. */
export function isOneStep(named: ReadonlyMap<string, NamedArgument>): boolean {
  const steps = named.get('n_steps')?.value;
  return steps?.kind === 'number' && steps.value === 1;
}
