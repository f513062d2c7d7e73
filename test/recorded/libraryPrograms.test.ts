/** Programs of each library, with what they print and raise in their markers. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compiler } from '../../server/src/compile/compile.ts';
import { printMarkers, readMarkers } from '../unit/fixtures/markers.ts';
import { runProgram } from '../unit/interpreter/runFixture.ts';

const folder = join(import.meta.dirname, 'libraryPrograms');
const numpyOf = (file: string): 1 | 2 => (file.startsWith('pytensor') ? 2 : 1);

for (const file of readdirSync(folder).sort()) {
  const [, ...programs] = readFileSync(join(folder, file), 'utf8').split(/^# %% /m);
  describe(file, () => {
    it.each(programs.map((program) => [program.slice(0, program.indexOf('\n')), program] as const))(
      '%s',
      async (title, program) => {
        const text = program.slice(title.length);
        const { markers } = await runProgram(text, { python: 3, numpy: numpyOf(file), compiler });
        expect(printMarkers(markers)).toBe(printMarkers(readMarkers(text)));
      },
    );
  });
}
