/** What `scanlens check` is asked to do, read from its options. */

import type { LibraryVersion } from '../../analysis/analysisContext.ts';
import { type Level, levels } from '../../analysis/rules/findings.ts';
import { t } from '../../base/l10n.ts';
import { suggestion } from '../../base/nearestNames.ts';
import { librariesWithVersions } from '../../project/libraryVersionText.ts';
import { ruleIds } from '../../project/ruleNames.ts';
import type { FloatXSources } from '../../session/floatX.ts';
import {
  anyText,
  type CommandLine,
  type CommandLineProblem,
  type OptionRule,
  positiveCount,
} from '../commandLine.ts';

export const checkFormats = ['text', 'json', 'sarif', 'github'] as const;
export type CheckFormat = (typeof checkFormats)[number];

/** What one file is checked by. Plain data: it travels to other threads. */
export interface FileCheckOptions {
  /** Only these rules report; null: all of them. */
  readonly selected: readonly string[] | null;
  readonly ignored: readonly string[];
  /** Findings below it are left out. */
  readonly leastLevel: Level;
  readonly floatX: FloatXSources['option'];
  readonly versions: readonly LibraryVersion[];
  /** Which file may configure ScanLens: the nearest, none, or the one at `path`. */
  readonly configuration:
    | { readonly from: 'nearest' | 'none' }
    | { readonly from: 'file'; readonly path: string };
}

export interface CheckOptions extends FileCheckOptions {
  readonly format: CheckFormat;
  /** Files that are named themselves are left out too, when the configuration says so. */
  readonly forcesExclude: boolean;
  /** Safe fixes are applied and written before anything is told. */
  readonly appliesFixes: boolean;
  /** A file with findings that are known. */
  readonly baseline: string | null;
  /** Where to write what was found as known. */
  readonly baselineToWrite: string | null;
  /** Threads; null leaves the number to the amount of work. */
  readonly jobs: number | null;
  /** What the text on standard input is called; null without a name. */
  readonly inputName: string | null;
}

export const defaultCheckOptions: CheckOptions = {
  selected: null,
  ignored: [],
  leastLevel: 'hint',
  floatX: 'auto',
  versions: [],
  configuration: { from: 'nearest' },
  format: 'text',
  forcesExclude: false,
  appliesFixes: false,
  baseline: null,
  baselineToWrite: null,
  jobs: null,
  inputName: null,
};

export const checkOptionRules: Readonly<Record<string, OptionRule>> = {
  format: checkFormats,
  select: anyText,
  ignore: anyText,
  level: levels,
  floatX: ['float32', 'float64'],
  'library-version': anyText,
  config: anyText,
  'no-config': 'flag',
  'force-exclude': 'flag',
  fix: 'flag',
  baseline: anyText,
  'write-baseline': anyText,
  jobs: positiveCount,
  'stdin-filename': anyText,
};

/** Reads the options of a command line that {@link checkOptionRules} has let pass. */
export function readCheckOptions({ options }: CommandLine): CheckOptions | CommandLineProblem {
  const selected = ruleList(options.get('select'));
  const ignored = ruleList(options.get('ignore'));
  const versions = librariesWithVersions(options.get('library-version') ?? '', t('the command line'));
  for (const read of [selected, ignored, versions]) if ('problem' in read) return { problem: read.problem };
  const file = options.get('config');
  if (file !== undefined && options.has('no-config'))
    return { problem: '--config and --no-config exclude each other.' };
  return {
    ...defaultCheckOptions,
    selected: 'rules' in selected ? selected.rules : null,
    ignored: ('rules' in ignored ? ignored.rules : null) ?? [],
    versions: 'versions' in versions ? versions.versions : [],
    configuration:
      file === undefined
        ? { from: options.has('no-config') ? 'none' : 'nearest' }
        : { from: 'file', path: file },
    leastLevel: oneOf(levels, options.get('level')) ?? 'hint',
    floatX: oneOf(['float32', 'float64'] as const, options.get('floatX')) ?? 'auto',
    format: oneOf(checkFormats, options.get('format')) ?? 'text',
    forcesExclude: options.has('force-exclude'),
    appliesFixes: options.has('fix'),
    baseline: options.get('baseline') ?? null,
    baselineToWrite: options.get('write-baseline') ?? null,
    jobs: options.has('jobs') ? Number(options.get('jobs')) : null,
    inputName: options.get('stdin-filename') ?? null,
  };
}

/** Ids with commas between them; null where nothing is asked for. */
function ruleList(
  text: string | undefined,
): { readonly rules: readonly string[] | null } | CommandLineProblem {
  if (text === undefined) return { rules: null };
  const rules = text.split(',').map((id) => id.trim());
  const unknown = rules.find((id) => !ruleIds.has(id));
  if (unknown === undefined) return { rules };
  const words = `There is no rule ${unknown}${suggestion(unknown, ruleIds)}`;
  return { problem: words.endsWith('?') ? words : `${words}.` };
}

const oneOf = <T extends string>(values: readonly T[], text: string | undefined): T | undefined =>
  values.find((value) => value === text);
