/** `mappingproxy`: the read-only view of a namespace that `vars(cls)` gives, and `types.MappingProxyType`. */
import { PyDict } from '../containers.ts';
import { equality } from '../equality.ts';
import { raiseTypeError } from '../exceptions.ts';
import { getAttribute } from '../protocols/attributes.ts';
import { equals } from '../protocols/comparison.ts';
import { iterate } from '../protocols/iteration.ts';
import { repr, str } from '../protocols/text.ts';
import { defineType, typeOf } from '../pyType.ts';
import { PyNativeAttribute, PyObject } from '../values.ts';
import { dictItem, dictViewTypes, type PyDictView } from './dictType.ts';

export class PyMappingProxy extends PyObject {
  readonly dict: PyDict;
  constructor(dict: PyDict) {
    super();
    this.dict = dict;
  }
}

const readers = new Set(['get', 'keys', 'values', 'items', 'copy', '__reversed__']);

export const mappingProxyType = defineType<PyMappingProxy>({
  name: 'mappingproxy',
  class: PyMappingProxy,
  create: (_type, args) => {
    const [dict] = args;
    if (dict instanceof PyDict) return new PyMappingProxy(dict);
    return raiseTypeError(`mappingproxy() argument must be a mapping, not ${typeOf(dict ?? null).name}`);
  },
  iterate: (self) => iterate(self.dict),
  length: (self) => self.dict.table.size,
  contains: (self, key) => self.dict.table.has(key),
  getItem: (self, key) => dictItem(self.dict, key),
  compare: equality((self, other) => equals(self.dict, other instanceof PyMappingProxy ? other.dict : other)),
  str: (self) => str(self.dict),
  repr: (self) => `mappingproxy(${repr(self.dict)})`,
  getMissing: (self, name) => (readers.has(name) ? getAttribute(self.dict, name) : undefined),
});

const viewedMapping = new PyNativeAttribute(
  'mapping',
  (self: PyDictView) => new PyMappingProxy(self.dict),
  null,
);
for (const type of Object.values(dictViewTypes)) type.namespace.set('mapping', viewedMapping);
