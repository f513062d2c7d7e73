/** Printing: Python 3's function and Python 2's statement with its owed space. */
import { notSupported } from '../exceptions.ts';
import { getAttribute } from '../protocols/attributes.ts';
import { call } from '../protocols/calls.ts';
import { str } from '../protocols/text.ts';
import { callSite, runtime } from '../runtime.ts';
import type { Value } from '../values.ts';
import { PyStream, replacedStream } from './streams.ts';

/** Writes to standard output, for what is running in the program. */
export function writeOutput(text: string): void {
  if (text === '') return;
  const replaced = replacedStream('stdout');
  if (replaced === null) runtime().observer.output(callSite().span, text);
  else call(getAttribute(replaced, 'write'), [text]);
}

/** Python 2's `print a, b,`. */
export function printValues(
  values: readonly Value[],
  options: { readonly newline: boolean; readonly destination: Value },
): void {
  const { destination } = options;
  if (destination !== null) {
    if (!(destination instanceof PyStream))
      notSupported('print >> something else than sys.stdout or sys.stderr');
    if (!destination.isOutput) return;
  }
  const running = runtime();
  let text = '';
  for (const value of values) {
    const shown = str(value);
    text += (running.softspace ? ' ' : '') + shown;
    running.softspace = !(typeof value === 'string' && /[\n\t\r]$/.test(shown));
  }
  if (options.newline) {
    text += '\n';
    running.softspace = false;
  }
  writeOutput(text);
}
