/**
 * Arguments of compiled functions that no array can be made of: texts, None, dicts, classes. What is told is what NumPy says when the
 * library asks it for an array of the input's type.
 */
import type { GivenValue } from '../../../graph/inputValue.ts';
import type { GraphContext, Variable } from '../../../graph/variable.ts';
import type { DType } from '../../../tensor/dtype.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { PyDict, PySet } from '../../containers.ts';
import { repr } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import { asText } from '../../types/textValues.ts';
import { PyFunction, PyList, PyTuple, PyType, type Value } from '../../values.ts';
import { givenFor, noCheckText } from './convert.ts';

/** The value of an argument; raises for what can not be one. */
export function argumentFor({ context, dtype }: Variable, value: Value): GivenValue {
  const unfit = unfitInput(context, dtype, value);
  if (unfit !== null) throw unfit;
  return givenFor(dtype, value);
}

/** The error that a value ends in; null where it may be numbers. None on its own the older libraries keep until an op meets it. */
function unfitInput({ dialect }: GraphContext, dtype: DType, value: Value): EngineError | null {
  const leaf = unfitLeaf(value);
  if (leaf === undefined) return null;
  const isReal = dtype.startsWith('float') || dtype.startsWith('complex');
  const text = asText(leaf);
  if (text !== null) {
    const what = isReal ? 'could not convert string to float' : 'invalid literal for int() with base 10';
    return new EngineError('ValueError', `${what}: ${repr(leaf)}`);
  }
  if (value === null && dialect.noneInput === 'kept') return null;
  // None becomes NaN, and the check of what was lost fails.
  if (leaf === null && isReal) return new EngineError('TypeError', noCheckText);
  const wanted = isReal
    ? 'float() argument must be a string or a real number'
    : 'int() argument must be a string, a bytes-like object or a real number';
  return new EngineError('TypeError', `${wanted}, not '${typeOf(leaf).name}'`);
}

function unfitLeaf(value: Value): Value | undefined {
  if (value instanceof PyList || value instanceof PyTuple) {
    for (const item of value.items) {
      const leaf = unfitLeaf(item);
      if (leaf !== undefined) return leaf;
    }
    return undefined;
  }
  const text = asText(value);
  if (text !== null) return Number.isFinite(Number(text)) ? undefined : value;
  const isUnfit = value === null || unfitClasses.some((type) => value instanceof type);
  return isUnfit ? value : undefined;
}

const unfitClasses = [PyDict, PySet, PyType, PyFunction];
