/**
 * Which statement each subtree of tree-sitter became. After an edit tree-sitter keeps the subtrees that did not change at
 * their addresses, so the statement of a known address is taken over instead of being read and converted again.
 *
 * An address is only good between one tree and the next one made from it. Statements with problems are not known,
 * because their problems have to be found again.
 */
import { Shift } from './shift.ts';
import type { Statement } from './syntax.ts';

/** The statements of one tree in the order in which they begin. */
export class StatementLog {
  /** 0 for a statement that can not be taken over. */
  readonly #addresses: number[] = [];
  readonly #statements: (Statement | null)[] = [];
  /** For each statement the place after the last one inside it. */
  readonly #afters: number[] = [];

  /** Where to find each address; a map of its own for every call. */
  places(): Map<number, number> {
    const result = new Map<number, number>();
    for (const [place, address] of this.#addresses.entries()) if (address !== 0) result.set(address, place);
    return result;
  }

  /** Makes a place for a statement; those that are added until {@link close} are inside it. */
  open(): number {
    this.#addresses.push(0);
    this.#statements.push(null);
    return this.#afters.push(0) - 1;
  }

  /** `address` is 0 when the statement can not be taken over. */
  close(place: number, statement: Statement, address: number): void {
    this.#statements[place] = statement;
    this.#addresses[place] = address;
    this.#afters[place] = this.#addresses.length;
  }

  /** Adds a statement of the log of the tree before, with all that is inside it; it begins at `start` now. */
  takeOver(before: StatementLog, from: number, start: number): Statement {
    const statement = before.#statements[from]!;
    const to = before.#afters[from]!;
    const distance = this.#addresses.length - from;
    for (let place = from; place < to; place++) {
      this.#addresses.push(before.#addresses[place]!);
      this.#statements.push(before.#statements[place]!);
      this.#afters.push(before.#afters[place]! + distance);
    }
    if (start === statement.start) return statement;
    // Inner statements are told of in the order in which they end.
    const copies = new Map<Statement, Statement>();
    const shift = new Shift(start - statement.start, (inner, copy) => copies.set(inner, copy));
    const copy = shift.node(statement);
    copies.set(statement, copy);
    for (let place = from; place < to; place++)
      this.#statements[place + distance] = copies.get(before.#statements[place]!)!;
    return copy;
  }
}
