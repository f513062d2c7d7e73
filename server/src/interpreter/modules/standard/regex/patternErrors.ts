/** `re.error`: what Python raises for a broken pattern. */
import {
  defineException,
  exceptionType,
  notSupported,
  PythonException,
  raiseValueError,
} from '../../../exceptions.ts';
import { setAttribute } from '../../../protocols/attributes.ts';
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
  if (pythonVersion() === 2) {
    throw new PythonException(new PyExceptionValue(regexErrorType2, [python2Message(message)]));
  }
  throw new PythonException(located(message, pattern, position));
}

/** What Python 2.7 says instead. */
const python2Messages: readonly (readonly [RegExp, string])[] = [
  [/^missing \), unterminated name|^missing group name|^missing >.*/, 'unterminated name'],
  [/^missing \), .*/, 'unbalanced parenthesis'],
  [/^unterminated character set/, 'unexpected end of regular expression'],
  [/^min repeat greater.*/, 'bad repeat interval'],
  [/^bad escape \(end of pattern\)/, 'bogus escape (end of line)'],
  [/^unknown extension \?P(.)/, 'unknown specifier: ?P$1'],
  [/^unknown extension \?<.*/, 'syntax error'],
  [/^unknown extension .*|^missing -.*/, 'unexpected end of pattern'],
  [/^invalid group reference (\d+)/, "bogus escape: '\\\\$1'"],
  [/^bad character range .*/, 'bad character range'],
  [/^unknown group name (.*)/, 'unknown group name: $1'],
  [/^incomplete escape \\(.*)/, "bogus escape: '\\\\$1'"],
  [/^cannot refer to an open group/, 'cannot refer to open group'],
];

function python2Message(message: string): string {
  const row = python2Messages.find(([pattern]) => pattern.test(message));
  return row ? message.replace(row[0], row[1]) : message;
}

function located(message: string, pattern: Value, position: number | null): PyExceptionValue {
  const value = new PyExceptionValue(regexErrorType, [message]);
  let line: Value = null;
  let column: Value = null;
  if (position !== null) {
    const text = charactersOf(pattern);
    const before = text.slice(0, position);
    line = before.filter((character) => character === '\n').length + 1;
    column = position - before.lastIndexOf('\n');
    const place = text.includes('\n') ? ` (line ${line}, column ${column})` : '';
    value.args = [`${message} at position ${position}${place}`];
  }
  setAttribute(value, 'msg', message);
  setAttribute(value, 'pattern', position === null ? null : pattern);
  setAttribute(value, 'pos', position);
  setAttribute(value, 'lineno', line);
  setAttribute(value, 'colno', column);
  return value;
}

const charactersOf = (pattern: Value): string[] =>
  pattern instanceof PyBytes
    ? Array.from(pattern.data, (byte) => String.fromCharCode(byte))
    : [...asText(pattern)!];
