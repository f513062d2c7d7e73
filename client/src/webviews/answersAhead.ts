/**
 * Answers that are asked for before the page of a webview has loaded, which takes longer than most of them. Each is given once: what is
 * asked again may have another answer by then. Pure.
 */

import type { AnswerTo, Questions, ScanData } from '../../../protocol/src/questions.ts';
import type { ScanRef } from '../../../protocol/src/values.ts';
import type { AnswerAhead, WebviewContent, WebviewQuestionKind } from '../../../protocol/src/webview.ts';
import { firstCall, firstScan } from '../../scene/firstScan.ts';
import { heatMapQuestion, lineQuestion, planPlot, plottedSlot } from '../../scene/plotChoice.ts';

type AskAhead = <Kind extends WebviewQuestionKind>(
  kind: Kind,
  asks: Questions[Kind]['asks'],
) => Promise<AnswerTo<Kind> | null>;

/** The iterations that the page asks for first: `stepCache.ts`. */
const firstStepCount = 33;

export class AnswersAhead {
  readonly #ask: AskAhead;
  readonly #asked = new Map<string, Asked>();

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
      if (data !== null && data.stepCount > 0) await Promise.all(this.#askContent(scan, data));
    } catch {
      this.forget();
    }
  }

  /** Those that are there by now. */
  takeAll(): readonly AnswerAhead[] {
    const found = [...this.#asked].flatMap(([key, { kind, asks, answer }]) =>
      answer === undefined ? [] : [{ key, ahead: { kind, asks, answer } as AnswerAhead }],
    );
    for (const { key } of found) this.#asked.delete(key);
    return found.map(({ ahead }) => ahead);
  }

  /** The answer to a question of the page, which may still be on its way; null where it was not asked ahead. */
  take<Kind extends WebviewQuestionKind>(
    kind: Kind,
    asks: Questions[Kind]['asks'],
  ): Promise<AnswerTo<Kind> | null> | null {
    const key = keyOf(kind, asks);
    const found = this.#asked.get(key);
    this.#asked.delete(key);
    return (found?.pending as Promise<AnswerTo<Kind> | null> | undefined) ?? null;
  }

  /** A run has begun or ended: answers may be others now. */
  forget(): void {
    this.#asked.clear();
  }

  /** The first values, then the first plot, as far as they are answered at once. */
  #askContent(scan: ScanRef, data: ScanData): readonly Promise<unknown>[] {
    const { stepCount } = data;
    const steps = Array.from({ length: Math.min(stepCount, firstStepCount) }, (_, step) => step);
    const values = this.#early('steps', { scan, steps });
    const slot = plottedSlot(data, null);
    const plan = slot === null ? null : planPlot(slot, 'auto');
    const all = { from: 0, to: stepCount };
    if (plan === null) return [values];
    if (plan.kind === 'heatMap')
      return [values, this.#early('heatMap', heatMapQuestion(scan, plan.slot, all))];
    const lines = plan.elements.map((element) =>
      this.#early('series', lineQuestion(scan, { slot: plan.slot, element }, all)),
    );
    return [values, ...lines];
  }

  async #early<Kind extends WebviewQuestionKind>(
    kind: Kind,
    asks: Questions[Kind]['asks'],
  ): Promise<AnswerTo<Kind> | null> {
    const asked: Asked = { kind, asks, pending: this.#ask(kind, asks), answer: undefined };
    this.#asked.set(keyOf(kind, asks), asked);
    const answer = (await asked.pending) as AnswerTo<Kind> | null;
    asked.answer = answer;
    return answer;
  }
}

interface Asked {
  readonly kind: WebviewQuestionKind;
  readonly asks: unknown;
  readonly pending: Promise<unknown>;
  /** Undefined while it is on its way. */
  answer: unknown;
}

const keyOf = (kind: string, asks: unknown): string => JSON.stringify([kind, asks]);
