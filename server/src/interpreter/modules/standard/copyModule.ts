/** `copy`: shallow and deep copies of Python's own values; other native values through their `__copy__` and `__deepcopy__`. */
import { AttributeTable } from '../../attributeTable.ts';
import { PyDict, PyFrozenSet, PySet } from '../../containers.ts';
import { notSupported } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { callSpecial } from '../../protocols/calls.ts';
import { lookupInType, typeOf } from '../../pyType.ts';
import {
  PyBoundMethod,
  PyBuiltin,
  PyBytes,
  PyComplex,
  PyExceptionValue,
  PyFloat,
  PyFunction,
  PyInstance,
  PyList,
  PyLong,
  type PyModule,
  PyObject,
  PyRange,
  PySlice,
  PyTuple,
  PyType,
  PyUnicode,
  type Value,
} from '../../values.ts';

const immutable = [
  PyFloat,
  PyComplex,
  PyBytes,
  PyUnicode,
  PyLong,
  PyRange,
  PySlice,
  PyFunction,
  PyBuiltin,
  PyBoundMethod,
  PyType,
] as const;

function isImmutable(value: Value): boolean {
  if (value === null || typeof value !== 'object') return true;
  return immutable.some((each) => value instanceof each);
}

type Visit = (value: Value) => Value;

/** A new object of the same class with the parts visited. */
function rebuild(value: object, visit: Visit, remember: (made: object) => void): Value {
  if (value instanceof PyTuple) {
    const items = value.items.map(visit);
    if (items.every((item, index) => item === value.items[index])) return value;
    const made = new PyTuple(items);
    made.cls = value.cls;
    return made;
  }
  if (value instanceof PyFrozenSet) return value;
  const made = emptyLike(value);
  remember(made);
  if (value instanceof PyList && made instanceof PyList) made.items = value.items.map(visit);
  else if (value instanceof PyDict && made instanceof PyDict) {
    for (const { key, value: each } of value.table.entries()) made.table.set(visit(key), visit(each));
  } else if (value instanceof PySet && made instanceof PySet) {
    for (const item of value.table.keys()) made.table.set(visit(item), true);
  }
  if (value instanceof PyObject && made instanceof PyObject) copyAttributes(value, made, visit);
  return made;
}

function copyAttributes(value: PyObject, made: PyObject, visit: Visit): void {
  made.cls = value.cls;
  if (value.attributes === null) return;
  made.attributes = AttributeTable.from(
    [...value.attributes].map(([name, each]) => [name, visit(each)] as const),
  );
}

function emptyLike(value: object): object {
  if (value instanceof PyInstance) return new PyInstance(value.cls!);
  if (value instanceof PyExceptionValue) return new PyExceptionValue(value.cls!, value.args);
  if (value instanceof PyList || value instanceof PySet || value instanceof PyDict) {
    const create = lookupInType(typeOf(value), '__new__');
    if (create !== undefined && create !== null) {
      const made = callSpecial(create, value, [typeOf(value)]);
      if (typeof made === 'object' && made !== null) return made;
    }
  }
  return notSupported(`a copy of ${typeOf(value).name}`);
}

/** `copy.copy`. */
export function copy(value: Value): Value {
  if (isImmutable(value)) return value;
  const own = lookupInType(typeOf(value), '__copy__');
  if (own !== undefined && own !== null) return callSpecial(own, value, []);
  return rebuild(
    value as object,
    (each) => each,
    () => undefined,
  );
}

/** `copy.deepcopy`. */
export function deepCopy(value: Value, memo = new Map<object, Value>()): Value {
  if (isImmutable(value)) return value;
  const object = value as object;
  const known = memo.get(object);
  if (known !== undefined) return known;
  const own = lookupInType(typeOf(value), '__deepcopy__');
  const made =
    own !== undefined && own !== null
      ? callSpecial(own, value, [new PyDict()])
      : rebuild(
          object,
          (each) => deepCopy(each, memo),
          (fresh) => memo.set(object, fresh),
        );
  memo.set(object, made);
  return made;
}

export const copyModule = (): PyModule =>
  defineModule({
    name: 'copy',
    functions: { 'copy(x)': copy, 'deepcopy(x, memo?)': (value: Value) => deepCopy(value) },
  });
