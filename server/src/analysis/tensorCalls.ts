/** Calls that make tensors: operations of the libraries and methods of variables. Their types are in `operationTable.ts`. */

import type { Call } from '../python/syntax.ts';
import type { DType } from '../tensor/dtype.ts';
import { type Arguments, noArguments } from './arguments.ts';
import { evaluateOutputs } from './compileCall.ts';
import { variableType } from './constructors.ts';
import { observeGradient } from './detectors/elementGradients.ts';
import { observeFrozenOperands, observeValueMethod } from './detectors/onceInStep.ts';
import { observeOperands } from './detectors/wholeResults.ts';
import { bothDTypes, mapDType } from './dtypePairs.ts';
import { roleOf } from './libraryTable.ts';
import type { Machine } from './machine.ts';
import { numpyMethod } from './numpyCalls.ts';
import { exactElements, reachableFrom } from './objects.ts';
import { type OperationCall, operationCall } from './operationCall.ts';
import { reducedShape } from './operationRules.ts';
import { methodOperations, operations } from './operationTable.ts';
import { anyAxes, axes } from './shapes.ts';
import { integerOf } from './tensorArguments.ts';
import {
  asTensor,
  isOpaque,
  originsOf,
  promoted,
  shapeOnlyOperations,
  symbolic,
  unknownTensor,
} from './tensorRules.ts';
import { type FloatX, ndimOf, type TensorFact } from './terms.ts';
import { type MethodValue, none, noOrigins, type Origins, tuple, unknown, type Value } from './values.ts';

/** A tensor operation of a library, by its name. */
export function tensorOperation(machine: Machine, name: string, args: Arguments, site: Call): Value {
  observeOperands(machine, name, args);
  observeFrozenOperands(machine, args);
  if (name === 'grad') observeGradient(machine, args, site);
  const operands = lookAt(machine, [...args.positional, ...args.keywords.values()], site);
  const made = { origins: originsFor(name, operands), isOpaque: hasOpaque(args, operands) };
  const many = manyTypes(machine, name, args, null);
  if (many !== null) return listOf(machine, many, made, site);
  const type = singleType(machine, name, args) ?? unknownTensor;
  return { kind: 'symbolic', dtype: type.dtype, shape: type.shape, ...made };
}

interface Made {
  readonly origins: Origins;
  readonly isOpaque: boolean;
}

const originsFor = (name: string, operands: readonly Value[]): Origins =>
  shapeOnlyOperations.has(name) ? noOrigins : originsOf(operands);

const hasOpaque = (args: Arguments, operands: readonly Value[]): boolean =>
  args.isOpen || operands.some(isOpaque);

/** A list that the library makes: the program sees a Python list or tuple. */
function listOf(machine: Machine, types: readonly TensorFact[], made: Made, site: Call): Value {
  const elements = types.map(({ dtype, shape }): Value => ({ kind: 'symbolic', dtype, shape, ...made }));
  return machine.objectAt(site, 'list', { kind: 'list', elements, isExact: true });
}

/** All operands, also those inside lists; updates among them and functions are given up. */
function lookAt(machine: Machine, values: readonly Value[], site: Call): readonly Value[] {
  const operands = values.flatMap((value) => reachableFrom(machine, value));
  for (const operand of operands) {
    if (operand.kind === 'updates' || operand.kind === 'function' || operand.kind === 'partial') {
      machine.escape(operand, { kind: 'call', span: site });
    }
  }
  return operands;
}

// ---------------------------------------------------------------------------------------------------------------- types

function singleType(machine: Machine, name: string, args: Arguments): TensorFact | null {
  if (name === 'grad') return gradientType(args);
  if (name === 'clone') return args.positional[0] === undefined ? null : asTensor(args.positional[0]);
  const operation = operations.get(name);
  if (operation === undefined) return null;
  const call = operationCall(machine, operation.parameters, args, null);
  return call === null ? null : operation.rule(call);
}

/** `grad(cost, wrt)`. */
function gradientType(args: Arguments): TensorFact | null {
  const wanted = args.keywords.get('wrt') ?? args.positional[1];
  return wanted === undefined ? null : gradientBy(args, wanted);
}

/**
 * A gradient has the shape of what it is taken by. Its dtype too where nothing on the way can be wider: a cost of float64
 * gives float64 for a variable of float32.
 */
function gradientBy(args: Arguments, wanted: Value): TensorFact {
  const cost = args.keywords.get('cost') ?? args.positional[0];
  const type = asTensor(wanted) ?? unknownTensor;
  const costType = (cost === undefined ? null : asTensor(cost)) ?? unknownTensor;
  const rule = (dtype: DType, floatX: FloatX) =>
    dtype === 'float64' || (dtype === 'float32' && costType.dtype[floatX] === dtype) ? dtype : null;
  return { dtype: mapDType(type.dtype, rule), shape: type.shape };
}

/** The types of an operation that returns a list; null for one that returns a variable. */
function manyTypes(
  machine: Machine,
  name: string,
  args: Arguments,
  receiver: Value | null,
): readonly TensorFact[] | null {
  switch (name) {
    case 'grad':
    case 'Rop':
    case 'Lop':
      return name === 'grad' ? gradients(machine, args) : sameNumber(machine, args.positional[1]);
    case 'clone':
      return sameNumber(machine, args.positional[0]);
    case 'ifelse':
      return sameNumber(machine, args.positional[1]);
    case 'max_and_argmax':
      return maxAndArgmax(machine, args, receiver);
    case 'nonzero':
      return nonzeroIndices(args, receiver);
    case 'divmod':
      return twice(args);
    case 'split':
      return splitTypes(args);
    default:
      return pluralVariables(name, args);
  }
}

