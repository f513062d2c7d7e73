/**
 * The programs of `programs/`: each file holds many small ones, divided by lines `# %% title`. What their markers say was
 * written down from CPython 3.12 and 2.7; the names of the files that begin with `python2` say which.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { runFixture } from './runFixture.ts';

const folder = join(import.meta.dirname, 'programs');

for (const name of readdirSync(folder).sort()) {
  const python = name.startsWith('python2') ? 2 : 3;
  const [, ...programs] = readFileSync(join(folder, name), 'utf8').split(/^# %% /m);
  describe(name, () => {
    it.each(programs.map((program) => [program.slice(0, program.indexOf('\n')), program] as const))(
      '%s',
      async (title, program) => {
        await runFixture(program.slice(title.length), { python });
      },
    );
  });
}
