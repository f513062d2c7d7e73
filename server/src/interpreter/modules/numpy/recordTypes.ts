/** `numpy.void`: the class of records. */
import { byteSize, type DType } from '../../../tensor/dtype.ts';
import { NDArray } from '../../../tensor/ndarray.ts';
import { fieldsOf } from '../../../tensor/recordElement.ts';
import { arrayText } from '../../../tensor/text.ts';
import { fieldsText } from '../../../tensor/typeCodes.ts';
import { notSupported } from '../../exceptions.ts';
import { equals } from '../../protocols/comparison.ts';
import { hash } from '../../protocols/hashing.ts';
import { repr } from '../../protocols/text.ts';
import { defineType } from '../../pyType.ts';
import { NotImplemented, PyTuple, type PyType, type Value } from '../../values.ts';
import { elementOf, numpyVersion } from './conversion.ts';
import { dtypeObject, scalarTypes } from './dtypeObjects.ts';
import { NumpyScalar, presented, pythonNumber } from './numpyScalar.ts';
import { fieldOfVoid, PyVoid, setField } from './recordValues.ts';

/** The fields as Python's values. */
export function tupleOf(self: PyVoid): PyTuple {
  return new PyTuple(
    fieldsOf(self.dtype).map(({ dtype }, k) => {
      const field = fieldOfVoid(self, k);
      return pythonNumber(dtype as DType, field.at(0));
    }),
  );
}

/** NumPy 1 writes a record as an array of it, NumPy 2 as its tuple. */
const voidText = (self: PyVoid): string =>
  numpyVersion() === 1 ? arrayText(self.array, 1) : repr(tupleOf(self));

function voidRepr(self: PyVoid): string {
  const text = voidText(self);
  return numpyVersion() === 1 ? text : `np.void(${text}, dtype=${fieldsText(self.dtype)})`;
}

const fieldValue = (self: PyVoid, index: Value): Value => presented(fieldOfVoid(self, index));

export const voidType: PyType = defineType<PyVoid>({
  name: 'numpy.void',
  module: 'numpy',
  class: PyVoid,
  create: () => notSupported('numpy.void()'),
  attributes: {
    dtype: (self) => dtypeObject(self.dtype),
    shape: () => new PyTuple([]),
    ndim: () => 0,
    size: () => 1,
    itemsize: (self) => byteSize(self.dtype),
    nbytes: (self) => byteSize(self.dtype),
  },
  methods: {
    'item()': tupleOf,
    'tolist()': tupleOf,
    'copy()': (self: PyVoid) => new PyVoid(self.array.copy()),
  },
  getItem: (self, index) => fieldValue(self, index),
  setItem: (self, index, value) => {
    const { dtype } = fieldOfVoid(self, index);
    setField(self, index, elementOf(value, dtype));
  },
  length: (self) => fieldsOf(self.dtype).length,
  iterate: (self) => {
    let at = 0;
    return () => (at < fieldsOf(self.dtype).length ? fieldValue(self, at++) : undefined);
  },
  compare: (self, operator, other) => {
    if (!(other instanceof PyVoid) || (operator !== '==' && operator !== '!=')) {
      if (
        other instanceof PyVoid ||
        other instanceof NDArray ||
        other instanceof NumpyScalar ||
        other instanceof PyTuple
      )
        notSupported('comparing a record with this');
      return NotImplemented;
    }
    if (other.dtype !== self.dtype) notSupported('comparing records of different types');
    return new NumpyScalar('bool', equals(tupleOf(self), tupleOf(other)) === (operator === '==') ? 1 : 0);
  },
  hash: (self) => hash(tupleOf(self)),
  repr: voidRepr,
  str: voidText,
});
scalarTypes.set('V', voidType);
