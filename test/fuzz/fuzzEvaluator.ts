/**
 * An evaluator whose time is counted in looks at the clock: a program has the same budget on every machine, and what it does in it is
 * the same each time.
 */
import { getHeapStatistics } from 'node:v8';
import type { EvaluatorMessage, RunEnd } from '../../protocol/src/evaluator.ts';
import type { Question } from '../../protocol/src/questions.ts';
import type { RunEvent } from '../../protocol/src/results.ts';
import type { ParsedFile } from '../../server/src/python/parsedFile.ts';
import { ParsedTexts } from '../../server/src/python/parsedTexts.ts';
import type { PythonParser } from '../../server/src/python/parser.ts';
import type { Disk } from '../../server/src/session/documentWorkspace.ts';
import { Evaluator } from '../../server/src/session/evaluator.ts';
import { testParser } from '../oracle/inProcess.ts';

const parser = await testParser();
const parsed = new ParsedTexts((text) => parser.parse(text), 4);
/** What is looked at here is not parsed again by the evaluator. */
const evaluatorParser: PythonParser = {
  parse: (text) => parsed.of(text, text),
  open: (text) => parser.open(text),
  dispose: () => {},
};
const uri = 'file:///w/program.py';

/** How often a program may look at the clock: some ten thousand turns of a loop. */
const budget = 2000;
/** What takes less between two looks is as quick on one machine as on another. */
const longLookMs = 20;
const memoryBytes = 512 * 1024 * 1024;

export interface FuzzRun {
  readonly file: ParsedFile;
  readonly events: readonly RunEvent[];
  readonly end: RunEnd;
}

export class FuzzEvaluator {
  readonly #evaluator: Evaluator;
  readonly #received: EvaluatorMessage[] = [];
  #looks = 0;
  #lookedAt = 0;
  #lastId = 0;

  constructor(disk: Disk | null) {
    this.#evaluator = new Evaluator({
      parser: evaluatorParser,
      now: () => this.#look(),
      wait: (ms) => {
        this.#looks += ms;
      },
      send: (batch) => this.#received.push(...batch),
      measureMemory: () => {
        const { used_heap_size: heap, external_memory: arrays } = getHeapStatistics();
        return heap + arrays;
      },
      disk,
    });
  }

  /** Runs all cells in an empty namespace, or in the present one. Throws where the fault is ours. */
  run(text: string, namespace: 'empty' | 'present'): FuzzRun {
    const file = parsed.of(text, text);
    const runId = ++this.#lastId;
    this.#received.length = 0;
    this.#evaluator.receive({
      type: 'run',
      runId,
      uri,
      version: 1,
      text,
      cells: file.cells.map(({ start, end }) => ({ start, end })),
      reset: namespace === 'empty',
      options: { floatX: 'float64', timeoutMs: budget, memoryBytes },
      workspace: { roots: ['file:///w'], texts: [] },
    });
    const messages = this.#messages();
    const ended = messages.find((message) => message.type === 'ended');
    if (ended === undefined) throw new Error('the run did not end');
    const { end } = ended;
    if (end.outcome === 'crashed') throw new Error(end.error?.message ?? 'crashed');
    return {
      file,
      events: messages.flatMap((message) => (message.type === 'event' ? [message.event] : [])),
      end,
    };
  }

  /** Asks about what the runs left behind. Throws where the fault is ours. */
  ask(question: Question): void {
    this.#received.length = 0;
    this.#evaluator.receive({ type: 'ask', askId: ++this.#lastId, uri, question });
    this.#messages();
  }

  /** Long work has to show: machine code takes more steps at a time as long as it is quick. */
  #look(): number {
    const now = performance.now();
    const elapsed = now - this.#lookedAt;
    this.#lookedAt = now;
    this.#looks += elapsed > longLookMs ? elapsed : 1;
    return this.#looks;
  }

  /** What was said; a message for the log is a fault of ours. */
  #messages(): readonly EvaluatorMessage[] {
    const logged = this.#received.find((message) => message.type === 'log');
    if (logged !== undefined) throw new Error(`logged: ${logged.text}`);
    return this.#received;
  }
}
