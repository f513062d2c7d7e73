/** The projects of the checked files: what is read for one file of a folder counts for all of them. */
import { dirname } from 'node:path';
import {
  type ConfigurationFile,
  configurationFileOf,
  type Project,
  readProject,
  rememberingParser,
} from '../../project/project.ts';
import { folderOf, type WorkspaceFiles } from '../../project/workspaceFiles.ts';
import { NodeFiles } from '../../session/nodeFiles.ts';
import type { SourceProblem } from '../sourceFile.ts';
import type { FileCheckOptions } from './checkOptions.ts';
import { slashed } from './paths.ts';

export class Projects {
  readonly files: WorkspaceFiles = new NodeFiles();
  /** Every file that configures ScanLens and was met, by its path. */
  readonly configurationFiles = new Map<string, ConfigurationFile>();
  readonly #given: ConfigurationFile | null | undefined;
  readonly #parse = rememberingParser();
  readonly #byFolder = new Map<string, Project>();

  /** `given` is the file that was named; null where none may configure, undefined for the nearest. */
  constructor(given: ConfigurationFile | null | undefined) {
    this.#given = given;
  }

  /** What holds for the file at `path`. */
  of(path: string, root: string): Project {
    const key = `${root}\n${folderOf(path)}`;
    const known = this.#byFolder.get(key);
    if (known !== undefined) return known;
    const given = this.#given === undefined ? {} : { given: this.#given };
    const project = readProject(path, { files: this.files, root, parse: this.#parse, ...given });
    this.#byFolder.set(key, project);
    const { configurationFile } = project;
    if (configurationFile !== null) this.configurationFiles.set(configurationFile.path, configurationFile);
    return project;
  }
}

/** Projects with the configuration that the options name. */
export function openProjects({ configuration }: FileCheckOptions): Projects | SourceProblem {
  if (!('path' in configuration)) return new Projects(configuration.from === 'none' ? null : undefined);
  const path = slashed(configuration.path);
  const folder = dirname(path);
  const text = new NodeFiles().read(path, folder);
  if (text === null) return { problem: `${configuration.path} can not be read.` };
  const file = configurationFileOf({ path, folder, text }, rememberingParser()(text));
  if (file === null) return { problem: `${configuration.path} has no table [tool.scanlens].` };
  return new Projects(file);
}
