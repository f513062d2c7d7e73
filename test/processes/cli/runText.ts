/** `scanlens run` with a real evaluator and the streams of a test. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunCommandOptions, runProgram } from '../../../server/src/cli/runCommand.ts';
import { type CliResult, type RecordedIo, recordedIo, withFolder } from '../../unit/cli/cliRun.ts';
import { testEvaluator } from '../session/nodeProcesses.ts';

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
