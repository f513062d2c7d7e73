/**
 * Applies safe fixes to a text, round by round, until none is left. Each round is checked again: a fix that adds a
 * finding or breaks the text is left out.
 */
import type { ParsedFile, TextEdit } from '../../python/parsedFile.ts';
import type { Analysis } from '../facts.ts';
import type { Finding } from '../rules/findings.ts';
import { composeEdits } from './composeEdits.ts';
import { applyEdits, type Fix, type Repair } from './fix.ts';
import { fixesFor } from './fixes.ts';

/** What somebody knows of a text. */
export interface CheckedText {
  readonly file: ParsedFile;
  readonly analysis: Analysis;
  /** Those that are to be fixed. */
  readonly findings: readonly Finding[];
}

/** A fix that was applied. */
export interface AppliedFix {
  readonly rule: string;
  readonly title: string;
}

export interface AppliedFixes {
  readonly text: string;
  /** The same as edits of the text before. */
  readonly edits: readonly TextEdit[];
  readonly applied: readonly AppliedFix[];
}

/** Every round makes findings fewer, so this is only for faults of ours. */
const mostRounds = 200;

/** Applies all safe fixes to what is known; `check` parses, analyses and checks another text. */
export function applyFixes(before: CheckedText, check: (text: string) => CheckedText): AppliedFixes {
  const applied: AppliedFix[] = [];
  const rounds: (readonly TextEdit[])[] = [];
  const refused = new Set<string>();
  let checked = before;
  for (let round = 0; round < mostRounds; round++) {
    const candidates = candidatesOf(checked).filter((one) => !refused.has(keyOf(one)));
    if (candidates.length === 0) break;
    const next = applyRound(checked, { candidates, check });
    if (next === null) {
      for (const candidate of candidates) refused.add(keyOf(candidate));
      continue;
    }
    applied.push(...next.applied.map(({ rule, title }) => ({ rule, title })));
    rounds.push(next.edits);
    checked = next.checked;
  }
  return { text: checked.file.text, edits: composeEdits(before.file.text, rounds), applied };
}

interface Candidate extends AppliedFix {
  readonly edits: readonly TextEdit[];
}

/** The same fix of the same text is not tried twice. */
const keyOf = ({ rule, edits }: Candidate): string => JSON.stringify([rule, edits]);

/** The first safe fix of every finding. */
function candidatesOf({ file, analysis, findings }: CheckedText): readonly Candidate[] {
  return findings.flatMap((finding) => {
    const fix = fixesFor(finding, { file, analysis }).find(isSafeFix);
    return fix === undefined ? [] : [{ rule: finding.rule, title: fix.title, edits: fix.edits }];
  });
}

const isSafeFix = (fix: Fix): fix is Repair => !('refusal' in fix) && fix.isSafe && fix.edits.length > 0;

interface Round {
  readonly candidates: readonly Candidate[];
  readonly check: (text: string) => CheckedText;
}

interface Progress {
  readonly checked: CheckedText;
  readonly edits: readonly TextEdit[];
  readonly applied: readonly Candidate[];
}

/** All fixes that do not overlap at once; when that makes something worse, the first one that does not. */
function applyRound(before: CheckedText, { candidates, check }: Round): Progress | null {
  const together = apart(candidates);
  const single = candidates.map((one) => [one]);
  for (const applied of together.length > 1 ? [together, ...single] : single) {
    const edits = applied.flatMap((one) => one.edits).sort((a, b) => a.start - b.start || a.end - b.end);
    const checked = check(applyEdits(before.file.text, edits));
    if (isBetter(before, checked)) return { checked, edits, applied };
  }
  return null;
}

/** The candidates that touch none of those before them. */
function apart(candidates: readonly Candidate[]): readonly Candidate[] {
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    const taken = chosen.flatMap((one) => one.edits);
    const touches = candidate.edits.some((edit) =>
      taken.some((other) => edit.start <= other.end && other.start <= edit.end),
    );
    if (!touches) chosen.push(candidate);
  }
  return chosen;
}

/** True when findings became fewer, no rule has more than before, and the text is as much Python as it was. */
export function isBetter(before: CheckedText, after: CheckedText): boolean {
  if (after.file.problems.length > before.file.problems.length) return false;
  if (after.file.python.major !== before.file.python.major) return false;
  if (after.findings.length >= before.findings.length) return false;
  const counts = countByRule(before.findings);
  return [...countByRule(after.findings)].every(([rule, count]) => count <= (counts.get(rule) ?? 0));
}

function countByRule(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}
