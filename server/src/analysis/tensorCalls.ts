/** Calls that make tensors: operations of the libraries, methods of variables, and NumPy. */

import type { Call } from '../python/syntax.ts';
import { isDType } from '../tensor/dtype.ts';
import { evaluateOutputs } from './compileCall.ts';
import { libraryOf, roleOf } from './libraryTable.ts';
import type { Arguments, Machine } from './machine.ts';
import { exactElements, joinAll, reachableFrom } from './objects.ts';
import {
  asTensor,
  axes,
  bothDTypes,
  constantDType,
  floatXDType,
  isOpaque,
  operationResult,
  originsOf,
  promoted,
  shapeOnlyOperations,
  unknownDType,
  unknownTensor,
} from './tensorRules.ts';
import { type DTypeByFloatX, ndimOf, type TensorFact } from './terms.ts';
import { type MethodValue, none, noOrigins, unknown, type Value } from './values.ts';

/** A tensor operation of a library, by its name. */
export function tensorOperation(machine: Machine, name: string, args: Arguments, site: Call): Value {
  const operands = lookAt(machine, [...args.positional, ...args.keywords.values()], site);
  const [first, second] = args.positional;
  if ((name === 'grad' || name === 'Rop' || name === 'Lop') && second !== undefined) {
    const wanted = exactElements(machine, second);
    if (wanted !== null) return manySymbolic(machine, operands, wanted.length, site);
  }
  const isListResult = (name === 'clone' && isList(first)) || (name === 'ifelse' && isList(second));
  if (isListResult) {
    const count = exactElements(machine, (name === 'clone' ? first : second) ?? unknown)?.length;
    if (count !== undefined) return manySymbolic(machine, operands, count, site);
  }
  const type = operationType(machine, name, args);
  const origins = shapeOnlyOperations.has(name) ? noOrigins : originsOf(operands);
  return {
    kind: 'symbolic',
    dtype: type.dtype,
    shape: type.shape,
    origins,
    isOpaque: hasOpaque(args, operands),
  };
}

const isList = (value: Value | undefined): boolean => value?.kind === 'container' || value?.kind === 'tuple';

const hasOpaque = (args: Arguments, operands: readonly Value[]): boolean =>
  args.isOpen || operands.some(isOpaque);

