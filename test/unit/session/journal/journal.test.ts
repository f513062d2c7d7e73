/** What a journal keeps, and what it lets go: with arrays and variables that no program has made. */
import { describe, expect, it } from 'vitest';
import type {
  CompiledCallEvent,
  CompiledIdentity,
  Plan,
} from '../../../../server/src/graph/functionGraph.ts';
import { SharedVariable } from '../../../../server/src/graph/variable.ts';
import { Journal } from '../../../../server/src/session/journal/journal.ts';
import { changesOf, firstValue } from '../../../../server/src/session/journal/variableLog.ts';
import { full, type NDArray, scalar } from '../../../../server/src/tensor/ndarray.ts';
import { Engine } from '../../graph/engine.ts';

const span = { start: 0, end: 3 };
const site = { span, frame: null };
const plan: Plan = { run: () => ({ outputs: [], backend: 'reference', fallbacks: [] }) };
const compiled: CompiledIdentity = {
  name: null,
  graph: { inputs: [], shared: [], outputs: [] },
  plan,
  outputCount: 0,
  updated: [],
};

const event = (parts: Partial<CompiledCallEvent>): CompiledCallEvent => ({
  span,
  compiled,
  inputs: [],
  sharesInputs: true,
  sharedBefore: [],
  results: [],
  stateChanges: [],
  error: null,
  backend: 'reference',
  fallbacks: [],
  elapsedMs: 0,
  ...parts,
});

function begunJournal(memoryBytes = 1024 ** 3): Journal {
  let lastId = 0;
  const journal = new Journal(() => ++lastId);
  journal.beginRun({ runId: 1, version: 7, text: 'f()', memoryBytes, elapsedMs: () => 0 });
  journal.cells.beginCell();
  return journal;
}

const shared = (value: NDArray): SharedVariable => new SharedVariable(new Engine().context, value);

/** A call that is told at once, as the first ones of a run are. */
function call(journal: Journal, made: CompiledCallEvent): void {
  journal.keep(journal.heard(made, 'f'), site, 'first');
}

/** Changes the variable as a call does. */
function change(journal: Journal, variable: SharedVariable, after: NDArray): void {
  const before = variable.value;
  variable.value = after;
  call(journal, event({ stateChanges: [{ variable, before, after }] }));
}

describe('recorded calls', () => {
  it('keep what was given, whatever the program does with it later', () => {
    const journal = begunJournal();
    const given = full('float64', [3], 1);
    const result = full('float64', [3], 2);
    call(journal, event({ inputs: [given], results: [{ key: null, value: result }] }));
    given.storage[0] = 99;
    result.storage[0] = 99;
    const [first] = journal.calls.calls;
    expect(first?.place).toEqual({ version: 7, span });
    expect(first?.values?.inputs[0]?.elements()).toEqual(Float64Array.of(1, 1, 1));
    expect(first?.values?.outputs?.[0]?.elements()).toEqual(Float64Array.of(2, 2, 2));
  });

  it('of a long loop are the first ones and the latest of each place', () => {
    const journal = begunJournal();
    for (let i = 0; i < 500; i++) {
      const heard = journal.heard(event({ inputs: [scalar('int64', BigInt(i))] }), 'f');
      if (i < 100) journal.keep(heard, site, 'first');
      else if (i % 100 === 0) journal.keep(heard, site, 'latest');
      else if (i === 499) journal.keepLate(heard, journal.inputsOf(heard.event));
    }
    journal.endRun(new Set());
    const kept = journal.calls.calls.map((one) => one.values?.inputs[0]?.item());
    expect(kept).toEqual([...Array.from({ length: 100 }, (_, i) => BigInt(i)), 499n]);
    expect(journal.calls.count).toBe(500);
  });

  it('lose their values when there are too many bytes, the oldest first', () => {
    const journal = begunJournal(8 * 100_000);
    for (let i = 0; i < 10; i++) call(journal, event({ sharedBefore: [full('float64', [2000], i)] }));
    const isKept = journal.calls.calls.map(({ values }) => values !== null);
    expect(isKept).toEqual([...isKept].sort((a, b) => Number(a) - Number(b)));
    expect(isKept[0]).toBe(false);
    expect(isKept.at(-1)).toBe(true);
    expect(journal.byteLength).toBeLessThanOrEqual(100_000);
  });

  it('share what did not change', () => {
    const journal = begunJournal(8 * 100_000);
    const weights = full('float64', [5000], 1);
    for (let i = 0; i < 50; i++) call(journal, event({ sharedBefore: [weights] }));
    expect(journal.calls.calls.every(({ values }) => values !== null)).toBe(true);
    expect(journal.byteLength).toBeLessThan(50_000);
  });

  it('of arrays that are too large have no values', () => {
    const journal = begunJournal(8 * 100_000);
    call(journal, event({ inputs: [full('float64', [100_000], 1)] }));
    expect(journal.calls.calls[0]?.values).toBeNull();
    expect(journal.byteLength).toBe(0);
  });
});

