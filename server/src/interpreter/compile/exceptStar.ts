/**
 * `try` with `except*` (PEP 654): every clause handles its part of a group, and what no clause handled goes on. An exception
 * that is no group is handled as a group of one.
 */
import type { Try } from '../../python/syntax.ts';
import { addFrame, alreadyTold, type Frame, handledException, setContext } from '../callSite.ts';
import { asPythonException, PythonException, raiseTypeError } from '../exceptions.ts';
import { isSubtype } from '../pyType.ts';
import { baseExceptionGroupType, makeGroup, membersOf, splitByType } from '../types/exceptionGroups.ts';
import { type PyExceptionValue, PyList, PyTuple, PyType, type Value } from '../values.ts';
import { type Completion, type Context, type Evaluate, type Execute, normal, type Store } from './context.ts';
import { forgetName, storeName } from './names.ts';

interface Clause {
  readonly type: Evaluate;
  readonly store: Store | null;
  readonly forget: ((frame: Frame) => void) | null;
  readonly body: Execute;
}

/** The statement without its `finally`. */
export function compileExceptStar(node: Try, context: Context): Execute {
  const body = context.parts.block(node.body, context);
  const orelse = node.orelse.length > 0 ? context.parts.block(node.orelse, context) : null;
  const clauses = node.handlers.map((handler): Clause => {
    const name = handler.target?.kind === 'Identifier' ? handler.target.name : null;
    return {
      type: handler.type ? context.parts.expression(handler.type, context) : () => new PyTuple([]),
      store: name === null ? null : storeName(name, context),
      forget: name === null ? null : forgetName(name, context),
      body: context.parts.block(handler.body, context),
    };
  });
  return (frame) => {
    let completion: Completion;
    try {
      completion = body(frame);
    } catch (error) {
      const exception = asPythonException(error);
      if (!exception) throw error;
      setContext(exception.value, handledException(frame));
      addFrame(exception.value, frame);
      handleParts(exception.value, clauses, frame);
      return normal;
    }
    return orelse && completion === normal ? orelse(frame) : completion;
  };
}

function checkType(type: Value): void {
  for (const each of type instanceof PyTuple ? type.items : [type]) {
    if (each instanceof PyType && isSubtype(each, baseExceptionGroupType)) {
      raiseTypeError('catching ExceptionGroup with except* is not allowed. Use except instead.');
    }
  }
}

function handleParts(exception: PyExceptionValue, clauses: readonly Clause[], frame: Frame): void {
  const isGroup = membersOf(exception) !== null;
  let rest: PyExceptionValue | null = exception;
  const raised: PyExceptionValue[] = [];
  for (const clause of clauses) {
    if (rest === null) break;
    const type = clause.type(frame);
    checkType(type);
    const [met, left]: readonly [PyExceptionValue | null, PyExceptionValue | null] = splitByType(rest, type);
    if (met === null) continue;
    rest = left;
    const again = handlePart(isGroup ? met : makeGroup(new PyTuple([met])), clause, frame);
    if (again) raised.push(again);
  }
  if (raised.length === 0 && rest === null) return;
  frame.at = alreadyTold;
  if (raised.length === 0) throw new PythonException(rest!);
  if (!isGroup) throw new PythonException(raised[0]!);
  throw new PythonException(makeGroup(new PyList(rest === null ? raised : [...raised, rest])));
}

/** Runs a clause; gives the exception that it let out. */
function handlePart(part: PyExceptionValue, clause: Clause, frame: Frame): PyExceptionValue | null {
  const outer = frame.handled;
  frame.handled = part;
  try {
    clause.store?.(frame, part);
    clause.body(frame);
    return null;
  } catch (error) {
    const exception = asPythonException(error);
    if (!exception) throw error;
    setContext(exception.value, part);
    addFrame(exception.value, frame);
    return exception.value;
  } finally {
    frame.handled = outer;
    clause.forget?.(frame);
  }
}
