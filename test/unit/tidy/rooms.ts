/** Table of the rooms: what may import what, and which package may be named where. The words are in ARCHITECTURE.md. */

export interface Room {
  readonly name: string;
  /** From the root of the checkout, with a slash at its end. */
  readonly folder: string;
  /** Names of the rooms it may import from, beside itself. */
  readonly imports: readonly string[];
}

const serverRooms = [
  'analysis',
  'base',
  'compile',
  'features',
  'graph',
  'interpreter',
  'project',
  'protocol',
  'python',
  'session',
  'tensor',
];

export const rooms: readonly Room[] = [
  { name: 'protocol', folder: 'protocol/src/', imports: [] },
  { name: 'base', folder: 'server/src/base/', imports: [] },
  { name: 'python', folder: 'server/src/python/', imports: ['base'] },
  { name: 'tensor', folder: 'server/src/tensor/', imports: ['base'] },
  { name: 'analysis', folder: 'server/src/analysis/', imports: ['python', 'tensor', 'base'] },
  { name: 'project', folder: 'server/src/project/', imports: ['analysis', 'python', 'base'] },
  { name: 'graph', folder: 'server/src/graph/', imports: ['tensor', 'base'] },
  { name: 'compile', folder: 'server/src/compile/', imports: ['graph', 'tensor', 'base'] },
  { name: 'interpreter', folder: 'server/src/interpreter/', imports: ['python', 'graph', 'tensor', 'base'] },
  {
    name: 'session',
    folder: 'server/src/session/',
    imports: ['interpreter', 'compile', 'graph', 'tensor', 'python', 'protocol', 'base'],
  },
  {
    name: 'features',
    folder: 'server/src/features/',
    imports: ['analysis', 'project', 'python', 'protocol', 'base'],
  },
  { name: 'lsp', folder: 'server/src/lsp/', imports: serverRooms },
  { name: 'cli', folder: 'server/src/cli/', imports: serverRooms },
  { name: 'scene', folder: 'client/scene/', imports: ['protocol'] },
  { name: 'client', folder: 'client/src/', imports: ['scene', 'protocol'] },
  { name: 'webview', folder: 'client/webview/', imports: ['scene', 'protocol'] },
];

/** Imports between rooms that the table does not allow in general. */
export const extraImports: readonly {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}[] = [
  {
    from: 'server/src/cli/',
    to: 'server/src/lsp/nodeServer.ts',
    reason: '`scanlens lsp` starts the language server',
  },
];

/**
 * Where a package may be imported: beginnings of paths. A package that is not here may not be imported in any room. `node:`
 * stands for all of Node's own modules.
 */
export const packagePlaces: Readonly<Record<string, readonly string[]>> = {
  'node:': ['server/src/lsp/node', 'server/src/cli/', 'server/src/session/node', 'client/src/node'],
  vscode: ['client/src/'],
  'vscode-languageclient': ['client/src/'],
  'vscode-languageserver': ['server/src/lsp/'],
  'vscode-languageserver-textdocument': ['server/src/lsp/', 'client/src/'],
  'vscode-languageserver-types': ['server/src/lsp/', 'server/src/features/'],
  'web-tree-sitter': ['server/src/python/'],
  'numpy-ts': ['server/src/tensor/', 'server/src/compile/backends/reference'],
  'toml-eslint-parser': ['server/src/project/'],
  uplot: ['client/webview/inspector/linePlot'],
  ignore: ['server/src/project/'],
  'gpu.js': ['server/src/compile/backends/gpu'],
  webgpu: ['server/src/session/nodeGpu'],
};

/** Names that say nothing about what a file holds. */
export const emptyNames: readonly string[] = ['common', 'helpers', 'index', 'misc', 'util', 'utils'];

export const limits = { fileLines: 500, functionLines: 80, parameters: 4 } as const;
