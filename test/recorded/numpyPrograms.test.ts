/** Whole programs in `numpyPrograms/` with what NumPy 1.24.4 and 2.4.6 printed for them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../unit/interpreter/runFixture.ts';

interface Recorded {
  readonly title: string;
  readonly source: readonly string[];
  readonly numpy1: readonly string[];
  /** Where it differs. */
  readonly numpy2?: readonly string[];
}

const folder = join(import.meta.dirname, 'numpyPrograms');
const programs = readdirSync(folder).flatMap(
  (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Recorded[],
);

describe.each([1, 2] as const)('what NumPy %i prints', (numpy) => {
  it.each(programs.map((program) => [program.title, program] as const))('%s', async (_, program) => {
    const run = await runProgram(`${program.source.join('\n')}\n`, { python: 3, numpy });
    expect(run.traceback).toBeNull();
    const expected = numpy === 2 ? (program.numpy2 ?? program.numpy1) : program.numpy1;
    expect(run.stdout.trimEnd().split('\n')).toEqual(expected);
  });
});
