/** Runs the command line as a person does, but with texts in place of the process's streams. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandIo } from '../../../server/src/cli/commandIo.ts';

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
