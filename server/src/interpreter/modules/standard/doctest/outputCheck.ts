/** Whether an example printed what it should, and how the difference is told. Follows CPython's `OutputChecker`. Pure. */
import { optionBits } from './examples.ts';

const has = (flags: number, option: keyof typeof optionBits): boolean => (flags & optionBits[option]) !== 0;

/** `...` in `want` stands for any text. */
function matchesEllipsis(want: string, got: string): boolean {
  if (!want.includes('...')) return want === got;
  const parts = want.split('...');
  const [first, last] = [parts.shift()!, parts.pop()!];
  if (!got.startsWith(first) || !got.endsWith(last)) return false;
  let at = first.length;
  const end = got.length - last.length;
  if (at > end) return false;
  for (const part of parts) {
    const found = got.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

const collapsed = (text: string): string => text.split(/\s+/).filter(Boolean).join(' ');

/** True where `got` is what `want` asks for. */
export function isExpected(want: string, got: string, flags: number): boolean {
  if (got === want) return true;
  if (!has(flags, 'DONT_ACCEPT_TRUE_FOR_1')) {
    if ((got === 'True\n' && want === '1\n') || (got === 'False\n' && want === '0\n')) return true;
  }
  let [wanted, given] = [want, got];
  if (!has(flags, 'DONT_ACCEPT_BLANKLINE')) {
    wanted = wanted.replace(/^<BLANKLINE>\s*?$/gm, '');
    given = given.replace(/^[^\S\n]+$/gm, '');
    if (given === wanted) return true;
  }
  if (has(flags, 'NORMALIZE_WHITESPACE')) {
    wanted = collapsed(wanted);
    given = collapsed(given);
    if (given === wanted) return true;
  }
  return has(flags, 'ELLIPSIS') && matchesEllipsis(wanted, given);
}

export const indented = (text: string): string => text.replace(/^(?!$)/gm, '    ');

/** What is told of an example that printed something else. */
export function differenceText(want: string, given: string, flags: number): string {
  const got = has(flags, 'DONT_ACCEPT_BLANKLINE') ? given : given.replace(/^ *(?=\n)/gm, '<BLANKLINE>');
  if (want !== '' && got !== '') return `Expected:\n${indented(want)}Got:\n${indented(got)}`;
  if (want !== '') return `Expected:\n${indented(want)}Got nothing\n`;
  return got === '' ? 'Expected nothing\nGot nothing\n' : `Expected nothing\nGot:\n${indented(got)}`;
}

/** The message of an exception without what it says, for IGNORE_EXCEPTION_DETAIL. */
export function withoutDetail(message: string): string {
  const line = message.split('\n', 1)[0]!;
  const name = line.split(':', 1)[0]!;
  return name.slice(name.lastIndexOf('.') + 1);
}
