/** A notebook, whatever is in it, is a text with its cells at their places, or a sentence why not. */
import { ok } from 'node:assert/strict';
import fc from 'fast-check';
import { readNotebook } from '../../server/src/python/notebook.ts';
import { testParser } from '../oracle/inProcess.ts';
import { notebooks } from './corpus.ts';
import { mutatedProgram } from './mutations.ts';
import { fuzzTarget } from './target.ts';

const parser = await testParser();

const odd = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.string(),
  fc.constant([]),
  fc.constant({}),
);

const source = fc.oneof(
  { weight: 6, arbitrary: mutatedProgram },
  { weight: 4, arbitrary: mutatedProgram.map((text) => text.split(/(?<=\n)/)) },
  odd,
);

const cell = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record(
      {
        cell_type: fc.oneof({ weight: 9, arbitrary: fc.constantFrom('code', 'markdown', 'raw') }, odd),
        source,
        input: source,
        outputs: odd,
      },
      { requiredKeys: [] },
    ),
  },
  odd,
);

const cells = fc.oneof({ weight: 9, arbitrary: fc.array(cell, { maxLength: 6 }) }, odd);

const made = fc
  .record(
    {
      cells,
      worksheets: fc.oneof(fc.array(fc.record({ cells }, { requiredKeys: [] }), { maxLength: 2 }), odd),
      metadata: fc.oneof(
        fc.record({
          language_info: fc.oneof(fc.record({ name: fc.oneof(fc.constantFrom('python', 'R'), odd) }), odd),
        }),
        odd,
      ),
    },
    { requiredKeys: [] },
  )
  .map((notebook) => JSON.stringify(notebook));

/** A real one with a piece of its JSON cut out, doubled or replaced. */
const broken = fc
  .tuple(fc.constantFrom(...notebooks, '{"cells": []}'), fc.nat(1_000_000), fc.nat(60), fc.string())
  .map(([json, at, length, piece]) => {
    const start = at % (json.length + 1);
    return json.slice(0, start) + piece + json.slice(start + length);
  });

export const target = fuzzTarget({
  inputs: fc.oneof({ weight: 3, arbitrary: made }, broken),
  print: (json) => json,
  check(json) {
    const notebook = readNotebook(json);
    if ('problem' in notebook) {
      ok(/^The .*\.$/s.test(notebook.problem), 'a problem that is no sentence');
      return;
    }
    let last = 0;
    for (const { span } of notebook.cells) {
      ok(
        last <= span.start && span.start <= span.end && span.end <= notebook.text.length,
        'a cell out of place',
      );
      last = span.end;
    }
    parser.parse(notebook.text);
  },
});
