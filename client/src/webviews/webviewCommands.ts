/** Commands that open webviews: the scan inspector from the palette, a hover or a view; plots and values from hovers and views. */
import type * as vscode from 'vscode';
import { commands } from '../../../protocol/src/editor.ts';
import type { ValueRef } from '../../../protocol/src/values.ts';
import { type CommandHandlers, targetOrThrow, uriOf } from '../commandTargets.ts';
import type { DocumentStates } from '../documentStates.ts';
import { internalCommands } from '../internalCommands.ts';
import { t } from '../l10n.ts';
import type { TrackedResult } from '../trackedResults.ts';
import type { WebviewPanels } from './webviewPanels.ts';

export function webviewCommands(panels: WebviewPanels, documents: DocumentStates): CommandHandlers {
  return {
    [commands.inspect]: (uri, callId) => {
      const { document, position } = targetOrThrow(uri, undefined);
      const results = resultsAt(documents, document, position);
      const fromLine = typeof uri === 'string' ? null : (results.at(-1)?.result.callId ?? null);
      panels.inspect(uriOf(document), typeof callId === 'number' ? callId : fromLine);
    },
    [commands.openPlot]: () => {
      const { document, position } = targetOrThrow(undefined, undefined);
      const drawn = resultsAt(documents, document, position).concat(allResults(documents, document));
      const found = drawn.find(({ result }) => result.plots !== undefined);
      if (found === undefined) throw new Error(t('This file has drawn no plot yet. Run a cell that does.'));
      return panels.openPlots(uriOf(document), found.runId, found.result.plots ?? []);
    },
    [internalCommands.openPlots]: (uri, id) => {
      const { runId, result } = resultOf(documents, uri, id);
      return panels.openPlots(String(uri), runId, result.plots ?? []);
    },
    /** The second argument is the id of a tracked result, or a reference with its title as the third. */
    [internalCommands.drawValue]: (uri, id, title) => {
      if (isRef(id)) return panels.openValue(String(uri), typeof title === 'string' ? title : t('Value'), id);
      const { ref, text } = resultOf(documents, uri, id).result;
      if (ref === undefined) throw new Error(t('This result is no array.'));
      return panels.openValue(String(uri), text.replace(/^⇒ /, ''), ref);
    },
  };
}

function resultOf(documents: DocumentStates, uri: unknown, id: unknown): TrackedResult {
  const found = typeof id === 'number' ? documents.find(String(uri))?.tracker.find(id) : null;
  if (found == null) throw new Error(t('This result is not there any more.'));
  return found;
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

const isRef = (value: unknown): value is ValueRef =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
