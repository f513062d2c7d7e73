/** Assertions about updates: who asserts something about them knows of them. */
import { appendAll } from '../base/appendAll.ts';
import type { Expression } from '../python/syntax.ts';
import type { Machine } from './machine.ts';
import { reachableFrom } from './objects.ts';

/** Evaluates what is asserted and notes the updates that it names. */
export function noteAsserted(machine: Machine, test: Expression): void {
  noteUpdates(machine, test);
  const pending: Expression[] = [test];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'Name') noteUpdates(machine, node);
    else if (node.kind === 'UnaryOp') pending.push(node.operand);
    else if (node.kind === 'BoolOp') appendAll(pending, node.values);
    else if (node.kind === 'Compare') pending.push(node.left, ...node.comparators);
    else if (node.kind === 'Call') pending.push(node.function, ...node.args);
    else if (node.kind === 'Attribute') pending.push(node.value);
  }
}

function noteUpdates(machine: Machine, node: Expression): void {
  for (const held of reachableFrom(machine, machine.evaluate(node))) {
    if (held.kind === 'updates') machine.addDestination(held.scan, { kind: 'asserted', span: node });
  }
}

/** True for `self.assertEqual`, `assert_allclose` and their likes. */
export function isAssertion(callee: Expression): boolean {
  const name =
    callee.kind === 'Attribute' ? callee.attribute.name : callee.kind === 'Name' ? callee.name : '';
  return /^assert/i.test(name);
}
