/** Which values are told: `&` stands before each statement whose value is. */
import { describe, expect, it } from 'vitest';
import { type TextKind, valuesToTell } from '../../../server/src/session/toldValues.ts';
import { testParser } from '../../oracle/inProcess.ts';

const parser = await testParser();

function told(marked: string, kind: TextKind): string {
  const text = marked.replaceAll('&', '');
  const file = parser.parse(text);
  const tells = valuesToTell(file, file.cells, kind);
  const starts = file.module.body.filter(({ kind: each }) => each === 'ExpressionStatement').filter(tells);
  return starts.reduceRight((result, { start }) => `${result.slice(0, start)}&${result.slice(start)}`, text);
}

describe('values that are told', () => {
  it.each([
    ['all but texts', "x = 1\n&x\n'a comment'\n&x + 1\n"],
    ['a text at the end of a cell', "x = 1\n'a comment'\n&'a value'\n# %%\n&u'another'\n"],
    ['not the docstring of a file', "'''What it does.'''\n"],
    ['not the docstring of a file in a cell of its own', "'''What it does.'''\n# %%\n&'a value'\n"],
    ['not the prose of a markdown cell', "# %% [markdown] Part\n'''What follows.'''\n# %%\n&1\n"],
  ])('%s', (_, marked) => {
    expect(told(marked, 'file')).toBe(marked);
  });

  it('are all last ones in a notebook', () => {
    const marked = "&'a value'\n";
    expect(told(marked, 'notebook')).toBe(marked);
  });
});
