/**
 * Semantic tokens: names that hold a shared variable, the outputs or the updates of a scan. All are of the standard type
 * `variable`; modifiers tell them apart. The names of the modifiers are those of package.json.
 */
import type { SemanticTokensLegend } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis/facts.ts';
import type { Span } from '../base/span.ts';
import type { DocumentView } from './documentView.ts';

const modifiers = ['shared', 'outputs', 'updates'] as const;
type Modifier = (typeof modifiers)[number];

export const tokenLegend: SemanticTokensLegend = {
  tokenTypes: ['variable'],
  tokenModifiers: [...modifiers],
};

/** The tokens in a part of a document, five numbers for each, as the protocol wants them. */
export function semanticTokens(analysis: Analysis, asked: Span, view: DocumentView): readonly number[] {
  const bits = new Map<number, { readonly span: Span; bits: number }>();
  const add = (span: Span, modifier: Modifier): void => {
    if (span.end < asked.start || asked.end < span.start || !view.holds(span)) return;
    const bit = 1 << modifiers.indexOf(modifier);
    const known = bits.get(span.start);
    if (known === undefined) bits.set(span.start, { span, bits: bit });
    else known.bits |= bit;
  };
  for (const { mentions } of analysis.sharedVariables) for (const one of mentions) add(one, 'shared');
  for (const { mentions } of analysis.scans) for (const one of mentions) add(one, one.part);
  return encoded(
    [...bits.values()].sort((a, b) => a.span.start - b.span.start),
    view,
  );
}

/** Each place relative to the one before. */
function encoded(
  tokens: readonly { readonly span: Span; readonly bits: number }[],
  view: DocumentView,
): number[] {
  let [line, character] = [0, 0];
  return tokens.flatMap(({ span, bits }) => {
    const { start } = view.rangeOf(span);
    const isSameLine = start.line === line;
    const numbers = [
      start.line - line,
      start.character - (isSameLine ? character : 0),
      span.end - span.start,
      0,
      bits,
    ];
    [line, character] = [start.line, start.character];
    return numbers;
  });
}
