/**
 * Turns what the interpreter reports during one run into the events that leave the evaluator. In a long loop not every call
 * of a compiled function is told: the first ones are, then the latest of each place now and then, and at the end the last.
 */

import type {
  CallResult,
  DroppedUpdate,
  RunEvent,
  ScanResult,
  StateChange,
  StepProgress,
} from '../../../protocol/src/results.ts';
import { t } from '../base/l10n.ts';
import { plainSpan, type Span } from '../base/span.ts';
import type { CompiledCallEvent, StateChange as EngineChange, ScanEvent } from '../graph/functionGraph.ts';
import type { SharedVariable } from '../graph/variable.ts';
import type { CallSite } from '../interpreter/callSite.ts';
import { asPythonException } from '../interpreter/exceptions.ts';
import { NumpyScalar } from '../interpreter/modules/numpy/numpyScalar.ts';
import type { RunObserver, WarningEvent } from '../interpreter/observer.ts';
import type { PlotFigure } from '../interpreter/plotData.ts';
import type { Value } from '../interpreter/values.ts';
import type { EngineError } from '../tensor/engineError.ts';
import { NDArray } from '../tensor/ndarray.ts';
import { arrayData } from './arrayData.ts';
import { functionName } from './functionName.ts';
import type { HeardCall, Journal } from './journal/journal.ts';
import type { RecordedCall, RecordedChange } from './journal/records.ts';
import type { Outbox } from './outbox.ts';
import { localsOf } from './programValues.ts';
import type { RunGuard } from './runGuard.ts';
import type { SharedNames } from './sharedNames.ts';
import { stateChangeText } from './stateChangeText.ts';
import { longestShort, type Repr, shortResult, summarize } from './summary.ts';

/** UTF-16 units that each of many outputs of a call gets at least. */
const leastResultRoom = 24;

/** Calls of a run that are all told. */
const toldCallCount = 100;
/** A plot is large: so many of its characters count as one that is printed. */
const plotDiscount = 8;
/** After them, how often a place in the program tells its latest call. */
const callIntervalMs = 50;
/** Scans, and warnings, of a run that are told. */
const toldOtherCount = 1000;

export interface RunRecorderOptions {
  readonly outbox: Outbox;
  readonly guard: RunGuard;
  readonly names: SharedNames;
  readonly journal: Journal;
  readonly globals: ReadonlyMap<string, Value>;
  readonly repr: Repr;
  /** How an exception prints. */
  readonly str: Repr;
  readonly now: () => number;
  /** Whether the value of the expression statement at this place is told. */
  readonly tellsValue: (span: Span) => boolean;
}

/** A call that may or may not be told. */
interface WaitingCall {
  readonly heard: HeardCall;
  /** As they were when it was made. */
  readonly inputs: readonly NDArray[] | null;
}

/** What calls would have changed, had updates of scans been passed on. */
export type GhostsOf = (
  calls: readonly RecordedCall[],
) => ReadonlyMap<RecordedCall, readonly DroppedUpdate[]>;

interface HeardScan {
  readonly event: ScanEvent;
  /** Names that the calling function had for the updated variables. */
  readonly localNames: readonly (string | null)[];
}

/** A run is watched from here on. */
const firstProgressMs = 1000;
/** How often a person is told how far it is. */
const progressMs = 250;

export class RunRecorder implements RunObserver {
  readonly #options: RunRecorderOptions;
  readonly #scans: HeardScan[] = [];
  /** By the start of the call expression: the latest call that was not told. */
  readonly #waiting = new Map<number, WaitingCall>();
  readonly #toldAt = new Map<number, number>();
  /** By the start of the call expression: the latest call that was told. */
  readonly #last = new Map<number, RecordedCall>();
  readonly #warnings = new Set<string>();
  #callCount = 0;

  readonly #startedAt: number;
  #progressAt = Number.NEGATIVE_INFINITY;

