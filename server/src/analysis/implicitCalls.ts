/** Calls that are not written as such: `@decorator`, and reading a property. */
import type { Call, Expression } from '../python/syntax.ts';

const calls = new WeakMap<Expression, Call>();

/** The call that an expression is, always the same one: places of calls tell ways apart. */
export function implicitCall(expression: Expression): Call {
  const known = calls.get(expression);
  if (known !== undefined) return known;
  const { start, end } = expression;
  const call: Call = { kind: 'Call', function: expression, args: [], keywords: [], start, end };
  calls.set(expression, call);
  return call;
}
