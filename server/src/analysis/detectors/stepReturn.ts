/** Detectors for what a step returns: catalogue numbers 9, 10 and 27, each `return` for itself. */
import type { Expression, FunctionDef, Return, Statement } from '../../python/syntax.ts';
import type { Machine } from '../machine.ts';
import { returnedExpressions } from '../stepReturns.ts';
import type { FunctionValue, Value } from '../values.ts';
import { ownStep, spanOf, tell } from './observing.ts';
import { firstPython, parseReturn, shapeOf } from './returnShapes.ts';
import type { ScanInput } from './scanInput.ts';

/** A `return` statement of the step that is being followed; those of other functions are passed over. */
export function observeReturn(machine: Machine, node: Return, value: Value): void {
  const step = ownStep(machine);
  const { activation } = machine;
  if (step === null || activation.call?.site !== step.scan.site || activation.node.kind !== 'FunctionDef')
    return;
  // A step that gives up early where its arguments are not what it wants is not meant to return there.
  if (value.kind === 'none' && !activation.node.body.includes(node)) return;
  checkReturned(machine, step.scan, { place: node.value ?? node, value });
}

/** The body of a lambda, and a function that ends without `return`. */
export function checkWholeReturn(machine: Machine, { fn, record, returned }: ScanInput): void {
  const step = functionOf(fn);
  if (step === null || step.object.scope.module !== machine.main || record.scope.module !== machine.main)
    return;
  const { node } = step.object;
  if (node.kind === 'Lambda') checkReturned(machine, record, { place: node.body, value: returned });
  else if (returned.kind === 'none' && returned.scan === null && endsWithoutReturn(node)) {
    const span = spanOf(node.name);
    const scan = spanOf(record.site);
    tell(machine, record.library, { kind: 'step-returns-python-value', span, value: 'nothing', scan });
  }
}

function functionOf(fn: Value): FunctionValue | null {
  let callee = fn;
  while (callee.kind === 'partial') callee = callee.callee;
  return callee.kind === 'function' ? callee : null;
}

/** A body that does nothing is one that subclasses replace. */
const endsWithoutReturn = (node: FunctionDef): boolean =>
  returnedExpressions(node).length === 0 && !node.body.every(isEmpty);

const isEmpty = (statement: Statement): boolean =>
  statement.kind === 'Pass' ||
  statement.kind === 'Raise' ||
  (statement.kind === 'ExpressionStatement' &&
    (statement.value.kind === 'String' || statement.value.kind === 'Constant'));

interface Returned {
  readonly place: Expression | Return;
  readonly value: Value;
}

function checkReturned(machine: Machine, scan: ScanInput['record'], { place, value }: Returned): void {
  const span = spanOf(place);
  const shape = shapeOf(machine, value);
  const at = { span, scan: spanOf(scan.site) };
  const python = firstPython(shape);
  if (python !== null) {
    tell(machine, scan.library, { kind: 'step-returns-python-value', value: python, ...at });
    return;
  }
  const form = parseReturn(shape);
  machine.observe('step-returns-python-value', span, form === 'fine' ? 'fine' : 'unknown');
  if (form === 'fine' || form === 'unknown') machine.observe('unparsable-step-return', span, form);
  else tell(machine, scan.library, { kind: 'unparsable-step-return', form, ...at });
}
