/** The manifest is complete for both marketplaces: what they show, and what they refuse. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownReleases, oldestRelease } from '../../../scripts/support/codeServer.ts';
import { root } from './sources.ts';

interface Manifest {
  readonly [field: string]: unknown;
  readonly icon: string;
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const texts = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;

/** Those of the marketplaces' lists that suit us. */
const categories = ['Data Science', 'Education', 'Linters', 'Machine Learning', 'Notebooks'];
const hub = 'https://github.com/scanlens/scanlens';

/** Width and height as the header of a PNG says. */
function pngSize(file: string): readonly [number, number] {
  const data = readFileSync(join(root, file));
  if (data.toString('latin1', 1, 4) !== 'PNG') throw new Error(`${file} is no PNG`);
  return [data.readUInt32BE(16), data.readUInt32BE(20)];
}

describe('the page of the extension', () => {
  it('has a name, and a description that fits a line', () => {
    expect(manifest).toMatchObject({ name: 'scanlens', publisher: 'scanlens', displayName: 'ScanLens' });
    expect(texts['description']?.length).toBeLessThanOrEqual(145);
  });

  it('has an icon and a banner', () => {
    expect(pngSize(manifest.icon)).toEqual([256, 256]);
    expect(manifest['galleryBanner']).toEqual({ color: '#12263A', theme: 'dark' });
  });

  it('can be found', () => {
    expect([...manifest.categories].toSorted()).toEqual(categories);
    expect(manifest.keywords.length).toBeLessThanOrEqual(10);
    expect(new Set(manifest.keywords).size).toBe(manifest.keywords.length);
  });

  it('leads to the source, to people and to the licence', () => {
    expect(manifest).toMatchObject({
      repository: { type: 'git', url: `${hub}.git` },
      homepage: `${hub}#readme`,
      bugs: { url: `${hub}/issues` },
      qna: `${hub}/discussions`,
      license: 'MIT',
      pricing: 'Free',
    });
    expect(read('LICENSE')).toMatch(/^MIT License/);
    expect(read('CHANGELOG.md')).toMatch(/^# Changelog/);
  });

  it('shows pictures that exist, in formats that both marketplaces show', () => {
    const links = [...read('README.md').matchAll(/!\[[^\]]*\]\(([^)\s]+)|<img[^>]+src="([^"]+)"/g)];
    const pictures = links.map(([, markdown, html]) => markdown ?? html ?? '');
    expect(pictures.length).toBeGreaterThan(0);
    for (const picture of pictures) {
      expect(picture).toMatch(/^(?!https?:).*\.(png|gif)$/);
      expect(existsSync(join(root, picture)), picture).toBe(true);
    }
  });

  it('leads nowhere wrong', () => {
    const links = [...read('README.md').matchAll(/(?<!!)\[[^\]]*\]\((?!https?:|#)([^)#\s]+)/g)];
    expect(links.map(([, file = '']) => file).filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});

describe('where it runs', () => {
  it('is with the files, on the desktop and in the browser', () => {
    expect(manifest).toMatchObject({
      main: './dist/client/node.cjs',
      browser: './dist/client/browser.cjs',
      extensionKind: ['workspace'],
    });
  });

  it('is in the oldest VS Code that tests can have, and newer API does not compile', () => {
    expect(manifest.engines.vscode).toBe(`^${oldestRelease}.0`);
    expect(manifest.devDependencies['@types/vscode']).toBe(`${oldestRelease}.0`);
    expect(knownReleases).toContain(oldestRelease);
  });

  it('has a version that both marketplaces take', () => {
    expect(manifest['version']).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
