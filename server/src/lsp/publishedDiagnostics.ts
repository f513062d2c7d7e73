/**
 * What the client was told about each document. Documents that leave a text lose their diagnostics, and the many cells of a
 * notebook about which there is nothing to say are not mentioned at every keystroke.
 */
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { AnalysedText } from './analysedText.ts';

export class PublishedDiagnostics {
  readonly #send: (params: PublishDiagnosticsParams) => void;
  /** Documents with diagnostics, by the text to which they belong. */
  readonly #told = new Map<string, ReadonlySet<string>>();

  constructor(send: (params: PublishDiagnosticsParams) => void) {
    this.#send = send;
  }

  /** `all` has an entry for each document of the text. */
  tell({ uri: textUri, kind }: AnalysedText, all: readonly PublishDiagnosticsParams[]): void {
    const before = this.#told.get(textUri) ?? new Set();
    const present = new Set(all.map(({ uri }) => uri));
    for (const uri of before) if (!present.has(uri)) this.#send({ uri, diagnostics: [] });
    for (const params of all) {
      const isNews = params.diagnostics.length > 0 || before.has(params.uri);
      if (isNews || kind === 'file') this.#send(params);
    }
    const found = all.filter(({ diagnostics }) => diagnostics.length > 0);
    this.#told.set(textUri, new Set(found.map(({ uri }) => uri)));
  }

  /** The text was closed. */
  forget({ uri: textUri, kind }: AnalysedText): void {
    const uris = kind === 'file' ? [textUri] : (this.#told.get(textUri) ?? []);
    for (const uri of uris) this.#send({ uri, diagnostics: [] });
    this.#told.delete(textUri);
  }
}
