/**
 * The smallest test runner that works in both extension hosts: named tests, run in order, each with a time limit, results
 * as lines on the console. The driver reads those lines; see `driver/testEvents.ts`.
 */

/** Begins every line that is meant for the driver. */
export const eventPrefix = 'scanlens-e2e ';

/** One line for the driver, as JSON after the prefix. */
export type TestEvent =
  | {
      readonly type: 'test';
      readonly name: string;
      readonly error: string | null;
      readonly elapsedMs: number;
    }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'start'; readonly host: 'node' | 'web' }
  | { readonly type: 'end'; readonly count: number };

/** The host in which the suite runs: Node, or a web worker. */
export const isNodeHost = 'process' in globalThis;

const tests: { readonly name: string; readonly body: () => Promise<void> }[] = [];
/** Filled in when the suite is built (see `driver/patience.ts`); the driver, too, imports this file. */
declare const testPatience: number | undefined;
const patience = typeof testPatience === 'number' ? testPatience : 1;
const testTimeoutMs = 60_000 * patience;
const waitMs = 30_000 * patience;
const pollMs = 50;

/** Adds a test; nothing runs before {@link runTests}. */
export function test(name: string, body: () => Promise<void>): void {
  tests.push({ name, body });
}

/** Runs all tests. Throws when one of them failed. */
export async function runTests(): Promise<void> {
  let failures = 0;
  emit({ type: 'start', host: isNodeHost ? 'node' : 'web' });
  for (const { name, body } of tests) {
    const start = Date.now();
    const error = await limited(body).then(
      () => null,
      (failure: unknown) => (failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)),
    );
    if (error !== null) failures += 1;
    emit({ type: 'test', name, error, elapsedMs: Date.now() - start });
  }
  emit({ type: 'end', count: tests.length });
  if (failures > 0) throw new Error(`${failures} of ${tests.length} tests failed`);
}

/** Tells the person something that is measured and not asserted. */
export function note(text: string): void {
  emit({ type: 'note', text });
}

function emit(event: TestEvent): void {
  console.log(eventPrefix + JSON.stringify(event));
}

async function limited(body: () => Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${testTimeoutMs} ms`)), testTimeoutMs);
  });
  try {
    await Promise.race([body(), limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Fails with both values unless they are the same JSON. */
export function equal(actual: unknown, expected: unknown, what: string): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${what}: ${left} instead of ${right}`);
}

export function contains(text: string, part: string, what: string): void {
  if (!text.includes(part)) throw new Error(`${what} does not contain ${JSON.stringify(part)}:\n${text}`);
}

/** Asks again until the answer is neither null nor undefined; what is waited for has no event of its own. */
export async function eventually<T>(what: string, probe: () => Thenable<T | null> | T | null): Promise<T> {
  const deadline = Date.now() + waitMs;
  while (Date.now() < deadline) {
    const answer = await probe();
    if (answer !== null && answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  throw new Error(`waited in vain for ${what}`);
}
