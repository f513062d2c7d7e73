/** The table of settings in the documents is that of the manifest. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../tidy/sources.ts';

const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  contributes: {
    configuration: { properties: Record<string, { default: unknown; enum?: readonly string[] }> };
  };
};
const section =
  /## Settings\n([\s\S]*?)\n## /.exec(readFileSync(join(root, 'docs/using.md'), 'utf8'))?.[1] ?? '';
const rows = [...section.matchAll(/^\| `([\w.]+)`\s*\| (\S+)\s*\| (.*) \|$/gm)].map(
  ([, name = '', value = '', text = '']) => ({ name: `scanlens.${name}`, value, text }),
);

test('has every setting with its default', () => {
  const expected = Object.entries(contributes.configuration.properties).map(([name, setting]) => [
    name,
    setting.default === ''
      ? 'empty'
      : `\`${typeof setting.default === 'string' ? setting.default : JSON.stringify(setting.default)}\``,
  ]);
  expect(rows.map(({ name, value }) => [name, value]).toSorted()).toEqual(expected.toSorted());
});

test('names every choice', () => {
  for (const { name, text } of rows)
    for (const choice of contributes.configuration.properties[name]?.enum ?? [])
      expect(text).toContain(`\`${choice}\``);
});
