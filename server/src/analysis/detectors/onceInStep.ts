/**
 * Catalogue numbers 17 and 18: what runs once, while the graph is built, and reads as if it ran in every step; and
 * assignments into variables, which can not be changed.
 */

import type { Span } from '../../base/span.ts';
import type { AugAssign, Call, Expression, Subscript } from '../../python/syntax.ts';
import type { Arguments } from '../arguments.ts';
import type { Machine } from '../machine.ts';
import type { RunsOnceInStep } from '../mistakes.ts';
import type { Value } from '../values.ts';
import { ownStep, spanOf, tell, textOf } from './observing.ts';
import { isSurelySymbolic } from './surelySymbolic.ts';

/** `print` of a variable shows its name, once. */
export function observePrint(machine: Machine, shown: readonly (Expression | null)[], span: Span): void {
  if (machine.step === null) return;
  if (shown.some((node) => node !== null && isSurelySymbolic(machine, node)))
    tellOnce(machine, 'print', span);
}

function tellOnce(machine: Machine, what: RunsOnceInStep['what'], place: Span): void {
  const step = ownStep(machine);
  if (step === null) return;
  const scan = spanOf(step.scan.site);
  tell(machine, step.scan.library, { kind: 'runs-once-in-step', span: spanOf(place), what, scan });
}

/** Arrays that `get_value` gave inside of a step, and where. */
const frozen = new WeakMap<Value, Call>();

/** `shared.set_value(…)` and `shared.get_value()`. */
export function observeValueMethod(
  machine: Machine,
  receiver: Value,
  call: { readonly name: string; readonly result: Value; readonly site: Call },
): void {
  if (machine.step === null || receiver.kind !== 'shared') return;
  if (call.name === 'set_value') tellOnce(machine, 'set_value', call.site.function);
  else if (call.name === 'get_value') frozen.set(call.result, call.site);
}

/** Operands of which one is a variable: an array from `get_value` among them becomes part of the graph. */
export function observeFrozen(machine: Machine, values: readonly Value[]): void {
  if (machine.step === null || !values.some(({ kind }) => kind === 'symbolic' || kind === 'shared')) return;
  for (const value of values) {
    const site = value.kind === 'array' ? frozen.get(value) : undefined;
    if (site !== undefined) tellOnce(machine, 'get_value', site.function);
  }
}

export const observeFrozenOperands = (machine: Machine, args: Arguments): void =>
  observeFrozen(machine, [...args.positional, ...args.keywords.values()]);

/** `x[i] = v` and `x[i] += v`. */
export function observeItemStore(
  machine: Machine,
  target: Expression,
  object: Value,
  node: Subscript | AugAssign,
): void {
  const step = ownStep(machine);
  if (step === null || target.kind !== 'Subscript') return;
  const span = spanOf(target);
  if (object.kind === 'container' || object.kind === 'array')
    machine.observe('item-assignment', span, 'fine');
  const isWrong =
    (object.kind === 'symbolic' || object.kind === 'shared') && isSurelySymbolic(machine, target.value);
  if (!isWrong) return;
  tell(machine, step.scan.library, {
    kind: 'item-assignment',
    span,
    target: textOf(machine, target.value),
    isIncrement: node.kind === 'AugAssign',
    scan: spanOf(step.scan.site),
  });
}
