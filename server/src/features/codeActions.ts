/**
 * Code actions: the fixes of findings, one action that applies all safe ones, a comment that turns a rule off for a line, and
 * the page of the rule. Fixes themselves are made in `analysis/fixes`.
 */

import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { linkCommands } from '../../../protocol/src/editor.ts';
import type { Fix, FixContext, FixesFor } from '../analysis/fixes/fix.ts';
import type { Finding } from '../analysis/rules/findings.ts';
import { t } from '../base/l10n.ts';
import type { Span } from '../base/span.ts';
import { diagnosticOf, rulePage } from './diagnostics.ts';
import type { DocumentView } from './documentView.ts';
import { type FixAllContext, fixAllAction, fixAllKindOf } from './fixAll.ts';
import { ignoreEdit } from './ignoreComment.ts';
import { workspaceEdit } from './workspaceEdits.ts';

export interface ActionsContext extends FixAllContext {
  readonly source: FixContext;
  readonly fixesFor: FixesFor;
  /** False for editors that do not have the commands of `linkCommands`. */
  readonly hasLinkCommands: boolean;
}

/** What an editor asks for: a part of the analysed text, and the kinds; null for whatever fits. */
export interface ActionsAsked {
  readonly span: Span;
  readonly only: readonly string[] | null;
}

/** The actions for the part of a document. `findings` are all of the analysed text. */
export function codeActions(
  findings: readonly Finding[],
  { span, only }: ActionsAsked,
  context: ActionsContext,
): readonly CodeAction[] {
  // Editors ask for source actions by name only: they are not for the place of the cursor.
  const isAsked = (kind: string): boolean => only?.some((asked) => isWithin(kind, asked)) === true;
  const { view, source } = context;
  const all = isAsked(fixAllKindOf(view)) ? fixAllAction({ ...source, findings }, context) : null;
  const actions = all === null ? [] : [all];
  if (only !== null && !isAsked(CodeActionKind.QuickFix)) return actions;
  const here = findings.filter(
    (finding) => view.holds(finding.span) && finding.span.start <= span.end && span.start <= finding.span.end,
  );
  return [...actions, ...here.flatMap((finding) => quickFixes(finding, context))];
}

/** `source.fixAll.scanlens` is a `source.fixAll`. */
const isWithin = (kind: string, asked: string): boolean =>
  asked === '' || kind === asked || kind.startsWith(`${asked}.`);

function quickFixes(finding: Finding, context: ActionsContext): readonly CodeAction[] {
  const diagnostic = diagnosticOf(finding, context.view);
  const fixes = context.fixesFor(finding, context.source);
  return [
    ...fixes.map((fix) => fixAction(fix, diagnostic, context.view)),
    ...ignoreAction(finding, diagnostic, context),
    ...explainAction(finding, diagnostic, context),
  ];
}

function fixAction(fix: Fix, diagnostic: Diagnostic, view: DocumentView): CodeAction {
  const action = { title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
  if ('refusal' in fix) return { ...action, disabled: { reason: fix.refusal } };
  const edit = workspaceEdit(fix.edits, view);
  if (edit === null)
    return { ...action, disabled: { reason: t('A part of it would stand between two cells.') } };
  return { ...action, isPreferred: fix.isPreferred, edit };
}

function ignoreAction(
  { rule, span }: Finding,
  diagnostic: Diagnostic,
  { source, view }: ActionsContext,
): readonly CodeAction[] {
  const comment = ignoreEdit(rule, span, source.file);
  const edit = comment === null ? null : workspaceEdit([comment], view);
  if (edit === null) return [];
  const title = t('Ignore {0} on this line', rule);
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit }];
}

/** Other editors have the link of the diagnostic. */
function explainAction(
  { rule }: Finding,
  diagnostic: Diagnostic,
  { hasLinkCommands }: ActionsContext,
): readonly CodeAction[] {
  if (!hasLinkCommands) return [];
  const title = t('Explain {0}', rule);
  const command = { title, command: linkCommands.openPage, arguments: [rulePage(rule)] };
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command }];
}
