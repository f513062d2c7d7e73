/** Each recorded program prints here what the real Python and NumPy printed (see `recordedPrograms.ts`). */
import { describe, expect, it } from 'vitest';
import { runProgram } from '../unit/interpreter/runFixture.ts';
import {
  errorLine,
  knownDifferences,
  listRecordedPrograms,
  readText,
  recordedText,
} from './recordedPrograms.ts';

describe('recorded programs', () => {
  it.each(listRecordedPrograms().map((program) => [program.name, program] as const))(
    '%s',
    async (name, { folder, path, outputPath }) => {
      const { python, numpy } = folder;
      const { stdout, traceback } = await runProgram(readText(path), { python, numpy });
      const printed = recordedText(stdout, traceback === null ? null : errorLine(traceback));
      if (!Object.hasOwn(knownDifferences, name)) expect(printed).toBe(readText(outputPath));
      else expect(printed, 'it prints the right thing now').not.toBe(readText(outputPath));
    },
  );
});
