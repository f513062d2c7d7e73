/**
 * Draws the planned texts after the lines. All roles share one decoration type and not one each: two decorations at the end of one
 * line have no order, the two ends of one have, so what belongs together stands together. Only lines near the visible ones are drawn, and
 * only when something there differs: a program with a thousand results costs no more than what is seen of it.
 */
import * as vscode from 'vscode';
import type { Settings } from '../../protocol/src/editor.ts';
import {
  type DecorationRole,
  type PlannedLine,
  type PlannedPart,
  planDecorations,
} from './decorationPlan.ts';
import { t } from './l10n.ts';
import { runningText } from './runTexts.ts';
import type { Place, ResultTracker } from './trackedResults.ts';

/** Colours are contributed in package.json under the same names. */
const colors: Readonly<Record<DecorationRole, string>> = {
  result: 'scanlens.resultForeground',
  stateChange: 'scanlens.stateChangeForeground',
  dropped: 'scanlens.droppedForeground',
  warning: 'scanlens.warningForeground',
  error: 'scanlens.errorForeground',
  stale: 'scanlens.staleForeground',
};
const runningColor = 'scanlens.runningForeground';

/** Lines beyond the visible ones that are drawn, so that scrolling meets nothing bare. */
const drawnMargin = 120;
/** When fewer lines than this are drawn beyond the visible ones, they are drawn anew. */
const leastMargin = 40;

/** A run that is younger does not count yet. */
const countsAfterMs = 200;

interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** The places and texts of what runs. */
interface Notices {
  readonly begun: readonly vscode.Range[];
  readonly counting: readonly { readonly range: vscode.Range; readonly text: string }[];
}

/** What an editor shows now. */
interface Drawn {
  readonly window: LineRange;
  readonly key: string;
  readonly lines: ReadonlySet<number>;
  readonly notices: Notices;
}

export class InlineResults implements vscode.Disposable {
  readonly #type = vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  /**
   * From the click until it counts. Its text is that of the type, so that the editor has its style already: what a person waits for is
   * one message and a frame that changes no style.
   */
  readonly #begunType = vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    after: attached(t('running …'), runningColor),
  });
  /** What runs counts several times a second: by itself, so that nothing else is drawn anew. */
  readonly #runningType = vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  readonly #drawn = new WeakMap<vscode.TextEditor, Drawn>();

  /** Shows what `tracker` holds in `editor`; null for nothing. */
  draw(editor: vscode.TextEditor, tracker: ResultTracker | null, mode: Settings['inlineResults']): void {
    const notices = this.#drawNotices(editor, mode === 'off' ? null : tracker);
    const { document } = editor;
    const window = windowAround(editor, drawnMargin);
    const plan = planDecorations({
      part: partOf(document, window),
      cells: tracker?.cells ?? [],
      pins: tracker?.pins.all ?? [],
      mode,
      lineAt: (offset) => document.positionAt(offset).line,
      now: Date.now(),
    });
    const ends = plan.map(({ line }) => document.lineAt(line).range.end);
    const key = JSON.stringify(plan.map(({ parts }, index) => [ends[index], parts]));
    const last = this.#drawn.get(editor);
    const lines = new Set(plan.map(({ line }) => line));
    this.#drawn.set(editor, { window, key, lines, notices });
    if (last?.key === key) return;
    editor.setDecorations(
      this.#type,
      plan.map((line, index) => decoration(line, ends[index] ?? new vscode.Position(line.line, 0))),
    );
  }

  /** Lines of `editor` were edited (null: not only inside of one line): what stood there may have moved with the text. */
  forget(editor: vscode.TextEditor, line: number | null): void {
    const drawn = this.#drawn.get(editor);
    if (drawn !== undefined && (line === null || drawn.lines.has(line))) this.#drawn.delete(editor);
  }

  /** True when `editor` was scrolled to where nothing has been drawn yet. */
  isBare(editor: vscode.TextEditor): boolean {
    const drawn = this.#drawn.get(editor)?.window;
    const needed = windowAround(editor, leastMargin);
    return drawn === undefined || needed.first < drawn.first || drawn.last < needed.last;
  }

  dispose(): void {
    this.#type.dispose();
    this.#begunType.dispose();
    this.#runningType.dispose();
  }

  #drawNotices(editor: vscode.TextEditor, tracker: ResultTracker | null): Notices {
    const notices = noticesIn(editor.document, tracker);
    const last = this.#drawn.get(editor)?.notices ?? nothingRuns;
    if (!isSame(notices.begun, last.begun)) editor.setDecorations(this.#begunType, notices.begun);
    if (!isSame(notices.counting, last.counting)) {
      const decorations = notices.counting.map(({ range, text }) => ({
        range,
        renderOptions: { after: attached(text, runningColor) },
      }));
      editor.setDecorations(this.#runningType, decorations);
    }
    return notices;
  }
}

const nothingRuns: Notices = { begun: [], counting: [] };

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function noticesIn(document: vscode.TextDocument, tracker: ResultTracker | null): Notices {
  const now = Date.now();
  // Of runs that wait for each other in one line the first is shown.
  const first = new Map<number, number>();
  for (const { offset, startedAt } of tracker?.notices.all ?? []) {
    const { line } = document.positionAt(offset);
    if (!first.has(line)) first.set(line, startedAt);
  }
  const found = [...first].map(([line, startedAt]) => {
    const { end } = document.lineAt(line).range;
    return { range: new vscode.Range(end, end), startedAt };
  });
  const counting = found.filter(({ startedAt }) => now - startedAt >= countsAfterMs);
  return {
    begun: found.filter((each) => !counting.includes(each)).map(({ range }) => range),
    counting: counting.map(({ range, startedAt }) => {
      const progress = tracker?.cells.find(({ run }) => run.startedAt === startedAt)?.run.progress ?? null;
      return { range, text: runningText({ startedAt, progress }, now) };
    }),
  };
}

/** The visible lines of an editor with a margin, within the document. */
function windowAround({ visibleRanges, document }: vscode.TextEditor, margin: number): LineRange {
  const first = Math.min(...visibleRanges.map(({ start }) => start.line));
  const last = Math.max(...visibleRanges.map(({ end }) => end.line));
  // An editor that was just opened has no visible range yet.
  if (visibleRanges.length === 0) return { first: 0, last: margin };
  return { first: Math.max(0, first - margin), last: Math.min(document.lineCount - 1, last + margin) };
}

const partOf = (document: vscode.TextDocument, { first, last }: LineRange): Place => ({
  start: document.offsetAt(new vscode.Position(first, 0)),
  end: document.offsetAt(document.lineAt(Math.min(last, document.lineCount - 1)).range.end),
});

/** Of two parts the first is the decoration's `before`. */
function decoration({ parts: [first, second] }: PlannedLine, end: vscode.Position): vscode.DecorationOptions {
  return {
    range: new vscode.Range(end, end),
    renderOptions:
      second === undefined
        ? { after: attachment(first) }
        : { before: attachment(first), after: attachment(second) },
  };
}

function attachment({ role, text }: PlannedPart): vscode.ThemableDecorationAttachmentRenderOptions {
  const dimmed = { textDecoration: 'none; opacity: 0.55; font-style: italic' };
  return { ...attached(text, colors[role]), ...(role === 'stale' ? dimmed : {}) };
}

const attached = (text: string, color: string): vscode.ThemableDecorationAttachmentRenderOptions => ({
  // Plain spaces would collapse, and NumPy's columns with them.
  contentText: text.replaceAll(' ', '\u00a0'),
  margin: '0 0 0 2ch',
  color: new vscode.ThemeColor(color),
});
