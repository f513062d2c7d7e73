/** What a call gives: the values in their order and by name. */
import type { Expression } from '../python/syntax.ts';
import type { Value } from './values.ts';

/** The arguments of a call. `isOpen`: there may be more than these (`*args`, `**kwargs` of something unknown). */
export interface Arguments {
  readonly positional: readonly Value[];
  /** Parallel to `positional`; the source of each. */
  readonly sources: readonly (Expression | null)[];
  readonly keywords: ReadonlyMap<string, Value>;
  readonly keywordSources: ReadonlyMap<string, Expression>;
  readonly isOpen: boolean;
}

export const noArguments: Arguments = {
  positional: [],
  sources: [],
  keywords: new Map(),
  keywordSources: new Map(),
  isOpen: false,
};
