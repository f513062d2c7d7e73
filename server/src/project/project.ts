/**
 * What the files around a Python file say: the configuration of ScanLens, and which release of each library is meant. The nearest
 * folder that says something counts. Within a folder the table `[tool.scanlens]` comes first, then the lists for pip,
 * `pyproject.toml`, conda's environment and `setup.cfg`.
 */
import type { LibraryVersion } from '../analysis/analysisContext.ts';
import type { Finding } from '../analysis/rules/findings.ts';
import type { FloatX, Library } from '../analysis/terms.ts';
import { byLibrary, type Configuration, configurationProblem, readConfiguration } from './configuration.ts';
import { type PathTest, pathTest } from './pathPatterns.ts';
import { distributions } from './releases.ts';
import { statedVersions } from './statedVersions.ts';
import { parseToml } from './tomlTree.ts';
import { foldersUpTo, inFolder, type WorkspaceFiles } from './workspaceFiles.ts';

/** A `pyproject.toml` that configures ScanLens. */
export interface ConfigurationFile {
  readonly path: string;
  /** Patterns are relative to it. */
  readonly folder: string;
  readonly text: string;
  readonly configuration: Configuration;
  readonly isExcluded: PathTest;
  readonly ignores: readonly { readonly names: PathTest; readonly rules: readonly string[] }[];
}

export interface Project {
  /** Null where nothing configures ScanLens. */
  readonly configurationFile: ConfigurationFile | null;
  readonly versions: ReadonlyMap<Library, LibraryVersion>;
}

export const noProject: Project = { configurationFile: null, versions: new Map() };

export interface ProjectFiles {
  readonly files: WorkspaceFiles;
  /** The folder above which nothing is read. */
  readonly root: string;
  /** Parses a `pyproject.toml`, or remembers it; null for what is not TOML. */
  readonly parse: (text: string) => ReturnType<typeof parseToml>;
  /** A file that configures ScanLens in place of the nearest `pyproject.toml`; null where none may. */
  readonly given?: ConfigurationFile | null;
}

/** Reads what holds for the file at `path`. */
export function readProject(path: string, { files, root, parse, given }: ProjectFiles): Project {
  const versions = new Map<Library, LibraryVersion>();
  let configurationFile = given;
  for (const folder of foldersUpTo(root, path)) {
    const names = files.names(folder);
    const pyproject = names.includes('pyproject.toml') ? inFolder(folder, 'pyproject.toml') : null;
    const text = pyproject === null ? null : files.read(pyproject, root);
    const toml = text === null ? null : parse(text);
    if (pyproject !== null && text !== null && toml !== null)
      configurationFile ??=
        given === null ? null : configurationFileOf({ path: pyproject, folder, text }, toml);
    if (versions.size === libraryCount) continue;
    const table = toml === null || 'problem' in toml ? null : toml;
    const stated = statedVersions({ folder, files, root }, table);
    for (const version of stated) if (!versions.has(version.library)) versions.set(version.library, version);
  }
  const configured = configurationFile?.configuration.versions ?? [];
  return {
    configurationFile: configurationFile ?? null,
    versions: new Map([...versions, ...byLibrary(configured)]),
  };
}

const libraryCount = new Set([...distributions.values()].map(({ library }) => library)).size;

/** Null where the file has nothing to do with ScanLens. */
export function configurationFileOf(
  file: Pick<ConfigurationFile, 'path' | 'folder' | 'text'>,
  toml: ReturnType<typeof parseToml>,
): ConfigurationFile | null {
  if (!('problem' in toml)) {
    const configuration = readConfiguration(toml);
    return configuration === null ? null : withPatterns(file, configuration);
  }
  // Other tools complain of a broken file too; here it matters only when it was meant for ScanLens.
  if (!/\btool\s*\.\s*scanlens\b/.test(file.text)) return null;
  return withPatterns(file, brokenConfiguration(configurationProblem(toml.problem, toml.span)));
}

/** Patterns are compiled once: every file is tested against them. */
function withPatterns(
  file: Pick<ConfigurationFile, 'path' | 'folder' | 'text'>,
  configuration: Configuration,
): ConfigurationFile {
  const ignores = configuration.perFileIgnores.map(({ pattern, rules }) => ({
    names: pathTest(file.folder, [pattern]),
    rules,
  }));
  return { ...file, configuration, isExcluded: pathTest(file.folder, configuration.exclude), ignores };
}

const brokenConfiguration = (finding: Finding): Configuration => ({
  levels: new Map(),
  versions: [],
  floatX: null,
  exclude: [],
  perFileIgnores: [],
  findings: [finding],
});

/** The floatX that the configuration chooses; null without one. */
export const configuredFloatX = (project: Project): FloatX | null =>
  project.configurationFile?.configuration.floatX ?? null;

/** Parses each text once, as long as it stays the same. */
export function rememberingParser(): ProjectFiles['parse'] {
  const known = new Map<string, ReturnType<typeof parseToml>>();
  return (text) => {
    const parsed = known.get(text) ?? parseToml(text);
    if (known.size > 50) known.clear();
    known.set(text, parsed);
    return parsed;
  };
}
