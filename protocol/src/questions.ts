/**
 * Questions about what runs have left behind: shared variables and their history, compiled functions, recorded calls and their
 * scans, iteration by iteration. They are asked of the language server (`scanlens/ask`), which passes them to the evaluator of the
 * document. They are answered between runs, never change what a program sees (except `restore`), and the answer is null where what
 * they ask about is not there any more.
 */
import type { PlaceData } from './places.ts';
import type { ArrayData } from './results.ts';
import type {
  ElementsData,
  HistogramData,
  PageData,
  PageRequest,
  SampleData,
  ScanRef,
  StatisticsData,
  ValueData,
  ValueRef,
} from './values.ts';

/** Each kind of question with its parameters and its answer. */
export interface Questions {
  /** Everything for the state view. */
  readonly state: { readonly asks: object; readonly answer: StateData };
  /** The changes of one shared variable, oldest first; in a long history the first and the last ones are kept. */
  readonly history: { readonly asks: { readonly variableId: number }; readonly answer: HistoryData };
  /** Gives shared variables earlier values; the answer is the state after that. */
  readonly restore: { readonly asks: RestoreParams; readonly answer: StateData };
  /** Recorded calls, latest first. */
  readonly calls: { readonly asks: object; readonly answer: readonly CallData[] };
  readonly value: { readonly asks: { readonly ref: ValueRef }; readonly answer: ValueData };
  readonly page: { readonly asks: PageRequest; readonly answer: PageData };
  readonly statistics: { readonly asks: { readonly ref: ValueRef }; readonly answer: StatisticsData };
  /** A picture of at most `rowCount` × `columnCount` places. */
  readonly sample: { readonly asks: SampleParams; readonly answer: SampleData };
  readonly histogram: {
    readonly asks: { readonly ref: ValueRef; readonly binCount: number };
    readonly answer: HistogramData;
  };
  /** What the names of the module hold that is plain data: numbers, arrays, shared variables, texts, and containers of these. */
  readonly names: { readonly asks: { readonly limit: number }; readonly answer: readonly NamedValueData[] };
  readonly elements: {
    readonly asks: { readonly ref: ValueRef; readonly limit: number };
    readonly answer: ElementsData;
  };
  /** The value as a NumPy expression that makes it again; refused with {@link TextData.refused} above 10 MB. */
  readonly numpyText: { readonly asks: { readonly ref: ValueRef }; readonly answer: TextData };
  readonly scan: { readonly asks: { readonly scan: ScanRef }; readonly answer: ScanData };
  /** Single iterations with all their values. */
  readonly steps: {
    readonly asks: { readonly scan: ScanRef; readonly steps: readonly number[] };
    readonly answer: readonly StepData[];
  };
  /** One number per iteration, drawn: the least and greatest of each of at most `pointCount` pieces of `from` … `to`. */
  readonly series: { readonly asks: SeriesParams; readonly answer: SeriesData };
  /** Many elements over many iterations: a picture of at most `elementCount` × `columnCount` places. */
  readonly heatMap: { readonly asks: HeatMapParams; readonly answer: HeatMapData };
  /** The first iteration from `from` on (or backwards) with such a value anywhere. */
  readonly findStep: { readonly asks: FindStepParams; readonly answer: FoundStepData };
  /** Norms of the gradients of each state over the steps, for a scan that was differentiated; drawn as in `series`. */
  readonly gradientNorms: {
    readonly asks: GradientNormsParams;
    readonly answer: readonly GradientNormsData[];
  };
}

export type QuestionKind = keyof Questions;

/** A question as it travels. */
export type Question = {
  readonly [Kind in QuestionKind]: { readonly kind: Kind } & Questions[Kind]['asks'];
}[QuestionKind];

export type AnswerTo<Kind extends QuestionKind> = Questions[Kind]['answer'];
export type Answer = AnswerTo<QuestionKind>;

/** What a name holds: an array (also a number, and a shared variable's value), or anything else that is data by its `repr`. */
export interface NamedValueData {
  readonly name: string;
  /** At most `limit` elements. */
  readonly array: ArrayData | null;
  readonly text: string | null;
}

export interface StateData {
  readonly variables: readonly VariableData[];
  readonly functions: readonly FunctionData[];
  /** How many calls have been made since the namespace began. */
  readonly callCount: number;
}

export interface VariableData extends ValueData {
  readonly id: number;
  /** The way on which the program reaches it: `a`, `model.W`, `params[0]`. */
  readonly name: string;
  /** Where it was made; null where nobody saw it. */
  readonly place: PlaceData | null;
  readonly changeCount: number;
  /** The last change, if there was one. */
  readonly lastChange: ChangeData | null;
}

export interface ChangeData {
  readonly id: number;
  /** Counts the changes of the variable from 1. */
  readonly number: number;
  /** What did it. */
  readonly cause: 'call' | 'setValue' | 'restore';
  /** The call expression; null for `restore`. */
  readonly place: PlaceData | null;
  /** The expression through which the program holds the function that was called. */
  readonly functionName: string | null;
  /** `a: 1 → 11`. */
  readonly short: string;
  /** False when the values are too old or too large to be kept. */
  readonly isKept: boolean;
}

export interface HistoryData {
  readonly variable: VariableData;
  readonly changes: readonly ChangeData[];
  /** How many changes between the first and the last ones are not kept. */
  readonly omittedCount: number;
}

export interface RestoreParams {
  /** null: all variables. */
  readonly variableId: number | null;
  /** The change before or after which the value is wanted; null: the first value. With all variables always null. */
  readonly change: { readonly id: number; readonly side: 'before' | 'after' } | null;
}

