/** Statements to closures. Each answers how it ended: normally, or by break, continue or return. */
import { unreachable } from '../../base/assert.ts';
import type * as syntax from '../../python/syntax.ts';
import { exceptionType, notSupported, raise } from '../exceptions.ts';
import { printValues } from '../modules/printing.ts';
import { call } from '../protocols/calls.ts';
import { runtime } from '../runtime.ts';
import { compileTypeAlias, recordAnnotation } from './annotations.ts';
import { compileClass } from './classes.ts';
import { compileCondition } from './conditions.ts';
import { broke, type Context, continued, type Evaluate, type Execute, normal, returned } from './context.ts';
import { compileAssert, compileRaise, compileTry, compileWith } from './exceptionHandling.ts';
import { compileImport, compileImportFrom } from './imports.ts';
import { compileFor, compileWhile } from './loops.ts';
import { compileMatch } from './matching.ts';
import { slotOf, storeName } from './names.ts';
import { compileAugmented, compileDelete, parallelAssignment } from './targets.ts';

/** After these something may be gone that they replaced or removed. */
const replacing = new Set<syntax.Statement['kind']>([
  'ExpressionStatement',
  'Assign',
  'AnnAssign',
  'AugAssign',
  'Delete',
]);

/** Compiles a statement. */
export function compileStatement(node: syntax.Statement, context: Context): Execute {
  const execute = compilePlainStatement(node, context);
  return context.watchesLives && replacing.has(node.kind) ? watching(execute) : execute;
}

/** Tells the end of the statement to those who watch what lives. */
const watching =
  (execute: Execute): Execute =>
  (frame) => {
    const mark = runtime().lifetimes?.mark ?? 0;
    const completion = execute(frame);
    runtime().lifetimes?.statementEnded(mark, frame);
    return completion;
  };

function compilePlainStatement(node: syntax.Statement, context: Context): Execute {
  const evaluate = (each: syntax.Expression): Evaluate => context.parts.expression(each, context);
  switch (node.kind) {
    case 'ExpressionStatement':
      return discard(evaluate(node.value));
    case 'Assign':
      return assignment(node, context);
    case 'AnnAssign':
      return annotated(node, context);
    case 'AugAssign':
      return compileAugmented(node, context);
    case 'Return':
      return returning(node.value ? evaluate(node.value) : () => null);
    case 'If':
      return branch(node, context);
    case 'For':
      return node.isAsync ? refused(node, 'async for') : compileFor(node, context);
    case 'While':
      return compileWhile(node, context);
    case 'Break':
      return () => broke;
    case 'Continue':
      return () => continued;
    case 'Pass':
    case 'Global':
    case 'Nonlocal':
      return () => normal;
    case 'FunctionDef':
      return definition(node, context);
    case 'ClassDef':
      return compileClass(node, context);
    case 'Raise':
      return compileRaise(node, context);
    case 'Try':
      return compileTry(node, context);
    case 'With':
      return node.isAsync ? refused(node, 'async with') : compileWith(node, context);
    case 'Assert':
      return compileAssert(node, context);
    case 'Delete':
      return deletion(node, context);
    case 'Import':
      return compileImport(node, context);
    case 'ImportFrom':
      return compileImportFrom(node, context);
    case 'Print':
      return printStatement(node, context);
    case 'Match':
      return compileMatch(node, context);
    case 'Exec':
      return refused(node, 'the exec statement');
    case 'TypeAlias':
      return compileTypeAlias(node, context);
    case 'ErrorStatement':
      return (frame) => {
        frame.at = node;
        return raise(exceptionType('SyntaxError'), node.message);
      };
    default:
      return unreachable(node);
  }
}

function refused(node: syntax.Statement, what: string): Execute {
  return (frame) => {
    frame.at = node;
    return notSupported(what, node);
  };
}

const discard =
  (evaluate: Evaluate): Execute =>
  (frame) => {
    evaluate(frame);
    return normal;
  };

function returning(evaluate: Evaluate): Execute {
  return (frame) => {
    frame.returnValue = evaluate(frame);
    return returned;
  };
}

function assignment(node: syntax.Assign, context: Context): Execute {
  const [target] = node.targets;
  if (node.targets.length === 1 && target) {
    const swap = parallelAssignment(target, node.value, context);
    if (swap) return swap;
  }
  const value = context.parts.expression(node.value, context);
  const stores = node.targets.map((each) => context.parts.store(each, context));
  const [only] = stores;
  if (stores.length === 1 && only) {
    const slot = target?.kind === 'Name' ? slotOf(target.name, context) : -1;
    if (slot >= 0) {
      return (frame) => {
        frame.slots[slot] = value(frame);
        return normal;
      };
    }
    return (frame) => {
      only(frame, value(frame));
      return normal;
    };
  }
  return (frame) => {
    const evaluated = value(frame);
    for (const store of stores) store(frame, evaluated);
    return normal;
  };
}

function annotated(node: syntax.AnnAssign, context: Context): Execute {
  const value = node.value ? context.parts.expression(node.value, context) : null;
  const store = value ? context.parts.store(node.target, context) : null;
  const annotation = recordAnnotation(node, context);
  return (frame) => {
    if (value && store) store(frame, value(frame));
    annotation?.(frame);
    return normal;
  };
}

function branch(node: syntax.If, context: Context): Execute {
  const test = compileCondition(node.test, context);
  const body = context.parts.block(node.body, context);
  if (node.orelse.length === 0) return (frame) => (test(frame) ? body(frame) : normal);
  const orelse = context.parts.block(node.orelse, context);
  return (frame) => (test(frame) ? body(frame) : orelse(frame));
}

function definition(node: syntax.FunctionDef, context: Context): Execute {
  const decorators = node.decorators.map((decorator) => ({
    at: decorator,
    evaluate: context.parts.expression(decorator, context),
  }));
  const make = context.parts.makeFunction(node, context);
  const store = storeName(node.name.name, context);
  return (frame) => {
    const wrappers = decorators.map(({ at, evaluate }) => ({ at, wrapper: evaluate(frame) }));
    let value = make(frame);
    for (const { at, wrapper } of wrappers.reverse()) {
      frame.at = at;
      value = call(wrapper, [value]);
    }
    store(frame, value);
    return normal;
  };
}

function deletion(node: syntax.Delete, context: Context): Execute {
  const all = node.targets.map((target) => compileDelete(target, context));
  return (frame) => {
    for (const each of all) each(frame);
    return normal;
  };
}

function printStatement(node: syntax.Print, context: Context): Execute {
  const values = node.values.map((value) => context.parts.expression(value, context));
  const last = values.length - 1;
  const destination = node.destination ? context.parts.expression(node.destination, context) : null;
  return (frame) => {
    const target = destination?.(frame) ?? null;
    // Each value is out before the next is evaluated, which may print or raise.
    for (const [index, value] of values.entries()) {
      const shown = value(frame);
      frame.at = node;
      printValues([shown], { newline: node.newline && index === last, destination: target });
    }
    frame.at = node;
    if (values.length === 0) printValues([], { newline: node.newline, destination: target });
    return normal;
  };
}
