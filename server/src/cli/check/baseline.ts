/**
 * Known findings, kept in a file so that a check tells only what is new. A finding is recognised by its file, its rule and the
 * text of its line, not by its number: it stays known when lines are added above it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { groupBy } from '../../base/grouping.ts';
import type { SourceProblem } from '../sourceFile.ts';
import type { CheckedFinding } from './checkedFinding.ts';

interface BaselineEntry {
  /** Relative to the folder of the baseline, with slashes. */
  readonly file: string;
  readonly rule: string;
  /** The line without the blanks around it. */
  readonly line: string;
  readonly count: number;
}

interface BaselineFile {
  readonly version: 1;
  readonly findings: readonly BaselineEntry[];
}

const keyOf = ({ file, rule, line }: Omit<BaselineEntry, 'count'>): string => `${file}\n${rule}\n${line}`;

const entryOf = (finding: CheckedFinding, folder: string): Omit<BaselineEntry, 'count'> => ({
  file: relative(folder, resolve(finding.file)).split(sep).join('/'),
  rule: finding.rule,
  line: finding.lineText.trim(),
});

/** The findings that the baseline at `path` does not know; each of its entries covers as many as it counts. */
export function withoutKnown(
  findings: readonly CheckedFinding[],
  path: string,
): { readonly findings: readonly CheckedFinding[] } | SourceProblem {
  const known = readBaseline(path);
  if ('problem' in known) return known;
  const left = new Map(known.findings.map((entry) => [keyOf(entry), entry.count]));
  const folder = dirname(resolve(path));
  return {
    findings: findings.filter((finding) => {
      const key = keyOf(entryOf(finding, folder));
      const count = left.get(key) ?? 0;
      left.set(key, count - 1);
      return count <= 0;
    }),
  };
}

/** Writes all findings as known. Null when it is done. */
export function writeBaseline(findings: readonly CheckedFinding[], path: string): SourceProblem | null {
  const folder = dirname(resolve(path));
  const groups = groupBy(
    findings.map((finding) => entryOf(finding, folder)),
    keyOf,
  );
  const entries = [...groups.values()].map((group) => ({ ...group[0]!, count: group.length }));
  const content: BaselineFile = { version: 1, findings: entries };
  try {
    writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
    return null;
  } catch (error) {
    return { problem: `${path} can not be written (${(error as NodeJS.ErrnoException).code}).` };
  }
}

function readBaseline(path: string): BaselineFile | SourceProblem {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: `${path} is not a baseline: it is not JSON.` };
    return { problem: `${path} can not be read (${(error as NodeJS.ErrnoException).code}).` };
  }
  return isBaseline(content)
    ? content
    : { problem: `${path} is not a baseline of this version of ScanLens.` };
}

function isBaseline(content: unknown): content is BaselineFile {
  if (typeof content !== 'object' || content === null) return false;
  const { version, findings } = content as Partial<BaselineFile>;
  return (
    version === 1 &&
    Array.isArray(findings) &&
    findings.every(
      (entry) =>
        typeof entry?.file === 'string' &&
        typeof entry.rule === 'string' &&
        typeof entry.line === 'string' &&
        Number.isInteger(entry.count),
    )
  );
}
