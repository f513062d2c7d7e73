/**
 * Long loops over elements ask now and then whether the run has to stop. Who runs programs says how to ask; tensors know
 * nothing of runs. What asks throws, and the loop is left as it is.
 */

let ask: () => void = () => {};

/** `check` is called from long loops and throws to stop them. */
export function setInterrupt(check: () => void): void {
  ask = check;
}

/** Does `body` with another check in place of the usual one. */
export function interruptedBy<T>(check: () => void, body: () => T): T {
  const outer = ask;
  ask = check;
  try {
    return body();
  } finally {
    ask = outer;
  }
}

let askMemory: (byteLength: number) => void = () => {};

/** `check` is called before large arrays are made and throws where there is no memory for them. */
export function setMemoryCheck(check: (byteLength: number) => void): void {
  askMemory = check;
}

/** Asks for memory of so many bytes. */
export const askForMemory = (byteLength: number): void => askMemory(byteLength);

/** Asks now. */
export const interruption = (): void => ask();

/** Elements between two questions: a few milliseconds of the slowest loops. */
const blockLength = 16384;

/** Calls `body` with the parts of 0 … count, one after another, and asks before each but the first. */
export function inBlocks(count: number, body: (from: number, to: number) => void): void {
  for (let from = 0; from < count; from += blockLength) {
    if (from > 0) ask();
    body(from, Math.min(from + blockLength, count));
  }
}

let done = 0;

/** For loops whose turns differ in length: tells that a turn over `elements` is done. */
export function spent(elements: number): void {
  done += elements;
  if (done < blockLength) return;
  done = 0;
  ask();
}
