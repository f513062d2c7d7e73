/**
 * What the static half knows about a file: one fact per call of scan and of `function`, the shared variables, and proven
 * mistakes.
 *
 * Hover, lenses, hints and rules read facts and nothing else. Whatever is not understood makes a fact say `unknown`
 * (or null), never something else. Spans are UTF-16 offsets into the analysed text; a `Place` may lie in another file.
 */
import type { Span } from '../base/span.ts';
import type { DType } from '../tensor/dtype.ts';
import type { LibraryVersion } from './analysisContext.ts';
import type { Mistake } from './mistakes.ts';
import type { FloatX, Library, Place, ScanKind, TensorFact } from './terms.ts';

/** One argument that scan passes to the step function, in order. */
export interface StepParameterFact {
  /** The name in the step's definition; null when it is taken up by `*args` or missing. */
  readonly name: string | null;
  /** The name in the step's definition; null with `name`, and for a step of another file. */
  readonly span: Span | null;
  readonly role: 'sequence' | 'state' | 'nonSequence';
  /** Which entry of `sequences`, `outputs_info` or `non_sequences`, from 0. */
  readonly index: number;
  /** The offset in steps; null for non-sequences. */
  readonly tap: number | null;
  /** The source text of that entry, short. */
  readonly source: string;
  readonly type: TensorFact | null;
  /** True for the state of random numbers, which is no tensor. */
  readonly isGenerator: boolean;
}

/** One output of the scan, in the order of the step's return value. */
export interface ScanOutputFact extends TensorFact {
  /** The expressions in the step's `return` that make it; empty where they are not known. */
  readonly sources: readonly Span[];
  /** Taps of the state that it feeds; empty for an output that feeds nothing. */
  readonly taps: readonly number[];
  /** True for the state of random numbers: no tensor, and scan returns the last one alone. */
  readonly isGenerator: boolean;
}

/** One variable that the scan updates. */
export interface UpdateFact {
  /** How the program calls the variable: the text of the key, or its name; of a draw the call (`srng.normal`). */
  readonly name: string;
  /**
   * `entry`: the step returns it. `draw`: the state of a random stream, which moves because the step draws.
   * `default`: the variable has a `default_update`.
   */
  readonly origin: 'entry' | 'draw' | 'default';
  /** True when the variable is the state of random numbers. */
  readonly isRandom: boolean;
  /** The entry in the step (`a: a + 1`), or the draw. */
  readonly entry: Place;
  /** Where the variable is made; null where that is not known. */
  readonly definition: Place | null;
  /** False when only some ways through the step have it. */
  readonly isCertain: boolean;
  /** True when the size or the parameters of a draw depend on what scan passes to the step. */
  readonly dependsOnStep: boolean;
}

export type UpdatesFact =
  | { readonly status: 'none' }
  /** On every way through the step there is at least one update. */
  | { readonly status: 'proven'; readonly variables: readonly UpdateFact[] }
  | { readonly status: 'unknown'; readonly reason: string };

/** A place where the updates of a scan go. */
export interface Destination {
  readonly kind:
    | 'function'
    | 'givens'
    | 'step'
    | 'container'
    | 'returned'
    | 'yielded'
    | 'attribute'
    | 'defaultUpdate'
    | 'read'
    | 'call'
    | 'asserted'
    | 'unseen';
  readonly place: Place;
}

/** Why scan refuses the program under one floatX: a state and the step's result differ in dtype. */
export interface Refusal {
  /** Which state, from 0 in `outputs_info`. */
  readonly state: number;
  readonly initial: DType;
  readonly result: DType;
  readonly span: Span;
}

/** A compiled function as seen by one scan. */
export interface FunctionUse {
  /** The call of `function`. */
  readonly span: Span;
  /** Its callee. */
  readonly callee: Span;
  /** `eval`: `variable.eval()`, which takes no updates. */
  readonly form: 'function' | 'eval';
  /** True when it gets the updates of this scan. */
  readonly getsUpdates: boolean;
  /** True when it has updates of its own. */
  readonly hasUpdates: boolean;
  /** Where it stands when that is not the analysed file. */
  readonly path: string | null;
}

/** A name in the text that holds what a scan returned. */
export interface Mention extends Span {
  readonly part: 'outputs' | 'updates';
}

