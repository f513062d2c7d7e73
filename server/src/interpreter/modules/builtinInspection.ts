/** Built-in functions that look at values, attributes and names. */
import { namespaceDict, PyDict } from '../containers.ts';
import { objectType, raiseTypeError, raiseValueError } from '../exceptions.ts';
import { getAttribute, tryGetAttribute } from '../protocols/attributes.ts';
import { callMethodOfType, callSpecial } from '../protocols/calls.ts';
import { isTrue } from '../protocols/comparison.ts';
import { hash, identityOf } from '../protocols/hashing.ts';
import { indexOf } from '../protocols/items.ts';
import { toArray } from '../protocols/iteration.ts';
import { asInteger } from '../protocols/numbers.ts';
import { isSubtype, lookupInType, typeOf, typeType } from '../pyType.ts';
import { callSite, runtime } from '../runtime.ts';
import { PyGenericAlias, PyUnion } from '../types/genericTypes.ts';
import { ownAttributes, sortedNames } from '../types/objectType.ts';
import { sortValues } from '../types/sorting.ts';
import { asText } from '../types/textValues.ts';
import {
  PyBuiltin,
  PyBytes,
  PyFloat,
  PyList,
  PyModule,
  PyTuple,
  PyType,
  PyUnicode,
  type Value,
} from '../values.ts';

/** Only for `isinstance(x, basestring)`. */
export const basestring = new PyType('basestring', [objectType], { isNative: true });
basestring.mro = [basestring, objectType];

/** `isinstance(value, types)`. */
export function isInstanceOf(value: Value, types: Value): boolean {
  if (types instanceof PyTuple) return types.items.some((each) => isInstanceOf(value, each));
  if (!(types instanceof PyType)) return instanceOfHint(value, types);
  if (types === basestring) return typeof value === 'string' || value instanceof PyUnicode;
  if (types.metaclass) {
    const check = lookupInType(types.metaclass, '__instancecheck__');
    if (check !== undefined && check !== lookupInType(typeType, '__instancecheck__'))
      return isTrue(callSpecial(check, types, [value]));
  }
  return isSubtype(typeOf(value), types);
}

function instanceOfHint(value: Value, hint: Value): boolean {
  if (hint instanceof PyUnion) return hint.members.some((each) => isInstanceOf(value, each));
  if (hint instanceof PyGenericAlias) {
    return raiseTypeError('isinstance() argument 2 cannot be a parameterized generic');
  }
  const answer = callMethodOfType(hint, '__instancecheck__', value);
  if (answer !== undefined) return isTrue(answer);
  return raiseTypeError(
    runtime().python === 2
      ? 'isinstance() arg 2 must be a class, type, or tuple of classes and types'
      : 'isinstance() arg 2 must be a type, a tuple of types, or a union',
  );
}

/** Python's `isSubclassOf`. */
export function isSubclassOf(type: Value, types: Value): boolean {
  if (!(type instanceof PyType)) raiseTypeError('issubclass() arg 1 must be a class');
  if (types instanceof PyTuple) return types.items.some((each) => isSubclassOf(type, each));
  if (types instanceof PyUnion) return types.members.some((each) => isSubclassOf(type, each));
  if (!(types instanceof PyType)) {
    if (types instanceof PyGenericAlias)
      return raiseTypeError('issubclass() argument 2 cannot be a parameterized generic');
    const answer = callMethodOfType(types, '__subclasscheck__', type);
    if (answer !== undefined) return isTrue(answer);
    return raiseTypeError('issubclass() arg 2 must be a class, a tuple of classes, or a union');
  }
  const check = types.metaclass ? lookupInType(types.metaclass, '__subclasscheck__') : undefined;
  if (check !== undefined && check !== lookupInType(typeType, '__subclasscheck__'))
    return isTrue(callSpecial(check, types, [type]));
  return isSubtype(type, types);
}

/** Python's `attributeName`. */
export function attributeName(name: Value): string {
  if (name instanceof PyUnicode) return name.value;
  return typeof name === 'string'
    ? name
    : raiseTypeError(`attribute name must be string, not '${typeOf(name).name}'`);
}

/** Python's `getattr`. */
export function getattr(value: Value, name: Value, fallback: Value | undefined): Value {
  if (fallback === undefined) return getAttribute(value, attributeName(name));
  const found = tryGetAttribute(value, attributeName(name));
  return found === undefined ? fallback : found;
}

/** Python's `vars`. */
export function vars(value: Value | undefined): Value {
  if (value === undefined) return locals();
  if (value instanceof PyModule) return namespaceDict(value.namespace);
  const dict = tryGetAttribute(value, '__dict__');
  if (dict === undefined || (typeOf(value).isNative && !ownAttributes(value) && !(value instanceof PyType))) {
    return raiseTypeError('vars() argument must have __dict__ attribute');
  }
  return dict;
}

/** Python's `locals`. */
export function locals(): Value {
  const { frame } = callSite();
  if (!frame) return namespaceDict(runtime().globals);
  if (frame.namespace) return namespaceDict(frame.namespace);
  if (frame.names.functionName === '<module>') return namespaceDict(frame.globals);
  const dict = new PyDict();
  for (const [name, value] of frame.localValues()) dict.table.set(name, value);
  return dict;
}

/** Python's `dir`. */
export function dir(value: Value | undefined): Value {
  if (value === undefined) return new PyList([...(locals() as PyDict).table.keys()].map(String).sort());
  if (value instanceof PyModule) return new PyList([...value.namespace.keys()].sort());
  const own = lookupInType(typeOf(value), '__dir__');
  if (own !== undefined && !(own instanceof PyBuiltin)) {
    return new PyList(sortValues(toArray(callSpecial(own, value, [])), null, { reverse: false }));
  }
  return new PyList([...(sortedNames(value) as PyTuple).items]);
}

/** Python's `chr`. */
export function chr(value: Value): Value {
  const code = indexOf(value);
  const isPython2 = runtime().python === 2;
  if (code < 0 || code >= (isPython2 ? 256 : 0x110000)) {
    raiseValueError(`chr() arg not in range(${isPython2 ? '256' : '0x110000'})`);
  }
  return String.fromCodePoint(Number(code));
}

/** Python 2's `unichr`. */
export function unichr(value: Value): Value {
  if (value instanceof PyFloat) raiseTypeError('integer argument expected, got float');
  if (asInteger(value) === undefined) raiseTypeError('an integer is required');
  const code = indexOf(value);
  if (code < 0 || code >= 0x110000)
    raiseValueError('unichr() arg not in range(0x110000) (wide Python build)');
  return new PyUnicode(String.fromCodePoint(Number(code)));
}

/** Python's `ord`. */
export function ord(value: Value): Value {
  if (value instanceof PyBytes && value.data.length === 1) return value.data[0]!;
  const text = asText(value) ?? value;
  if (typeof text !== 'string') {
    return raiseTypeError(`ord() expected string of length 1, but ${typeOf(value).name} found`);
  }
  const points = [...text];
  if (points.length !== 1) {
    raiseTypeError(`ord() expected a character, but string of length ${points.length} found`);
  }
  return points[0]!.codePointAt(0)!;
}

/** The identity of any value; equal small numbers and texts are one object. */
export function id(value: Value): Value {
  if (typeof value === 'object' && value !== null) return identityOf(value);
  return Number(BigInt.asUintN(40, BigInt(hash(value)))) * 16;
}
