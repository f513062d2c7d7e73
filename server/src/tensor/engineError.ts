/**
 * Errors that the arrays, the graph and the compiled functions raise in the words of NumPy and the libraries. The
 * interpreter turns them into Python exceptions; nothing here knows Python values.
 */

/** Names of the Python exceptions that the engine raises. Those of the libraries are made by the library binding. */
export type EngineErrorType =
  | 'ValueError'
  | 'TypeError'
  | 'IndexError'
  | 'KeyError'
  | 'AttributeError'
  | 'AssertionError'
  | 'NotImplementedError'
  | 'OverflowError'
  | 'RuntimeError'
  | 'ZeroDivisionError'
  | 'Exception'
  | 'DeprecationWarning'
  | 'AsTensorError'
  | 'ComplexError'
  | 'MethodNotDefined'
  | 'MissingInputError'
  | 'UnusedInputError'
  | 'DisconnectedInputError'
  | 'NullTypeGradError'
  | 'NotScalarConstantError'
  | 'AxisError'
  | 'LinAlgError'
  | 'NotSupportedByScanLens';

/** An error with Python's type name and arguments; an argument may be a graph variable or an array. */
export class EngineError extends Error {
  override name = 'EngineError';
  readonly type: EngineErrorType;
  readonly args: readonly unknown[];
  /** Where it happened, for the person in front of the screen: the program does not see it. */
  place: string | null = null;

  constructor(type: EngineErrorType, ...args: readonly unknown[]) {
    super(args.map(String).join(', '));
    this.type = type;
    this.args = args;
  }
}

/** Refuses by name what ScanLens does not know: `subject` is what the user wrote or would have to avoid. */
export function notSupported(subject: string): EngineError {
  return new EngineError('NotSupportedByScanLens', subject);
}
