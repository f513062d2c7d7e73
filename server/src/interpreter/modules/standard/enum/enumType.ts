/** The metaclass of enumerations: makes the members, finds them by name and value. */
import { PyDict } from '../../../containers.ts';
import {
  exceptionType,
  raise,
  raiseAttributeError,
  raiseKeyError,
  raiseTypeError,
  raiseValueError,
} from '../../../exceptions.ts';
import { tryGetAttribute } from '../../../protocols/attributes.ts';
import { call, callSpecial, instantiate } from '../../../protocols/calls.ts';
import { bodyNamespaces, createClass } from '../../../protocols/classCreation.ts';
import { iterateArray, toArray } from '../../../protocols/iteration.ts';
import { repr, str } from '../../../protocols/text.ts';
import { defineType, isSubtype, lookupInType, typeOf, typeType } from '../../../pyType.ts';
import { callSite, classChanged } from '../../../runtime.ts';
import { PyMappingProxy } from '../../../types/mappingProxy.ts';
import {
  type Keywords,
  PyInstance,
  PyIterator,
  PyObject,
  PyStaticMethod,
  PyTuple,
  type PyType,
  type Value,
} from '../../../values.ts';
import { setField } from '../libraryClass.ts';
import { EnumInfo, EnumNamespace, infoOf, isMember, memberName, PyMarked, setInfo } from './enumMembers.ts';
import { finishFlag, missingFlag } from './flags.ts';

function createEnum(metaclass: PyType, args: readonly Value[], keywords: Keywords): Value {
  const [name, bases, dict] = args;
  if (name === undefined || !(bases instanceof PyTuple) || !(dict instanceof PyDict))
    return raiseTypeError('EnumType.__new__() takes a name, bases and a namespace');
  const namespace = new Map([...dict.table.entries()].map(({ key, value }) => [String(key), value] as const));
  const ignored = namespace.get('_ignore_');
  if (ignored !== undefined) {
    const names = typeof ignored === 'string' ? ignored.split(/[\s,]+/) : toArray(ignored).map(str);
    for (const each of ['_ignore_', ...names]) namespace.delete(each);
  }
  const found = [...namespace].filter(([each, value]) => isMember(each, value));
  for (const [each] of found) namespace.delete(each);
  const baseTypes = toArray(bases) as PyType[];
  for (const base of baseTypes) {
    if ((infoOf(base)?.members.length ?? 0) > 0) {
      raiseTypeError(`<enum '${str(name)}'> cannot extend ${repr(base)}`);
    }
  }
  const given = new Map(keywords ?? []);
  const boundary = given.get('boundary');
  given.delete('boundary');
  const generate = namespace.get('_generate_next_value_');
  if (generate !== undefined && !(generate instanceof PyStaticMethod)) {
    namespace.set('_generate_next_value_', new PyStaticMethod(generate));
  }
  const type = createClass(metaclass, { name: str(name), bases: baseTypes, namespace, keywords: given });
  keepTexts(type, baseTypes.at(-1));
  const info = new EnumInfo();
  const parents = type.mro.map(infoOf).filter((each) => each !== undefined);
  info.isFlag = parents.some((each) => each.isFlag);
  info.boundary = parents[0]?.boundary ?? 'strict';
  if (boundary !== undefined && boundary !== null) {
    info.boundary = str(tryGetAttribute(boundary, '_value_') ?? boundary) as EnumInfo['boundary'];
  }
  setInfo(type, info);
  for (const [each, value] of found) {
    addMember(type, info, each, value instanceof PyMarked ? value.value : value);
  }
  if (info.isFlag) finishFlag(info);
  classChanged(type);
  return type;
}

/** The texts of members are the enumeration's, not those of a mixed-in type that comes first. */
export function keepTexts(type: PyType, base: PyType | undefined): void {
  const data = dataType(type);
  if (data === null || base === undefined) return;
  for (const name of ['__repr__', '__str__', '__format__']) {
    const found = lookupInType(type, name);
    if (found !== undefined && found !== lookupInType(data, name)) continue;
    const own = lookupInType(base, name);
    if (own !== undefined) type.namespace.set(name, own);
  }
  classChanged(type);
}

