/**
 * The interpreter's face: a namespace in which parts of a parsed file run. It knows nothing of documents, processes or
 * protocols: what a program shows goes to the observer, what it may use is asked from the options.
 */
import type { Span } from '../base/span.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import type { InterpreterOptions } from './options.ts';
import type { Value } from './values.ts';

export interface Interpreter {
  /** The names of the program's `__main__`, in the order in which they were first bound. */
  readonly globals: Map<string, Value>;
  /**
   * Runs the statements of `file` that begin inside `span`, in order.
   * Throws PythonException when the program raises, and whatever `checkpoint` or `allocate` throw.
   */
  run(file: ParsedFile, span: Span): void;
  /** `repr(value)`, which may run code of the program. */
  repr(value: Value): string;
  /** `str(value)`, as `print` shows it. */
  str(value: Value): string;
  /** The traceback of an exception that `run` threw, as Python prints it, without the final line break. */
  traceback(error: unknown): string;
}

export type { InterpreterOptions };
