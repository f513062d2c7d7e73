/** Tests whose outcome is certain: constants, and comparisons with None of something known. */
import type { BoolOp, Expression } from '../python/syntax.ts';
import type { Machine } from './machine.ts';
import { isProven } from './updatesProof.ts';
import type { Value } from './values.ts';

/** Evaluates the test of an `if` or a conditional expression; null where it may go both ways. */
export function decidedTest(machine: Machine, test: Expression): boolean | null {
  const constant = constantTest(test);
  if (constant !== null) return constant;
  if (test.kind === 'UnaryOp' && test.operator === 'not') {
    const operand = decidedTest(machine, test.operand);
    return operand === null ? null : !operand;
  }
  if (test.kind === 'BoolOp') return decidedAll(machine, test);
  const value = machine.evaluate(test);
  if (test.kind === 'Compare') return noneTest(machine, test) ?? truthOf(value);
  return truthOf(value);
}

/** The truth of a value that is surely known. */
function truthOf(value: Value): boolean | null {
  if (value.kind === 'none') return false;
  if (value.kind === 'number') return value.value === null ? null : value.value !== 0;
  if (value.kind === 'updates') return isProven(value.scan) ? true : null;
  return value.kind === 'text' ? value.text !== '' : null;
}

/** `and` and `or` are decided by one operand that decides them, or by all. */
function decidedAll(machine: Machine, test: BoolOp): boolean | null {
  const deciding = test.operator === 'or';
  let isCertain = true;
  for (const operand of test.values) {
    const decided: boolean | null = isCertain
      ? decidedTest(machine, operand)
      : maybeDecided(machine, operand);
    if (decided === deciding) return deciding;
    isCertain &&= decided !== null;
  }
  return isCertain ? !deciding : null;
}

/** An operand that may not be evaluated: what it does may not happen. */
function maybeDecided(machine: Machine, operand: Expression): boolean | null {
  let decided: boolean | null = null;
  const way = machine.branch(() => {
    decided = decidedTest(machine, operand);
  });
  machine.merge([machine.branch(() => {}), way]);
  return decided;
}

/** What a test surely is: written as a constant. */
export function constantTest(test: Expression): boolean | null {
  if (test.kind === 'Constant' && test.value !== '...') return test.value === true;
  if (test.kind === 'Number' && /^\d+$/.test(test.text)) return Number(test.text) !== 0;
  if (test.kind === 'UnaryOp' && test.operator === 'not') {
    const operand = constantTest(test.operand);
    return operand === null ? null : !operand;
  }
  return null;
}

/** `value is None` and `value is not None`. */
function noneTest(machine: Machine, test: Expression & { kind: 'Compare' }): boolean | null {
  const [operator] = test.operators;
  const [right] = test.comparators;
  if (test.operators.length !== 1 || right?.kind !== 'Constant' || right.value !== null) return null;
  if (operator !== 'is' && operator !== 'is not') return null;
  const isNone = couldBeNone(machine.evaluate(test.left));
  return isNone === null ? null : isNone === (operator === 'is');
}

function couldBeNone(value: Value): boolean | null {
  if (value.kind === 'none') return true;
  return value.kind === 'unknown' || value.kind === 'union' ? null : false;
}

/** True for `__name__ == '__main__'`: what follows runs in a program and not where the file is imported. */
export const isMainTest = (test: Expression): boolean =>
  test.kind === 'Compare' &&
  test.operators[0] === '==' &&
  [test.left, ...test.comparators].some((side) => side.kind === 'Name' && side.name === '__name__');
