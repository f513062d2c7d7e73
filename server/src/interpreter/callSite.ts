/** Frames of the running program, and the place of the program where a native function was called. */
import type { Span } from '../base/span.ts';
import type { Cell, Value } from './values.ts';

/** One text that runs. */
export interface SourceText {
  /** As tracebacks name it. */
  readonly file: string;
  readonly text: string;
}

/** What the compiler knows about the names of a function. */
export interface FrameNames {
  readonly functionName: string;
  /** Names by slot. */
  readonly locals: readonly string[];
  readonly source: SourceText;
}

/** One running function, class body or module. */
export class Frame {
  readonly names: FrameNames;
  /** By slot: the value, or the cell of a name that inner functions use. */
  readonly slots: (Value | Cell | undefined)[];
  readonly globals: Map<string, Value>;
  /** The names of a class body (or of the module: its globals); null in a function. */
  namespace: Map<string, Value> | null = null;
  readonly caller: Frame | null;
  /** What is being evaluated: set before everything that can raise. */
  at: Span;
  returnValue: Value = null;

  constructor(
    names: FrameNames,
    slots: (Value | Cell | undefined)[],
    globals: Map<string, Value>,
    at: Span,
    caller: Frame | null,
  ) {
    this.names = names;
    this.slots = slots;
    this.globals = globals;
    this.at = at;
    this.caller = caller;
  }
}

/** Where in the program a native function was called. */
export interface CallSite {
  /** The call expression (or the statement or operator) that is running, innermost in the program. */
  readonly span: Span;
  /** The frame of the program that runs it; null outside any. */
  readonly frame: Frame | null;
}
