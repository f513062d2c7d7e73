/** The type of a symbolic tensor: element type and what is known of its shape; how the libraries print it. */

import type { DType } from '../tensor/dtype.ts';
import { fillText } from './dialects/fillText.ts';
import type { Dialect } from './dialects.ts';

/** A length; null where it is known only when the function runs. */
export type StaticLength = number | null;

/** The random generators of NumPy whose states variables hold. */
export type GeneratorKind = 'RandomState' | 'Generator';

export interface TensorType {
  readonly dtype: DType;
  readonly shape: readonly StaticLength[];
  /** Set where the value is no tensor but the state of a random generator, as a vector of words: random/generatorState.ts. */
  readonly generator?: GeneratorKind;
  /** Set where the value is no tensor but a plain number: an index between brackets. */
  readonly isNumber?: true;
}

/** A type as a dialect knows it: Theano keeps lengths of 1 and forgets all others. */
export function tensorType(dialect: Dialect, type: TensorType): TensorType {
  const { dtype, shape, generator } = type;
  if (generator !== undefined) return { dtype, shape, generator };
  if (type.isNumber) return { dtype, shape, isNumber: true };
  const known = dialect.staticShapes === 'full' ? shape : shape.map((length) => (length === 1 ? 1 : null));
  return { dtype, shape: known };
}

/** Lengths of 1 that broadcast. */
export const broadcastPattern = (type: TensorType): boolean[] => type.shape.map((length) => length === 1);

/** True when the two types are written the same: type, number of axes and every known length. */
export const sameType = (a: TensorType, b: TensorType): boolean =>
  a.dtype === b.dtype &&
  a.generator === b.generator &&
  a.isNumber === b.isNumber &&
  a.shape.length === b.shape.length &&
  a.shape.every((n, axis) => n === b.shape[axis]);

/** True when a value of type `from` is always one of type `to`. */
export const isSubtype = (from: TensorType, to: TensorType): boolean =>
  from.dtype === to.dtype &&
  from.generator === to.generator &&
  from.isNumber === to.isNumber &&
  from.shape.length === to.shape.length &&
  to.shape.every((n, axis) => n === null || n === from.shape[axis]);

/** The type as the library prints it. */
export function printType(dialect: Dialect, type: TensorType): string {
  if (type.generator !== undefined) return generatorTypes[type.generator];
  if (type.isNumber) return type.dtype;
  switch (dialect.typeText) {
    case 'pattern':
      return `TensorType(${type.dtype}, ${printPattern(broadcastPattern(type))})`;
    case 'lengths':
      return `TensorType(${type.dtype}, ${printLengths(type.shape)})`;
    case 'ranks':
      return `${rankNames[type.shape.length] ?? `Tensor${type.shape.length}`}(${type.dtype}, shape=${printLengths(type.shape)})`;
  }
}

/** `repr` of the type, which has no short names in PyTensor. */
export function reprType(dialect: Dialect, type: TensorType): string {
  if (type.isNumber) return fillText(dialect.numberTypeText, type.dtype);
  if (dialect.typeText !== 'ranks' || type.generator !== undefined) return printType(dialect, type);
  return `TensorType(${type.dtype}, shape=${printLengths(type.shape, 'None')})`;
}

const generatorTypes: Readonly<Record<GeneratorKind, string>> = {
  RandomState: 'RandomStateType',
  Generator: 'RandomGeneratorType',
};

const rankNames = ['Scalar', 'Vector', 'Matrix'];

function printLengths(shape: readonly StaticLength[], unknown = '?'): string {
  const lengths = shape.map((length) => (length === null ? unknown : String(length)));
  return lengths.length === 1 ? `(${lengths[0]},)` : `(${lengths.join(', ')})`;
}

function printPattern(pattern: readonly boolean[]): string {
  const key = pattern.map((broadcasts) => (broadcasts ? '1' : 'n')).join('');
  const names: Readonly<Record<string, string>> = {
    '': 'scalar',
    n: 'vector',
    n1: 'col',
    '1n': 'row',
    nn: 'matrix',
  };
  if (names[key] !== undefined) return names[key];
  if (!pattern.includes(true)) return `${pattern.length}D`;
  const words = pattern.map((broadcasts) => (broadcasts ? 'True' : 'False'));
  return words.length === 1 ? `(${words[0]},)` : `(${words.join(', ')})`;
}
