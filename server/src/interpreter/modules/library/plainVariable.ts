/**
 * What every variable has, tensor or not: a name, a type, an owner, and whatever attributes a program or the library hangs
 * on it. `graph/basic.py` of the libraries.
 */
import { printApply, printVariable } from '../../../graph/printVariable.ts';
import { type DrawParams, drawEntry } from '../../../graph/random/drawOp.ts';
import { type Apply, SharedVariable, Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { raiseAttributeError } from '../../exceptions.ts';
import { identityOf } from '../../protocols/hashing.ts';
import { defineType, lookupInType, typeOf } from '../../pyType.ts';
import { NotImplemented, PyInstance, PyList, type Value } from '../../values.ts';
import { evaluateVariable } from './evaluate.ts';
import { variableNames } from './names/variableNames.ts';
import { nameArgument, TensorTypeObject } from './tensorTypeObject.ts';

/** `x.owner`: the application that made a variable. */
class PyApply {
  readonly apply: Apply;
  constructor(apply: Apply) {
    this.apply = apply;
  }
}

/** `x.owner.op`. */
class PyOp {
  readonly apply: Apply;
  constructor(apply: Apply) {
    this.apply = apply;
  }
}

const applies = new WeakMap<Apply, PyApply>();
const ops = new WeakMap<object, PyOp>();

function ownerOf({ owner }: Variable): Value {
  if (owner === null) return null;
  const known = applies.get(owner) ?? new PyApply(owner);
  applies.set(owner, known);
  return known;
}

function opOf({ apply }: PyApply): PyOp {
  const known = ops.get(apply.op) ?? new PyOp(apply);
  ops.set(apply.op, known);
  return known;
}

const opText = ({ apply }: PyOp): string => {
  const text = printApply(apply.outputs[0]!);
  return text.slice(0, text.indexOf('('.concat(apply.inputs.map(printVariable).join(', '), ')')));
};

defineType<PyApply>({
  name: 'Apply',
  module: 'theano.gof.graph',
  class: PyApply,
  attributes: {
    op: opOf,
    inputs: (self) => new PyList([...self.apply.inputs]),
    outputs: (self) => new PyList([...self.apply.outputs]),
    nin: (self) => self.apply.inputs.length,
    nout: (self) => self.apply.outputs.length,
  },
  methods: { 'default_output()': (self: PyApply) => self.apply.outputs[defaultOutput(self.apply)]! },
  repr: (self) => printApply(self.apply.outputs[0]!),
});

const defaultOutput = ({ op, outputs }: Apply): number =>
  op.entry === drawEntry && outputs[0]!.context.dialect.typeText !== 'theano' ? 1 : 0;

const drawParams = ({ apply }: PyOp, name: string): DrawParams =>
  apply.op.entry === drawEntry
    ? (apply.op.params as DrawParams)
    : raiseAttributeError(`'Op' object has no attribute '${name}'`);

defineType<PyOp>({
  name: 'Op',
  module: 'theano.gof.op',
  class: PyOp,
  attributes: {
    name: (self) => drawParams(self, 'name').name,
    dtype: (self) => drawParams(self, 'dtype').dtype,
  },
  getMissing: (_self, name) => {
    if (name.startsWith('__')) return undefined;
    throw new EngineError('NotSupportedByScanLens', `the attribute ${name} of ops`);
  },
  repr: opText,
});

/** `x.tag`: a place for notes, such as test values. */
const tagType = defineType<PyInstance>({ name: 'scratchpad', module: 'theano.gof.utils' });
const tags = new WeakMap<Variable, PyInstance>();

function tagOf(variable: Variable): PyInstance {
  const known = tags.get(variable) ?? new PyInstance(tagType);
  tags.set(variable, known);
  return known;
}

const ownAttributes = new WeakMap<Variable, Map<string, Value>>();

/** Hangs an attribute on a variable, as the library does: `draw.rng`. */
export function hangOn(variable: Variable, name: string, value: Value): void {
  const own = ownAttributes.get(variable) ?? new Map<string, Value>();
  own.set(name, value);
  ownAttributes.set(variable, own);
}

/** Answers for attributes that are not in the types: those hung on the variable; real ones that ScanLens lacks are refused. */
export function missingAttribute(self: Variable, name: string): Value | undefined {
  const own = ownAttributes.get(self)?.get(name);
  if (own !== undefined) return own;
  const real = variableNames[self.context.dialect.library];
  const isShared = self instanceof SharedVariable;
  const isTensor = self.type.generator === undefined;
  const isKnown = (isTensor && real.variable().has(name)) || (isShared && real.shared().has(name));
  if (isKnown) throw new EngineError('NotSupportedByScanLens', `the attribute ${name} of variables`);
  if (isShared || name.startsWith('__')) return undefined;
  return name === 'get_value' || name === 'set_value'
    ? raiseAttributeError(`'${typeOf(self).name}' object has no attribute '${name}'`)
    : undefined;
}

/** `Variable`: the base of all of them. */
export const variableType = defineType<Variable>({
  name: 'Variable',
  module: 'theano.gof.graph',
  class: Variable,
  attributes: {
    name: {
      get: (self) => self.name,
      set: (self, value) => {
        self.name = nameArgument(value);
      },
    },
    type: (self) => new TensorTypeObject(self.context, self.type),
    owner: ownerOf,
    tag: tagOf,
    index: (self) => (self.owner === null ? null : self.index),
  },
  methods: {
    'eval(inputs_to_values?)': (self: Variable, values: Value | undefined) => evaluateVariable(self, values),
  },
  compare: (self, operator, other) => {
    if (operator === '==' || operator === '!=') return (self === other) === (operator === '==');
    return NotImplemented;
  },
  hash: identityOf,
  repr: printVariable,
  getMissing: missingAttribute,
  setAttribute: (self, name, value) => {
    if (lookupInType(typeOf(self), name) !== undefined) return false;
    hangOn(self, name, value);
    return true;
  },
});
