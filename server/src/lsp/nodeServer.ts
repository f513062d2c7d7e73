/** The language server on Node: its parser, evaluators, clock and configuration files. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createPythonParser } from '../python/parser.ts';
import { readParserAssets, readTranslations } from '../session/nodeAssets.ts';
import { nodeClock } from '../session/nodeClock.ts';
import { startNodeEvaluators } from '../session/nodeEvaluatorProcess.ts';
import { NodeFiles } from '../session/nodeFiles.ts';
import { readFloatXSources } from '../session/nodeFloatX.ts';
import { serve } from './server.ts';
import type { ServerEnvironment } from './serverEnvironment.ts';

const environment: ServerEnvironment = {
  createParser: async () => createPythonParser(readParserAssets()),
  readTranslations,
  startEvaluator: startNodeEvaluators(),
  clock: nodeClock,
  files: new NodeFiles(pathOf),
  floatXSources: (option, uri, workspaceFolders) =>
    readFloatXSources(option, configurationFolders(uri, workspaceFolders)),
};

/**
 * Serves until the connection closes, then ends the process. With `stdio` over standard input and output (`scanlens lsp`),
 * else over what the arguments of the process say (`--node-ipc`).
 */
export function startLanguageServer(options: { readonly stdio: boolean }): void {
  const connection: Connection = options.stdio
    ? createConnection(ProposedFeatures.all, process.stdin, process.stdout)
    : createConnection(ProposedFeatures.all);
  serve(connection, environment);
}

/** The folder of the document, then those above it up to the folder of the workspace that holds it. */
export function configurationFolders(uri: string, workspaceFolders: readonly string[]): readonly string[] {
  const file = pathOf(uri);
  if (file === null) return [];
  const roots = new Set(workspaceFolders.flatMap((folder) => pathOf(folder) ?? []));
  const folders: string[] = [];
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    folders.push(folder);
    if (roots.has(folder)) return folders;
    if (folder === dirname(folder)) return folders.slice(0, 1);
  }
}

/** Null for what is not a local file. */
function pathOf(uri: string): string | null {
  if (!uri.startsWith('file:')) return null;
  try {
    return fileURLToPath(uri).replace(/(?<=.)[/\\]$/, '');
  } catch {
    return null;
  }
}
