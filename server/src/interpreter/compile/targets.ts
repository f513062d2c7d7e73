/** Assignment, augmented assignment and deletion of targets. */
import type { Attribute, AugAssign, Expression, Subscript } from '../../python/syntax.ts';
import type { Frame } from '../callSite.ts';
import { notSupported } from '../exceptions.ts';
import { deleteAttribute } from '../protocols/attributes.ts';
import { deleteItem, getItem, setItem } from '../protocols/items.ts';
import { unpack, unpackStarred } from '../protocols/iteration.ts';
import { type BinaryFunction, inPlaceFunction } from '../protocols/operators.ts';
import { PyFloat, PyList } from '../values.ts';
import { compileOperator } from './arithmetic.ts';
import { attributeReader, attributeWriter } from './attributeAccess.ts';
import { type Context, type Execute, mangle, normal, type Store } from './context.ts';
import { evaluateAll } from './methodCall.ts';
import { deleteName, storeName } from './names.ts';
import { compileOperand, type Operand, read } from './operands.ts';

/** Compiles an assignment to a target. */
export function compileStore(target: Expression, context: Context): Store {
  switch (target.kind) {
    case 'Name':
      return storeName(target.name, context);
    case 'Attribute': {
      const { slot, evaluate } = compileOperand(target.value, context);
      const set = attributeWriter(target, mangle(target.attribute.name, context));
      return (frame, value) => set(frame, read(frame, slot, evaluate), value);
    }
    case 'Subscript': {
      const { slot: containerSlot, evaluate: container } = compileOperand(target.value, context);
      const { slot: indexSlot, evaluate: index } = compileOperand(target.index, context);
      return (frame, value) => {
        const evaluated = read(frame, containerSlot, container);
        const key = read(frame, indexSlot, index);
        if (evaluated instanceof PyList && typeof key === 'number' && evaluated.cls === null) {
          if (key >= 0 && key < evaluated.items.length) {
            evaluated.items[key] = value;
            return;
          }
        }
        frame.at = target;
        setItem(evaluated, key, value);
      };
    }
    case 'Tuple':
    case 'List':
      return storeSequence(target, target.elements, context);
    default:
      return (frame) => {
        frame.at = target;
        notSupported('assignment to this expression', target);
      };
  }
}

function storeSequence(target: Expression, elements: readonly Expression[], context: Context): Store {
  const stores = elements.map((element) =>
    context.parts.store(element.kind === 'Starred' ? element.value : element, context),
  );
  const starred = elements.findIndex((element) => element.kind === 'Starred');
  return (frame, value) => {
    frame.at = target;
    const items =
      starred < 0 ? unpack(value, stores.length) : unpackStarred(value, starred, stores.length - starred - 1);
    for (let index = 0; index < stores.length; index++) stores[index]!(frame, items[index]!);
  };
}

/**
 * `a, b = x, y` of as many names and expressions without stars: the tuple in between is not made. null for other assignments.
 */
export function parallelAssignment(target: Expression, value: Expression, context: Context): Execute | null {
  if (target.kind !== 'Tuple' || value.kind !== 'Tuple') return null;
  const [names, parts] = [target.elements, value.elements];
  const isPlain = names.length === parts.length && !parts.some((part) => part.kind === 'Starred');
  if (!isPlain || !names.every((name) => name.kind === 'Name')) return null;
  const values = parts.map((part) => compileOperand(part, context));
  const stores = names.map((name) => context.parts.store(name, context));
  const [first, second] = values;
  const [storeFirst, storeSecond] = stores;
  if (values.length === 2 && first && second && storeFirst && storeSecond) {
    return (frame) => {
      const a = read(frame, first.slot, first.evaluate);
      const b = read(frame, second.slot, second.evaluate);
      storeFirst(frame, a);
      storeSecond(frame, b);
      return normal;
    };
  }
  const all = values.map((part) => part.evaluate);
  return (frame) => {
    const items = evaluateAll(all, frame);
    for (let index = 0; index < items.length; index++) stores[index]!(frame, items[index]!);
    return normal;
  };
}

