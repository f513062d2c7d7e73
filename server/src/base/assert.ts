/** A broken promise of our own code. Caught once per request, logged, and the request answers nothing. */
export class AssertionFailure extends Error {
  override name = 'AssertionFailure';
}

/** States what must hold; throws {@link AssertionFailure} when it does not. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionFailure(message);
}

/** Marks a branch that the types rule out; a forgotten case becomes a compile error. */
export function unreachable(value: never): never {
  throw new AssertionFailure(`unexpected case: ${String(value)}`);
}
