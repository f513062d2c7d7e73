/**
 * Binary operators and comparisons of two operands. Integers that JavaScript computes exactly are done on the spot; all else
 * goes to the operator's function. What a form does with integers is written out for every operator: one shared closure
 * would make V8 look up the operator at each evaluation.
 */
import type { Span } from '../../base/span.ts';
import type { ComparisonOperator, Expression } from '../../python/syntax.ts';
import type { Frame } from '../callSite.ts';
import type { RichComparison } from '../nativeType.ts';
import { compare, isTrue, richCompare } from '../protocols/comparison.ts';
import { type AnyBinaryOperator, type BinaryFunction, binaryFunctions } from '../protocols/operators.ts';
import { PyFloat, type Value } from '../values.ts';
import type { Context, Evaluate } from './context.ts';
import { compileNumberTest } from './numberTests.ts';
import { compileOperand, type Operand, read } from './operands.ts';

/** Two operands and the node that they belong to. */
export interface Operation {
  readonly node: Span;
  readonly left: Operand;
  readonly right: Operand;
}

/** A compiled test: the truth of an expression. */
export type Test = (frame: Frame) => boolean;

const largest = Number.MAX_SAFE_INTEGER;

/** A binary operator whose right operand is not compiled yet. `apply` does what needs more than small integers. */
export function compileOperator(
  operator: AnyBinaryOperator,
  { node, left, right }: { readonly node: Span; readonly left: Operand; readonly right: Expression },
  context: Context,
  apply: BinaryFunction = binaryFunctions[operator],
): Evaluate {
  const operation = { node, left, right: compileOperand(right, context) };
  const { number } = operation.right;
  const known = number !== null ? compileWithNumber(operator, operation, { number, apply }) : null;
  return known ?? compileArithmetic(operator, operation, apply);
}

/** `left operator right`; `apply` does what is not done here. */
function compileArithmetic(
  operator: AnyBinaryOperator,
  { node, left: { slot: leftSlot, evaluate: left }, right: { slot: rightSlot, evaluate: right } }: Operation,
  apply: BinaryFunction,
): Evaluate {
  switch (operator) {
    case '+':
      return (frame) => {
        const a = read(frame, leftSlot, left);
        const b = read(frame, rightSlot, right);
        if (typeof a === 'number' && typeof b === 'number') {
          const sum = a + b;
          if (sum <= largest && sum >= -largest) return sum;
        }
        if (a instanceof PyFloat && b instanceof PyFloat) return new PyFloat(a.value + b.value);
        frame.at = node;
        return apply(a, b);
      };
    case '-':
      return (frame) => {
        const a = read(frame, leftSlot, left);
        const b = read(frame, rightSlot, right);
        if (typeof a === 'number' && typeof b === 'number') {
          const difference = a - b;
          if (difference <= largest && difference >= -largest) return difference;
        }
        if (a instanceof PyFloat && b instanceof PyFloat) return new PyFloat(a.value - b.value);
        frame.at = node;
        return apply(a, b);
      };
    case '*':
      return (frame) => {
        const a = read(frame, leftSlot, left);
        const b = read(frame, rightSlot, right);
        if (typeof a === 'number' && typeof b === 'number') {
          const product = a * b;
          if (product <= largest && product >= -largest) return product + 0;
        }
        if (a instanceof PyFloat && b instanceof PyFloat) return new PyFloat(a.value * b.value);
        frame.at = node;
        return apply(a, b);
      };
    case '%':
      return (frame) => {
        const a = read(frame, leftSlot, left);
        const b = read(frame, rightSlot, right);
        if (typeof a === 'number' && typeof b === 'number' && a >= 0 && b > 0) {
          return (a | 0) === a && (b | 0) === b ? (a | 0) % (b | 0) : a % b;
        }
        frame.at = node;
        return apply(a, b);
      };
    default:
      return (frame) => {
        const a = read(frame, leftSlot, left);
        const b = read(frame, rightSlot, right);
        frame.at = node;
        return apply(a, b);
      };
  }
}

