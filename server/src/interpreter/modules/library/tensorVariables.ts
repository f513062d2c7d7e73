/** `T.dvector('x')`, `T.tensor(...)`, `T.TensorType(...)`: how programs make variables. */
import type { GraphContext } from '../../../graph/variable.ts';
import type { DType } from '../../../tensor/dtype.ts';
import { raiseTypeError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { builtin, type NativeBody } from '../../signature.ts';
import { asText } from '../../types/textValues.ts';
import { PyBuiltin, PyList, PyTuple, type Value } from '../../values.ts';
import { integerArgument } from './convert.ts';
import { programInput } from './programInputs.ts';
import { givenElementType, nameArgument, TensorTypeObject } from './tensorTypeObject.ts';

type Missing = Value | undefined;

/** A tuple of booleans: which axes broadcast. */
export const lengthPattern = (pattern: Value): boolean[] =>
  pattern instanceof PyList || pattern instanceof PyTuple
    ? pattern.items.map(isTrue)
    : raiseTypeError('broadcastable has to be a list or a tuple');

const letters: Readonly<Record<string, DType>> = {
  b: 'int8',
  w: 'int16',
  i: 'int32',
  l: 'int64',
  f: 'float32',
  d: 'float64',
  c: 'complex64',
  z: 'complex128',
};
const ranks: Readonly<Record<string, readonly (1 | null)[]>> = {
  scalar: [],
  vector: [null],
  matrix: [null, null],
  row: [1, null],
  col: [null, 1],
  tensor3: [null, null, null],
  tensor4: [null, null, null, null],
  tensor5: [null, null, null, null, null],
  tensor6: [null, null, null, null, null, null],
  tensor7: [null, null, null, null, null, null, null],
};
const plurals: Readonly<Record<string, string>> = {
  scalar: 'scalars',
  vector: 'vectors',
  matrix: 'matrices',
  row: 'rows',
  col: 'cols',
  tensor3: 'tensor3s',
  tensor4: 'tensor4s',
  tensor5: 'tensor5s',
  tensor6: 'tensor6s',
  tensor7: 'tensor7s',
};

/** Adds the constructors of variables. */
export function defineVariables(context: GraphContext, names: Map<string, Value>): void {
  for (const [rank, shape] of Object.entries(ranks)) {
    const make = (name: Missing, dtype: Missing, fixed: DType | null): Value => {
      const type = new TensorTypeObject(context, {
        dtype: fixed ?? givenElementType(context, dtype),
        shape,
      });
      return programInput(context, type.type, nameArgument(name));
    };
    const isFull = context.dialect.staticShapes === 'full';
    names.set(
      rank,
      builtin(`${rank}(name?, dtype?${isFull && rank !== 'scalar' ? ', shape?' : ''})`, ((
        name: Missing,
        dtype: Missing,
        wanted: Missing,
      ) =>
        wanted === undefined || wanted === null
          ? make(name, dtype, null)
          : shaped(context, { name, dtype, shape: wanted })) as NativeBody),
    );
    names.set(
      plurals[rank]!,
      plural(plurals[rank]!, (name) => make(name, undefined, null)),
    );
    for (const [letter, fixed] of Object.entries(letters)) {
      names.set(letter + rank, new TensorTypeObject(context, { dtype: fixed, shape }));
      names.set(
        letter + plurals[rank]!,
        plural(letter + plurals[rank]!, (name) => make(name, undefined, fixed)),
      );
    }
  }
  const { tensorSignature } = context.dialect;
  names.set(
    'tensor',
    builtin(tensorSignature, ((...args: Missing[]) => tensorOf(context, args)) as NativeBody),
  );
}

function tensorOf(context: GraphContext, args: readonly Missing[]): Value {
  switch (context.dialect.tensorShape) {
    case 'pattern':
      return ofPattern(context, args);
    case 'patternOrLengths': {
      const [dtype, shape, name, pattern] = args;
      return isGiven(pattern)
        ? ofPattern(context, [dtype, pattern, name])
        : shaped(context, { name, dtype, shape: shape ?? new PyTuple([]) });
    }
    case 'lengths': {
      const [name, dtype, shape] = args;
      return shaped(context, { name, dtype, shape: shape ?? new PyTuple([]) });
    }
  }
}

const isGiven = (value: Missing): value is Value => value !== undefined && value !== null;

function ofPattern(context: GraphContext, [dtype, pattern, name]: readonly Missing[]): Value {
  const shape = lengthPattern(pattern ?? new PyTuple([])).map((broadcasts) => (broadcasts ? 1 : null));
  const type = { dtype: givenElementType(context, dtype), shape };
  return programInput(context, new TensorTypeObject(context, type).type, nameArgument(name));
}

function shaped(context: GraphContext, given: { name: Missing; dtype: Missing; shape: Value }): Value {
  const items =
    given.shape instanceof PyList || given.shape instanceof PyTuple ? given.shape.items : [given.shape];
  const shape = items.map((length) => (length === null ? null : integerArgument(length, 'shape')));
  const type = { dtype: givenElementType(context, given.dtype), shape };
  return programInput(context, new TensorTypeObject(context, type).type, nameArgument(given.name));
}

/** `dscalars('a', 'b')`, or a number of them without names. */
function plural(name: string, make: (name: Missing) => Value): PyBuiltin {
  return new PyBuiltin(name, (args) => {
    const [first] = args;
    const isCount = args.length === 1 && asText(first!) === null;
    if (isCount)
      return new PyList(Array.from({ length: integerArgument(first!, 'count') }, () => make(undefined)));
    const text = args.length === 1 ? asText(first!)! : null;
    const all: readonly Value[] = text !== null && text.length > 1 && !text.includes(' ') ? [...text] : args;
    return all.length === 1 ? make(all[0]) : new PyList(all.map((each) => make(each)));
  });
}
