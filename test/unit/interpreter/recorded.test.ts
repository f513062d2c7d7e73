/** Each recorded program prints here what the real Python and NumPy printed (see `recordedPrograms.ts`). */
import { describe, expect, it } from 'vitest';
import { errorLine, listRecordedPrograms, readText, recordedText } from './recordedPrograms.ts';
import { runProgram } from './runFixture.ts';

describe('recorded programs', () => {
  it.each(listRecordedPrograms().map((program) => [program.name, program] as const))(
    '%s',
    async (_name, { folder, path, outputPath }) => {
      const { python, numpy } = folder;
      const { stdout, traceback } = await runProgram(readText(path), { python, numpy });
      expect(recordedText(stdout, traceback === null ? null : errorLine(traceback))).toBe(readText(outputPath));
    },
  );
});
