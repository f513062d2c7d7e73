/** Whether a function is a generator. */

import { appendAll } from '../base/appendAll.ts';
import type { AnyNode, FunctionDef } from '../python/syntax.ts';
import { childrenOf } from '../python/walk.ts';

const known = new WeakMap<FunctionDef, boolean>();

/** True when the body yields (functions inside it do not count). */
export function containsYield(node: FunctionDef): boolean {
  const before = known.get(node);
  if (before !== undefined) return before;
  const result = search(node);
  known.set(node, result);
  return result;
}

function search(node: FunctionDef): boolean {
  const pending: AnyNode[] = [...node.body];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === 'Yield' || next.kind === 'YieldFrom') return true;
    if (next.kind === 'FunctionDef' || next.kind === 'Lambda' || next.kind === 'ClassDef') continue;
    appendAll(pending, childrenOf(next));
  }
  return false;
}
