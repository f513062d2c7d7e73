/** How much memory the values of a thread on Node take. */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The part of the heap that programs may fill: what is between two measurements has to fit into the rest. */
const fullHeap = 0.8;

/** Garbage counts as used until it is collected, which is done when the budget seems to be used up. */
export function measureMemory(most: number): number {
  let use = memoryUse();
  // What arrays took is given back beside the program; the next collection waits for that of the last one.
  for (let tries = 0; use > most && tries < 2; tries++) {
    collectGarbage();
    use = memoryUse();
  }
  return use;
}

let collect: (() => void) | null = null;

function collectGarbage(): void {
  if (collect === null) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}

/** Objects lie in the heap, arrays outside of it. A heap that is nearly full holds no more, whatever the budget is. */
function memoryUse(): number {
  const { used_heap_size: heap, heap_size_limit: most, external_memory: arrays } = getHeapStatistics();
  return heap > most * fullHeap ? Number.POSITIVE_INFINITY : heap + arrays;
}
