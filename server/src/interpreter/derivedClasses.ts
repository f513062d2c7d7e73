/**
 * The classes that derive from one. Native classes are there once for all interpreters of a process, and so are these lists: each remembers
 * for which interpreter the other classes were made, and shows a program only those that it could have met.
 */
import { WeakList } from '../base/weakList.ts';

/** The interpreter that runs; null while modules of ours are read. */
const maker: { current: object | null } = { current: null };
const makers = new WeakMap<object, object>();

/** From now on classes are made for this interpreter; gives the one before. */
export function makeClassesFor(interpreter: object | null): object | null {
  const before = maker.current;
  maker.current = interpreter;
  return before;
}

export class DerivedClasses<Class extends { readonly isNative: boolean }> {
  readonly #classes = new WeakList<Class>();

  add(made: Class): void {
    this.#classes.add(made);
    // A native one may be made when the first program asks for it, and is there for the next ones, too.
    if (maker.current !== null && !made.isNative) makers.set(made, maker.current);
  }

  get all(): readonly Class[] {
    return this.#classes.all;
  }

  /** Those that belong to nobody or to the interpreter that runs. */
  get visible(): readonly Class[] {
    return this.#classes.all.filter((one) => {
      const owner = makers.get(one) ?? null;
      return owner === null || owner === maker.current;
    });
  }
}
