/** Prints the patterns of `match`. */
import { unreachable } from '../../base/assert.ts';
import type { Pattern } from '../syntax.ts';
import type { ExpressionPrinter } from './expressionPrinter.ts';
import { precedence } from './precedence.ts';

/** The source of a pattern. */
export function printPattern(pattern: Pattern, expressions: ExpressionPrinter): string {
  const print = (inner: Pattern): string => printPattern(inner, expressions);
  switch (pattern.kind) {
    case 'MatchValue':
      return expressions.print(pattern.value, precedence.bitOr);
    case 'MatchSequence':
      return `[${pattern.patterns.map(print).join(', ')}]`;
    case 'MatchMapping': {
      const items = pattern.keys.map(
        (key, index) => `${expressions.print(key, precedence.bitOr)}: ${print(pattern.patterns[index]!)}`,
      );
      return `{${[...items, ...(pattern.rest ? [`**${pattern.rest.name}`] : [])].join(', ')}}`;
    }
    case 'MatchClass': {
      const keywords = pattern.keywordNames.map(
        ({ name }, index) => `${name}=${print(pattern.keywordPatterns[index]!)}`,
      );
      const parts = [...pattern.patterns.map(print), ...keywords];
      return `${expressions.print(pattern.class, precedence.primary)}(${parts.join(', ')})`;
    }
    case 'MatchStar':
      return `*${pattern.name?.name ?? '_'}`;
    case 'MatchAs':
      if (!pattern.pattern) return pattern.name?.name ?? '_';
      return `${inBrackets(pattern.pattern, print, ['MatchAs'])} as ${pattern.name?.name ?? '_'}`;
    case 'MatchOr':
      return pattern.patterns.map((inner) => inBrackets(inner, print, ['MatchAs', 'MatchOr'])).join(' | ');
    case 'ErrorPattern':
      return '?';
    default:
      return unreachable(pattern);
  }
}

function inBrackets(pattern: Pattern, print: (inner: Pattern) => string, kinds: readonly string[]): string {
  const isPlainName = pattern.kind === 'MatchAs' && !pattern.pattern;
  return kinds.includes(pattern.kind) && !isPlainName ? `(${print(pattern)})` : print(pattern);
}
