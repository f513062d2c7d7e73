/** Frames of the running program, and the place of the program where a native function was called. */
import type { Span } from '../base/span.ts';
import type { PythonException } from './exceptions.ts';
import { Cell, type PyExceptionValue, type Slots, type TracebackFrame, type Value } from './values.ts';

/** One text that runs. */
export interface SourceText {
  /** As tracebacks name it. */
  readonly file: string;
  readonly text: string;
  /** False for the text of the document itself, whose spans are shown. */
  readonly isImported: boolean;
}

/** What the compiler knows about the names of a function. */
export interface FrameNames {
  readonly functionName: string;
  /** Names by slot. */
  readonly locals: readonly string[];
  readonly source: SourceText;
  /** The `def`, lambda, class or statement. */
  readonly span: Span;
}

/** How a statement ended. */
export type Completion = 0 | 1 | 2 | 3 | 4;
export const normal = 0;
export const broke = 1;
export const continued = 2;
export const returned = 3;
/** In a generator: run it again to go on. */
export const yielded = 4;

/** What a generator and the one who resumes it give each other. */
export class Exchange {
  /** What the generator yielded. */
  yielded: Value = null;
  sent: Value = null;
  thrown: PythonException | null = null;

  /** What `yield` gives: what was sent. Throws what was thrown. */
  take(): Value {
    const { thrown } = this;
    if (thrown === null) return this.sent;
    this.thrown = null;
    throw thrown;
  }
}

/** One running function, class body or module. */
export class Frame {
  readonly names: FrameNames;
  readonly slots: Slots;
  readonly globals: Map<string, Value>;
  /** The names of a class body (or of the module: its globals); null in a function. */
  namespace: Map<string, Value> | null = null;
  /** Of a generator: who resumed it last. */
  caller: Frame | null;
  /** What is being evaluated: set before everything that can raise. */
  at: Span;
  returnValue: Value = null;
  /** The exception that is being handled here, for a bare `raise`. */
  handled: PyExceptionValue | null = null;
  /** Of a generator. */
  exchange: Exchange | null = null;

  constructor(names: FrameNames, slots: Slots, globals: Map<string, Value>, caller: Frame | null) {
    this.names = names;
    this.slots = slots;
    this.globals = globals;
    this.at = names.span;
    this.caller = caller;
  }

  /** The names of a function that are bound, with their values. */
  *localValues(): Generator<[string, Value]> {
    for (const [slot, name] of this.names.locals.entries()) {
      const content = this.slots[slot];
      const value = content instanceof Cell ? content.value : content;
      if (name !== '' && value !== undefined) yield [name, value];
    }
  }
}

/** What a traceback says of a frame. Written out: a spread costs more than the rest of catching an exception. */
export function tracebackEntry({ at, names: { functionName, source } }: Frame): TracebackFrame {
  const { file, text, isImported } = source;
  return { span: at, functionName, file, text, isImported };
}

/** The exception that a frame, or one that called it, is handling. */
export function handledException(frame: Frame | null): PyExceptionValue | null {
  for (let each = frame; each; each = each.caller) if (each.handled) return each.handled;
  return null;
}

/** Sets the implicit context of an exception that came while another one was handled. */
export function setContext(exception: PyExceptionValue, handled: PyExceptionValue | null): void {
  if (handled !== null && exception !== handled && exception.context === null) exception.context = handled;
}

/**
 * The place of a frame that a bare `raise` left: its entry in the traceback is already there, and tells where the exception
 * came through first.
 */
export const alreadyTold: Span = { start: 0, end: 0 };

/** Adds the frame that an exception leaves or is caught in to its traceback. */
export function addFrame(exception: PyExceptionValue, frame: Frame): void {
  if (frame.at === alreadyTold) return;
  exception.frames.push(tracebackEntry(frame));
}

/** Places whose errors CPython ascribes to the whole statement, so that its tracebacks have no marks below them. */
const heads = new WeakSet<Span>();

/** The place of an expression in the head of a statement. */
export function headPlace({ start, end }: Span): Span {
  const place = { start, end };
  heads.add(place);
  return place;
}

export const isHead = (place: Span): boolean => heads.has(place);

/** Where in the program a native function was called. */
export interface CallSite {
  /** The call expression (or the statement or operator) that is running, innermost in the document. */
  readonly span: Span;
  /** The innermost frame of the program, also in another module; null outside any. */
  readonly frame: Frame | null;
}
