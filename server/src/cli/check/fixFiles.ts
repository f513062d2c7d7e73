/**
 * Applies safe fixes to files and writes them: in the encoding that they have, and only when nobody else has written them in
 * the meantime. Notebooks are left as they are.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { decodePython } from '../../session/nodeFiles.ts';
import type { FileCheckOptions } from './checkOptions.ts';
import { type CheckTask, FileChecker } from './fileChecker.ts';
import type { Projects } from './projects.ts';

export interface FixedFiles {
  /** The same files with the texts that they have now. */
  readonly tasks: readonly CheckTask[];
  /** What could not be written, one sentence each. */
  readonly problems: readonly string[];
  readonly fixCount: number;
  readonly fileCount: number;
}

export async function applyFixesToFiles(
  tasks: readonly CheckTask[],
  options: FileCheckOptions,
  projects: Projects,
): Promise<FixedFiles> {
  const checker = new FileChecker(options, projects);
  const problems: string[] = [];
  const present: CheckTask[] = [];
  let [fixCount, fileCount] = [0, 0];
  try {
    for (const task of tasks) {
      const { source } = task;
      const { text, applied } =
        source.notebook === null ? await checker.fix(task) : { text: source.text, applied: [] };
      const problem = applied.length === 0 ? null : writeText(source.path, source.text, text);
      if (problem !== null) problems.push(problem);
      const isWritten = applied.length > 0 && problem === null;
      present.push(isWritten ? { ...task, source: { ...source, text } } : task);
      if (!isWritten) continue;
      fixCount += applied.length;
      fileCount++;
    }
  } finally {
    checker.dispose();
  }
  return { tasks: present, problems, fixCount, fileCount };
}

const byteOrderMark = '\uFEFF';

/** The ways to write a text that Python reads; the one that gives back the file as it was is its own. */
const encoders: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(byteOrderMark + text),
  (text) => Buffer.from(text, 'latin1'),
];

/** Null when it is done, else why it is not. */
function writeText(path: string, before: string, after: string): string | null {
  try {
    const bytes = readFileSync(path);
    if (decodePython(bytes) !== before) return `${path} was not fixed: it has changed meanwhile.`;
    const encode = encoders.find((one) => one(before).equals(bytes));
    const encoded = encode?.(after);
    if (encoded === undefined || decodePython(encoded) !== after)
      return `${path} was not fixed: its encoding is not UTF-8.`;
    writeFileSync(path, encoded);
    return null;
  } catch (error) {
    return `${path} was not fixed: it can not be written (${(error as NodeJS.ErrnoException).code}).`;
  }
}
