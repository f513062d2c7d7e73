/**
 * What the code of the evaluator itself could reach: which modules it loads, and where code is made of text. Programs reach none of it;
 * this list is what a mistake could cost at most.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../unit/tidy/sources.ts';

/** These run in the language server, which starts evaluators and reads settings. */
const ofServer = ['nodeEvaluatorProcess', 'nodeFiles', 'nodeFloatX'];

const sources = globSync('server/src/{base,compile,graph,interpreter,python,session,tensor}/**/*.ts', {
  cwd: root,
})
  .filter((path) => !ofServer.some((name) => path.endsWith(`${name}.ts`)))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(root, path), 'utf8') }));

/** What is imported, by module; those of the checkout begin with a dot. */
function imported(): ReadonlyMap<string, ReadonlySet<string>> {
  const modules = new Map<string, Set<string>>();
  for (const { text } of sources) {
    for (const [, names, module] of text.matchAll(/^(?:import|export)\s([^;]*?)\bfrom '([^.'][^']*)';/gm)) {
      const known = modules.get(module!) ?? new Set();
      for (const name of names!.match(/\w+/g) ?? []) known.add(name);
      modules.set(module!, known);
    }
  }
  return modules;
}

/** Lines that make code of text, or ask for a module while they run; comments do not count. */
const makers =
  /^(?!\s*(?:\*|\/[/*])).*(?:\bnew (?:Function|MakeFunction)\b|(?<!function |[.\w#])(?:eval|Function|import|require)\()/;

describe('the code of the evaluator', () => {
  it('loads no module that starts programs or speaks to a network', () => {
    expect([...imported().keys()].toSorted()).toEqual([
      'gpu.js',
      ...['node:fs', 'node:module', 'node:os', 'node:path', 'node:url', 'node:v8', 'node:vm'],
      ...['node:worker_threads', 'web-tree-sitter'],
    ]);
  });

  it('takes of the file system what reads', () => {
    expect([...(imported().get('node:fs') ?? [])].toSorted()).toEqual([
      ...['existsSync', 'readFileSync', 'readdirSync', 'realpathSync', 'statSync'],
    ]);
  });

  it('compiles without looking at the names that programs give to variables', () => {
    const compiling = sources.filter(({ path }) =>
      /\/compile\/(?:lower|loopIr|backends\/(?:wasm|gpu))\//.test(path),
    );
    expect(compiling.length).toBeGreaterThan(50);
    const names = /\b(?:variable|input|output|shared|owner)\.name\b|printVariable|graphText/;
    expect(compiling.filter(({ text }) => names.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('makes code of text in one place, for gpu.js, and asks for one module while it runs', () => {
    const found = sources.flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((line) => makers.test(line) && !line.includes("': "))
        .map((line) => `${path.replace('server/src/', '')}: ${line.trim()}`),
    );
    expect(found).toEqual([
      expect.stringContaining('session/browserEvaluator.ts: const runGpuProgram'),
      expect.stringContaining("session/nodeGpuWorker.ts: return (await import('webgpu'))"),
    ]);
  });
});
