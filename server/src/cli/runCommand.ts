/** `scanlens run FILE`: runs a program in an evaluator process of its own and says what it did, as text or as JSON. */

import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BackendChoice, RunEnd } from '../../../protocol/src/evaluator.ts';
import type { RunEvent, RunOutcome } from '../../../protocol/src/results.ts';
import { LineIndex } from '../base/lineIndex.ts';
import { plainSpan } from '../base/span.ts';
import { plotText } from '../features/plotText.ts';
import { configuredFloatX } from '../project/project.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import { createPythonParser } from '../python/parser.ts';
import { EvaluatorHost } from '../session/evaluatorHost.ts';
import { type FloatXSources, resolveFloatX } from '../session/floatX.ts';
import { readParserAssets } from '../session/nodeAssets.ts';
import { nodeClock } from '../session/nodeClock.ts';
import { type NodeEvaluatorOptions, startNodeEvaluators } from '../session/nodeEvaluatorProcess.ts';
import { readFloatXSources } from '../session/nodeFloatX.ts';
import { programLibrary } from '../session/programLibrary.ts';
import { slashed, workspaceRoot } from './check/paths.ts';
import { Projects } from './check/projects.ts';
import { type CommandIo, exitCodes } from './commandIo.ts';
import { printRunDocument, type RunProgram, runDocument } from './runDocument.ts';
import { callSummary, failureText, warningText } from './runText.ts';
import { readSourceFile, type SourceFile } from './sourceFile.ts';
import { colorStyle, plainStyle } from './textStyle.ts';

export interface RunCommandOptions {
  readonly format: 'text' | 'json';
  readonly floatX: FloatXSources['option'];
  readonly backend: BackendChoice;
  /** A GPU may compute float64 programs in float32. */
  readonly allowFloat32: boolean;
  /** null: as long as it takes. */
  readonly timeoutSeconds: number | null;
  /** How evaluators are started; only tests say more than nothing. */
  readonly evaluator?: NodeEvaluatorOptions;
}

/** A script may use more than a cell in the editor. */
const memoryBytes = 4 * 1024 ** 3;

const outcomeCodes: Readonly<Record<RunOutcome, number>> = {
  finished: exitCodes.done,
  raised: exitCodes.failed,
  outOfBudget: exitCodes.failed,
  crashed: exitCodes.failed,
  cancelled: exitCodes.interrupted,
  notRun: exitCodes.unusable,
};

/** Runs the program at `path`; the promise gives the exit code. */
export async function runProgram(path: string, options: RunCommandOptions, io: CommandIo): Promise<number> {
  const source = readSourceFile(path);
  if ('problem' in source) {
    io.writeError(`${source.problem}\n`);
    return exitCodes.unusable;
  }
  const host = new EvaluatorHost({
    start: startNodeEvaluators(options.evaluator),
    clock: nodeClock,
    log: (text) => io.writeError(`${text}\n`),
  });
  try {
    // The process starts while the program is parsed here.
    host.warmUp(null);
    const file = await parse(source.text);
    return await runIn(host, { source, file, options, io });
  } finally {
    host.dispose();
  }
}

async function parse(text: string): Promise<ParsedFile> {
  const parser = await createPythonParser(readParserAssets());
  try {
    return parser.parse(text);
  } finally {
    parser.dispose();
  }
}

interface RunContext {
  readonly source: SourceFile;
  readonly file: ParsedFile;
  readonly options: RunCommandOptions;
  readonly io: CommandIo;
}

async function runIn(host: EvaluatorHost, context: RunContext): Promise<number> {
  const { source, file, options, io } = context;
  const folder = dirname(resolve(source.path));
  const library = programLibrary(file.module);
  const project = new Projects(undefined).of(slashed(source.path), workspaceRoot(folder, folder));
  const sources = readFloatXSources(options.floatX, [folder, process.cwd()]);
  const { value: floatX } = resolveFloatX({ ...sources, configured: configuredFloatX(project) }, library);
  const program: RunProgram = { text: source.text, library, python: file.python.major, floatX };
  const report = options.format === 'json' ? jsonReport(program, io) : textReport(context);
  const { timeoutSeconds } = options;
  const timeoutMs = timeoutSeconds === null ? Number.POSITIVE_INFINITY : timeoutSeconds * 1000;
  const run = host.run(
    {
      uri: pathToFileURL(source.path).href,
      version: 1,
      text: source.text,
      cells: file.cells.map(plainSpan),
      reset: true,
      options: {
        floatX,
        backend: options.backend,
        gpu: { allowFloat32: options.allowFloat32 },
        timeoutMs,
        memoryBytes,
        limitNames: { time: 'the option --timeout' },
        withoutValues: true,
      },
      workspace: { roots: [pathToFileURL(workspaceRoot(folder, folder)).href], texts: [] },
    },
    report.event,
  );
  const stopListening = io.onInterrupt(() => run.cancel());
  const end = await run.ended;
  stopListening();
  report.end(end);
  return outcomeCodes[end.outcome];
}

/** Says what happens while it happens, and the rest at the end. */
interface Report {
  readonly event: (event: RunEvent) => void;
  readonly end: (end: RunEnd) => void;
}

function jsonReport(program: RunProgram, io: CommandIo): Report {
  const events: RunEvent[] = [];
  return {
    event: (event) => events.push(event),
    end: (end) => io.writeOut(printRunDocument(runDocument(program, events, end))),
  };
}

function textReport({ source, io }: RunContext): Report {
  const style = io.isErrorColored ? colorStyle : plainStyle;
  const lines = new LineIndex(source.text);
  const events: RunEvent[] = [];
  return {
    event(event) {
      if (event.type === 'output') io.writeOut(event.text);
      else if (event.type === 'errorOutput') io.writeError(event.text);
      else if (event.type === 'warning') {
        io.writeError(warningText(source.path, lines.lineAt(event.warning.span.start) + 1, event.warning));
      } else if (event.type === 'plot') {
        io.writeError(`${source.path}:${lines.lineAt(event.span.start) + 1}: ${plotText(event.plot)}\n`);
      } else events.push(event);
    },
    end(end) {
      io.writeError(failureText(end, style));
      io.writeError(callSummary(events, end, { lines, style }));
    },
  };
}
