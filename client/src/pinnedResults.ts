/**
 * Results that a person has pinned: they stay where they are whatever is run or cleared, and what a later run shows in their
 * line is compared with them. Pure.
 */
import type { InlineResult } from '../../protocol/src/editor.ts';
import { type Edit, moveOffset } from './editTracking.ts';

/** A pinned result at its present place. */
export interface PinnedResult {
  readonly result: InlineResult;
  /** The run that made it; null where the server that made it has ended. */
  readonly runId: number | null;
  readonly start: number;
  readonly end: number;
}

export class PinnedResults {
  #pins: PinnedResult[] = [];

  get all(): readonly PinnedResult[] {
    return this.#pins;
  }

  add({ result, runId, start, end }: PinnedResult): void {
    this.#pins.push({ result, runId, start, end });
  }

  /** Takes pins away; answers whether there were any. */
  removeWhere(isUnwanted: (pin: PinnedResult) => boolean): boolean {
    const kept = this.#pins.filter((pin) => !isUnwanted(pin));
    const hasRemoved = kept.length < this.#pins.length;
    this.#pins = kept;
    return hasRemoved;
  }

  /** The server that made them has ended: the runs of the next one have numbers of their own. */
  becomeEarlier(): void {
    this.#pins = this.#pins.map((pin) => ({ ...pin, runId: null }));
  }

  edit(edits: readonly Edit[]): void {
    for (const edit of edits) {
      this.#pins = this.#pins.map((pin) => {
        const start = moveOffset(pin.start, edit, 'right');
        return { ...pin, start, end: Math.max(start, moveOffset(pin.end, edit, 'left')) };
      });
    }
  }
}
