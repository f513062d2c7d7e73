/** Runs `scanlens check` on files that exist while it runs. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckOptions } from '../../../server/src/cli/check/checkOptions.ts';
import { runCheck } from '../../../server/src/cli/checkCommand.ts';
import { type CliResult, recordedIo, withFolder } from './cliRun.ts';

export const dropped = `import theano
a = theano.shared(1)
out, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
f = theano.function([], out)
`;
export const fine = dropped.replace('[], out)', '[], out, updates=u)');

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Checks `paths` in a folder with these files; the folder's name is left out of what is said. `-` has the text `input`. */
export function checkFiles(
  files: Files,
  paths: readonly string[],
  given: CheckOptions['format'] | Given,
): Promise<CliResult> {
  const { input = '', ...options }: Given = typeof given === 'string' ? { format: given } : given;
  return withFolder(async (folder) => {
    writeFiles(folder, files);
    const io = recordedIo(undefined, input);
    const inside = (path: string) => (path === '-' ? path : join(folder, path));
    const code = await runCheck(paths.map(inside), withPaths(options, inside), io);
    const plain = (text: string) => text.replaceAll(`${folder}/`, '').replaceAll(folder, '.');
    return { code, out: plain(io.written.out), error: plain(io.written.error) };
  });
}

type Given = Partial<CheckOptions> & { readonly input?: string };

function withPaths(options: Partial<CheckOptions>, inside: (path: string) => string): Partial<CheckOptions> {
  const { configuration, baseline, inputName } = options;
  return {
    ...options,
    ...(configuration !== undefined && 'path' in configuration
      ? { configuration: { from: 'file', path: inside(configuration.path) } }
      : {}),
    ...(baseline == null ? {} : { baseline: inside(baseline) }),
    ...(inputName == null ? {} : { inputName: inside(inputName) }),
  };
}

export function writeFiles(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** The files of the findings in a JSON report. */
export const filesIn = (json: string): readonly string[] =>
  (JSON.parse(json) as { file: string }[]).map(({ file }) => file);

export const readIn = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');
