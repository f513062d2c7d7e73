/** A call of scan as the detectors see it: what it is given and what its step returned. */
import type { Call } from '../../python/syntax.ts';
import type { LibraryVersion } from '../analysisContext.ts';
import type { Machine } from '../machine.ts';
import type { NamedArgument, StepArguments } from '../scanArguments.ts';
import type { StepResult } from '../stepResult.ts';
import type { Value } from '../values.ts';

/** One call of scan or of a view of it, after its step was followed. */
export interface FollowedScan {
  readonly machine: Machine;
  readonly site: Call;
  readonly version: LibraryVersion;
  readonly named: ReadonlyMap<string, NamedArgument>;
  readonly layout: StepArguments;
  readonly result: StepResult;
  /** What the step returned. */
  readonly returned: Value;
}
