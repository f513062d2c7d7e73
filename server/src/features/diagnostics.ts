/** Findings as diagnostics of the language server protocol, at the levels that the settings ask for. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Settings } from '../../../protocol/src/editor.ts';
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

/** The diagnostics for `findings` in the document `uri`; rules that the settings turn off are left out. */
export function diagnosticsOf(
  findings: readonly Finding[],
  document: { readonly uri: string; readonly lines: LineIndex },
  levels: Settings['rules'],
): readonly Diagnostic[] {
  return findings.flatMap((finding) => {
    const level = (Object.hasOwn(levels, finding.rule) ? levels[finding.rule] : undefined) ?? finding.level;
    return level === 'off' ? [] : [diagnosticOf(finding, level, document)];
  });
}

function diagnosticOf(
  finding: Finding,
  level: Level,
  { uri, lines }: { readonly uri: string; readonly lines: LineIndex },
): Diagnostic {
  return {
    range: rangeOf(lines, finding.span),
    severity: severities[level],
    code: finding.rule,
    codeDescription: { href: rulePage(finding.rule) },
    source: 'scanlens',
    message: finding.message,
    relatedInformation: finding.related.map(({ span, message }) => ({
      location: { uri, range: rangeOf(lines, span) },
      message,
    })),
  };
}
