/** What is in the package: every file with its size, against a list that `npx vitest run test/package -u` writes anew. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPackage } from './packedExtension.ts';

const golden = join(import.meta.dirname, 'golden', 'files.txt');
const largestBytes = 3e6;
/** A size may differ from the listed one by this part of it and this many bytes. */
const tolerance = { part: 0.1, bytes: 10_000 };

const { files, byteLength, text } = openPackage();
const manifest = JSON.parse(text('package.json')) as Record<string, unknown>;

/** The sizes of the list as it stands. */
function listedSizes(): ReadonlyMap<string, number> {
  const lines = existsSync(golden) ? readFileSync(golden, 'utf8').trimEnd().split('\n') : [];
  return new Map(
    lines.map((line) => {
      const [size = '', name = ''] = line.trim().split(/ {2}/);
      return [name, Number(size)];
    }),
  );
}

/** The listed size where it is still about right, otherwise two digits of the true one: a small edit changes nothing. */
function shownSize(size: number, listed: number | undefined): number {
  if (listed !== undefined && Math.abs(size - listed) <= listed * tolerance.part + tolerance.bytes)
    return listed;
  return Number(size.toPrecision(2));
}

test('has these files, of about these sizes', async () => {
  const listed = listedSizes();
  const lines = [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([name, { byteLength: size }]) => `${String(shownSize(size, listed.get(name))).padStart(8)}  ${name}`,
    );
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(golden);
});

test('is small', () => {
  expect(byteLength).toBeLessThanOrEqual(largestBytes);
});

test('runs on every machine', () => {
  const native = [...files.keys()].filter((name) => /\.(node|so|dylib|dll|exe)$|node_modules/.test(name));
  expect(native).toEqual([]);
});

test('has every file that its manifest names', () => {
  const named = [
    ...JSON.stringify(manifest).matchAll(/"(?:\.\/)?((?:dist|images|l10n|snippets|syntaxes)\/[^"]+)"/g),
  ];
  const missing = named.map(([, file = '']) => file).filter((file) => !files.has(file));
  expect(named.length).toBeGreaterThan(8);
  expect(missing).toEqual([]);
});

test('has an entry that the oldest VS Code loads in a browser', () => {
  expect(manifest).toMatchObject({ browser: './dist/client/browser.js' });
  expect(manifest).not.toHaveProperty('type');
});

test('says nothing about the development', () => {
  for (const field of ['scripts', 'devDependencies', 'overrides']) expect(manifest).not.toHaveProperty(field);
  expect([...files.keys()].filter((name) => /\.(ts|map)$|^test\//.test(name))).toEqual([]);
});

test('shows pictures wherever its readme is read', () => {
  const pictures = [...text('readme.md').matchAll(/!\[[^\]]*\]\(([^)\s]+)|<img[^>]+src="([^"]+)"/g)];
  const addresses = pictures.map(([, markdown, html]) => markdown ?? html ?? '');
  expect(addresses.length).toBeGreaterThan(0);
  for (const address of addresses) expect(address).toMatch(/^https:\/\/.+\.(png|gif)$/);
});
