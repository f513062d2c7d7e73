/** `argparse.Namespace`, and reprs that list attributes. */
import { AttributeTable } from '../../../attributeTable.ts';
import { getAttribute, setAttribute, tryGetAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { equals } from '../../../protocols/comparison.ts';
import { repr, str } from '../../../protocols/text.ts';
import { typeOf } from '../../../pyType.ts';
import { dictType } from '../../../types/dictType.ts';
import { NotImplemented, type PyObject, type PyType, type Value } from '../../../values.ts';
import { libraryClass } from '../libraryClass.ts';

/** What an option is given to leave it out: of the namespace as a default, of the help as a help. */
export const suppress = '==SUPPRESS==';

const isIdentifier = /^[\p{L}_][\p{L}\p{N}_]*$/u;

const attributesOf = (self: PyObject): AttributeTable<Value> => self.attributes ?? new AttributeTable();

/** `Name(a=1, b=2, **{'not-a-name': 3})`. */
export function holderText(name: string, fields: Iterable<readonly [string, Value]>): string {
  const parts: string[] = [];
  const others: string[] = [];
  for (const [key, value] of fields) {
    if (isIdentifier.test(key)) parts.push(`${key}=${repr(value)}`);
    else others.push(`${repr(key)}: ${repr(value)}`);
  }
  if (others.length > 0) parts.push(`**{${others.join(', ')}}`);
  return `${name}(${parts.join(', ')})`;
}

const asDict = (self: PyObject): Value => call(dictType, [], new Map(attributesOf(self)));

/** A fresh class, since programs can change it. */
export const namespaceClass = (): PyType => {
  const type: PyType = libraryClass({
    name: 'Namespace',
    module: 'argparse',
    methods: {
      '__init__(**kwargs)': (self: PyObject, given: Map<string, Value>) => {
        for (const [name, value] of given) setAttribute(self, name, value);
        return null;
      },
      '__repr__()': (self: PyObject) => holderText(typeOf(self).name, attributesOf(self)),
      '__contains__(key)': (self: PyObject, key: Value) => attributesOf(self).get(str(key)) !== undefined,
      '__eq__(other)': (self: PyObject, other: Value) =>
        typeOf(other).mro.includes(type) ? equals(asDict(self), asDict(other as PyObject)) : NotImplemented,
    },
    values: { __hash__: null },
  });
  return type;
};

/** An attribute of a namespace; `undefined` where it has none. */
export const readName = (namespace: Value, name: string): Value | undefined =>
  tryGetAttribute(namespace, name);

/** All attributes of a namespace. */
export function namesOf(namespace: Value): readonly (readonly [string, Value])[] {
  const { attributes } = namespace as PyObject;
  return [...(attributes ?? [])].map(([name]) => [name, getAttribute(namespace, name)]);
}
