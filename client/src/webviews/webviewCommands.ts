/** Commands that open webviews: the scan inspector from the palette, a hover or a view; plots and values from hovers and views. */
import type * as vscode from 'vscode';
import { commands } from '../../../protocol/src/editor.ts';
import { type CommandHandlers, targetOrThrow, uriOf } from '../commandTargets.ts';
import type { DocumentStates } from '../documentStates.ts';
import { internalCommands } from '../internalCommands.ts';
import { t } from '../l10n.ts';
import type { TrackedResult } from '../trackedResults.ts';
import type { WebviewPanels } from './webviewPanels.ts';

export function webviewCommands(panels: WebviewPanels, documents: DocumentStates): CommandHandlers {
  return {
    [commands.inspect]: (uri, callId) => {
      const meant = isNode(uri) ? callOfNode(uri) : null;
      if (meant !== null) return panels.inspect(meant.uri, meant);
      const { document, position } = targetOrThrow(uri, undefined);
      const results = resultsAt(documents, document, position);
      const called = results.findLast(({ result }) => result.callId !== undefined);
      const fromLine = typeof uri === 'string' ? null : (called?.result.callId ?? null);
      return panels.inspect(uriOf(document), {
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
      const { runId, result } = resultOf(documents, uri, id);
      return panels.openPlots(String(uri), runId, result.plots ?? []);
    },
  };
}

interface Node {
  readonly uri: string;
  readonly subject: object;
}

/** A line of the state view. */
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' &&
  value !== null &&
  'uri' in value &&
  typeof value.uri === 'string' &&
  'subject' in value &&
  typeof value.subject === 'object' &&
  value.subject !== null;

/** The call, and the scan, that a line of the state view is about. */
function callOfNode({ uri, subject }: Node): { uri: string; callId: number; scan: number | null } | null {
  const callId = 'call' in subject ? numberIn(subject.call, 'id') : null;
  if (callId === null) return null;
  return { uri, callId, scan: 'scan' in subject ? numberIn(subject.scan, 'scan') : null };
}

function numberIn(value: unknown, key: string): number | null {
  if (typeof value !== 'object' || value === null) return null;
  const found: unknown = Object.entries(value).find(([name]) => name === key)?.[1];
  return typeof found === 'number' ? found : null;
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
