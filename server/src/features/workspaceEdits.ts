/** Edits of the analysed text as edits of documents. */
import { TextEdit as EditorEdit, type WorkspaceEdit } from 'vscode-languageserver-types';
import { groupBy } from '../base/grouping.ts';
import type { TextEdit } from '../python/parsedFile.ts';
import type { DocumentView } from './documentView.ts';

/** Each edit in the document where it lies; null when one of them lies in none. */
export function workspaceEdit(edits: readonly TextEdit[], view: DocumentView): WorkspaceEdit | null {
  const placed = edits.map((edit) => ({ edit, location: view.locateChange(edit) }));
  const located = placed.flatMap(({ edit, location }) =>
    location === null ? [] : [{ uri: location.uri, edit: EditorEdit.replace(location.range, edit.newText) }],
  );
  if (located.length < edits.length) return null;
  const byUri = [...groupBy(located, ({ uri }) => uri)];
  return { changes: Object.fromEntries(byUri.map(([uri, group]) => [uri, group.map(({ edit }) => edit)])) };
}
