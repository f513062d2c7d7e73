/**
 * Runs programs that want out, one after another in one evaluator in this process, each in a namespace of its own and on small
 * budgets. The clock counts how often it is read, so that what runs out of time does so after the same number of turns on any machine.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EvaluatorMessage, RunEnd } from '../../protocol/src/evaluator.ts';
import type { RunEvent } from '../../protocol/src/results.ts';
import { protocolVersion } from '../../protocol/src/version.ts';
import { Evaluator } from '../../server/src/session/evaluator.ts';
import { nodeDisk } from '../../server/src/session/nodeDisk.ts';
import { measureMemory } from '../../server/src/session/nodeMemory.ts';
import { testParser } from '../oracle/inProcess.ts';
import { outputMarkers } from '../unit/fixtures/markers.ts';

/** How often the clock may be read before the time is up: short for what is to run out of it, some for many things of which a few do, and long for all else. */
const readings = { short: 20, some: 400, long: 5000 } as const;
const timeoutMs = 100;
const memoryBytes = 128 * 1024 * 1024;

export type Time = keyof typeof readings;

export interface SandboxRun {
  readonly end: RunEnd;
  readonly events: readonly RunEvent[];
  /** What it showed and how it ended, a line for each, as in the markers of a program. */
  readonly endings: readonly string[];
}

export class Sandbox {
  readonly #evaluator: Evaluator;
  readonly #uri: string;
  readonly #messages: EvaluatorMessage[] = [];
  readonly #memoryBytes: number;
  #lastId = 0;
  #now = 0;
  #readingsLeft = 0;

  private constructor(folder: string, evaluator: (sandbox: Sandbox) => Evaluator) {
    this.#uri = pathToFileURL(join(folder, 'program.py')).href;
    this.#evaluator = evaluator(this);
    this.#evaluator.receive({ type: 'hello', protocolVersion, interruptBuffer: null });
    // What the tests themselves hold does not count.
    this.#memoryBytes = memoryBytes + measureMemory(0);
  }

  /** An evaluator whose programs may read what is in a folder. */
  static async in(folder: string): Promise<Sandbox> {
    const parser = await testParser();
    return new Sandbox(folder, (sandbox) => {
      const now = () => (sandbox.#now += --sandbox.#readingsLeft < 0 ? timeoutMs : 0.01);
      const send = (batch: readonly EvaluatorMessage[]) => void sandbox.#messages.push(...batch);
      const wait = (ms: number) => {
        sandbox.#now += ms;
      };
      return new Evaluator({ parser, now, wait, send, measureMemory, disk: nodeDisk });
    });
  }

  /** Runs a text in an empty namespace. */
  run(text: string, time: Time = 'long'): SandboxRun {
    this.#messages.length = 0;
    this.#readingsLeft = readings[time];
    this.#evaluator.receive({
      type: 'run',
      runId: ++this.#lastId,
      uri: this.#uri,
      version: this.#lastId,
      text,
      cells: [{ start: 0, end: text.length }],
      reset: true,
      droppedScans: [],
      options: { floatX: 'float64', timeoutMs, memoryBytes: this.#memoryBytes },
      workspace: { roots: [], texts: [] },
    });
    const events = this.#messages.flatMap((message) => (message.type === 'event' ? [message.event] : []));
    const ended = this.#messages.find((message) => message.type === 'ended');
    if (ended?.type !== 'ended') throw new Error('the run did not end');
    return { end: ended.end, events, endings: [...events.flatMap(shown), ...problem(ended.end)] };
  }

  /** What the evaluator reported as its own fault. */
  get faults(): readonly string[] {
    return this.#messages.flatMap((message) => (message.type === 'log' ? [message.text] : []));
  }
}

/** Longer output is told by its beginning. */
const longestShown = 400;

function shown(event: RunEvent): string[] {
  const text = event.type === 'output' ? event.text : event.type === 'value' ? event.value.full : null;
  if (text === null) return [];
  return outputMarkers(0, text.slice(0, longestShown)).map((marker) => `=> ${marker.text}`.trimEnd());
}

const problem = ({ error }: RunEnd): string[] =>
  error === null ? [] : [`!> ${error.type}: ${error.message.replaceAll('\n', ' ')}`.trimEnd()];
