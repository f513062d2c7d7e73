/** Semantic tokens, decoded. */
import { expect, test } from 'vitest';
import { semanticTokens, tokenLegend } from '../../../server/src/features/semanticTokens.ts';
import { program } from './featureFixture.ts';

function tokens(text: string, part: string | null = null): string[] {
  const { analysis, view, text: whole } = program(text);
  const start = part === null ? 0 : whole.indexOf(part);
  const asked = part === null ? view.span : { start, end: start + part.length };
  const data = semanticTokens(analysis, asked, view);
  const lines = whole.split('\n');
  let [line, character] = [0, 0];
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(5 * index, 5 * index + 5);
    line += down;
    character = down === 0 ? character + right : right;
    const names = tokenLegend.tokenModifiers.filter((_, bit) => ((bits >> bit) & 1) === 1);
    const word = lines[line]?.slice(character, character + length);
    return `${line + 1} ${word} ${tokenLegend.tokenTypes[type]}.${names.join('.')}`;
  });
}

const text = `outs, upd = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], outs, updates=upd)
`;

test('names of shared variables, outputs and updates', () => {
  expect(tokens(text)).toEqual([
    '4 a variable.shared',
    '5 b variable.shared',
    '7 outs variable.outputs',
    '7 upd variable.updates',
    '7 a variable.shared',
    '7 a variable.shared',
    '8 outs variable.outputs',
    '8 upd variable.updates',
  ]);
});

test('in a part', () => {
  expect(tokens(text, 'f = theano.function([x], outs, updates=upd)')).toEqual([
    '8 outs variable.outputs',
    '8 upd variable.updates',
  ]);
});

test('nothing without a scan', () => expect(tokens('import numpy\n')).toEqual([]));
