/** The fields of dataclasses: what `field()` gives and what the annotations of a class mean. */
import { namespaceDict, PyDict } from '../../../containers.ts';
import { raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { repr } from '../../../protocols/text.ts';
import { defineType, lookupInType, typeOf } from '../../../pyType.ts';
import { PyMappingProxy } from '../../../types/mappingProxy.ts';
import { PyObject, type PyType, type Value } from '../../../values.ts';

/** `MISSING` and `KW_ONLY`. */
class PyMarker extends PyObject {
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
}
defineType<PyMarker>({
  name: '_MISSING_TYPE',
  module: 'dataclasses',
  class: PyMarker,
  repr: (self) => self.text,
});
export const missing = new PyMarker('<dataclasses._MISSING_TYPE object>');
export const keywordOnly = new PyMarker('<dataclasses._KW_ONLY_TYPE object>');

/** `InitVar[type]`. */
export class PyInitVar extends PyObject {
  readonly type: Value;
  constructor(type: Value) {
    super();
    this.type = type;
  }
}
export const initVarType: PyType = defineType<PyInitVar>({
  name: 'InitVar',
  module: 'dataclasses',
  class: PyInitVar,
  create: (_type, args) => new PyInitVar(args[0] ?? null),
  attributes: { type: (self) => self.type },
  classMethods: { '__class_getitem__(type)': (_cls: PyType, type: Value) => new PyInitVar(type) },
  repr: (self) => `dataclasses.InitVar[${repr(self.type)}]`,
});

/** One field. */
export class PyField extends PyObject {
  name: Value = null;
  type: Value = null;
  default: Value | undefined = undefined;
  factory: Value | undefined = undefined;
  inRepr = true;
  inInit = true;
  inCompare = true;
  /** null: as in comparisons. */
  inHash: boolean | null = null;
  isKeywordOnly: boolean | null = null;
  variety: 'field' | 'initVar' = 'field';
  metadata: PyDict = new PyDict();

  /** The name of a field that belongs to a class. */
  get key(): string {
    return String(this.name);
  }
}
defineType<PyField>({
  name: 'Field',
  module: 'dataclasses',
  class: PyField,
  attributes: {
    name: (self) => self.name,
    type: (self) => self.type,
    default: (self) => self.default ?? (self.default === null ? null : missing),
    default_factory: (self) => self.factory ?? missing,
    init: (self) => self.inInit,
    repr: (self) => self.inRepr,
    hash: (self) => self.inHash,
    compare: (self) => self.inCompare,
    metadata: (self) => new PyMappingProxy(self.metadata),
    kw_only: (self) => self.isKeywordOnly ?? missing,
  },
  repr: (self) => {
    const shown = (value: Value | undefined): string => (value === undefined ? repr(missing) : repr(value));
    const parts = [
      `name=${repr(self.name)}`,
      `type=${repr(self.type)}`,
      `default=${shown(self.default)}`,
      `default_factory=${shown(self.factory)}`,
      `init=${repr(self.inInit)}`,
      `repr=${repr(self.inRepr)}`,
      `hash=${repr(self.inHash)}`,
      `compare=${repr(self.inCompare)}`,
      `metadata=mappingproxy(${repr(self.metadata)})`,
      `kw_only=${self.isKeywordOnly === null ? repr(missing) : repr(self.isKeywordOnly)}`,
      `_field_type=${self.variety === 'field' ? '_FIELD' : '_FIELD_INITVAR'}`,
    ];
    return `Field(${parts.join(',')})`;
  },
});

const given = (value: Value | undefined): Value | undefined => (value === missing ? undefined : value);

/** The body of `field(*, default, default_factory, init, repr, compare, hash, metadata, kw_only)`. */
export function makeField(...args: (Value | undefined)[]): Value {
  const [value, factory, init, inRepr, compare, hash, metadata, kwOnly] = args.map(given);
  if (value !== undefined && factory !== undefined) {
    raiseValueError('cannot specify both default and default_factory');
  }
  const made = new PyField();
  made.default = value;
  made.factory = factory;
  made.inInit = init === undefined || isTrue(init);
  made.inRepr = inRepr === undefined || isTrue(inRepr);
  made.inCompare = compare === undefined || isTrue(compare);
  made.inHash = hash === undefined || hash === null ? null : isTrue(hash);
  if (metadata instanceof PyDict) made.metadata = metadata;
  made.isKeywordOnly = kwOnly === undefined ? null : isTrue(kwOnly);
  return made;
}

const fieldsByClass = new WeakMap<PyType, readonly PyField[]>();

export const setFields = (type: PyType, fields: readonly PyField[]): void =>
  void fieldsByClass.set(type, fields);

/** The fields of a dataclass; `undefined` for other classes. Pseudo-fields (`InitVar`) are among them. */
export const fieldsOfClass = (type: PyType): readonly PyField[] | undefined =>
  type.mro.map((each) => fieldsByClass.get(each)).find((each) => each !== undefined);

function inheritedFields(type: PyType): Map<string, PyField> {
  const fields = new Map<string, PyField>();
  for (const base of [...type.mro].reverse()) {
    for (const field of fieldsByClass.get(base) ?? []) fields.set(field.key, field);
  }
  return fields;
}

const isClassVar = (hint: Value): boolean =>
  typeof hint === 'string' ? /^(?:\w+\.)?ClassVar\b/.test(hint) : /^typing\.ClassVar\b/.test(hintRepr(hint));

const hintRepr = (hint: Value): string =>
  typeof hint === 'object' && hint !== null && typeOf(hint).module === 'typing' ? repr(hint) : '';

const isInitVar = (hint: Value): boolean =>
  hint instanceof PyInitVar ||
  hint === initVarType ||
  (typeof hint === 'string' && /^(?:\w+\.)?InitVar\b/.test(hint));

const isKeywordOnlyMark = (hint: Value): boolean =>
  hint === keywordOnly || (typeof hint === 'string' && /^(?:\w+\.)?KW_ONLY$/.test(hint));

/** The fields of a class from its annotations, after those of its bases. Class attributes become the defaults. */
export function collectFields(type: PyType, options: { readonly keywordOnly: boolean }): readonly PyField[] {
  const fields = inheritedFields(type);
  const annotations = type.namespace.get('__annotations__');
  let isKeywordOnly = options.keywordOnly;
  const entries = annotations instanceof PyDict ? [...annotations.table.entries()] : [];
  for (const { key, value: hint } of entries) {
    const name = String(key);
    if (isKeywordOnlyMark(hint)) isKeywordOnly = true;
    else if (!isClassVar(hint)) fields.set(name, ownField(type, { name, hint, isKeywordOnly }));
  }
  for (const [name, value] of type.namespace) {
    if (value instanceof PyField && !fields.has(name)) {
      raiseTypeError(`${repr(name)} is a field but has no type annotation`);
    }
  }
  return [...fields.values()];
}

function ownField(
  type: PyType,
  { name, hint, isKeywordOnly }: { name: string; hint: Value; isKeywordOnly: boolean },
): PyField {
  const value = type.namespace.get(name);
  const field = value instanceof PyField ? value : new PyField();
  field.name = name;
  field.type = hint;
  if (!(value instanceof PyField)) field.default = value;
  field.isKeywordOnly ??= isKeywordOnly;
  if (isInitVar(hint)) {
    field.variety = 'initVar';
    if (field.factory !== undefined) raiseTypeError(`field ${name} cannot have a default factory`);
  }
  const shared = field.default;
  if (shared !== undefined && lookupInType(typeOf(shared), '__hash__') === null) {
    raiseValueError(
      `mutable default <class '${typeOf(shared).name}'> for field ${name} is not allowed: use default_factory`,
    );
  }
  if (field.default === undefined) type.namespace.delete(name);
  else type.namespace.set(name, field.default);
  return field;
}

/** The dict that `__dataclass_fields__` is. */
export const fieldDict = (fields: readonly PyField[]): Value =>
  namespaceDict(new Map(fields.map((field) => [field.key, field as Value])));
