/**
 * The text that tree-sitter sees: as long as the source, so that offsets agree, but without what its grammar reads
 * differently from Python.
 *
 * - The inside of literals and comments becomes `x`, comments in brackets become blanks: their content is read from the
 *   source anyway.
 * - A backslash with its line break and line breaks inside brackets become blanks; CR and CRLF become LF; tabs after blanks count to the next multiple of 8.
 * - `print`, `exec`, `type` and `match` become other names where they are only names.
 * - `&` and `^` are exchanged: in the grammar `^` binds tighter, in Python `&` does.
 * - `=` before the default of a type parameter becomes `:`.
 * - A star before a bracket or a literal becomes `~`.
 * - In Python 2 a print statement reads `raise …` and an exec statement `del  …`: keywords of the same length that take
 *   the same operands (`print >>f` stays, the grammar knows it). Backticks become brackets.
 *
 * The converter looks into the source to see what a node really is.
 */
import { type TokenTable, tokenKinds } from './lexer.ts';
import type { SourceFacts, TokenRange } from './statementScan.ts';

interface Replacement {
  readonly start: number;
  readonly text: string;
}

/** What a text is masked by. */
export interface Masking {
  readonly text: string;
  readonly tokens: TokenTable;
  readonly facts: SourceFacts;
  readonly python: 2 | 3;
}

/** The masked text of the tokens of a range, which is whole statements. */
export function mask(masking: Masking, range: TokenRange): string {
  const { text, tokens, facts, python } = masking;
  const words = wordReplacements(masking, range);
  const parts: string[] = [];
  const from = range.from === 0 ? 0 : tokens.ends[range.from - 1]!;
  const to = range.to === tokens.count ? text.length : tokens.ends[range.to - 1]!;
  let copied = from;
  const typeDefaults = new Set(facts.typeDefaults);
  const backticks: Backticks = { depth: 0, lastOpened: -1 };
  const replace = (start: number, end: number, replacement: string): void => {
    if (start > copied) parts.push(text.slice(copied, start));
    parts.push(replacement);
    copied = end;
  };
  let nextWord = 0;
  const { kinds, starts, ends } = tokens;
  for (let index = range.from; index < range.to; index++) {
    const start = starts[index]!;
    const end = ends[index]!;
    switch (kinds[index]) {
      case tokenKinds.name:
        if (words[nextWord]?.start === start) replace(start, end, words[nextWord++]!.text);
        break;
      case tokenKinds.string:
        maskString(text, start, end, replace);
        break;
      case tokenKinds.formatText:
        if (end > start) replace(start, end, filler(end - start));
        break;
      case tokenKinds.comment:
        // A comment of its own keeps the grammar's reuse after an edit in it; one whose line break vanishes would hide code.
        replace(
          start,
          end,
          kinds[index + 1] === tokenKinds.innerBreak ? blanks(end - start) : `#${filler(end - start - 1)}`,
        );
        break;
      case tokenKinds.innerBreak:
      case tokenKinds.continuation:
        replace(start, end, blanks(end - start));
        break;
      case tokenKinds.mixedIndent:
        replace(start, end, indentation(text.slice(start, end)));
        break;
      case tokenKinds.brokenString:
        replace(start, end, brokenString(end - start));
        break;
      case tokenKinds.operator:
        if (typeDefaults.has(index)) replace(start, end, text[start] === '=' ? ':' : ' ');
        else if (text[start] === '&') replace(start, start + 1, '^');
        else if (text[start] === '^') replace(start, start + 1, '&');
        else if (text[start] === '*' && end === start + 1 && isPrefixStar(text, tokens, index))
          replace(start, end, '~');
        break;
      case tokenKinds.newline:
        backticks.depth = 0;
        break;
      case tokenKinds.backtick:
        if (python === 2) replace(start, end, backtickBracket(masking, backticks, index));
        break;
    }
  }
  parts.push(text.slice(copied, to));
  const masked = parts.join('');
  if (!unusual.test(masked)) return masked;
  return replaceUnusual(from === 0 ? masked.replace(/^\uFEFF/, '\f') : masked);
}

interface Backticks {
  depth: number;
  lastOpened: number;
}

