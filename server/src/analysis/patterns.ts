/** Patterns of `match`: what they bind is not known. */

import type { Pattern } from '../python/syntax.ts';
import { walk } from '../python/walk.ts';
import type { Machine } from './machine.ts';
import { unknown } from './values.ts';

/** Binds every name that the pattern captures to something unknown. */
export function forgetPattern(machine: Machine, pattern: Pattern): void {
  walk(pattern, (node) => {
    if (node.kind === 'MatchAs' || node.kind === 'MatchStar') {
      if (node.name !== null) machine.bindName(node.name.name, unknown, node);
    } else if (node.kind === 'MatchMapping' && node.rest !== null) {
      machine.bindName(node.rest.name, unknown, node);
    } else if (node.kind === 'Name') machine.evaluate(node);
  });
}
