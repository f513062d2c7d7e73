/** What is told of dropped updates after a run, with the scans that the static half flags in the same text. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { DroppedScan } from '../../../../protocol/src/evaluator.ts';
import type { RunEvent } from '../../../../protocol/src/results.ts';
import { analyze } from '../../../../server/src/analysis/analyze.ts';
import { check } from '../../../../server/src/analysis/rules/rules.ts';
import { droppedScansOf } from '../../../../server/src/features/droppedScans.ts';
import type { PythonParser } from '../../../../server/src/python/parser.ts';
import { testParser } from '../../../oracle/inProcess.ts';
import { Session } from '../session.ts';

let parser: PythonParser;
beforeAll(async () => {
  parser = await testParser();
});

function flagged(text: string): readonly DroppedScan[] {
  const file = parser.parse(text);
  const analysis = analyze(file);
  const floatX = { floatX: 'float64', isDefaultFloatX: true } as const;
  return droppedScansOf(analysis, check(file, analysis, { ...floatX, levels: {} }));
}

const ghostsIn = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'dropped' ? event.updates.map(({ short }) => short) : []));

async function ghosts(text: string): Promise<readonly string[]> {
  const session = await Session.start();
  return ghostsIn(session.run(text, { droppedScans: flagged(text) }).events);
}

const libraries = ['theano', 'aesara', 'pytensor'] as const;

describe.each(libraries)('dropped updates with %s', (library) => {
  const seed = (updates: string) => `
import ${library} as lib
a = lib.shared(1, 'a')
values, updates = lib.scan(lambda: {a: a + 1}, n_steps=10)
f = lib.function([], a, ${updates})
print(f())
`;

  it('are told with what would be', async () => {
    expect(await ghosts(seed(''))).toEqual(['a stays 1 · dropped: would be 11']);
  });

  it('are not there where they are passed on', async () => {
    expect(await ghosts(seed('updates=updates'))).toEqual([]);
  });
});
