/** One execution of a cell in VS Code. Outputs are written one after another; nothing is written after the end. */
import * as vscode from 'vscode';
import type { CellEnd, CellExecution } from './cellQueue.ts';
import type { NotebookOutput } from './outputItems.ts';

const successOf: Readonly<Record<CellEnd, boolean | undefined>> = {
  done: true,
  failed: false,
  stopped: undefined,
};

export class EditorExecution implements CellExecution {
  readonly uri: string;
  /** Everything is written. */
  readonly ended: Promise<void>;
  readonly #execution: vscode.NotebookCellExecution;
  readonly #failed: (error: unknown) => void;
  #written: Promise<unknown> = Promise.resolve();
  #hasEnded: () => void = () => {};
  /** The output that the next piece of its kind goes on with. */
  #stream: { readonly mime: string; readonly output: vscode.NotebookCellOutput } | null = null;

  constructor(execution: vscode.NotebookCellExecution, failed: (error: unknown) => void) {
    this.uri = execution.cell.document.uri.toString();
    this.#execution = execution;
    this.#failed = failed;
    this.ended = new Promise((resolve) => {
      this.#hasEnded = resolve;
    });
  }

  begin(order: number): void {
    this.#execution.executionOrder = order;
    this.#execution.start(Date.now());
    this.#queue(() => this.#execution.clearOutput());
  }

  write(outputs: readonly NotebookOutput[], order: number): void {
    for (const output of outputs) this.#queue(() => this.#append(output, order));
  }

  end(how: CellEnd): void {
    const endedAt = Date.now();
    this.#queue(() => this.#execution.end(successOf[how], endedAt));
    this.#queue(() => this.#hasEnded());
  }

  /** A cell may be deleted while it runs: then there is nothing to write to. */
  #queue(work: () => unknown): void {
    this.#written = this.#written.then(work).catch(this.#failed);
  }

  #append({ items, isStream, isValue }: NotebookOutput, order: number): Thenable<unknown> {
    const made = items.map(({ mime, text }) => vscode.NotebookCellOutputItem.text(text, mime));
    const mime = items[0]?.mime ?? '';
    if (isStream && this.#stream?.mime === mime)
      return this.#execution.appendOutputItems(made, this.#stream.output);
    const metadata = isValue ? { outputType: 'execute_result', executionCount: order } : {};
    const output = new vscode.NotebookCellOutput(made, metadata);
    this.#stream = isStream ? { mime, output } : null;
    return this.#execution.appendOutput(output);
  }
}
