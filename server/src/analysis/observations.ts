/**
 * Mistakes at places of the program, kept only while every way that leads there agrees: code that is right when it is
 * called one way and wrong another way may never run the wrong way.
 */
import type { Span } from '../base/span.ts';
import type { Mistake, MistakeKind } from './mistakes.ts';

/** What one way says: a mistake, surely none, or nothing that is known. */
export type Verdict<M extends Mistake = Mistake> = M | 'fine' | 'unknown';

export class Observations {
  /** By kind, then by place. */
  readonly #found = new Map<MistakeKind, Map<number, Mistake | 'fine'>>();
  #isWithheld = false;

  /** Notes what one way through the program says about mistakes of `kind` at `place`. */
  note(kind: MistakeKind, place: Span, verdict: Verdict): void {
    if (verdict === 'unknown' || this.#isWithheld) return;
    const found = this.#foundOf(kind);
    const key = keyOf(place);
    const known = found.get(key);
    if (known === 'fine') return;
    if (known === undefined || verdict === 'fine') found.set(key, verdict);
  }

  #foundOf(kind: MistakeKind): Map<number, Mistake | 'fine'> {
    const known = this.#found.get(kind);
    if (known !== undefined) return known;
    const made = new Map<number, Mistake | 'fine'>();
    this.#found.set(kind, made);
    return made;
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
    const all = [...this.#found.values()].flatMap((ofKind) => [...ofKind.values()]);
    const found = all.filter((one) => one !== 'fine');
    return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }
}

/** One number for a span: a text of more than 2²⁶ units is not analysed. */
const keyOf = ({ start, end }: Span): number => start * 2 ** 26 + end;
