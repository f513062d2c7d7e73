/**
 * `value.name(args)`: the method is called without a bound method in between. Every place remembers the method that it found
 * last, for one class in one state.
 */
import type { Attribute, Call } from '../../python/syntax.ts';
import type { Shape } from '../attributeTable.ts';
import type { Frame } from '../callSite.ts';
import { getAttribute } from '../protocols/attributes.ts';
import { call, call0, call1, call2, call3 } from '../protocols/calls.ts';
import { isSubtype, lookupInType, typeOf } from '../pyType.ts';
import { PyBuiltin, PyFunction, PyModule, PyObject, PySuper, PyType, type Value } from '../values.ts';
import { type Context, type Evaluate, mangle } from './context.ts';
import { compileOperand, read } from './operands.ts';

type Method = PyFunction | PyBuiltin;

/** Finds the method that `value.name` would bind, if nothing else could answer. */
type FindMethod = (self: Value) => Method | null;

/** Evaluates arguments in order. */
export function evaluateAll(args: readonly Evaluate[], frame: Frame): Value[] {
  const values = new Array<Value>(args.length);
  for (let index = 0; index < args.length; index++) values[index] = args[index]!(frame);
  return values;
}

/** Compiles a call of an attribute with arguments by position. */
export function compileMethodCall(node: Call, target: Attribute, context: Context): Evaluate {
  const { slot, evaluate } = compileOperand(target.value, context);
  const operands = node.args.map((arg) => compileOperand(arg, context));
  const [first, second] = operands;
  const name = mangle(target.attribute.name, context);
  const find = methodFinder(name);
  const attributeOf = (frame: Frame, self: Value): Value => {
    if (self instanceof PyModule) {
      const found = self.namespace.get(name);
      if (found !== undefined) return found;
    }
    frame.at = target;
    return getAttribute(self, name);
  };
  if (operands.length === 0) {
    return (frame) => {
      const self = read(frame, slot, evaluate);
      const method = find(self);
      const callee = method ?? attributeOf(frame, self);
      frame.at = node;
      return method === null ? call0(callee) : callOn(method, self);
    };
  }
  if (operands.length === 1) {
    const { slot: firstSlot, evaluate: argument } = first!;
    return (frame) => {
      const self = read(frame, slot, evaluate);
      const method = find(self);
      const callee = method ?? attributeOf(frame, self);
      const a = read(frame, firstSlot, argument);
      frame.at = node;
      return method === null ? call1(callee, a) : callOn1(method, self, a);
    };
  }
  if (operands.length === 2) {
    const [evaluateFirst, evaluateSecond] = [first!.evaluate, second!.evaluate];
    return (frame) => {
      const self = read(frame, slot, evaluate);
      const method = find(self);
      const callee = method ?? attributeOf(frame, self);
      const a = evaluateFirst(frame);
      const b = evaluateSecond(frame);
      frame.at = node;
      return method === null ? call2(callee, a, b) : callOn2(method, self, a, b);
    };
  }
  const args = operands.map((operand) => operand.evaluate);
  return (frame) => {
    const self = read(frame, slot, evaluate);
    const method = find(self);
    const callee = method ?? attributeOf(frame, self);
    const values = evaluateAll(args, frame);
    frame.at = node;
    return method === null ? call(callee, values) : call(method, [self, ...values]);
  };
}

function callOn(method: Method, self: Value): Value {
  if (method instanceof PyFunction) return call1(method, self);
  const { body } = method;
  return body !== null && method.least <= 1 && method.most >= 1 ? body(self) : method.call([self], null);
}

function callOn1(method: Method, self: Value, a: Value): Value {
  if (method instanceof PyFunction) return call2(method, self, a);
  const { body } = method;
  return body !== null && method.least <= 2 && method.most >= 2
    ? body(self, a)
    : method.call([self, a], null);
}

function callOn2(method: Method, self: Value, a: Value, b: Value): Value {
  if (method instanceof PyFunction) return call3(method, self, a, b);
  const { body } = method;
  return body !== null && method.least <= 3 && method.most >= 3
    ? body(self, a, b)
    : method.call([self, a, b], null);
}

function methodFinder(name: string): FindMethod {
  let stamp = 0;
  let found: Method | null = null;
  /** A shape without the name. */
  let shape: Shape | null = null;
  return (self) => {
    let type: PyType | null = null;
    if (self instanceof PyObject) {
      if (self instanceof PyModule) return null;
      const { cls, attributes } = self;
      type = cls;
      if (attributes !== null && attributes.shape !== shape) {
        if (attributes.has(name)) return null;
        if (attributes.isFixed()) ({ shape } = attributes);
      }
    }
    type ??= typeOf(self);
    if (type.stamp !== stamp) {
      found = findMethod(self, type, name);
      ({ stamp } = type);
    }
    return found;
  };
}

function findMethod(self: Value, type: PyType, name: string): Method | null {
  if (self instanceof PyType || self instanceof PySuper) return null;
  if (lookupInType(type, '__getattribute__') instanceof PyFunction) return null;
  const found = lookupInType(type, name);
  if (found instanceof PyFunction) return found;
  if (!(found instanceof PyBuiltin) || !found.bindsSelf) return null;
  return found.receiver === null || isSubtype(type, found.receiver) ? found : null;
}