function gradients(machine: Machine, args: Arguments): readonly TensorFact[] | null {
  const wanted = args.keywords.get('wrt') ?? args.positional[1];
  const elements = wanted === undefined ? null : exactElements(machine, wanted);
  return elements?.map((element) => gradientBy(args, element)) ?? null;
}

/** As many as the list that is given, of types that are not followed. */
const sameNumber = (machine: Machine, list: Value | undefined): readonly TensorFact[] | null =>
  (list === undefined ? null : exactElements(machine, list))?.map(() => unknownTensor) ?? null;

function maxAndArgmax(
  machine: Machine,
  args: Arguments,
  receiver: Value | null,
): readonly TensorFact[] | null {
  const call: OperationCall | null = operationCall(machine, ['x', 'axis', 'keepdims'], args, receiver);
  const [first] = call?.values ?? [];
  const type = (first === undefined ? null : asTensor(first)) ?? unknownTensor;
  const shape = call === null ? null : reducedShape(call, type.shape);
  return [
    { dtype: type.dtype, shape },
    { dtype: bothDTypes('int64'), shape },
  ];
}

function nonzeroIndices(args: Arguments, receiver: Value | null): readonly TensorFact[] | null {
  const value = receiver ?? args.positional[0];
  const ndim = value === undefined ? null : ndimOf(asTensor(value) ?? unknownTensor);
  const isPlain =
    ndim !== null && args.keywords.size === 0 && args.positional.length === (receiver === null ? 1 : 0);
  return isPlain ? new Array<TensorFact>(ndim).fill({ dtype: bothDTypes('int64'), shape: anyAxes(1) }) : null;
}

function twice(args: Arguments): readonly TensorFact[] {
  const operands = args.positional.map(asTensor);
  const type = operands.every((operand) => operand !== null) ? promoted(operands) : unknownTensor;
  return [type, type];
}

/** `split(x, sizes, n_splits, axis)`. */
function splitTypes(args: Arguments): readonly TensorFact[] | null {
  const count = integerOf(args.keywords.get('n_splits') ?? args.positional[2]);
  const [first] = args.positional;
  if (count === null || count < 1 || count > 32 || first === undefined) return null;
  const type = asTensor(first) ?? unknownTensor;
  return new Array<TensorFact>(count).fill({ dtype: type.dtype, shape: axes(ndimOf(type)) });
}

/** `vectors('a', 'b')`, `scalars(2)`: one variable per name. */
function pluralVariables(name: string, args: Arguments): readonly TensorFact[] | null {
  if (!name.endsWith('s') || args.isOpen) return null;
  const singular = name.endsWith('matrices') ? name.replace('matrices', 'matrix') : name.slice(0, -1);
  const role = roleOf(`theano.tensor.${singular}`);
  if (role?.role !== 'variable') return null;
  const [first] = args.positional;
  const isCount = args.positional.length === 1 && first?.kind === 'number';
  const count = isCount ? integerOf(first) : args.positional.length;
  if (count === null || count < 2 || count > 32) return null;
  return new Array<TensorFact>(count).fill(variableType(singular, role, noArguments));
}

// -------------------------------------------------------------------------------------------------------------- methods

/** A method of a symbolic or shared variable or of an array. */
export function tensorMethod(machine: Machine, method: MethodValue, args: Arguments, site: Call): Value {
  const { receiver, name } = method;
  const operands = lookAt(machine, [receiver, ...args.positional, ...args.keywords.values()], site);
  const type = asTensor(receiver) ?? unknownTensor;
  if (name === 'set_value') {
    observeValueMethod(machine, receiver, { name, result: none, site });
    return none;
  }
  if (name === 'eval') evaluateOutputs(machine, receiver, args, site);
  // A clone, or a variable of the same type, has no graph behind it.
  if (receiver.kind === 'symbolic' && (name === 'clone' || name === 'type'))
    return symbolic({ dtype: type.dtype, shape: type.shape });
  if (name === 'get_value' || name === 'eval') {
    const result: Value = { kind: 'array', dtype: type.dtype, shape: axes(ndimOf(type)) };
    observeValueMethod(machine, receiver, { name, result, site });
    return result;
  }
  if (receiver.kind === 'array' && operands.every((operand) => operand.kind !== 'symbolic')) {
    return numpyMethod(machine, method, args);
  }
  const made = { origins: originsFor(name, operands), isOpaque: hasOpaque(args, operands) };
  const many = name === 'nonzero' ? nonzeroIndices(args, receiver) : null;
  if (many !== null) return tuple(many.map((one): Value => ({ kind: 'symbolic', ...one, ...made })));
  const result = receiver.kind === 'array' ? unknownTensor : methodType(machine, receiver, name, args);
  return { kind: 'symbolic', dtype: result.dtype, shape: result.shape, ...made };
}

function methodType(machine: Machine, receiver: Value, name: string, args: Arguments): TensorFact {
  const operation =
    methodOperations.get(name) ?? (onlyFunctions.has(name) ? undefined : operations.get(name));
  const call = operation && operationCall(machine, operation.parameters, args, receiver ?? unknown);
  return call == null || operation === undefined ? unknownTensor : operation.rule(call);
}

/** Functions that no variable has as a method, or that mean something else there. */
const onlyFunctions: ReadonlySet<string> = new Set([
  'tensor',
  'zeros',
  'ones',
  'empty',
  'full',
  'alloc',
  'eye',
  'arange',
  'constant',
  'as_tensor_variable',
  'join',
  'concatenate',
  'stack',
  'shape',
]);
