/**
 * The face between the graph and what runs it: a graph to compile, the plan that a compiler makes of it, and what
 * is told about a call. Backends live in compile/; who watches is the caller's matter.
 */
import type { Span } from '../base/span.ts';
import type { EngineError } from '../tensor/engineError.ts';
import type { NDArray } from '../tensor/ndarray.ts';
import type { RunHost } from './runHost.ts';
import type { SharedVariable, Variable } from './variable.ts';

/** What a function computes. Shared variables and constants are not among the inputs. */
export interface FunctionGraph {
  readonly inputs: readonly Variable[];
  /** Shared variables that the graph reads, in the order in which they are met. */
  readonly shared: readonly SharedVariable[];
  /** What is returned, then the new values of updated variables. */
  readonly outputs: readonly Variable[];
}

/** What ran; a GPU with the name of the device: `gpu: NVIDIA H100`. */
export type BackendName = 'reference' | 'wasm' | `gpu: ${string}`;

/** Why a backend other than the first choice ran. */
export interface Fallback {
  readonly backend: string;
  readonly reason: string;
}

export interface PlanResult {
  readonly outputs: readonly NDArray[];
  readonly backend: BackendName;
  readonly fallbacks: readonly Fallback[];
}

/** A compiled graph. A plan keeps nothing between runs. */
export interface Plan {
  /** `inputs` and `shared` in the order of the graph. The arrays are read, never written, and not kept. */
  run(inputs: readonly NDArray[], shared: readonly NDArray[], host: RunHost): PlanResult;
}

export interface Compiler {
  compile(graph: FunctionGraph): Plan;
}

/** What a call event says about the function; one object per compiled function, so it is also its identity. */
export interface CompiledIdentity {
  readonly name: string | null;
  readonly graph: FunctionGraph;
  readonly plan: Plan;
  /** How many of the outputs of the graph are returned; after them come the new values of `updated`. */
  readonly outputCount: number;
  readonly updated: readonly SharedVariable[];
}

/** A shared variable whose value differs after a call. */
export interface StateChange {
  readonly variable: SharedVariable;
  readonly before: NDArray;
  readonly after: NDArray;
}

/** One call of a compiled function, with what is needed to run it again. */
export interface CompiledCallEvent {
  /** The call expression. */
  readonly span: Span;
  readonly compiled: CompiledIdentity;
  /** The converted arguments; empty when converting them failed. */
  readonly inputs: readonly NDArray[];
  /** The program may hold some of them and write into them later. */
  readonly sharesInputs: boolean;
  /** The values of `compiled.graph.shared` before the call. Updates replace values, so these stay as they were. */
  readonly sharedBefore: readonly NDArray[];
  readonly results: readonly { readonly key: string | null; readonly value: NDArray }[];
  readonly stateChanges: readonly StateChange[];
  readonly error: EngineError | null;
  readonly backend: BackendName;
  readonly fallbacks: readonly Fallback[];
  readonly elapsedMs: number;
}

export type ScanKind = 'scan' | 'map' | 'reduce' | 'foldl' | 'foldr';

/** One finished call of scan or one of its views. */
export interface ScanEvent {
  readonly span: Span;
  readonly kind: ScanKind;
  /** 0 for `None`. */
  readonly outputCount: number;
  /** The shared variables of the returned updates, in order; null when none were returned. */
  readonly updates: readonly SharedVariable[] | null;
  /** The values that they would get. */
  readonly finals: readonly Variable[];
}
