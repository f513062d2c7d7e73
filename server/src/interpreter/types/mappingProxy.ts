/** `types.MappingProxyType`: a dict that can be read only. */
import { PyDict } from '../containers.ts';
import { raiseTypeError } from '../exceptions.ts';
import { getAttribute } from '../protocols/attributes.ts';
import { contains, equals } from '../protocols/comparison.ts';
import { getItem, lengthOf } from '../protocols/items.ts';
import { iterate } from '../protocols/iteration.ts';
import { binaryFunctions } from '../protocols/operators.ts';
import { repr, str } from '../protocols/text.ts';
import { defineType, lookupInType, typeOf } from '../pyType.ts';
import { NotImplemented, PyObject, type PyType, type Value } from '../values.ts';

export class PyMappingProxy extends PyObject {
  readonly mapping: Value;
  constructor(mapping: Value) {
    super();
    this.mapping = mapping;
  }
}

const inner = (value: Value): Value => (value instanceof PyMappingProxy ? value.mapping : value);

export const mappingProxyType: PyType = defineType<PyMappingProxy>({
  name: 'mappingproxy',
  class: PyMappingProxy,
  create: (_type, args) => {
    const [mapping] = args;
    if (mapping === undefined) raiseTypeError("mappingproxy() missing required argument 'mapping' (pos 1)");
    if (lookupInType(typeOf(mapping), 'keys') === undefined) {
      raiseTypeError(`mappingproxy() argument must be a mapping, not ${typeOf(mapping).name}`);
    }
    return new PyMappingProxy(mapping);
  },
  iterate: (self) => iterate(self.mapping),
  length: (self) => lengthOf(self.mapping),
  contains: (self, key) => contains(self.mapping, key),
  getItem: (self, key) => getItem(self.mapping, key),
  str: (self) => str(self.mapping),
  repr: (self) => `mappingproxy(${repr(self.mapping)})`,
  binary: {
    '|': (a, b) => binaryFunctions['|'](a.mapping, inner(b)),
  },
  compare: (a, operator, b) => {
    if (operator !== '==' && operator !== '!=') return NotImplemented;
    return equals(a.mapping, inner(b)) === (operator === '==');
  },
  methods: { 'copy()': (self: PyMappingProxy) => PyDict.from(pairsOf(self)) },
  getMissing: (self, name) =>
    ['keys', 'values', 'items', 'get'].includes(name) ? getAttribute(self.mapping, name) : undefined,
});

function* pairsOf(self: PyMappingProxy): Generator<readonly [Value, Value]> {
  const next = iterate(self.mapping);
  for (let key = next(); key !== undefined; key = next()) yield [key, getItem(self.mapping, key)];
}
