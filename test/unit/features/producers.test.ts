import { beforeAll, expect, test } from 'vitest';
import { LineIndex } from '../../../server/src/base/lineIndex.ts';
import { producersAt } from '../../../server/src/features/producers.ts';
import { createPythonParser, type PythonParser } from '../../../server/src/python/parser.ts';
import { readParserAssets } from '../../../server/src/session/nodeAssets.ts';

let parser: PythonParser;

beforeAll(async () => {
  parser = await createPythonParser(readParserAssets());
});

/** The lines (from 1) that give the name at `$0` its value, the best first. */
function linesOf(marked: string): readonly number[] {
  const offset = marked.indexOf('$0');
  const file = parser.parse(marked.replace('$0', ''));
  const lines = new LineIndex(file.text);
  return producersAt(file, offset).map(({ start }) => lines.lineAt(start) + 1);
}

test.each([
  ['the nearest binding above comes first', 'x = 1\nx = 2\nprint($0x)\nx = 3\n', [2, 1, 4]],
  ['from a name that is bound, the one before', 'x = 1\n$0x = x + 1\n', [1]],
  ['one that is bound only below', 'print($0x)\nx = 1\n', [2]],
  ['of a parameter, nothing outside counts', 'x = 1\ndef f(x):\n    return $0x\n', [2]],
  ['a name of the module from inside of a function', 'x = 1\ndef f():\n    return $0x\n', [1]],
  ['global statements bind for the module', 'def f():\n    global x\n    x = 1\nprint($0x)\n', [3]],
  ['functions, by their name', '@mark\ndef f():\n    pass\n$0f()\n', [2]],
  ['imports and loops', 'import numpy as np\nfor i in np.arange(3):\n    $0i\n', [2]],
  ['no name', '1 $0+ 2\n', []],
  ['a builtin', 'print$0(1)\n', []],
])('%s', (_, text, lines) => {
  expect(linesOf(text)).toEqual(lines);
});
