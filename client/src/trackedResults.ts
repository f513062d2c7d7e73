/**
 * The results of one document as its text changes: where they are now, which are stale, which run made them. Pure: knows
 * neither VS Code nor the server. A cell is stale while its text, or that of a cell from which it read, differs from
 * what was run, so an undo makes its results fresh again; nothing is removed by an edit.
 */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  InlineResult,
  ProgressParams,
  ResultsParams,
  RunStateParams,
} from '../../protocol/src/editor.ts';
import type { RangeData } from '../../protocol/src/places.ts';
import type { SpanData, StepProgress } from '../../protocol/src/results.ts';
import { type Edit, EditLog, moveOffset, moveSpan, moveThrough } from './editTracking.ts';
import { t } from './l10n.ts';
import { PinnedResults } from './pinnedResults.ts';
import { RunNotices } from './runNotices.ts';
import { StateReads } from './stateReads.ts';

/** A part of the present text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** One inline result at its present place. Empty (`start === end`) when its statement was deleted. */
export interface TrackedResult {
  readonly id: number;
  readonly runId: number;
  readonly result: InlineResult;
  readonly start: number;
  readonly end: number;
}

/** The last run of a cell. */
export interface CellRun {
  readonly runId: number;
  readonly state: RunStateParams['state'];
  /** By the clock of the caller, in milliseconds. */
  readonly startedAt: number;
  /** Of all its cells together. */
  readonly elapsedMs: number;
  readonly cellCount: number;
  readonly backend: string;
  /** How far the scan is that it is in; null where nobody said. */
  readonly progress: StepProgress | null;
}

/** A cell that was run. */
export interface TrackedCell {
  readonly start: number;
  readonly end: number;
  /** Why its results do not belong to the present text; null while they do. */
  readonly staleReason: string | null;
  /** Since when, by the clock of the caller; null while they are not stale. */
  readonly staleSince: number | null;
  /** Its results were kept from an earlier session. */
  readonly isRestored: boolean;
  readonly run: CellRun;
  readonly results: readonly TrackedResult[];
}

interface MutableResult extends TrackedResult {
  start: number;
  end: number;
  /** Where it was, counted from the start of its cell, in the text that was run. */
  readonly home: { readonly start: number; readonly end: number };
}

/** A piece of the text that was run: where it is now, and what it was. */
interface Region {
  start: number;
  end: number;
  readonly source: string;
}

interface MutableCell extends TrackedCell, Region {
  start: number;
  end: number;
  staleReason: string | null;
  staleSince: number | null;
  run: CellRun;
  results: MutableResult[];
  /** The cells from which it read. */
  readonly reads: readonly Region[];
  /** Where it started in the text that was run. */
  readonly homeStart: number;
  /** Its number among the cells of its run. */
  readonly indexInRun: number;
}

/** A cell with results from an earlier session, at its place in the present text. */
export interface KeptCell extends Place {
  readonly results: readonly (Place & { readonly result: InlineResult })[];
}

/** Nothing is known of it but that it has ended. */
const earlierRun: CellRun = {
  runId: 0,
  state: 'finished',
  startedAt: 0,
  elapsedMs: 0,
  cellCount: 1,
  backend: '',
  progress: null,
};

/** No server counts as far. */
const runsOfServer = 2 ** 31;

/** A text that a run was asked for. */
interface Snapshot {
  readonly document: TextDocument;
  /** Runs of it that have not ended. */
  useCount: number;
}

/** A text that was run with the edits since then. */
interface MovedText {
  readonly document: TextDocument;
  readonly edits: readonly Edit[];
}

export class ResultTracker {
  readonly pins = new PinnedResults();
  readonly notices = new RunNotices();
  readonly #now: () => number;
  #text: string;
  #cells: MutableCell[] = [];
  #snapshots: Snapshot[] = [];
  readonly #log = new EditLog();
  readonly #stateReads = new StateReads<MutableCell>();
  #lastId = 0;
  /** The server that made the present results has ended. */
  #isServerGone = false;

  /** `now`: the clock, in milliseconds. */
  constructor(text: string, now: () => number) {
    this.#text = text;
    this.#now = now;
  }

  get cells(): readonly TrackedCell[] {
    return this.#cells;
  }

