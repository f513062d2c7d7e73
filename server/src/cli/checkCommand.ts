/**
 * `scanlens check PATH…`: what the rules find in Python files and notebooks. Folders are walked; nothing is run. Reads what
 * is to be checked, lets `check/` do it, and prints what is left in the format that was asked for.
 */

import { atLevels } from '../analysis/rules/levels.ts';
import { withoutKnown, writeBaseline } from './check/baseline.ts';
import { checkAll } from './check/checkAll.ts';
import { type CheckedFinding, placedText, placeFinding } from './check/checkedFinding.ts';
import { type CheckOptions, defaultCheckOptions } from './check/checkOptions.ts';
import { collect } from './check/collect.ts';
import { askedFor, type CheckTask } from './check/fileChecker.ts';
import { applyFixesToFiles, type FixedFiles } from './check/fixFiles.ts';
import { githubReport } from './check/githubFormat.ts';
import { jsonReport } from './check/jsonFormat.ts';
import { shownPath } from './check/paths.ts';
import { openProjects, type Projects } from './check/projects.ts';
import { sarifReport } from './check/sarifFormat.ts';
import { textReport } from './check/textFormat.ts';
import { type CommandIo, exitCodes } from './commandIo.ts';
import { packageVersion } from './packageFiles.ts';
import { colorStyle, plainStyle } from './textStyle.ts';

/**
 * Checks files and folders. The promise gives the exit code: 0 without findings, 1 when a finding is a warning or an
 * error, 2 when something can not be read or written (the rest is checked all the same).
 */
export async function runCheck(
  paths: readonly string[],
  given: Partial<CheckOptions>,
  io: CommandIo,
): Promise<number> {
  const options: CheckOptions = { ...defaultCheckOptions, ...given };
  const projects = openProjects(options);
  if ('problem' in projects) return refuse(projects.problem, io);
  if (options.appliesFixes && paths.includes('-')) return refuse('Standard input can not be fixed.', io);
  const collected = collect(paths, options, { projects, io });
  const { tasks, problems: unwritten } = options.appliesFixes
    ? await fixFiles(collected.tasks, { options, projects, io })
    : { tasks: collected.tasks, problems: [] };
  const problems = [...collected.problems, ...unwritten];
  for (const problem of problems) tell(problem, io);
  const found = await checkAll(tasks, { fileOptions: options, projects, jobs: options.jobs });
  const all = [...configurationFindings(projects, options), ...found];
  if (options.baselineToWrite !== null) return writeKnown(all, options.baselineToWrite, io);
  const fresh = options.baseline === null ? { findings: all } : withoutKnown(all, options.baseline);
  if ('problem' in fresh) return refuse(fresh.problem, io);
  io.writeOut(report(fresh.findings, problems, { options, io }));
  if (problems.length > 0) return exitCodes.unusable;
  const isFailure = ({ level }: CheckedFinding) => level === 'warning' || level === 'error';
  return fresh.findings.some(isFailure) ? exitCodes.failed : exitCodes.done;
}

/** Fixes what can be fixed and says how much that was. */
async function fixFiles(
  tasks: readonly CheckTask[],
  { options, projects, io }: { options: CheckOptions; projects: Projects; io: CommandIo },
): Promise<FixedFiles> {
  const fixed = await applyFixesToFiles(tasks, options, projects);
  const { fixCount, fileCount } = fixed;
  if (fixCount > 0) {
    const count = `${fixCount} ${fixCount === 1 ? 'fix' : 'fixes'}`;
    tell(`${count} in ${fileCount} ${fileCount === 1 ? 'file' : 'files'}.`, io);
  }
  return fixed;
}

/** What is wrong in the files that configure ScanLens, each told once. */
function configurationFindings(projects: Projects, options: CheckOptions): readonly CheckedFinding[] {
  const files = [...projects.configurationFiles.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return files.flatMap(({ path, text, configuration }) => {
    const findings = atLevels(configuration.findings, Object.fromEntries(configuration.levels));
    const placed = placedText(shownPath(path), text);
    return askedFor(findings, options).map((finding) => placeFinding(finding, placed, () => null));
  });
}

function report(
  findings: readonly CheckedFinding[],
  problems: readonly string[],
  { options, io }: { options: CheckOptions; io: CommandIo },
): string {
  switch (options.format) {
    case 'text':
      return textReport(findings, io.isOutColored ? colorStyle : plainStyle);
    case 'json':
      return jsonReport(findings);
    case 'sarif':
      return sarifReport(findings, { version: packageVersion(), problems });
    case 'github':
      return githubReport(findings);
  }
}

function writeKnown(findings: readonly CheckedFinding[], path: string, io: CommandIo): number {
  const failure = writeBaseline(findings, path);
  if (failure !== null) return refuse(failure.problem, io);
  const count = `${findings.length} ${findings.length === 1 ? 'finding is' : 'findings are'}`;
  tell(`${count} known from now on, in ${path}.`, io);
  return exitCodes.done;
}

const tell = (sentence: string, io: CommandIo): void => io.writeError(`scanlens: ${sentence}\n`);

function refuse(sentence: string, io: CommandIo): number {
  tell(sentence, io);
  return exitCodes.unusable;
}
