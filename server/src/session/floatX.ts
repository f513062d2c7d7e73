/**
 * Which floatX is in force when a program starts: an explicit choice, else what configures ScanLens for the project, else
 * the flags in the environment, else a configuration file, else float64. What the program says itself (`theano.config.floatX = …`, `os.environ`) is not read
 * here: the library's binding does it when the program gets there. Formats: Theano 1.0.5, `configparser.py`.
 */
import { t } from '../base/l10n.ts';
import { floatXOfFlags } from '../graph/configFlags.ts';
import { dialects, type LibraryName } from '../graph/dialects.ts';

export type FloatX = 'float32' | 'float64';
export type Library = LibraryName;

/** A configuration file: its name as people know it, and what it says. */
export interface ConfigurationFile {
  readonly name: string;
  readonly text: string;
}

/** Variables by name, and how people know where they stand: '' for the process, else a file's name. */
export interface Environment {
  readonly place: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** Everything that can say what floatX is, strongest first. */
export interface FloatXSources {
  /** A setting or a command line option; `auto` leaves the choice to the rest. */
  readonly option: 'auto' | FloatX;
  /** What `[tool.scanlens]` of the project chooses; null or absent when it leaves the choice to the rest. */
  readonly configured?: FloatX | null;
  /** Environments, strongest first (the process, `.env` files): only the three flags variables are looked at. */
  readonly environments: readonly Environment[];
  readonly files: readonly ConfigurationFile[];
}

export interface FloatXDecision {
  readonly value: FloatX;
  /** For people: `THEANO_FLAGS says float32`. */
  readonly reason: string;
  /** True when nobody says anything. */
  readonly isDefault: boolean;
}

/** The name of each library's configuration file, in the workspace or in the home folder. */
export const configurationFileNames: Readonly<Record<Library, string>> = {
  theano: '.theanorc',
  aesara: '.aesararc',
  pytensor: '.pytensorrc',
};

const libraries = Object.keys(dialects) as readonly Library[];

/** Decides floatX for a program that uses `library`; null (not known) asks all three in turn. */
export function resolveFloatX(sources: FloatXSources, library: Library | null): FloatXDecision {
  if (sources.option !== 'auto')
    return {
      value: sources.option,
      reason: t('chosen in the settings or on the command line'),
      isDefault: false,
    };
  if (sources.configured != null) return decision(sources.configured, t('[tool.scanlens] in pyproject.toml'));
  const asked = library === null ? libraries : [library];
  for (const name of asked) {
    const variable = dialects[name].flagsVariable;
    for (const { place, variables } of sources.environments) {
      const found = floatXOfFlags(variables[variable] ?? '');
      if (found !== null) return decision(found, place === '' ? variable : `${variable} in ${place}`);
    }
  }
  for (const name of asked) {
    for (const file of sources.files.filter((file) => file.name === configurationFileNames[name])) {
      const found = floatXOfConfiguration(file.text);
      if (found !== null) return decision(found, file.name);
    }
  }
  return { value: 'float64', reason: t("the library's default"), isDefault: true };
}

function decision(text: string, source: string): FloatXDecision {
  if (text === 'float32' || text === 'float64')
    return { value: text, reason: t('{0} says {1}', source, text), isDefault: false };
  return {
    value: 'float64',
    reason: t('{0} says {1}, which ScanLens does not have; float64 is used', source, text),
    isDefault: false,
  };
}

/** The assignments of a `.env` file: `NAME=value`, `export NAME="value"`, comments. */
export function environmentOfText(place: string, text: string): Environment {
  const variables: Record<string, string> = {};
  for (const line of text.split(/\r\n|[\n\r]/)) {
    const assignment = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line);
    if (assignment === null) continue;
    const [, name = '', value = ''] = assignment;
    const quoted = /^(["'])(.*)\1/.exec(value);
    variables[name] = quoted?.[2] ?? value.replace(/\s+#.*$/, '');
  }
  return { place, variables };
}

/** The value of `floatX` in the section `[global]` of an INI file. */
function floatXOfConfiguration(text: string): string | null {
  let section = '';
  let found: string | null = null;
  for (const line of text.split(/\r\n|[\n\r]/)) {
    const content = line.replace(/(^|\s)[#;].*$/, '').trim();
    const header = /^\[(.*)\]$/.exec(content);
    if (header !== null) section = header[1]?.trim() ?? '';
    // INI keys do not distinguish upper and lower case.
    const [key, value] = splitOnce(content, /[=:]/);
    if (section === 'global' && key.toLowerCase() === 'floatx' && value !== null) found = value;
  }
  return found;
}

function splitOnce(text: string, separator: string | RegExp): [key: string, value: string | null] {
  const at = text.search(separator);
  return at < 0 ? [text.trim(), null] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
