/** Source that is not followed: whatever it names may be read or bound in it. */
import type { Expression, Statement } from '../python/syntax.ts';
import { walk } from '../python/walk.ts';
import { boundNames } from './boundNames.ts';
import type { Machine } from './machine.ts';
import { unknown } from './values.ts';

/** Gives up every variable that `node` names, and forgets those that it binds. */
export function giveUp(machine: Machine, node: Statement | Expression): void {
  const names = new Set<string>();
  walk(node, (inner) => {
    if (inner.kind === 'Name' || inner.kind === 'Identifier') names.add(inner.name);
  });
  const bound = boundNames([node], null);
  for (const name of names) {
    const owner = machine.ownerOf(name);
    if (owner === null) continue;
    const cell = machine.cellOf(owner, name);
    const value = machine.readCell(cell);
    if (value !== undefined) machine.escape(value, { kind: 'unseen', span: node });
    if (bound.locals.has(name)) machine.write(cell, unknown);
  }
  machine.unfollowed++;
}
