/** Call expressions: positional and keyword arguments with unpacking, and `super()` without arguments. */
import type { Call, Expression } from '../../python/syntax.ts';
import type { Frame } from '../callSite.ts';
import { exceptionType, raise, raiseTypeError } from '../exceptions.ts';
import { findAttribute, getAttribute } from '../protocols/attributes.ts';
import { call } from '../protocols/calls.ts';
import { getItem } from '../protocols/items.ts';
import { elements, toArray } from '../protocols/iteration.ts';
import { lookupInType, typeOf } from '../pyType.ts';
import { makeSuper, superType } from '../types/functionTypes.ts';
import { Cell, type Keywords, PyFunction, type Value } from '../values.ts';
import { type Context, type Evaluate, mangle } from './context.ts';
import { loadName } from './names.ts';

type EvaluateArguments = (frame: Frame, callee: Value) => { args: Value[]; keywords: Keywords };

/** Compiles a call. */
export function compileCall(node: Call, context: Context): Evaluate {
  if (isBareSuper(node)) return bareSuper(node, context);
  const hasUnpacking = node.args.some((arg) => arg.kind === 'Starred') || node.keywords.length > 0;
  if (hasUnpacking) {
    const callee = context.parts.expression(node.function, context);
    return generalCall(node, callee, generalArguments(node, context));
  }
  const args = node.args.map((arg) => context.parts.expression(arg, context));
  if (node.function.kind === 'Attribute') return methodCall(node, args, context);
  const callee = context.parts.expression(node.function, context);
  return (frame) => {
    const target = callee(frame);
    const values = evaluateAll(args, frame);
    frame.at = node;
    return call(target, values, null);
  };
}

function evaluateAll(args: readonly Evaluate[], frame: Frame): Value[] {
  const values = new Array<Value>(args.length);
  for (let index = 0; index < args.length; index++) values[index] = args[index]!(frame);
  return values;
}

/** `value.name(args)`: a function of the class is called without a bound method in between. */
function methodCall(node: Call, args: readonly Evaluate[], context: Context): Evaluate {
  const { function: target } = node;
  if (target.kind !== 'Attribute') throw new Error('a method call without an attribute');
  const object = context.parts.expression(target.value, context);
  const name = mangle(target.attribute.name, context);
  return (frame) => {
    const self = object(frame);
    frame.at = target;
    const direct = plainMethod(self, name);
    if (direct === null) {
      const callee = getAttribute(self, name);
      const values = evaluateAll(args, frame);
      frame.at = node;
      return call(callee, values, null);
    }
    const values = new Array<Value>(args.length + 1);
    values[0] = self;
    for (let index = 0; index < args.length; index++) values[index + 1] = args[index]!(frame);
    frame.at = node;
    return direct.invoke(values, null);
  };
}

/** The function of the class that `self.name` would bind, if nothing else could answer. */
function plainMethod(self: Value, name: string): PyFunction | null {
  if (typeof self !== 'object' || self === null) return null;
  const type = typeOf(self);
  if (type.isNative) return null;
  const found = lookupInType(type, name);
  if (!(found instanceof PyFunction)) return null;
  if (lookupInType(type, '__getattribute__') instanceof PyFunction) return null;
  const own = 'attributes' in self ? (self.attributes as Map<string, Value> | null) : null;
  return own?.has(name) ? null : found;
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
      ? { isStarred: true, at: arg, evaluate: compile(arg.value) }
      : { isStarred: false, at: arg, evaluate: compile(arg) },
  );
  const named = node.keywords.map((keyword) => ({
    name: keyword.name?.name ?? null,
    at: keyword,
    evaluate: compile(keyword.value),
  }));
  return (frame, callee) => {
    const args: Value[] = [];
    for (const { isStarred, at, evaluate } of positional) {
      const value = evaluate(frame);
      frame.at = at;
      if (isStarred) args.push(...unpackArguments(value, callee));
      else args.push(value);
    }
    if (named.length === 0) return { args, keywords: null };
    const keywords = new Map<string, Value>();
    for (const { name, at, evaluate } of named) {
      const value = evaluate(frame);
      frame.at = at;
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
