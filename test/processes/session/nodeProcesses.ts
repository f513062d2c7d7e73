/** Real evaluator processes for tests: bundled when first needed, as what ships is, and run by the project's own Node. */
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { BackendChoice, RunEnd } from '../../../protocol/src/evaluator.ts';
import type { RunEvent } from '../../../protocol/src/results.ts';
import { EvaluatorHost, type RunHandle } from '../../../server/src/session/evaluatorHost.ts';
import type { Clock } from '../../../server/src/session/evaluatorProcess.ts';
import { nodeClock } from '../../../server/src/session/nodeClock.ts';
import {
  type NodeEvaluatorOptions,
  startNodeEvaluators,
} from '../../../server/src/session/nodeEvaluatorProcess.ts';
import { outputsOf } from '../../unit/session/fakeEvaluators.ts';

/** The project's Node, whatever runs the tests. */
export const projectNode = fileURLToPath(
  new URL(
    `../../../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`,
    import.meta.url,
  ),
);

let evaluator: Promise<NodeEvaluatorOptions> | null = null;
let commandLine: Promise<string> | null = null;

/** How tests start evaluators: from a bundle, because one file starts several times faster than all the sources. */
export function testEvaluator(): Promise<NodeEvaluatorOptions> {
  evaluator ??= bundleEvaluator();
  return evaluator;
}

/** The program `scanlens` as one file, with its evaluator where it looks for it. */
export function testCommandLine(): Promise<string> {
  commandLine ??= bundleCommandLine();
  return commandLine;
}

async function bundleEvaluator(): Promise<NodeEvaluatorOptions> {
  const entries = { node: 'session/nodeEvaluator', worker: 'session/nodeEvaluatorWorker' };
  return { execPath: projectNode, entry: join(await bundle(entries, 'evaluator'), 'node.cjs') };
}

async function bundleCommandLine(): Promise<string> {
  const [folder] = await Promise.all([bundle({ cli: 'cli/main' }, '.'), testEvaluator()]);
  return join(folder, 'cli.cjs');
}

/** Answers the folder. Tests run side by side, so each worker has one of its own. */
async function bundle(entries: Readonly<Record<string, string>>, subfolder: string): Promise<string> {
  const worker = process.env['VITEST_POOL_ID'] ?? '0';
  const folder = fileURLToPath(new URL(`../../../.cache/test-${worker}/${subfolder}`, import.meta.url));
  const sourceOf = (name: string): string =>
    fileURLToPath(new URL(`../../../server/src/${name}.ts`, import.meta.url));
  await build({
    entryPoints: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, sourceOf(path)])),
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  });
  return folder;
}

export interface StartedRun {
  readonly handle: RunHandle;
  readonly events: RunEvent[];
  /** Settled when the program has printed for the first time. */
  readonly hasPrinted: Promise<void>;
  /** Everything printed, once the run has ended. */
  readonly printed: Promise<string>;
  readonly ended: Promise<RunEnd>;
}

/** Waits ten times as long as a person would, so that a busy machine does not look like a process that hangs. */
const patientClock: Clock = {
  now: nodeClock.now,
  after: (delayMs, action) => nodeClock.after(10 * delayMs, action),
};

/** A host with real processes; `dispose` ends them. */
export class NodeHost {
  readonly children: ChildProcess[] = [];
  readonly logged: string[] = [];
  readonly host: EvaluatorHost;

  constructor(options: NodeEvaluatorOptions, clock: Clock = patientClock) {
    const start = startNodeEvaluators({
      ...options,
      onStart: (child) => this.children.push(child),
    });
    this.host = new EvaluatorHost({ start, clock, log: (text) => this.logged.push(text) });
  }

  run(
    text: string,
    options: {
      timeoutMs?: number;
      memoryBytes?: number;
      uri?: string;
      backend?: BackendChoice;
      reset?: boolean;
    } = {},
  ): StartedRun {
    const events: RunEvent[] = [];
    let tellPrinted = () => {};
    const hasPrinted = new Promise<void>((resolve) => {
      tellPrinted = resolve;
    });
    const handle = this.host.run(
      {
        uri: options.uri ?? 'file:///program.py',
        version: 1,
        text,
        cells: [{ start: 0, end: text.length }],
        reset: options.reset ?? false,
        workspace: { roots: [], texts: [] },
        options: {
          floatX: 'float64',
          backend: options.backend ?? 'auto',
          gpu: { allowFloat32: false },
          timeoutMs: options.timeoutMs ?? 20_000,
          memoryBytes: options.memoryBytes ?? 1024 ** 3,
        },
      },
      (event) => {
        events.push(event);
        if (event.type === 'output') tellPrinted();
      },
    );
    const { ended } = handle;
    return { handle, events, hasPrinted, ended, printed: ended.then(() => outputsOf(events).join('')) };
  }
}
