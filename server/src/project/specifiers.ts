/**
 * What a requirement says about a version: the clauses of pip (PEP 440), Poetry and conda. The assumed release is the
 * newest known one that satisfies all clauses; a pinned one is itself. Suffixes (`rc1`, `.post2`, `+cpu`) and
 * everything after the third number are not looked at.
 */
import type { Version } from '../analysis/analysisContext.ts';
import { compareVersions } from '../analysis/libraryVersions.ts';

/** How a version without an operator, and one `=`, are read. */
export type SpecifierStyle = 'pip' | 'poetry' | 'conda';

/** From `from` on to before `before`; several together are an intersection. */
interface Clause {
  readonly accepts: (version: Version) => boolean;
  /** The release that the clause itself names, as the assumed one where no known release fits; null for an upper bound. */
  readonly named: Version | null;
  readonly isPin: boolean;
}

interface NamedVersion {
  readonly version: Version;
  /** How many of its numbers are written. */
  readonly length: number;
  readonly isPrefix: boolean;
}

/** The assumed release; null for a text that says nothing about versions or is not understood. */
export function assumedRelease(
  text: string,
  style: SpecifierStyle,
  releases: readonly Version[],
): Version | null {
  const found = text.split(/\s*\|\|?\s*/).map((part) => newestOf(part, style, releases));
  return (
    found
      .filter((version) => version !== null)
      .sort(compareVersions)
      .at(-1) ?? null
  );
}

function newestOf(text: string, style: SpecifierStyle, releases: readonly Version[]): Version | null {
  const clauses = clausesOf(text, style);
  if (clauses === null || clauses.length === 0) return null;
  const fits = (version: Version) => clauses.every((clause) => clause.accepts(version));
  const pin = clauses.find((clause) => clause.isPin)?.named ?? null;
  if (pin !== null) return pin;
  const known = releases.find(fits);
  if (known !== undefined) return known;
  return clauses.map(({ named }) => named).find((named) => named !== null && fits(named)) ?? null;
}

const operators = /(===|==|~=|!=|>=|<=|=>|=<|>|<|=|\^|~)?\s*([^\s,=<>!~^]+)(?:=[^\s,]*)?/y;

/** Null for what is not a list of clauses. */
function clausesOf(text: string, style: SpecifierStyle): Clause[] | null {
  const clauses: Clause[] = [];
  for (let at = 0; at < text.length; ) {
    const blank = /[\s,]*/y;
    blank.lastIndex = at;
    blank.exec(text);
    at = blank.lastIndex;
    if (at >= text.length) break;
    operators.lastIndex = at;
    const match = operators.exec(text);
    const clause = match === null ? null : clauseOf(match[1] ?? '', match[2] ?? '', style);
    if (clause === null) return null;
    if (clause !== 'any') clauses.push(clause);
    at = operators.lastIndex;
  }
  return clauses;
}

function clauseOf(written: string, text: string, style: SpecifierStyle): Clause | 'any' | null {
  if (text === '*') return 'any';
  const named = versionOf(text);
  if (named === null) return null;
  const operator = written === '=>' ? '>=' : written === '=<' ? '<=' : written;
  return comparison(operator === '' || operator === '=' ? bareOperators[style][operator] : operator, named);
}

/** pip refuses both; as written they can only mean one thing. */
const bareOperators: Readonly<Record<SpecifierStyle, Readonly<Record<'' | '=', string>>>> = {
  pip: { '': '==', '=': '==' },
  poetry: { '': '==', '=': '==' },
  // `=2.31` of conda is every 2.31.
  conda: { '': 'prefix', '=': 'prefix' },
};

function comparison(operator: string, named: NamedVersion): Clause | null {
  const { version, length, isPrefix } = named;
  const bound = (accepts: Clause['accepts'], { isNamed }: { readonly isNamed: boolean }): Clause => ({
    accepts,
    named: isNamed ? version : null,
    isPin: false,
  });
  const compared = (other: Version) => compareVersions(other, version);
  switch (operator) {
    case '==':
    case '===':
      if (isPrefix) return within(version, length);
      return { accepts: (other) => compared(other) === 0, named: version, isPin: true };
    case 'prefix':
      return within(version, length);
    case '!=':
      return bound(
        isPrefix ? (other) => !within(version, length).accepts(other) : (other) => compared(other) !== 0,
        { isNamed: false },
      );
    case '>=':
      return bound((other) => compared(other) >= 0, { isNamed: true });
    case '<=':
      return bound((other) => compared(other) <= 0, { isNamed: true });
    case '>':
      return bound((other) => compared(other) > 0, { isNamed: false });
    case '<':
      return bound((other) => compared(other) < 0, { isNamed: false });
    case '~=':
      return within(version, Math.max(1, length - 1));
    case '~':
      return within(version, Math.min(2, length));
    case '^':
      return within(version, caretLength(named));
    default:
      return null;
  }
}

/** From the version on, as long as its first `length` numbers stay the same. */
function within(version: Version, length: number): Clause {
  return {
    accepts: (other) =>
      compareVersions(other, version) >= 0 &&
      other.every((number, index) => index >= length || number === version[index]),
    named: version,
    isPin: false,
  };
}

/** `^1.2` keeps the 1; `^0.3` keeps the 0.3: the first number that is not zero, or the last that is written. */
function caretLength({ version, length }: NamedVersion): number {
  const first = version.findIndex((number) => number !== 0);
  return first < 0 ? length : first + 1;
}

/** Reads `2`, `2.31`, `v2.31.4rc1`, `2.31.*`; null for what begins otherwise. */
function versionOf(text: string): NamedVersion | null {
  const match = /^v?(?:\d+!)?(\d+(?:\.\d+)*)(\.\*|\.?x\b|\*)?/i.exec(text);
  if (match === null) return null;
  const numbers = match[1]!.split('.').map((part) => Math.min(Number(part), 1e6));
  const [major = 0, minor = 0, patch = 0] = numbers;
  return {
    version: [major, minor, patch],
    length: Math.min(numbers.length, 3),
    isPrefix: match[2] !== undefined,
  };
}

/** A version on its own, as in the settings: `2.36`, `1.0.5`. */
export function plainVersion(text: string): Version | null {
  return /^v?\d+(\.\d+){0,3}$/.test(text) ? (versionOf(text)?.version ?? null) : null;
}
