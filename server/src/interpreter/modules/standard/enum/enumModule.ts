/** `enum`: Enum, IntEnum, StrEnum, Flag, IntFlag and their helpers. */
import { PyDict } from '../../../containers.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { call } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { formatValue } from '../../../protocols/formatting.ts';
import { hash } from '../../../protocols/hashing.ts';
import { tryIndex } from '../../../protocols/items.ts';
import { iterateArray, toArray } from '../../../protocols/iteration.ts';
import { bitwise } from '../../../protocols/numbers.ts';
import { repr, str } from '../../../protocols/text.ts';
import { typeOf } from '../../../pyType.ts';
import { propertyType } from '../../../types/functionTypes.ts';
import { intType } from '../../../types/numberTypes.ts';
import { strType } from '../../../types/strType.ts';
import {
  int,
  NotImplemented,
  PyIterator,
  type PyModule,
  type PyObject,
  PyType,
  type Value,
} from '../../../values.ts';
import { type LibraryClass, libraryClass } from '../libraryClass.ts';
import { autoType, EnumInfo, infoOf, memberName, memberValue, PyMarked, setInfo } from './enumMembers.ts';
import { dataType, enumType, keepTexts, lookUp, missing, nextValue } from './enumType.ts';
import { partsOf } from './flags.ts';

/** One of the classes here, which have no members. */
function enumeration(definition: Omit<LibraryClass, 'module' | 'metaclass'>): PyType {
  const type = libraryClass({ ...definition, module: 'enum', metaclass: enumType });
  const info = new EnumInfo();
  const parents = type.mro.map(infoOf).filter((each) => each !== undefined);
  info.isFlag = parents.some((each) => each.isFlag);
  setInfo(type, info);
  keepTexts(type, definition.bases?.at(-1));
  return type;
}

/** `repr` of a member's value: that of the mixed-in type. */
const valueText = (self: PyObject): string => repr(memberValue(self));

const enumClass = (): PyType =>
  enumeration({
    name: 'Enum',
    properties: { name: memberName, value: memberValue },
    staticMethods: { '_generate_next_value_(name, start, count, last_values)': nextValue },
    classMethods: { '_missing_(value)': missing },
    methods: {
      '__repr__()': (self: PyObject) => `<${typeOf(self).name}.${str(memberName(self))}: ${valueText(self)}>`,
      '__str__()': (self: PyObject) => `${typeOf(self).name}.${str(memberName(self))}`,
      '__format__(format_spec)': (self: PyObject, spec: Value) => formatValue(str(self), str(spec)),
      '__hash__()': (self: PyObject) => hash(memberName(self)),
      '__copy__()': (self: PyObject) => self,
      '__deepcopy__(memo)': (self: PyObject) => self,
    },
  });

/** The value without the enumeration, for `str` and `format` of IntEnum and StrEnum. */
const plainText = {
  '__str__()': (self: PyObject) => str(memberValue(self)),
  '__format__(format_spec)': (self: PyObject, spec: Value) => formatValue(memberValue(self), str(spec)),
};

const reprEnum = (base: PyType): PyType => enumeration({ name: 'ReprEnum', bases: [base] });

const strEnum = (base: PyType): PyType =>
  enumeration({
    name: 'StrEnum',
    bases: [strType, base],
    methods: plainText,
    staticMethods: {
      '_generate_next_value_(name, start, count, last_values)': (name: Value) => str(name).toLowerCase(),
    },
  });

type Bits = number | bigint;

function operand(self: PyObject, other: Value): Bits | undefined {
  if (typeOf(other) === typeOf(self)) return tryIndex(memberValue(other as PyObject));
  const data = dataType(typeOf(self));
  const plain = typeof other === 'number' || typeof other === 'bigint' || typeof other === 'boolean';
  return data !== null && plain ? tryIndex(other) : undefined;
}

const bitOperation =
  (operator: '&' | '|' | '^') =>
  (self: PyObject, other: Value): Value => {
    const right = operand(self, other);
    const left = tryIndex(memberValue(self));
    if (right === undefined || left === undefined) return NotImplemented;
    return lookUp(typeOf(self), bitwise(operator, left, right));
  };

const flagText = (self: PyObject): string => {
  const name = memberName(self);
  return name === null ? `${typeOf(self).name}(${valueText(self)})` : `${typeOf(self).name}.${str(name)}`;
};

