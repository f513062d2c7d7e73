/** `re.error`: what Python raises for a broken pattern. */
import {
  defineException,
  exceptionType,
  notSupported,
  PythonException,
  raiseValueError,
} from '../../../exceptions.ts';
import { pythonVersion } from '../../../runtime.ts';
import { asText } from '../../../types/textValues.ts';
import { PyBytes, PyExceptionValue, type Value } from '../../../values.ts';
import { RegexError } from './syntaxTree.ts';

/** `re.error`. */
export const regexErrorType = defineException('error', 're');
/** Python 2's. */
export const regexErrorType2 = defineException('error', 'sre_constants');

/** Raises in Python what the parser or the compiler raised; other errors go on. */
export function raiseRegexError(error: unknown, pattern: Value): never {
  if (!(error instanceof RegexError)) throw error;
  const { message, position, type } = error;
  if (type === 'refused') notSupported(message);
  if (type === 'ValueError') raiseValueError(message);
  if (type === 'OverflowError') {
    throw new PythonException(new PyExceptionValue(exceptionType(type), [message]));
  }
  if (pythonVersion() === 2) throw new PythonException(new PyExceptionValue(regexErrorType2, [message]));
  throw new PythonException(located(message, pattern, position));
}

function located(message: string, pattern: Value, position: number | null): PyExceptionValue {
  const value = new PyExceptionValue(regexErrorType, [message]);
  value.attributes = new Map<string, Value>([
    ['msg', message],
    ['pattern', position === null ? null : pattern],
    ['pos', position],
    ['lineno', null],
    ['colno', null],
  ]);
  if (position === null) return value;
  const text =
    pattern instanceof PyBytes
      ? [...pattern.data].map((byte) => String.fromCharCode(byte))
      : [...asText(pattern)!];
  const before = text.slice(0, position);
  const line = before.filter((character) => character === '\n').length + 1;
  const column = position - (before.lastIndexOf('\n') + 1) + 1;
  value.attributes.set('lineno', line).set('colno', column);
  const place = text.includes('\n') ? ` (line ${line}, column ${column})` : '';
  value.args = [`${message} at position ${position}${place}`];
  return value;
}
