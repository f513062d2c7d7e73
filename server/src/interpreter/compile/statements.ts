/** Statements to closures. Each answers how it ended: normally, or by break, continue or return. */
import { unreachable } from '../../base/assert.ts';
import type * as syntax from '../../python/syntax.ts';
import { exceptionType, notSupported, raise } from '../exceptions.ts';
import { printValues } from '../modules/printing.ts';
import { call } from '../protocols/calls.ts';
import { isTrue } from '../protocols/comparison.ts';
import { iterate } from '../protocols/iteration.ts';
import { runtime } from '../runtime.ts';
import { compileTypeAlias, recordAnnotation } from './annotations.ts';
import { compileClass } from './classes.ts';
import {
  broke,
  type Completion,
  type Context,
  continued,
  type Evaluate,
  type Execute,
  normal,
  returned,
} from './context.ts';
import { compileAssert, compileRaise, compileTry, compileWith } from './exceptionHandling.ts';
import { compileImport, compileImportFrom } from './imports.ts';
import { compileMatch } from './matching.ts';
import { storeName } from './names.ts';
import { compileAugmented, compileDelete } from './targets.ts';

/** Compiles statements that follow one another. */
export function compileBlock(statements: readonly syntax.Statement[], context: Context): Execute {
  const compiled = statements.map((statement) => compileStatement(statement, context));
  if (compiled.length === 1) return compiled[0]!;
  return (frame) => {
    for (let index = 0; index < compiled.length; index++) {
      const completion = compiled[index]!(frame);
      if (completion !== normal) return completion;
    }
    return normal;
  };
}

/** Compiles a statement. */
export function compileStatement(node: syntax.Statement, context: Context): Execute {
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
      return node.isAsync ? refused(node, 'async for') : forLoop(node, context);
    case 'While':
      return whileLoop(node, context);
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
  const value = context.parts.expression(node.value, context);
  const stores = node.targets.map((target) => context.parts.store(target, context));
  const [only] = stores;
  if (stores.length === 1 && only) {
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
  const test = context.parts.expression(node.test, context);
  const body = context.parts.block(node.body, context);
  const orelse = node.orelse.length > 0 ? context.parts.block(node.orelse, context) : null;
  return (frame) => {
    const value = test(frame);
    frame.at = node.test;
    if (isTrue(value)) return body(frame);
    return orelse ? orelse(frame) : normal;
  };
}

function whileLoop(node: syntax.While, context: Context): Execute {
  const test = context.parts.expression(node.test, context);
  const body = context.parts.block(node.body, context);
  const orelse = node.orelse.length > 0 ? context.parts.block(node.orelse, context) : null;
  return (frame) => {
    const running = runtime();
    for (;;) {
      running.checkpoint();
      const value = test(frame);
      frame.at = node.test;
      if (!isTrue(value)) return orelse ? orelse(frame) : normal;
      const completion = body(frame);
      if (completion === broke) return normal;
      if (completion === returned) return completion;
    }
  };
}

function forLoop(node: syntax.For, context: Context): Execute {
  const iterable = context.parts.expression(node.iterable, context);
  const store = context.parts.store(node.target, context);
  const body = context.parts.block(node.body, context);
  const orelse = node.orelse.length > 0 ? context.parts.block(node.orelse, context) : null;
  return (frame): Completion => {
    const running = runtime();
    const evaluated = iterable(frame);
    frame.at = node.iterable;
    const next = iterate(evaluated);
    for (let item = next(); item !== undefined; item = next()) {
      running.checkpoint();
      store(frame, item);
      const completion = body(frame);
      if (completion === broke) return normal;
      if (completion === returned) return completion;
      frame.at = node.iterable;
    }
    return orelse ? orelse(frame) : normal;
  };
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
  const destination = node.destination ? context.parts.expression(node.destination, context) : null;
  return (frame) => {
    const target = destination?.(frame) ?? null;
    const evaluated = values.map((value) => value(frame));
    frame.at = node;
    printValues(evaluated, { newline: node.newline, destination: target });
    return normal;
  };
}
