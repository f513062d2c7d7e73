/**
 * What NumPy makes of objects of classes that it does not know: the array that their `__array__` gives, or, of what has a length and
 * items, those items as an axis. Everything else it would keep as an object, which is not this file's.
 */
import { NDArray } from '../../../tensor/ndarray.ts';
import { PyDict } from '../../containers.ts';
import { PythonException, raiseValueError } from '../../exceptions.ts';
import { getAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { lengthOf } from '../../protocols/items.ts';
import { lookupInType, typeOf } from '../../pyType.ts';
import { PyBytes, PyObject, PyType, type Value } from '../../values.ts';

/** Whether the class of a value has a method; classes themselves do not count as having those of their instances. */
const has = (value: PyObject, name: string): boolean => (lookupInType(typeOf(value), name) ?? null) !== null;

const isForeign = (value: Value): value is PyObject =>
  value instanceof PyObject &&
  !(value instanceof PyBytes || value instanceof PyDict || value instanceof PyType);

/** True for a deque, or an instance of a class with `__len__` and `__getitem__`, unless asking for its length raises. */
export function isForeignSequence(value: Value): boolean {
  if (!isForeign(value) || !has(value, '__len__') || !has(value, '__getitem__')) return false;
  try {
    lengthOf(value);
    return true;
  } catch (error) {
    if (error instanceof PythonException) return false;
    throw error;
  }
}

/** What `__array__` of a value gives; undefined where it has none. */
export function arrayOfForeign(value: Value): NDArray | undefined {
  if (!isForeign(value) || !has(value, '__array__')) return undefined;
  const given = call(getAttribute(value, '__array__'), []);
  if (given instanceof NDArray) return given;
  return raiseValueError('object __array__ method not producing an array');
}
