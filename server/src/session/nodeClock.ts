/** Node's time as a {@link Clock}. */
import type { Clock } from './evaluatorProcess.ts';

export const nodeClock: Clock = {
  now: () => performance.now(),
  after(delayMs, action) {
    const timer = setTimeout(action, delayMs);
    return { dispose: () => clearTimeout(timer) };
  },
};
