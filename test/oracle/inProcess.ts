/** Runs a program in an evaluator in this process: for tests, which need no process of their own for each program. */
import type { BackendChoice, DroppedScan, EvaluatorMessage, RunEnd } from '../../protocol/src/evaluator.ts';
import type { RunEvent } from '../../protocol/src/results.ts';
import { type RunDocument, runDocument } from '../../server/src/cli/runDocument.ts';
import type { GpuHost } from '../../server/src/compile/backends/gpu/gpuDevice.ts';
import type { ParsedFile } from '../../server/src/python/parsedFile.ts';
import { createPythonParser, type PythonParser } from '../../server/src/python/parser.ts';
import { Evaluator } from '../../server/src/session/evaluator.ts';
import type { FloatX } from '../../server/src/session/floatX.ts';
import { readParserAssets } from '../../server/src/session/nodeAssets.ts';
import { programLibrary } from '../../server/src/session/programLibrary.ts';

export interface ProgramRun {
  readonly file: ParsedFile;
  readonly events: readonly RunEvent[];
  readonly end: RunEnd;
  readonly document: RunDocument;
}

export interface ProgramOptions {
  readonly floatX?: FloatX;
  readonly backend?: BackendChoice;
  readonly timeoutMs?: number;
  readonly memoryBytes?: number;
  readonly limitNames?: { readonly time?: string; readonly memory?: string };
  readonly fileName?: string;
  readonly gpu?: GpuHost;
  readonly allowFloat32?: boolean;
  /** Tell the values of expression statements too. */
  readonly withValues?: true;
  readonly droppedScans?: readonly DroppedScan[];
}

let sharedParser: Promise<PythonParser> | null = null;

/** One parser serves all runs of a process. */
export function testParser(): Promise<PythonParser> {
  sharedParser ??= createPythonParser(readParserAssets());
  return sharedParser;
}

/** Runs all cells of a program in a fresh namespace. */
export async function runInProcess(text: string, options: ProgramOptions = {}): Promise<ProgramRun> {
  const parser = await testParser();
  const messages: EvaluatorMessage[] = [];
  const evaluator = new Evaluator({
    parser,
    now: () => performance.now(),
    send: (batch) => messages.push(...batch),
    measureMemory: () => null,
    disk: null,
    gpu: options.gpu ?? null,
  });
  const file = parser.parse(text);
  const floatX = options.floatX ?? 'float64';
  evaluator.receive({
    type: 'run',
    runId: 1,
    uri: `file:///${options.fileName ?? 'program.py'}`,
    version: 1,
    text,
    cells: file.cells.map(({ start, end }) => ({ start, end })),
    reset: true,
    droppedScans: options.droppedScans ?? [],
    options: {
      floatX,
      backend: options.backend ?? 'auto',
      gpu: { allowFloat32: options.allowFloat32 === true },
      timeoutMs: options.timeoutMs ?? 5000,
      memoryBytes: options.memoryBytes ?? 1024 ** 3,
      ...(options.limitNames ? { limitNames: options.limitNames } : {}),
      ...(options.withValues ? {} : { withoutValues: true }),
    },
    workspace: { roots: [], texts: [] },
  });
  const events = messages.flatMap((message) => (message.type === 'event' ? [message.event] : []));
  const ended = messages.find((message) => message.type === 'ended');
  if (ended === undefined) throw new Error('the run did not end');
  const program = { text, library: programLibrary(file.module), python: file.python.major, floatX };
  return { file, events, end: ended.end, document: runDocument(program, events, ended.end) };
}
