/** What our grammars mark in Python, and that they leave everything else as it is. */
import { describe, expect, it } from 'vitest';
import { readCarets } from '../fixtures/carets.ts';
import { tokensOf } from './textmate.ts';

const program = `
# %% First cell
# ^^^^^^^^^^^^^ comment.line.number-sign.cell-marker.python
outputs, updates = theano.scan(fn=step, sequences=[xs])
#        ^^^^^^^ variable.other.updates.scanlens
#                         ^^^^ support.function.scan.scanlens
sums, sum_updates = pytensor.reduce(add, xs)
#     ^^^^^^^^^^^ variable.other.updates.scanlens
#                            ^^^^^^ support.function.scan.scanlens
h = scan(step, outputs_info=[h0])
#   ^^^^ support.function.scan.scanlens
f = theano.function([], outputs, updates=updates)
#                                ^^^^^^^ variable.other.updates.scanlens
#                                        ^^^^^^^ variable.other.updates.scanlens
model.updates = 1
#     ^^^^^^^ variable.other.updates.scanlens
`.trim();

const silent = `
# updates of a scan( are not marked in comments
text = 'updates theano.scan('
self.updates(1)
image.scan(2)
functools.reduce(add, xs)
scanner = updated
`.trim();

const isOurs = (scope: string): boolean => /scanlens|cell-marker/.test(scope);

describe('grammars', () => {
  it('mark cell lines, scan calls and updates', async () => {
    const lines = program.split('\n');
    const tokens = await tokensOf(program);
    const starts = lines.map((_, i) => lines.slice(0, i).reduce((sum, line) => sum + line.length + 1, 0));
    for (const { span, label } of readCarets(program)) {
      const line = starts.findLastIndex((start) => start <= span.start);
      let at = starts[line]!;
      const inside = tokens[line]!.filter((token) => {
        const start = at;
        at += token.text.length;
        return start < span.end && span.start < at;
      });
      expect(inside.length).toBeGreaterThan(0);
      for (const token of inside) expect(token.scopes, `${lines[line]}: ${token.text}`).toContain(label);
    }
  });

  it('mark nothing else', async () => {
    const found = (await tokensOf(silent)).flat().filter(({ scopes }) => scopes.some(isOurs));
    expect(found).toEqual([]);
  });

  it('leave the arguments of a call their colours', async () => {
    const [line] = await tokensOf('theano.scan(fn=step, sequences=[xs])');
    const named = line!.filter(({ scopes }) => scopes.includes('variable.parameter.function-call.python'));
    expect(named.map(({ text }) => text)).toEqual(['fn', 'sequences']);
  });
});
