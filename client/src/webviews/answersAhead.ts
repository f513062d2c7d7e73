/**
 * Answers that are asked for before the page of a webview has loaded, which takes longer than most of them. Each is given once: what is
 * asked again may have another answer by then. Pure.
 */

import type { AnswerTo, Questions } from '../../../protocol/src/questions.ts';
import type { WebviewContent, WebviewQuestionKind } from '../../../protocol/src/webview.ts';
import { firstCall, firstScan } from '../../scene/firstScan.ts';

type AskAhead = <Kind extends WebviewQuestionKind>(
  kind: Kind,
  asks: Questions[Kind]['asks'],
) => Promise<AnswerTo<Kind> | null>;

/** The iterations that the page asks for first: `stepCache.ts`. */
const firstStepCount = 33;

export class AnswersAhead {
  readonly #ask: AskAhead;
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(ask: AskAhead) {
    this.#ask = ask;
  }

  /** Asks what the page will ask. What fails is left for the page to ask again. */
  async prepare(content: WebviewContent): Promise<void> {
    if (content.kind !== 'inspector') return;
    try {
      const calls = (await this.#early('calls', {})) ?? [];
      const call = content.callId === null ? firstCall(calls) : calls.find(({ id }) => id === content.callId);
      const number = content.scan ?? (call == null ? null : firstScan(call)?.scan);
      if (call == null || number == null) return;
      const scan = { callId: call.id, path: [{ scan: number, step: 0 }] };
      const data = await this.#early('scan', { scan });
      const length = Math.min(data?.stepCount ?? 0, firstStepCount);
      if (length > 0) await this.#early('steps', { scan, steps: Array.from({ length }, (_, step) => step) });
    } catch {
      this.forget();
    }
  }

  /** The answer to a question of the page; null where it was not asked ahead. */
  take<Kind extends WebviewQuestionKind>(
    kind: Kind,
    asks: Questions[Kind]['asks'],
  ): Promise<AnswerTo<Kind> | null> | null {
    const key = keyOf(kind, asks);
    const found = this.#answers.get(key);
    this.#answers.delete(key);
    return (found as Promise<AnswerTo<Kind> | null> | undefined) ?? null;
  }

  /** A run has begun or ended: answers may be others now. */
  forget(): void {
    this.#answers.clear();
  }

  #early<Kind extends WebviewQuestionKind>(
    kind: Kind,
    asks: Questions[Kind]['asks'],
  ): Promise<AnswerTo<Kind> | null> {
    const answer = this.#ask(kind, asks);
    this.#answers.set(keyOf(kind, asks), answer);
    return answer;
  }
}

const keyOf = (kind: string, asks: unknown): string => JSON.stringify([kind, asks]);
