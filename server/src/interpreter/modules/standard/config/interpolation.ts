/** References to other options in the values of `configparser`: `%(name)s`, and `${section:name}`. */
import { failDepth, failMissing, failSyntax, type Substitution } from './configErrors.ts';

export type Interpolation = 'none' | 'basic' | 'extended';

const deepest = 10;

/** How names of options are made alike, and where values are. */
export interface OptionLookup {
  name(option: string): string;
  /** An option of the section that is asked, its defaults included. */
  own(option: string): string | undefined;
  /** An option of any section. */
  other(section: string, option: string): string | undefined;
  /** The same lookup as another section has it. */
  of(section: string): OptionLookup;
}

/** The value with what it refers to. */
export function interpolated(kind: Interpolation, place: Substitution, lookup: OptionLookup): string {
  if (kind === 'none') return place.raw;
  return kind === 'basic'
    ? basic(place.raw, place, { lookup, depth: 1 })
    : extended(place.raw, place, { lookup, depth: 1 });
}

interface Depth {
  readonly lookup: OptionLookup;
  readonly depth: number;
}

function basic(text: string, place: Substitution, { lookup, depth }: Depth): string {
  if (depth > deepest) failDepth(place);
  let result = '';
  for (let rest = text; rest !== ''; ) {
    const at = rest.indexOf('%');
    if (at < 0) return result + rest;
    result += rest.slice(0, at);
    rest = rest.slice(at);
    if (rest[1] === '%') {
      result += '%';
      rest = rest.slice(2);
      continue;
    }
    if (rest[1] !== '(') failSyntax(place, `'%' must be followed by '%' or '(', found: ${shown(rest)}`);
    const [whole, name] = /^%\(([^)]+)\)s/.exec(rest) ?? [];
    if (whole === undefined) failSyntax(place, `bad interpolation variable reference ${shown(rest)}`);
    rest = rest.slice(whole!.length);
    const option = lookup.name(name!);
    const value = lookup.own(option) ?? failMissing(place, option);
    result += value.includes('%') ? basic(value, place, { lookup, depth: depth + 1 }) : value;
  }
  return result;
}

function extended(text: string, place: Substitution, { lookup, depth }: Depth): string {
  if (depth > deepest) failDepth(place);
  let result = '';
  for (let rest = text; rest !== ''; ) {
    const at = rest.indexOf('$');
    if (at < 0) return result + rest;
    result += rest.slice(0, at);
    rest = rest.slice(at);
    if (rest[1] === '$') {
      result += '$';
      rest = rest.slice(2);
      continue;
    }
    if (rest[1] !== '{') failSyntax(place, `'$' must be followed by '$' or '{', found: ${shown(rest)}`);
    const [whole, path] = /^\$\{([^}]+)\}/.exec(rest) ?? [];
    if (whole === undefined) failSyntax(place, `bad interpolation variable reference ${shown(rest)}`);
    rest = rest.slice(whole!.length);
    const parts = path!.split(':');
    if (parts.length > 2) failSyntax(place, `More than one ':' found: ${shown(rest)}`);
    const option = lookup.name(parts.at(-1)!);
    const section = parts.length === 2 ? parts[0]! : place.section;
    const value = parts.length === 2 ? lookup.other(section, option) : lookup.own(option);
    if (value === undefined) failMissing(place, path!);
    const inner = { ...place, option, section };
    result += value!.includes('$')
      ? extended(value!, inner, { lookup: lookup.of(section), depth: depth + 1 })
      : value!;
  }
  return result;
}

const shown = (text: string): string =>
  text.includes("'") && !text.includes('"') ? `"${text}"` : `'${text}'`;
