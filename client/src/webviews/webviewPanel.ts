/**
 * A webview beside the code, for one document: gives it its page, says what it shows, and answers what it asks. It is made anew by the
 * editor each time it gets visible, and asks again then.
 */
import * as vscode from 'vscode';
import type { ValueRef } from '../../../protocol/src/values.ts';
import type { WebviewContent, WebviewMessage, WebviewRequest } from '../../../protocol/src/webview.ts';
import { messageOf } from '../messageOf.ts';
import { type RangeOf, revealPlace } from '../revealPlace.ts';
import type { ServerLink } from '../serverLink.ts';
import { AnswersAhead } from './answersAhead.ts';
import { savePicture } from './savePicture.ts';
import { makeNonce, type PageProgram, webviewPage } from './webviewPage.ts';
import { readRequest } from './webviewRequests.ts';

export interface PanelOptions {
  readonly server: ServerLink;
  /** What every page has in it; read for each, so that nothing of it is kept. */
  readonly program: Promise<PageProgram>;
  readonly log: vscode.LogOutputChannel;
  readonly rangeOf: RangeOf;
  readonly openValue: (uri: string, title: string, ref: ValueRef) => void;
  /** The document that it asks about. */
  readonly uri: string;
}

let lastContentId = 0;

export class WebviewPanel implements vscode.Disposable {
  readonly #options: PanelOptions;
  readonly #panel: vscode.WebviewPanel;
  readonly #pending = new Map<number, vscode.CancellationTokenSource>();
  readonly #ahead: AnswersAhead;
  #content: WebviewContent;
  #contentId = ++lastContentId;
  #isDisposed = false;

  constructor(options: PanelOptions, title: string, content: WebviewContent) {
    this.#options = options;
    this.#content = content;
    const { server, uri } = options;
    this.#ahead = new AnswersAhead((kind, asks) => server.question(uri, kind, asks));
    this.#panel = vscode.window.createWebviewPanel(
      `scanlens.${content.kind}`,
      title,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false },
      { enableScripts: true, localResourceRoots: [] },
    );
    this.#panel.webview.onDidReceiveMessage((message: unknown) => this.#received(message));
    this.#panel.onDidDispose(() => {
      this.#isDisposed = true;
      this.#cancelAll();
    });
    this.#fill().catch((error: unknown) => this.#tell(error));
  }

  /** Sends what is to be shown as soon as it is known: the editor keeps it for the page, which takes longer to load. */
  async #fill(): Promise<void> {
    const prepared = this.#ahead.prepare(this.#content);
    const program = await this.#options.program;
    if (this.#isDisposed) return;
    this.#panel.webview.html = webviewPage({ ...program, nonce: makeNonce(), language: vscode.env.language });
    await prepared;
    if (!this.#isDisposed) this.#sendContent();
  }

  /** The document that it is about. */
  get uri(): string {
    return this.#options.uri;
  }

  get onDidDispose(): vscode.Event<void> {
    return this.#panel.onDidDispose;
  }

  /** Shows something else, in front. */
  show(title: string, content: WebviewContent): void {
    this.#content = content;
    this.#contentId = ++lastContentId;
    this.#panel.title = title;
    this.#panel.reveal(undefined, false);
    this.#sendContent();
  }

  /** A run of its document has ended. */
  ran(): void {
    this.#ahead.forget();
    this.#send({ type: 'ran' });
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #send(message: WebviewMessage): void {
    void this.#panel.webview.postMessage(message);
  }

  #sendContent(): void {
    this.#send({
      type: 'show',
      content: this.#content,
      contentId: this.#contentId,
      translations: vscode.l10n.bundle ?? {},
      ahead: this.#ahead.takeAll(),
    });
  }

  #received(message: unknown): void {
    const request = readRequest(message);
    if (request === null) {
      this.#options.log.warn('A message of a webview was not understood.');
      return;
    }
    this.#carryOut(request).catch((error: unknown) => {
      if (request.type === 'ask') this.#log(error);
      else this.#tell(error);
    });
  }

  #log(error: unknown): void {
    this.#options.log.error(error instanceof Error ? error : String(error));
  }

  #tell(error: unknown): void {
    this.#log(error);
    void vscode.window.showErrorMessage(`ScanLens: ${messageOf(error)}`);
  }

  async #carryOut(request: WebviewRequest): Promise<void> {
    switch (request.type) {
      case 'ready':
        // It was loaded anew: nobody waits for the answers to what it asked before.
        this.#cancelAll();
        return this.#sendContent();
      case 'ask':
        return this.#answer(request);
      case 'cancel':
        this.#pending.get(request.id)?.cancel();
        return;
      case 'reveal':
        return revealPlace(this.#options.uri, request.place, this.#options.rangeOf);
      case 'save':
        return savePicture(request, this.#options.uri);
      case 'draw':
        return this.#options.openValue(this.#options.uri, request.title, request.ref);
      case 'copy':
        await vscode.env.clipboard.writeText(request.text);
        return;
    }
  }

  async #answer({ id, kind, asks }: WebviewRequest & { readonly type: 'ask' }): Promise<void> {
    const source = new vscode.CancellationTokenSource();
    this.#pending.set(id, source);
    try {
      const { server, uri } = this.#options;
      const ahead = this.#ahead.take(kind, asks);
      const answer = await (ahead ?? server.question(uri, kind, asks, source.token));
      if (!source.token.isCancellationRequested) this.#send({ type: 'answer', id, answer });
    } catch (error) {
      // An end that was asked for is no failure.
      if (source.token.isCancellationRequested) return;
      this.#send({ type: 'failed', id, reason: messageOf(error) });
      throw error;
    } finally {
      this.#pending.delete(id);
      source.dispose();
    }
  }

  #cancelAll(): void {
    for (const source of this.#pending.values()) source.cancel();
  }
}
