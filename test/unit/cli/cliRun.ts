/** Runs the command line as a person does, but with texts in place of the process's streams. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandIo } from '../../../server/src/cli/commandIo.ts';
import { type RunCommandOptions, runProgram } from '../../../server/src/cli/runCommand.ts';
import { testEvaluator } from '../session/nodeProcesses.ts';

export interface CliResult {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

export interface RecordedIo extends CommandIo {
  readonly written: { out: string; error: string };
  /** What Ctrl-C would do now. */
  interrupt: (() => void) | null;
}

/** `input` is what standard input holds. */
export function recordedIo(onOut: (io: RecordedIo) => void = () => {}, input = ''): RecordedIo {
  const written = { out: '', error: '' };
  const io: RecordedIo = {
    written,
    interrupt: null,
    writeOut(text) {
      written.out += text;
      onOut(io);
    },
    writeError(text) {
      written.error += text;
    },
    readInput: () => Buffer.from(input),
    isOutColored: false,
    isErrorColored: false,
    onInterrupt(action) {
      io.interrupt = action;
      return () => {
        io.interrupt = null;
      };
    },
  };
  return io;
}

/** A folder that exists while `body` runs. */
export async function withFolder<T>(body: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'scanlens-'));
  try {
    return await body(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `scanlens run` on a file with this content. */
export function runText(
  content: string | Uint8Array,
  options: Partial<RunCommandOptions> & { fileName?: string; io?: RecordedIo } = {},
): Promise<CliResult> {
  const { fileName = 'program.py', io = recordedIo(), ...rest } = options;
  return withFolder(async (folder) => {
    const path = join(folder, fileName);
    writeFileSync(path, content);
    const code = await runProgram(
      path,
      {
        format: 'text',
        floatX: 'auto',
        backend: 'auto',
        allowFloat32: false,
        timeoutSeconds: 20,
        evaluator: await testEvaluator(),
        ...rest,
      },
      io,
    );
    const clean = (text: string) => text.replaceAll(folder, '.');
    return { code, out: io.written.out, error: clean(io.written.error) };
  });
}