  /** True while any cell runs, or somebody waits for it. */
  get isRunning(): boolean {
    return this.notices.all.length > 0 || this.#cells.some((cell) => cell.run.state === 'running');
  }

  /** What was run in a part of the text, in order. */
  within(part: Place): readonly TrackedCell[] {
    return this.#cells.filter((cell) => meets(cell, part));
  }

  /** The run that a part of the text shows: one that goes on, else the latest. */
  runWithin(part: Place): CellRun | null {
    const runs = this.within(part).flatMap(({ run, isRestored }) => (isRestored ? [] : [run]));
    const running = runs.find(({ state }) => state === 'running');
    return running ?? runs.reduce<CellRun | null>((a, b) => (a === null || b.runId > a.runId ? b : a), null);
  }

  /** The cell that was run and holds `offset`; the end of the text belongs to the last cell. */
  cellAt(offset: number): TrackedCell | null {
    const isEnd = offset >= this.#text.length;
    const holds = (cell: TrackedCell) => cell.start <= offset && (offset < cell.end || isEnd);
    return this.#cells.findLast(holds) ?? null;
  }

  find(id: number): TrackedResult | null {
    for (const cell of this.#cells) {
      const found = cell.results.find((result) => result.id === id);
      if (found !== undefined) return found;
    }
    return null;
  }

  /** Remembers the text that a run is asked for until the run has ended. To be called before the request is sent. */
  keep(version: number, text: string): void {
    this.#log.mark(version);
    const known = this.#snapshot(version);
    if (known !== null) known.useCount++;
    else {
      const document = TextDocument.create('', 'python', version, text);
      this.#snapshots.push({ document, useCount: 1 });
    }
  }

  /** The run that {@link keep} was for has ended or was refused. */
  release(version: number): void {
    const snapshot = this.#snapshot(version);
    if (snapshot !== null) snapshot.useCount--;
    this.#snapshots = this.#snapshots.filter(({ useCount }) => useCount > 0);
  }

  /** Where a place in a version that was run is now; null when nobody knows any more. */
  presentSpan(version: number, span: SpanData): SpanData | null {
    const edits = this.#log.since(version);
    return edits === null ? null : moveSpan(span, edits);
  }

  /** The document changed: `edits` in the order in which they apply, `text` as it is after them. */
  edit(edits: readonly Edit[], text: string): void {
    this.#log.add(edits);
    this.#text = text;
    this.pins.edit(edits);
    this.notices.edit(edits);
    for (const cell of this.#cells) {
      for (const edit of edits) moveCell(cell, edit);
    }
    this.#refresh();
  }

  /** A run began or ended. `now` is the caller's clock in milliseconds. Returns false for what came too late to matter. */
  setRunState(params: RunStateParams, now: number): boolean {
    if (params.state === 'running') return this.#begin(params, now);
    this.release(params.version);
    this.notices.end(params.runId);
    const { state, elapsedMs, backend, stateReads, stateWrites } = params;
    const cells = this.#cells.filter((cell) => cell.run.runId === params.runId);
    for (const cell of cells) {
      cell.run = { ...cell.run, state, elapsedMs, backend };
      this.#stateReads.ran(cell, stateReads?.[cell.indexInRun] ?? []);
    }
    // The cells of a run go by its own order: what a later one changes belongs to what the run shows.
    const others = this.#cells.filter((cell) => cell.run.runId < params.runId);
    this.#stateReads.changed(others, stateWrites?.flat() ?? []);
    this.#refresh();
    return cells.length > 0 || (stateWrites?.some((ids) => ids.length > 0) ?? false);
  }

  /** Shared variables were changed, but not by a run; null: they are gone. */
  stateChanged(variableIds: readonly number[] | null): void {
    if (variableIds === null) this.#stateReads.emptied(this.#cells);
    else this.#stateReads.changed(this.#cells, variableIds);
    this.#refresh();
  }

  /** A run is so far. Returns false for what came too late. */
  setProgress({ runId, done, total }: ProgressParams): boolean {
    const cells = this.#cells.filter(({ run }) => run.runId === runId && run.state === 'running');
    for (const cell of cells) cell.run = { ...cell.run, progress: { done, total } };
    return cells.length > 0;
  }

