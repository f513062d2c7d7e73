/** Lenses over scans. */
import { describe, expect, test } from 'vitest';
import { linkCommands } from '../../../protocol/src/editor.ts';
import { scanLenses } from '../../../server/src/features/scanLenses.ts';
import { program, uri } from './featureFixture.ts';

function lensesOf(text: string, hasLinkCommands = true) {
  const { analysis, file, view } = program(text);
  return scanLenses(analysis, { file, view, hasLinkCommands });
}

const titles = (text: string) => lensesOf(text).map(({ command }) => command?.title);

const makes = (updates: string) => `o, u = theano.scan(lambda v: (v, ${updates}), x)\n`;

describe('titles', () => {
  test.each([
    ['o, u = theano.scan(lambda v: [v, v], x)\n', '2 outputs · no updates'],
    ['o, u = theano.scan(lambda v: helper(v), x)\n', 'outputs unknown · updates unknown'],
    ['o, u = theano.scan(lambda: {a: a + 1}, n_steps=2)\n', 'no outputs · 1 update, dropped'],
    [makes('{a: a + 1}'), '1 output · 1 update'],
    [`${makes('{a: a + 1, b: b * 2.0}')}f = theano.function([x], o)\n`, '1 output · 2 updates, dropped'],
    [`${makes('{a: a + 1}')}f = theano.function([x], o, updates=u)\n`, '1 output · 1 update → f'],
    [
      `${makes('{a: a + 1}')}f = theano.function([x], o, updates=u)\nself.g = theano.function([x], o, updates=u)\n`,
      '1 output · 1 update → f, self.g',
    ],
    [`${makes('{a: a + 1}')}run(theano.function([x], o, updates=u))\n`, '1 output · 1 update → a function'],
  ])('%s', (text, expected) => expect(titles(text)).toEqual([expected]));
});

describe('a click', () => {
  const text = `${makes('{a: a + 1}')}f = theano.function([x], o, updates=u)\ng = theano.function([x], o)\n`;

  test('lists where updates are made, where they go, and who goes without', () => {
    const [lens] = lensesOf(text);
    expect(lens?.command?.command).toBe(linkCommands.showPlaces);
    const [document, position, places] = lens?.command?.arguments ?? [];
    expect([document, position]).toEqual([uri, { line: 6, character: 7 }]);
    expect(places.map(({ range }: { range: { start: unknown } }) => range.start)).toEqual([
      { line: 6, character: 34 },
      { line: 7, character: 36 },
      { line: 8, character: 4 },
    ]);
  });

  test('does nothing in other editors, and where there is nothing to list', () => {
    expect(lensesOf(text, false)[0]?.command?.command).toBe('');
    expect(lensesOf('o, u = theano.scan(lambda v: v, x)\n')[0]?.command?.command).toBe('');
  });
});
