/** Attributes and items of tensors: what of them are Python values, and the types of the others. */
import type { Expression } from '../python/syntax.ts';
import type { Machine } from './machine.ts';
import { reversedAxes } from './shapeOperations.ts';
import { surely } from './shapes.ts';
import { subscriptShape } from './subscripts.ts';
import { axes, bothDTypes, floatXDType, originsOf, symbolic } from './tensorRules.ts';
import { type AxisLength, type DTypeByFloatX, ndimOf, type TensorFact } from './terms.ts';
import { noteLength, noteOwner, noteShape, shapeIn } from './valueNotes.ts';
import {
  noOrigins,
  type Origin,
  type Origins,
  type SymbolicValue,
  tuple,
  unknown,
  unknownNumber,
  type Value,
} from './values.ts';

export type TensorValue = Value & { kind: 'symbolic' | 'shared' | 'array' };

const plainAttributes: ReadonlySet<string> = new Set(['name', 'owner', 'tag']);

/** Theano's variables know their dtype and number of axes as Python values; their shape is a variable. */
export function tensorAttribute(value: TensorValue, name: string): Value {
  const type = value.kind === 'shared' ? value.record.type : value;
  switch (name) {
    case 'ndim':
      return { kind: 'number', variety: 'int', value: ndimOf(type) };
    case 'dtype':
      return dtypeValue(type.dtype);
    case 'broadcastable':
      return broadcastable(type.shape);
    case 'shape':
      return shapeAttribute(value, type.shape);
    case 'size':
      return value.kind === 'array'
        ? unknownNumber('int')
        : symbolic({ dtype: bothDTypes('int64'), shape: axes(0) }, inputsOf(value));
    case 'T':
      return transposedValue(value, type);
    default:
      return plainAttributes.has(name) ? unknown : method(value, name);
  }
}

function shapeAttribute(value: TensorValue, shape: TensorFact['shape']): Value {
  if (value.kind === 'array') {
    return shape === null
      ? unknown
      : tuple(shape.map((length) => ({ ...anInteger, value: numberOf(length) })));
  }
  const count = shape === null ? null : surely(shape.length);
  const vector = symbolic({ dtype: bothDTypes('int64'), shape: [count] }, inputsOf(value));
  noteShape(vector, shape);
  return vector;
}

/** A shape depends on no value; but what a step is given decides it. */
function inputsOf(value: Value): Origins {
  const inputs = [...originsOf([value])].filter((origin) => origin.origin === 'input');
  return inputs.length === 0 ? noOrigins : new Set<Origin>(inputs);
}

const anInteger = { kind: 'number', variety: 'int', value: null } as const;
const numberOf = (length: AxisLength): number | null => (typeof length === 'number' ? length : null);

function transposedValue(value: TensorValue, { dtype, shape }: TensorFact): Value {
  const turned = { dtype, shape: reversedAxes(shape) };
  if (value.kind === 'array') return { kind: 'array', ...turned };
  return value.kind === 'symbolic' ? { ...value, ...turned } : symbolic(turned, originsOf([value]));
}

/** `x.dtype` as the text that it is, or as `config.floatX`. */
function dtypeValue(dtype: DTypeByFloatX): Value {
  const { float32, float64 } = dtype;
  if (float32 !== null && float32 === float64) return { kind: 'text', text: float32 };
  return dtype === floatXDType ? { kind: 'library', path: 'theano.config.floatX' } : unknown;
}

function broadcastable(shape: TensorFact['shape']): Value {
  if (shape === null || shape.includes(null)) return unknown;
  return tuple(shape.map((length) => ({ kind: 'number', variety: 'bool', value: length === 1 ? 1 : 0 })));
}

const method = (receiver: Value, name: string): Value => ({ kind: 'method', receiver, name });

/** The value of `tensor[index]`. */
export function tensorItem(
  machine: Machine,
  value: TensorValue,
  index: Expression,
  indexValue: Value,
): Value {
  const type = value.kind === 'shared' ? value.record.type : value;
  const shape = subscriptShape(machine, type, index, indexValue);
  if (value.kind === 'array') return { kind: 'array', dtype: type.dtype, shape };
  const whole = value.kind === 'shared' ? symbolic(type) : value;
  const item: SymbolicValue = { ...whole, shape, origins: originsOf([value, indexValue]) };
  noteOwner(item, type);
  const lengths = value.kind === 'symbolic' ? shapeIn(value) : undefined;
  if (lengths != null) noteItemOfShape(item, lengths, indexValue);
  return item;
}

/** `x.shape[0]` is a length that the library may know. */
function noteItemOfShape(item: Value, lengths: readonly AxisLength[], index: Value): void {
  if (index.kind !== 'number' || index.value === null) return;
  const length = lengths.at(index.value) ?? null;
  noteLength(item, length === 1 ? null : length);
}
