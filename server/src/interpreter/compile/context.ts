/** What the parts of the compiler share: the forms of compiled code and the context of a piece of source. */
import type { Expression, FunctionDef, Lambda, Statement } from '../../python/syntax.ts';
import type { Completion, Frame, SourceText } from '../callSite.ts';
import type { Value } from '../values.ts';
import type { Scope, ScopeTree } from './scopeTree.ts';

export { broke, type Completion, continued, normal, returned, yielded } from '../callSite.ts';

/** A compiled expression. */
export type Evaluate = (frame: Frame) => Value;

/** A compiled statement. */
export type Execute = (frame: Frame) => Completion;

/** A compiled assignment to a target. */
export type Store = (frame: Frame, value: Value) => void;

/** The context of a piece of source. */
export interface Context {
  readonly python: 2 | 3;
  readonly source: SourceText;
  readonly scopes: ScopeTree;
  readonly scope: Scope;
  /** `from __future__ import division`, or Python 3. */
  readonly trueDivision: boolean;
  /** Python 2's `from __future__ import unicode_literals`. */
  readonly unicodeLiterals: boolean;
  /** `from __future__ import annotations`. */
  readonly postponedHints: boolean;
  /** True where objects whose end is noticed may be made (see `lifetimes.ts`). */
  readonly watchesLives: boolean;
  /** `outer.<locals>.` in front of the names of functions and classes defined here. */
  readonly qualifiedPrefix: string;
  /** The class whose body this is directly inside, for private names. */
  readonly className: string | null;
  readonly builtins: ReadonlyMap<string, Value>;
  readonly parts: CompileParts;
}

/** The compiler's functions that need each other. */
export interface CompileParts {
  expression(node: Expression, context: Context): Evaluate;
  block(statements: readonly Statement[], context: Context): Execute;
  /** The statements of a function: gives what it returns. */
  body(statements: readonly Statement[], context: Context): Evaluate;
  store(target: Expression, context: Context): Store;
  /** Makes the function value. `name` is its `__name__`. */
  makeFunction(node: FunctionDef | Lambda, context: Context): Evaluate;
  yieldingBlock(statements: readonly Statement[], context: Context): Execute;
}

/** A private name of a class body: `__x` becomes `_Class__x`. */
export function mangle(given: string, context: Context): string {
  const name = oneCopy(given);
  if (context.className === null || !name.startsWith('__') || name.endsWith('__')) return name;
  const className = context.className.replace(/^_+/, '');
  return className === '' ? name : oneCopy(`_${className}${name}`);
}

const copies = new Map<string, string>();
const mostCopies = 10_000;

/** The same string for the same name: a Map finds it without comparing texts, which are pieces of the source otherwise. */
function oneCopy(name: string): string {
  const known = copies.get(name);
  if (known !== undefined) return known;
  if (copies.size >= mostCopies) copies.clear();
  copies.set(name, name);
  return name;
}