/** One call of scan (or of map, reduce, foldl, foldr) in the text; all ways to reach it are one fact. */
export interface ScanFact {
  readonly kind: ScanKind;
  readonly library: Library;
  readonly version: LibraryVersion;
  /** The whole call. */
  readonly span: Span;
  /** What is called: `theano.scan`. */
  readonly callee: Span;
  /** The lambda, or the `def` with its name; null when it is not resolved to a function of the workspace. */
  readonly step: { readonly place: Place; readonly name: string | null } | null;
  readonly parameters: readonly StepParameterFact[];
  /** Null when their number is not known. */
  readonly outputs: readonly ScanOutputFact[] | null;
  readonly updates: UpdatesFact;
  readonly destinations: readonly Destination[];
  /** The name that holds the updates; null when nothing does. */
  readonly updatesName: string | null;
  /** Names that hold its outputs or its updates, in source order. */
  readonly mentions: readonly Mention[];
  /** Functions that depend on the outputs. */
  readonly functions: readonly FunctionUse[];
  /** True when scan was told to return no updates (`return_updates=False`). */
  readonly returnsOnlyOutputs: boolean;
  /** Proven refusals; null where the call is accepted or it is not known. */
  readonly refusedUnder: Readonly<Record<FloatX, Refusal | null>>;
  /** True when both settings of floatX are understood for every state. */
  readonly statesAreUnderstood: boolean;
  /** The updates reach nothing although the step makes some and somebody uses the outputs: proven. */
  readonly dropped: DroppedUpdates | null;
}

/** How updates are lost. */
export interface DroppedUpdates {
  readonly way: /** No function receives them. */
    | { readonly kind: 'noFunction' }
    /** The function around the scan returns outputs and keeps the updates to itself. */
    | { readonly kind: 'helper'; readonly name: string; readonly return: Place }
    /** The scan runs inside the step of another scan, and that step does not return them. */
    | { readonly kind: 'nestedScan'; readonly outer: Span }
    /** The name that held them was bound again, by another scan, before anything read it. */
    | { readonly kind: 'overwritten'; readonly name: string; readonly by: Span }
    /** A helper returned them and the caller at `call` threw them away. */
    | { readonly kind: 'caller'; readonly call: Span; readonly helper: string };
  readonly variables: readonly UpdateFact[];
  /** Functions that use the outputs without the updates; empty when the scan has no outputs. */
  readonly functions: readonly FunctionUse[];
}

/** A scan whose updates a call in this file throws away, or hands to a helper of another file that loses them. */
export interface DroppedCall {
  readonly kind: ScanKind;
  readonly library: Library;
  readonly version: LibraryVersion;
  /** The call in this file that returned the updates, or only the outputs. */
  readonly callee: Span;
  /** The scan. */
  readonly scan: Place;
  readonly dropped: DroppedUpdates;
}

/** A shared variable, where it is made. */
export interface SharedVariableFact {
  readonly name: string;
  readonly span: Span;
  readonly type: TensorFact;
  readonly isGenerator: boolean;
  /** Names in the text that hold it, in source order. */
  readonly mentions: readonly Span[];
}

/** A call of `function` in the analysed file. */
export interface CompiledFunctionFact {
  readonly span: Span;
  /** What is called: `theano.function`. */
  readonly callee: Span;
  /** Where the variables are made that a call of the function changes, as far as they are known. */
  readonly updated: readonly Place[];
}

export interface Analysis {
  readonly scans: readonly ScanFact[];
  /** Updates that helpers of other files returned and that are thrown away here. */
  readonly droppedCalls: readonly DroppedCall[];
  readonly sharedVariables: readonly SharedVariableFact[];
  readonly compiledFunctions: readonly CompiledFunctionFact[];
  /** Proven mistakes other than dropped updates, in source order. */
  readonly mistakes: readonly Mistake[];
  /** What the program itself sets `config.floatX` to, when it is one value; else null. */
  readonly floatX: FloatX | null;
  /** Paths of the other files that were read. */
  readonly modules: readonly string[];
  /** False when the file is too large or too deep to be followed completely; then nothing is proven. */
  readonly isComplete: boolean;
}
