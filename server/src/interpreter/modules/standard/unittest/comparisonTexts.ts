/** What a failed assertion says of two values: shortened reprs and differences, as CPython 3.12's `unittest` writes them. */
import { isException } from '../../../exceptions.ts';
import { getAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { equals } from '../../../protocols/comparison.ts';
import { getItem, lengthOf } from '../../../protocols/items.ts';
import { toArray } from '../../../protocols/iteration.ts';
import { defaultRepr, repr, str } from '../../../protocols/text.ts';
import { typeOf } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import type { PyType, Value } from '../../../values.ts';

const mostLetters = 80;
/** What `[12 chars]` may take. */
const placeholderLetters = 12;
const leastAround = 5;
const leastDifference = mostLetters - 3 * leastAround - 2 * placeholderLetters;

/** `repr`, also of what has a broken one. */
export function safeRepr(value: Value): string {
  try {
    return repr(value);
  } catch (error) {
    if (!isException(error, 'Exception')) throw error;
    return defaultRepr(value as object);
  }
}

function shorten(text: string, before: number, after: number): string {
  const skipped = text.length - before - after;
  if (skipped <= placeholderLetters) return text;
  return `${text.slice(0, before)}[${skipped} chars]${text.slice(text.length - after)}`;
}

/** Both reprs, without what they have in common where they are long. */
export function shortReprs(a: Value, b: Value): readonly [string, string] {
  const [first, second] = [safeRepr(a), safeRepr(b)];
  const longest = Math.max(first.length, second.length);
  if (longest <= mostLetters) return [first, second];
  let common = 0;
  while (common < first.length && common < second.length && first[common] === second[common]) common++;
  const prefix = first.slice(0, common);
  const kept = mostLetters - (longest - common + leastAround + placeholderLetters);
  if (kept > leastAround) {
    const short = shorten(prefix, leastAround, kept);
    return [short + first.slice(common), short + second.slice(common)];
  }
  const short = shorten(prefix, leastAround, leastAround);
  const rest = (text: string): string => short + shorten(text.slice(common), leastDifference, leastAround);
  return [rest(first), rest(second)];
}

const libraryCall = (module: string, name: string, ...args: Value[]): Value =>
  call(getAttribute(runtime().importModule(module), name), args);

const lines = (text: Value): Value => call(getAttribute(text, 'splitlines'), []);

/** The difference of two values, as their pretty forms line by line. */
export const prettyDifference = (a: Value, b: Value): string =>
  `\n${toArray(
    libraryCall(
      'difflib',
      'ndiff',
      lines(libraryCall('pprint', 'pformat', a)),
      lines(libraryCall('pprint', 'pformat', b)),
    ),
  )
    .map(str)
    .join('\n')}`;

/** The difference of two texts, line by line. */
export function textDifference(first: string, second: string): string {
  const isOpen = (text: string): boolean => text !== '' && !text.endsWith('\n');
  const addsLines = first !== '' && second !== '' ? isOpen(first) || isOpen(second) : false;
  const whole = (text: string): string => (addsLines || isOpen(text) ? `${text}\n` : text);
  const split = (text: string): Value =>
    call(getAttribute(text === '' ? '' : whole(text), 'splitlines'), [true]);
  return `\n${toArray(libraryCall('difflib', 'ndiff', split(first), split(second)))
    .map(str)
    .join('')}`;
}

/** What is known of two sequences that differ. */
interface Sequences {
  readonly first: Value;
  readonly second: Value;
  readonly name: string;
}

const lengthOrNull = (value: Value): number | null => {
  try {
    return lengthOf(value);
  } catch (error) {
    if (!isException(error, 'TypeError', 'NotImplementedError')) throw error;
    return null;
  }
};

/** Where two sequences begin to differ; null where they are equal. */
export function sequenceDifference({ first, second, name }: Sequences, type: PyType | null): string | null {
  const [length1, length2] = [lengthOrNull(first), lengthOrNull(second)];
  if (length1 === null) return `First ${name} has no length.    Non-sequence?`;
  if (length2 === null) return `Second ${name} has no length.    Non-sequence?`;
  if (equals(first, second)) return null;
  const [a, b] = shortReprs(first, second);
  let text = `${name[0]!.toUpperCase()}${name.slice(1)}s differ: ${a} != ${b}\n`;
  const place = firstDifference(first, second, Math.min(length1, length2));
  if (place !== null) {
    const [item1, item2] = shortReprs(getItem(first, place), getItem(second, place));
    text += `\nFirst differing element ${place}:\n${item1}\n${item2}\n`;
  } else if (length1 === length2 && type === null && typeOf(first) !== typeOf(second)) return null;
  const [more, less] = length1 > length2 ? ['First', length2] : ['Second', length1];
  if (length1 !== length2) {
    const extra = getItem(length1 > length2 ? first : second, less);
    text += `\n${more} ${name} contains ${Math.abs(length1 - length2)} additional elements.\n`;
    text += `First extra element ${less}:\n${safeRepr(extra)}\n`;
  }
  return text;
}

function firstDifference(first: Value, second: Value, count: number): number | null {
  for (let index = 0; index < count; index++) {
    if (!equals(getItem(first, index), getItem(second, index))) return index;
  }
  return null;
}

/** What only one of two sets has; null where they are equal. */
export function setDifference(first: Value, second: Value): string | null {
  const missing = (from: Value, other: Value): Value[] => {
    const items = toArray(other);
    return toArray(from).filter((each) => !items.some((item) => equals(item, each)));
  };
  const sides = [
    ['first', missing(first, second)],
    ['second', missing(second, first)],
  ] as const;
  const parts = sides.flatMap(([name, items]) =>
    items.length > 0 ? [`Items in the ${name} set but not the ${otherSide(name)}:`, ...items.map(repr)] : [],
  );
  return parts.length > 0 ? parts.join('\n') : null;
}

const otherSide = (name: 'first' | 'second'): string => (name === 'first' ? 'second' : 'first');

/** How often elements are in one of two collections and not as often in the other. */
export function countDifferences(first: readonly Value[], second: readonly Value[]): string[] {
  const distinct: Value[] = [];
  for (const each of [...first, ...second])
    if (!distinct.some((other) => equals(other, each))) distinct.push(each);
  return distinct.flatMap((each) => {
    const count = (items: readonly Value[]): number => items.filter((item) => equals(item, each)).length;
    const [a, b] = [count(first), count(second)];
    return a === b ? [] : [`First has ${a}, Second has ${b}:  ${safeRepr(each)}`];
  });
}
