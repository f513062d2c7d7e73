/**
 * Code actions: the fixes of findings, one action that applies all safe ones, a comment that turns a rule off for a line, and
 * the page of the rule. Fixes themselves are made in `analysis/fixes`.
 */
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  TextEdit as EditorEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { linkCommands } from '../../../protocol/src/editor.ts';
import type { Fix, FixContext, FixesFor, Repair } from '../analysis/fixes/fix.ts';
import type { Finding } from '../analysis/rules/findings.ts';
import { groupBy } from '../base/grouping.ts';
import type { Span } from '../base/span.ts';
import type { TextEdit } from '../python/parsedFile.ts';
import { diagnosticOf, rulePage } from './diagnostics.ts';
import type { DocumentView } from './documentView.ts';
import { ignoreEdit } from './ignoreComment.ts';

/** The kind of the action that applies all safe fixes. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.scanlens`;

export interface ActionsContext {
  readonly source: FixContext;
  readonly view: DocumentView;
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
  const own = findings.filter((finding) => context.view.holds(finding.span));
  // Editors ask for source actions by name only: they are not for the place of the cursor.
  const isAsked = (kind: string): boolean => only?.some((asked) => isWithin(kind, asked)) === true;
  const all = isAsked(fixAllKind) ? fixAll(own, context) : [];
  if (only !== null && !isAsked(CodeActionKind.QuickFix)) return all;
  const here = own.filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end);
  return [...all, ...here.flatMap((finding) => quickFixes(finding, context))];
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
  return { ...action, isPreferred: fix.isPreferred, edit: workspaceEdit(fix.edits, view) };
}

function ignoreAction(
  { rule, span }: Finding,
  diagnostic: Diagnostic,
  { source, view }: ActionsContext,
): readonly CodeAction[] {
  const edit = ignoreEdit(rule, span, source.file);
  if (edit === null) return [];
  const title = `Ignore ${rule} on this line`;
  const diagnostics = [diagnostic];
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics, edit: workspaceEdit([edit], view) }];
}

/** Other editors have the link of the diagnostic. */
function explainAction(
  { rule }: Finding,
  diagnostic: Diagnostic,
  { hasLinkCommands }: ActionsContext,
): readonly CodeAction[] {
  if (!hasLinkCommands) return [];
  const title = `Explain ${rule}`;
  const command = { title, command: linkCommands.openPage, arguments: [rulePage(rule)] };
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command }];
}

/** The first safe fix of each finding, as far as they do not overlap. */
function fixAll(
  findings: readonly Finding[],
  { fixesFor, source, view }: ActionsContext,
): readonly CodeAction[] {
  const edits: TextEdit[] = [];
  for (const finding of findings) {
    const fix = safestOf(fixesFor(finding, source));
    if (fix !== null && !fix.edits.some((edit) => edits.some((other) => overlap(edit, other))))
      edits.push(...fix.edits);
  }
  if (edits.length === 0) return [];
  return [{ title: 'Apply all safe ScanLens fixes', kind: fixAllKind, edit: workspaceEdit(edits, view) }];
}

function safestOf(fixes: readonly Fix[]): Repair | null {
  const safe = fixes.filter((fix): fix is Repair => !('refusal' in fix) && fix.isSafe);
  return safe.find((fix) => fix.isPreferred) ?? safe[0] ?? null;
}

/** Two insertions at one place count, too: their order would be by chance. */
const overlap = (one: Span, other: Span): boolean =>
  one.start === other.start || (one.start < other.end && other.start < one.end);

/** Edits of the analysed text, each in the document where it lies. */
function workspaceEdit(edits: readonly TextEdit[], view: DocumentView): WorkspaceEdit {
  const placed = edits.flatMap(({ start, end, newText }) => {
    const location = view.locate({ start, end });
    return location === null
      ? []
      : [{ uri: location.uri, edit: EditorEdit.replace(location.range, newText) }];
  });
  const byUri = [...groupBy(placed, ({ uri }) => uri)];
  return { changes: Object.fromEntries(byUri.map(([uri, group]) => [uri, group.map(({ edit }) => edit)])) };
}