function manySymbolic(machine: Machine, operands: readonly Value[], count: number, site: Call): Value {
  const value: Value = {
    kind: 'symbolic',
    ...unknownTensor,
    origins: originsOf(operands),
    isOpaque: operands.some(isOpaque),
  };
  const elements = new Array<Value>(count).fill(value);
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

function operationType(machine: Machine, name: string, args: Arguments): TensorFact {
  const [first, second] = args.positional;
  const given = args.keywords.get('dtype');
  const dtype = given === undefined || given.kind === 'none' ? null : dtypeOf(given);
  switch (name) {
    case 'zeros':
    case 'ones':
    case 'empty':
      return { dtype: dtype ?? dtypeAt(second) ?? floatXDType, shape: axes(axesOfShape(machine, first)) };
    case 'alloc':
      return { dtype: typeOf(first)?.dtype ?? unknownDType, shape: axes(allocAxes(machine, args)) };
    case 'constant':
    case 'as_tensor_variable':
    case 'as_tensor':
      return asTensorType(first, dtype);
    case 'cast':
      return { dtype: dtypeOf(second ?? given ?? unknown), shape: typeOf(first)?.shape ?? null };
    case 'arange':
      return { dtype: dtype ?? arangeDType(args), shape: axes(1) };
    case 'eye':
      return { dtype: dtype ?? floatXDType, shape: axes(2) };
    default:
      return plainOperation(name, args, dtype);
  }
}

function plainOperation(name: string, args: Arguments, dtype: DTypeByFloatX | null): TensorFact {
  const isReduction = args.positional.length > 1 && !isBinary(name);
  const operands = (isReduction ? args.positional.slice(0, 1) : args.positional).map(asTensor);
  const known = operands.filter((type) => type !== null);
  if (known.length !== operands.length || args.isOpen) return unknownTensor;
  const hasAxis = isReduction || args.keywords.has('axis') || args.keywords.has('keepdims');
  const type = operationResult(name, known, { hasAxis });
  return dtype === null ? type : { ...type, dtype };
}

const isBinary = (name: string): boolean =>
  [
    'add',
    'sub',
    'mul',
    'maximum',
    'minimum',
    'dot',
    'true_div',
    'eq',
    'neq',
    'lt',
    'le',
    'gt',
    'ge',
    'clip',
  ].includes(name);

const typeOf = (value: Value | undefined): TensorFact | null =>
  value === undefined ? null : asTensor(value);

const dtypeAt = (value: Value | undefined): DTypeByFloatX | null =>
  value === undefined || value.kind === 'none' ? null : dtypeOf(value);

function asTensorType(value: Value | undefined, dtype: DTypeByFloatX | null): TensorFact {
  const type = typeOf(value) ?? unknownTensor;
  return dtype === null ? type : { ...type, dtype };
}

function arangeDType(args: Arguments): DTypeByFloatX {
  const types = args.positional.map(asTensor);
  const isInteger = types.every(
    (type) =>
      type !== null &&
      (type.dtype.float64?.includes('int') ?? false) &&
      type.dtype.float64 === type.dtype.float32,
  );
  return isInteger && types.length > 0 ? bothDTypes('int64') : unknownDType;
}

function axesOfShape(machine: Machine, shape: Value | undefined): number | null {
  if (shape === undefined) return null;
  if (shape.kind === 'number') return 1;
  if (shape.kind === 'symbolic' && ndimOf(shape) === 0) return 1;
  return exactElements(machine, shape)?.length ?? null;
}

function allocAxes(machine: Machine, args: Arguments): number | null {
  const shape = args.positional.slice(1);
  if (shape.length === 1) return axesOfShape(machine, shape[0]);
  return args.isOpen ? null : shape.length;
}

/** The dtype that a value names: a text, `config.floatX`, `np.float32`. */
export function dtypeOf(value: Value): DTypeByFloatX {
  if (value.kind === 'text') {
    return value.text === 'floatX'
      ? floatXDType
      : isDType(value.text)
        ? bothDTypes(value.text)
        : unknownDType;
  }
  if (value.kind !== 'library') return unknownDType;
  if (roleOf(value.path)?.role === 'config' && libraryOf(value.path) !== null) return floatXDType;
  const name = value.path.slice(value.path.lastIndexOf('.') + 1);
  return value.path.startsWith('numpy.') && isDType(name) ? bothDTypes(name) : unknownDType;
}

/** A method of a symbolic or shared variable or of an array. */
export function tensorMethod(machine: Machine, method: MethodValue, args: Arguments, site: Call): Value {
  const { receiver, name } = method;
  const operands = lookAt(machine, [receiver, ...args.positional, ...args.keywords.values()], site);
  const type = asTensor(receiver) ?? unknownTensor;
  if (name === 'set_value') return none;
  if (name === 'eval') evaluateOutputs(machine, operands, site);
  if (name === 'get_value' || name === 'eval') return { kind: 'array', dtype: type.dtype, shape: type.shape };
  const result = methodType(name, type, args);
  if (receiver.kind === 'array' && operands.every((operand) => operand.kind !== 'symbolic')) {
    return { kind: 'array', dtype: result.dtype, shape: result.shape };
  }
  return {
    kind: 'symbolic',
    dtype: result.dtype,
    shape: result.shape,
    origins: shapeOnlyOperations.has(name) ? noOrigins : originsOf(operands),
    isOpaque: hasOpaque(args, operands),
  };
}

function methodType(name: string, type: TensorFact, args: Arguments): TensorFact {
  const [first] = args.positional;
  if (name === 'astype')
    return { dtype: dtypeOf(first ?? args.keywords.get('dtype') ?? unknown), shape: type.shape };
  if (name === 'dot') {
    const other = typeOf(first);
    return other === null ? unknownTensor : operationResult('dot', [type, other], { hasAxis: false });
  }
  if (args.keywords.has('dtype')) return unknownTensor;
  const hasAxis = first !== undefined || args.keywords.has('axis') || args.keywords.has('keepdims');
  return operationResult(name, [type], { hasAxis });
}

/** A call of a NumPy function: an array, or a symbolic variable when it is given one. */
export function numpyCall(machine: Machine, name: string, args: Arguments, site: Call): Value {
  const operands = lookAt(machine, [...args.positional, ...args.keywords.values()], site);
  if (operands.some((operand) => operand.kind === 'symbolic' || operand.kind === 'shared')) {
    return { kind: 'symbolic', ...unknownTensor, origins: originsOf(operands), isOpaque: true };
  }
  return { kind: 'array', ...arrayType(machine, name, args) };
}

function arrayType(machine: Machine, name: string, args: Arguments): TensorFact {
  const [first, second] = args.positional;
  const named = args.keywords.get('dtype') ?? second;
  const given = named === undefined || named.kind === 'none' ? null : dtypeOf(named);
  if (isDType(name))
    return { dtype: bothDTypes(name), shape: first === undefined ? [] : axes(arrayAxes(machine, first)) };
  switch (name) {
    case 'zeros':
    case 'ones':
    case 'empty':
      return { dtype: given ?? bothDTypes('float64'), shape: axes(axesOfShape(machine, first)) };
    case 'array':
    case 'asarray':
      return {
        dtype: given ?? arrayDType(machine, first ?? unknown),
        shape: first === undefined ? null : axes(arrayAxes(machine, first)),
      };
    case 'arange':
      return {
        dtype: args.keywords.has('dtype') ? (given ?? unknownDType) : arrayArange(args),
        shape: axes(1),
      };
    case 'eye':
      return {
        dtype: args.keywords.has('dtype') ? (given ?? unknownDType) : bothDTypes('float64'),
        shape: axes(2),
      };
    default:
      return unknownTensor;
  }
}

const arrayArange = (args: Arguments): DTypeByFloatX =>
  args.positional.every((value) => value.kind === 'number' && value.variety === 'int')
    ? bothDTypes('int64')
    : unknownDType;

function arrayAxes(machine: Machine, value: Value): number | null {
  if (value.kind === 'number') return 0;
  if (value.kind === 'array') return ndimOf(value);
  const elements = exactElements(machine, value);
  if (elements === null || elements.length === 0) return null;
  const inner = arrayAxes(machine, joinAll(machine, elements));
  return inner === null ? null : inner + 1;
}

function arrayDType(machine: Machine, value: Value): DTypeByFloatX {
  if (value.kind === 'array') return value.dtype;
  if (value.kind === 'number') {
    if (value.variety === 'bool') return bothDTypes('bool');
    return bothDTypes(value.variety === 'int' ? 'int64' : 'float64');
  }
  const elements = exactElements(machine, value);
  if (elements === null || elements.length === 0) return unknownDType;
  const types = elements.map((element) => ({ dtype: arrayDType(machine, element), shape: [] }));
  return promoted(types).dtype;
}

/** The dtype of the variable that `shared(value)` makes. */
export function sharedType(machine: Machine, value: Value | undefined): TensorFact {
  if (value === undefined) return unknownTensor;
  if (value.kind === 'number') return { dtype: arrayDType(machine, value), shape: [] };
  return value.kind === 'array' ? value : unknownTensor;
}

/** The symbolic constant that a Python or NumPy value becomes when it is used in a graph. */
export function constantType(value: Value): TensorFact | null {
  return value.kind === 'number' ? { dtype: constantDType(value), shape: [] } : asTensor(value);
}
