/** What the names of the module hold that is plain data; `python/tell_names.py` tells the same of a real Python. */
import type { NamedValueData } from '../../../../protocol/src/questions.ts';
import type { ArrayData } from '../../../../protocol/src/results.ts';
import { SharedVariable } from '../../graph/variable.ts';
import { PyDict } from '../../interpreter/containers.ts';
import { NumpyScalar } from '../../interpreter/modules/numpy/numpyScalar.ts';
import { typeOf } from '../../interpreter/pyType.ts';
import {
  PyComplex,
  PyFloat,
  PyList,
  PyLong,
  PyTuple,
  PyUnicode,
  type Value,
} from '../../interpreter/values.ts';
import { Complex } from '../../tensor/complex.ts';
import { isComplex, isFloat, isInteger } from '../../tensor/dtype.ts';
import { NDArray, scalar } from '../../tensor/ndarray.ts';
import { scalarData } from '../arrayData.ts';
import type { AnswerRule, Evidence } from './evidence.ts';

/** Containers are looked into so deep. */
const largestDepth = 3;
const checkEvery = 16_384;

export const namesAnswer: AnswerRule<'names'> = ({ limit }, evidence) =>
  [...evidence.globals]
    .filter(([name]) => !name.startsWith('_'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, value]) => describe(name, value, { limit, evidence }) ?? []);

interface Asked {
  readonly limit: number;
  readonly evidence: Evidence;
}

function describe(name: string, value: Value, asked: Asked): NamedValueData | null {
  const held = value instanceof SharedVariable ? sharedValue(value) : value;
  const array = held === null ? null : asArray(held);
  if (array !== null) return { name, array: bounded(array, asked), text: null };
  if (value instanceof SharedVariable || !isPlain(value, largestDepth)) return null;
  return { name, array: null, text: asked.evidence.repr(value).slice(0, Math.max(asked.limit, 1000)) };
}

const sharedValue = (variable: SharedVariable): NDArray | null =>
  variable.isRandomState ? null : variable.value;

/** Numbers are arrays without axes, as `np.asarray` makes them. */
function asArray(value: Value): NDArray | null {
  const array = value instanceof NDArray ? value : numberAsArray(value);
  const { dtype } = array ?? {};
  const isData =
    dtype !== undefined && (dtype === 'bool' || isInteger(dtype) || isFloat(dtype) || isComplex(dtype));
  return isData ? array : null;
}

function numberAsArray(value: Value): NDArray | null {
  if (typeof value === 'boolean') return scalar('bool', value ? 1 : 0);
  if (typeof value === 'number') return scalar('int64', BigInt(value));
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value ? scalar('int64', value) : null;
  if (value instanceof PyFloat) return scalar('float64', value.value);
  if (value instanceof PyComplex) return scalar('complex128', new Complex(value.re, value.im));
  return value instanceof NumpyScalar ? value.toArray() : null;
}

function bounded(array: NDArray, { limit, evidence }: Asked): ArrayData {
  const { dtype, shape } = array;
  const data = Array.from({ length: Math.min(array.size, limit) }, (_, position) => {
    if (position % checkEvery === 0) evidence.host.checkpoint();
    return scalarData(dtype, array.at(position));
  });
  return { dtype, shape: [...shape], data };
}

/** What prints without running code of the program. */
function isPlain(value: Value, depth: number): boolean {
  if (value === null || ['boolean', 'number', 'bigint', 'string'].includes(typeof value)) return true;
  if (value instanceof PyFloat || value instanceof PyComplex || value instanceof PyLong) return true;
  if (value instanceof PyUnicode) return true;
  if (depth === 0 || !typeOf(value).isNative) return false;
  if (value instanceof PyDict)
    return [...value.table.entries()].every(
      ({ key, value: held }) => isPlain(key, 0) && isPlain(held, depth - 1),
    );
  // The order of a set is another one in each process.
  if (!(value instanceof PyList) && !(value instanceof PyTuple)) return false;
  return value.items.every((one) => isPlain(one, depth - 1));
}
