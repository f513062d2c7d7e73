/** Findings as diagnostics of the language server protocol. */
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
} from 'vscode-languageserver-types';
import type { Finding, Level, RelatedSpan } from '../analysis/rules/findings.ts';
import type { DocumentView } from './documentView.ts';

const severities: Readonly<Record<Level, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The page about a rule. */
export const rulePage = (rule: string): string =>
  `https://github.com/scanlens/scanlens/blob/main/docs/rules/${rule}.md`;

/** The diagnostics of a document; findings elsewhere are left out. */
export const diagnosticsOf = (findings: readonly Finding[], view: DocumentView): readonly Diagnostic[] =>
  findings.filter(({ span }) => view.holds(span)).map((finding) => diagnosticOf(finding, view));

export const diagnosticOf = (finding: Finding, view: DocumentView): Diagnostic => ({
  range: view.rangeOf(finding.span),
  severity: severities[finding.level],
  code: finding.rule,
  codeDescription: { href: rulePage(finding.rule) },
  source: 'scanlens',
  message: finding.message,
  relatedInformation: finding.related.flatMap((related) => relatedInformation(related, view)),
});

/** What lies in a file that is not known is left out: an editor could not open it. */
function relatedInformation(
  { span, message, path }: RelatedSpan,
  view: DocumentView,
): DiagnosticRelatedInformation[] {
  const location = view.locate({ ...span, path: path ?? null });
  return location === null ? [] : [{ location, message }];
}
