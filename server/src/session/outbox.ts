/**
 * Collects what a run says and sends it in batches: a program that prints in a loop costs one message per few
 * milliseconds instead of one per line. Output of one statement that follows on itself is joined. The owner has to call
 * {@link Outbox.tick} now and then and {@link Outbox.flush} at the end.
 */
import type { EvaluatorMessage } from '../../../protocol/src/evaluator.ts';
import type { RunEvent } from '../../../protocol/src/results.ts';

/** How long something may wait while the program goes on. */
const batchMs = 10;
const batchLength = 256;

export interface OutboxOptions {
  readonly runId: number;
  readonly send: (batch: readonly EvaluatorMessage[]) => void;
  readonly now: () => number;
}

type OutputEvent = Extract<RunEvent, { type: 'output' | 'errorOutput' }>;

export class Outbox {
  readonly #options: OutboxOptions;
  #batch: EvaluatorMessage[] = [];
  /** Output that may still grow; it stands behind everything in the batch. */
  #output: { type: OutputEvent['type']; span: OutputEvent['span']; parts: string[] } | null = null;
  #sentAt = Number.NEGATIVE_INFINITY;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Says an event, after everything that was said before. */
  add(event: RunEvent): void {
    if (event.type === 'output' || event.type === 'errorOutput') this.#addOutput(event);
    else this.#push(event);
    this.tick(this.#options.now());
  }

  /** Sends what waits if it has waited long enough. */
  tick(now: number): void {
    if (now - this.#sentAt >= batchMs || this.#batch.length >= batchLength) this.flush();
  }

  /** Sends everything that waits, now. */
  flush(): void {
    this.#closeOutput();
    if (this.#batch.length === 0) return;
    this.#sentAt = this.#options.now();
    const batch = this.#batch;
    this.#batch = [];
    this.#options.send(batch);
  }

  #addOutput(event: OutputEvent): void {
    const open = this.#output;
    const { type, span } = event;
    if (open !== null && open.type === type && open.span.start === span.start && open.span.end === span.end) {
      // What goes on in a line belongs to the print that began it: Python 2 prints its values one by one.
      const begun = open.parts.at(-1) ?? '';
      if (begun.endsWith('\n')) open.parts.push(event.text);
      else open.parts[open.parts.length - 1] = begun + event.text;
      return;
    }
    this.#closeOutput();
    this.#output = { type, span, parts: [event.text] };
  }

  #push(event: RunEvent): void {
    this.#closeOutput();
    this.#batch.push({ type: 'event', runId: this.#options.runId, event });
  }

  #closeOutput(): void {
    const open = this.#output;
    if (open === null) return;
    this.#output = null;
    const { type, span, parts } = open;
    const text = parts.join('');
    const last = { count: parts.length, start: text.length - (parts.at(-1) ?? '').length };
    this.#push({ type, span, text, ...(parts.length > 1 ? { last } : {}) });
  }
}
