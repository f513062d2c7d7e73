/**
 * Places for buffers: those that are needed for a while share memory with others that are needed later. A buffer is needed from the first
 * statement that names it, or a pointer to it, to the last one; and in the whole of a loop that it is used in and before or after.
 */
import { assert } from '../../base/assert.ts';
import type { Buffer, Expression, IrFunction, Local, Statement, Table } from '../loopIr/ir.ts';
import { bodiesOf, walkOwn } from '../loopIr/walk.ts';

const alignment = 16;
/** Where programs begin; tables lie below, from the first alignment on. */
const firstAddress = 65536;

export const aligned = (address: number): number => Math.ceil(address / alignment) * alignment;

let nextTable = alignment;

/** Gives a table the place that it has from then on, in every memory. */
export function placeTable(table: Table): void {
  if (table.address !== null) return;
  table.address = nextTable;
  nextTable = aligned(nextTable + table.byteLength);
  assert(nextTable <= firstAddress, 'room for all tables');
}

interface Lifetime {
  first: number;
  last: number;
}

/** Gives every buffer its place; the result is the end of the last one. */
export function planMemory(
  buffers: readonly Buffer[],
  { run, prepare }: { readonly run: IrFunction; readonly prepare: IrFunction | null },
): number {
  const lasting = new Set(buffers.filter((buffer) => !buffer.isTemporary));
  const own = new Set(buffers);
  // Code names tables, too: they have their places.
  if (prepare)
    for (const buffer of new Uses(prepare.body).buffers()) if (own.has(buffer)) lasting.add(buffer);
  let next = firstAddress;
  for (const buffer of lasting) {
    buffer.address = next;
    next = aligned(next + buffer.byteLength);
  }
  const uses = new Uses(run.body);
  const lifetimes = buffers
    .filter((buffer) => !lasting.has(buffer))
    .map((buffer) => ({ buffer, ...uses.lifetimeOf(buffer) }))
    .sort((a, b) => a.first - b.first || b.buffer.byteLength - a.buffer.byteLength);
  return placeInTurn(lifetimes, next);
}

/** Each at the lowest place that is free while it is needed. */
function placeInTurn(lifetimes: readonly (Lifetime & { buffer: Buffer })[], start: number): number {
  let placed: (Lifetime & { buffer: Buffer })[] = [];
  let end = start;
  for (const one of lifetimes) {
    placed = placed.filter(({ last }) => last >= one.first);
    let address = start;
    for (const { buffer } of placed.toSorted((a, b) => a.buffer.address! - b.buffer.address!)) {
      if (address + one.buffer.byteLength <= buffer.address!) break;
      address = Math.max(address, aligned(buffer.address! + buffer.byteLength));
    }
    one.buffer.address = address;
    placed.push(one);
    end = Math.max(end, aligned(address + one.buffer.byteLength));
  }
  return end;
}

/** Where in a function buffers are used; statements are numbered in the order of their text. */
class Uses {
  readonly #places = new Map<Buffer, number[]>();
  readonly #loops: Lifetime[] = [];
  /** To which buffers a local may point. */
  readonly #pointed = new Map<Local, Set<Buffer>>();
  #count = 0;

  constructor(body: readonly Statement[]) {
    while (this.#followPointers(body));
    this.#visit(body);
  }

  buffers(): Iterable<Buffer> {
    return this.#places.keys();
  }

  lifetimeOf(buffer: Buffer): Lifetime {
    const places = this.#places.get(buffer) ?? [0];
    const lifetime = { first: Math.min(...places), last: Math.max(...places) };
    // Loops are noted when they end: inner ones first.
    for (const loop of this.#loops) {
      const isInside = loop.first <= lifetime.first && lifetime.last <= loop.last;
      const isApart = lifetime.last < loop.first || loop.last < lifetime.first;
      if (isInside || isApart) continue;
      lifetime.first = Math.min(lifetime.first, loop.first);
      lifetime.last = Math.max(lifetime.last, loop.last);
    }
    return lifetime;
  }

  /** One pass over all assignments; true where something new was learned. */
  #followPointers(body: readonly Statement[]): boolean {
    let hasLearned = false;
    forEachSet(body, (local, value) => {
      if (local.type !== 'i32') return;
      const known = this.#pointed.get(local) ?? new Set();
      const size = known.size;
      for (const buffer of this.#buffersIn(value)) known.add(buffer);
      this.#pointed.set(local, known);
      hasLearned ||= known.size > size;
    });
    return hasLearned;
  }

  #buffersIn(expression: Expression): Buffer[] {
    switch (expression.kind) {
      case 'address':
        return [expression.buffer];
      case 'local':
        return [...(this.#pointed.get(expression) ?? [])];
      case 'apply':
        return expression.args.flatMap((arg) => this.#buffersIn(arg));
      default:
        return [];
    }
  }

  #visit(statements: readonly Statement[]): void {
    for (const statement of statements) {
      const first = ++this.#count;
      this.#note(statement);
      for (const body of bodiesOf(statement)) this.#visit(body);
      const isLoop = statement.kind === 'for' || statement.kind === 'while';
      if (isLoop) this.#loops.push({ first, last: this.#count });
    }
  }

  /** What a statement itself names, without the statements inside it. */
  #note(statement: Statement): void {
    const note = (buffer: Buffer): void => {
      const places = this.#places.get(buffer);
      if (places) places.push(this.#count);
      else this.#places.set(buffer, [this.#count]);
    };
    walkOwn(statement, {
      expression: (expression) => {
        if (expression.kind === 'address') note(expression.buffer);
        else if (expression.kind === 'local') this.#pointed.get(expression)?.forEach(note);
      },
      callee: (callee) => {
        if (callee.kind === 'imported') callee.memory?.forEach(note);
      },
    });
  }
}

function forEachSet(
  statements: readonly Statement[],
  visit: (local: Local, value: Expression) => void,
): void {
  for (const statement of statements) {
    if (statement.kind === 'set') visit(statement.local, statement.value);
    for (const body of bodiesOf(statement)) forEachSet(body, visit);
  }
}
