/**
 * Mistakes at places of the program, kept only while every way that leads there agrees: code that is right when it is
 * called one way and wrong another way may never run the wrong way.
 */
import type { Span } from '../base/span.ts';
import type { Mistake, MistakeKind } from './mistakes.ts';

/** What one way says: a mistake, surely none, or nothing that is known. */
export type Verdict<M extends Mistake = Mistake> = M | 'fine' | 'unknown';

export class Observations {
  readonly #found = new Map<string, Mistake | 'fine'>();
  #isWithheld = false;

  /** Notes what one way through the program says about mistakes of `kind` at `place`. */
  note(kind: MistakeKind, place: Span, verdict: Verdict): void {
    if (verdict === 'unknown' || this.#isWithheld) return;
    const key = `${kind} ${place.start} ${place.end}`;
    const known = this.#found.get(key);
    if (known === 'fine') return;
    if (known === undefined || verdict === 'fine') this.#found.set(key, verdict);
  }

  /** Runs `body`, which is expected to fail: what is wrong there is no mistake. */
  withhold(body: () => void): void {
    const before = this.#isWithheld;
    this.#isWithheld = true;
    body();
    this.#isWithheld = before;
  }

  /** The mistakes on which all ways agree, in source order. */
  get mistakes(): readonly Mistake[] {
    const found = [...this.#found.values()].filter((one) => one !== 'fine');
    return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }
}
