/** Writes statements of the loop IR one after another, names locals, and hands out memory. */
import {
  Buffer,
  type Expression,
  forEach,
  giveBack,
  type ImportedFunction,
  i32,
  Local,
  type Statement,
  set,
  type ValueType,
  when,
} from '../loopIr/ir.ts';

/** What a lowered loop gives back. */
export const status = { done: 0, stopped: 1, bailedOut: 2 } as const;

export class Builder {
  #block: Statement[] = [];
  #count = 0;
  /** Called after long loops, so that the run can be stopped. */
  checkpoint: ImportedFunction | null = null;
  /** Memory that the code needs while it runs. */
  readonly buffers: Buffer[] = [];

  emit(...statements: Statement[]): void {
    this.#block.push(...statements);
  }

  local(type: ValueType, name = 'v'): Local {
    return new Local(type, `${name}${this.#count++}`);
  }

  /** The value in a local, so that it may be used more than once; literals and locals as they are. */
  bind(value: Expression, name = 'v'): Expression {
    if (value.kind === 'local' || value.kind === 'literal' || value.kind === 'address') return value;
    const local = this.local(value.type, name);
    this.emit(set(local, value));
    return local;
  }

  /** The statements that `write` emits. */
  within(write: () => void): Statement[] {
    const outer = this.#block;
    this.#block = [];
    try {
      write();
      return this.#block;
    } finally {
      this.#block = outer;
    }
  }

  /** A loop over 0 … count − 1, or in larger steps. */
  loop(range: { from?: number; count: number; step?: number }, write: (counter: Local) => void): void {
    const counter = this.local('i32', 'i');
    const body = this.within(() => write(counter));
    this.emit(
      forEach(counter, { from: i32(range.from ?? 0), to: i32(range.count), step: range.step ?? 1 }, body),
    );
  }

  /** Memory whose contents stay, also between two runs of the code. */
  buffer(name: string, byteLength: number): Buffer {
    return this.#made(name, byteLength, { isTemporary: false });
  }

  /** Memory that others may use before and after. */
  temporary(name: string, byteLength: number): Buffer {
    return this.#made(name, byteLength, { isTemporary: true });
  }

  #made(name: string, byteLength: number, kind: { isTemporary: boolean }): Buffer {
    const made = new Buffer(`${name}${this.#count++}`, Math.max(8, byteLength), kind);
    this.buffers.push(made);
    return made;
  }

  /** Gives up: the call is computed anew by the reference backend, which knows the exact error. */
  bailOutIf(condition: Expression): void {
    this.emit(when(condition, [giveBack(i32(status.bailedOut))]));
  }
}
