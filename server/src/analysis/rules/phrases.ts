/** Pieces of sentences that several rules share: quoted names, lists, counts, and places with a few words. */
import { shortened } from '../../base/shortened.ts';
import type { Span } from '../../base/span.ts';
import type { Library, Place } from '../terms.ts';
import type { RelatedSpan } from './findings.ts';

/** Code in a sentence: on one line, and cut where it is long. */
export const quoted = (code: string): string => `\`${shortened(code.replace(/\s+/g, ' ').trim(), 48)}\``;

/** `a, b and c`; at most three of them are named. */
export function listOf(texts: readonly string[]): string {
  if (texts.length > 3) return `${texts.slice(0, 3).join(', ')} and ${texts.length - 3} more`;
  if (texts.length < 2) return texts.join('');
  return `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}

/** Names, each once, in backticks. */
export const listOfNames = (names: readonly string[]): string => listOf([...new Set(names)].map(quoted));

/** `1 axis`, `2 axes`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** True for `_` and the like: whoever names a value so does not want it. */
export const isUnwanted = (name: string): boolean => /^_+$/.test(name);

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A place with what it has to do with the finding. */
export function related(place: Span | Place, message: string): RelatedSpan {
  const span = { start: place.start, end: place.end };
  const path = 'path' in place ? place.path : null;
  return path === null ? { span, message } : { span, message, path };
}

/** The scan that a finding is about. */
export const relatedScan = (scan: Span): readonly RelatedSpan[] => [related(scan, 'This is the scan.')];

/** What a call raises, with the library's own words. */
export const raises = (type: string, words: string): string => `raises ${type} ("${words}")`;

/** An expression for a dtype: the setting where it follows the setting, else the name. */
export const dtypeExpression = (library: Library, dtype: string, followsFloatX: boolean): string =>
  followsFloatX ? `${library}.config.floatX` : `'${dtype}'`;
