/** Something that is done thousands of times and must leave nothing behind, and how much memory it takes meanwhile. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface LeakCase {
  readonly name: string;
  /** Does it once more; `count` counts from 1. */
  once(count: number): Promise<void>;
  /** Bytes in use now, by what uses them. */
  measure(): Promise<Readonly<Record<string, number>>>;
  end(): Promise<void>;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What this process holds, without garbage. */
export function heldBytes(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
