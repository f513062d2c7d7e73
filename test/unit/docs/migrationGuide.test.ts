/** The guide from Theano to PyTensor 3: its table of names agrees with what the libraries have, its messages with what they say. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pytensorNames } from '../../../server/src/interpreter/modules/library/names/pytensorNames.ts';
import { theanoNames } from '../../../server/src/interpreter/modules/library/names/theanoNames.ts';
import { runInProcess } from '../../oracle/inProcess.ts';
import { root } from '../tidy/sources.ts';

const guide = readFileSync(join(root, 'docs/guides/from-theano-to-pytensor-3.md'), 'utf8');
const tableAfter = (heading: string): readonly (readonly string[])[] => {
  const [, table = ''] =
    new RegExp(`^## ${heading}\\n\\n(?:[^|].*\\n)*((?:\\|.*\\n)+)`, 'm').exec(guide) ?? [];
  const lines = table.trimEnd().split('\n').slice(2);
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
};

/** The dotted names in a cell that begin with a package. */
const namesIn = (cell: string | undefined, start: RegExp): readonly string[] =>
  [...(cell ?? '').matchAll(/`([\w.]+)[^`]*`/g)].flatMap(([, name = '']) => (start.test(name) ? [name] : []));

const has = (names: typeof pytensorNames, path: string): boolean => {
  const parts = path.split('.');
  return names[parts.slice(0, -1).join('.')]?.().has(parts.at(-1) ?? '') === true;
};

test('old names are of Theano, new ones of PyTensor', () => {
  const rows = tableAfter('Names and imports');
  const old = rows
    .flatMap(([before]) => namesIn(before, /^T\./))
    .map((name) => name.replace('T.', 'tensor.'));
  const now = rows.flatMap(([, after]) => namesIn(after, /^pt\.|^pytensor\./));
  expect(old.length).toBeGreaterThan(8);
  expect(old.filter((name) => !has(theanoNames, name))).toEqual([]);
  const paths = now.map((name) => name.replace(/^pt\./, 'tensor.').replace(/^pytensor\./, ''));
  expect(paths.filter((name) => !has(pytensorNames, name))).toEqual([]);
  expect(old.filter((name) => has(pytensorNames, name))).toEqual([]);
});

/** Programs that raise, one for each message that no example of the guide shows, after `import pytensor, …`. */
const raising: readonly string[] = [
  'pytensor.function([], updates=(a, a + 1))',
  'pytensor.scan(lambda v: v if v > 0 else -v, sequences=x, return_updates=False)',
  "pytensor.scan(lambda v: v, outputs_info={'initail': x}, n_steps=2, return_updates=False)",
  "pytensor.function([x], {'twice': x * 2})",
  'pt.nnet',
  'pt.random.RandomStream(seed=1)',
];

test('messages that no example shows are those that programs meet', async () => {
  const told: string[] = [];
  for (const line of raising) {
    const program = `import pytensor\nimport pytensor.tensor as pt\na = pytensor.shared(1)\nx = pt.vector('x')\n${line}\n`;
    const { events, end } = await runInProcess(program);
    if (end.error !== null) told.push(`${end.error.type}: ${end.error.message}`);
    for (const event of events)
      if (event.type === 'warning') told.push(`${event.warning.category}: ${event.warning.message}`);
  }
  const shown = [...guide.matchAll(/# (?:!>|=>) (\w+(?:Error|Warning): .*)$/gm)].map(([, text = '']) => text);
  const messages = tableAfter('What raises which message').map(
    ([cell = '']) =>
      cell
        .replace(/^(\w+): `+/, '$1: ')
        .replace(/`+$/, '')
        .split('…')[0] ?? '',
  );
  expect(messages.length).toBeGreaterThan(8);
  expect(messages.filter((text) => ![...told, ...shown].some((one) => one.startsWith(text.trim())))).toEqual(
    [],
  );
});
