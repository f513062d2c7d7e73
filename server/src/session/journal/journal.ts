/**
 * The journal of a namespace: what its runs have left behind. It holds recorded calls, histories of shared variables, compiled
 * functions and shown values, all bounded in number and together in bytes; replays and answers are made from it. A run pays little: values
 * are held by reference where only the engine has them, and copied where the program may write into them.
 */
import type { PlaceData } from '../../../../protocol/src/places.ts';
import type { CompiledCallEvent, CompiledIdentity, StateChange } from '../../graph/functionGraph.ts';
import type { SharedVariable } from '../../graph/variable.ts';
import type { CallSite } from '../../interpreter/callSite.ts';
import type { SharedAccess } from '../../interpreter/observer.ts';
import type { NDArray } from '../../tensor/ndarray.ts';
import { CallLog } from './callLog.ts';
import { CellAccesses } from './cellAccess.ts';
import { CopyBudget } from './copies.ts';
import { FunctionLog } from './functionLog.ts';
import { bytesOf, Ledger } from './ledger.ts';
import { Places } from './places.ts';
import type { CallValues, RecordedCall, RecordedChange, RecordedVariable } from './records.ts';
import { ShownValues } from './shownValues.ts';
import { changesOf, VariableLog } from './variableLog.ts';

/** What all values of a journal take at most, and which part of the memory that programs may use. */
const largestByteLength = 128 * 1024 * 1024;
const memoryShare = 1 / 8;
/** When that is used up, so much of it is kept. */
const keptShare = 3 / 4;
/** An array that takes more than this part is not kept. */
const largestShare = 1 / 2;

/** What a journal has to know of a run. */
export interface JournaledRun {
  readonly runId: number;
  readonly version: number;
  readonly text: string;
  readonly memoryBytes: number;
  readonly elapsedMs: () => number;
}

/** A call that may be kept. */
export interface HeardCall {
  readonly event: CompiledCallEvent;
  readonly functionName: string | null;
  /** For each change its number in the history of its variable. */
  readonly numbers: readonly number[];
  /** Its number in the namespace. */
  readonly callNumber: number;
}

const none: readonly number[] = [];

/** Who made a change, and where. */
type Origin = Pick<RecordedChange, 'cause' | 'place' | 'functionName'>;

