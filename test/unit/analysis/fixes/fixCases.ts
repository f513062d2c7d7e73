/**
 * Programs before and after a fix, many in one text:
 *
 *     #: title
 *     the program, with a mark where the finding is not the first one, or not found by a rule yet
 *     #   ^^^^ rule-id {"field": "text in the program"}
 *     #> safe: Title of the fix            or `manual:`, for a fix that is not applied unseen
 *     the program after it
 *     #~ a=1 ~> a=11                       what running each of them shows and leaves
 *
 * or, instead of the program after it, `#> refused: Title: the reason`. A mark on a line of its own is no part of the
 * program. Where a rule reports the marked finding itself, that one is fixed; else it is made from the mark.
 */
import { expect } from 'vitest';
import { analyze } from '../../../../server/src/analysis/analyze.ts';
import type { Analysis, DroppedUpdates } from '../../../../server/src/analysis/facts.ts';
import { applyEdits, type Fix } from '../../../../server/src/analysis/fixes/fix.ts';
import { fixesFor } from '../../../../server/src/analysis/fixes/fixes.ts';
import { versionFromText } from '../../../../server/src/analysis/libraryVersions.ts';
import type { Mistake } from '../../../../server/src/analysis/mistakes.ts';
import type { Finding } from '../../../../server/src/analysis/rules/findings.ts';
import { check } from '../../../../server/src/analysis/rules/rules.ts';
import type { Span } from '../../../../server/src/base/span.ts';
import { runInProcess } from '../../../oracle/inProcess.ts';
import { type Caret, readCarets } from '../../fixtures/carets.ts';
import { defaultRules, firstLines, parse } from '../cases.ts';

export interface FixCase {
  readonly title: string;
  readonly before: string;
  readonly marks: readonly Caret[];
  /** `safe`, `manual` or `refused`, and what follows. */
  readonly outcome: readonly [kind: string, title: string];
  readonly after: string;
  /** What running both shows; null where they are not run. */
  readonly runs: readonly [before: string, after: string] | null;
}

