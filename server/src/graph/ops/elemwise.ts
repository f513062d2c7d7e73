/** The op that applies a scalar op to tensors, broadcasting them; and the cast to another element type. */
import { assert } from '../../base/assert.ts';
import { type DType, isComplex, isDiscrete, isFloat } from '../../tensor/dtype.ts';
import {
  elementClass,
  mapElements,
  ownFunction,
  type ScalarFunction,
  unsupportedTypes,
} from '../../tensor/elementwise.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { cast, type NDArray } from '../../tensor/ndarray.ts';
import { type ElementClass, primitiveFunction } from '../../tensor/primitives.ts';
import { broadcastShapes, elementCount } from '../../tensor/shape.ts';
import type { Dialect } from '../dialects.ts';
import type { StaticLength, TensorType } from '../tensorType.ts';
import { apply, type GraphContext, type OpEntry, type OpRunner, type Variable } from '../variable.ts';
import { complexScalarFunction } from './complexScalars.ts';
import { dimShuffle } from './dimShuffle.ts';
import { aesaraNames, bareNames, type ScalarOpName, scalarOps } from './scalarOps.ts';
import type { ScalarExpression, ScalarOp } from './scalarRules.ts';

export interface ElemwiseParams {
  readonly scalar: ScalarOpName;
  /** `true_div` of integers depends on floatX at the time the graph is built. */
  readonly floatX: DType;
}

export const elemwiseEntry: OpEntry<ElemwiseParams> = {
  kind: 'elemwise',
  infer: (params, inputs) => [
    { dtype: scalarTypes(params, inputs).output, shape: broadcastStatic(inputs.map((input) => input.type)) },
  ],
  evaluate: (params, inputs, runner, { inputs: variables }) => {
    if (variables[0].context.dialect.runtimeBroadcast === 'refused') checkRuntimeBroadcast(inputs, variables);
    else checkLengths(inputs);
    return [evaluateElemwise(params, inputs, { runner, context: variables[0].context })];
  },
  print: (params, dialect) => printScalar(params.scalar, dialect),
};

function scalarTypes({ scalar, floatX }: ElemwiseParams, inputs: readonly { readonly dtype: DType }[]) {
  const { arity, types, classic } = scalarOps[scalar];
  // A program may call the op of any variable with anything.
  if (inputs.length < arity) {
    const expected = `(got ${inputs.length}, expected ${arity})`;
    throw new EngineError('TypeError', `Wrong number of inputs for ${classic}.make_node ${expected}`);
  }
  return types(
    inputs.map((input) => input.dtype),
    floatX,
  );
}

function printScalar(name: ScalarOpName, dialect: Dialect): string {
  const op: ScalarOp = scalarOps[name];
  if (dialect.opText === 'plain') return op.pytensor;
  if (name === 'identity') return 'Elemwise{identity}';
  const hasNewNames = dialect.scalarNames === 'new';
  if (bareNames.get(name) === 'always' || (bareNames.has(name) && !hasNewNames)) return op.classic;
  return `Elemwise{${hasNewNames ? (aesaraNames[name] ?? op.classic) : op.classic},no_inplace}`;
}

const pythonTuple = (items: readonly string[]): string =>
  items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;

/** The static shape of operands of the same number of axes. */
function broadcastStatic(types: readonly TensorType[]): StaticLength[] {
  const [first] = types;
  return first.shape.map((_, axis) => commonLength(types, axis));
}

function commonLength(types: readonly TensorType[], axis: number): StaticLength {
  const lengths = types.map(({ shape }) => shape[axis]);
  const known = lengths.filter((length) => length !== null && length !== 1);
  if (known.some((length) => length !== known[0])) {
    const shapes = types.map(({ shape }) => pythonTuple(shape.map((length) => String(length ?? 'None'))));
    throw new EngineError('ValueError', `Incompatible Elemwise input shapes [${shapes.join(', ')}]`);
  }
  if (known.length > 0) return known[0];
  return lengths.every((length) => length === 1) ? 1 : null;
}

/** A length of 1 repeats only where the type says that it is 1: everything else is an error, unlike in NumPy. */
function checkRuntimeBroadcast(inputs: readonly NDArray[], variables: readonly Variable[]): void {
  const { length } = inputs[0].shape;
  for (let axis = 0; axis < length; axis++) {
    let longest = 0;
    let repeatsUnsaid = false;
    for (let i = 0; i < inputs.length; i++) {
      const n = inputs[i].shape[axis];
      if (n > longest) longest = n;
      if (n === 1 && variables[i].type.shape[axis] !== 1) repeatsUnsaid = true;
    }
    if (repeatsUnsaid && longest > 1) throw mismatch(inputs, variables);
  }
}

/** As NumPy does, in words of its own where that is not possible. */
function checkLengths(inputs: readonly NDArray[]): void {
  for (let axis = 0; axis < inputs[0].shape.length; axis++) {
    const lengths = inputs.map((input) => input.shape[axis]);
    if (new Set(lengths.filter((length) => length !== 1)).size <= 1) continue;
    throw new EngineError('ValueError', `Shapes on dimension ${axis} do not match: (${lengths.join(', ')})`);
  }
}

function mismatch(inputs: readonly NDArray[], variables: readonly Variable[]): EngineError {
  if (variables[0].context.dialect.broadcastRefusal === 'advice') {
    return new EngineError(
      'ValueError',
      'Runtime broadcasting not allowed. At least one input has a distinct dimension length of 1, but was not marked as broadcastable.\nIf broadcasting was intended, use `specify_broadcastable` on the relevant input(s).',
    );
  }
  const shapes = inputs.map((input, i) =>
    input.shape.map((n, axis) => (variables[i].type.shape[axis] === 1 ? '*' : String(n))).join(', '),
  );
  return new EngineError(
    'ValueError',
    `Dimension mismatch; shapes are ${shapes.map((shape) => `(${shape})`).join(', ')}`,
  );
}

