/**
 * The journal of a namespace: what its runs have left behind. It holds recorded calls, histories of shared variables, compiled
 * functions and shown values, all bounded in number and together in bytes; replays and answers are made from it. A run pays little: values
 * are held by reference where only the engine has them, and copied where the program may write into them.
 */
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
    this.calls.beginRun();
    this.cells.beginRun();
  }

  endRun(): void {
    this.calls.endRun();
  }

  /** A call of a compiled function, with the changes that it made. */
  call(event: CompiledCallEvent, site: CallSite, functionName: string | null): RecordedCall {
    const { compiled, error, backend, fallbacks, elapsedMs } = event;
    const place = this.places.of({ span: event.span, frame: site.frame });
    const facts = { error, backend, fallbacks, elapsedMs };
    const origin: Origin = { cause: 'call', place, functionName };
    const call: RecordedCall = {
      id: this.#nextId(),
      runId: this.#runId,
      place,
      functionName,
      compiled,
      facts,
      changes: event.stateChanges.map((change) => this.#change(change, origin)),
      values: this.#valuesOf(event),
    };
    this.calls.add(call);
    const called = this.functions.of(compiled);
    called.callCount++;
    called.calledAs = functionName;
    called.lastFacts = facts;
    if (this.cells.isFirstCall(called))
      for (const variable of compiled.graph.shared) this.cells.read(this.variables.of(variable));
    this.#boundBytes();
    return call;
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
      this.#change({ variable, before: access.before, after: this.#present(variable) }, origin);
      this.#boundBytes();
      return;
    }
    this.cells.read(recorded);
    if (access.kind === 'lend') this.#lend(variable.value);
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
    this.#change(
      { variable, before, after: variable.value },
      { cause: 'restore', place: null, functionName: null },
    );
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

  /** Gives all values up, because the program needs the memory. */
  loseValues(): void {
    this.#lose(0);
  }

  #change({ variable, before, after }: StateChange, { cause, place, functionName }: Origin): RecordedChange {
    const recorded = this.variables.of(variable);
    if (cause !== 'restore') this.cells.write(recorded);
    const isKept = !this.#isTooLarge(before) && !this.#isTooLarge(after);
    const change: RecordedChange = {
      id: this.#nextId(),
      variable: recorded,
      number: recorded.changeCount + 1,
      cause,
      place,
      functionName,
      values: isKept ? { before, after } : null,
      text: null,
    };
    this.variables.add(recorded, change);
    return change;
  }

  #valuesOf({ inputs, sharedBefore, results }: CompiledCallEvent): CallValues | null {
    if (inputs.some(({ byteLength }) => byteLength > this.#limit * largestShare)) return null;
    if (sharedBefore.some((array) => this.#isTooLarge(array))) return null;
    const copied = inputs.length === 0 ? inputs : this.#copies.copyAll(inputs);
    if (copied === null) return null;
    const isWanted = this.calls.keepsNext && !results.some(({ value }) => this.#isTooLarge(value));
    const outputs = isWanted ? this.#copies.copyAll(results.map(({ value }) => value)) : null;
    return { inputs: copied, sharedBefore, outputs };
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
