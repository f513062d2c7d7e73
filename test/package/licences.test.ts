/** The licences of others in the package: of every package that the sources import, whether or not the build told of it. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/support/paths.ts';
import { openPackage } from './packedExtension.ts';

const licences = openPackage().text('THIRD-PARTY-LICENSES.txt');
const [, list = ''] = /follow:\n\n((?: {2}.+\n)+)/.exec(licences) ?? [];
const titles = list
  .trimEnd()
  .split('\n')
  .map((line) => line.trim());
const names = new Set(titles.map((title) => title.replace(/ \S+$/, '')));

/** Given by the editor, or in packages for some machines only. */
const fromElsewhere = new Set(['vscode', 'webgpu']);
const imports =
  /^(?:import|export)(?! type\b).*? from '([^'.][^']*)'|^\} from '([^'.][^']*)'|\bimport\('([^'.][^']*)'\)/gm;

/** The packages that files which ship import, without those of Node. */
function importedPackages(): readonly string[] {
  const sources = globSync('{client,server,protocol}/{src,scene,webview}/**/*.ts', { cwd: root });
  const specifiers = sources.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(imports)].map((found) => found.slice(1).join('')),
  );
  const packages = specifiers
    .filter((specifier) => !specifier.startsWith('node:'))
    .map((specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? '');
  return [...new Set(packages)].filter((name) => !fromElsewhere.has(name));
}

const imported = importedPackages();

test('name every package that the sources import', () => {
  expect(imported).toContain('vscode-languageclient');
  expect(imported.filter((name) => !names.has(name))).toEqual([]);
});

test('name the parser, which comes as WebAssembly', () => {
  expect([...names]).toEqual(expect.arrayContaining(['web-tree-sitter', 'tree-sitter-python']));
});

test('have a text for each, and all allow what we do', () => {
  for (const title of titles) {
    const [, text = ''] = licences.split(`\n${title}\n${'-'.repeat(80)}\n`);
    expect(text.split('-'.repeat(80))[0], title).toMatch(/permission|permitted|license/i);
  }
  expect(licences).not.toMatch(/GNU (Affero |Lesser )?General Public License\s+Version/i);
});

test('are those of the versions that are installed', () => {
  for (const name of imported) {
    const { version } = JSON.parse(
      readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'),
    ) as { version: string };
    expect(titles).toContain(`${name} ${version}`);
  }
});
