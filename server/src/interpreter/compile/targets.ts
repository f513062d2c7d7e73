/** Assignment, augmented assignment and deletion of targets. */
import type { AugAssign, Expression } from '../../python/syntax.ts';
import type { Frame } from '../callSite.ts';
import { notSupported } from '../exceptions.ts';
import { deleteAttribute, getAttribute, setAttribute } from '../protocols/attributes.ts';
import { deleteItem, getItem, setItem } from '../protocols/items.ts';
import { unpack, unpackStarred } from '../protocols/iteration.ts';
import { inPlace } from '../protocols/operators.ts';
import { type Context, type Execute, mangle, normal, type Store } from './context.ts';
import { deleteName, storeName } from './names.ts';

/** Compiles an assignment to a target. */
export function compileStore(target: Expression, context: Context): Store {
  switch (target.kind) {
    case 'Name':
      return storeName(target.name, context);
    case 'Attribute': {
      const object = context.parts.expression(target.value, context);
      const name = mangle(target.attribute.name, context);
      return (frame, value) => {
        const evaluated = object(frame);
        frame.at = target;
        setAttribute(evaluated, name, value);
      };
    }
    case 'Subscript': {
      const container = context.parts.expression(target.value, context);
      const index = context.parts.expression(target.index, context);
      return (frame, value) => {
        const evaluated = container(frame);
        const key = index(frame);
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

/** `target operator= value`: the target's parts are evaluated once. */
export function compileAugmented(node: AugAssign, context: Context): Execute {
  const { target } = node;
  const value = context.parts.expression(node.value, context);
  const operator = node.operator === '/' && !context.trueDivision ? 'classic /' : node.operator;
  if (target.kind === 'Attribute') {
    const object = context.parts.expression(target.value, context);
    const name = mangle(target.attribute.name, context);
    return (frame) => {
      const evaluated = object(frame);
      frame.at = target;
      const old = getAttribute(evaluated, name);
      const operand = value(frame);
      frame.at = node;
      setAttribute(evaluated, name, inPlace(operator, old, operand));
      return normal;
    };
  }
  if (target.kind === 'Subscript') {
    const container = context.parts.expression(target.value, context);
    const index = context.parts.expression(target.index, context);
    return (frame) => {
      const evaluated = container(frame);
      const key = index(frame);
      frame.at = target;
      const old = getItem(evaluated, key);
      const operand = value(frame);
      frame.at = node;
      setItem(evaluated, key, inPlace(operator, old, operand));
      return normal;
    };
  }
  const load = context.parts.expression(target, context);
  const store = compileStore(target, context);
  return (frame) => {
    const old = load(frame);
    const operand = value(frame);
    frame.at = node;
    store(frame, inPlace(operator, old, operand));
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
