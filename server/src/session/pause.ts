/**
 * `time.sleep`: waits for real, and wakes up at once when the flag of the run is raised. Knows nothing of budgets: whoever waits looks
 * after each piece whether the run has to stop.
 */

/** How long nobody looks at the clock: output that waits is shown, and a budget of time noticed, so much later. */
const longestPieceMs = 50;

/** Waits up to `ms` while the first element of `flag` is `seen`; without a flag that long. */
export type Wait = (ms: number, flag: Int32Array | null, seen: number) => void;

export interface PauseOptions {
  readonly now: () => number;
  readonly wait: Wait;
  /** See {@link RunGuardOptions}. */
  readonly interrupt: Int32Array | null;
  /** Throws where the run has to stop. */
  readonly checkpoint: () => void;
}

export function pause(ms: number, { now, wait, interrupt, checkpoint }: PauseOptions): void {
  const end = now() + ms;
  for (let left = ms; left > 0; left = end - now()) {
    // Read before it is looked at: who raises the flag between the two is not waited for.
    const seen = interrupt === null ? 0 : Atomics.load(interrupt, 0);
    checkpoint();
    wait(Math.min(left, longestPieceMs), interrupt, seen);
  }
  checkpoint();
}

/** A word that nobody writes to, made when it is first needed; null where a thread can not wait. */
let ownWord: Int32Array | null | undefined;

/** {@link Wait} by the thread's sleep. Where a browser allows none it comes back at once, and the pause is spent looking at the clock. */
export const sleepOn: Wait = (ms, flag, seen) => {
  ownWord ??= makeWord();
  const word = flag ?? ownWord;
  if (word !== null) Atomics.wait(word, 0, seen, ms);
};

/** Browsers hide `SharedArrayBuffer` from pages that are not isolated, but WebAssembly has its own. */
function makeWord(): Int32Array | null {
  try {
    return new Int32Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer);
  } catch {
    return null;
  }
}