/** Backticks nest: one closes where an operand ends. */
function backtickBracket({ text, tokens }: Masking, state: Backticks, index: number): '(' | ')' {
  const before = index - 1;
  const source = text.slice(tokens.starts[before], tokens.ends[before]);
  const isOperator = tokens.kinds[before] === tokenKinds.operator && !')]}'.includes(source);
  const isKeyword = /^(?:and|or|not|in|is|if|else|lambda|for|yield)$/.test(source);
  const opens = state.depth === 0 || isOperator || isKeyword || state.lastOpened === before;
  state.depth += opens ? 1 : -1;
  if (opens) state.lastOpened = index;
  return opens ? '(' : ')';
}

/**
 * `x = *(a, b), c`: outside of displays the grammar takes a star only before a name. `~` can stand before anything; the
 * converter makes a `Starred` of it.
 */
function isPrefixStar(text: string, { kinds, starts, ends }: TokenTable, index: number): boolean {
  const next = kinds[index + 1];
  const isOperand =
    next === tokenKinds.string ||
    next === tokenKinds.formatStart ||
    (next === tokenKinds.operator && '([{'.includes(text[starts[index + 1]!]!));
  if (!isOperand) return false;
  const before = index === 0 ? tokenKinds.newline : kinds[index - 1];
  const source = index === 0 ? '' : text.slice(starts[index - 1], ends[index - 1]);
  if (before === tokenKinds.operator) return !')]}'.includes(source);
  if (before === tokenKinds.name) return /^(?:return|yield|in)$/.test(source);
  return before === tokenKinds.newline;
}

/** Words that tree-sitter should read as other words, in source order. */
function wordReplacements({ text, tokens, facts, python }: Masking, range: TokenRange): Replacement[] {
  const isInside = (index: number): boolean => index >= range.from && index < range.to;
  const hasPrintFunction = facts.printFunction.length > 0;
  const source = (index: number): string => text.slice(tokens.starts[index], tokens.ends[index]);
  const asName = (index: number): Replacement => {
    const word = source(index);
    return { start: tokens.starts[index]!, text: word.slice(0, -1) + word.at(-1)!.toUpperCase() };
  };
  const result = facts.plainNames.filter(isInside).map(asName);
  for (const index of facts.statementWords) {
    if (!isInside(index)) continue;
    const word = source(index);
    const isName = python === 3 || (word === 'print' && hasPrintFunction);
    if (isName) result.push(asName(index));
    else if (word === 'exec') result.push({ start: tokens.starts[index]!, text: 'del ' });
    else if (source(index + 1) !== '>>') result.push({ start: tokens.starts[index]!, text: 'raise' });
  }
  return result.sort((a, b) => a.start - b.start);
}

function maskString(
  text: string,
  start: number,
  end: number,
  replace: (start: number, end: number, text: string) => void,
): void {
  const quote = text[end - 1]!;
  const open = text.indexOf(quote, start);
  const isTriple = end - open >= 6 && text.startsWith(quote.repeat(3), open);
  const quoteLength = isTriple ? 3 : 1;
  const bodyStart = open + quoteLength;
  const bodyEnd = end - quoteLength;
  if (bodyEnd > bodyStart) replace(bodyStart, bodyEnd, filler(bodyEnd - bodyStart));
}

const brokenString = (length: number): string => (length < 2 ? '0' : `"${filler(length - 2)}"`);

const manyFillers = 'x'.repeat(256);
const manyBlanks = ' '.repeat(256);
const filler = (length: number): string =>
  length <= 256 ? manyFillers.slice(0, length) : 'x'.repeat(length);
const blanks = (length: number): string => (length <= 256 ? manyBlanks.slice(0, length) : ' '.repeat(length));

/**
 * White space of the same length and the width that Python sees: a tab goes to the next multiple of 8, a form feed back to
 * the margin. tree-sitter adds 8 for every tab.
 */
function indentation(source: string): string {
  let width = 0;
  for (const character of source) {
    if (character === '\t') width = (Math.floor(width / 8) + 1) * 8;
    else width = character === '\f' ? 0 : width + 1;
  }
  const significant = '\t'.repeat(Math.floor(width / 8)) + ' '.repeat(width % 8);
  return significant.padStart(source.length, '\f');
}

/** Layout that the grammar reads differently, and what no Python text has. */
const unusual = /[\0\r]|\p{Surrogate}|^\uFEFF/u;

const replaceUnusual = (masked: string): string =>
  masked
    .replaceAll('\0', '\x01')
    .replace(/\r\n?/g, (lineBreak) => (lineBreak.length === 2 ? ' \n' : '\n'))
    .replace(/\p{Surrogate}/gu, '\ufffd');
