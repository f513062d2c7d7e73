/**
 * Catalogue number 40: the gradient of an element of a sequence with respect to something outside of the step. Inside,
 * the element is a variable of its own that depends on nothing (Theano's `loop.txt`, the note on the Jacobian).
 */
import type { Call } from '../../python/syntax.ts';
import type { Arguments } from '../arguments.ts';
import type { Machine } from '../machine.ts';
import { exactElements } from '../objects.ts';
import type { StepContext, Value } from '../values.ts';
import { ownStep, spanOf, tell } from './observing.ts';

interface PassedArgument {
  readonly role: 'sequence' | 'state' | 'nonSequence';
  readonly value: Value;
}

/** Before a step is followed: which of its arguments are elements of sequences. */
export function noteArguments(context: StepContext, passed: readonly PassedArgument[] | null): void {
  const sequences = passed?.filter(({ role }) => role === 'sequence') ?? [];
  context.elements = sequences.map(({ value }) => value);
  context.passed = passed?.map(({ value }) => value) ?? [];
  context.hasOnlyOwn = passed?.every(({ role }) => role !== 'nonSequence') ?? false;
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
  const isWrong =
    wanted.length > 0 &&
    isOwn(step, cost) &&
    wanted.every((value) => isOutside(step, value) || isOther(step, cost, value));
  if (!isWrong) machine.observe('grad-of-sequence-element', span, 'fine');
  else {
    const scan = spanOf(step.scan.site);
    tell(machine, step.scan.library, { kind: 'grad-of-sequence-element', span, scan });
  }
}

/** An element of a sequence, or an expression of such alone. */
function isOwn(step: StepContext, cost: Value): boolean {
  if (step.elements.includes(cost)) return true;
  if (cost.kind !== 'symbolic' || cost.isOpaque || !step.hasOnlyOwn) return false;
  return cost.origins.size === 1 && cost.origins.has(step.parameters);
}

/** An element depends on nothing, on the other arguments of the step neither. */
const isOther = (step: StepContext, cost: Value, value: Value): boolean =>
  step.elements.includes(cost) && value !== cost && step.passed.includes(value);

function isOutside(step: StepContext, value: Value): boolean {
  if (value.kind === 'shared') return true;
  if (value.kind !== 'symbolic' || value.isOpaque || value.origins.size === 0) return false;
  return !value.origins.has(step.parameters);
}
