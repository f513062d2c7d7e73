/** Scopes and the names in them, as plain data. */
import type { AnyNode, Identifier, Name } from '../syntax.ts';

/** What a scope belongs to. `typeParameters` is the scope around a generic function, class or type alias. */
export type ScopeKind = 'module' | 'function' | 'lambda' | 'class' | 'comprehension' | 'typeParameters';

/**
 * Where the value of a name lives: in this scope only (`local`), in this scope and used by functions inside it (`cell`), in
 * a function around it (`free`), or in the module or the builtins (`global`). Names of the module are `global`.
 */
export type Storage = 'local' | 'cell' | 'free' | 'global';

/** A name in a scope. */
export interface ScopeSymbol {
  readonly name: string;
  storage: Storage;
  /** `global` or `nonlocal` when a statement of the scope says so. */
  declared: 'global' | 'nonlocal' | null;
  isParameter: boolean;
  isImported: boolean;
  /** The nodes that bind it in this scope, in source order. */
  readonly bindings: (Name | Identifier)[];
  /** The nodes that read it in this scope, in source order. */
  readonly uses: (Name | Identifier)[];
}

export interface Scope {
  readonly kind: ScopeKind;
  /** The node that opens the scope. */
  readonly node: AnyNode;
  readonly parent: Scope | null;
  readonly children: Scope[];
  readonly symbols: Map<string, ScopeSymbol>;
  /** A star import can bind any name. */
  hasStarImport: boolean;
}

/** A symbol that nothing is known of yet. */
export const newSymbol = (name: string, storage: ScopeSymbol['storage'] = 'global'): ScopeSymbol => ({
  name,
  storage,
  declared: null,
  isParameter: false,
  isImported: false,
  bindings: [],
  uses: [],
});
