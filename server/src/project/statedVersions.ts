/** Which releases the files of one folder ask for, and which of the files is asked first. */
import type { LibraryVersion } from '../analysis/analysisContext.ts';
import { compareVersions } from '../analysis/libraryVersions.ts';
import type { Library } from '../analysis/terms.ts';
import { readPyprojectRequirements } from './pyprojectRequirements.ts';
import { type Requirement, requiredVersion } from './requirement.ts';
import { readCondaEnvironment, readRequirementList, readSetupConfiguration } from './requirementFiles.ts';
import type { TomlTable } from './tomlTree.ts';
import { folderOf, inFolder, relativeTo, type WorkspaceFiles } from './workspaceFiles.ts';

export interface Folder {
  readonly folder: string;
  readonly files: WorkspaceFiles;
  /** The folder above which nothing is read. */
  readonly root: string;
}

/** A list of requirements with the name that people know it by. */
interface Source {
  readonly place: string;
  readonly requirements: readonly Requirement[];
}

/** Lists that are read of one folder; more of them are no longer about one program. */
const mostLists = 40;

/** At most one version per library. `pyproject` is the parsed file; null without one. */
export function statedVersions(folder: Folder, pyproject: TomlTable | null): readonly LibraryVersion[] {
  const lists = requirementLists(folder);
  const constraints = lists.flatMap(({ isConstraint, requirements }) => (isConstraint ? requirements : []));
  const sources: readonly Source[] = [
    ...lists,
    ...(pyproject === null
      ? []
      : [{ place: 'pyproject.toml', requirements: readPyprojectRequirements(pyproject) }]),
    ...sourcesNamed(folder, /^environment[\w.-]*\.ya?ml$/i, readCondaEnvironment),
    ...sourcesNamed(folder, /^setup\.cfg$/, readSetupConfiguration),
  ];
  const found = new Map<Library, LibraryVersion>();
  for (const { place, requirements } of sources) {
    for (const version of newestFirst(requirements, place, constraints))
      if (!found.has(version.library)) found.set(version.library, version);
  }
  return [...found.values()];
}

/** One file may ask several times, for one Python each: the newest counts. */
function newestFirst(
  requirements: readonly Requirement[],
  place: string,
  constraints: readonly Requirement[],
): readonly LibraryVersion[] {
  const versions = requirements.flatMap((one) => requiredVersion(one, place, constraints) ?? []);
  return versions.sort((a, b) => compareVersions(b.version, a.version));
}

function sourcesNamed(
  { folder, files, root }: Folder,
  pattern: RegExp,
  reader: (text: string) => readonly Requirement[],
): readonly Source[] {
  return namesIn(files, folder, pattern).flatMap((name) => {
    const text = files.read(inFolder(folder, name), root);
    return text === null ? [] : [{ place: name, requirements: reader(text) }];
  });
}

/** Short names first: `requirements.txt` before `requirements-dev.txt`; and what was resolved (`.txt`) before what was asked for. */
function namesIn(files: WorkspaceFiles, folder: string, pattern: RegExp): readonly string[] {
  const rank = (name: string) => (name.endsWith('.in') ? 1000 : 0) + name.length;
  const names = files.names(folder).filter((name) => pattern.test(name));
  return names.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1)).slice(0, mostLists);
}

interface PipList extends Source {
  readonly isConstraint: boolean;
}

/** The lists for pip of the folder, those in its folder `requirements`, and what they include; constraints come last. */
function requirementLists({ folder, files, root }: Folder): readonly PipList[] {
  const here = namesIn(files, folder, /^(requirements|constraints)[\w.-]*\.(txt|in)$/i);
  const below = files.names(folder).includes('requirements') ? inFolder(folder, 'requirements') : null;
  const inside = below === null ? [] : namesIn(files, below, /\.(txt|in)$/i);
  const pending = [
    ...here.map((name) => ({ path: inFolder(folder, name), isConstraint: isConstraintName(name) })),
    ...inside.map((name) => ({ path: inFolder(below!, name), isConstraint: isConstraintName(name) })),
  ];
  const lists = new Map<string, PipList>();
  for (let next = pending.shift(); next !== undefined && lists.size < mostLists; next = pending.shift()) {
    const { path, isConstraint } = next;
    const text = lists.has(path) ? null : files.read(path, root);
    if (text === null) continue;
    const { requirements, includes } = readRequirementList(text);
    lists.set(path, { place: relativeTo(folder, path) ?? nameOf(path), requirements, isConstraint });
    for (const include of includes) {
      const target = pathFrom(folderOf(path) ?? folder, include.path);
      if (target !== null) pending.push({ path: target, isConstraint: isConstraint || include.isConstraint });
    }
  }
  return [...lists.values()].sort((a, b) => Number(a.isConstraint) - Number(b.isConstraint));
}

const isConstraintName = (name: string): boolean => /^constraints/i.test(name);

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** A relative path with its `..`; null for what is not relative. */
function pathFrom(folder: string, path: string): string | null {
  if (/^[/\\]|:/.test(path)) return null;
  let at: string | null = folder;
  for (const part of path.split(/[/\\]/)) {
    if (at === null) return null;
    if (part === '..') at = folderOf(at);
    else if (part !== '.' && part !== '') at = inFolder(at, part);
  }
  return at;
}
