/**
 * What the run of a notebook's cell puts below it: what it printed, the value of its last statement as Jupyter shows it, plots, its
 * error, and which shared variables it changed. Told piece by piece while the run goes on.
 */
import type { RunEnd } from '../../../protocol/src/evaluator.ts';
import type { CellChange, CellOutput } from '../../../protocol/src/notebook.ts';
import type { ProgramError, ProgramWarning, RunEvent } from '../../../protocol/src/results.ts';
import type { Span } from '../base/span.ts';
import type { Module } from '../python/syntax.ts';
import type { DocumentView } from './documentView.ts';

/** Rows of the table of state changes. */
const longestTable = 50;

/** The cell that runs. */
export interface RunningCell {
  /** What is run: all cells of the notebook joined. */
  readonly text: string;
  readonly module: Module;
  /** As the person wrote it. */
  readonly source: string;
  readonly view: DocumentView;
  /** By which tracebacks call the notebook. */
  readonly fileName: string;
}

/** Makes outputs of the events of one run. */
export class CellOutputWriter {
  readonly #cell: RunningCell;
  readonly #valueAt: number | null;
  #toldCount = 0;
  #hasBegun = false;

  constructor(cell: RunningCell) {
    this.#cell = cell;
    this.#valueAt = shownStatement(cell);
  }

  /** What has come since the last call; `events` are all so far, `end` is null while the run goes on. */
  next(events: readonly RunEvent[], end: RunEnd | null): readonly CellOutput[] {
    const begin = this.#hasBegun ? [] : skippedLines(this.#cell);
    this.#hasBegun = true;
    const fresh = events.slice(this.#toldCount).flatMap((event) => this.#outputsOf(event));
    this.#toldCount = events.length;
    return [...begin, ...joined(fresh), ...(end === null ? [] : this.#last(events, end))];
  }

  #outputsOf(event: RunEvent): readonly CellOutput[] {
    switch (event.type) {
      case 'output':
        return [{ kind: 'stdout', text: event.text }];
      case 'errorOutput':
        return [{ kind: 'stderr', text: event.text }];
      case 'value':
        return event.span.start === this.#valueAt ? [{ kind: 'value', text: event.value.full }] : [];
      case 'warning':
        return [{ kind: 'stderr', text: this.#warningText(event.warning) }];
      case 'plot':
        return [{ kind: 'plot', plot: event.plot }];
      case 'call':
      case 'dropped':
      case 'scan':
      case 'progress':
        return [];
    }
  }

  #last(events: readonly RunEvent[], end: RunEnd): readonly CellOutput[] {
    const state = this.#state(events, end);
    const error = end.error === null ? [] : [this.#error(end.error)];
    const stopped: CellOutput[] = end.outcome === 'cancelled' ? [{ kind: 'stopped' }] : [];
    const lost: CellOutput[] = end.namespaceLost ? [{ kind: 'variablesLost' }] : [];
    return [...state, ...error, ...stopped, ...lost];
  }

  #warningText({ span, category, message }: ProgramWarning): string {
    return `${this.#cell.view.describe(span)}: ${category}: ${message}\n`;
  }

  #error({ type, message, traceback }: ProgramError): CellOutput {
    return { kind: 'error', type, message, traceback: placedTraceback(traceback, this.#cell) };
  }

  #state(events: readonly RunEvent[], end: RunEnd): readonly CellOutput[] {
    const rows = this.#rows(events, end);
    if (rows.length === 0) return [];
    const changes = rows.slice(0, longestTable);
    return [{ kind: 'state', changes, omittedCount: rows.length - changes.length }];
  }

  #rows(events: readonly RunEvent[], end: RunEnd): readonly CellChange[] {
    const toldCount = events.filter(({ type }) => type === 'call').length;
    // In a long loop not every call is told.
    const more = toldCount < end.callCount ? '+' : '';
    const rows = new Map<string, Omit<CellChange, 'times'> & { count: number }>();
    const add = (span: Span, row: Omit<CellChange, 'times' | 'place'>): void => {
      const key = `${span.start} ${row.isDropped} ${row.name}`;
      const count = (rows.get(key)?.count ?? 0) + 1;
      rows.set(key, { ...row, place: this.#cell.view.describe(span), count });
    };
    for (const event of events) {
      if (event.type === 'call')
        for (const { name, short } of event.call.stateChanges)
          add(event.call.span, { name, change: withoutName(short, name), isDropped: false });
      if (event.type === 'dropped')
        for (const { name, short } of event.updates)
          add(event.span, { name, change: withoutName(short, name), isDropped: true });
    }
    return [...rows.values()].map(({ count, ...row }) => ({
      ...row,
      times: count > 1 ? `×${count}${more}` : '',
    }));
  }
}

const withoutName = (text: string, name: string): string =>
  text.startsWith(name) ? text.slice(name.length).replace(/^:?\s*/, '') : text;

/** Prints that follow on each other are one text. */
function joined(outputs: readonly CellOutput[]): readonly CellOutput[] {
  const made: CellOutput[] = [];
  let parts: string[] = [];
  for (const [index, output] of outputs.entries()) {
    if (output.kind !== 'stdout' && output.kind !== 'stderr') {
      made.push(output);
      continue;
    }
    parts.push(output.text);
    if (outputs[index + 1]?.kind === output.kind) continue;
    made.push({ kind: output.kind, text: parts.join('') });
    parts = [];
  }
  return made;
}

/** Where the statement begins whose value is shown: the last of the cell, unless a semicolon follows, as in IPython. */
function shownStatement({ text, module, view }: RunningCell): number | null {
  const { start, end } = view.span;
  const last = module.body.findLast((statement) => start <= statement.start && statement.start < end);
  if (last?.kind !== 'ExpressionStatement') return null;
  return /^[ \t]*;/.test(text.slice(last.end, end)) ? null : last.start;
}

/** Magics about how results look or how code is loaded: without them nothing is missing here. */
const needless = /^%\s*(?:matplotlib|config|load_ext|reload_ext|autoreload|pylab|precision)\b/;

/** What the person wrote and is not Python, where they may miss it. */
function skippedLines({ source, text, view }: RunningCell): readonly CellOutput[] {
  const { start, end } = view.span;
  const run = text.slice(start, end).split('\n');
  const written = source.split('\n');
  const replaced = written.filter((line, index) => line !== run[index]).map((line) => line.trim());
  // The magic of a whole cell says it all.
  const cellMagic = replaced[0]?.startsWith('%%') === true ? [replaced[0]] : null;
  const lines = (cellMagic ?? replaced).filter((line) => !needless.test(line));
  return lines.length === 0 ? [] : [{ kind: 'skipped', lines }];
}

/** A traceback counts lines in the joined text; a person counts in cells. */
function placedTraceback(traceback: string, { text, view, fileName }: RunningCell): string {
  const starts = lineStarts(text);
  return traceback.replace(
    /^([ |+-]* {2})(?:File "(.*)", )?line (\d+)(?=, in |$)/gm,
    (whole, indent: string, file: string | undefined, digits: string) => {
      const start = starts[Number(digits) - 1];
      if ((file !== undefined && file !== fileName) || start === undefined) return whole;
      return `${indent}${view.describeFully({ start, end: start })}`;
    },
  );
}

function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ index, 0: end }) => index + end.length)];
}
