/** White space of Python's texts, and the words between it. */
import { turn } from '../runtime.ts';

/** JavaScript's without the byte order mark, and the separators U+001C to U+001F and U+0085. */
const spaces = `\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000`;
const wideSpace = new RegExp(`[${spaces}]`, 'u');

/** Matches a text of white space only. */
export const onlySpaces = new RegExp(`^[${spaces}]+$`, 'u');

function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 9 && code <= 13) || (code >= 0x1c && code < 0x20);
  return wideSpace.test(String.fromCharCode(code));
}

/** A part of a text. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/** The places of the words: by hand, because to split lines into words is what programs do with texts most. */
function placesOfWords(source: string): Part[] {
  const places: Part[] = [];
  const { length } = source;
  for (let at = 0; at < length; ) {
    turn();
    while (at < length && isSpace(source.charCodeAt(at))) at++;
    const start = at;
    while (at < length && !isSpace(source.charCodeAt(at))) at++;
    if (at > start) places.push({ start, end: at });
  }
  return places;
}

const isWithin = (limit: number, words: readonly unknown[]): boolean => limit < 0 || words.length <= limit;

/** The first `limit` words, and the rest, which keeps its white space at the end; all of them when `limit` is below 0. */
export function firstWords(source: string, limit: number): string[] {
  const places = placesOfWords(source);
  const textOf = ({ start, end }: Part): string => source.slice(start, end);
  if (isWithin(limit, places)) return places.map(textOf);
  return [...places.slice(0, limit).map(textOf), source.slice(places[limit]!.start)];
}

/** The last `limit` words, after what is before them with its white space at the start; all of them when `limit` is below 0. */
export function lastWords(source: string, limit: number): string[] {
  const places = placesOfWords(source);
  const textOf = ({ start, end }: Part): string => source.slice(start, end);
  if (isWithin(limit, places)) return places.map(textOf);
  const first = places.length - limit;
  return [source.slice(0, places[first - 1]!.end), ...places.slice(first).map(textOf)];
}