  /** Replaces the results of a run. Returns false when the run is no longer the last one of its cells. */
  setResults(params: ResultsParams): boolean {
    const snapshot = this.#snapshot(params.version);
    const cells = this.#cells.filter((cell) => cell.run.runId === params.runId);
    const first = cells[0];
    const edits = this.#log.since(params.version);
    if (snapshot === null || edits === null || first === undefined) return false;
    for (const cell of cells) cell.results = [];
    for (const result of params.results) {
      const home = offsetsOf(snapshot.document, result.range);
      const holds = (cell: MutableCell) =>
        cell.homeStart <= home.start && home.start <= cell.homeStart + cell.source.length;
      const cell = cells.findLast(holds) ?? first;
      cell.results.push(this.#track({ result, runId: params.runId, home, cell, edits }));
    }
    this.#refresh();
    return true;
  }

  /** The server is gone: whatever ran has ended. */
  endAll(state: Exclude<RunStateParams['state'], 'running'>): void {
    this.#snapshots = [];
    this.notices.clear();
    for (const cell of this.#cells) if (cell.run.state === 'running') cell.run = { ...cell.run, state };
    this.stateChanged(null);
    this.#isServerGone = true;
  }

  /** Shows what was kept from an earlier session, as stale; not over results of this one. */
  restore(kept: readonly KeptCell[]): void {
    const cells = kept.map((cell): MutableCell => {
      const results = cell.results.map(({ start, end, result }) => ({
        ...{ id: ++this.#lastId, runId: 0, result, start, end },
        home: { start: start - cell.start, end: end - cell.start },
      }));
      const { start, end } = cell;
      const source = this.#text.slice(start, end);
      const state = { staleReason: null, staleSince: null, isRestored: true, run: earlierRun } as const;
      return { start, end, source, ...state, results, reads: [], homeStart: start, indexInRun: 0 };
    });
    const isFree = (cell: Place) => !this.#cells.some((other) => meets(cell, other));
    this.#cells = [...this.#cells, ...cells.filter(isFree)].sort(
      (a, b) => a.start - b.start || b.end - a.end,
    );
  }

  /** Forgets all results; cells that run go on. */
  clear(): void {
    this.#cells = this.#cells.filter((cell) => cell.run.state === 'running');
    for (const cell of this.#cells) cell.results = [];
  }

  /** Forgets single results; answers whether there were any. */
  clearWhere(isUnwanted: (result: TrackedResult) => boolean): boolean {
    let hasCleared = false;
    for (const cell of this.#cells) {
      const kept = cell.results.filter((result) => !isUnwanted(result));
      hasCleared ||= kept.length < cell.results.length;
      cell.results = kept;
    }
    return hasCleared;
  }

  #begin(params: RunStateParams, now: number): boolean {
    const snapshot = this.#snapshot(params.version);
    const edits = this.#log.since(params.version);
    if (snapshot === null || edits === null) return false;
    if (this.#isServerGone) this.#becomeEarlier();
    const text: MovedText = { document: snapshot.document, edits };
    const run: CellRun = {
      runId: params.runId,
      state: 'running',
      startedAt: this.notices.claim(params.runId, params.version) ?? now,
      elapsedMs: 0,
      cellCount: params.ranges.length,
      backend: params.backend,
      progress: null,
    };
    const begun = params.ranges.map((range, index) =>
      this.#beginCell(text, { range, reads: params.reads[index] ?? [], index }, run),
    );
    // A cell of which only some lines are run goes on with what it has left.
    const isEmpty = (cell: MutableCell) => cell.results.length === 0 && cell.run.state !== 'running';
    const isKept = (cell: MutableCell) =>
      !begun.some((region) => covers(region, cell) || (meets(region, cell) && isEmpty(cell)));
    this.#cells = [...this.#cells.filter(isKept), ...begun];
    // Of two that begin together the smaller one lies inside of the other.
    this.#cells.sort((a, b) => a.start - b.start || b.end - a.end);
    this.#refresh();
    return true;
  }

  /** A new server counts its runs from one: those of the last one stay apart from them, and in their order. */
  #becomeEarlier(): void {
    this.#isServerGone = false;
    this.pins.becomeEarlier();
    for (const cell of this.#cells) {
      cell.run = { ...cell.run, runId: cell.run.runId - runsOfServer };
      cell.results = cell.results.map((each) => ({ ...each, runId: each.runId - runsOfServer }));
    }
  }

  /**
   * What stood in the region before stays until the first results of the new run. A cell that reaches beyond the region (some of
   * its lines are run) goes on with its other results.
   */
  #beginCell(
    text: MovedText,
    place: { readonly range: RangeData; readonly reads: readonly RangeData[]; readonly index: number },
    run: CellRun,
  ): MutableCell {
    const region = regionOf(text, place.range);
    return {
      ...region,
      staleReason: null,
      staleSince: null,
      isRestored: false,
      run,
      results: this.#cells.flatMap((cell) => takeResults(cell, region)),
      reads: place.reads.map((range) => regionOf(text, range)),
      homeStart: offsetsOf(text.document, place.range).start,
      indexInRun: place.index,
    };
  }

  /** Looks again which cells are stale; a cell that is as it was run gets its results back to where they were. */
  #refresh(): void {
    for (const cell of this.#cells) {
      cell.staleReason = this.#whyStale(cell);
      cell.staleSince = cell.staleReason === null ? null : (cell.staleSince ?? this.#now());
      if (isDifferent(cell, this.#text)) continue;
      for (const result of cell.results) {
        if (result.runId !== cell.run.runId || result.home.start < 0) continue;
        result.start = cell.start + result.home.start;
        result.end = cell.start + result.home.end;
      }
    }
  }

  #whyStale(cell: MutableCell): string | null {
    if (isDifferent(cell, this.#text)) return t('The cell was edited after this run.');
    if (cell.reads.some((region) => isDifferent(region, this.#text)))
      return t('A cell from which it read was edited after this run.');
    const wasRunAgain = (region: Region) =>
      this.#cells.some((other) => meets(other, region) && other.run.runId > cell.run.runId);
    if (cell.reads.some(wasRunAgain)) return t('A cell from which it read was run again.');
    return this.#stateReads.whyStale(cell);
  }

  #track(made: {
    readonly result: InlineResult;
    readonly runId: number;
    readonly home: { readonly start: number; readonly end: number };
    readonly cell: MutableCell;
    readonly edits: readonly Edit[];
  }): MutableResult {
    const { start, end } = moveSpan(made.home, made.edits);
    const home = { start: made.home.start - made.cell.homeStart, end: made.home.end - made.cell.homeStart };
    return { id: ++this.#lastId, runId: made.runId, result: made.result, start, end, home };
  }

  #snapshot(version: number): Snapshot | null {
    return this.#snapshots.find((snapshot) => snapshot.document.version === version) ?? null;
  }
}

function moveCell(cell: MutableCell, edit: Edit): void {
  for (const region of [cell, ...cell.reads]) {
    region.start = region.start === 0 ? 0 : moveOffset(region.start, edit, 'right');
    region.end = moveOffset(region.end, edit, 'right');
  }
  for (const result of cell.results) {
    result.start = moveOffset(result.start, edit, 'right');
    result.end = Math.max(result.start, moveOffset(result.end, edit, 'left'));
  }
}

function regionOf({ document, edits }: MovedText, range: RangeData): Region {
  const { start, end } = offsetsOf(document, range);
  return {
    start: start === 0 ? 0 : moveThrough(start, edits, 'right'),
    end: moveThrough(end, edits, 'right'),
    source: document.getText().slice(start, end),
  };
}

/** Blank space after the last line of a cell does not count. */
function isDifferent(region: Region, text: string): boolean {
  return text.slice(region.start, region.end).trimEnd() !== region.source.trimEnd();
}

/** The results of a cell that a new run over `region` will replace; the cell loses them. */
function takeResults(cell: MutableCell, region: Place): MutableResult[] {
  const isInside = ({ start }: Place) => region.start <= start && start < region.end;
  const taken = cell.results.filter((result) => covers(region, cell) || isInside(result));
  cell.results = cell.results.filter((result) => !taken.includes(result));
  return taken;
}

const covers = (outer: Place, inner: Place): boolean => outer.start <= inner.start && inner.end <= outer.end;

const meets = (a: Place, b: Place): boolean => a.start === b.start || (a.start < b.end && b.start < a.end);

function offsetsOf(document: TextDocument, range: RangeData): { start: number; end: number } {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}
