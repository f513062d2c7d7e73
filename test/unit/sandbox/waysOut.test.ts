/**
 * What the code of the evaluator itself could reach: which modules it loads, and where code is made of text. Programs reach none of it;
 * this list is what a mistake could cost at most.
 */
import { describe, expect, it } from 'vitest';
import { readSources, type SourceFile, walk } from '../tidy/sources.ts';

const rooms = /^server\/src\/(?:base|compile|graph|interpreter|python|session|tensor)\//;
/** These run in the language server, which starts evaluators and reads settings. */
const ofServer = ['nodeEvaluatorProcess', 'nodeFiles', 'nodeFloatX'];
const sources = readSources().filter(
  ({ path }) => rooms.test(path) && !ofServer.some((name) => path.endsWith(`/${name}.ts`)),
);

interface Named {
  readonly name?: string;
  readonly value?: unknown;
}

interface Imported {
  readonly module: string;
  readonly names: readonly string[];
}

/** The modules that a file loads, with the names that it takes of them. */
function importsOf({ tree }: SourceFile): Imported[] {
  const found: Imported[] = [];
  walk(tree, (node) => {
    const { source, specifiers } = node as {
      source?: Named | null;
      specifiers?: readonly { readonly imported?: Named }[];
    };
    if (/^(?:Import|Export)/.test(node.type) && typeof source?.value === 'string')
      found.push({
        module: source.value,
        names: (specifiers ?? []).map(({ imported }) => imported?.name ?? '*'),
      });
    return undefined;
  });
  return found.filter(({ module }) => !module.startsWith('.'));
}

/** Where a file makes code of text, or asks for a module while it runs. */
function codeMakers({ path, tree }: SourceFile): string[] {
  const found: string[] = [];
  walk(tree, (node) => {
    const { callee, source } = node as { callee?: Named; source?: Named };
    const isCall = node.type === 'CallExpression' || node.type === 'NewExpression';
    if (isCall && /^(?:eval|Function|MakeFunction|require)$/.test(callee?.name ?? '')) found.push(callee!.name!);
    if (node.type === 'ImportExpression') found.push(`import ${String(source?.value)}`);
    return undefined;
  });
  return found.map((what) => `${path.replace('server/src/', '')}: ${what}`);
}

describe('the code of the evaluator', () => {
  const imports = sources.flatMap(importsOf);

  it('loads no module that starts programs or speaks to a network', () => {
    expect([...new Set(imports.map(({ module }) => module))].toSorted()).toEqual([
      'gpu.js',
      ...['node:fs', 'node:module', 'node:os', 'node:path', 'node:url', 'node:v8', 'node:vm', 'node:worker_threads'],
      ...['web-tree-sitter', 'webgpu'],
    ]);
  });

  it('takes of the file system what reads', () => {
    const names = imports.filter(({ module }) => module === 'node:fs').flatMap((each) => each.names);
    expect([...new Set(names)].toSorted()).toEqual([
      ...['existsSync', 'readFileSync', 'readdirSync', 'realpathSync', 'statSync'],
    ]);
  });

  it('makes code of text in one place, for gpu.js, and asks for one module while it runs', () => {
    expect(sources.flatMap(codeMakers)).toEqual([
      'session/browserEvaluator.ts: MakeFunction',
      'session/nodeGpuWorker.ts: import webgpu',
    ]);
  });
});
