import { expect, it } from 'vitest';
import { positiveNumber, readCommandLine } from '../../../server/src/cli/commandLine.ts';

const rules = { format: ['text', 'json'], timeout: positiveNumber };
const read = (...args: string[]) => {
  const line = readCommandLine(args, rules);
  return 'problem' in line ? line.problem : { paths: line.paths, options: Object.fromEntries(line.options) };
};

it.each([
  [['a.py'], { paths: ['a.py'], options: {} }],
  [['a.py', '--format', 'json', 'b.py'], { paths: ['a.py', 'b.py'], options: { format: 'json' } }],
  [['--format=json', '--timeout=1.5'], { paths: [], options: { format: 'json', timeout: '1.5' } }],
  [['--', '--format'], { paths: ['--format'], options: {} }],
  [['-'], { paths: ['-'], options: {} }],
  [['--frmat', 'json'], 'Unknown option --frmat.'],
  [['-x'], 'Unknown option -x.'],
  [['--toString=1'], 'Unknown option --toString.'],
  [['--format'], 'The option --format needs a value.'],
  [['--format', 'xml'], '--format can not be "xml"; it is one of text, json.'],
  [['--timeout', '-1'], '--timeout can not be "-1".'],
  [['--timeout', 'soon'], '--timeout can not be "soon".'],
])('%j', (args, expected) => {
  expect(read(...args)).toEqual(expected);
});
