/** Call expressions: positional and keyword arguments with unpacking, and `super()` without arguments. */
import type { Call, Expression } from '../../python/syntax.ts';
import type { Frame } from '../callSite.ts';
import { exceptionType, raise, raiseTypeError } from '../exceptions.ts';
import { findAttribute } from '../protocols/attributes.ts';
import { call, call0, call1, call2, call3 } from '../protocols/calls.ts';
import { getItem } from '../protocols/items.ts';
import { elements, toArray } from '../protocols/iteration.ts';
import { lookupInType, typeOf } from '../pyType.ts';
import { makeSuper, superType } from '../types/functionTypes.ts';
import { Cell, type Keywords, type Value } from '../values.ts';
import type { Context, Evaluate } from './context.ts';
import { compileMethodCall, evaluateAll } from './methodCall.ts';
import { globalName, loadName } from './names.ts';
import { compileOperand, type Operand, read } from './operands.ts';

type EvaluateArguments = (frame: Frame, callee: Value) => { args: Value[]; keywords: Keywords };

/** Compiles a call. */
export function compileCall(node: Call, context: Context): Evaluate {
  if (isBareSuper(node)) return bareSuper(node, context);
  const hasUnpacking = node.args.some((arg) => arg.kind === 'Starred') || node.keywords.length > 0;
  if (hasUnpacking) {
    const callee = context.parts.expression(node.function, context);
    return generalCall(node, callee, generalArguments(node, context));
  }
  if (node.function.kind === 'Attribute') return compileMethodCall(node, node.function, context);
  return plainCall(node, context);
}

/** What is called; where it is a global variable its name, which needs no call to be read. */
interface Callee {
  readonly evaluate: Evaluate;
  readonly global: string | null;
}

function compileCallee(node: Expression, context: Context): Callee {
  const global = node.kind === 'Name' ? globalName(node.name, context) : null;
  return { evaluate: context.parts.expression(node, context), global };
}

const readCallee = (frame: Frame, global: string | null, evaluate: Evaluate): Value =>
  global === null ? evaluate(frame) : (frame.globals.get(global) ?? evaluate(frame));

/** A call with arguments by position. */
function plainCall(node: Call, context: Context): Evaluate {
  const callee = compileCallee(node.function, context);
  const operands = node.args.map((arg) => compileOperand(arg, context));
  const [first, second, third] = operands;
  const { evaluate, global } = callee;
  if (operands.length === 0) {
    return (frame) => {
      const target = readCallee(frame, global, evaluate);
      frame.at = node;
      return call0(target);
    };
  }
  if (operands.length === 1) return callWithOne(node, callee, first!);
  if (operands.length === 2) return callWithTwo(node, callee, [first!, second!]);
  if (operands.length === 3) {
    return (frame) => {
      const target = readCallee(frame, global, evaluate);
      const a = first!.evaluate(frame);
      const b = second!.evaluate(frame);
      const c = third!.evaluate(frame);
      frame.at = node;
      return call3(target, a, b, c);
    };
  }
  const args = operands.map((operand) => operand.evaluate);
  return (frame) => {
    const target = evaluate(frame);
    const values = evaluateAll(args, frame);
    frame.at = node;
    return call(target, values, null);
  };
}

function callWithOne(
  node: Call,
  { evaluate: callee, global }: Callee,
  { slot, evaluate }: Operand,
): Evaluate {
  return (frame) => {
    const target = readCallee(frame, global, callee);
    const a = read(frame, slot, evaluate);
    frame.at = node;
    return call1(target, a);
  };
}

function callWithTwo(
  node: Call,
  { evaluate: callee, global }: Callee,
  [first, second]: readonly [Operand, Operand],
): Evaluate {
  const { slot: firstSlot, evaluate: evaluateFirst } = first;
  const { slot: secondSlot, evaluate: evaluateSecond } = second;
  return (frame) => {
    const target = readCallee(frame, global, callee);
    const a = read(frame, firstSlot, evaluateFirst);
    const b = read(frame, secondSlot, evaluateSecond);
    frame.at = node;
    return call2(target, a, b);
  };
}

