/** Links in hovers that call commands. */
import { expect, test } from 'vitest';
import { commandLink } from '../../../client/src/commandLinks.ts';

/** The arguments that the editor reads out of a link. */
const argumentsOf = (link: string): unknown =>
  JSON.parse(decodeURIComponent(/\?([^ ]*) /.exec(link)?.[1] ?? ''));

test('a link names its command and its tip', () => {
  const link = commandLink({ text: 'Copy', command: 'scanlens.copy', tip: 'Copy all', args: [] });
  expect(link).toBe('[Copy](command:scanlens.copy?%5B%5D "Copy all")');
});

test('code with a bracket that nothing closes, quotes and line breaks stays inside of the link', () => {
  const args = ['file:///a%20b(1).py', 7, 'print(f("x]\n'];
  const link = commandLink({ text: 'Open', command: 'scanlens.open', tip: 'Open it', args });
  expect(argumentsOf(link)).toEqual(args);
  expect(link.match(/[()\n]/g)).toEqual(['(', ')']);
});
