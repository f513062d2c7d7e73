/** Runs the body of a function of the program, on slots that hold its arguments. */
import { addFrame, Frame, type FrameNames } from './callSite.ts';
import { asPythonException, raiseRecursionError } from './exceptions.ts';
import { type Runtime, runtime, turn } from './runtime.ts';
import { type Captured, Cell, type FunctionCode, type PyFunction, type Slots, type Value } from './values.ts';

/** What the compiler makes of every `def` and lambda. */
export interface CompiledFunction extends FunctionCode {
  readonly names: FrameNames;
  /** The slots that get fresh cells. */
  readonly cells: readonly number[];
  /** The body: gives what the function returns. */
  readonly evaluate: (frame: Frame) => Value;
  /** Of a generator function: makes the generator. */
  readonly generate: ((callee: PyFunction, frame: Frame) => Value) | null;
}

/** Runs the body; of a generator function: makes the generator. */
export function runFunction(callee: PyFunction, slots: Slots): Value {
  const { captured } = callee;
  const code = callee.code as CompiledFunction;
  const { generate } = code;
  if (code.cells.length > 0 || captured.length > 0) fillCells(slots, code.cells, captured);
  const running = runtime();
  const frame = new Frame(code.names, slots, callee.globals, running.frame);
  if (generate !== null) return generate(callee, frame);
  enter(running, frame);
  let value: Value;
  try {
    value = code.evaluate(frame);
  } catch (error) {
    leave(running, frame);
    throw withFrame(error, frame);
  }
  leave(running, frame);
  if (running.lifetimes !== null) running.lifetimes.callEnded(frame, value);
  return value;
}

/** Puts fresh cells where inner functions share names, and the cells of outer functions. */
export function fillCells(slots: Slots, own: readonly number[], captured: Captured): void {
  for (const slot of own) {
    const cell = new Cell();
    cell.value = slots[slot] as Value | undefined;
    slots[slot] = cell;
  }
  for (const [slot, cell] of captured) slots[slot] = cell;
}

/** Begins a call: counts its depth and makes its frame the running one. */
export function enter(running: Runtime, frame: Frame): void {
  turn();
  if (running.depth >= running.recursionLimit) raiseRecursionError();
  running.depth++;
  running.frame = frame;
}

/** Ends a call. */
export function leave(running: Runtime, frame: Frame): void {
  running.depth--;
  running.frame = frame.caller;
}

/** Adds the frame to the traceback of an exception that leaves it; other errors pass unchanged. */
export function withFrame(error: unknown, frame: Frame): unknown {
  const exception = asPythonException(error);
  if (!exception) return error;
  addFrame(exception.value, frame);
  return exception;
}
