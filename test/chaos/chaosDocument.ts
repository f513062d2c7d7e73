/**
 * A document as an editor has it: its text and version, its tracked results (the client's own code), and what its namespace has to
 * hold. Its program counts how often one of its cells was run, in a name and in a shared variable.
 */
import { equal, ok } from 'node:assert/strict';
import { ResultTracker } from '../../client/src/trackedResults.ts';
import {
  methods,
  type ResultsParams,
  type RunResponse,
  type RunScope,
  type RunStateParams,
} from '../../protocol/src/editor.ts';
import type { RunOutcome } from '../../protocol/src/results.ts';
import { LineIndex } from '../../server/src/base/lineIndex.ts';
import { type ServerProcess, within } from './serverProcess.ts';

const program = `# %% start
import theano
import numpy as np
a = theano.shared(0, name='a')
_, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
f = theano.function([], [], updates=updates)
count = 0
# note
# %% step
count += 1
f()
print('count', count, int(a.get_value()))
# note
# %% endless
print('ready')
while True:
    pass
# %% busy
total = 0
for i in range(20000):
    total += i
# %% scan
import theano
b = theano.shared(0.5)
far = theano.function([], [], updates=theano.scan(lambda: {b: theano.tensor.tanh(b)}, n_steps=2 * 10**9)[1])
print('ready')
far()
# %% memory
import numpy as np
def hoard():
    kept = []
    while True:
        kept.append(np.ones(10**6))
print('ready')
hoard()
# %% trap
import theano
zero = theano.shared(0)
g = theano.function([], theano.scan(lambda i: i // zero, sequences=[theano.tensor.arange(3)])[0])
print(g())
# %% deep
def deep(n):
    return deep(n + 1)
print('ready')
deep(0)
# %% file
import numpy as np
print('sum', np.load('data.npy').sum())
# %% module
import importlib
import helper
importlib.reload(helper)
print('helper', helper.value)
# %% stubborn
import sys
sys.set_int_max_str_digits(0)
large = 3 ** 1000000
print('ready')
len(str(large))
`;

export type CellName =
  | 'start'
  | 'step'
  | 'endless'
  | 'busy'
  | 'scan'
  | 'memory'
  | 'trap'
  | 'deep'
  | 'file'
  | 'module'
  | 'stubborn';

/** `left`: the server ended, or the document was closed, before the run had. */
export type ChaosOutcome = RunOutcome | 'left';

export interface EndedRun {
  readonly outcome: ChaosOutcome;
  readonly lines: readonly string[];
}

export interface StartedRun {
  readonly runId: number;
  /** Settled when the program has printed. */
  readonly hasPrinted: Promise<void>;
  readonly ended: Promise<EndedRun>;
}

interface Waiting {
  readonly printed: () => void;
  readonly ended: (outcome: ChaosOutcome) => void;
}

/** What the person is told of a loss: by the run in which it happened, or by the next one. */
const lossTexts = [/^EvaluatorStopped|used up its memory. The variables/, /empty namespace/];

export class ChaosDocument {
  readonly uri: string;
  readonly tracker: ResultTracker;
  text = program;
  version = 1;
  /** What the program has counted; null where nothing was run, or it is lost and the person knows it. */
  count: number | null = null;
  /** The evaluator of some document was killed while nothing ran, perhaps its own. */
  mayBeLost = false;
  /** The server was killed after it had run. */
  isLost = false;
  #hasRun = false;
  readonly #lines = new Map<number, readonly string[]>();
  readonly #waiting = new Map<number, Waiting>();
  readonly #early = new Map<number, RunStateParams>();

  constructor(uri: string, now: () => number) {
    this.uri = uri;
    this.tracker = new ResultTracker(program, now);
  }