/** The cases of a text. */
export function fixCases(text: string): readonly FixCase[] {
  return text.split(/^#: /m).slice(1).map(fixCase);
}

function fixCase(part: string): FixCase {
  const [title = '', ...lines] = part.split('\n');
  const [program = '', rest = ''] = lines.join('\n').split(/^(?=#> )/m);
  const [, kind = '', fixTitle = ''] = /^#> (\w+): (.*)$/m.exec(rest) ?? [];
  const runs = /^#~ (.*) ~> (.*)$/m.exec(rest);
  const after = rest.replace(/^#[>~] .*\n?/gm, '');
  const { stripped, marks } = withoutMarks(withFirstLines(program));
  return {
    title,
    before: stripped,
    marks,
    outcome: [kind, fixTitle],
    after: kind === 'refused' ? stripped : withFirstLines(after),
    runs: runs === null ? null : [runs[1] ?? '', runs[2] ?? ''],
  };
}

const withFirstLines = (program: string): string =>
  /^(import|from) /m.test(program) ? program : firstLines + program;

function withoutMarks(text: string): { readonly stripped: string; readonly marks: readonly Caret[] } {
  const markLine = /^\s*#\s*\^+ .*\n/gm;
  const removed = [...text.matchAll(markLine)].map((match) => ({
    start: match.index,
    length: match[0].length,
  }));
  const moved = (offset: number): number =>
    offset - removed.reduce((sum, { start, length }) => sum + (start < offset ? length : 0), 0);
  const marks = readCarets(text).map(({ span, label }) => ({
    span: { start: moved(span.start), end: moved(span.end) },
    label,
  }));
  return { stripped: text.replace(markLine, ''), marks };
}

export interface Checked {
  readonly file: ReturnType<typeof parse>;
  readonly analysis: Analysis;
  readonly findings: readonly Finding[];
}

/** Parses, analyses and checks a text. */
export function checked(text: string): Checked {
  const file = parse(text);
  const analysis = analyze(file);
  return { file, analysis, findings: check(file, analysis, defaultRules) };
}

/** The finding of a case, by the rules or from its mark; and whether a rule reports it. */
export function findingOf(program: Checked, marks: readonly Caret[]): { finding: Finding; isReal: boolean } {
  const [mark] = marks;
  if (mark === undefined) {
    const [first] = program.findings;
    if (first === undefined) throw new Error('no rule reports anything, and there is no mark');
    return { finding: first, isReal: true };
  }
  const rule = mark.label.split(' ', 1)[0] ?? '';
  const real = program.findings.find((one) => one.rule === rule && one.span.start === mark.span.start);
  if (real !== undefined && isLostAs(real, mark)) return { finding: real, isReal: true };
  const isDropped = /^(dropped|lost|overwritten)-/.test(rule);
  const subject: Finding['subject'] = isDropped
    ? droppedFrom(program, mark, rule)
    : { kind: 'mistake', mistake: mistakeFrom(program, mark, rule) };
  const finding = { rule, level: 'warning', span: mark.span, message: '', related: [], subject } as const;
  return { finding, isReal: false };
}

/** True when a finding about lost updates says the same way as the mark; any other one does. */
function isLostAs({ subject }: Finding, mark: Caret): boolean {
  const way = subject?.kind === 'scan' ? subject.scan.dropped?.way.kind : undefined;
  return way === undefined || mark.label.includes(`"kind": "${way}"`);
}

/** A scan whose updates are said to be lost in the way of the mark. */
function droppedFrom({ file, analysis }: Checked, mark: Caret, rule: string): Finding['subject'] {
  const scan = analysis.scans.find(({ callee }) => callee.start === mark.span.start);
  if (scan === undefined) throw new Error('there is no scan at the mark');
  const way = JSON.parse(mark.label.slice(rule.length)) as Record<string, string>;
  const spans = Object.entries(way).map(([name, text]) => {
    const start = file.text.indexOf(text);
    const isSpan = name === 'call' || name === 'return' || name === 'outer' || name === 'by';
    return [name, isSpan ? { start, end: start + text.length } : text];
  });
  const functions = scan.functions.filter(({ getsUpdates }) => !getsUpdates);
  const dropped = { way: Object.fromEntries(spans) as DroppedUpdates['way'], variables: [], functions };
  return { kind: 'scan', scan: { ...scan, dropped } };
}

/** Fields that hold a span are written as text of the program. */
const spanFields = new Set(['scan', 'initial', 'value', 'nonSequences', 'argument', 'receiver', 'draw']);

function mistakeFrom({ file, analysis }: Checked, mark: Caret, rule: string): Mistake {
  const text = mark.label.slice(rule.length).trim();
  const fields = Object.entries(JSON.parse(text === '' ? '{}' : text) as Record<string, unknown>);
  const find = (part: string): Span => {
    const start = file.text.indexOf(part);
    if (start < 0) throw new Error(`${part} is not in the program`);
    return { start, end: start + part.length };
  };
  const read = ([name, value]: [string, unknown]): [string, unknown] => {
    if (name === 'functions' && Array.isArray(value)) return [name, value.map((part) => find(String(part)))];
    const isSpan = spanFields.has(name) && typeof value === 'string' && !pythonValues.has(value);
    return [name, isSpan ? find(value) : value];
  };
  const [scan] = analysis.scans;
  const library = (['pytensor', 'aesara', 'theano'] as const).find((name) => file.text.includes(name));
  const version = versionFromText(library ?? 'theano', file.text);
  const spans = { scan: scan?.span ?? mark.span, initial: mark.span, value: mark.span, argument: mark.span };
  const known = { ...spans, version, ...Object.fromEntries(fields.map(read)) };
  return { kind: rule, span: mark.span, ...known } as unknown as Mistake;
}

/** Values of the field `value` of step-returns-python-value, which is no span. */
const pythonValues = new Set(['none', 'nothing', 'number', 'text', 'array']);

/** Checks one case: the fix, the text after it, and that the findings become fewer. */
export function expectFix({ before, marks, outcome, after }: FixCase): void {
  const program = checked(before);
  const { finding, isReal } = findingOf(program, marks);
  const [fix] = fixesFor(finding, program);
  expect(describeFix(fix)).toEqual(outcome);
  if (fix === undefined || 'refusal' in fix) return;
  const text = applyEdits(before, fix.edits);
  expect(text).toBe(after);
  const later = checked(text);
  expect(later.file.problems).toEqual([]);
  const count = (findings: readonly Finding[], rule: string) =>
    findings.filter((one) => one.rule === rule).length;
  for (const { rule } of later.findings)
    expect(count(later.findings, rule), rule).toBeLessThanOrEqual(count(program.findings, rule));
  if (isReal) expect(later.findings.length).toBeLessThan(program.findings.length);
}

function describeFix(fix: Fix | undefined): readonly [string, string] {
  if (fix === undefined) return ['none', ''];
  if ('refusal' in fix) return ['refused', `${fix.title}: ${fix.refusal}`];
  return [fix.isSafe ? 'safe' : 'manual', fix.title];
}

/** Runs both programs and compares what they show and leave. */
export async function expectRuns({ before, after, runs }: FixCase): Promise<void> {
  const shown = [await outcomeOf(before), await outcomeOf(after)];
  expect(shown).toEqual(runs);
}

/** The exception, or what was printed and the shared variables: `[2. 3.] a=1 b=0`. */
async function outcomeOf(text: string): Promise<string> {
  const { document } = await runInProcess(text);
  if (document.error !== null) return document.error.type;
  const state = Object.entries(document.finalState).flatMap(([name, value]) =>
    'rng' in value ? [] : [`${name}=${JSON.stringify(value.data.length === 1 ? value.data[0] : value.data)}`],
  );
  return [...document.stdout.split('\n').filter((line) => line !== ''), ...state].join(' ');
}
