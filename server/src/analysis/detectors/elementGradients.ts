/**
 * Catalogue number 40: the gradient of an element of a sequence with respect to something outside of the step. Inside,
 * the element is a variable of its own that depends on nothing (Theano's `loop.txt`, the note on the Jacobian).
 */
import type { Call } from '../../python/syntax.ts';
import type { Arguments, Machine } from '../machine.ts';
import { exactElements } from '../objects.ts';
import type { StepContext, Value } from '../values.ts';
import { ownStep, spanOf, tell } from './observing.ts';

/** Steps to which nothing of the program itself is passed: there every parameter is a variable of the step's own. */
const withoutOthers = new WeakSet<StepContext>();
const elements = new WeakMap<Value, StepContext>();

interface PassedArgument {
  readonly role: 'sequence' | 'state' | 'nonSequence';
  readonly value: Value;
}

/** Before a step is followed: which of its arguments are elements of sequences. */
export function noteArguments(context: StepContext, passed: readonly PassedArgument[] | null): void {
  withoutOthers.delete(context);
  if (passed === null) return;
  for (const { role, value } of passed) if (role === 'sequence') elements.set(value, context);
  if (passed.every(({ role }) => role !== 'nonSequence')) withoutOthers.add(context);
}

/** `grad(cost, wrt)`. */
export function observeGradient(machine: Machine, args: Arguments, site: Call): void {
  const step = ownStep(machine);
  if (step === null || args.isOpen || args.keywords.has('disconnected_inputs')) return;
  const cost = args.keywords.get('cost') ?? args.positional[0];
  const wrt = args.keywords.get('wrt') ?? args.positional[1];
  if (cost === undefined || wrt === undefined || args.positional.length > 2) return;
  const span = spanOf(site.function);
  const wanted = exactElements(machine, wrt) ?? [wrt];
  const isWrong = wanted.length > 0 && isOwn(step, cost) && wanted.every((value) => isOutside(step, value));
  if (!isWrong) machine.observe('grad-of-sequence-element', span, 'fine');
  else {
    const scan = spanOf(step.scan.site);
    tell(machine, step.scan.library, { kind: 'grad-of-sequence-element', span, scan });
  }
}

/** An element of a sequence, or an expression of such alone. */
function isOwn(step: StepContext, cost: Value): boolean {
  if (elements.get(cost) === step) return true;
  if (cost.kind !== 'symbolic' || cost.isOpaque || !withoutOthers.has(step)) return false;
  return cost.origins.size === 1 && cost.origins.has(step.parameters);
}

function isOutside(step: StepContext, value: Value): boolean {
  if (value.kind === 'shared') return true;
  if (value.kind !== 'symbolic' || value.isOpaque || value.origins.size === 0) return false;
  return !value.origins.has(step.parameters);
}
