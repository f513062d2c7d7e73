/** What a journal holds of calls, variables and functions. */
import type { PlaceData } from '../../../../protocol/src/places.ts';
import type { ChangeData } from '../../../../protocol/src/questions.ts';
import type { CompiledCallEvent, CompiledIdentity } from '../../graph/functionGraph.ts';
import type { SharedVariable } from '../../graph/variable.ts';
import type { NDArray } from '../../tensor/ndarray.ts';

/** A call of a compiled function. */
export interface RecordedCall {
  /** Later ones are greater; no change has the same one. */
  readonly id: number;
  readonly runId: number;
  readonly place: PlaceData;
  readonly functionName: string | null;
  readonly compiled: CompiledIdentity;
  readonly facts: CallFacts;
  readonly changes: readonly RecordedChange[];
  /** null once it is too old: then nothing but its facts is left. */
  values: CallValues | null;
}

/** What is left of a call in any case. */
export type CallFacts = Pick<CompiledCallEvent, 'error' | 'backend' | 'fallbacks' | 'elapsedMs'>;

/** All that is needed to make a call again. */
export interface CallValues {
  readonly inputs: readonly NDArray[];
  /** Of `compiled.graph.shared`. */
  readonly sharedBefore: readonly NDArray[];
  /** null where only making the call again gives them; empty where it raised. */
  readonly outputs: readonly NDArray[] | null;
}

/** A change of a shared variable. */
export interface RecordedChange {
  readonly id: number;
  readonly variable: RecordedVariable;
  /** Counts the changes of the variable from 1. */
  readonly number: number;
  readonly cause: ChangeData['cause'];
  readonly place: PlaceData | null;
  readonly functionName: string | null;
  /** null once they are too old. */
  values: { readonly before: NDArray; readonly after: NDArray } | null;
  /** What happened, in words without the name; null as long as nobody asked. */
  text: string | null;
}

/** A shared variable that was made, read or changed while somebody watched, or that the program's names reach. */
export interface RecordedVariable {
  readonly id: number;
  readonly variable: SharedVariable;
  readonly place: PlaceData | null;
  changeCount: number;
  /** The first changes, and after them some of the last ones. */
  readonly firstChanges: RecordedChange[];
  readonly lastChanges: RecordedChange[];
}

/** A compiled function. */
export interface RecordedFunction {
  readonly id: number;
  readonly compiled: CompiledIdentity;
  readonly place: PlaceData | null;
  callCount: number;
  /** The expression through which the program held it at its last call. */
  calledAs: string | null;
  /** What ran the last call; null before one. */
  backend: CallFacts['backend'] | null;
  fallbacks: CallFacts['fallbacks'];
  /** The number of the cell that called it last: what it reads is known for that one. */
  cellNumber: number;
}
