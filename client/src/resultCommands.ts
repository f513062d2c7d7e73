/** Commands about results that are shown: read, copy, open, pin, clear. */
import * as vscode from 'vscode';
import { commands } from '../../protocol/src/editor.ts';
import {
  type CommandContext,
  type CommandHandlers,
  pythonEditorOrThrow,
  resultOrThrow,
  targetOrThrow,
  uriOf,
} from './commandTargets.ts';
import { internalCommands } from './internalCommands.ts';
import { t } from './l10n.ts';
import { resultsText } from './resultsText.ts';
import type { ResultTracker } from './trackedResults.ts';

export function resultCommands(context: CommandContext): CommandHandlers {
  const { documents, texts } = context;
  return {
    [commands.clearResults]: (uri) => {
      const { document } = targetOrThrow(uri, undefined);
      change(context, uriOf(document), (tracker) => tracker.clear());
    },
    [commands.clearLineResults]: () => clearLine(context),
    [commands.pinLineResults]: () => pinLine(context),
    [commands.readResults]: (uri, position) => readResults(context, uri, position),
    [internalCommands.copyResult]: async (uri, id) => {
      await vscode.env.clipboard.writeText(await wholeText(context, uri, id));
    },
    [internalCommands.openResult]: async (uri, id) =>
      texts.show(t('Value'), await wholeText(context, uri, id)),
    [internalCommands.pinResult]: (uri, id) => {
      const result = resultOrThrow(context.documents, uri, id);
      change(context, String(uri), ({ pins }) => pins.add(result));
    },
    [internalCommands.unpinResult]: (uri, end) => {
      if (documents.find(String(uri)) === null) return;
      change(context, String(uri), ({ pins }) => pins.removeWhere((pin) => pin.end === end));
    },
  };
}

function change({ documents }: CommandContext, uri: string, action: (tracker: ResultTracker) => void): void {
  const state = documents.find(uri);
  if (state === null) return;
  action(state.tracker);
  documents.touched(state.uri);
}

/** Everything: what the result carries, or where that is only a part of an array, all of it as NumPy writes it. */
async function wholeText(context: CommandContext, uri: unknown, id: unknown): Promise<string> {
  const { full, isPart, ref } = resultOrThrow(context.documents, uri, id).result;
  if (isPart === undefined || ref === undefined) return full;
  const answer = await context.server.question(String(uri), 'numpyText', { ref });
  if (answer === null) throw new Error(t('This value is not kept any more. Run its cell again.'));
  if (answer.refused !== null) throw new Error(answer.refused);
  return answer.text;
}

/** The line of the cursor: what stands after it. */
function presentLine() {
  const { document, selection } = pythonEditorOrThrow();
  const isHere = ({ end }: { readonly end: number }): boolean =>
    document.positionAt(end).line === selection.active.line;
  return { document, isHere };
}

/** What stands after the line of the cursor; where only pinned results are left, these. */
function clearLine(context: CommandContext): void {
  const { document, isHere } = presentLine();
  change(context, uriOf(document), (tracker) => {
    if (!tracker.clearWhere(isHere)) tracker.pins.removeWhere(isHere);
  });
}

/** Pins what stands after the line of the cursor, or takes its pins away. */
function pinLine(context: CommandContext): void {
  const { document, isHere } = presentLine();
  change(context, uriOf(document), (tracker) => {
    if (tracker.pins.removeWhere(isHere)) return;
    const results = tracker.cells.flatMap((cell) => cell.results).filter(isHere);
    if (results.length === 0) throw new Error(t('This line has no result. Run it first.'));
    for (const result of results) tracker.pins.add(result);
  });
}

async function readResults(context: CommandContext, uri: unknown, place: unknown): Promise<void> {
  const { document, position } = targetOrThrow(uri, place);
  const state = context.documents.find(uriOf(document));
  const offset = document.offsetAt(position);
  const region = state?.regions.at(offset) ?? state?.tracker.cellAt(offset) ?? null;
  const cells = region === null ? [] : (state?.tracker.within(region) ?? []);
  if (cells.length === 0) throw new Error(t('This cell has no results yet. Run it first.'));
  const lineAt = (at: number) => document.positionAt(at).line;
  await context.texts.show(t('Results'), resultsText(cells, { region, lineAt }));
}
