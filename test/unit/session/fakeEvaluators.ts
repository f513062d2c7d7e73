/** Evaluators and a clock for tests of the host: nothing happens until a test says so. */
import type { EvaluatorMessage, EvaluatorRequest, RunEnd } from '../../../protocol/src/evaluator.ts';
import type { RunEvent } from '../../../protocol/src/results.ts';
import { EvaluatorHost, type RunWork } from '../../../server/src/session/evaluatorHost.ts';
import type { Clock, ProcessListener, StartEvaluator } from '../../../server/src/session/evaluatorProcess.ts';

export class FakeClock implements Clock {
  #now = 0;
  #timers: { at: number; action: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(delayMs: number, action: () => void): { dispose(): void } {
    const timer = { at: this.#now + delayMs, action };
    this.#timers.push(timer);
    const dispose = () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
    return { dispose };
  }

  /** Lets time pass; timers that are due fire in order. */
  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const due = this.#timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#timers = this.#timers.filter((timer) => timer !== due);
      this.#now = due.at;
      due.action();
    }
    this.#now = end;
  }
}

/** One fake process: what it was sent, and a way to speak for it. */
export class FakeEvaluator {
  readonly requests: EvaluatorRequest[] = [];
  readonly canInterrupt: boolean;
  isKilled = false;
  readonly #listener: ProcessListener;

  constructor(listener: ProcessListener, canInterrupt: boolean) {
    this.#listener = listener;
    this.canInterrupt = canInterrupt;
  }

  send(request: EvaluatorRequest): void {
    this.requests.push(request);
  }

  kill(): void {
    this.isKilled = true;
  }

  say(...messages: EvaluatorMessage[]): void {
    for (const message of messages) this.#listener.message(message);
  }

  output(runId: number, text: string): void {
    this.say({ type: 'event', runId, event: { type: 'output', span: { start: 0, end: 1 }, text } });
  }

  end(runId: number, change: Partial<RunEnd> = {}): void {
    this.say({ type: 'ended', runId, end: { ...normalEnd, ...change } });
  }

  die(reason: string): void {
    this.#listener.exited(reason);
  }

  get requestTypes(): string[] {
    return this.requests.map((request) => request.type);
  }
}

export const normalEnd: RunEnd = {
  outcome: 'finished',
  error: null,
  elapsedMs: 1,
  state: {},
  callCount: 0,
  namespaceLost: false,
};

export interface FakeHost {
  readonly host: EvaluatorHost;
  readonly clock: FakeClock;
  /** Every process that was started, in order. */
  readonly processes: FakeEvaluator[];
  readonly logged: string[];
  /** Documents whose process ended while nothing ran. */
  readonly lost: string[];
}

export function fakeHost(options: { canInterrupt?: boolean } = {}): FakeHost {
  const clock = new FakeClock();
  const processes: FakeEvaluator[] = [];
  const logged: string[] = [];
  const lost: string[] = [];
  const start: StartEvaluator = (listener) => {
    const process = new FakeEvaluator(listener, options.canInterrupt ?? true);
    processes.push(process);
    return process;
  };
  return {
    host: new EvaluatorHost({
      start,
      clock,
      log: (text) => logged.push(text),
      lost: (one) => lost.push(one),
    }),
    clock,
    processes,
    logged,
    lost,
  };
}

export const work = (uri: string, text = 'print(1)'): RunWork => ({
  uri,
  version: 1,
  text,
  cells: [{ start: 0, end: text.length }],
  reset: false,
  workspace: { roots: [], texts: [] },
  options: { floatX: 'float64', timeoutMs: 1000, memoryBytes: 1_000_000 },
});

/** The texts of the output events. */
export const outputsOf = (events: readonly RunEvent[]): string[] =>
  events.flatMap((event) => (event.type === 'output' ? [event.text] : []));
