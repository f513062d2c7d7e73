/**
 * Where a scan comes from: noted beside the graph, for those who show one. Copies of a scan (of a function with `givens`, of a scan
 * whose states are traced) have the inputs of their step in common, so it is those that the origin belongs to.
 */
import type { Constant, SharedVariable, Variable } from '../variable.ts';
import type { ScanParams } from './scanOp.ts';

/** What the step was called with: an input of the step's graph by its place, a constant, or what the step does not read. */
export type StepArgument = number | Constant | null;

/** One stream: rows of something that the program gave, at one tap. */
export interface StreamOrigin {
  /** Which of the sequences. */
  readonly sequence: number;
  readonly name: string | null;
  readonly tap: number;
  /** Of a scan that goes backwards: how many rows from the last one it begins; else null. */
  readonly fromEnd: number | null;
}

/** A scan that a step function of the program made. */
export interface StepOrigin {
  readonly kind: 'step';
  /** As it was made, before somebody needed it in another form. */
  readonly params: ScanParams;
  /** Whatever the caller of `scan` wants to find again. */
  readonly maker: unknown;
  readonly arguments: readonly StepArgument[];
  readonly streams: readonly StreamOrigin[];
  /** For each output of the scan the number of what the step returned, or the variable that it updates. */
  readonly results: readonly (number | SharedVariable)[];
  /** Names of the initial values, by the number of what the step returned. */
  readonly initialNames: readonly (string | null)[];
  /** What the inputs of the scan were when it was made: `givens` may have replaced them since. */
  readonly inputs: readonly Variable[];
}

/** A value of the forward step, or the gradient of one: an input or an output of its graph. */
export interface ForwardPart {
  readonly what: 'value' | 'gradient';
  readonly side: 'input' | 'output';
  readonly index: number;
}

/** The scan that runs a gradient backwards through another one. */
export interface GradientOrigin {
  readonly kind: 'gradient';
  readonly forward: ScanParams;
  /**
   * The gradient of a result of the forward step, from the inputs of the backward one; null for what has none. Made when somebody
   * asks for it.
   */
  readonly total: (output: number) => Variable | null;
  /** What the inputs and the outputs of the backward step are. */
  readonly inputs: readonly (ForwardPart | null)[];
  readonly outputs: readonly (ForwardPart | null)[];
}

export type ScanOrigin = StepOrigin | GradientOrigin;

const origins = new WeakMap<readonly Variable[], ScanOrigin>();

export function noteOrigin({ inner }: ScanParams, origin: ScanOrigin): void {
  origins.set(inner.inputs, origin);
}

/** null for what a program put together in another way. */
export const originOf = ({ inner }: ScanParams): ScanOrigin | null => origins.get(inner.inputs) ?? null;

/** True for copies of one scan. */
export const isSameStep = (a: ScanParams, b: ScanParams): boolean => a.inner.inputs === b.inner.inputs;
