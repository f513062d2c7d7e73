/**
 * What the static half knows about a file: one fact per call of scan, and what those facts refer to.
 *
 * Hover, lenses, hints and rules read facts and nothing else. Whatever is not understood makes a fact say `unknown`
 * (or null), never something else. Spans are UTF-16 offsets into the analysed text.
 */
import type { Span } from '../base/span.ts';
import type { DType } from '../tensor/dtype.ts';

export type Library = 'theano' | 'aesara' | 'pytensor';
export type FloatX = 'float32' | 'float64';
export type ScanKind = 'scan' | 'map' | 'reduce' | 'foldl' | 'foldr' | 'scan_checkpoints';

/** A dtype under each setting of floatX; null where it is not known. */
export type DTypeByFloatX = Readonly<Record<FloatX, DType | null>>;

export interface TensorFact {
  readonly dtype: DTypeByFloatX;
  /** Number of axes; null where it is not known. */
  readonly ndim: number | null;
}

/** One argument that scan passes to the step function, in order. */
export interface StepParameterFact {
  /** The name in the step's definition; null when it is taken up by `*args` or missing. */
  readonly name: string | null;
  /** The name in the step's definition; null with `name`. */
  readonly span: Span | null;
  readonly role: 'sequence' | 'state' | 'nonSequence';
  /** Which entry of `sequences`, `outputs_info` or `non_sequences`, from 0. */
  readonly index: number;
  /** The offset in steps; null for non-sequences. */
  readonly tap: number | null;
  /** The source text of that entry, short. */
  readonly source: string;
  readonly type: TensorFact | null;
}

/** One output of the scan, in the order of the step's return value. */
export interface ScanOutputFact extends TensorFact {
  /** The expressions in the step's `return` that make it; empty where they are not known. */
  readonly sources: readonly Span[];
  /** Taps of the state that it feeds; empty for an output that feeds nothing. */
  readonly taps: readonly number[];
}

/** One shared variable that the step updates. */
export interface UpdateFact {
  /** How the program calls the variable: the text of the key, or its name. */
  readonly name: string;
  /** The entry in the step (`a: a + 1`). */
  readonly entry: Span;
  /** False when only some ways through the step have the entry. */
  readonly isCertain: boolean;
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
    | 'read'
    | 'call'
    | 'asserted'
    | 'unseen';
  readonly span: Span;
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
  /** True when it gets the updates of this scan. */
  readonly getsUpdates: boolean;
  /** True when it has updates of its own. */
  readonly hasUpdates: boolean;
}

/** A name in the text that holds what a scan returned. */
export interface Mention extends Span {
  readonly part: 'outputs' | 'updates';
}

/** One call of scan (or of map, reduce, foldl, foldr) in the text; all ways to reach it are one fact. */
export interface ScanFact {
  readonly kind: ScanKind;
  readonly library: Library;
  /** The whole call. */
  readonly span: Span;
  /** What is called: `theano.scan`. */
  readonly callee: Span;
  /** The lambda, or the `def` with its name; null when it is not resolved to one of this file. */
  readonly step: { readonly span: Span; readonly name: string | null } | null;
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
  /** The updates reach nothing although the step makes some and a function uses the outputs: proven. */
  readonly dropped: DroppedUpdates | null;
}

export interface DroppedUpdates {
  readonly variables: readonly UpdateFact[];
  /** Functions that use the outputs without the updates; empty when the scan has no outputs. */
  readonly functions: readonly FunctionUse[];
}

/** A shared variable, where it is made. */
export interface SharedVariableFact {
  readonly name: string;
  readonly span: Span;
  readonly type: TensorFact;
}

export interface Analysis {
  readonly scans: readonly ScanFact[];
  readonly sharedVariables: readonly SharedVariableFact[];
  /** What the program itself sets `config.floatX` to, when it is one value; else null. */
  readonly floatX: FloatX | null;
  /** False when the file is too large or too deep to be followed completely; then nothing is proven. */
  readonly isComplete: boolean;
}
