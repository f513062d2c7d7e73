/**
 * Programs of the bench as text with sizes put in. A program says its sizes as constants, one to a line and in capitals, in front of what it
 * computes; it leaves a compiled function `f` and its `arguments`.
 */
import { readFileSync } from 'node:fs';

export type Sizes = Readonly<Record<string, number | string>>;

/** The program with other sizes. */
export function programText(name: string, sizes: Sizes): string {
  const text = readFileSync(new URL(`programs/${name}.py`, import.meta.url), 'utf8');
  return Object.entries(sizes).reduce((changed, [constant, value]) => {
    const line = new RegExp(`^${constant} = .*$`, 'm');
    if (!line.test(changed)) throw new Error(`${name}.py has no constant ${constant}`);
    const literal = typeof value === 'string' ? `'${value}'` : String(value);
    return changed.replace(line, `${constant} = ${literal}`);
  }, text);
}

/** All sizes, those that a program says itself too. */
export function sizesIn(text: string): Record<string, number | string> {
  const lines = text.matchAll(/^([A-Z]+) = (?:'(\w+)'|([\d_]+))$/gm);
  return Object.fromEntries(
    [...lines].map(([, name, word, number]) => [name!, word ?? Number(number!.replaceAll('_', ''))]),
  );
}
