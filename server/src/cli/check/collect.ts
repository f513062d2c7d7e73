/** From what was named on the command line to the files that are worth a check: read, and with a scan in reach. */
import { dirname, resolve } from 'node:path';
import { isExcluded } from '../../project/ruleChoice.ts';
import { mightReachScan, mightUseScan } from '../../project/scanText.ts';
import type { WorkspaceFiles } from '../../project/workspaceFiles.ts';
import type { CommandIo } from '../commandIo.ts';
import { readSourceFile, type SourceFile, type SourceProblem, sourceFileOf } from '../sourceFile.ts';
import type { CheckOptions } from './checkOptions.ts';
import type { CheckTask } from './fileChecker.ts';
import { slashed, workspaceRoot } from './paths.ts';
import type { Projects } from './projects.ts';
import { filesInFolder, isFolder } from './pythonFiles.ts';

export interface Collected {
  /** In the order in which they were named, those of a folder sorted. */
  readonly tasks: readonly CheckTask[];
  /** One sentence each. */
  readonly problems: readonly string[];
  /** Files that were read, also those without any scan. */
  readonly fileCount: number;
}

interface Draft {
  readonly tasks: CheckTask[];
  readonly problems: string[];
  readonly seen: Set<string>;
  readonly files: WorkspaceFiles;
  fileCount: number;
}

/** `-` among the paths is standard input. A file by two paths is taken once. */
export function collect(
  paths: readonly string[],
  options: CheckOptions,
  { projects, io }: { projects: Projects; io: CommandIo },
): Collected {
  const draft: Draft = { tasks: [], problems: [], seen: new Set(), files: projects.files, fileCount: 0 };
  for (const path of paths) {
    if (path === '-') addInput(draft, options, io);
    else if (isFolder(path)) addFolder(draft, path, projects);
    else addFile(draft, path, options.forcesExclude ? projects : null);
  }
  return draft;
}

function addInput(draft: Draft, { inputName }: CheckOptions, io: CommandIo): void {
  const source = sourceFileOf(inputName ?? '<stdin>', io.readInput());
  const root = inputName === null ? process.cwd() : rootFor(inputName);
  add(draft, source, { path: inputName === null ? null : slashed(inputName), root: slashed(root) });
}

function addFolder(draft: Draft, path: string, projects: Projects): void {
  for (const file of filesInFolder(path)) {
    if (typeof file === 'string')
      addOnce(draft, file, { root: workspaceRoot(folderOf(file), path), projects });
    else draft.problems.push(file.problem);
  }
}

const addFile = (draft: Draft, path: string, projects: Projects | null): void =>
  addOnce(draft, path, { root: rootFor(path), projects });

/** `projects` is null for a file that is not left out, whatever its project says. */
function addOnce(
  draft: Draft,
  file: string,
  { root, projects }: { root: string; projects: Projects | null },
): void {
  const path = slashed(file);
  if (draft.seen.has(path)) return;
  draft.seen.add(path);
  if (projects !== null && isExcluded(projects.of(path, root), path)) return;
  add(draft, readSourceFile(file), { path, root });
}

function add(
  draft: Draft,
  source: SourceFile | SourceProblem,
  place: Pick<CheckTask, 'path' | 'root'>,
): void {
  draft.fileCount++;
  if ('problem' in source) draft.problems.push(source.problem);
  else if (isOfInterest(draft, source.text, place)) draft.tasks.push({ source, ...place });
}

function isOfInterest(
  { files }: Draft,
  text: string,
  { path, root }: Pick<CheckTask, 'path' | 'root'>,
): boolean {
  return path === null ? mightUseScan(text) : mightReachScan(text, { path, root, files });
}

const folderOf = (file: string): string => dirname(resolve(file));

const rootFor = (file: string): string => workspaceRoot(folderOf(file), folderOf(file));
