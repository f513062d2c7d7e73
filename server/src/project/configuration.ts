/**
 * The table `[tool.scanlens]` of a `pyproject.toml`. Whatever in it is wrong becomes a finding with its place in that file, and
 * counts as not written. Keys and values are described in docs/configuration.md.
 */

import type { LibraryVersion } from '../analysis/analysisContext.ts';
import type { Finding, Level } from '../analysis/rules/findings.ts';
import type { RuleLevel } from '../analysis/rules/levels.ts';
import type { FloatX, Library } from '../analysis/terms.ts';
import { t } from '../base/l10n.ts';
import { suggestion } from '../base/nearestNames.ts';
import type { Span } from '../base/span.ts';
import { librariesWithVersions, libraryVersionOf } from './libraryVersionText.ts';
import { configurationRules, ruleIds, ruleLevels } from './ruleNames.ts';
import { type TomlEntry, type TomlTable, type TomlValue, tableAt } from './tomlTree.ts';

export interface Configuration {
  readonly levels: ReadonlyMap<string, RuleLevel>;
  readonly versions: readonly LibraryVersion[];
  readonly floatX: FloatX | null;
  /** Patterns as in `.gitignore`, relative to the folder of the file. */
  readonly exclude: readonly string[];
  readonly perFileIgnores: readonly { readonly pattern: string; readonly rules: readonly string[] }[];
  /** What is wrong with the table itself. Spans are places in the `pyproject.toml`. */
  readonly findings: readonly Finding[];
}

/** What is read so far. */
interface Draft {
  readonly levels: Map<string, RuleLevel>;
  readonly versions: LibraryVersion[];
  floatX: FloatX | null;
  readonly exclude: string[];
  readonly perFileIgnores: { pattern: string; rules: readonly string[] }[];
  readonly findings: Finding[];
}

const place = (): string => t('[tool.scanlens] in pyproject.toml');

const readers: Readonly<Record<string, (draft: Draft, entry: TomlEntry) => void>> = {
  levels: readLevels,
  'library-version': readVersions,
  floatX: readFloatX,
  exclude: (draft, { name, value }) => draft.exclude.push(...patternsOf(draft, name, value)),
  'per-file-ignores': readPerFileIgnores,
};

/** Reads the table; null where the file has none. */
export function readConfiguration(root: TomlTable): Configuration | null {
  const table = tableAt(root, 'tool', 'scanlens');
  if (table === null) return null;
  const draft: Draft = {
    levels: new Map(),
    versions: [],
    floatX: null,
    exclude: [],
    perFileIgnores: [],
    findings: [],
  };
  for (const entry of table.entries.values()) {
    const reader = Object.hasOwn(readers, entry.name) ? readers[entry.name] : undefined;
    if (reader !== undefined) reader(draft, entry);
    else {
      const words = t('[tool.scanlens] has no key `{0}`', entry.name);
      complain(draft, entry.key, withSuggestion(words, entry.name, Object.keys(readers)));
    }
  }
  return { ...draft, findings: draft.findings.sort((a, b) => a.span.start - b.span.start) };
}

/** A finding about a text that is no TOML at all, when it means to configure ScanLens. */
export function configurationProblem(message: string, span: Span): Finding {
  return makeFinding('configuration', message, span);
}

function readLevels(draft: Draft, { value }: TomlEntry): void {
  if (value.kind !== 'table') {
    complain(draft, value, t('`levels` is a table: rule ids and their levels.'));
    return;
  }
  for (const { name, key, value: level } of value.entries.values()) {
    const found = level.kind === 'string' ? ruleLevels.find((known) => known === level.text) : undefined;
    if (!ruleIds.has(name)) complainOfRule(draft, name, key);
    else if (found === undefined) complain(draft, level, t('A level is one of {0}.', ruleLevels.join(', ')));
    else draft.levels.set(name, found);
  }
}

function readVersions(draft: Draft, { value }: TomlEntry): void {
  if (value.kind === 'string') {
    const found = librariesWithVersions(value.text, place());
    if ('problem' in found) complain(draft, value, found.problem);
    else draft.versions.push(...found.versions);
  } else if (value.kind === 'table') {
    for (const entry of value.entries.values()) readVersion(draft, entry);
  } else complain(draft, value, t('`library-version` is a text such as "pytensor 2.36", or a table.'));
}

function readVersion(draft: Draft, { name, key, value }: TomlEntry): void {
  const text = value.kind === 'string' ? value.text : '';
  const found = libraryVersionOf(name, text, place());
  if (!('problem' in found)) draft.versions.push(found);
  else complain(draft, found.part === 'library' ? key : value, found.problem);
}

function readFloatX(draft: Draft, { value }: TomlEntry): void {
  const text = value.kind === 'string' ? value.text : null;
  if (text === 'float32' || text === 'float64') draft.floatX = text;
  else complain(draft, value, t('`floatX` is "float32" or "float64".'));
}

function readPerFileIgnores(draft: Draft, { name, value }: TomlEntry): void {
  if (value.kind !== 'table') {
    complain(draft, value, t('`per-file-ignores` is a table: patterns of files and lists of rule ids.'));
    return;
  }
  for (const entry of value.entries.values()) {
    const rules = textsOf(draft, name, entry.value).filter(({ text, span }) => {
      const isKnown = ruleIds.has(text);
      if (!isKnown) complainOfRule(draft, text, span);
      return isKnown;
    });
    if (isPattern(draft, entry.name, entry.key))
      draft.perFileIgnores.push({ pattern: entry.name, rules: rules.map(({ text }) => text) });
  }
}

function patternsOf(draft: Draft, name: string, value: TomlValue): readonly string[] {
  return textsOf(draft, name, value)
    .filter(({ text, span }) => isPattern(draft, text, span))
    .map(({ text }) => text);
}

function isPattern(draft: Draft, text: string, span: Span): boolean {
  // `#` and blanks mean something else in a .gitignore.
  const isFine = text.trim() !== '' && !text.startsWith('#') && !text.includes('\n');
  if (!isFine) complain(draft, span, t('A pattern names files, as in a .gitignore.'));
  return isFine;
}

function textsOf(draft: Draft, name: string, value: TomlValue): readonly { text: string; span: Span }[] {
  const items = value.kind === 'array' ? value.items : [];
  if (value.kind !== 'array' || items.some((item) => item.kind !== 'string'))
    complain(draft, value, t('`{0}` needs a list of texts here.', name));
  return items.flatMap((item) => (item.kind === 'string' ? [{ text: item.text, span: item }] : []));
}

const complain = (draft: Draft, span: Span, message: string): void =>
  void draft.findings.push(makeFinding('configuration', message, span));

function complainOfRule(draft: Draft, id: string, span: Span): void {
  const message = withSuggestion(t('There is no rule `{0}`', id), id, ruleIds);
  draft.findings.push(makeFinding('unknown-rule', message, span));
}

/** A sentence, with the nearest of the names behind it. */
function withSuggestion(words: string, typed: string, names: Iterable<string>): string {
  const nearest = suggestion(typed, names);
  return nearest === '' ? t('{0}.', words) : words + nearest;
}

function makeFinding(rule: keyof typeof configurationRules, message: string, { start, end }: Span): Finding {
  const level: Level = configurationRules[rule].level;
  return { rule, level, span: { start, end }, message, related: [], subject: null };
}

/** The versions of a list by library; the first counts. */
export const byLibrary = (versions: readonly LibraryVersion[]): ReadonlyMap<Library, LibraryVersion> =>
  new Map(versions.toReversed().map((version) => [version.library, version]));
