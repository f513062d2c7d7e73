/** The text of a traceback, as Python's `traceback` module prints it (without the marks under the source lines). */
import { LineIndex } from '../base/lineIndex.ts';
import { exceptionType, hintOf } from './exceptions.ts';
import { str } from './protocols/text.ts';
import { isSubtype, typeOf } from './pyType.ts';
import { pythonVersion } from './runtime.ts';
import { PyExceptionValue, type TracebackFrame } from './values.ts';

const cause = '\nThe above exception was the direct cause of the following exception:\n';
const during = '\nDuring handling of the above exception, another exception occurred:\n';

/** The traceback with the exceptions before it, without a final line break. */
export function tracebackText(value: PyExceptionValue): string {
  return lines(value, new Set()).join('\n');
}

function lines(value: PyExceptionValue, seen: Set<PyExceptionValue>): string[] {
  seen.add(value);
  const before: string[] = [];
  if (pythonVersion() === 3) {
    if (value.cause instanceof PyExceptionValue && !seen.has(value.cause)) {
      before.push(...lines(value.cause, seen), cause);
    } else if (value.context && !value.suppressContext && !seen.has(value.context)) {
      before.push(...lines(value.context, seen), during);
    }
  }
  const frames = [...value.frames].reverse();
  const head = frames.length > 0 ? ['Traceback (most recent call last):'] : [];
  return [...before, ...head, ...collapse(frames.map(frameLines)).flat(), exceptionLine(value)];
}

function frameLines(frame: TracebackFrame): string[] {
  const index = new LineIndex(frame.text);
  const line = index.lineAt(frame.span.start);
  const source = frame.text.slice(index.lineStart(line), index.lineStart(line + 1)).trim();
  const head = `  File "${frame.file}", line ${line + 1}, in ${frame.functionName}`;
  return source === '' ? [head] : [head, `    ${source}`];
}

/** More than three equal frames are counted, as in CPython. */
function collapse(frames: string[][]): string[][] {
  const result: string[][] = [];
  for (let i = 0; i < frames.length; ) {
    let end = i;
    while (end < frames.length && frames[end]!.join() === frames[i]!.join()) end++;
    const count = end - i;
    for (let shown = 0; shown < Math.min(count, 3); shown++) result.push(frames[i]!);
    const more = count - 3;
    if (more > 0) result.push([`  [Previous line repeated ${more} more time${more === 1 ? '' : 's'}]`]);
    i = end;
  }
  return result;
}

/** `ValueError: message`, as the last line of a traceback. */
export function exceptionLine(value: PyExceptionValue): string {
  const type = typeOf(value);
  const isBuiltin = type.module === 'builtins' || (pythonVersion() === 2 && !type.module.includes('.'));
  const isPlain = isBuiltin || type.module === '__main__';
  const name = isPlain || pythonVersion() === 2 ? type.name : `${type.module}.${type.qualifiedName}`;
  const hint = hintOf(value);
  const message = exceptionMessage(value) + (hint === undefined ? '' : ` (${hint})`);
  return message === '' ? name : `${name}: ${message}`;
}

/** `str(exception)`; a note instead when the program's own `__str__` fails. */
export function exceptionMessage(value: PyExceptionValue): string {
  try {
    return str(value);
  } catch (error) {
    if (isSubtype(typeOf(value), exceptionType('NotSupportedByScanLens'))) throw error;
    return '<exception str() failed>';
  }
}
