/** Binds a value to an assignment target. */
import type { Expression } from '../python/syntax.ts';
import { storeAttribute, storeSubscript } from './attributes.ts';
import { giveUp } from './giveUp.ts';
import type { Machine } from './machine.ts';
import { unpack } from './objects.ts';
import { unknown, type Value } from './values.ts';

/** `target = value`, also for the targets of loops, comprehensions and `with`. */
export function assign(machine: Machine, target: Expression, value: Value): void {
  switch (target.kind) {
    case 'Name':
      machine.visit(target, value);
      machine.bindName(target.name, value, target);
      break;
    case 'Tuple':
    case 'List': {
      const star = target.elements.findIndex((element) => element.kind === 'Starred');
      const parts = unpack(machine, value, { count: target.elements.length, star }, target);
      for (const [index, element] of target.elements.entries())
        assign(machine, element, parts[index] ?? unknown);
      break;
    }
    case 'Starred':
      assign(machine, target.value, value);
      break;
    case 'Attribute':
      storeAttribute(machine, target, value);
      break;
    case 'Subscript':
      storeSubscript(machine, target, value);
      break;
    default:
      machine.escape(value, { kind: 'unseen', span: target });
      giveUp(machine, target);
  }
}
