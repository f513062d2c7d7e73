/** The extension as a webview sees it: answers to questions, things to do in the editor, and memory that outlives being hidden. */

import type { PlaceData } from '../../protocol/src/places.ts';
import type { ValueRef } from '../../protocol/src/values.ts';
import type {
  PictureFormat,
  WebviewAnswer,
  WebviewContent,
  WebviewMessage,
  WebviewQuestionKind,
  WebviewQuestions,
  WebviewRequest,
} from '../../protocol/src/webview.ts';
import { useTranslations } from './l10n.ts';

/** What VS Code gives to every webview. */
export interface VsCodeApi {
  postMessage(message: WebviewRequest): void;
  getState(): unknown;
  setState(state: unknown): void;
}

export interface Pending<T> {
  /** Null where what was asked about is not there any more; never settles after `cancel`, and when something else is shown. */
  readonly answer: Promise<T | null>;
  cancel(): void;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (reason: Error) => void;
}

/** What is remembered of one thing that was shown. */
interface Memory {
  readonly contentId: number;
  readonly remembered: unknown;
}

export interface HostEvents {
  /** Something else is to be shown. */
  readonly show: (content: WebviewContent) => void;
  /** A run of the document has ended. */
  readonly ran: () => void;
}

export class Host {
  readonly #api: VsCodeApi;
  readonly #events: HostEvents;
  readonly #waiting = new Map<number, Waiting>();
  /** What was answered before it was asked, each to be given once. */
  #ahead = new Map<string, WebviewAnswer | null>();
  #lastId = 0;
  #contentId = 0;

  constructor(api: VsCodeApi, events: HostEvents) {
    this.#api = api;
    this.#events = events;
  }

  /** Tells the extension that its messages are heard from now on. */
  start(): void {
    this.#api.postMessage({ type: 'ready' });
  }

  /** What the extension says. */
  receive(message: WebviewMessage): void {
    if (message.type === 'show') {
      // What was sent while the page was loading is sent again when it says that it has loaded.
      if (message.contentId === this.#contentId) return;
      useTranslations(message.translations);
      this.#dropQuestions();
      this.#contentId = message.contentId;
      this.#ahead = new Map(message.ahead.map(({ kind, asks, answer }) => [keyOf(kind, asks), answer]));
      this.#events.show(message.content);
    } else if (message.type === 'ran') {
      this.#ahead.clear();
      this.#events.ran();
    } else this.#answered(message);
  }

  ask<Kind extends WebviewQuestionKind>(
    kind: Kind,
    asks: WebviewQuestions[Kind]['asks'],
  ): Pending<WebviewQuestions[Kind]['answer']> {
    const key = keyOf(kind, asks);
    const ahead = this.#ahead.get(key);
    if (ahead !== undefined) {
      this.#ahead.delete(key);
      return { answer: Promise.resolve(ahead as WebviewQuestions[Kind]['answer'] | null), cancel: () => {} };
    }
    const id = ++this.#lastId;
    const answer = new Promise<WebviewQuestions[Kind]['answer'] | null>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    this.#api.postMessage({ type: 'ask', id, kind, asks });
    const cancel = () => {
      if (this.#waiting.delete(id)) this.#api.postMessage({ type: 'cancel', id });
    };
    return { answer, cancel };
  }

  reveal(place: PlaceData): void {
    this.#api.postMessage({ type: 'reveal', place });
  }

  save(format: PictureFormat, name: string, data: string): void {
    this.#api.postMessage({ type: 'save', format, name, data });
  }

  copy(text: string): void {
    this.#api.postMessage({ type: 'copy', text });
  }

  /** Opens a webview of its own for a value. */
  draw(title: string, ref: ValueRef): void {
    this.#api.postMessage({ type: 'draw', title, ref });
  }

  /** What was remembered of what is shown, before the webview was hidden; null for nothing. */
  get remembered(): unknown {
    const memory = this.#api.getState() as Partial<Memory> | undefined;
    return memory?.contentId === this.#contentId ? memory.remembered : null;
  }

  remember(remembered: unknown): void {
    this.#api.setState({ contentId: this.#contentId, remembered } satisfies Memory);
  }

  /** What another content had asked is not answered to it any more, and not computed either. */
  #dropQuestions(): void {
    for (const id of this.#waiting.keys()) this.#api.postMessage({ type: 'cancel', id });
    this.#waiting.clear();
  }

  #answered(message: WebviewMessage & { readonly type: 'answer' | 'failed' }): void {
    const waiting = this.#waiting.get(message.id);
    if (waiting === undefined) return;
    this.#waiting.delete(message.id);
    if (message.type === 'answer') waiting.resolve(message.answer as never);
    else waiting.reject(new Error(message.reason));
  }
}

const keyOf = (kind: string, asks: unknown): string => JSON.stringify([kind, asks]);

/** Why something failed, as a person is told. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
