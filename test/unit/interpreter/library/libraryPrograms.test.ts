/** Programs of each library, with what they print and raise in their markers. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compiler } from '../../../../server/src/compile/compile.ts';
import type { CompiledCallEvent, ScanEvent } from '../../../../server/src/graph/functionGraph.ts';
import { printMarkers, readMarkers } from '../../fixtures/markers.ts';
import { runProgram } from '../runFixture.ts';

const folder = join(import.meta.dirname, 'programs');
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

describe('events', () => {
  it('tell of scans and calls where the program makes them', async () => {
    const calls: CompiledCallEvent[] = [];
    const scans: ScanEvent[] = [];
    const program = `import theano
a = theano.shared(1, name='a')
v, u = theano.scan(lambda: (a, {a: a + 1}), n_steps=3)
f = theano.function([], v, updates=u)
f()
`;
    await runProgram(program, {
      python: 3,
      numpy: 1,
      compiler,
      observer: {
        output: () => undefined,
        value: () => undefined,
        warning: () => undefined,
        call: (event) => calls.push(event),
        scan: (event) => scans.push(event),
      },
    });
    const at = (span: { start: number; end: number }): string => program.slice(span.start, span.end);
    expect(
      scans.map(({ span, kind, outputCount, updates }) => [
        at(span).slice(0, 12),
        kind,
        outputCount,
        updates?.map((one) => one.name),
      ]),
    ).toEqual([['theano.scan(', 'scan', 1, ['a']]]);
    expect(
      calls.map(({ span, stateChanges, backend }) => [
        at(span),
        backend,
        stateChanges.map((change) => [change.before.at(0), change.after.at(0)]),
      ]),
    ).toEqual([['f()', 'wasm', [[1n, 4n]]]]);
  });
});
