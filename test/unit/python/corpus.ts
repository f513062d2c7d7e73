/** The fixture programs, and programs made of random tokens. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

const folder = join(import.meta.dirname, 'fixtures');

/** Every fixture with its name. */
export const fixtures: readonly (readonly [name: string, source: string])[] = readdirSync(folder)
  .filter((name) => name.endsWith('.py'))
  .sort()
  .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);

const tokens = [
  ...'()[]{}:,=+-*/%&|^~<>.@;`#"\'\\',
  ...['\n', '\n    ', '\n\t', ' ', '"""', "f'", 'r"', '**', '==', ':=', '->', '<>', '>>', '...'],
  ...[
    'a',
    'b',
    '1',
    '017',
    '2.5',
    'print ',
    'exec ',
    'match ',
    'case ',
    'type ',
    'lambda ',
    'not ',
    'yield ',
  ],
  ...[
    'def ',
    'class ',
    'if ',
    'else',
    'for ',
    'in ',
    'import ',
    'from ',
    'as ',
    'try:',
    'except ',
    'with ',
    'return ',
  ],
];

/** Text that looks like Python and hardly ever is. */
export const tokenSoup = fc
  .array(fc.constantFrom(...tokens), { maxLength: 60 })
  .map((parts) => parts.join(''));