/** The classes of members that make values of their own: `__new__` of the program, or of a mixed-in type. */
function makeMember(type: PyType, args: readonly Value[]): PyObject {
  const found = lookupInType(type, '__new__');
  const create = found instanceof PyStaticMethod ? found.callee : (found ?? null);
  const isPlain = found === undefined || found === lookupInType(typeType.mro[1]!, '__new__');
  const made = isPlain ? new PyInstance(type) : call(create, [type, ...args]);
  return made instanceof PyObject && isSubtype(typeOf(made), type)
    ? made
    : raiseTypeError(`cannot make a member of ${type.name}`);
}

function addMember(type: PyType, info: EnumInfo, name: string, value: Value): void {
  const isMixed = dataType(type) !== null;
  const args = value instanceof PyTuple ? value.items : [value];
  const isTupleValue = dataType(type)?.name === 'tuple';
  const member = makeMember(type, isTupleValue ? [value] : args);
  if (member.attributes?.get('_value_') === undefined) {
    setField(member, '_value_', isMixed ? plainValue(type, args, value) : value);
  }
  const own = member.attributes!.get('_value_')!;
  setField(member, '_name_', name);
  setField(member, '__objclass__', type);
  setField(member, '_sort_order_', info.members.length);
  const initialize = lookupInType(type, '__init__');
  if (initialize !== undefined) callSpecial(initialize, member, isTupleValue ? [value] : args);
  const final = member.attributes!.get('_value_') ?? own;
  const known = info.find(final);
  const chosen = known ?? member;
  if (!known) {
    info.members.push(member);
    info.remember(final, member);
  }
  info.byName.set(name, chosen);
  type.namespace.set(name, chosen);
  classChanged(type);
}

/** The mixed-in type that gives members their value: `int`, `str`, …; null for none. */
export function dataType(type: PyType): PyType | null {
  const object = typeType.mro[1]!;
  for (const each of type.mro) {
    if (infoOf(each) || each === object) continue;
    if (each.isNative) return each;
    const hasNew = each.namespace.has('__new__') && !each.mro.some((base) => infoOf(base));
    if (hasNew) return each;
  }
  return null;
}

function plainValue(type: PyType, args: readonly Value[], value: Value): Value {
  const data = dataType(type);
  return data?.isNative && data.name !== 'tuple' ? call(data, args) : value;
}

/** `Color(value)`: the member, what `_missing_` gives, or ValueError. */
export function lookUp(type: PyType, value: Value): Value {
  const info = infoOf(type)!;
  if (value instanceof PyObject && typeOf(value) === type) return value;
  const found = info.find(value);
  if (found) return found;
  const custom = tryGetAttribute(type, '_missing_');
  const made = custom === undefined ? null : call(custom, [value]);
  const isMade = made instanceof PyObject && isSubtype(typeOf(made), type);
  if (isMade) return made;
  if (info.isFlag && made !== null && info.boundary === 'eject') return made;
  if (made !== null) {
    raiseTypeError(
      `error in ${type.name}._missing_: returned ${repr(made)} instead of None or a valid member`,
    );
  }
  return raiseValueError(`${repr(value)} is not a valid ${type.qualifiedName}`);
}

/** `Enum('Color', 'RED GREEN')`. */
function functional(type: PyType, args: readonly Value[], keywords: Keywords): Value {
  const [name, given = keywords?.get('names')] = args;
  const start = keywords?.get('start') ?? 1;
  const namespace = new EnumNamespace([type]);
  const module = keywords?.get('module') ?? callSite().frame?.globals.get('__name__') ?? '__main__';
  namespace.set('__module__', module);
  const names =
    typeof given === 'string' ? given.split(/[\s,]+/).filter((each) => each !== '') : toArray(given!);
  const values: Value[] = [];
  for (const [index, each] of names.entries()) {
    if (typeof each === 'string') {
      const isDict = given instanceof PyDict;
      const generate = tryGetAttribute(type, '_generate_next_value_')!;
      const value = isDict
        ? given.table.get(each)!
        : call(generate, [each, start, index, toListValue(values)]);
      values.push(value);
      namespace.set(each, value);
    } else {
      const [key, value] = toArray(each);
      values.push(value!);
      namespace.set(str(key!), value!);
    }
  }
  const mixed = keywords?.get('type');
  const bases = new PyTuple(mixed === undefined ? [type] : [mixed, type]);
  return call(typeOf(type), [name!, bases, PyDict.from(namespace)]);
}

