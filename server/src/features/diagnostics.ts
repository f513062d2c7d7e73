/** Findings as diagnostics of the language server protocol. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Finding, Level } from '../analysis/rules/findings.ts';
import type { LineIndex } from '../base/lineIndex.ts';
import { rangeOf } from './ranges.ts';

const severities: Readonly<Record<Level, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The page about a rule. */
export const rulePage = (rule: string): string =>
  `https://github.com/scanlens/scanlens/blob/main/docs/rules/${rule}.md`;

/** The diagnostics for `findings` in the document `uri`. */
export function diagnosticsOf(
  findings: readonly Finding[],
  document: { readonly uri: string; readonly lines: LineIndex },
): readonly Diagnostic[] {
  return findings.map((finding) => diagnosticOf(finding, document));
}

function diagnosticOf(
  finding: Finding,
  { uri, lines }: { readonly uri: string; readonly lines: LineIndex },
): Diagnostic {
  return {
    range: rangeOf(lines, finding.span),
    severity: severities[finding.level],
    code: finding.rule,
    codeDescription: { href: rulePage(finding.rule) },
    source: 'scanlens',
    message: finding.message,
    // Lines of another file are not known here.
    relatedInformation: finding.related
      .filter(({ path }) => path === undefined)
      .map(({ span, message }) => ({ location: { uri, range: rangeOf(lines, span) }, message })),
  };
}
