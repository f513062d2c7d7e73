/**
 * Table of proven mistakes other than dropped updates: what the library refuses, or silently does otherwise than the
 * program reads. The kind of a mistake is the id of its rule; the numbers are those of the catalogue in
 * facts/scan-semantics.md, section 4. Nothing here has words for people: they are in `rules/`.
 */
import type { Span } from '../base/span.ts';
import type { DType } from '../tensor/dtype.ts';
import type { LibraryVersion } from './analysisContext.ts';
import type { AxisLength, FloatX, Place, ScanKind } from './terms.ts';

interface Kind<Name extends string> {
  readonly kind: Name;
  /** What is underlined. */
  readonly span: Span;
  readonly version: LibraryVersion;
}

/** 37: a draw inside a step whose generator does not move on: the same number in every step and every call. */
export interface RepeatedRandomDraw extends Kind<'repeated-random-draw'> {
  /** `noGenerator`: the draw makes one of its own. `notReturned`: the step does not return the generator that comes next. */
  readonly cause: 'noGenerator' | 'notReturned';
  /** How the program calls the generator; '' without one. */
  readonly generator: string;
  /** The name that holds the next generator; null when nothing does. */
  readonly nextName: string | null;
  readonly scan: Span;
}

/** 32: two updates of one variable come together. `firstIsLost`: silently; else the library raises. */
export interface CollidingUpdates extends Kind<'colliding-updates'> {
  readonly name: string;
  readonly first: Place;
  readonly second: Place;
  readonly effect: 'raises' | 'firstIsLost';
}

/** 34: a function uses a scan without its updates while another function receives them. */
export interface UpdatesNotInThisFunction extends Kind<'updates-not-in-this-function'> {
  readonly scan: Span;
  readonly receiver: Span;
  readonly names: readonly string[];
  readonly isRandom: boolean;
}

/** 33, 31: updates where `function` does not take them as updates. */
export interface WrongUpdatesArgument extends Kind<'wrong-updates-argument'> {
  readonly form: 'thirdPositional' | 'givens' | 'wholeResult' | 'listOfUpdates' | 'onePair';
}

/** 26: `return (s, s + 1)`. */
export interface PairIsTwoOutputs extends Kind<'pair-is-two-outputs'> {
  readonly name: string;
  readonly scan: Span;
}

/** 9, 27: a return value that scan can not take apart. */
export interface UnparsableStepReturn extends Kind<'unparsable-step-return'> {
  readonly form:
    | 'flatWithUntil'
    | 'flatWithUpdates'
    | 'updatesFirst'
    | 'untilAlone'
    | 'untilNotLast'
    | 'nestedLists'
    | 'outputsAsUpdates';
  readonly scan: Span;
}

/** 10: a way through the step that returns no variable. */
export interface StepReturnsPythonValue extends Kind<'step-returns-python-value'> {
  readonly value: 'none' | 'nothing' | 'number' | 'text' | 'array';
  readonly scan: Span;
}

/** 5: the step takes another number of arguments than scan passes. */
export interface StepArity extends Kind<'step-arity'> {
  readonly passed: number;
  /** `most` null: any number. */
  readonly least: number;
  readonly most: number | null;
  readonly counts: { readonly sequences: number; readonly states: number; readonly nonSequences: number };
  readonly step: Place;
}

/** 6. */
export interface OutputsInfoArity extends Kind<'outputs-info-arity'> {
  readonly entries: number;
  readonly outputs: number;
}

/** 1: under each floatX in `under` the state and the step's result differ. */
export interface StateDType extends Kind<'state-dtype'> {
  readonly state: number;
  readonly under: Readonly<Record<FloatX, { readonly initial: DType; readonly result: DType } | null>>;
  /** The expression of the initial value. */
  readonly initial: Span | null;
}

/** 2. */
export interface UpdateDType extends Kind<'update-dtype'> {
  readonly name: string;
  readonly under: Readonly<Record<FloatX, { readonly variable: DType; readonly value: DType } | null>>;
  readonly value: Span | null;
}

/** 3. */
export interface StaticLengthOneInit extends Kind<'static-length-one-init'> {
  readonly state: number;
  readonly axis: number;
  readonly shape: readonly AxisLength[];
  readonly initial: Span;
}

/** 4. */
export interface StateNdim extends Kind<'state-ndim'> {
  readonly state: number;
  /** Axes of the initial value as written, and those that it needs. */
  readonly initial: number;
  readonly needed: number;
  readonly isMultiTap: boolean;
}

/** Section 1.1: a keyword that the function does not have. `nearest` is what may be meant. */
export interface UnknownScanArgument extends Kind<'unknown-scan-argument'> {
  readonly function: ScanKind;
  readonly name: string;
  readonly nearest: string | null;
}

/** 22. */
export interface NoNumberOfSteps extends Kind<'no-number-of-steps'> {
  readonly hasUntil: boolean;
}

/** 20. */
export interface TooManySteps extends Kind<'too-many-steps'> {
  readonly steps: number;
  readonly length: number;
  readonly sequence: string;
}

/** 21. */
export interface StepsNotInteger extends Kind<'n-steps-not-integer'> {
  readonly text: string;
}

/** 23 and section 1.2: taps that scan refuses or reads otherwise. */
export interface Taps extends Kind<'taps'> {
  readonly form: 'tupleOfMinusOne' | 'notNegative' | 'repeated' | 'noInitial' | 'unexpectedKey';
  readonly text: string;
}

