/** Any program ends within its budget, with Python's errors and none of ours, and leaves an evaluator that can be used. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { inlineResultsOf } from '../../server/src/features/inlineResults.ts';
import { FuzzEvaluator } from './fuzzEvaluator.ts';
import { mutatedProgram } from './mutations.ts';
import { fuzzTarget } from './target.ts';

const evaluator = new FuzzEvaluator(null);
let count = 0;

/** What has to work after whatever was run before; now and then with a module that takes milliseconds to make. */
const probe = 'print(sum([x for x in (0, 1, 2)]) + len("ab"))\n';
const probeOfModules = 'import numpy as probed\nprint(probed.arange(3).sum() + len("ab"))\n';

export const target = fuzzTarget({
  inputs: fc.record({ text: mutatedProgram }),
  print: ({ text }) => text,
  async check({ text }) {
    const { events, end, file } = evaluator.run(text, 'empty');
    for (const event of events) if ('span' in event) expectInside(event.span, text.length);
    for (const frame of end.error?.frames ?? [])
      if (frame.file === undefined) expectInside(frame.span, text.length);
    const results = inlineResultsOf(file.text, events, end);
    for (const { text: shown } of results) {
      ok(shown.length <= 100, `a result of ${shown.length} units`);
      ok(!/[\n\r]/.test(shown), 'a result with a line break');
    }
    evaluator.ask({ kind: 'state' });
    const { events: said } = evaluator.run(count % 8 === 0 ? probeOfModules : probe, 'empty');
    deepStrictEqual(
      said.flatMap((event) => (event.type === 'output' ? [event.text] : [])),
      ['5\n'],
      'the next program did not run',
    );
    // What weak references were asked for is held until the next turn.
    if (count++ % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
  },
});

function expectInside(
  { start, end }: { readonly start: number; readonly end: number },
  length: number,
): void {
  ok(0 <= start && start <= end && end <= length, `a place outside of the text: ${start}–${end}`);
}
