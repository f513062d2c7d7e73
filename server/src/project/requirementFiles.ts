/**
 * The requirements in the text files that packages and environments are described by: lists for pip, `environment.yml` of conda,
 * `setup.cfg`. Each is read line by line: only lines about four packages matter, and a file that is not well formed still says
 * something. For `pyproject.toml` see `pyprojectRequirements.ts`.
 */
import { type Requirement, requirementOf } from './requirement.ts';
import type { SpecifierStyle } from './specifiers.ts';

export interface RequirementList {
  readonly requirements: readonly Requirement[];
  /** Files that the list takes in, as written: `-r base.txt` asks for what is in it, `-c` only limits it. */
  readonly includes: readonly { readonly path: string; readonly isConstraint: boolean }[];
}

/** A list for pip. */
export function readRequirementList(text: string): RequirementList {
  const lines = text.replaceAll(/\\\r?\n/g, ' ').split(/\r\n|[\n\r]/);
  const includes = lines.flatMap((line) => {
    const match = /^\s*(?:-([rc])\s*|--(requirement|constraint)(?:\s+|=))(\S+)/.exec(line);
    if (match === null) return [];
    const [, short, long, path = ''] = match;
    return [{ path, isConstraint: (short ?? long ?? '').startsWith('c') }];
  });
  return { requirements: requirementsIn(lines), includes };
}

/** An environment of conda, with its section for pip. */
export function readCondaEnvironment(text: string): readonly Requirement[] {
  const found: Requirement[] = [];
  let section = '';
  let pipIndent: number | null = null;
  for (const line of text.split(/\r\n|[\n\r]/)) {
    section = /^([\w-]+)\s*:/.exec(line)?.[1] ?? section;
    const item = /^(\s*)-\s+(.*)$/.exec(line.replace(/(^|\s)#.*$/, ''));
    if (section !== 'dependencies' || item === null) continue;
    const [, indent = '', content = ''] = item;
    if (pipIndent !== null && indent.length <= pipIndent) pipIndent = null;
    if (/^pip\s*:/.test(content)) pipIndent = indent.length;
    else found.push(...oneRequirement(content, pipIndent === null ? 'conda' : 'pip'));
  }
  return found;
}

/** `install_requires` and the extras of a `setup.cfg`. */
export function readSetupConfiguration(text: string): readonly Requirement[] {
  const lines: string[] = [];
  let section = '';
  let key = '';
  for (const line of text.split(/\r\n|[\n\r]/)) {
    const header = /^\[([^\]]*)\]/.exec(line);
    const assignment = /^([\w.-]+)\s*[=:]\s*(.*)$/.exec(line);
    if (header !== null) section = header[1]!.trim();
    else if (assignment !== null) key = assignment[1]!;
    const content = assignment?.[2] ?? (/^\s/.test(line) ? line : '');
    const isInstalled = section === 'options' && key === 'install_requires';
    if (isInstalled || section === 'options.extras_require') lines.push(content);
  }
  return requirementsIn(lines);
}

/** Requirements that stand one on a line. */
export const requirementsIn = (lines: readonly string[]): readonly Requirement[] =>
  lines.flatMap((line) => oneRequirement(line, 'pip'));

function oneRequirement(text: string, style: SpecifierStyle): readonly Requirement[] {
  const requirement = requirementOf(text.trim().replace(/^(["'])(.*)\1$/, '$2'), style);
  return requirement === null ? [] : [requirement];
}
