/**
 * The cells of one notebook that were asked to run: one after another, until one of them fails. What a run says reaches the cell for
 * which it runs and no other: what comes late is dropped. Knows nothing of VS Code.
 */
import type { RunResponse, RunStateParams } from '../../../protocol/src/editor.ts';
import type { CellOutputsParams } from '../../../protocol/src/notebook.ts';
import { t } from '../l10n.ts';
import { messageOf } from '../messageOf.ts';
import { type NotebookOutput, notebookOutput, refusal } from './outputItems.ts';

export type CellEnd = 'done' | 'failed' | 'stopped';

/** A cell that waits or runs, as the editor shows it. */
export interface CellExecution {
  /** Of the cell. */
  readonly uri: string;
  /** It runs from now on; what it showed before goes. `order`: the number beside the cell. */
  begin(order: number): void;
  /** Shows more, after all that came before. */
  write(outputs: readonly NotebookOutput[], order: number): void;
  end(how: CellEnd): void;
}

export interface CellQueueOptions {
  /** Asks the server. */
  readonly run: (uri: string) => Promise<RunResponse>;
  /** A run has ended: the state may be another one. */
  readonly ended: () => void;
}

interface Running {
  readonly execution: CellExecution;
  readonly order: number;
  /** Known as soon as the server says that it runs. */
  runId: number | null;
}

export class CellQueue {
  readonly #options: CellQueueOptions;
  #waiting: CellExecution[] = [];
  #running: Running | null = null;
  #order = 0;

  constructor(options: CellQueueOptions) {
    this.#options = options;
  }

  get isIdle(): boolean {
    return this.#running === null && this.#waiting.length === 0;
  }

  add(executions: readonly CellExecution[]): void {
    this.#waiting.push(...executions);
    if (this.#running === null) this.#next();
  }

  receiveOutputs({ uri, runId, outputs }: CellOutputsParams): void {
    const running = this.#running;
    if (running === null || running.execution.uri !== uri || running.runId !== runId) return;
    running.execution.write(outputs.map(notebookOutput), running.order);
  }

  receiveRunState({ uri, runId, state }: RunStateParams): void {
    const running = this.#running;
    if (running === null || running.execution.uri !== uri) return;
    if (state === 'running') running.runId ??= runId;
    else if (running.runId === runId) this.#end(endOf(state));
  }

  /** Nothing that waits will run; what runs is for the server to stop. */
  stopWaiting(): void {
    for (const execution of this.#waiting.splice(0)) execution.end('stopped');
  }

  /** The namespace is a new one: executions count from 1 again. */
  restarted(): void {
    this.#order = 0;
  }

  /** The server ended, and every run with it. */
  serverEnded(): void {
    const running = this.#running;
    if (running === null) return;
    running.execution.write([refusal(t('The language server has stopped.'))], running.order);
    this.#end('failed');
  }

  /** The notebook was closed. */
  close(): void {
    this.stopWaiting();
    this.#running?.execution.end('stopped');
    this.#running = null;
  }

  #next(): void {
    const execution = this.#waiting.shift();
    if (execution === undefined) return;
    const running: Running = { execution, order: ++this.#order, runId: null };
    this.#running = running;
    execution.begin(running.order);
    this.#options.run(execution.uri).then(
      (response) => {
        if ('refused' in response) this.#refused(running, response.refused);
        else running.runId ??= response.runId;
      },
      (error: unknown) => this.#refused(running, messageOf(error)),
    );
  }

  #refused(running: Running, message: string): void {
    if (this.#running !== running) return;
    running.execution.write([refusal(message)], running.order);
    this.#end('failed');
  }

  /** After a cell that failed or was stopped, those behind it do not run: they may need what it should have made. */
  #end(how: CellEnd): void {
    this.#running?.execution.end(how);
    this.#running = null;
    if (how !== 'done') this.stopWaiting();
    this.#options.ended();
    this.#next();
  }
}

const endOf = (state: RunStateParams['state']): CellEnd =>
  state === 'finished' ? 'done' : state === 'cancelled' ? 'stopped' : 'failed';
