/** Prints string literals and f-strings. */
import type { Expression, FormattedValue, JoinedStr, StringLiteral } from '../syntax.ts';

/** A literal with escapes for what can not stand in it; several lines stay several lines. */
export function quoteString(node: StringLiteral, python: 2 | 3): string {
  const prefix = node.prefix.replace(/r/g, '');
  const isUnicode = node.variety === 'str' && (python === 3 || prefix.includes('u'));
  const quotes = quotesFor(node.value);
  return prefix + quotes + escapeText(node.value, { quotes, isUnicode }) + quotes;
}

/** Triple quotes for several lines, otherwise the quote that needs fewer escapes. */
function quotesFor(value: string): string {
  const lineBreak = value.indexOf('\n');
  if (lineBreak >= 0 && lineBreak < value.length - 1) return '"""';
  return value.includes("'") && !value.includes('"') ? '"' : "'";
}

interface EscapeOptions {
  readonly quotes: string;
  /** `\u` means something in the literal. */
  readonly isUnicode: boolean;
}

const shortEscapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function escapeText(value: string, options: EscapeOptions): string {
  const quote = options.quotes[0]!;
  const isTriple = options.quotes.length === 3;
  let result = '';
  for (const character of value) {
    if (character === '\n' && isTriple) result += character;
    else if (character === quote) result += `\\${quote}`;
    else result += shortEscapes[character] ?? escapeOdd(character, options);
  }
  return result;
}

/** Control characters, surrogates and line separators as numbers, everything else as it is. */
function escapeOdd(character: string, { isUnicode }: EscapeOptions): string {
  const code = character.codePointAt(0)!;
  if (code >= 0x20 && code < 0x7f) return character;
  if (code < 0x100 && (code < 0xa1 || !isUnicode)) return `\\x${code.toString(16).padStart(2, '0')}`;
  const isOdd = (code >= 0xd800 && code < 0xe000) || code === 0x2028 || code === 0x2029 || code === 0xfeff;
  return isOdd && isUnicode ? `\\u${code.toString(16).padStart(4, '0')}` : character;
}

/**
 * An f-string. Fields may hold quotes of every kind; where one kind is free it is used, and since Python 3.12 it does not
 * matter otherwise.
 */
export function printFormatted(node: JoinedStr, printValue: (value: Expression) => string): string {
  const print = printOnce(printValue);
  const fields = printFields(node, print);
  const quotes = ["'", '"', '"""', "'''"].find(
    (candidate) => !fields.includes(candidate) && !(candidate.length === 1 && fields.includes('\n')),
  );
  return `f${quotes ?? "'"}${printPieces(node, print, { quotes: quotes ?? "'", isUnicode: true })}${quotes ?? "'"}`;
}

/** Printing twice on every level would take exponential time. */
function printOnce(print: (value: Expression) => string): (value: Expression) => string {
  const printed = new Map<Expression, string>();
  return (value) => {
    const known = printed.get(value);
    if (known !== undefined) return known;
    const source = print(value);
    printed.set(value, source);
    return source;
  };
}

/** The source of all fields, to see which quotes they use. */
const printFields = (node: JoinedStr, print: (value: Expression) => string): string =>
  node.values
    .map((piece) =>
      piece.kind === 'String'
        ? ''
        : (piece.debugText ?? print(piece.value)) +
          (piece.formatSpec ? printFields(piece.formatSpec, print) : ''),
    )
    .join('');

const printPieces = (node: JoinedStr, print: (value: Expression) => string, options: EscapeOptions): string =>
  node.values
    .map((piece) =>
      piece.kind === 'String'
        ? escapeText(piece.value, options).replace(/[{}]/g, '$&$&')
        : printField(piece, print, options),
    )
    .join('');

function printField(
  field: FormattedValue,
  print: (value: Expression) => string,
  options: EscapeOptions,
): string {
  const source = field.debugText ?? bracketed(print(field.value), field.value);
  const conversion = field.conversion ? `!${field.conversion}` : '';
  const spec = field.formatSpec ? `:${printPieces(field.formatSpec, print, options)}` : '';
  return `{${source}${conversion}${spec}}`;
}

/** A field can not begin with a brace, and a colon in it would end it. */
function bracketed(source: string, value: Expression): string {
  const needsBrackets = value.kind === 'Lambda' || value.kind === 'NamedExpr' || /^lambda\b/.test(source);
  if (needsBrackets || /(?:^|[^\w])lambda\b/.test(source)) return `(${source})`;
  return source.startsWith('{') ? ` ${source}` : source;
}