/** `left operator number`, for the frequent operators; null for the others. */
function compileWithNumber(
  operator: AnyBinaryOperator,
  { node, left: { slot, evaluate: left } }: Operation,
  { number, apply }: { readonly number: number; readonly apply: BinaryFunction },
): Evaluate | null {
  switch (operator) {
    case '+':
      return (frame) => {
        const a = read(frame, slot, left);
        if (typeof a === 'number') {
          const sum = a + number;
          if (sum <= largest && sum >= -largest) return sum;
        }
        frame.at = node;
        return apply(a, number);
      };
    case '-':
      return (frame) => {
        const a = read(frame, slot, left);
        if (typeof a === 'number') {
          const difference = a - number;
          if (difference <= largest && difference >= -largest) return difference;
        }
        frame.at = node;
        return apply(a, number);
      };
    case '%':
      if (number <= 0 || (number | 0) !== number) return null;
      return (frame) => {
        const a = read(frame, slot, left);
        if (typeof a === 'number' && a >= 0) return (a | 0) === a ? (a | 0) % (number | 0) : a % number;
        frame.at = node;
        return apply(a, number);
      };
    default:
      return null;
  }
}

const isRich = (operator: ComparisonOperator): operator is RichComparison =>
  operator !== 'is' && operator !== 'is not' && operator !== 'in' && operator !== 'not in';

/** The value of a comparison: any value, since arrays and symbolic variables compare element by element. */
export function compileComparison(operator: ComparisonOperator, operation: Operation): Evaluate {
  if (!isRich(operator)) return compileTest(operator, operation);
  const { node, left, right } = operation;
  const { slot: leftSlot, evaluate: first } = left;
  const { slot: rightSlot, evaluate: second } = right;
  return (frame) => {
    const a = read(frame, leftSlot, first);
    const b = read(frame, rightSlot, second);
    frame.at = node;
    return richCompare(operator, a, b);
  };
}

/** The truth of a comparison. `at` is the node that asks for it. */
export function compileTest(operator: ComparisonOperator, operation: Operation, at = operation.node): Test {
  const { node, left, right } = operation;
  const { slot: leftSlot, evaluate: first } = left;
  const { slot: rightSlot, evaluate: second } = right;
  const otherwise = (frame: Frame, a: Value, b: Value): boolean => {
    frame.at = node;
    const result = compare(operator, a, b);
    if (typeof result === 'boolean') return result;
    frame.at = at;
    return isTrue(result);
  };
  if (right.number !== null) {
    const { number } = right;
    const known = compileNumberTest(operator, left, number, (frame, a) => otherwise(frame, a, number));
    if (known) return known;
  }
  switch (operator) {
    case '<':
      return (frame) => {
        const a = read(frame, leftSlot, first);
        const b = read(frame, rightSlot, second);
        if (typeof a === 'number' && typeof b === 'number') return a < b;
        if (a instanceof PyFloat && b instanceof PyFloat) return a.value < b.value;
        return otherwise(frame, a, b);
      };
    case '<=':
      return (frame) => {
        const a = read(frame, leftSlot, first);
        const b = read(frame, rightSlot, second);
        if (typeof a === 'number' && typeof b === 'number') return a <= b;
        if (a instanceof PyFloat && b instanceof PyFloat) return a.value <= b.value;
        return otherwise(frame, a, b);
      };
    case '>':
      return (frame) => {
        const a = read(frame, leftSlot, first);
        const b = read(frame, rightSlot, second);
        if (typeof a === 'number' && typeof b === 'number') return a > b;
        if (a instanceof PyFloat && b instanceof PyFloat) return a.value > b.value;
        return otherwise(frame, a, b);
      };
    case '>=':
      return (frame) => {
        const a = read(frame, leftSlot, first);
        const b = read(frame, rightSlot, second);
        if (typeof a === 'number' && typeof b === 'number') return a >= b;
        if (a instanceof PyFloat && b instanceof PyFloat) return a.value >= b.value;
        return otherwise(frame, a, b);
      };
    case '==':
      return (frame) => {
        const a = read(frame, leftSlot, first);
        const b = read(frame, rightSlot, second);
        if (typeof a === 'number' && typeof b === 'number') return a === b;
        if (typeof a === 'string' && typeof b === 'string') return a === b;
        return otherwise(frame, a, b);
      };
    case '!=':
      return (frame) => {
        const a = read(frame, leftSlot, first);
        const b = read(frame, rightSlot, second);
        if (typeof a === 'number' && typeof b === 'number') return a !== b;
        if (typeof a === 'string' && typeof b === 'string') return a !== b;
        return otherwise(frame, a, b);
      };
    default:
      return (frame) => otherwise(frame, read(frame, leftSlot, first), read(frame, rightSlot, second));
  }
}