const toListValue = (values: readonly Value[]): Value => new PyTuple([...values]);

const notFoundNames = new Set(['names', 'module', 'qualname', 'type', 'start', 'boundary']);

export const enumType: PyType = defineType<PyType>({
  name: 'EnumType',
  module: 'enum',
  bases: [typeType],
  create: createEnum,
  call: (type, args, keywords) => {
    const info = infoOf(type);
    if (!info) return instantiate(type, args, keywords);
    const isFunctional = info.members.length === 0 && (args.length > 1 || keywords?.has('names') === true);
    if (isFunctional) return functional(type, args, keywords);
    const value = args[0] ?? keywords?.get('value');
    if (value === undefined) {
      raiseTypeError(`EnumType.__call__() missing 1 required positional argument: 'value'`);
    }
    for (const name of keywords?.keys() ?? []) {
      if (!notFoundNames.has(name) && name !== 'value') {
        raiseTypeError(`EnumType.__call__() got an unexpected keyword argument '${name}'`);
      }
    }
    return lookUp(type, args.length > 1 ? new PyTuple(args) : value);
  },
  attributes: {
    __members__: (type) => new PyMappingProxy(PyDict.from(infoOf(type)?.byName ?? [])),
    _member_names_: (type) => new PyTuple((infoOf(type)?.members ?? []).map(memberName)),
    _member_map_: (type) => PyDict.from(infoOf(type)?.byName ?? []),
    _value2member_map_: (type) =>
      PyDict.from(
        (infoOf(type)?.members ?? []).map((each) => [each.attributes!.get('_value_')!, each] as const),
      ),
  },
  iterate: (type) => iterateArray(infoOf(type)?.members ?? []),
  length: (type) => infoOf(type)?.members.length ?? 0,
  bool: () => true,
  contains: (type, value) => {
    if (value instanceof PyObject && isSubtype(typeOf(value), type)) return true;
    return infoOf(type)?.find(value) !== undefined;
  },
  getItem: (type, name) => infoOf(type)?.byName.get(str(name)) ?? raiseKeyError(name),
  repr: (type) => `<${infoOf(type)?.isFlag ? 'flag' : 'enum'} '${type.name}'>`,
  setAttribute: (type, name) => {
    if (infoOf(type)?.byName.has(name)) raiseAttributeError(`cannot reassign member '${name}'`);
    return false;
  },
  methods: {
    '__reversed__()': (type: PyType) => {
      const members = [...(infoOf(type)?.members ?? [])];
      return new PyIterator('generator', () => members.pop());
    },
  },
});
bodyNamespaces.set(enumType, (bases) => new EnumNamespace(bases));

/** The default `_missing_`: flags make members of several bits. */
export function missing(type: PyType, value: Value): Value {
  const info = infoOf(type);
  return info?.isFlag ? missingFlag(type, info, value) : null;
}

/** The default `_generate_next_value_`: one more than the greatest. */
export function nextValue(_name: Value, start: Value, _count: Value, last: Value): Value {
  const values = toArray(last);
  if (values.length === 0) return start;
  const numbers = values.filter((each) => typeof each === 'number' || typeof each === 'bigint');
  if (numbers.length < values.length) {
    raise(exceptionType('TypeError'), `unable to increment ${repr(values.at(-1)!)}`);
  }
  return Math.max(...numbers.map(Number)) + 1;
}
