/** A module of WebAssembly written by hand whose function does what generated code must never do. */

/** What traps: an instruction that is never reached, or a load behind the end of memory. */
export type Trap = 'unreachable' | 'outOfBounds';

/** `unreachable`; or `i32.load` at −1, whose result is dropped, and 0 as the function's. */
const bodies: Readonly<Record<Trap, readonly number[]>> = {
  unreachable: [0x00, 0x0b],
  outOfBounds: [0x41, 0x7f, 0x28, 0x02, 0x00, 0x1a, 0x41, 0x00, 0x0b],
};

const text = (word: string): readonly number[] => [word.length, ...new TextEncoder().encode(word)];
const section = (id: number, bytes: readonly number[]): readonly number[] => [id, bytes.length, ...bytes];

/** `(import "env" "memory") (func (export "run") (param i32) (result i32) …)`. */
export function trapBytes(trap: Trap): Uint8Array<ArrayBuffer> {
  const body = bodies[trap];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, 0x60, 1, 0x7f, 1, 0x7f]),
    ...section(2, [1, ...text('env'), ...text('memory'), 0x02, 0x00, 0x00]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...text('run'), 0x00, 0]),
    ...section(10, [1, body.length + 1, 0, ...body]),
  ]);
}

/** The function by itself. */
export function trapping(trap: Trap = 'unreachable'): () => number {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(trapBytes(trap)), { env: { memory } });
  return exports['run'] as () => number;
}
