/** The webviews that are open: an inspector per document, a panel for plots, one for values; and what opens them. */
import * as vscode from 'vscode';
import type { ValueRef } from '../../../protocol/src/values.ts';
import type { WebviewContent } from '../../../protocol/src/webview.ts';
import type { DocumentStates } from '../documentStates.ts';
import { t } from '../l10n.ts';
import type { RangeOf } from '../revealPlace.ts';
import type { ServerLink } from '../serverLink.ts';
import type { PageProgram } from './webviewPage.ts';
import { WebviewPanel } from './webviewPanel.ts';

export interface WebviewPanelsOptions {
  readonly server: ServerLink;
  readonly documents: DocumentStates;
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  readonly rangeOf: RangeOf;
}

export class WebviewPanels implements vscode.Disposable {
  readonly #options: WebviewPanelsOptions;
  readonly #panels = new Map<string, WebviewPanel>();
  readonly #running = new Set<string>();
  readonly #subscription: vscode.Disposable;

  constructor(options: WebviewPanelsOptions) {
    this.#options = options;
    this.#subscription = options.documents.onDidChange(({ uri, what }) => {
      if (what === 'runs') this.#runsChanged(uri);
    });
  }

  /** `callId` null: the latest call that ran a scan. `scan`: its number among those of the call; null for the first. */
  inspect(
    uri: string,
    { callId, scan }: { readonly callId: number | null; readonly scan: number | null },
  ): void {
    this.#open(uri, t('Scan inspector: {0}', nameOf(uri)), { kind: 'inspector', callId, scan });
  }

  /** Plots of a run, by their numbers in it. */
  async openPlots(uri: string, runId: number, numbers: readonly number[]): Promise<void> {
    const asked = numbers.map((plot) => this.#options.server.plot({ uri, runId, plot }));
    const plots = (await Promise.all(asked)).filter((plot) => plot !== null);
    if (plots.length === 0) throw new Error(t('This plot is not kept any more. Run the cell again.'));
    const title = t('Plot: {0}', nameOf(uri));
    this.#open(uri, title, { kind: 'plots', title: nameOf(uri), plots });
  }

  openValue(uri: string, title: string, ref: ValueRef): void {
    this.#open(uri, title, { kind: 'value', title, ref });
  }

  /** A run of a document has ended. */
  ran(uri: string): void {
    for (const panel of this.#panels.values()) if (panel.uri === uri) panel.ran();
  }

  dispose(): void {
    this.#subscription.dispose();
    for (const panel of this.#panels.values()) panel.dispose();
  }

  /** One panel per document and kind. */
  #open(uri: string, title: string, content: WebviewContent): void {
    const key = `${content.kind} ${uri}`;
    const known = this.#panels.get(key);
    if (known !== undefined) {
      known.show(title, content);
      return;
    }
    const openValue = (of: string, name: string, ref: ValueRef) => this.openValue(of, name, ref);
    const program = readProgram(this.#options.extensionUri);
    const options = { ...this.#options, program, uri, openValue };
    const panel = new WebviewPanel(options, title, content);
    this.#panels.set(key, panel);
    panel.onDidDispose(() => this.#panels.delete(key));
  }

  #runsChanged(uri: string): void {
    const isRunning = this.#options.documents.find(uri)?.tracker.isRunning === true;
    const wasRunning = this.#running.has(uri);
    if (isRunning) this.#running.add(uri);
    else this.#running.delete(uri);
    if (wasRunning && !isRunning) this.ran(uri);
  }
}

async function readProgram(extensionUri: vscode.Uri): Promise<PageProgram> {
  const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
  const read = async (name: string): Promise<string> =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)));
  const [script, style] = await Promise.all([read('main.js'), read('style.css')]);
  return { script, style };
}

const nameOf = (uri: string): string => vscode.Uri.parse(uri).path.split('/').at(-1) ?? uri;
