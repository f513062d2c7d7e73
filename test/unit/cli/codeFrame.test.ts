import { expect, it } from 'vitest';
import type { CheckedPlace } from '../../../server/src/cli/check/checkedFinding.ts';
import { codeFrame } from '../../../server/src/cli/check/codeFrame.ts';
import { colorStyle, plainStyle } from '../../../server/src/cli/textStyle.ts';

/** The frame around `marked` in a line. */
function frame(lineText: string, marked: string, change: Partial<CheckedPlace> = {}): readonly string[] {
  const column = lineText.indexOf(marked) + 1;
  const place = { file: 'a.py', line: 7, column, endLine: 7, endColumn: column + marked.length, lineText };
  return codeFrame({ ...place, ...change }, plainStyle, ['', '']);
}

it.each([
  ['x = scan(f)', 'scan', 'x = scan(f)', '    ^^^^'],
  ['\tx = scan(f)', 'scan', '    x = scan(f)', '        ^^^^'],
  ["x = '😀', scan(f)", 'scan', "x = '😀', scan(f)", '          ^^^^'],
  ["x = '漢字', scan", 'scan', "x = '漢字', scan", '            ^^^^'],
  ['e\u0301 = scan', 'scan', 'e\u0301 = scan', '    ^^^^'],
  ['\u001b[31mx = scan', 'scan', '\ufffd[31mx = scan', '         ^^^^'],
  ['a\u202eb scan', 'scan', 'a\ufffdb scan', '    ^^^^'],
  ['scan', '', 'scan', '^'],
])('%j', (text, marked, line, carets) => {
  expect(frame(text, marked)).toEqual(['  |', `7 | ${line}`, `  | ${carets}`]);
});

it('of several lines has carets to the end of the first', () => {
  expect(frame('x = scan(f,  ', 'scan', { endLine: 9, endColumn: 2 })[2]).toBe('  |     ^^^^^^^');
});

it('of a long line shows the part around the place', () => {
  const text = `${'a'.repeat(200)} scan(${'b'.repeat(200)})`;
  const [, line, carets] = frame(text, 'scan');
  expect(line).toBe(`7 | …${'a'.repeat(29)} scan(${'b'.repeat(65)}…`);
  expect(carets).toBe(`  | ${' '.repeat(31)}^^^^`);
  expect(frame(`scan(${'b'.repeat(200)})`, 'scan')[1]).toBe(`7 | scan(${'b'.repeat(95)}…`);
});

it('has room for the number of the line', () => {
  expect(frame('scan', 'scan', { line: 1234, endLine: 1234 })).toEqual([
    '     |',
    '1234 | scan',
    '     | ^^^^',
  ]);
});

it('can be coloured', () => {
  const place = { file: 'a.py', line: 1, column: 1, endLine: 1, endColumn: 3, lineText: 'ab' };
  expect(codeFrame(place, colorStyle, colorStyle.red)[2]).toContain('\u001b[31m^^\u001b[39m');
});
