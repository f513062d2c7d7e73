/**
 * The memory in which compiled code runs: one for all, because only one runs at a time. It grows and is given up when it became large.
 * What threads share lies in one of its own.
 */
import type { TypedArray } from '../../../tensor/dtype.ts';
import type { Table } from '../../loopIr/ir.ts';

const pageBytes = 65536;
/** Memory that one run needed and another may not is given back from here on. */
const largestKept = 256 * 2 ** 20;
const mostPages = 65536;

export class LinearMemory {
  readonly memory: WebAssembly.Memory;
  /** What was instantiated on it, by code: it goes with the memory, and the memory with it. */
  readonly instances = new WeakMap<object, Record<string, unknown>>();

  constructor({ isShared = false }: { readonly isShared?: boolean } = {}) {
    this.memory = new WebAssembly.Memory({ initial: 16, maximum: mostPages, shared: isShared });
  }

  get byteLength(): number {
    return this.memory.buffer.byteLength;
  }

  /** Makes room; false where the machine has not that much. */
  reserve(byteLength: number): boolean {
    const missing = Math.ceil((byteLength - this.byteLength) / pageBytes);
    if (missing <= 0) return true;
    try {
      this.memory.grow(missing);
      return true;
    } catch {
      return false;
    }
  }

  /** Puts tables into their places. */
  install(tables: readonly Table[]): void {
    for (const { bytes, address } of tables) new Uint8Array(this.memory.buffer).set(bytes, address!);
  }

  /** Elements at an address, as a window that is good until memory grows. */
  window<T extends TypedArray>(like: T, address: number, length: number): T {
    const make = like.constructor as new (buffer: ArrayBuffer, address: number, length: number) => T;
    return new make(this.memory.buffer, address, length);
  }
}

let shared: LinearMemory | null = null;

/** The memory of this process. */
export function sharedMemory(): LinearMemory {
  shared ??= new LinearMemory();
  return shared;
}

/** Forgets the memory if it is large; what was instantiated on it has to be instantiated anew. */
export function releaseLargeMemory(): void {
  if (shared !== null && shared.byteLength > largestKept) shared = null;
}
