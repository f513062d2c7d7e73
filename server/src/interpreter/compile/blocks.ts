/** Statements that follow one another, and the body of a function. */
import type { Statement } from '../../python/syntax.ts';
import { compileCondition } from './conditions.ts';
import { type Context, type Evaluate, type Execute, normal, returned } from './context.ts';
import { compileStatement } from './statements.ts';

/** Compiles statements that follow one another. */
export function compileBlock(statements: readonly Statement[], context: Context): Execute {
  return sequence(statements.map((statement) => compileStatement(statement, context)));
}

/** Short blocks are written out: a loop over an array costs more than what many statements do. */
function sequence(parts: readonly Execute[]): Execute {
  const [first, second, third, fourth] = parts as [Execute, Execute, Execute, Execute];
  switch (parts.length) {
    case 0:
      return () => normal;
    case 1:
      return first;
    case 2:
      return (frame) => {
        const completion = first(frame);
        return completion === normal ? second(frame) : completion;
      };
    case 3:
      return (frame) => {
        let completion = first(frame);
        if (completion !== normal) return completion;
        completion = second(frame);
        return completion === normal ? third(frame) : completion;
      };
    case 4:
      return (frame) => {
        let completion = first(frame);
        if (completion !== normal) return completion;
        completion = second(frame);
        if (completion !== normal) return completion;
        completion = third(frame);
        return completion === normal ? fourth(frame) : completion;
      };
    default:
      return sequenceOfTwo(sequence(parts.slice(0, 4)), sequence(parts.slice(4)));
  }
}

const sequenceOfTwo =
  (first: Execute, second: Execute): Execute =>
  (frame) => {
    const completion = first(frame);
    return completion === normal ? second(frame) : completion;
  };

const endsInReturn = (statements: readonly Statement[]): boolean => statements.at(-1)?.kind === 'Return';

/** Compiles the statements of a function to what it returns: a `return` at the end of a branch needs no detour. */
export function compileFunctionBody(statements: readonly Statement[], context: Context): Evaluate {
  const index = statements.findIndex(
    (each) => each.kind === 'Return' || (each.kind === 'If' && endsInReturn(each.body)),
  );
  if (index < 0) return plainBody(compileBlock(statements, context));
  const before = index === 0 ? null : compileBlock(statements.slice(0, index), context);
  const value = returningStatement(statements[index]!, statements.slice(index + 1), context);
  if (before === null) return value;
  return (frame) => (before(frame) === returned ? frame.returnValue : value(frame));
}

const plainBody =
  (block: Execute): Evaluate =>
  (frame) =>
    block(frame) === returned ? frame.returnValue : null;

function returningStatement(node: Statement, after: readonly Statement[], context: Context): Evaluate {
  if (node.kind === 'Return') return node.value ? context.parts.expression(node.value, context) : () => null;
  if (node.kind !== 'If') throw new Error('not a statement that returns');
  const test = compileCondition(node.test, context);
  const body = compileFunctionBody(node.body, context);
  if (endsInReturn(node.orelse)) {
    const orelse = compileFunctionBody(node.orelse, context);
    return (frame) => (test(frame) ? body(frame) : orelse(frame));
  }
  const orelse = node.orelse.length > 0 ? compileBlock(node.orelse, context) : null;
  const rest = compileFunctionBody(after, context);
  if (orelse === null) return (frame) => (test(frame) ? body(frame) : rest(frame));
  return (frame) => {
    if (test(frame)) return body(frame);
    return orelse(frame) === returned ? frame.returnValue : rest(frame);
  };
}
