/** Findings as SARIF and as commands of GitHub Actions. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { CheckedFinding } from '../../../server/src/cli/check/checkedFinding.ts';
import { githubReport } from '../../../server/src/cli/check/githubFormat.ts';
import { sarifReport } from '../../../server/src/cli/check/sarifFormat.ts';
import { checkFiles, dropped } from './checkRun.ts';

const finding: CheckedFinding = {
  file: 'a b/p.py',
  line: 3,
  column: 10,
  endLine: 3,
  endColumn: 21,
  lineText: 'out, u = theano.scan(f)',
  rule: 'dropped-updates',
  level: 'warning',
  message: 'Lost.',
  related: [],
};

/**
 * The schema is OASIS's as the package @microsoft/jest-sarif 1.0.0-beta.0 has it (MIT licence). It is written for an older
 * draft than the validator knows; what it uses means the same in both.
 */
function validator() {
  const text = readFileSync(join(import.meta.dirname, 'golden', 'sarif-2.1.0-rtm.5.json'), 'utf8');
  const { $schema: _, id: __, ...schema } = JSON.parse(text);
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
  return (log: unknown) => (validate(log) ? [] : validate.errors);
}

interface Result {
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

const violations = validator();

const sarifOf = (findings: readonly CheckedFinding[], problems: readonly string[] = []) =>
  JSON.parse(sarifReport(findings, { version: '1.2.3', problems }));

describe('SARIF', () => {
  it('of a real check keeps to the schema, and the schema refuses what does not', async () => {
    const { code, out } = await checkFiles({ 'p.py': dropped }, ['p.py', 'no.py'], 'sarif');
    const log = JSON.parse(out);
    expect(code).toBe(2);
    expect(violations(log)).toEqual([]);
    expect(log.runs[0].results).toHaveLength(1);
    expect(log.runs[0].invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'error', message: { text: 'no.py does not exist.' } }],
      },
    ]);
    log.runs[0].results[0].level = 'loud';
    expect(violations(log)).not.toEqual([]);
  });

  it('without findings keeps to it too', () => {
    expect(violations(sarifOf([]))).toEqual([]);
  });

  it('has regions, related places and relative addresses', () => {
    const related = { ...finding, line: 4, endLine: 5, message: 'Here.' };
    const [run] = sarifOf([{ ...finding, related: [related] }]).runs;
    expect(run.results[0]).toEqual({
      ruleId: 'dropped-updates',
      ruleIndex: expect.any(Number),
      level: 'warning',
      message: { text: 'Lost.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a%20b/p.py', uriBaseId: '%SRCROOT%' },
            region: { startLine: 3, startColumn: 10, endLine: 3, endColumn: 21 },
          },
        },
      ],
      relatedLocations: [
        {
          id: 1,
          message: { text: 'Here.' },
          physicalLocation: {
            artifactLocation: { uri: 'a%20b/p.py', uriBaseId: '%SRCROOT%' },
            region: { startLine: 4, startColumn: 10, endLine: 5, endColumn: 21 },
          },
        },
      ],
      partialFingerprints: { 'scanLens/v1': expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
    const { driver } = run.tool;
    expect(driver.rules[run.results[0].ruleIndex].id).toBe('dropped-updates');
    expect(driver).toMatchObject({ name: 'ScanLens', version: '1.2.3' });
    expect(run.originalUriBaseIds['%SRCROOT%'].uri).toMatch(/^file:\/\/\/.*\/$/);
  });

  it('names cells, outside files by their address, mild levels as notes', () => {
    const log = sarifOf([
      { ...finding, file: 'n.ipynb', cell: 2, level: 'hint' },
      { ...finding, file: '/elsewhere/p q.py', level: 'error' },
    ]);
    expect(violations(log)).toEqual([]);
    expect(log.runs[0].results).toMatchObject([
      { level: 'note', locations: [{ logicalLocations: [{ name: 'cell 2' }] }] },
      {
        level: 'error',
        locations: [{ physicalLocation: { artifactLocation: { uri: 'file:///elsewhere/p%20q.py' } } }],
      },
    ]);
  });

  it('gives equal lines fingerprints of their own, which stay when lines move', () => {
    const fingerprints = (findings: readonly CheckedFinding[]): string[] =>
      (sarifOf(findings).runs[0].results as Result[]).map((one) => one.partialFingerprints['scanLens/v1']!);
    const before = fingerprints([finding, finding]);
    expect(new Set(before).size).toBe(2);
    expect(fingerprints([{ ...finding, line: 33 }, finding])).toEqual(before);
  });
});

describe('GitHub', () => {
  it.each<[Partial<CheckedFinding>, string]>([
    [
      {},
      '::warning file=a b/p.py,line=3,endLine=3,col=10,endColumn=21,title=ScanLens dropped-updates::Lost.',
    ],
    [
      { level: 'information' },
      '::notice file=a b/p.py,line=3,endLine=3,col=10,endColumn=21,title=ScanLens dropped-updates::Lost.',
    ],
    [
      { level: 'error', endLine: 4 },
      '::error file=a b/p.py,line=3,endLine=4,title=ScanLens dropped-updates::Lost.',
    ],
    [
      { file: 'a,b:c%.py', message: '100 %\r\nlost: a, b' },
      '::warning file=a%2Cb%3Ac%25.py,line=3,endLine=3,col=10,endColumn=21,title=ScanLens dropped-updates::100 %25%0D%0Alost: a, b',
    ],
    [
      { file: 'n.ipynb', cell: 2 },
      '::warning file=n.ipynb,title=ScanLens dropped-updates::Cell 2, line 3: Lost.',
    ],
  ])('%j', (change, expected) => {
    expect(githubReport([{ ...finding, ...change }])).toBe(`${expected}\n`);
  });
});
