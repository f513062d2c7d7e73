/** What the host needs from the place where programs run: a child process on Node, a worker in the browser, a fake in tests. */
import type { EvaluatorMessage, EvaluatorRequest } from '../../../protocol/src/evaluator.ts';
import type { Disposable } from '../base/disposable.ts';

/** A started evaluator. Requests sent before it is ready are kept in order by the transport. */
export interface EvaluatorProcess {
  /** False where a running program can not be reached: then cancelling means killing at once. */
  readonly canInterrupt: boolean;
  send(request: EvaluatorRequest): void;
  /** Ends it at once, whatever it does. Its listener hears nothing any more that matters. */
  kill(): void;
}

export interface ProcessListener {
  message(message: EvaluatorMessage): void;
  /** It ended; `reason` is for people: `signal SIGKILL`, `exit code 1`. */
  exited(reason: string): void;
}

/** Starts an evaluator; must not throw (a failure to start is an `exited` that comes later). */
export type StartEvaluator = (listener: ProcessListener) => EvaluatorProcess;

/** Time, injected because the session's host knows neither Node nor the browser. */
export interface Clock {
  /** Milliseconds from some fixed moment, never going back. */
  now(): number;
  /** Calls `action` once after `delayMs`, unless disposed of before. */
  after(delayMs: number, action: () => void): Disposable;
}
