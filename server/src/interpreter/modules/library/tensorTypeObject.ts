/** `x.type`: the type of a variable as a Python object that makes variables when it is called. */
import {
  broadcastPattern,
  printType,
  type StaticLength,
  sameType,
  type TensorType,
  tensorType,
} from '../../../graph/tensorType.ts';
import { type GraphContext, Variable } from '../../../graph/variable.ts';
import { raiseTypeError } from '../../exceptions.ts';
import { identityOf } from '../../protocols/hashing.ts';
import { defineType } from '../../pyType.ts';
import { asText } from '../../types/textValues.ts';
import { NotImplemented, PyTuple, type Value } from '../../values.ts';

/** A tensor type of one library. */
export class TensorTypeObject {
  readonly context: GraphContext;
  readonly type: TensorType;

  constructor(context: GraphContext, type: TensorType) {
    this.context = context;
    this.type = tensorType(context.dialect, type);
  }
}

/** A name argument; null for None and a missing one. */
export function nameArgument(value: Value | undefined): string | null {
  if (value === undefined || value === null) return null;
  return asText(value) ?? raiseTypeError('name must be a string');
}

const lengths = (shape: readonly StaticLength[]): PyTuple => new PyTuple([...shape]);

export const tensorTypeType = defineType<TensorTypeObject>({
  name: 'TensorType',
  module: 'tensor.type',
  class: TensorTypeObject,
  attributes: {
    dtype: (self) => self.type.dtype,
    ndim: (self) => self.type.shape.length,
    broadcastable: (self) => new PyTuple(broadcastPattern(self.type)),
    shape: (self) => lengths(self.type.shape),
  },
  methods: {
    'make_variable(name?)': (self: TensorTypeObject, name: Value | undefined) =>
      new Variable(self.context, self.type, { name: nameArgument(name) }),
  },
  call: (self, args, keywords) =>
    new Variable(self.context, self.type, { name: nameArgument(args[0] ?? keywords?.get('name')) }),
  compare: (self, operator, other) => {
    if (operator !== '==' && operator !== '!=') return NotImplemented;
    const isSame = other instanceof TensorTypeObject && sameType(self.type, other.type);
    return operator === '==' ? isSame : !isSame;
  },
  hash: (self) => identityOf(self.context) + self.type.shape.length,
  repr: (self) => printType(self.context.dialect, self.type),
});
