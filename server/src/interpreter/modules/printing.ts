/** Printing: Python 3's function and Python 2's statement with its owed space. */
import { getAttribute } from '../protocols/attributes.ts';
import { call } from '../protocols/calls.ts';
import { runtime } from '../runtime.ts';
import { printedText } from '../types/strType.ts';
import type { Value } from '../values.ts';
import { PyStream, replacedStream, showOutput } from './streams.ts';

/** Writes to standard output, for what is running in the program. */
export function writeOutput(text: string): void {
  if (text === '') return;
  const replaced = replacedStream('stdout');
  if (replaced === null) showOutput(text);
  else call(getAttribute(replaced, 'write'), [text]);
}

/** Objects of the program that were printed to and are owed a space (Python 2's `softspace`). */
const owedSpaces = new WeakSet<object>();

/** The texts of the values with spaces between them, and whether the next print owes one. */
function joinValues(
  values: readonly Value[],
  { isOwed }: { readonly isOwed: boolean },
): { text: string; isOwed: boolean } {
  let text = '';
  let owed = isOwed;
  for (const value of values) {
    const shown = printedText(value);
    text += (owed ? ' ' : '') + shown;
    owed = !(typeof value === 'string' && /[\n\t\r]$/.test(shown));
  }
  return { text, isOwed: owed };
}

/** Python 2's `print a, b,`. */
export function printValues(
  values: readonly Value[],
  options: { readonly newline: boolean; readonly destination: Value },
): void {
  const { destination, newline } = options;
  if (destination !== null && !(destination instanceof PyStream && destination.isOutput)) {
    printTo(destination as object, values, newline ? '\n' : '');
    return;
  }
  const running = runtime();
  const { text, isOwed } = joinValues(values, { isOwed: running.softspace });
  running.softspace = isOwed && !newline;
  writeOutput(newline ? `${text}\n` : text);
}

/** `print >> stream, a, b`: anything with `write`. */
function printTo(stream: object, values: readonly Value[], end: string): void {
  const { text, isOwed } = joinValues(values, { isOwed: owedSpaces.has(stream) });
  if (isOwed && end === '') owedSpaces.add(stream);
  else owedSpaces.delete(stream);
  call(getAttribute(stream, 'write'), [text + end]);
}
