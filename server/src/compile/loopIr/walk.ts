/** Walks over what statements contain. */
import type { Callee, Expression, Statement } from './ir.ts';

export interface Visitor {
  expression(expression: Expression): void;
  /** A function that is called, in an expression or as a statement. */
  callee(callee: Callee): void;
}

/** Visits every expression of the statements and of those inside them, locals that are set too, and every function that is called. */
export function walkStatements(statements: readonly Statement[], visitor: Visitor): void {
  for (const statement of statements) {
    walkOwn(statement, visitor);
    for (const body of bodiesOf(statement)) walkStatements(body, visitor);
  }
}

/** The same for what a statement says itself, without the statements inside it. */
export function walkOwn(statement: Statement, visitor: Visitor): void {
  if (statement.kind === 'do') visitor.callee(statement.call.callee);
  const walk = (expression: Expression): void => {
    visitor.expression(expression);
    if (expression.kind === 'call') visitor.callee(expression.callee);
    if (expression.kind === 'apply' || expression.kind === 'call') expression.args.forEach(walk);
    else if (expression.kind === 'load') walk(expression.address);
  };
  ownExpressions(statement).forEach(walk);
}

/** The statements inside a statement. */
export function bodiesOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case 'for':
    case 'while':
      return [statement.body];
    case 'if':
      return [statement.then, statement.otherwise];
    default:
      return [];
  }
}

function ownExpressions(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case 'set':
      return [statement.local, statement.value];
    case 'store':
      return [statement.address, statement.value];
    case 'for':
      return [statement.counter, statement.from, statement.to];
    case 'while':
    case 'if':
      return [statement.condition];
    case 'copy':
      return [statement.to, statement.from];
    case 'do':
      return statement.call.args;
    case 'return':
      return statement.value === null ? [] : [statement.value];
  }
}