function generalCall(node: Call, callee: Evaluate, evaluateArguments: EvaluateArguments): Evaluate {
  return (frame) => {
    const target = callee(frame);
    const { args, keywords } = evaluateArguments(frame, target);
    frame.at = node;
    return call(target, args, keywords);
  };
}

function generalArguments(node: Call, context: Context): EvaluateArguments {
  const compile = (each: Expression): Evaluate => context.parts.expression(each, context);
  const positional = node.args.map((arg) =>
    arg.kind === 'Starred'
      ? { isStarred: true, evaluate: compile(arg.value) }
      : { isStarred: false, evaluate: compile(arg) },
  );
  const named = node.keywords.map((keyword) => ({
    name: keyword.name?.name ?? null,
    evaluate: compile(keyword.value),
  }));
  return (frame, callee) => {
    const args: Value[] = [];
    for (const { isStarred, evaluate } of positional) {
      const value = evaluate(frame);
      frame.at = node;
      if (isStarred) args.push(...unpackArguments(value, callee));
      else args.push(value);
    }
    if (named.length === 0) return { args, keywords: null };
    const keywords = new Map<string, Value>();
    for (const { name, evaluate } of named) {
      const value = evaluate(frame);
      frame.at = node;
      if (name !== null) addKeyword(keywords, name, value, callee);
      else unpackKeywords(keywords, value, callee);
    }
    return { args, keywords: keywords.size > 0 ? keywords : null };
  };
}

function calleeText(callee: Value): string {
  const name = findAttribute(callee, '__qualname__') ?? findAttribute(callee, '__name__');
  if (typeof name !== 'string') return typeOf(callee).name;
  const module = findAttribute(callee, '__module__');
  const isPlain = typeof module !== 'string' || module === 'builtins' || module === '__builtin__';
  return isPlain ? `${name}()` : `${module}.${name}()`;
}

function unpackArguments(value: Value, callee: Value): Value[] {
  const type = typeOf(value);
  const isIterable = (lookupInType(type, '__iter__') ?? lookupInType(type, '__getitem__') ?? null) !== null;
  if (!isIterable) {
    raiseTypeError(`${calleeText(callee)} argument after * must be an iterable, not ${type.name}`);
  }
  return toArray(value);
}

function unpackKeywords(keywords: Map<string, Value>, value: Value, callee: Value): void {
  const keys = typeof value === 'object' && value !== null ? findAttribute(value, 'keys') : undefined;
  if (keys === undefined) {
    raiseTypeError(`${calleeText(callee)} argument after ** must be a mapping, not ${typeOf(value).name}`);
  }
  for (const key of elements(call(keys, []))) {
    if (typeof key !== 'string') raiseTypeError('keywords must be strings');
    addKeyword(keywords, key, getItem(value, key), callee);
  }
}

function addKeyword(keywords: Map<string, Value>, name: string, value: Value, callee: Value): void {
  if (keywords.has(name)) {
    raiseTypeError(`${calleeText(callee)} got multiple values for keyword argument '${name}'`);
  }
  keywords.set(name, value);
}

function isBareSuper(node: Call): boolean {
  return (
    node.function.kind === 'Name' &&
    node.function.name === 'super' &&
    node.args.length === 0 &&
    node.keywords.length === 0
  );
}

/** `super()`: the class whose body the function was defined in, and its first argument. */
function bareSuper(node: Call, context: Context): Evaluate {
  const load = loadName('super', node.function, context);
  const { host } = context.scope;
  const classSlot = host.slots.get('__class__');
  const firstSlot = 0;
  const first = host.slotNames.findIndex((_, slot) => slot >= firstSlot && !host.hiddenSlots.has(slot));
  return (frame) => {
    const callee = load(frame);
    frame.at = node;
    if (callee !== superType) return call(callee, []);
    const cell = classSlot === undefined ? undefined : frame.slots[classSlot];
    if (!(cell instanceof Cell) || cell.value === undefined || host.kind === 'class') {
      return raise(exceptionType('RuntimeError'), 'super(): __class__ cell not found');
    }
    const content = frame.slots[first];
    const self = content instanceof Cell ? content.value : content;
    if (self === undefined) return raise(exceptionType('RuntimeError'), 'super(): no arguments');
    return makeSuper(cell.value, self);
  };
}
