/** What an observer of a program is told. */
import { describe, expect, it } from 'vitest';
import { compiler } from '../../../server/src/compile/compile.ts';
import type { CompiledCallEvent, ScanEvent } from '../../../server/src/graph/functionGraph.ts';
import { runProgram } from './runFixture.ts';

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
