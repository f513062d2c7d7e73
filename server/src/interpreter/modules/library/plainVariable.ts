/**
 * What every variable has, tensor or not: a name, a type, an owner, and whatever attributes a program or the library hangs
 * on it. `graph/basic.py` of the libraries.
 */
import { printVariable } from '../../../graph/printVariable.ts';
import { reprType } from '../../../graph/tensorType.ts';
import { NominalVariable, SharedVariable, Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { raiseAttributeError } from '../../exceptions.ts';
import { identityOf } from '../../protocols/hashing.ts';
import { repr } from '../../protocols/text.ts';
import { defineType, NativeHook, typeOf } from '../../pyType.ts';
import { NotImplemented, type Value } from '../../values.ts';
import { deepCopy, shallowCopy } from './copies.ts';
import { evaluateVariable } from './evaluate.ts';
import { variableNames } from './names/variableNames.ts';
import { nameArgument, TensorTypeObject } from './tensorTypeObject.ts';
import {
  deleteOwnAttribute,
  ownAttribute,
  protocolAttributes,
  protocolMethods,
  setOwnAttribute,
} from './variableProtocol.ts';

/** Answers for attributes that are not in the types: those hung on the variable; real ones that ScanLens lacks are refused. */
export function missingAttribute(self: Variable, name: string): Value | undefined {
  const own = ownAttribute(self, name);
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
  isPython: true,
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
    ...protocolAttributes,
  },
  methods: {
    ...protocolMethods,
    '__copy__()': shallowCopy,
    '__deepcopy__(memo)': deepCopy,
    'eval(inputs_to_values?)': (self: Variable, values: Value | undefined) => evaluateVariable(self, values),
  },
  compare: (self, operator, other) => {
    if (operator === '==' || operator === '!=') return (self === other) === (operator === '==');
    return NotImplemented;
  },
  hash: identityOf,
  repr: (self) =>
    self instanceof NominalVariable
      ? `NominalTensorVariable(${self.number}, ${reprType(self.context.dialect, self.type)})`
      : printVariable(self),
  str: (self) => (self instanceof NominalVariable ? printVariable(self) : repr(self)),
  getMissing: missingAttribute,
  setAttribute: setOwnAttribute,
});

variableType.namespace.set('__delattr__', new NativeHook('__delattr__', deleteOwnAttribute, variableType));
