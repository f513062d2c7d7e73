/** Reads the text of an INI file line by line, as CPython's `RawConfigParser._read` does. */
import { runtime } from '../../../runtime.ts';
import type { Value } from '../../../values.ts';
import { failDuplicateOption, failDuplicateSection, failNoHeader, failParsing } from './configErrors.ts';
import type { Interpolation } from './interpolation.ts';

export type Section = Map<string, Value>;

/** What a parser holds. */
export interface ConfigState {
  readonly sections: Map<string, Section>;
  readonly defaults: Section;
  readonly defaultSection: string;
  readonly delimiters: readonly string[];
  readonly commentPrefixes: readonly string[];
  readonly inlinePrefixes: readonly string[];
  readonly isStrict: boolean;
  readonly allowsNoValue: boolean;
  readonly emptyLinesInValues: boolean;
  readonly interpolation: Interpolation;
}

/** Where a comment of this line begins; null for none. */
function commentStart(line: string, { commentPrefixes, inlinePrefixes }: ConfigState): number | null {
  const stripped = line.trim();
  if (commentPrefixes.some((prefix) => stripped.startsWith(prefix))) return 0;
  let start: number | null = null;
  for (const prefix of inlinePrefixes) {
    for (let at = line.indexOf(prefix); at >= 0; at = line.indexOf(prefix, at + 1)) {
      if (at > 0 && !/\s/.test(line[at - 1]!)) continue;
      start = start === null ? at : Math.min(start, at);
      break;
    }
  }
  return start;
}

/** The option and its value before and after the first delimiter; null where the line is none. */
function splitOption(
  text: string,
  state: ConfigState,
): readonly [option: string, value: string | null] | null {
  let best: { readonly at: number; readonly length: number } | null = null;
  for (const delimiter of state.delimiters) {
    const at = text.indexOf(delimiter);
    if (at >= 0 && (best === null || at < best.at)) best = { at, length: delimiter.length };
  }
  if (best !== null) return [text.slice(0, best.at).trimEnd(), text.slice(best.at + best.length).trim()];
  return state.allowsNoValue ? [text, null] : null;
}

export class ConfigReader {
  readonly #state: ConfigState;
  readonly #source: string;
  readonly #nameOf: (option: string) => string;
  readonly #added = new Set<string>();
  readonly #lines = new Map<Section, Map<string, string[] | null>>();
  readonly #broken: { line: number; text: string }[] = [];
  #section: { readonly name: string; readonly options: Section } | null = null;
  #option: string | null = null;
  #indent = 0;

  constructor(state: ConfigState, source: string, nameOf: (option: string) => string) {
    this.#state = state;
    this.#source = source;
    this.#nameOf = nameOf;
  }

  read(lines: readonly string[]): void {
    for (const [index, line] of lines.entries()) {
      runtime().checkpoint();
      this.#line(line, index + 1);
    }
    for (const [options, values] of this.#lines) {
      for (const [name, parts] of values)
        options.set(name, parts === null ? null : parts.join('\n').trimEnd());
    }
    if (this.#broken.length > 0) failParsing(this.#source, this.#broken);
  }

  #line(line: string, number: number): void {
    const start = commentStart(line, this.#state);
    const text = line.slice(0, start ?? line.length).trim();
    const open = this.#openLines();
    if (text === '') {
      if (!this.#state.emptyLinesInValues) this.#indent = Number.POSITIVE_INFINITY;
      else if (start === null) open?.push('');
      return;
    }
    const indent = line.search(/\S/);
    if (this.#section !== null && this.#option !== null && indent > this.#indent) {
      open?.push(text);
      return;
    }
    this.#indent = indent;
    const header = /^\[(.+)\]/.exec(text)?.[1];
    if (header !== undefined) this.#open(header, number);
    else if (this.#section === null) failNoHeader(this.#source, number, line);
    else this.#add(text, line, number);
  }

  #openLines(): string[] | null {
    if (this.#section === null || this.#option === null) return null;
    return this.#lines.get(this.#section.options)?.get(this.#option) ?? null;
  }

  #open(name: string, line: number): void {
    const { sections, defaults, defaultSection, isStrict } = this.#state;
    const known = sections.get(name);
    if (known && isStrict && this.#added.has(name))
      failDuplicateSection(name, { source: this.#source, line });
    const options = known ?? (name === defaultSection ? defaults : new Map<string, Value>());
    if (options !== defaults) {
      sections.set(name, options);
      this.#added.add(name);
    }
    this.#section = { name, options };
    this.#option = null;
  }

  #add(text: string, whole: string, line: number): void {
    const split = splitOption(text, this.#state);
    if (split === null) {
      this.#broken.push({ line, text: whole });
      return;
    }
    const [written, value] = split;
    if (written === '') this.#broken.push({ line, text: whole });
    const { name, options } = this.#section!;
    const option = this.#nameOf(written);
    const key = `${name}\n${option}`;
    if (this.#state.isStrict && this.#added.has(key)) {
      failDuplicateOption(name, option, { source: this.#source, line });
    }
    this.#added.add(key);
    const values = this.#lines.get(options) ?? new Map<string, string[] | null>();
    this.#lines.set(options, values);
    values.set(option, value === null ? null : [value]);
    // The option has its place in the order from now on.
    options.set(option, value);
    this.#option = option;
  }
}
