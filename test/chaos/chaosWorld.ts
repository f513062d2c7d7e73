/** An editor with a server and some documents, to which faults happen: what holds after each of them is checked here. */
import { ok } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  methods,
  type ResultsParams,
  type RunStateParams,
  type Settings,
} from '../../protocol/src/editor.ts';
import { npyHeader } from '../../server/src/tensor/npy.ts';
import { ChaosDocument } from './chaosDocument.ts';
import { ServerProcess, signalProcess } from './serverProcess.ts';

export interface WorldOptions {
  readonly folder: string;
  readonly random: () => number;
}

const documentCount = 3;

/** Ten ones. */
export const dataFile: Uint8Array = Buffer.concat([
  npyHeader({ descr: '<f8', isFortranOrder: false, shape: [10] }),
  new Uint8Array(new Float64Array(10).fill(1).buffer),
]);

export class ChaosWorld {
  readonly folder: string;
  readonly random: () => number;
  readonly documents: ChaosDocument[] = [];
  settings: Partial<Settings> = { runTimeoutSeconds: 60, memoryLimitMB: 300 };
  #server: ServerProcess | null = null;
  #documentNumber = 0;

  constructor({ folder, random }: WorldOptions) {
    this.folder = folder;
    this.random = random;
  }

  get server(): ServerProcess {
    if (this.#server === null) throw new Error('there is no server');
    return this.#server;
  }

  get dataPath(): string {
    return join(this.folder, 'data.npy');
  }

  async begin(): Promise<void> {
    writeFileSync(this.dataPath, dataFile);
    await this.startServer();
    for (let i = 0; i < documentCount; i++) {
      const document = await this.open();
      await document.restart(this.server);
    }
  }

  async open(): Promise<ChaosDocument> {
    const uri = `file://${this.folder}/program${++this.#documentNumber}.py`;
    // The clock of the machine jumps for the client, too.
    const document = new ChaosDocument(uri, () => Date.now() + (this.random() - 0.5) * 1e8);
    this.documents.push(document);
    await document.open(this.server);
    return document;
  }

  async close(document: ChaosDocument): Promise<void> {
    this.documents.splice(this.documents.indexOf(document), 1);
    await document.close(this.server);
  }

  any<T>(choices: readonly T[]): T {
    const chosen = choices[Math.floor(this.random() * choices.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }

  anyDocument(): ChaosDocument {
    return this.any(this.documents);
  }

  /** One of which it is known whether it has its variables. */
  async settledDocument(): Promise<ChaosDocument> {
    const document = this.anyDocument();
    await document.settle(this.server);
    return document;
  }

  async startServer(): Promise<void> {
    const lostNamespaces = this.documents.filter(({ isLost }) => isLost).map(({ uri }) => uri);
    this.#server = await ServerProcess.start({
      folder: this.folder,
      settings: () => this.settings,
      lostNamespaces,
      told: (method, params) => this.#told(method, params),
    });
    for (const document of this.documents) await document.open(this.server);
  }

  /** The editor starts another one, as vscode-languageclient does. */
  async killServer(): Promise<void> {
    const { server } = this;
    await server.kill();
    this.#server = null;
    for (const document of this.documents) document.serverEnded();
    await this.startServer();
  }

  /** Ends the evaluator of somebody; with luck the spare one. False where there was none. */
  killEvaluator(signal: 'SIGKILL' | 'SIGSTOP' = 'SIGKILL'): boolean {
    const children = this.server.children();
    if (children.length === 0) return false;
    return signalProcess(this.any(children), signal);
  }

  async changeSettings(settings: Partial<Settings>): Promise<void> {
    this.settings = { ...this.settings, ...settings };
    await this.server.notify('workspace/didChangeConfiguration', { settings: null });
  }

  async cancel(document: ChaosDocument): Promise<void> {
    await this.server.request(methods.cancel, { uri: document.uri });
  }

  /** The server answers, and a document has what it had. */
  async check(): Promise<void> {
    const { uri } = this.anyDocument();
    const symbols = await this.server.request('textDocument/documentSymbol', { textDocument: { uri } });
    ok(Array.isArray(symbols) && symbols.length > 0, 'the server does not know the document');
    await this.anyDocument().step(this.server);
  }

  async end(): Promise<void> {
    for (const document of [...this.documents]) await document.step(this.server);
    await this.server.stop();
  }

  #told(method: string, params: unknown): void {
    const { uri } = (params ?? {}) as { readonly uri?: string };
    const document = this.documents.find((one) => one.uri === uri);
    if (document === undefined) return;
    if (method === methods.runState) document.receiveRunState(params as RunStateParams);
    else if (method === methods.results) document.receiveResults(params as ResultsParams);
    else if (method === methods.stateChanged)
      document.tracker.stateChanged(
        (params as { readonly variableIds: readonly number[] | null }).variableIds,
      );
  }
}
