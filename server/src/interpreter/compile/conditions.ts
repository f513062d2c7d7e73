/** Conditions: the truth of an expression without a value in between, for `if`, `while`, `and`, `or` and `not`. */
import type { Span } from '../../base/span.ts';
import type { Expression } from '../../python/syntax.ts';
import { isTrue } from '../protocols/comparison.ts';
import { compileTest, type Test } from './arithmetic.ts';
import type { Context } from './context.ts';
import { compileOperand, read } from './operands.ts';

/** Compiles the truth of an expression. `at` is the node that asks for it. */
export function compileCondition(node: Expression, context: Context, at: Span = node): Test {
  switch (node.kind) {
    case 'Compare': {
      const [operator] = node.operators;
      const [other] = node.comparators;
      if (node.comparators.length !== 1 || operator === undefined || !other) break;
      const left = compileOperand(node.left, context);
      return compileTest(operator, { node, left, right: compileOperand(other, context) }, at);
    }
    case 'UnaryOp': {
      if (node.operator !== 'not') break;
      const test = compileCondition(node.operand, context, node);
      return (frame) => !test(frame);
    }
    case 'BoolOp': {
      const last = node.values.length - 1;
      const tests = node.values.map((value, index) =>
        compileCondition(value, context, index < last ? node : at),
      );
      return tests.reduceRight(node.operator === 'or' ? either : both);
    }
  }
  const { slot, evaluate } = compileOperand(node, context);
  return (frame) => {
    const value = read(frame, slot, evaluate);
    if (typeof value === 'boolean') return value;
    frame.at = at;
    return isTrue(value);
  };
}

const either =
  (after: Test, first: Test): Test =>
  (frame) =>
    first(frame) || after(frame);

const both =
  (after: Test, first: Test): Test =>
  (frame) =>
    first(frame) && after(frame);