  open(server: ServerProcess): Promise<void> {
    const { uri, version, text } = this;
    return server.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'python', version, text },
    });
  }

  close(server: ServerProcess): Promise<void> {
    this.#leaveRuns();
    return server.notify('textDocument/didClose', { textDocument: { uri: this.uri } });
  }

  // ------------------------------------------------------------------------------------------------------------ edits

  /** Writes a letter behind one of the notes, or takes it away again: the program stays what it is. */
  async edit(server: ServerProcess, random: () => number): Promise<void> {
    const ends = [...this.text.matchAll(/# note(x*)/g)];
    const found = ends[Math.floor(random() * ends.length)];
    if (found === undefined) throw new Error('the notes are gone');
    const offset = found.index + found[0].length;
    const isRemoval = (found[1] ?? '').length > 20 || (found[1] !== '' && random() < 0.5);
    const edit = isRemoval ? { offset: offset - 1, length: 1, text: '' } : { offset, length: 0, text: 'x' };
    const lines = new LineIndex(this.text);
    const range = { start: lines.positionAt(edit.offset), end: lines.positionAt(edit.offset + edit.length) };
    this.text = this.text.slice(0, edit.offset) + edit.text + this.text.slice(edit.offset + edit.length);
    this.version++;
    this.tracker.edit([edit], this.text);
    await server.notify('textDocument/didChange', {
      textDocument: { uri: this.uri, version: this.version },
      contentChanges: [{ range, text: edit.text }],
    });
  }

  // ------------------------------------------------------------------------------------------------------------- runs

  async start(server: ServerProcess, cell: CellName, scope: RunScope = 'cell'): Promise<StartedRun> {
    const { uri, version, text } = this;
    this.tracker.keep(version, text);
    const response = await server.request<RunResponse>(methods.run, {
      ...{ uri, version, scope },
      position: this.#positionOf(cell),
    });
    if ('refused' in response) {
      this.tracker.release(version);
      throw new Error(`refused: ${response.refused}`);
    }
    const { runId } = response;
    this.#hasRun = true;
    let printed = (): void => {};
    const hasPrinted = new Promise<void>((resolve) => {
      printed = resolve;
    });
    const outcome = new Promise<ChaosOutcome>((ended) => this.#waiting.set(runId, { printed, ended }));
    this.#look(runId);
    const ended = within(`the end of ${cell}`, outcome).then((one) => {
      const end = { outcome: one, lines: this.#lines.get(runId) ?? [] };
      this.#noteLoss(end, scope);
      return end;
    });
    return {
      runId,
      hasPrinted: within(`what ${cell} prints`, Promise.race([hasPrinted, ended.then(() => {})])),
      ended,
    };
  }

  async run(server: ServerProcess, cell: CellName, scope: RunScope = 'cell'): Promise<EndedRun> {
    return (await this.start(server, cell, scope)).ended;
  }

  /** Counts on, and checks that the namespace holds what it has to, or that the person is told once that it does not. */
  async step(server: ServerProcess): Promise<void> {
    const { count, isLost, mayBeLost } = this;
    const { outcome, lines } = await this.run(server, 'step');
    const shown = lines.join(' | ');
    if (outcome === 'finished') {
      ok(count !== null && !isLost, `${this.uri} counts although it was lost: ${shown}`);
      equal(this.count, count, `told of a loss that was none: ${shown}`);
      this.count = count + 1;
      this.mayBeLost = false;
      equal(
        lines.find((line) => line.startsWith('count')),
        `count ${this.count} ${this.count * 10}`,
      );
      return;
    }
    // The end of a process that was killed is seen a little later.
    ok(outcome === 'raised' || (outcome === 'crashed' && mayBeLost), `step: ${outcome} ${shown}`);
    ok(count === null || isLost || mayBeLost, `${this.uri} lost its variables: ${shown}`);
    equal(this.count, null, `not told of a loss: ${shown}`);
    await this.restart(server);
  }

  /** Finds out whether its evaluator was among those that were killed. */
  async settle(server: ServerProcess): Promise<void> {
    if (this.mayBeLost) await this.run(server, 'busy');
  }

  /** After any run: whoever lost variables is told once. */
  #noteLoss({ outcome, lines }: EndedRun, scope: RunScope): void {
    // That is told by the next run, in the next server.
    if (outcome === 'left') return;
    const shown = lines.join(' | ');
    const told = lossTexts.map((text) => lines.filter((line) => text.test(line)).length);
    for (const times of told) ok(times <= 1, `told ${times} times: ${shown}`);
    const isTold = told.some((times) => times > 0);
    if (outcome === 'crashed' || (this.isLost && scope === 'cell'))
      ok(isTold, `a loss that nobody is told of: ${shown}`);
    if (outcome !== 'cancelled') this.mayBeLost = false;
    if (isTold) {
      this.count = null;
      this.isLost = false;
    }
  }

  /** Begins anew in an empty namespace. */
  async restart(server: ServerProcess): Promise<void> {
    const { outcome, lines } = await this.run(server, 'step', 'through');
    equal(outcome, 'finished', lines.join(' | '));
    this.mayBeLost = false;
    this.isLost = false;
    this.count = 1;
    ok(lines.includes('count 1 10'), lines.join(' | '));
  }

  /** The server is gone. */
  serverEnded(): void {
    const shown = this.#shownCount();
    this.tracker.endAll('crashed');
    ok(!this.tracker.isRunning, 'a run goes on without a server');
    equal(this.#shownCount(), shown, 'results went with the server');
    this.#leaveRuns();
    this.#early.clear();
    this.#lines.clear();
    this.isLost ||= this.#hasRun;
    this.#hasRun = false;
    if (this.count !== null) {
      const step = this.tracker.cells.find(({ start }) => start === this.text.indexOf('# %% step'));
      ok(step === undefined || step.staleReason !== null, 'results of a lost namespace are shown as new');
    }
  }

  // ------------------------------------------------------------------------------------------------------- what is told

  receiveRunState(params: RunStateParams): void {
    this.tracker.setRunState(params, 0);
    this.#early.set(params.runId, params);
    this.#look(params.runId);
  }

  receiveResults(params: ResultsParams): void {
    this.tracker.setResults(params);
    this.#lines.set(
      params.runId,
      params.results.flatMap(({ text, full, role }) => (role === 'result' ? [full.trim() || text] : [text])),
    );
    if (params.results.length > 0) this.#waiting.get(params.runId)?.printed();
  }

  #look(runId: number): void {
    const state = this.#early.get(runId)?.state;
    const waiting = this.#waiting.get(runId);
    if (waiting === undefined || state === undefined || state === 'running') return;
    this.#waiting.delete(runId);
    waiting.ended(state);
  }

  /** What was told of runs that have ended; for those who go on for long. */
  forgetRuns(): void {
    this.#lines.clear();
    this.#early.clear();
  }

  #leaveRuns(): void {
    for (const { ended } of this.#waiting.values()) ended('left');
    this.#waiting.clear();
  }

  #shownCount(): number {
    return this.tracker.cells.reduce((sum, { results }) => sum + results.length, 0);
  }

  #positionOf(cell: CellName): { readonly line: number; readonly character: number } {
    return new LineIndex(this.text).positionAt(this.text.indexOf(`# %% ${cell}\n`) + 5);
  }
}
