/**
 * Attributes of instances of the program's classes, with an inline cache at every place that reads or sets one: while a place
 * meets one class in one state, and instances of one shape, the attribute is where it was the last time.
 */

import type { Span } from '../../base/span.ts';
import type { Attribute } from '../../python/syntax.ts';
import { AttributeTable, type Shape } from '../attributeTable.ts';
import type { Frame } from '../callSite.ts';
import { getAttribute, isPlainRead, isPlainWrite, setAttribute } from '../protocols/attributes.ts';
import { PyModule, PyObject, type Value } from '../values.ts';
import { type Context, type Evaluate, mangle } from './context.ts';
import { compileOperand, read } from './operands.ts';

export type ReadAttribute = (frame: Frame, value: Value) => Value;
export type WriteAttribute = (frame: Frame, value: Value, assigned: Value) => void;

/** Compiles `value.name`. */
export function compileAttribute(node: Attribute, context: Context): Evaluate {
  const { slot, evaluate } = compileOperand(node.value, context);
  const get = attributeReader(node, mangle(node.attribute.name, context));
  return (frame) => get(frame, read(frame, slot, evaluate));
}

/** Reads the attribute `name` of a value. */
export function attributeReader(node: Span, name: string): ReadAttribute {
  let stamp = 0;
  let shape: Shape | null = null;
  let place = 0;
  return (frame, value) => {
    if (value instanceof PyObject) {
      const { cls, attributes } = value;
      if (cls !== null && attributes !== null) {
        if (cls.stamp === stamp && attributes.shape === shape) return attributes.values[place]!;
        const found = attributes.shape.places.get(name);
        if (found !== undefined && isPlainRead(cls, name)) {
          ({ stamp } = cls);
          ({ shape } = attributes);
          place = found;
          return attributes.values[found]!;
        }
      } else if (value instanceof PyModule) {
        const found = value.namespace.get(name);
        if (found !== undefined) return found;
      }
    }
    frame.at = node;
    return getAttribute(value, name);
  };
}

/** Sets the attribute `name` of a value. */
export function attributeWriter(node: Span, name: string): WriteAttribute {
  let stamp = 0;
  let shape: Shape | null = null;
  let place = 0;
  return (frame, value, assigned) => {
    if (value instanceof PyObject) {
      const { cls, attributes } = value;
      if (cls !== null) {
        if (cls.stamp === stamp) {
          if (attributes === null) value.attributes = new AttributeTable<Value>().set(name, assigned);
          else if (attributes.shape === shape) attributes.values[place] = assigned;
          else {
            attributes.set(name, assigned);
            // Only what is there keeps its place; a dict that stands for the attributes has no places.
            const at = attributes.shape.places.get(name);
            shape = at === undefined ? null : attributes.shape;
            place = at ?? 0;
          }
          return;
        }
        if (isPlainWrite(value, cls, name)) ({ stamp } = cls);
        shape = null;
      }
    }
    frame.at = node;
    setAttribute(value, name, assigned);
  };
}