function evaluateElemwise(
  params: ElemwiseParams,
  inputs: readonly NDArray[],
  { runner, context }: { runner: OpRunner; context: GraphContext },
): NDArray {
  const op: ScalarOp = scalarOps[params.scalar];
  const { compute, output } = scalarTypes(params, inputs);
  const count = elementCount(broadcastShapes(inputs.map((input) => input.shape)));
  runner.host.allocate(count * 8);
  if (params.scalar === 'pow' && isDiscrete(compute) && count > 0) checkExponents(inputs[1]);
  const operands = inputs.map((input, index) =>
    op.tested?.includes(index) ? cast(input, 'bool') : cast(input, compute),
  );
  if (bitwiseNames[params.scalar] && isFloat(compute)) throw unsupportedTypes(bitwiseNames[params.scalar]!);
  if (isComplex(compute)) {
    const { numpy } = context.dialect;
    return mapElements(complexScalarFunction(params.scalar, compute, numpy), operands, output);
  }
  return mapElements(scalarFunction(params.scalar, compute), operands, output);
}

/** NumPy's names of what has no loop for the type that int64 and uint64 become. */
const bitwiseNames: Readonly<Partial<Record<ScalarOpName, string>>> = {
  and_: 'bitwise_and',
  or_: 'bitwise_or',
  xor: 'bitwise_xor',
};

/** NumPy's refusal; C would give 0. */
function checkExponents(exponents: NDArray): void {
  if (Array.from(exponents.elements() as ArrayLike<number | bigint>).some((exponent) => exponent < 0)) {
    throw new EngineError('ValueError', 'Integers to negative integer powers are not allowed.');
  }
}

const compiled = new Map<string, ScalarFunction>();

function scalarFunction(name: ScalarOpName, compute: DType): ScalarFunction {
  const held = elementClass(compute);
  if (compute === 'bool' && name === 'invert')
    return scalarFunctionOf({ kind: 'call', primitive: 'logicalNot', args: [first] }, held);
  const key = `${name} ${compute}`;
  const known = compiled.get(key);
  if (known) return known;
  const { expression }: ScalarOp = scalarOps[name];
  const made =
    (expression.kind === 'call' && isDirect(expression.args)
      ? ownFunction(expression.primitive, compute)
      : null) ?? scalarFunctionOf(expression, held);
  compiled.set(key, made);
  return made;
}

/** True where the operands are handed on as they are. */
const isDirect = (args: readonly ScalarExpression[]): boolean =>
  args.every((arg, index) => arg.kind === 'operand' && arg.index === index);

const first: ScalarExpression = { kind: 'operand', index: 0 };

/** A scalar expression as a JavaScript function on elements held in one way. */
export function scalarFunctionOf(expression: ScalarExpression, held: ElementClass): ScalarFunction {
  switch (expression.kind) {
    case 'operand':
      return operandFunctions[expression.index];
    case 'literal': {
      const value = held === 'big' ? BigInt(expression.value) : expression.value;
      return () => value;
    }
    case 'call':
      return callFunction(expression.primitive, expression.args, held);
  }
}

function callFunction(
  name: Parameters<typeof primitiveFunction>[0],
  args: readonly ScalarExpression[],
  held: ElementClass,
): ScalarFunction {
  const primitive = primitiveFunction(name, held);
  assert(primitive !== null, `no ${name} for ${held} elements`);
  if (isDirect(args)) return primitive;
  const [first, second, third] = args.map((arg) => scalarFunctionOf(arg, held));
  if (second === undefined) return (x, y, z) => primitive(first(x, y, z));
  if (third === undefined) return (x, y, z) => primitive(first(x, y, z), second(x, y, z));
  return (x, y, z) => primitive(first(x, y, z), second(x, y, z), third(x, y, z));
}

const operandFunctions: readonly ScalarFunction[] = [(x) => x, (_, y) => y, (_x, _y, z) => z];

/** Applies an elementwise op: operands with fewer axes get new ones in front, as the libraries do. */
export function elemwise(scalar: ScalarOpName, ...operands: readonly Variable[]): Variable {
  const ndim = Math.max(...operands.map((operand) => operand.ndim));
  const { context } = operands[0];
  return apply(
    elemwiseEntry,
    { scalar, floatX: context.floatX },
    operands.map((operand) => padLeft(operand, ndim)),
  )[0];
}

/** New axes of length 1 in front until there are `ndim`. */
export function padLeft(variable: Variable, ndim: number): Variable {
  const missing = ndim - variable.ndim;
  if (missing <= 0) return variable;
  return dimShuffle(variable, [...new Array<'x'>(missing).fill('x'), ...variable.type.shape.keys()]);
}

export const castEntry: OpEntry<{ readonly dtype: DType }> = {
  kind: 'cast',
  infer: ({ dtype }, [input]) => [{ dtype, shape: input.type.shape }],
  evaluate: ({ dtype }, [input], runner) => {
    runner.host.allocate(input.size * 8);
    return [cast(input, dtype)];
  },
  print: ({ dtype }, dialect) => (dialect.opText === 'plain' ? `Cast{${dtype}}` : `Elemwise{Cast{${dtype}}}`),
};

/** The variable in another element type; the variable itself when it already has it. */
export const castTo = (variable: Variable, dtype: DType): Variable =>
  variable.dtype === dtype ? variable : apply(castEntry, { dtype }, [variable])[0];
