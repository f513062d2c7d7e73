/** Draws the planned texts after the lines, with one shared decoration type, and their hovers. */
import * as vscode from 'vscode';
import type { Settings } from '../../protocol/src/editor.ts';
import {
  type DecorationRole,
  type PlannedLine,
  type PlannedPart,
  type PlannedResult,
  planDecorations,
} from './decorationPlan.ts';
import { internalCommands } from './internalCommands.ts';
import type { ResultTracker } from './trackedResults.ts';

/** Colours are contributed in package.json under the same names. */
const colors: Readonly<Record<DecorationRole, string>> = {
  result: 'scanlens.resultForeground',
  stateChange: 'scanlens.stateChangeForeground',
  dropped: 'scanlens.droppedForeground',
  warning: 'scanlens.warningForeground',
  error: 'scanlens.errorForeground',
  stale: 'scanlens.staleForeground',
};

/** After the last character of a line, wherever that is. */
const endOfLine = 100_000;

export class InlineResults implements vscode.Disposable {
  readonly #type = vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });

  /** Shows what `tracker` holds in `editor`; null for nothing. */
  draw(editor: vscode.TextEditor, tracker: ResultTracker | null, mode: Settings['inlineResults']): void {
    const lineAt = (offset: number) => editor.document.positionAt(offset).line;
    const cells = tracker?.cells ?? [];
    const plan = planDecorations({ cells, mode, lineAt, now: Date.now() });
    editor.setDecorations(
      this.#type,
      plan.map((line) => decoration(line, editor.document)),
    );
  }

  dispose(): void {
    this.#type.dispose();
  }
}

/** Two decorations at one place have no order, the two ends of one have: of two parts the first is its `before`. */
function decoration(planned: PlannedLine, document: vscode.TextDocument): vscode.DecorationOptions {
  const place = new vscode.Position(planned.line, endOfLine);
  const [first, second] = planned.parts;
  return {
    range: document.validateRange(new vscode.Range(place, place)),
    hoverMessage: planned.results.flatMap((result) => hoverOf(result, document.uri)),
    renderOptions:
      second === undefined
        ? { after: attachment(first) }
        : { before: attachment(first), after: attachment(second) },
  };
}

function attachment({ role, text }: PlannedPart): vscode.ThemableDecorationAttachmentRenderOptions {
  const dimmed = { textDecoration: 'none; opacity: 0.45; font-style: italic' };
  return {
    // Plain spaces would collapse, and NumPy's columns with them.
    contentText: text.replaceAll(' ', '\u00a0'),
    margin: '0 0 0 2ch',
    color: new vscode.ThemeColor(colors[role]),
    ...(role === 'stale' ? dimmed : {}),
  };
}

/** The value as the server wrote it, without any command in it, and our own commands apart from it. */
function hoverOf({ tracked, staleReason }: PlannedResult, uri: vscode.Uri): vscode.MarkdownString[] {
  const value = new vscode.MarkdownString(tracked.result.detail);
  const target = encodeURIComponent(JSON.stringify([uri.toString(), tracked.id]));
  const actions = new vscode.MarkdownString(
    `[Copy](command:${internalCommands.copyResult}?${target} "Copy everything") · ` +
      `[Open](command:${internalCommands.openResult}?${target} "Open everything in an editor")` +
      (staleReason === null ? '' : ` · *stale: ${staleReason}*`),
  );
  actions.isTrusted = { enabledCommands: Object.values(internalCommands) };
  return [value, actions];
}