function invert(self: PyObject): Value {
  const info = infoOf(typeOf(self))!;
  const bits = BigInt(tryIndex(memberValue(self)) ?? 0);
  const isKept = info.boundary === 'keep' || info.boundary === 'eject';
  return lookUp(typeOf(self), int(isKept ? ~bits : info.singles & ~bits));
}

function nextBit(_name: Value, start: Value, _count: Value, last: Value): Value {
  const values = toArray(last).map((each) => BigInt(tryIndex(each) ?? 0));
  if (values.length === 0) return start;
  const length = Math.max(...values.map((each) => each.toString(2).length));
  return int(1n << BigInt(length));
}

const flagMethods = {
  '__repr__()': (self: PyObject) => {
    const name = memberName(self);
    const type = typeOf(self).name;
    return name === null ? `<${type}: ${valueText(self)}>` : `<${type}.${str(name)}: ${valueText(self)}>`;
  },
  '__str__()': flagText,
  '__bool__()': (self: PyObject) => isTrue(memberValue(self)),
  '__len__()': (self: PyObject) => partsOf(infoOf(typeOf(self))!, self).length,
  '__iter__()': (self: PyObject) =>
    new PyIterator('generator', iterateArray(partsOf(infoOf(typeOf(self))!, self))),
  '__contains__(other)': (self: PyObject, other: Value) => {
    if (typeOf(other) !== typeOf(self)) {
      raiseTypeError(
        `unsupported operand type(s) for 'in': '${typeOf(other).qualifiedName}' and '${typeOf(self).qualifiedName}'`,
      );
    }
    const wanted = tryIndex(memberValue(other as PyObject))!;
    return bitwise('&', wanted, tryIndex(memberValue(self))!) === wanted;
  },
  '__or__(other)': bitOperation('|'),
  '__and__(other)': bitOperation('&'),
  '__xor__(other)': bitOperation('^'),
  '__ror__(other)': bitOperation('|'),
  '__rand__(other)': bitOperation('&'),
  '__rxor__(other)': bitOperation('^'),
  '__invert__()': invert,
};

function flagClass(base: PyType): PyType {
  const type = enumeration({
    name: 'Flag',
    bases: [base],
    methods: flagMethods,
    staticMethods: { '_generate_next_value_(name, start, count, last_values)': nextBit },
  });
  infoOf(type)!.isFlag = true;
  return type;
}

function intFlagClass(flag: PyType): PyType {
  const type = enumeration({
    name: 'IntFlag',
    bases: [intType, flag],
    methods: { ...flagMethods, ...plainText },
  });
  infoOf(type)!.boundary = 'keep';
  return type;
}

function unique(type: Value): Value {
  const info = type instanceof PyType ? infoOf(type) : undefined;
  if (!info) return raiseTypeError('unique() needs an enumeration');
  const aliases = [...info.byName].filter(([name, member]) => name !== memberName(member));
  if (aliases.length > 0) {
    const shown = aliases.map(([name, member]) => `${name} -> ${str(memberName(member))}`).join(', ');
    raiseValueError(`duplicate values found in ${repr(type)}: ${shown}`);
  }
  return type;
}

export function enumModule(): PyModule {
  const base = enumClass();
  const flag = flagClass(base);
  const repre = reprEnum(base);
  const boundaries = call(base, [
    'FlagBoundary',
    PyDict.from(['STRICT', 'CONFORM', 'EJECT', 'KEEP'].map((name) => [name, name.toLowerCase()] as const)),
  ]) as PyType;
  const boundary = Object.fromEntries(infoOf(boundaries)!.byName);
  return defineModule({
    name: 'enum',
    values: {
      EnumType: enumType,
      EnumMeta: enumType,
      Enum: base,
      ReprEnum: repre,
      IntEnum: enumeration({ name: 'IntEnum', bases: [intType, repre], methods: plainText }),
      StrEnum: strEnum(repre),
      Flag: flag,
      IntFlag: intFlagClass(flag),
      FlagBoundary: boundaries,
      ...boundary,
      auto: autoType,
      property: propertyType,
    },
    functions: {
      'unique(enumeration)': unique,
      'member(value)': (value: Value) => new PyMarked(value, true),
      'nonmember(value)': (value: Value) => new PyMarked(value, false),
      'verify(*checks)': () => notSupported('enum.verify()'),
      'global_enum(cls, update_str?)': (type: Value) => type,
    },
    refused: ['EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE', 'pickle_by_enum_name', 'show_flag_values'],
  });
}
