/** Packages for one kind of machine have Dawn, where the thread that owns the device finds it. Packs that of this machine. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dawnFiles, readTarget, targets } from '../../scripts/support/dawn.ts';
import { packExtension } from '../../scripts/support/extensionPackage.ts';
import { openPackage, type PackedExtension } from './packedExtension.ts';

const dawn = 'dist/evaluator/node_modules/webgpu/';
let folder = '';
let packed: PackedExtension;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scanlens-package-'));
  packed = openPackage(
    await packExtension({ target: readTarget(`${process.platform}-${process.arch}`), folder }),
  );
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a target has the universal package and Dawn, for its machine only', () => {
  const universal = openPackage().files;
  const added = [...packed.files.keys()].filter((name) => !universal.has(name)).toSorted();
  expect(added.map((name) => name.replace(/dist\/[^/]+\/dawn\.node$/, 'dawn.node'))).toEqual(
    expect.arrayContaining(
      ['LICENSE.md', 'dawn.node', 'index.js', 'package.json'].map((name) => dawn + name),
    ),
  );
  expect(added.filter((name) => name.endsWith('dawn.node'))).toHaveLength(1);
  expect([...universal.keys()].filter((name) => !packed.files.has(name))).toEqual([]);
});

test('the licence of Dawn stands with the others', () => {
  expect(packed.text('THIRD-PARTY-LICENSES.txt')).toContain('The Dawn & Tint Authors');
});

test('the evaluator finds Dawn, and Node can load it', async () => {
  for (const name of packed.files.keys()) {
    if (!name.startsWith(dawn)) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), packed.bytes(name));
  }
  const found = createRequire(join(folder, 'dist', 'evaluator', 'gpu.cjs')).resolve('webgpu');
  expect(found.startsWith(join(folder, 'dist'))).toBe(true);
  const { create } = (await import(pathToFileURL(found).href)) as { create: unknown };
  expect(create).toBeTypeOf('function');
});

test('there is a binary for each target', () => {
  for (const target of targets) {
    expect(dawnFiles(target).files.filter((name) => name.endsWith('dawn.node'))).toHaveLength(1);
  }
});

test.each(['alpine-x64', 'linux-armhf', 'web', 'plan9'])(
  'a target without a binary is refused: %s',
  (name) => {
    expect(() => readTarget(name)).toThrow(`There is no Dawn for ${name}`);
  },
);