export interface FunctionData {
  readonly id: number;
  /** The name that the program gives it, or holds it by; null for neither. */
  readonly name: string | null;
  readonly place: PlaceData | null;
  /** `x: float64 matrix`. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Names of the shared variables that a call changes. */
  readonly updates: readonly string[];
  /** Names of those that scans inside would change but whose updates were not passed on. */
  readonly dropped: readonly string[];
  readonly callCount: number;
  /** What ran the last call: `wasm`, `reference (wasm: …)`; '' before one. */
  readonly backend: string;
}

export interface CallData {
  readonly id: number;
  readonly runId: number;
  readonly place: PlaceData;
  readonly functionName: string | null;
  readonly inputs: readonly ValueData[];
  readonly outputs: readonly ValueData[];
  readonly changes: readonly string[];
  readonly error: string | null;
  readonly elapsedMs: number;
  readonly backend: string;
  /** The scans of the function's graph, outermost ones, in the order in which they run. */
  readonly scans: readonly ScanHeading[];
}

export interface ScanHeading {
  /** Its number: {@link ScanStep.scan}. */
  readonly scan: number;
  /** `scan in step`, the library's name of it. */
  readonly title: string;
  readonly place: PlaceData | null;
  /** True for the backward loop of a gradient. */
  readonly isGradient: boolean;
}

export interface TextData {
  readonly text: string;
  readonly refused: string | null;
}

export interface SampleParams {
  readonly ref: ValueRef;
  readonly plane: readonly number[];
  readonly rowCount: number;
  readonly columnCount: number;
}

/** What a value of an iteration is to the scan; the words of the libraries. */
export type SlotRole =
  | 'sequence'
  | 'state'
  | 'nonSequence'
  | 'sharedBefore'
  | 'newState'
  | 'output'
  | 'sharedAfter'
  | 'condition';

/** One value that every iteration has. */
export interface SlotData {
  readonly id: number;
  readonly role: SlotRole;
  /** The parameter of the step function, the shared variable, or what the program calls it; else `output 0`. */
  readonly name: string;
  /** Of a sequence or a state: -1 is the row of the iteration before; null elsewhere. */
  readonly tap: number | null;
  /** `xs[t]`, `h[t-1]`: what it is a row of. */
  readonly source: string;
  readonly dtype: string;
  readonly shape: readonly number[];
}

/** What the scan is made of, and where its updates go. */
export interface ScanData extends ScanHeading {
  readonly stepCount: number;
  /** The steps that were asked for; `until` may have ended it earlier. */
  readonly requestedStepCount: number;
  /** `error`: the call raised in the iteration after the last one. */
  readonly endedBy: 'steps' | 'until' | 'error';
  /** The step function with its source. */
  readonly stepFunction: StepFunctionData | null;
  readonly slots: readonly SlotData[];
  /** Scans inside of the step. */
  readonly nested: readonly ScanHeading[];
  readonly flow: readonly FlowEdge[];
  readonly hasGradient: boolean;
}

export interface StepFunctionData {
  readonly name: string;
  readonly place: PlaceData;
  readonly text: string;
  /** For each parameter the slot that it was called with, with its place in `text`. */
  readonly parameters: readonly { readonly start: number; readonly end: number; readonly slotId: number }[];
}

/** An arrow of the picture of the scan. */
export interface FlowEdge {
  readonly from: FlowEnd;
  readonly to: FlowEnd;
}

export type FlowEnd =
  | { readonly kind: 'slot'; readonly slotId: number }
  | { readonly kind: 'step' }
  /** Something of the program: an output of the call, a shared variable, the updates that nobody passes on. */
  | {
      readonly kind: 'outside';
      readonly label: string;
      readonly place: PlaceData | null;
      readonly isDropped: boolean;
    };

export interface StepData {
  readonly step: number;
  readonly values: readonly StepValueData[];
}

export interface StepValueData {
  readonly slotId: number;
  readonly value: ValueData;
  /** The same for the same elements, dtype and shape: texts are cut, and those of different values can be alike. */
  readonly fingerprint: string;
}

export interface SeriesParams {
  readonly scan: ScanRef;
  readonly slotId: number;
  /** The flat index of an element; null: the norm of the whole value. */
  readonly element: number | null;
  readonly from: number;
  readonly to: number;
  readonly pointCount: number;
}

export interface SeriesData {
  /** First iteration of each point. */
  readonly steps: readonly number[];
  /** Of the finite numbers; null where there is none. */
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  /**
   * How far it goes. Less than what was asked for where that would have taken too long: who asks again from here on gets the
   * rest.
   */
  readonly until: number;
}

export interface HeatMapParams {
  readonly scan: ScanRef;
  readonly slotId: number;
  readonly from: number;
  readonly to: number;
  readonly columnCount: number;
  readonly elementCount: number;
}

export interface HeatMapData {
  /** First iteration of each column. */
  readonly steps: readonly number[];
  /** First flat index of each row. */
  readonly elements: readonly number[];
  /** Row by row the least and the greatest of what a place stands for; null where nothing is finite. */
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  /** As in {@link SeriesData}. */
  readonly until: number;
}

export interface FindStepParams {
  readonly scan: ScanRef;
  readonly what: 'nan' | 'infinity' | 'until';
  readonly from: number;
  readonly direction: 'forward' | 'backward';
}

export interface FoundStepData {
  readonly step: number | null;
  /**
   * Where the search has to go on, in the same direction, because all of it would have taken too long; null when it is over.
   */
  readonly goOnFrom: number | null;
}

export interface GradientNormsParams {
  readonly scan: ScanRef;
  readonly from: number;
  readonly to: number;
  readonly pointCount: number;
}

export interface GradientNormsData {
  /** The new value of the state. */
  readonly slotId: number;
  readonly name: string;
  /** Nothing finite for the steps that `truncate_gradient` leaves out. */
  readonly norms: SeriesData;
}
