/** Commands that open webviews: the scan inspector from the palette, a hover or a view; plots and values from hovers and views. */
import type * as vscode from 'vscode';
import { commands } from '../../../protocol/src/editor.ts';
import { type CommandHandlers, resultOrThrow, targetOrThrow, uriOf } from '../commandTargets.ts';
import type { DocumentStates } from '../documentStates.ts';
import { internalCommands } from '../internalCommands.ts';
import { t } from '../l10n.ts';
import { stateUriOf } from '../notebooks/notebookOf.ts';
import { isStateNode } from '../stateView/stateNodes.ts';
import type { TrackedResult } from '../trackedResults.ts';
import type { WebviewPanels } from './webviewPanels.ts';

export function webviewCommands(panels: WebviewPanels, documents: DocumentStates): CommandHandlers {
  return {
    [commands.inspect]: (uri, callId) => {
      const meant = callOfNode(uri);
      if (meant !== null) return panels.inspect(meant.uri, meant);
      const { document, position } = targetOrThrow(uri, undefined);
      const results = resultsAt(documents, document, position);
      const called = results.findLast(({ result }) => result.callId !== undefined);
      const fromLine = typeof uri === 'string' ? null : (called?.result.callId ?? null);
      return panels.inspect(stateUriOf(document), {
        callId: typeof callId === 'number' ? callId : fromLine,
        scan: null,
      });
    },
    [commands.openPlot]: () => {
      const { document, position } = targetOrThrow(undefined, undefined);
      const drawn = resultsAt(documents, document, position).concat(allResults(documents, document));
      const found = drawn.find(({ result }) => result.plots !== undefined);
      if (found === undefined) throw new Error(t('This file has drawn no plot yet. Run a cell that does.'));
      return panels.openPlots(uriOf(document), found.runId, found.result.plots ?? []);
    },
    [internalCommands.openPlots]: (uri, id) => {
      const { runId, result } = resultOrThrow(documents, uri, id);
      return panels.openPlots(String(uri), runId, result.plots ?? []);
    },
  };
}

/** The call, and the scan, that a line of the state view is about; null for another line, and what is none. */
function callOfNode(node: unknown): { uri: string; callId: number; scan: number | null } | null {
  if (!isStateNode(node)) return null;
  const { uri, subject } = node;
  if (subject.kind === 'call') return { uri, callId: subject.call.id, scan: null };
  if (subject.kind === 'scan') return { uri, callId: subject.call.id, scan: subject.scan.scan };
  return null;
}

const allResults = (documents: DocumentStates, document: vscode.TextDocument): readonly TrackedResult[] =>
  (documents.find(uriOf(document))?.tracker.cells ?? []).flatMap(({ results }) => results);

/** Of the line of a place. */
function resultsAt(
  documents: DocumentStates,
  document: vscode.TextDocument,
  { line }: vscode.Position,
): readonly TrackedResult[] {
  return allResults(documents, document).filter(({ end }) => document.positionAt(end).line === line);
}
