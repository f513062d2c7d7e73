/** What ended a run, as an outcome and an error for people. */

import type { RunEnd } from '../../../protocol/src/evaluator.ts';
import type { FrameData, ProgramError } from '../../../protocol/src/results.ts';
import { BudgetExceeded, Cancelled } from '../base/cancellation.ts';
import { t } from '../base/l10n.ts';
import { LineIndex } from '../base/lineIndex.ts';
import { plainSpan } from '../base/span.ts';
import {
  asPythonException,
  hintOf,
  isException,
  type PythonException,
  refusalSpan,
} from '../interpreter/exceptions.ts';
import type { Interpreter } from '../interpreter/interpreter.ts';
import type { TracebackFrame } from '../interpreter/values.ts';
import type { ParsedFile, SyntaxProblem } from '../python/parsedFile.ts';

type Failure = Pick<RunEnd, 'outcome' | 'error'>;

export interface FailureContext {
  readonly interpreter: Interpreter;
  /** Where the program was when it was stopped. */
  readonly stoppedAt: readonly FrameData[];
  readonly file: ParsedFile;
  /** Reports a fault of ours. */
  readonly log: (text: string) => void;
}

/**
 * `thrown` is what running threw; null when the program ended normally. The text of an exception may be made by code of the program: if that
 * is stopped, it is what ended the run.
 */
export function describeFailure(thrown: unknown, context: FailureContext): Failure {
  try {
    return describe(thrown, context);
  } catch (stopped) {
    return describe(stopped, context);
  }
}

function describe(thrown: unknown, context: FailureContext): Failure {
  if (thrown === null) return finished;
  if (thrown instanceof Cancelled) return { outcome: 'cancelled', error: null };
  const budget = exceededBudget(thrown);
  if (budget !== null) return { outcome: 'outOfBudget', error: stopError(budget, context) };
  const exception = asPythonException(thrown);
  if (exception === null) return internalFault(thrown, context);
  return isSuccessfulExit(exception)
    ? finished
    : { outcome: 'raised', error: programError(exception, context) };
}

/** The run did not begin because its text is not Python. */
export function syntaxFailure(problem: SyntaxProblem, text: string, fileName: string): Failure {
  const { message, span } = problem;
  const line = new LineIndex(text).lineAt(span.start) + 1;
  const source = text.split(/\r\n|[\r\n]/)[line - 1]?.trim() ?? '';
  const traceback = `  File "${fileName}", line ${line}\n    ${source}\nSyntaxError: ${message}\n`;
  const frames = [{ span: plainSpan(span), functionName: '<module>' }];
  return { outcome: 'notRun', error: { type: 'SyntaxError', message, frames, traceback } };
}

const finished: Failure = { outcome: 'finished', error: null };

/** The size of one array is a budget too: JavaScript's own. Its stack is not: that is Python's RecursionError. */
function exceededBudget(thrown: unknown): BudgetExceeded | null {
  if (thrown instanceof BudgetExceeded) return thrown;
  if (!(thrown instanceof RangeError) || !/allocation failed|array length|Array buffer/i.test(thrown.message))
    return null;
  return new BudgetExceeded('memory', t('There is not enough memory for an array of the program.'));
}

function stopError(budget: BudgetExceeded, context: FailureContext): ProgramError {
  const frames = context.stoppedAt;
  return {
    type: 'BudgetExceeded',
    message: budget.message,
    frames,
    traceback: stopTraceback(budget.message, context),
  };
}

function stopTraceback(message: string, { stoppedAt, file }: FailureContext): string {
  const lines = new LineIndex(file.text);
  const places = stoppedAt.map(({ span, functionName, file: other }) => {
    const place =
      other === undefined ? `line ${lines.lineAt(span.start) + 1}` : `${other.path}, line ${other.line}`;
    return `  ${place}, in ${functionName}\n`;
  });
  return `${places.length === 0 ? '' : `${t('Stopped at:')}\n`}${places.join('')}BudgetExceeded: ${message}\n`;
}

function isSuccessfulExit(exception: PythonException): boolean {
  if (!isException(exception, 'SystemExit')) return false;
  const [code = null] = exception.value.args;
  return code === null || code === 0;
}

/** A frame as the protocol tells it. */
export function frameData({ span, functionName, ...source }: TracebackFrame): FrameData {
  const shown = { span: plainSpan(span), functionName };
  if (!source.isImported) return shown;
  return { ...shown, file: { path: source.file, line: new LineIndex(source.text).lineAt(span.start) + 1 } };
}

function programError(exception: PythonException, { interpreter }: FailureContext): ProgramError {
  const frames = exception.frames.map(frameData);
  const refusedAt = refusalSpan(exception.value);
  const innermost = exception.frames.at(-1);
  // A refusal names the exact expression, which is narrower than what the frame was doing.
  if (refusedAt !== undefined && innermost !== undefined) {
    frames[frames.length - 1] = frameData({ ...innermost, span: refusedAt });
  }
  return {
    type: exception.typeName,
    message: messageOf(exception, interpreter),
    frames,
    traceback: `${textOf(() => interpreter.traceback(exception), `${exception.typeName}: ${noText}`)}\n`,
  };
}

/** What the exception says, and after it what only the person is told. */
function messageOf(exception: PythonException, interpreter: Interpreter): string {
  const message = textOf(() => interpreter.str(exception.value), noText);
  const hint = hintOf(exception.value);
  return hint === undefined ? message : `${message} (${hint})`;
}

/** In Python's words. */
const noText = '<exception str() failed>';

/** An exception of the program may itself fail to print. Throws when the run is stopped meanwhile. */
function textOf(print: () => string, otherwise: string): string {
  try {
    return print();
  } catch (error) {
    if (error instanceof Cancelled || error instanceof BudgetExceeded) throw error;
    return otherwise;
  }
}

function internalFault(thrown: unknown, context: FailureContext): Failure {
  const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  context.log(text);
  const message = t('ScanLens itself failed: {0}', thrown instanceof Error ? thrown.message : String(thrown));
  const frames = context.stoppedAt;
  return {
    outcome: 'crashed',
    error: { type: 'InternalError', message, frames, traceback: `InternalError: ${message}\n` },
  };
}
