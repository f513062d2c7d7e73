/** Definitions and references: from the cursor to lines and what stands there. */
import { describe, expect, test } from 'vitest';
import { definitionAt, referencesAt } from '../../../server/src/features/navigation.ts';
import { fixture } from './featureFixture.ts';

function found(feature: typeof definitionAt, text: string): string[] {
  const { analysis, file, view, offset, text: whole } = fixture(text);
  return feature(analysis, offset, { file, view }).map(({ range }) => {
    const { start, end } = view.spanOf(range);
    return `${range.start.line + 1} ${whole.slice(start, end)}`;
  });
}

const text = (marked: string, plain: string) => {
  const all = `def step(v, counter):
    return v, {counter: counter + 1}
outs, upd = theano.scan(step, x, None, [a])
f = theano.function([x], outs, updates=upd )
`;
  if (!all.includes(plain)) throw new Error(`"${plain}" is not there`);
  return all.replace(plain, marked);
};

describe('definition', () => {
  const definition = (program: string) => found(definitionAt, program);

  test.each([
    [
      'of updates=: the scan and its entries',
      text('upda$0tes=upd', 'updates=upd'),
      ['9 theano.scan', '8 counter: counter + 1'],
    ],
    ['of what is passed', text('updates=u$0pd', 'updates=upd'), ['9 upd', '8 counter: counter + 1']],
    ['of the name of the updates', text('outs, u$0pd', 'outs, upd'), ['8 counter: counter + 1']],
    ['of a key', text('{coun$0ter:', '{counter:'), ['4 a']],
    ['of a value: nothing', text('coun$0ter + 1', 'counter + 1'), []],
    ['of outputs: nothing', text('[x], ou$0ts', '[x], outs'), []],
    ['of another keyword', 'dict(upda$0tes=3)\n', []],
    ['of a key of a list', 'o, u = theano.scan(lambda v: (v, [($0a, a + 1)]), x)\n', ['4 a']],
  ])('%s', (_, program, expected) => expect(definition(program)).toEqual(expected));
});

describe('references', () => {
  const references = (program: string) => found(referencesAt, program);

  test.each([
    [
      'of an entry',
      text('counter: counter +$0 1', 'counter: counter + 1'),
      ['8 counter: counter + 1', '9 upd', '10 upd'],
    ],
    ['of the updates', text('outs, u$0pd', 'outs, upd'), ['8 counter: counter + 1', '9 upd', '10 upd']],
    ['of nothing', 'y = 1$0\n', []],
    [
      'of a merged dict',
      'o, $0u = theano.scan(lambda v: (v, {a: a + 1}), x)\nf = theano.function([x], o, updates=dict(u))\n',
      ['7 a: a + 1', '7 u', '8 u', '8 dict(u)'],
    ],
    [
      'of a shared variable',
      'o, u = theano.scan(lambda v: (v, {$0a: a + 1}), x)\n',
      ['7 a: a + 1', '7 u', '4 a', '7 a', '7 a'],
    ],
  ])('%s', (_, program, expected) => expect(references(program)).toEqual(expected));
});
