/**
 * What Python code can do with symbolic variables: operators, attributes, methods, and the errors for what it can not do
 * (truth, length, iteration, item assignment).
 */

import { int64Constant } from '../../../graph/constants.ts';
import { elemwise } from '../../../graph/ops/elemwise.ts';
import { dotProduct, matmulOf } from '../../../graph/ops/products.ts';
import type { ScalarOpName } from '../../../graph/ops/scalarOps.ts';
import { shapeOf } from '../../../graph/ops/shapes.ts';
import { subtensor } from '../../../graph/ops/subtensor.ts';
import { printVariable } from '../../../graph/printVariable.ts';
import { sameGraphs } from '../../../graph/sameGraph.ts';
import { vectorLength } from '../../../graph/scalarConstant.ts';
import { broadcastPattern, reprType } from '../../../graph/tensorType.ts';
import { Constant, type Variable } from '../../../graph/variable.ts';
import type { BinaryOperator } from '../../../python/syntax.ts';
import { isDiscrete } from '../../../tensor/dtype.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { raiseAttributeError, raiseTypeError } from '../../exceptions.ts';
import type { NativeType } from '../../nativeType.ts';
import { identityOf } from '../../protocols/hashing.ts';
import { repr } from '../../protocols/text.ts';
import { defineType, type RichComparison, typeOf } from '../../pyType.ts';
import type { NativeBody } from '../../signature.ts';
import { NotImplemented, PyTuple, type Value } from '../../values.ts';
import { asVariable, isOperand, noIteration } from './convert.ts';
import { traceOf } from './linearAlgebraModule.ts';
import { missingAttribute, variableType } from './plainVariable.ts';
import { partMethod, transposedMatrix } from './rearrangingModule.ts';
import { reshapeMethod } from './reshaping.ts';
import { indexVariable } from './symbolicIndex.ts';
import {
  castOf,
  dimShuffleOf,
  namedTranspose,
  normOf,
  sizeOf,
  transposeOf,
  unaryMethods,
} from './tensorMethods.ts';
import { nameArgument } from './tensorTypeObject.ts';
import { variableMethods } from './variableMethods.ts';

type Binary = (self: Variable, other: Value) => Value;

const forward =
  (name: ScalarOpName): Binary =>
  (self, other) =>
    isOperand(other)
      ? attempt(self, name, () => elemwise(name, self, asVariable(self.context, other)))
      : NotImplemented;

const backward =
  (name: ScalarOpName): Binary =>
  (self, other) =>
    isOperand(other)
      ? attempt(self, name, () => elemwise(name, asVariable(self.context, other), self))
      : NotImplemented;

const forgiving: ReadonlySet<ScalarOpName> = new Set(['add', 'sub', 'mul', 'true_div', 'mod', 'pow']);

/** Arithmetic of the libraries catches some errors, so that Python says "unsupported operand type(s)" instead. */
function attempt({ context }: Variable, name: ScalarOpName, make: () => Variable): Value {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof EngineError) || !forgiving.has(name)) throw error;
    if (context.dialect.forgivenErrors.split(' ').includes(error.type)) return NotImplemented;
    throw error;
  }
}

const operatorOps: Readonly<Partial<Record<BinaryOperator, ScalarOpName>>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'true_div',
  '//': 'int_div',
  '%': 'mod',
  '**': 'pow',
  '&': 'and_',
  '|': 'or_',
  '^': 'xor',
};

const operators = (make: (name: ScalarOpName) => Binary): Partial<Record<BinaryOperator, Binary>> =>
  Object.fromEntries(Object.entries(operatorOps).map(([operator, name]) => [operator, make(name)]));

/** Python 2's `/`: discrete operands divide to integers. */
const classicDivision = (a: Variable, b: Variable): Variable =>
  elemwise(isDiscrete(a.dtype) && isDiscrete(b.dtype) ? 'int_div' : 'true_div', a, b);

const comparisons: Readonly<Partial<Record<RichComparison, ScalarOpName>>> = {
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
};

function compareVariable(self: Variable, operator: RichComparison, other: Value): Value {
  if (operator === '==') return self === other ? true : NotImplemented;
  if (operator === '!=') return self === other ? false : NotImplemented;
  return isOperand(other)
    ? elemwise(comparisons[operator]!, self, asVariable(self.context, other))
    : NotImplemented;
}

const comparisonOps: readonly string[] = ['lt', 'le', 'gt', 'ge', 'eq', 'neq'];

function truthOf(self: Variable): boolean {
  if (self.context.dialect.boolOfVariable === 'refused') {
    raiseTypeError(
      'TensorVariable cannot be converted to Python boolean. Call `.astype(bool)` for the symbolic equivalent.',
    );
  }
  const scalarOp = (self.owner?.op.params as { scalar?: string } | undefined)?.scalar;
  if (scalarOp !== undefined && comparisonOps.includes(scalarOp)) {
    raiseTypeError('Variables do not support boolean operations.');
  }
  return true;
}

