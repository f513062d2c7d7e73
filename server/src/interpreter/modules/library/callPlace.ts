/** Where the program calls the library: the name of functions without one. */
import { LineIndex } from '../../../base/lineIndex.ts';
import { callSite } from '../../runtime.ts';

/** `program.py:12` of the running call. */
export function callPlace(): string {
  const { span, frame } = callSite();
  if (frame === null) return '<stdin>:1';
  const { file, text } = frame.names.source;
  return `${file}:${new LineIndex(text).lineAt(span.start) + 1}`;
}