/** `target operator= value`: the target's parts are evaluated once. */
export function compileAugmented(node: AugAssign, context: Context): Execute {
  const { target } = node;
  const operator = node.operator === '/' && !context.trueDivision ? 'classic /' : node.operator;
  const apply = inPlaceFunction(operator);
  if (target.kind === 'Attribute') return augmentedAttribute(node, target, apply, context);
  if (target.kind === 'Subscript') return augmentedItem(node, target, apply, context);
  const old = compileOperand(target, context);
  if (old.slot >= 0 && operator === '+') return increment(node, old, apply, context);
  const sum = compileOperator(operator, { node, left: old, right: node.value }, context, apply);
  if (old.slot >= 0) {
    const { slot } = old;
    return (frame) => {
      frame.slots[slot] = sum(frame);
      return normal;
    };
  }
  const store = compileStore(target, context);
  return (frame) => {
    store(frame, sum(frame));
    return normal;
  };
}

/** `name += value` of a local variable. */
function increment(node: AugAssign, old: Operand, apply: BinaryFunction, context: Context): Execute {
  const { slot, evaluate: load } = old;
  const { slot: operandSlot, evaluate: value } = compileOperand(node.value, context);
  return (frame) => {
    const before = read(frame, slot, load);
    const operand = read(frame, operandSlot, value);
    if (typeof before === 'number' && typeof operand === 'number') {
      const sum = before + operand;
      if (Number.isSafeInteger(sum)) {
        frame.slots[slot] = sum;
        return normal;
      }
    }
    if (before instanceof PyFloat && operand instanceof PyFloat) {
      frame.slots[slot] = new PyFloat(before.value + operand.value);
      return normal;
    }
    frame.at = node;
    frame.slots[slot] = apply(before, operand);
    return normal;
  };
}

function augmentedAttribute(
  node: AugAssign,
  target: Attribute,
  apply: BinaryFunction,
  context: Context,
): Execute {
  const { slot, evaluate } = compileOperand(target.value, context);
  const { slot: operandSlot, evaluate: value } = compileOperand(node.value, context);
  const name = mangle(target.attribute.name, context);
  const get = attributeReader(target, name);
  const set = attributeWriter(node, name);
  const isSum = node.operator === '+';
  return (frame) => {
    const object = read(frame, slot, evaluate);
    const old = get(frame, object);
    const operand = read(frame, operandSlot, value);
    if (isSum && typeof old === 'number' && typeof operand === 'number') {
      const sum = old + operand;
      if (Number.isSafeInteger(sum)) {
        set(frame, object, sum);
        return normal;
      }
    }
    frame.at = node;
    set(frame, object, apply(old, operand));
    return normal;
  };
}

function augmentedItem(node: AugAssign, target: Subscript, apply: BinaryFunction, context: Context): Execute {
  const { slot: containerSlot, evaluate: container } = compileOperand(target.value, context);
  const { slot: indexSlot, evaluate: index } = compileOperand(target.index, context);
  const { slot: operandSlot, evaluate: value } = compileOperand(node.value, context);
  const isSum = node.operator === '+';
  return (frame) => {
    const evaluated = read(frame, containerSlot, container);
    const key = read(frame, indexSlot, index);
    frame.at = target;
    const old = getItem(evaluated, key);
    const operand = read(frame, operandSlot, value);
    if (isSum && typeof old === 'number' && typeof operand === 'number') {
      const sum = old + operand;
      if (Number.isSafeInteger(sum)) {
        frame.at = node;
        setItem(evaluated, key, sum);
        return normal;
      }
    }
    frame.at = node;
    setItem(evaluated, key, apply(old, operand));
    return normal;
  };
}

/** Compiles `del target`. */
export function compileDelete(target: Expression, context: Context): (frame: Frame) => void {
  switch (target.kind) {
    case 'Name':
      return deleteName(target.name, target, context);
    case 'Attribute': {
      const object = context.parts.expression(target.value, context);
      const name = mangle(target.attribute.name, context);
      return (frame) => {
        const evaluated = object(frame);
        frame.at = target;
        deleteAttribute(evaluated, name);
      };
    }
    case 'Subscript': {
      const container = context.parts.expression(target.value, context);
      const index = context.parts.expression(target.index, context);
      return (frame) => {
        const evaluated = container(frame);
        const key = index(frame);
        frame.at = target;
        deleteItem(evaluated, key);
      };
    }
    case 'Tuple':
    case 'List': {
      const all = target.elements.map((element) => compileDelete(element, context));
      return (frame) => {
        for (const each of all) each(frame);
      };
    }
    default:
      return (frame) => {
        frame.at = target;
        notSupported('deletion of this expression', target);
      };
  }
}