  constructor(options: RunRecorderOptions) {
    this.#options = options;
    this.#startedAt = options.now();
  }

  get callCount(): number {
    return this.#callCount;
  }

  output(span: Span, text: string): void {
    this.#options.guard.output(text.length);
    this.#tell({ type: 'output', span: plainSpan(span), text });
  }

  errorOutput(span: Span, text: string): void {
    this.#options.guard.output(text.length);
    this.#tell({ type: 'errorOutput', span: plainSpan(span), text });
  }

  value(span: Span, value: Value): void {
    const { tellsValue, repr, journal } = this.#options;
    if (!tellsValue(span)) return;
    const array = arrayOf(value);
    const valueId = array === null ? null : journal.show(array);
    const shown = { type: 'value', span: plainSpan(span), value: summarize(value, repr) } as const;
    this.#tell(valueId === null ? shown : { ...shown, valueId });
  }

  warning(event: WarningEvent): void {
    const key = `${event.span.start} ${event.category} ${event.message}`;
    if (this.#warnings.has(key) || this.#warnings.size >= toldOtherCount) return;
    this.#warnings.add(key);
    const { span, category, message } = event;
    this.#tell({ type: 'warning', warning: { span: plainSpan(span), category, message } });
  }

  plot(span: Span, plot: PlotFigure): void {
    const { guard } = this.#options;
    guard.output(JSON.stringify(plot).length / plotDiscount);
    this.#tell({ type: 'plot', span: plainSpan(span), plot });
    guard.lookAtClock();
  }

  call(event: CompiledCallEvent, site: CallSite): void {
    const { guard, globals, repr, now, journal } = this.#options;
    this.#callCount++;
    const name = functionName(event.compiled, { frame: site.frame, globals, repr });
    const heard = journal.heard(event, name);
    const place = event.span.start;
    const toldAt = this.#toldAt.get(place) ?? Number.NEGATIVE_INFINITY;
    if (this.#callCount <= toldCallCount) this.#tellCall(heard.event, journal.keep(heard, site, 'first'));
    else if (now() - toldAt >= callIntervalMs)
      this.#tellCall(heard.event, journal.keep(heard, site, 'latest'));
    else this.#waiting.set(place, { heard, inputs: journal.inputsOf(event, this.#spareInputs(place)) });
    guard.lookAtClock();
  }

  /** The copies of a call that will not be told; those that are not copies are the program's. */
  #spareInputs(place: number): readonly NDArray[] | null {
    const replaced = this.#waiting.get(place);
    return replaced?.heard.event.sharesInputs === true ? replaced.inputs : null;
  }

  scan(event: ScanEvent, site: CallSite): void {
    if (this.#scans.length >= toldOtherCount) return;
    const locals = site.frame === null ? [] : [...localsOf(site.frame)];
    const localName = (variable: Value) => locals.findLast(([, value]) => value === variable)?.[0] ?? null;
    this.#scans.push({ event, localNames: (event.updates ?? []).map(localName) });
  }

  /** Tells how far a scan is, once it takes so long that somebody wants to know. */
  progress(progress: StepProgress): void {
    const now = this.#options.now();
    if (now - this.#startedAt < firstProgressMs || now - this.#progressAt < progressMs) return;
    this.#progressAt = now;
    this.#tell({ type: 'progress', ...progress });
    this.#options.outbox.flush();
  }

  /** Tells what had to wait for the end of the run. */
  finish(ghostsOf: GhostsOf): void {
    const inOrder = [...this.#waiting.values()].sort((a, b) => a.heard.callNumber - b.heard.callNumber);
    for (const { heard, inputs } of inOrder)
      this.#tellCall(heard.event, this.#options.journal.keepLate(heard, inputs));
    this.#options.names.discover(this.#options.globals);
    for (const [{ id, place }, updates] of ghostsOf([...this.#last.values()]))
      this.#tell({ type: 'dropped', span: place.span, callId: id, updates });
    for (const scan of this.#scans) this.#tell({ type: 'scan', scan: this.#scanResult(scan) });
  }

  #tell(event: RunEvent): void {
    this.#options.outbox.add(event);
  }

  #tellCall(event: CompiledCallEvent, recorded: RecordedCall): void {
    const place = event.span.start;
    this.#waiting.delete(place);
    this.#toldAt.set(place, this.#options.now());
    this.#last.set(place, recorded);
    this.#tell({ type: 'call', call: this.#callResult(event, recorded) });
  }

  #callResult(event: CompiledCallEvent, recorded: RecordedCall): CallResult {
    const { span, results, error, backend, fallbacks, elapsedMs } = event;
    return {
      callId: recorded.id,
      span: plainSpan(span),
      functionName: recorded.functionName,
      results: results.map(({ key, value }, i) => ({
        ...(event.compiled.graph.outputs[i]!.type.generator === undefined
          ? {
              ...arrayData(value),
              short: shortResult(value, Math.max(leastResultRoom, Math.floor(longestShort / results.length))),
            }
          : randomResult()),
        ...(key === null ? {} : { key }),
      })),
      error: error === null ? null : this.#callError(error),
      stateChanges: this.#stateChanges(recorded, event),
      backend,
      fallbacks,
      elapsedMs,
    };
  }

  /** The library's exception, as the program that catches it sees it. */
  #callError(error: EngineError): NonNullable<CallResult['error']> {
    const exception = asPythonException(error);
    if (exception === null) return { type: error.type, message: error.message };
    return { type: exception.typeName, message: this.#options.str(exception.value) };
  }

  #stateChanges({ changes }: RecordedCall, event: CompiledCallEvent): StateChange[] {
    if (event.stateChanges.length === 0) return [];
    const { names, globals } = this.#options;
    names.discover(globals);
    const changed = new Map(
      event.stateChanges.map((change, i) => [change.variable, { ...change, recorded: changes[i]! }]),
    );
    const ofVariables = [...names.entries()].flatMap(([variable, name]) => {
      const change = changed.get(variable);
      return change === undefined ? [] : [stateChange(name, change, change.recorded)];
    });
    const moved = [...names.streams()].filter(([streams]) =>
      streams.updates.some(({ state }) => changed.has(state)),
    );
    return [...ofVariables, ...moved.map(([, name]) => randomChange(name))];
  }

  #scanResult({ event, localNames }: HeardScan): ScanResult {
    const updates = event.updates?.map((variable, index) =>
      this.#updateName(variable, localNames[index] ?? null),
    );
    return {
      span: plainSpan(event.span),
      kind: event.kind,
      outputCount: event.outputCount,
      updates: updates ?? null,
    };
  }

  #updateName(variable: SharedVariable, localName: string | null): string {
    const known = this.#options.names.nameOf(variable) ?? localName;
    return known ?? (variable.isRandomState ? 'rng' : (variable.name ?? 'unnamed'));
  }
}

function arrayOf(value: Value): NDArray | null {
  if (value instanceof NDArray) return value;
  return value instanceof NumpyScalar ? value.toArray() : null;
}

/** A random state as the result of a call. */
const randomResult = () => ({ dtype: 'generator', shape: [], data: [], short: t('random state') });

/** What a random state is inside says nothing to anybody. */
const randomChange = (name: string): StateChange => ({
  name,
  isRandomState: true,
  before: null,
  after: null,
  short: `${name}: ${t('state advanced')}`,
});

function stateChange(name: string, change: EngineChange, recorded: RecordedChange): StateChange {
  const { variable, before, after } = change;
  if (variable.isRandomState) return randomChange(name);
  const ids = { variableId: recorded.variable.id, changeId: recorded.id };
  return {
    name,
    isRandomState: false,
    before: arrayData(before),
    after: arrayData(after),
    short: stateChangeText(name, before, after),
    ids,
  };
}
