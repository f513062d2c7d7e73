/** Runs one statement of a module, of the document's or of an imported one. */
import type { Statement } from '../../python/syntax.ts';
import { Frame } from '../callSite.ts';
import { enter, leave, withFrame } from '../functionCalls.ts';
import { runtime } from '../runtime.ts';
import { Cell, type Slots, type Value } from '../values.ts';
import type { Execute } from './context.ts';
import { frameNames } from './functions.ts';
import { cellSlots } from './names.ts';
import type { Program } from './program.ts';

export interface StatementRun {
  readonly globals: Map<string, Value>;
  /** Compiles the statement: only then the number of slots of the frame is known. */
  compile(): Execute;
}

/** Compiles and runs a statement in a frame of its own. */
export function runStatement(program: Program, statement: Statement, run: StatementRun): void {
  const running = runtime();
  const { frame: caller } = running;
  const { scope, context } = program;
  const names = frameNames('<module>', { scope, span: statement }, context);
  const frame = new Frame(names, [], run.globals, caller);
  if (caller === null) running.frame = frame;
  else enter(running, frame);
  try {
    const execute = run.compile();
    const slots: Slots = new Array(scope.slotNames.length).fill(undefined);
    for (const slot of cellSlots(scope)) slots[slot] = new Cell();
    frame.slots.push(...slots);
    execute(frame);
  } catch (error) {
    throw withFrame(error, frame);
  } finally {
    if (caller === null) {
      running.frame = null;
      running.depth = 1;
    } else leave(running, frame);
  }
}
