/**
 * The hover of what stands after a line: the whole value, bounded, and what can be done with it. Made only when somebody points
 * at it. Values are escaped by the server and can not carry a command; our own commands stand apart from them.
 */
import * as vscode from 'vscode';
import { commands } from '../../protocol/src/editor.ts';
import { commandLink } from './commandLinks.ts';
import { cut, type PlannedResult, resultsInLine, type Staleness } from './decorationPlan.ts';
import type { DocumentStates } from './documentStates.ts';
import { internalCommands } from './internalCommands.ts';
import { t } from './l10n.ts';
import { timeText } from './runTexts.ts';

export class ResultHovers implements vscode.Disposable {
  readonly #documents: DocumentStates;
  readonly #registration: vscode.Disposable;

  constructor(documents: DocumentStates) {
    this.#documents = documents;
    this.#registration = vscode.languages.registerHoverProvider(
      { language: 'python' },
      { provideHover: (document, position) => this.#hover(document, position) },
    );
  }

  dispose(): void {
    this.#registration.dispose();
  }

  /** Only at the end of a line, which is where the editor takes the texts after it to be. */
  #hover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null {
    const state = this.#documents.find(document.uri.toString());
    const { start, end } = document.lineAt(position.line).range;
    if (state === null || !position.isEqual(end)) return null;
    const { cells, pins } = state.tracker;
    const lineAt = (offset: number) => document.positionAt(offset).line;
    const part = { start: document.offsetAt(start), end: document.offsetAt(end) };
    const shown = resultsInLine({ cells, pins: pins.all, part, lineAt, now: Date.now() });
    if (shown.length === 0) return null;
    const parts = shown.flatMap((result) => [
      ...valueParts(result),
      actionsOf(result, document, position.line),
    ]);
    return new vscode.Hover(parts, new vscode.Range(end, end));
  }
}

function valueParts({ tracked, pin, stale }: PlannedResult): vscode.MarkdownString[] {
  const result = tracked?.result ?? pin?.result;
  const value = new vscode.MarkdownString(result?.detail);
  if (result !== undefined && result.detail === '') value.appendCodeblock(result.full, 'text');
  if (stale !== null) value.appendMarkdown(`\n\n*${staleText(stale)}*`);
  if (pin === null || tracked === null || pin.result.full === tracked.result.full) return [value];
  const before = new vscode.MarkdownString(`${t('Pinned:')}\n\n`);
  if (pin.result.detail === '') before.appendCodeblock(pin.result.full, 'text');
  else before.appendMarkdown(pin.result.detail);
  return [value, before];
}

const staleText = ({ reason, since }: Staleness): string =>
  since === null ? reason : `${t('Stale since {0}.', timeText(since))} ${reason}`;

/** Commands that links of a hover may call. */
const linked: readonly string[] = [
  ...Object.values(internalCommands),
  commands.openValue,
  commands.drawValue,
  commands.inspect,
];

function actionsOf(
  { tracked, pin }: PlannedResult,
  document: vscode.TextDocument,
  line: number,
): vscode.MarkdownString {
  const uri = document.uri.toString();
  const link = (text: string, command: string, tip: string, ...args: readonly unknown[]): string =>
    commandLink({ text, command, tip, args: [uri, ...args] });
  const { copyResult, openResult, openPlots, pinResult, unpinResult } = internalCommands;
  const links: string[] = [];
  if (tracked !== null) {
    const { ref, plots, callId } = tracked.result;
    const name = nameOf(document.lineAt(line).text);
    const tip = t('Open everything in an editor');
    links.push(link(t('Copy'), copyResult, t('Copy everything'), tracked.id));
    links.push(
      ref === undefined
        ? link(t('Open value'), openResult, tip, tracked.id)
        : link(t('Open value'), commands.openValue, tip, ref, name),
    );
    if (plots !== undefined) {
      links.push(link(t('Open plot'), openPlots, t('See it beside the code'), tracked.id));
    }
    if (ref !== undefined) {
      const drawTip = t('See it as lines, a heat map, a histogram or a table');
      links.push(link(t('Draw'), commands.drawValue, drawTip, ref, name));
    }
    if (callId !== undefined) {
      links.push(link(t('Inspect'), commands.inspect, t('Go through the iterations of its scans'), callId));
    }
    if (pin === null) {
      links.push(link(t('Pin'), pinResult, t('Keep this beside what later runs show here'), tracked.id));
    }
  }
  if (pin !== null) links.push(link(t('Unpin'), unpinResult, t('Forget what was pinned here'), pin.end));
  const actions = new vscode.MarkdownString(links.join(' · '));
  actions.isTrusted = { enabledCommands: linked };
  return actions;
}

/** What a value is called: the name that the line gives it, or the line. */
const nameOf = (code: string): string => /^\s*([\w.]+)\s*=(?!=)/.exec(code)?.[1] ?? cut(code.trim(), 40);
