/**
 * Two plugins of esbuild with which several entries share a core. Entries exist per platform (Node, browser); nearly everything that
 * they import belongs to none. That goes into one CommonJS file, the core: its exports are the modules that entries import,
 * and in the bundle of an entry such an import is a `require` of the core. The sources know nothing of it.
 */
import { dirname, join, relative } from 'node:path';
import { type BuildFailure, type BuildOptions, build, type Plugin, type PluginBuild } from 'esbuild';

/** The files that need Node or a browser, as in the settings of TypeScript; those of packages lie in folders of that name. */
const ofPlatform = /\/server\/src\/(cli\/|(lsp|session)\/(node|browser))|\/lib\/(node|browser)\//;
/** Marks requests of our own, so that they are resolved as if we did not exist. */
const resolving = Symbol('resolving');
const namespace = 'core';

/** For an entry: imports of what belongs to no platform lead to the core in `file`. */
export function useCore(file: string): Plugin {
  return {
    name: 'use-core',
    setup(build) {
      const { absWorkingDir: root, outfile } = build.initialOptions;
      if (root === undefined || outfile === undefined) throw new Error('no file to write');
      const core = relativeSpecifier(dirname(outfile), file);
      build.onResolve({ filter: /./, namespace }, () => ({ path: core, external: true }));
      redirectImports(build);
      build.onLoad({ filter: /./, namespace }, ({ path }) => ({
        contents: `module.exports = require('${core}').${exportName(root, path)};`,
      }));
    },
  };
}

/** For the core of these entries, whose entry point is named `core` too. */
export function makeCore(users: readonly BuildOptions[]): Plugin {
  return {
    name: 'make-core',
    setup(build) {
      const { absWorkingDir: root } = build.initialOptions;
      if (root === undefined) throw new Error('no folder to resolve in');
      build.onResolve({ filter: /^core$/ }, ({ kind, path }) =>
        kind === 'entry-point' ? { path, namespace } : undefined,
      );
      build.onLoad({ filter: /./, namespace }, () => loadCore(root, users));
    },
  };
}

function redirectImports(build: PluginBuild): void {
  build.onResolve(
    { filter: /./, namespace: 'file' },
    async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (kind === 'entry-point' || pluginData === resolving) return undefined;
      const found = await build.resolve(path, { importer, resolveDir, kind, pluginData: resolving });
      if (found.errors.length > 0 || found.external || ofPlatform.test(slashed(found.path))) return found;
      return { path: found.path, namespace };
    },
  );
}

/** Looks through the entries for what they import from the core. */
async function loadCore(root: string, users: readonly BuildOptions[]) {
  const modules = new Set<string>();
  const watchFiles = new Set<string>();
  try {
    for (const user of users) {
      const { metafile } = await build({ ...user, write: false, metafile: true, logLevel: 'silent' });
      for (const input of Object.keys(metafile.inputs)) {
        if (input.startsWith(`${namespace}:`)) modules.add(input.slice(namespace.length + 1));
        else watchFiles.add(join(root, input));
      }
    }
  } catch (failure) {
    const { errors } = failure as BuildFailure;
    const places = errors.flatMap(({ location }) => (location === null ? [] : [join(root, location.file)]));
    return { errors, watchFiles: places };
  }
  const exported = [...modules].sort().map((path) => {
    return `export * as ${exportName(root, path)} from ${JSON.stringify(path)};\n`;
  });
  return { contents: exported.join(''), resolveDir: root, watchFiles: [...watchFiles] };
}

/** Packages may lie outside of the checkout, when `node_modules` is a link. */
function exportName(root: string, path: string): string {
  const name = slashed(path).split('/node_modules/').slice(1).join('/') || slashed(relative(root, path));
  return name.replaceAll(/\W/g, '_');
}

function relativeSpecifier(folder: string, file: string): string {
  const path = slashed(relative(folder, file));
  return path.startsWith('.') ? path : `./${path}`;
}

const slashed = (path: string): string => path.replaceAll('\\', '/');
