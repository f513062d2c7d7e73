/** Draws the planned texts after the lines, with one shared decoration type per role, and their hovers. */
import * as vscode from 'vscode';
import type { Settings } from '../../protocol/src/editor.ts';
import { type DecorationRole, decorationRoles, type PlannedText, planDecorations } from './decorationPlan.ts';
import { internalCommands } from './internalCommands.ts';
import type { ResultTracker, TrackedResult } from './trackedResults.ts';

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
  readonly #types: ReadonlyMap<DecorationRole, vscode.TextEditorDecorationType>;

  constructor() {
    this.#types = new Map(decorationRoles.map((role) => [role, decorationType(role)]));
  }

  /** Shows what `tracker` holds in `editor`; null for nothing. */
  draw(editor: vscode.TextEditor, tracker: ResultTracker | null, mode: Settings['inlineResults']): void {
    const lineAt = (offset: number) => editor.document.positionAt(offset).line;
    const cells = tracker?.cells ?? [];
    const plan = planDecorations({ cells, mode, lineAt, now: Date.now() });
    for (const [role, type] of this.#types) {
      const texts = plan.filter((text) => text.role === role);
      editor.setDecorations(
        type,
        texts.map((text) => decoration(text, editor.document)),
      );
    }
  }

  dispose(): void {
    for (const type of this.#types.values()) type.dispose();
  }
}

function decorationType(role: DecorationRole): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    after: {
      margin: '0 0 0 2ch',
      color: new vscode.ThemeColor(colors[role]),
      ...(role === 'stale' ? { textDecoration: 'none; opacity: 0.45; font-style: italic' } : {}),
    },
  });
}

function decoration(text: PlannedText, document: vscode.TextDocument): vscode.DecorationOptions {
  const place = new vscode.Position(text.line, endOfLine);
  return {
    range: document.validateRange(new vscode.Range(place, place)),
    hoverMessage: text.results.flatMap((result) => hoverOf(result, text.staleReason, document.uri)),
    renderOptions: { after: { contentText: text.text } },
  };
}

/** The value as the server wrote it, without any command in it, and our own commands apart from it. */
function hoverOf(
  tracked: TrackedResult,
  staleReason: string | null,
  uri: vscode.Uri,
): vscode.MarkdownString[] {
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
