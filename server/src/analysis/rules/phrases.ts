/** Pieces of sentences that several rules share: quoted names, lists, counts, and places with a few words. */
import { t } from '../../base/l10n.ts';
import { shortened } from '../../base/shortened.ts';
import type { Span } from '../../base/span.ts';
import type { Library, Place } from '../terms.ts';
import type { RelatedSpan } from './findings.ts';

/** Code in a sentence: on one line, and cut where it is long. */
export const quoted = (code: string): string => `\`${shortened(code.replace(/\s+/g, ' ').trim(), 48)}\``;

/** `a, b and c`; at most three of them are named. */
export function listOf(texts: readonly string[]): string {
  if (texts.length < 2) return texts.join('');
  const named = texts.length > 3 ? texts.slice(0, 3) : texts.slice(0, -1);
  const first = named.reduce((before, next) => t('{0}, {1}', before, next));
  return texts.length > 3
    ? t('{0} and {1} more', first, texts.length - 3)
    : t('{0} and {1}', first, texts.at(-1) ?? '');
}

/** Names, each once, in backticks. */
export const listOfNames = (names: readonly string[]): string => listOf([...new Set(names)].map(quoted));

const counts = {
  arguments: (count: number) => (count === 1 ? t('1 argument') : t('{0} arguments', count)),
  axes: (count: number) => (count === 1 ? t('1 axis') : t('{0} axes', count)),
  elements: (count: number) => (count === 1 ? t('1 element') : t('{0} elements', count)),
  entries: (count: number) => (count === 1 ? t('1 entry') : t('{0} entries', count)),
  outputs: (count: number) => (count === 1 ? t('1 output') : t('{0} outputs', count)),
  steps: (count: number) => (count === 1 ? t('1 step') : t('{0} steps', count)),
} as const;

/** `1 axis`, `2 axes`. */
export const counted = (count: number, what: keyof typeof counts): string => counts[what](count);

/** Sentences one after another; not every language puts a space between them. */
export const sentences = (first: string, second: string): string => t('{0} {1}', first, second);

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
export const relatedScan = (scan: Span): readonly RelatedSpan[] => [related(scan, t('This is the scan.'))];

/** What a library says itself, which stays as it is: people search for it. */
export const theirWords = (words: string): string => words;

/** What scan raises, with the library's own words. */
export const scanRaises = (type: string, words: string): string => t('Scan raises {0} ("{1}").', type, words);

/** An expression for a dtype: the setting where it follows the setting, else the name. */
export const dtypeExpression = (
  library: Library,
  dtype: string,
  { followsFloatX }: { readonly followsFloatX: boolean },
): string => (followsFloatX ? `${library}.config.floatX` : `'${dtype}'`);
