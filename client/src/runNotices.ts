/**
 * What stands in the text from the click until the end of a run: `running 1.2 s`. A notice is there before the server knows of the
 * run; the first message about the run claims it. Pure.
 */
import type { RunScope } from '../../protocol/src/editor.ts';
import { type Edit, moveOffset } from './editTracking.ts';

export interface RunNotice {
  /** Where it stands: in the line of this offset. */
  readonly offset: number;
  /** By the caller's clock, in milliseconds. */
  readonly startedAt: number;
}

/** What is to be run. */
interface Wish {
  readonly version: number;
  readonly scope: RunScope;
}

interface MutableNotice extends RunNotice {
  offset: number;
  readonly version: number;
  readonly scope: RunScope;
  /** Null until the server says that the run has begun. */
  runId: number | null;
}

export class RunNotices {
  #notices: MutableNotice[] = [];

  get all(): readonly RunNotice[] {
    return this.#notices;
  }

  /** A person asked for a run of `version`. */
  add(asked: RunNotice & Wish): RunNotice {
    const notice = { ...asked, runId: null };
    this.#notices.push(notice);
    return notice;
  }

  /** Whether the same was asked for in the same place, and has not ended. */
  has({ offset, version, scope }: Wish & Pick<RunNotice, 'offset'>): boolean {
    return this.#notices.some(
      (known) => known.offset === offset && known.version === version && known.scope === scope,
    );
  }

  /** The run was refused. */
  withdraw(notice: RunNotice): void {
    this.#notices = this.#notices.filter((each) => each !== notice);
  }

  /** A run has begun; runs begin in the order in which they were asked for. Answers when it was asked for. */
  claim(runId: number, version: number): number | null {
    const found = this.#notices.find((notice) => notice.runId === null && notice.version === version);
    if (found === undefined) return null;
    found.runId = runId;
    return found.startedAt;
  }

  /** A run has ended. */
  end(runId: number): void {
    this.#notices = this.#notices.filter((notice) => notice.runId !== runId);
  }

  clear(): void {
    this.#notices = [];
  }

  edit(edits: readonly Edit[]): void {
    for (const notice of this.#notices) {
      for (const edit of edits) notice.offset = moveOffset(notice.offset, edit, 'right');
    }
  }
}
