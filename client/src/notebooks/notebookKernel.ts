/**
 * The kernel "ScanLens (no Python)" for notebooks: runs cells with our evaluator. It is offered in the kernel picker and does nothing
 * for a notebook for which nobody has chosen it.
 */
import * as vscode from 'vscode';
import { commands, methods } from '../../../protocol/src/editor.ts';
import type { CommandHandlers } from '../commandTargets.ts';
import { t } from '../l10n.ts';
import type { ServerLink } from '../serverLink.ts';
import { CellQueue } from './cellQueue.ts';
import { EditorExecution } from './editorExecution.ts';
import { notebookOf } from './notebookOf.ts';

/** As `when` clauses of package.json name it, after the id of the extension. */
const kernelId = 'scanlens';
const notebookType = 'jupyter-notebook';

export interface NotebookKernelOptions {
  readonly server: ServerLink;
  readonly log: vscode.LogOutputChannel;
  /** A run in the notebook with this address has ended, or its variables were forgotten. */
  readonly stateChanged: (uri: string) => void;
}

export class NotebookKernel implements vscode.Disposable {
  readonly #options: NotebookKernelOptions;
  readonly #controller: vscode.NotebookController;
  readonly #queues = new Map<string, CellQueue>();
  readonly #chosen = new Set<string>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(options: NotebookKernelOptions) {
    this.#options = options;
    const { server } = options;
    const controller = vscode.notebooks.createNotebookController(
      kernelId,
      notebookType,
      t('ScanLens (no Python)'),
      (cells, notebook) => this.#execute(cells, notebook),
    );
    controller.supportedLanguages = ['python'];
    controller.supportsExecutionOrder = true;
    controller.description = t('Theano, Aesara and PyTensor with nothing installed');
    controller.interruptHandler = (notebook) => this.#interrupt(notebook);
    this.#controller = controller;
    this.#subscriptions = [
      controller,
      controller.onDidChangeSelectedNotebooks(({ notebook, selected }) => {
        const uri = uriOf(notebook);
        if (!selected) {
          this.#chosen.delete(uri);
          return;
        }
        this.#chosen.add(uri);
        server.prepare(uri);
      }),
      server.onDidReceiveOutputs((params) => {
        for (const queue of this.#queues.values()) queue.receiveOutputs(params);
      }),
      server.onDidReceiveRunState((params) => {
        for (const queue of this.#queues.values()) queue.receiveRunState(params);
      }),
      server.onDidChangeState((state) => {
        if (state === 'stopped') for (const queue of this.#queues.values()) queue.serverEnded();
      }),
      vscode.workspace.onDidCloseNotebookDocument((notebook) => this.#closed(notebook)),
    ];
  }

  /** Commands about notebooks. */
  get commands(): CommandHandlers {
    return { [commands.restartNotebook]: () => this.#restart() };
  }

  /** Runs a cell of a notebook that uses this kernel; throws for another. */
  async runCell(document: vscode.TextDocument): Promise<void> {
    const notebook = notebookOf(document);
    const cell = notebook?.getCells().find((one) => one.document === document);
    if (notebook === null || cell === undefined || !this.#chosen.has(uriOf(notebook)))
      throw new Error(t('Choose the kernel "ScanLens (no Python)" for this notebook to run its cells.'));
    await this.#execute([cell], notebook);
  }

  dispose(): void {
    for (const queue of this.#queues.values()) queue.close();
    this.#queues.clear();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Resolves when all of them have ended, as whoever executes a cell expects. */
  async #execute(cells: readonly vscode.NotebookCell[], notebook: vscode.NotebookDocument): Promise<void> {
    const failed = (error: unknown) =>
      this.#options.log.warn(`A cell could not be written: ${String(error)}`);
    const executions = cells.map(
      (cell) => new EditorExecution(this.#controller.createNotebookCellExecution(cell), failed),
    );
    this.#queue(notebook).add(executions);
    await Promise.all(executions.map(({ ended }) => ended));
  }

  #queue(notebook: vscode.NotebookDocument): CellQueue {
    const uri = uriOf(notebook);
    const known = this.#queues.get(uri);
    if (known !== undefined) return known;
    const queue = new CellQueue({
      run: (cell) => this.#run(notebook, cell),
      ended: () => this.#options.stateChanged(uri),
    });
    this.#queues.set(uri, queue);
    return queue;
  }

  async #run(notebook: vscode.NotebookDocument, uri: string) {
    if (!vscode.workspace.isTrusted)
      return {
        refused: t('ScanLens runs code only in a trusted workspace. Rules and hovers work without trust.'),
      };
    const cell = notebook.getCells().find(({ document }) => document.uri.toString() === uri);
    if (cell === undefined) return { refused: t('The cell is not there any more.') };
    const position = { line: 0, character: 0 };
    return this.#options.server.run({ uri, version: cell.document.version, scope: 'cell', position });
  }

  async #interrupt(notebook: vscode.NotebookDocument): Promise<void> {
    this.#queues.get(uriOf(notebook))?.stopWaiting();
    await this.#options.server.ask(methods.cancel, uriOf(notebook));
  }

  async #restart(): Promise<void> {
    const notebook = vscode.window.activeNotebookEditor?.notebook;
    if (notebook === undefined) throw new Error(t('Open a notebook first.'));
    const uri = uriOf(notebook);
    this.#queues.get(uri)?.stopWaiting();
    await this.#options.server.ask(methods.reset, uri);
    this.#queues.get(uri)?.restarted();
    this.#options.stateChanged(uri);
  }

  #closed(notebook: vscode.NotebookDocument): void {
    const uri = uriOf(notebook);
    this.#queues.get(uri)?.close();
    this.#queues.delete(uri);
    this.#chosen.delete(uri);
  }
}

const uriOf = (notebook: vscode.NotebookDocument): string => notebook.uri.toString();
