/**
 * Finds the parts of HTML as CPython 3.12's `html.parser` does, which forgives whatever browsers forgive. By hand instead of by
 * patterns, so that no text takes long. Pure: no values of Python.
 */

/** An attribute of a start tag; null where it has no value. */
export type HtmlAttribute = readonly [name: string, value: string | null];

export interface StartTag {
  readonly name: string;
  readonly attributes: readonly HtmlAttribute[];
  /** `plain`, closed in itself, or something that is text after all. */
  readonly kind: 'open' | 'closed' | 'text';
  readonly end: number;
}

const isSpace = (character: string | undefined): boolean => character !== undefined && /\s/.test(character);

const skipSpace = (text: string, start: number): number => {
  let at = start;
  while (isSpace(text[at])) at++;
  return at;
};

/** White space, and slashes that do not close the tag. */
function skipBetween(text: string, start: number): number {
  let at = start;
  while (isSpace(text[at]) || (text[at] === '/' && text[at + 1] !== '>')) at++;
  return at;
}

function skipUntil(text: string, start: number, stops: RegExp): number {
  let at = start;
  while (at < text.length && !stops.test(text[at]!)) at++;
  return at;
}

export const nameEnd = (text: string, start: number): number => skipUntil(text, start, /[\t\n\r\f />\0]/);

interface Found {
  readonly attribute: HtmlAttribute;
  readonly end: number;
}

/** The attribute that begins here; null where none does. */
function attributeAt(text: string, start: number): Found | null {
  const first = text[start];
  if (first === undefined || /[\s/>]/.test(first) || !/['"\s/]/.test(text[start - 1]!)) return null;
  const end = skipUntil(text, start + 1, /[\s/=>]/);
  const name = text.slice(start, end).toLowerCase();
  const value = valueAt(text, end);
  if (value === null) return { attribute: [name, null], end: skipBetween(text, end) };
  return { attribute: [name, value.text], end: skipBetween(text, value.end) };
}

function valueAt(text: string, start: number): { readonly text: string; readonly end: number } | null {
  const equals = skipSpace(text, start);
  if (text[equals] !== '=') return null;
  let after = equals;
  while (text[after] === '=') after++;
  const at = skipSpace(text, after);
  const quote = text[at];
  if (quote !== '"' && quote !== "'") {
    const end = skipUntil(text, at, /[>\s]/);
    return { text: text.slice(at, end), end };
  }
  const close = text.indexOf(quote, at + 1);
  if (close >= 0) return { text: text.slice(at + 1, close), end: close + 1 };
  return at > after ? { text: '', end: after } : null;
}

/** Where the start tag at `start` ends; -1 where it does not yet. */
function startTagEnd(text: string, start: number): number {
  let at = nameEnd(text, start + 1);
  while (isSpace(text[at]) || text[at] === '/') at++;
  for (let found = attributeAt(text, at); found; found = attributeAt(text, at)) at = found.end;
  at = skipSpace(text, at);
  const next = text[at];
  if (next === '>') return at + 1;
  if (next === '/') return text[at + 1] === '>' ? at + 2 : -1;
  return next === undefined || /[a-zA-Z=]/.test(next) ? -1 : at;
}

/** The start tag at `start`, where `<` and a letter stand; null where it is not whole. */
export function startTag(text: string, start: number): StartTag | null {
  const end = startTagEnd(text, start);
  if (end < 0) return null;
  const afterName = nameEnd(text, start + 1);
  const name = text.slice(start + 1, afterName).toLowerCase();
  const attributes: HtmlAttribute[] = [];
  let at = skipBetween(text, afterName);
  while (at < end) {
    const found = attributeAt(text, at);
    if (found === null) break;
    attributes.push(found.attribute);
    at = found.end;
  }
  const rest = text.slice(at, end).trim();
  const kind = rest === '/>' ? 'closed' : rest === '>' ? 'open' : 'text';
  return { name, attributes, kind, end };
}
