/**
 * Builds everything that ships into `dist/`: the client, the language server and the evaluator, each for Node and for the
 * browser, the command line, the two WebAssembly files of the parser, and the licences of what others wrote. `--watch` rebuilds on every change (F5 uses
 * it), `--minify` is what the package gets.
 */
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, type BuildResult, build, context } from 'esbuild';
import { makeCore, useCore } from './scripts/support/coreBundle.ts';
import { packageFolders, printLicences, readShippedPackage } from './scripts/support/thirdParty.ts';

const root = dirname(fileURLToPath(import.meta.url));
const isWatching = process.argv.includes('--watch');
const isMinified = process.argv.includes('--minify');

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  sourcemap: isMinified ? false : 'linked',
  minify: isMinified,
  // They are in the file of licences.
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

const defineBundleUrl = "const bundleUrl = require('node:url').pathToFileURL(__filename).href;";

/** CommonJS, because VS Code loads extensions with `require`. `import.meta.url` is given back to those who look for files. */
const forNode: BuildOptions = {
  ...shared,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: defineBundleUrl },
  external: ['vscode'],
};

const forBrowser: BuildOptions = {
  ...shared,
  platform: 'browser',
  target: 'es2023',
  mainFields: ['browser', 'module', 'main'],
  external: ['vscode'],
};

/** On both: what tree-sitter asks for on Node only stays as it is. */
const forBoth: BuildOptions = {
  ...shared,
  platform: 'neutral',
  target: ['node20', 'es2023'],
  conditions: ['module'],
  mainFields: ['module', 'main'],
  define: { 'import.meta.url': 'bundleUrl' },
  banner: {
    js: "const bundleUrl = typeof __filename === 'string' ? require('node:url').pathToFileURL(__filename).href : undefined;",
  },
  external: ['fs/promises', 'module'],
};

/** A core and the entries that share it. */
function withCore(core: string, users: readonly BuildOptions[]): readonly BuildOptions[] {
  const entries = users.map((user) => ({ ...user, plugins: [useCore(core)] }));
  return [...entries, { ...forBoth, plugins: [makeCore(entries)], entryPoints: ['core'], outfile: core }];
}

const bundles: readonly BuildOptions[] = [
  { ...forNode, entryPoints: ['client/src/node.ts'], outfile: 'dist/client/node.cjs' },
  { ...forBrowser, entryPoints: ['client/src/browser.ts'], outfile: 'dist/client/browser.cjs' },
  {
    ...shared,
    platform: 'browser',
    format: 'iife',
    target: 'es2023',
    // Their policy lets pages load nothing else, not even a source map from beside them.
    sourcemap: isMinified ? false : 'inline',
    entryPoints: ['client/webview/main.ts', 'client/webview/style.css'],
    outdir: 'dist/webview',
  },
  ...withCore('dist/server/core.cjs', [
    { ...forNode, entryPoints: ['server/src/lsp/node.ts'], outfile: 'dist/server/node.cjs' },
    { ...forBrowser, entryPoints: ['server/src/lsp/browser.ts'], outfile: 'dist/server/browser.cjs' },
    {
      ...forNode,
      // npm makes it a command.
      banner: { js: `#!/usr/bin/env node\n${defineBundleUrl}` },
      entryPoints: ['server/src/cli/main.ts'],
      outfile: 'dist/cli.cjs',
    },
  ]),
  { ...forNode, entryPoints: ['server/src/session/nodeEvaluator.ts'], outfile: 'dist/evaluator/node.cjs' },
  {
    ...forNode,
    entryPoints: ['server/src/session/nodeProductThread.ts'],
    outfile: 'dist/evaluator/productThread.cjs',
  },
  // gpu.js is large and needed by few: it is read when a program first goes to a GPU. Dawn is there or not.
  {
    ...forNode,
    entryPoints: ['server/src/session/nodeGpuWorker.ts'],
    outfile: 'dist/evaluator/gpu.cjs',
    external: ['vscode', 'webgpu', 'gl'],
  },
  {
    ...forBrowser,
    entryPoints: ['server/src/session/browserGpu.ts'],
    outfile: 'dist/evaluator/gpuBrowser.cjs',
  },
  ...withCore('dist/evaluator/core.cjs', [
    {
      ...forNode,
      entryPoints: ['server/src/session/nodeEvaluatorWorker.ts'],
      outfile: 'dist/evaluator/worker.cjs',
    },
    {
      ...forBrowser,
      entryPoints: ['server/src/session/browserEvaluator.ts'],
      outfile: 'dist/evaluator/browser.cjs',
    },
  ]),
];

const assets: readonly (readonly [string, string])[] = [
  ['web-tree-sitter/web-tree-sitter.wasm', 'dist/web-tree-sitter.wasm'],
  ['tree-sitter-python/tree-sitter-python.wasm', 'dist/tree-sitter-python.wasm'],
];

async function copyAssets(): Promise<void> {
  const require = createRequire(import.meta.url);
  await mkdir(join(root, 'dist'), { recursive: true });
  for (const [from, to] of assets) await copyFile(require.resolve(from), join(root, to));
}

/** For the packages that came into the bundles, and those of the assets. */
async function writeLicences(results: readonly BuildResult[]): Promise<void> {
  const bundles = results.flatMap(({ metafile }) => Object.values(metafile?.outputs ?? {}));
  const require = createRequire(import.meta.url);
  const folders = [
    ...[...packageFolders(bundles)].map((folder) => join(root, folder)),
    ...assets.map(([from]) => dirname(require.resolve(from))),
  ];
  const text = printLicences(folders.map(readShippedPackage));
  await writeFile(join(root, 'dist', 'THIRD-PARTY-LICENSES.txt'), text);
}

if (isMinified) await rm(join(root, 'dist'), { recursive: true, force: true });
await copyAssets();
if (isWatching) {
  // The task in .vscode/tasks.json waits for these two words.
  console.log('building');
  const contexts = await Promise.all(bundles.map((bundle) => context(bundle)));
  // A build that fails is built again when its files change; esbuild has printed why.
  await Promise.allSettled(contexts.map((one) => one.rebuild()));
  await Promise.all(contexts.map((one) => one.watch()));
  console.log('watching');
} else {
  // Every bundle is tried, so that one mistake does not hide another; esbuild prints what is wrong.
  const results = await Promise.allSettled(bundles.map((bundle) => build(bundle)));
  const built = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  if (built.length < bundles.length) process.exitCode = 1;
  else await writeLicences(built);
}
