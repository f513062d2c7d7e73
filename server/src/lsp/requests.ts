/**
 * The one wrapper around every request: find the document, wait until it can be read, call the feature, log what fails. So
 * features have no try/catch; a request that fails answers null and the server goes on.
 */
import type { CancellationToken } from 'vscode-languageserver';
import type { AnalysedText, PlacedDocument } from './analysedText.ts';
import type { Documents } from './documents.ts';
import type { OpenDocument } from './openDocument.ts';
import { isRecord } from './settings.ts';

export interface RequestLog {
  error(message: string): void;
}

/** Something that names a document the way the LSP does, or the way our own messages do. */
export type DocumentReference =
  | { readonly textDocument: { readonly uri: string } }
  | { readonly uri: string };

/** Answers null for an unknown document, a cancelled request, or a failure of ours. */
type Handler<P, R> = (params: P, token?: CancellationToken) => Promise<R | null>;

export class Requests {
  readonly #documents: Documents;
  readonly #log: RequestLog;

  constructor(documents: Documents, log: RequestLog) {
    this.#documents = documents;
    this.#log = log;
  }

  /** A handler for what can only be asked of a file. */
  about<P extends DocumentReference, R>(
    name: string,
    feature: (document: OpenDocument, params: P) => R | Promise<R>,
  ): Handler<P, R> {
    return this.#handler(name, (uri) => this.#documents.find(uri), feature);
  }

  /** A handler for what can be asked of a file and of a notebook's cell. */
  aboutPart<P extends DocumentReference, R>(
    name: string,
    feature: (document: PlacedDocument, params: P) => R | Promise<R>,
  ): Handler<P, R> {
    return this.#handler(name, (uri) => this.#documents.place(uri), feature);
  }

  /** A handler for what can be asked of what has a namespace: a file, or a notebook, by its own address or that of a cell. */
  aboutText<P extends DocumentReference, R>(
    name: string,
    feature: (text: AnalysedText, params: P) => R | Promise<R>,
  ): Handler<P, R> {
    const find = (uri: string) =>
      this.#documents.findNotebook(uri) ?? this.#documents.place(uri)?.text ?? null;
    return this.#handler(name, find, feature);
  }

  #handler<D, P extends DocumentReference, R>(
    name: string,
    find: (uri: string) => D | null,
    feature: (document: D, params: P) => R | Promise<R>,
  ): Handler<P, R> {
    return async (params, token) => {
      try {
        await this.#documents.ready;
        if (token?.isCancellationRequested === true) return null;
        const document = find(uriOf(params));
        return document === null ? null : await feature(document, params);
      } catch (error) {
        this.#log.error(`${name} failed: ${describe(error)}`);
        return null;
      }
    };
  }

  /** Runs work that nobody waits for, under the same rules. */
  background(name: string, work: () => Promise<void>): void {
    work().catch((error: unknown) => this.#log.error(`${name} failed: ${describe(error)}`));
  }
}

/** The text for the log, with the stack where there is one. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A message that does not name a document names none that is open. */
function uriOf(params: unknown): string {
  const named = isRecord(params) && isRecord(params['textDocument']) ? params['textDocument'] : params;
  const uri = isRecord(named) ? named['uri'] : null;
  return typeof uri === 'string' ? uri : '';
}
