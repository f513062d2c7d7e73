/**
 * What the names of a program hold here and under Python, compared. Pure. Numbers are equal when they are the same number (also nan and nan);
 * how far others are apart is said by their largest difference, absolute and in parts of the larger one.
 */
import type { NamedValueData } from '../../../protocol/src/questions.ts';
import type { ArrayData, ScalarData } from '../../../protocol/src/results.ts';

export type Verdict =
  | { readonly kind: 'equal' }
  /** Only so many elements were looked at. */
  | { readonly kind: 'equalSoFar'; readonly count: number }
  | { readonly kind: 'apart'; readonly absolute: number; readonly relative: number; readonly place: number }
  /** Of another type, shape, or text. */
  | { readonly kind: 'different'; readonly here: string; readonly python: string }
  | { readonly kind: 'missingHere' }
  | { readonly kind: 'missingInPython' };

export interface ComparedName {
  readonly name: string;
  readonly verdict: Verdict;
}

/** All names of both sides, in the order of the alphabet. */
export function compareNames(
  here: readonly NamedValueData[],
  python: readonly NamedValueData[],
): readonly ComparedName[] {
  const ours = new Map(here.map((value) => [value.name, value]));
  const theirs = new Map(python.map((value) => [value.name, value]));
  const names = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  return names.map((name) => ({ name, verdict: verdictOf(ours.get(name), theirs.get(name)) }));
}

function verdictOf(here: NamedValueData | undefined, python: NamedValueData | undefined): Verdict {
  if (here === undefined) return { kind: 'missingHere' };
  if (python === undefined) return { kind: 'missingInPython' };
  if (here.array !== null && python.array !== null) return compareArrays(here.array, python.array);
  const [a, b] = [describe(here), describe(python)];
  return a === b ? { kind: 'equal' } : { kind: 'different', here: a, python: b };
}

const describe = ({ array, text }: NamedValueData): string => (array === null ? (text ?? '') : typeOf(array));
const typeOf = ({ dtype, shape }: ArrayData): string => `${dtype} (${shape.join(', ')})`;

function compareArrays(here: ArrayData, python: ArrayData): Verdict {
  const [a, b] = [typeOf(here), typeOf(python)];
  if (a !== b) return { kind: 'different', here: a, python: b };
  const count = Math.min(here.data.length, python.data.length);
  const size = here.shape.reduce((product, length) => product * length, 1);
  let worst: Extract<Verdict, { kind: 'apart' }> | null = null;
  for (let place = 0; place < count; place++) {
    const [x, y] = [here.data[place] ?? 0, python.data[place] ?? 0];
    if (x === y) continue;
    const absolute = distance(x, y);
    if (worst !== null && !(absolute > worst.absolute)) continue;
    const larger = Math.max(Math.abs(numberOf(x)), Math.abs(numberOf(y)));
    worst = { kind: 'apart', absolute, relative: absolute / larger, place };
  }
  if (worst !== null) return worst;
  return count < size ? { kind: 'equalSoFar', count } : { kind: 'equal' };
}

/** Infinite where one is not finite, or where they are no numbers. */
function distance(x: ScalarData, y: ScalarData): number {
  const difference = Math.abs(numberOf(x) - numberOf(y));
  return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
}

const numberOf = (value: ScalarData): number => {
  if (value === 'inf') return Number.POSITIVE_INFINITY;
  return value === '-inf' ? Number.NEGATIVE_INFINITY : Number(value);
};
