/** The action that applies all safe fixes: of a file, or of a notebook across its cells. Which fixes, `analysis/fixes` decides. */

import type { CodeAction } from 'vscode-languageserver-types';
import { fixAllKinds } from '../../../protocol/src/editor.ts';
import { applyFixes, type CheckedText } from '../analysis/fixes/applyFixes.ts';
import { t } from '../base/l10n.ts';
import type { DocumentView } from './documentView.ts';
import { workspaceEdit } from './workspaceEdits.ts';

export interface FixAllContext {
  readonly view: DocumentView;
  /** Parses, analyses and checks a text that might take the place of the analysed one. */
  readonly check: (text: string) => CheckedText;
}

/**
 * The kind of the action in a document. Editors ask about each cell of a notebook for a `source.fixAll` and apply every answer,
 * so a fix that reaches over cells would be applied as often as there are cells; about a `notebook.source.fixAll` they ask once.
 */
export const fixAllKindOf = ({ isWhole }: DocumentView): string =>
  isWhole ? fixAllKinds.file : fixAllKinds.notebook;

/** Null when nothing can be fixed. */
export function fixAllAction(present: CheckedText, { view, check }: FixAllContext): CodeAction | null {
  const { edits } = applyFixes(present, check);
  const edit = edits.length === 0 ? null : workspaceEdit(edits, view);
  return edit === null
    ? null
    : { title: t('Fix all safe ScanLens problems'), kind: fixAllKindOf(view), edit };
}