describe('histories of shared variables', () => {
  it('count all changes and keep the first and the last ones', () => {
    const journal = begunJournal();
    const variable = shared(scalar('int64', 0n));
    for (let i = 1; i <= 1000; i++) change(journal, variable, scalar('int64', BigInt(i)));
    const recorded = journal.variables.of(variable);
    const kept = changesOf(recorded);
    expect(recorded.changeCount).toBe(1000);
    expect(kept.map((one) => one.number)).toEqual([
      ...Array.from({ length: 20 }, (_, i) => i + 1),
      ...Array.from({ length: 200 }, (_, i) => i + 801),
    ]);
    expect(kept.every(({ number, values }) => values?.after.item() === BigInt(number))).toBe(true);
    expect(firstValue(recorded)?.item()).toBe(0n);
  });

  it('lose old values, the first one last', () => {
    const journal = begunJournal(8 * 100_000);
    const variable = shared(full('float64', [2000], 0));
    for (let i = 1; i <= 30; i++) change(journal, variable, full('float64', [2000], i));
    const kept = changesOf(journal.variables.of(variable));
    expect(kept[0]?.values).not.toBeNull();
    expect(kept[1]?.values).toBeNull();
    expect(kept.at(-1)?.values?.after.at(0)).toBe(30);
    expect(journal.byteLength).toBeLessThanOrEqual(100_000);
    expect(journal.releaseMemory(new Set())).toBe(true);
    expect(journal.byteLength).toBe(0);
    expect(journal.releaseMemory(new Set())).toBe(false);
  });

  it('stay what they were when the program writes into a value that it has asked for', () => {
    const journal = begunJournal();
    const variable = shared(full('float64', [2], 1));
    change(journal, variable, full('float64', [2], 2));
    journal.access({ kind: 'lend', variable }, site);
    variable.isLent = true;
    variable.value.storage[0] = 99;
    const after = changesOf(journal.variables.of(variable))[0]?.values?.after;
    expect(after && journal.asRecorded(after)?.elements()).toEqual(Float64Array.of(2, 2));
  });

  it('end with the run for variables that no name reaches, whose ids stay', () => {
    const journal = begunJournal();
    const [named, nameless] = [shared(scalar('int64', 0n)), shared(scalar('int64', 0n))];
    for (const variable of [named, nameless]) change(journal, variable, scalar('int64', 1n));
    const ids = [named, nameless].map((variable) => journal.variables.of(variable).id);
    journal.endRun(new Set([named.cell]));
    expect([...journal.variables.variables].map(({ id }) => id)).toEqual([ids[0]]);
    expect(journal.variables.of(nameless)).toMatchObject({ id: ids[1], changeCount: 0 });
  });

  it('are one for clones with the same value', () => {
    const journal = begunJournal();
    const variable = shared(scalar('int64', 0n));
    const clone = shared(scalar('int64', 0n));
    clone.shareWith(variable);
    change(journal, clone, scalar('int64', 1n));
    expect(journal.variables.of(variable).changeCount).toBe(1);
  });
});

describe('restoring', () => {
  it('is a change itself, and leaves the history as it was', () => {
    const journal = begunJournal();
    const variable = shared(scalar('int64', 0n));
    change(journal, variable, scalar('int64', 5n));
    const recorded = journal.variables.of(variable);
    const first = firstValue(recorded);
    if (first === null) throw new Error('no first value');
    journal.restore(recorded, first);
    expect(variable.value.item()).toBe(0n);
    variable.value.storage[0] = 77n;
    expect(changesOf(recorded).map(({ cause }) => cause)).toEqual(['call', 'restore']);
    expect(firstValue(recorded)?.item()).toBe(0n);
  });
});

describe('the cells of a run', () => {
  it('tell which variables they have read and changed', () => {
    const journal = begunJournal();
    const [read, written] = [shared(scalar('int64', 0n)), shared(scalar('int64', 0n))];
    const reading = { ...compiled, graph: { inputs: [], shared: [read], outputs: [] } };
    call(journal, event({ compiled: reading }));
    journal.cells.beginCell();
    journal.access({ kind: 'write', variable: written, before: written.value }, site);
    call(journal, event({ compiled: reading }));
    const [readId, writtenId] = [journal.variables.of(read).id, journal.variables.of(written).id];
    expect(journal.cells.all).toEqual([
      { reads: [readId], writes: [] },
      { reads: [readId], writes: [writtenId] },
    ]);
  });
});