export class Journal {
  readonly #ledger = new Ledger();
  readonly #nextId: () => number;
  readonly calls = new CallLog(this.#ledger);
  readonly variables: VariableLog;
  readonly functions: FunctionLog;
  readonly shown = new ShownValues(this.#ledger);
  /** What the cells of the present run have read and written. */
  readonly cells = new CellAccesses();
  readonly places = new Places();
  /** Arrays that the program may write into since it has asked for them, as they were then; null: too large. */
  readonly #beforeLending = new WeakMap<NDArray, { readonly copy: NDArray | null }>();
  #copies = new CopyBudget(() => 0);
  #runId = 0;
  #limit = largestByteLength;

  /** Ids differ from those of all other journals that are given the same source of ids. */
  constructor(nextId: () => number) {
    this.#nextId = nextId;
    this.variables = new VariableLog(this.#ledger, nextId);
    this.functions = new FunctionLog(nextId);
  }

  /** How many bytes its values take. */
  get byteLength(): number {
    return this.#ledger.byteLength;
  }

  beginRun(run: JournaledRun): void {
    this.#runId = run.runId;
    this.#limit = Math.min(largestByteLength, run.memoryBytes * memoryShare);
    this.#copies = new CopyBudget(run.elapsedMs);
    this.places.beginRun(run.text, run.version);
    this.cells.beginRun();
  }

  /** `named`: the cells of the variables that the program's names reach. */
  endRun(named: ReadonlySet<object>): void {
    this.calls.endRun();
    this.variables.keepOnly(named);
  }

  /** A call of a compiled function; every call, in order. What is kept of it is for {@link keep} to say. */
  heard(event: CompiledCallEvent, functionName: string | null): HeardCall {
    const { compiled, stateChanges } = event;
    this.calls.count++;
    const called = this.functions.of(compiled);
    called.callCount++;
    called.calledAs = functionName;
    called.backend = event.backend;
    called.fallbacks = event.fallbacks;
    if (this.cells.isFirstCall(called))
      for (const variable of compiled.graph.shared) this.cells.read(this.variables.of(variable));
    const numbers = stateChanges.length === 0 ? none : stateChanges.map((change) => this.#count(change));
    return { event, functionName, numbers, callNumber: this.calls.count };
  }

  /**
   * The inputs of a call that may be kept later, when the program may have written into them; null: too large. `spare`: what this
   * gave for a call that is not kept after all.
   */
  inputsOf(
    { inputs, sharesInputs }: CompiledCallEvent,
    spare: readonly NDArray[] | null = null,
  ): readonly NDArray[] | null {
    return sharesInputs && inputs.length > 0 ? this.#copies.copyAll(inputs, spare) : inputs;
  }

  /** Keeps a call that is told at once. */
  keep(heard: HeardCall, site: CallSite, role: 'first' | 'latest'): RecordedCall {
    const place = this.places.of({ span: heard.event.span, frame: site.frame });
    const { results } = heard.event;
    const isKept = !results.some(({ value }) => this.#isTooLarge(value));
    const outputs = isKept ? this.#copies.copyAll(results.map(({ value }) => value)) : null;
    return this.#keep(heard, { place, inputs: this.inputsOf(heard.event), outputs }, role);
  }

  /** Keeps a call that was not told when it was made; one before it in the same place was. */
  keepLate(heard: HeardCall, inputs: readonly NDArray[] | null): RecordedCall {
    const place = this.places.of({ span: heard.event.span, frame: null });
    return this.#keep(heard, { place, inputs, outputs: null }, 'latest');
  }

  /** The program did something with a shared variable itself. */
  access(access: SharedAccess, site: CallSite): void {
    const { variable } = access;
    if (access.kind === 'made') {
      this.variables.made(variable, this.places.of(site));
      return;
    }
    const recorded = this.variables.of(variable);
    if (access.kind === 'write') {
      const origin: Origin = { cause: 'setValue', place: this.places.of(site), functionName: null };
      const change = { variable, before: access.before, after: this.#present(variable) };
      this.#change(change, this.#count(change), origin);
      this.#boundBytes();
      return;
    }
    this.cells.read(recorded);
    if (access.kind === 'lend') this.#lend(variable.value);
  }

  /** The value that a variable had before a call; null where that is not known. */
  valueBefore(call: RecordedCall, variable: SharedVariable): NDArray | null {
    const recorded = this.variables.of(variable);
    const changes = changesOf(recorded);
    const next = changes.findIndex(({ id }) => id > call.id);
    if (next < 0) return this.#present(variable);
    const change = changes[next]!;
    const isKnown = change.number === (changes[next - 1]?.number ?? 0) + 1;
    return isKnown && change.values !== null ? this.asRecorded(change.values.before) : null;
  }

  /** A function was compiled. */
  compiled(compiled: CompiledIdentity, site: CallSite): void {
    this.functions.of(compiled, this.places.of(site));
  }

  /** An array that a line shows; its id, or null where it is too large to be kept. */
  show(array: NDArray): number | null {
    const copy = this.#isTooLarge(array) ? null : this.#copies.copy(array);
    if (copy === null) return null;
    const id = this.#nextId();
    this.shown.add({ id, array: copy });
    this.#boundBytes();
    return id;
  }

  /** Gives a variable another value, between runs. */
  restore(recorded: RecordedVariable, value: NDArray): void {
    const { variable } = recorded;
    const before = this.#present(variable);
    // The value in the history stays what it is whatever the program does with the variable's.
    variable.value = value.copy();
    variable.isLent = false;
    recorded.changeCount++;
    const origin: Origin = { cause: 'restore', place: null, functionName: null };
    this.#change({ variable, before, after: variable.value }, recorded.changeCount, origin);
    this.#boundBytes();
  }

  /** A value that the journal holds by reference, as it was when it came here; null where that is not known any more. */
  asRecorded(array: NDArray): NDArray | null {
    const lent = this.#beforeLending.get(array);
    return lent === undefined ? array : lent.copy;
  }

  /** What `plan.run` takes to make a call again; null where it is not known any more. */
  givenTo({ values }: RecordedCall): Pick<CallValues, 'inputs' | 'sharedBefore'> | null {
    if (values === null) return null;
    const sharedBefore: NDArray[] = [];
    for (const array of values.sharedBefore) {
      const recorded = this.asRecorded(array);
      if (recorded === null) return null;
      sharedBefore.push(recorded);
    }
    return { inputs: values.inputs, sharedBefore };
  }

  /** Gives up whatever takes memory, because the program needs it; false when there was nothing. */
  releaseMemory(named: ReadonlySet<object>): boolean {
    const hasSome = this.#ledger.byteLength > 0 || this.calls.calls.length > 0;
    this.#lose(0);
    this.calls.clear();
    this.variables.keepOnly(named);
    return hasSome;
  }

  #keep(
    { event, functionName, numbers }: HeardCall,
    kept: { place: PlaceData; inputs: readonly NDArray[] | null; outputs: readonly NDArray[] | null },
    role: 'first' | 'latest',
  ): RecordedCall {
    const { compiled, error, backend, fallbacks, elapsedMs } = event;
    const { place } = kept;
    const origin: Origin = { cause: 'call', place, functionName };
    const call: RecordedCall = {
      id: this.#nextId(),
      runId: this.#runId,
      place,
      functionName,
      compiled,
      facts: { error, backend, fallbacks, elapsedMs },
      changes: event.stateChanges.map((change, i) => this.#change(change, numbers[i], origin)),
      values: this.#valuesOf(event, kept),
    };
    if (role === 'first') this.calls.add(call);
    else this.calls.addLatest(call);
    this.#boundBytes();
    return call;
  }

  /** Counts a change; its number. */
  #count({ variable }: Pick<StateChange, 'variable'>): number {
    const recorded = this.variables.of(variable);
    this.cells.write(recorded);
    recorded.changeCount++;
    return recorded.changeCount;
  }

  #change(
    { variable, before, after }: StateChange,
    number: number,
    { cause, place, functionName }: Origin,
  ): RecordedChange {
    const recorded = this.variables.of(variable);
    const isKept = !this.#isTooLarge(before) && !this.#isTooLarge(after);
    const change: RecordedChange = {
      id: this.#nextId(),
      variable: recorded,
      number,
      cause,
      place,
      functionName,
      values: isKept ? { before, after } : null,
      text: null,
    };
    this.variables.add(recorded, change);
    return change;
  }

  #valuesOf(
    { sharedBefore }: CompiledCallEvent,
    { inputs, outputs }: Pick<CallValues, 'outputs'> & { readonly inputs: readonly NDArray[] | null },
  ): CallValues | null {
    if (inputs === null || inputs.some(({ byteLength }) => byteLength > this.#limit * largestShare))
      return null;
    if (sharedBefore.some((array) => this.#isTooLarge(array))) return null;
    return { inputs, sharedBefore, outputs };
  }

  /** The value that a variable has now, for keeping. */
  #present(variable: SharedVariable): NDArray {
    return variable.isLent ? variable.value.copy() : variable.value;
  }

  #lend(array: NDArray): void {
    if (this.#beforeLending.has(array)) return;
    const copy = this.#isTooLarge(array) ? null : this.#copies.copy(array);
    this.#beforeLending.set(array, { copy });
  }

  #isTooLarge(array: NDArray): boolean {
    return bytesOf(array) > this.#limit * largestShare;
  }

  #boundBytes(): void {
    if (this.#ledger.byteLength > this.#limit) this.#lose(this.#limit * keptShare);
  }

  /** Loses the oldest values until no more than so many bytes are left; the first value of each variable goes last. */
  #lose(byteLength: number): void {
    const changes = [...this.variables.variables].flatMap(changesOf);
    const losses = [
      ...changes.map((change) => ({
        age: change.number === 1 ? Number.POSITIVE_INFINITY : change.id,
        lose: () => this.variables.loseValues(change),
      })),
      ...this.calls.calls.map((call) => ({ age: call.id, lose: () => this.calls.loseValues(call) })),
      ...[...this.shown.values].map((value) => ({ age: value.id, lose: () => this.shown.lose(value) })),
    ].sort((a, b) => (a.age < b.age ? -1 : Number(a.age > b.age)));
    for (const { lose } of losses) {
      if (this.#ledger.byteLength <= byteLength) return;
      lose();
    }
  }
}
