/**
 * Python text in pieces that get a colour each: enough for a step function of a few lines. It is no parser: what it does not know
 * is plain.
 */
export type TokenKind = 'keyword' | 'string' | 'number' | 'comment' | 'plain';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

const keywords = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if ' +
    'import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

const string = String.raw`[rRbBuUfF]{0,2}(?:"""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)`;
const pattern = new RegExp(
  String.raw`(?<comment>#[^\n]*)|(?<string>${string})|(?<number>\b\d[\w.]*|\.\d\w*)|(?<word>[\p{L}_][\p{L}\p{N}_]*)`,
  'gu',
);

/** All of a text, in order and without gaps. */
export function pythonTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const kind = kindOf(match);
    if (kind === 'plain') continue;
    if (match.index > end) tokens.push({ kind: 'plain', start: end, end: match.index });
    end = match.index + match[0].length;
    tokens.push({ kind, start: match.index, end });
  }
  if (text.length > end) tokens.push({ kind: 'plain', start: end, end: text.length });
  return tokens;
}

function kindOf({ groups }: RegExpMatchArray): TokenKind {
  if (groups?.['comment'] !== undefined) return 'comment';
  if (groups?.['string'] !== undefined) return 'string';
  if (groups?.['number'] !== undefined) return 'number';
  return keywords.has(groups?.['word'] ?? '') ? 'keyword' : 'plain';
}