/** 16: Python decides on a symbolic variable, once, while the graph is built. */
export interface PythonControlFlow extends Kind<'python-control-flow-on-symbolic'> {
  readonly form: 'if' | 'while' | 'conditional' | 'and' | 'or' | 'not' | 'assert';
  /** The comparison that decides; null for a bare variable. */
  readonly comparison: '==' | '!=' | 'order' | null;
  readonly effect: 'raises' | 'alwaysFalse' | 'alwaysTrue';
  readonly scan: Span;
}

/** 17. */
export interface RunsOnceInStep extends Kind<'runs-once-in-step'> {
  readonly what: 'print' | 'set_value' | 'get_value';
  readonly scan: Span;
}

/** 18. */
export interface ItemAssignment extends Kind<'item-assignment'> {
  readonly target: string;
  readonly isIncrement: boolean;
  readonly scan: Span;
}

/** 28. */
export interface StrictMissing extends Kind<'strict-missing'> {
  readonly names: readonly string[];
  /** The argument, to add to; null when it is absent. */
  readonly nonSequences: Span | null;
}

/** 29. */
export interface StrictNeedsList extends Kind<'strict-needs-list'> {
  readonly argument: Span;
}

/** 11: a variable that only the updates use and nobody passes to the step. */
export interface MissingInputInUpdates extends Kind<'missing-input-in-updates'> {
  readonly name: string;
  readonly scan: Span;
}

/** 12. */
export interface NotUnpacked extends Kind<'not-unpacked'> {
  readonly use: 'operand' | 'item' | 'function' | 'attribute';
  readonly name: string | null;
  readonly scan: Span;
}

/** 13. */
export interface UnpackedWithoutUpdates extends Kind<'unpacked-without-updates'> {
  readonly outputs: number;
  readonly scan: Span;
}

/** 14. `isEmpty`: the updates are proven empty, so that the new form can be written at once. */
export interface ReturnUpdatesDeprecated extends Kind<'return-updates-deprecated'> {
  readonly isEmpty: boolean;
  readonly scan: Span;
}

/** 15. */
export interface ReturnUpdatesFalseWithUpdates extends Kind<'return-updates-false-with-updates'> {
  readonly names: readonly string[];
  readonly isRandom: boolean;
}

/** Section 1.13: a generator carried in `outputs_info` of which the last value goes nowhere. */
export interface ForgottenFinalRng extends Kind<'forgotten-final-rng'> {
  readonly generator: string;
  /** The name of the last generator; null when nothing holds it. */
  readonly finalName: string | null;
  readonly functions: readonly Span[];
}

/** 31. */
export interface MergeNotSupported extends Kind<'merge-not-supported-by-version'> {
  readonly form: 'plus' | 'keysOnly' | 'itemsPlus';
  readonly operands: readonly string[];
}

/** 25 and section 1.7: what scan passes over when `n_steps` is the literal 1. */
export interface OneStepScanIgnores extends Kind<'one-step-scan-ignores'> {
  readonly what: 'go_backwards' | 'until';
}

/** 24. */
export interface ListAsSequence extends Kind<'list-as-sequence'> {
  readonly text: string;
  /** An array of NumPy, which scan takes alone; else numbers in a list. */
  readonly isArray: boolean;
  /** `n_steps` or another sequence decides how many elements count: scan cuts all sequences with a variable. */
  readonly isCut: boolean;
}

/** 38. */
export interface DrawOutsideStep extends Kind<'draw-outside-step'> {
  readonly draw: Span;
  readonly name: string;
  readonly scan: Span;
}

/** 40: the gradient of an element of a sequence with respect to something outside of the step. */
export interface GradOfSequenceElement extends Kind<'grad-of-sequence-element'> {
  readonly scan: Span;
}

/** 44. */
export interface LateBindingStep extends Kind<'late-binding-step'> {
  readonly name: string;
}

export type Mistake =
  | RepeatedRandomDraw
  | CollidingUpdates
  | UpdatesNotInThisFunction
  | WrongUpdatesArgument
  | PairIsTwoOutputs
  | UnparsableStepReturn
  | StepReturnsPythonValue
  | StepArity
  | OutputsInfoArity
  | StateDType
  | UpdateDType
  | StaticLengthOneInit
  | StateNdim
  | UnknownScanArgument
  | NoNumberOfSteps
  | TooManySteps
  | StepsNotInteger
  | Taps
  | PythonControlFlow
  | RunsOnceInStep
  | ItemAssignment
  | StrictMissing
  | StrictNeedsList
  | MissingInputInUpdates
  | NotUnpacked
  | UnpackedWithoutUpdates
  | ReturnUpdatesDeprecated
  | ReturnUpdatesFalseWithUpdates
  | ForgottenFinalRng
  | MergeNotSupported
  | OneStepScanIgnores
  | ListAsSequence
  | DrawOutsideStep
  | GradOfSequenceElement
  | LateBindingStep;

export type MistakeKind = Mistake['kind'];
/** The mistake of one kind. */
export type MistakeOf<K extends MistakeKind> = Extract<Mistake, { readonly kind: K }>;
/** What a detector tells: everything but what the machine adds itself. */
export type MistakeNote = { [K in MistakeKind]: Omit<MistakeOf<K>, 'version'> }[MistakeKind];
