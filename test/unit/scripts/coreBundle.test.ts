import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeCore, useCore } from '../../../scripts/support/coreBundle.ts';

const sources: Readonly<Record<string, string>> = {
  'server/src/base/counter.ts': `export const counter = { value: 0 };`,
  'server/src/session/count.ts': `
    import { counter } from '../base/counter.ts';
    export const count = (): number => ++counter.value;`,
  'server/src/session/nodeClock.ts': `export const platform = 'node';`,
  'server/src/session/nodeEntry.ts': `
    import { counter } from '../base/counter.ts';
    import { count } from './count.ts';
    import { platform } from './nodeClock.ts';
    import { api } from 'parts/lib/node/main.js';
    count();
    export const seen = [platform, counter.value, api];`,
  'server/src/session/browserEntry.ts': `
    import { api } from 'parts';
    export const seen = api;`,
  'node_modules/parts/package.json': `{ "name": "parts", "main": "./lib/common/api.js" }`,
  'node_modules/parts/lib/common/api.js': `exports.api = 'common';`,
  'node_modules/parts/lib/node/main.js': `
    Object.assign(exports, require('../common/api'));
    exports.api += ' node';`,
};

let root = '';

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'scanlens-core-')));
  for (const [name, text] of Object.entries(sources)) write(name, text);
});

afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, text: string): void {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Builds both entries and their core; gives what a bundle is made of. */
async function buildAll(): Promise<(name: string) => readonly string[]> {
  const common: BuildOptions = {
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    metafile: true,
    logLevel: 'silent',
    plugins: [useCore('out/core.cjs')],
  };
  const users: BuildOptions[] = [
    { ...common, entryPoints: ['server/src/session/nodeEntry.ts'], outfile: 'out/node/entry.cjs' },
    { ...common, entryPoints: ['server/src/session/browserEntry.ts'], outfile: 'out/browser.cjs' },
  ];
  const core = { ...common, plugins: [makeCore(users)], entryPoints: ['core'], outfile: 'out/core.cjs' };
  const inputs = new Map<string, readonly string[]>();
  for (const options of [...users, core]) {
    const { metafile } = await build(options);
    inputs.set(options.outfile ?? '', Object.keys(metafile?.inputs ?? {}));
  }
  return (name) => (inputs.get(name) ?? []).filter((input) => !input.startsWith('core')).sort();
}

const load = (name: string) => createRequire(import.meta.url)(join(root, name));

test('entries share the state of one core', async () => {
  await buildAll();
  expect(load('out/node/entry.cjs').seen).toEqual(['node', 1, 'common node']);
  expect(load('out/browser.cjs').seen).toBe('common');
  expect(load('out/core.cjs').server_src_session_count_ts.count()).toBe(2);
});

test('what belongs to a platform is in its entry, all else only in the core', async () => {
  const inputs = await buildAll();
  expect(inputs('out/node/entry.cjs')).toEqual([
    'node_modules/parts/lib/node/main.js',
    'server/src/session/nodeClock.ts',
    'server/src/session/nodeEntry.ts',
  ]);
  expect(inputs('out/browser.cjs')).toEqual(['server/src/session/browserEntry.ts']);
  expect(inputs('out/core.cjs')).toEqual([
    'node_modules/parts/lib/common/api.js',
    'server/src/base/counter.ts',
    'server/src/session/count.ts',
  ]);
});

test('a core is not made of entries that do not compile', async () => {
  write('server/src/session/browserEntry.ts', 'export const = 1;');
  await expect(buildAll()).rejects.toThrow('Expected identifier');
});