function* partsOf(self: Variable): Generator<Variable> {
  const length = self.ndim === 1 || self.type.shape[0] !== null ? vectorLength(self) : null;
  if (self.ndim === 0 || length === null) throw noIteration(self);
  for (let i = 0; i < length; i++) {
    yield subtensor(self, [{ kind: 'integer', value: int64Constant(self.context, i) }]);
  }
}

const noNumber = (number: string, method: string): never =>
  raiseTypeError(
    `TensorVariable${number === 'integer' ? '' : 's'} cannot be converted to Python ${number}. Call \`.astype(${method})\` for the symbolic equivalent.`,
  );

/** What PyTensor's tensors answer where the older libraries leave the refusal to Python: they lack these methods. */
export const refusals: Omit<NativeType<Variable>, 'name'> & {
  readonly methods: Readonly<Record<string, NativeBody>>;
} = {
  int: () => noNumber('integer', 'int'),
  index: () => noNumber('integer', 'int'),
  float: () => noNumber('float', 'float'),
  setItem: (self) => raiseTypeError(self.context.dialect.noAssignment),
  deleteItem: () => raiseAttributeError('__delitem__'),
  methods: { '__complex__()': () => noNumber('complex number', 'complex') },
};

const unaryTable = Object.fromEntries(
  unaryMethods.map((name) => [`${name}()`, (self: Variable): Value => elemwise(name, self)]),
);

const methods = {
  '__trunc__()': (self: Variable) => elemwise('trunc', self),
  ...variableMethods,
  ...unaryTable,
  '__div__(other)': (self: Variable, other: Value) =>
    isOperand(other) ? classicDivision(self, asVariable(self.context, other)) : NotImplemented,
  '__rdiv__(other)': (self: Variable, other: Value) =>
    isOperand(other) ? classicDivision(asVariable(self.context, other), self) : NotImplemented,
  'astype(dtype)': castOf,
  'dimshuffle(*pattern)': dimShuffleOf,
  'transpose(*axes)': transposeOf,
  'reshape(shape, *rest, ndim?)': reshapeMethod,
  'trace()': (self: Variable) => traceOf(self),
  'ravel()': (self: Variable) => variableMethods['flatten(ndim?, outdim?)']!(self),
  'norm(L, axis?, keepdims?)': normOf,
  'copy(name?)': (self: Variable, name: Value | undefined) => {
    const copied = elemwise('identity', self);
    copied.name = nameArgument(name);
    return copied;
  },
};

/** What tensors have beside what every variable has. */
export const tensorOperatorsType = defineType<Variable>({
  name: '_tensor_py_operators',
  isPython: true,
  module: 'theano.tensor.var',
  attributes: {
    dtype: (self) => self.dtype,
    ndim: (self) => self.ndim,
    broadcastable: (self) => new PyTuple(broadcastPattern(self.type)),
    shape: (self) => shapeOf(self),
    size: (self) => sizeOf(self),
    T: (self) => namedTranspose(self),
    mT: (self) => matrixTranspose(self),
  },
  methods,
  constants: { __array_priority__: 1000 },
  binary: { ...operators(forward), '@': matmul },
  reflected: { ...operators(backward), '@': (self, other) => matmul(asVariable(self.context, other), self) },
  unary: {
    '-': (self) => elemwise('neg', self),
    '~': (self) => elemwise('invert', self),
  },
  compare: compareVariable,
  hash: identityOf,
  abs: (self) => elemwise('abs_', self),
  bool: truthOf,
  iterate: (self) => {
    const parts = partsOf(self);
    return () => parts.next().value ?? undefined;
  },
  getItem: indexVariable,
  getMissing: (self, name) => partMethod(self, name) ?? missingAttribute(self, name),
});

/** `x.mT`. */
function matrixTranspose(self: Variable): Value {
  if (self.context.dialect.matrixTranspose === 'present') return transposedMatrix(self);
  return raiseAttributeError(`'${typeOf(self).name}' object has no attribute 'mT'`);
}

function matmul(self: Variable, other: Value): Value {
  const { matmulOperator } = self.context.dialect;
  if (matmulOperator === 'absent' || !isOperand(other)) return NotImplemented;
  const right = asVariable(self.context, other);
  return matmulOperator === 'matmul' ? matmulOf(self, right) : dotProduct(self, right);
}

function constantRepr(self: Constant): string {
  const { dialect } = self.context;
  if (dialect.constantRepr === 'text') return printVariable(self);
  const value = self.type.isNumber ? `np.${self.dtype}(${self.value.at(0)})` : repr(self.value);
  const shown = value.length > 20 ? `${value.slice(0, 10).trim()} ... ${value.slice(-10).trim()}` : value;
  return `${typeOf(self).name}(${reprType(dialect, self.type)}, data=${shown})`;
}

/** A variable with a value known when the graph is built. */
export const constantType = defineType<Constant>({
  name: 'Constant',
  module: 'theano.gof.graph',
  class: Constant,
  bases: [tensorOperatorsType, variableType],
  attributes: {
    data: (self) => (self.isNone ? null : self.value),
    value: (self) => (self.isNone ? null : self.value),
  },
  methods: {
    'equals(other)': (self: Constant, other: Value) =>
      other instanceof Constant && sameGraphs([self], [other]),
  },
  repr: constantRepr,
  str: printVariable,
});
