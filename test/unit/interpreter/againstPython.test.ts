/**
 * Random expressions, evaluated here and by the CPython of this machine (3.11 or later): numbers, texts, slices, format
 * specifications, methods of str. One process of CPython evaluates all. Where there is none, nothing is compared.
 */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runProgram } from './runFixture.ts';

const integers = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.integer({ min: -(2 ** 53), max: 2 ** 53 }),
  fc.bigInt({ min: -(2n ** 130n), max: 2n ** 130n }),
);
const integerText = integers.map((value) => (value < 0 ? `(${value})` : String(value)));
const floatText = fc
  .oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -1000, max: 1000 }).map((value) => value / 8),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  )
  .map((value) => `float(${JSON.stringify(Object.is(value, -0) ? '-0.0' : String(value))})`);
const numberText = fc.oneof(integerText, floatText, fc.constantFrom('True', 'False'));

const characters = fc.constantFrom(...'aAbBzZ019 _-.,\t\nßéΣ日😀\u0301\u00a0');
const textLiteral = fc
  .string({ unit: characters, maxLength: 12 })
  .map((text) => JSON.stringify(text).replaceAll('\u00a0', '\\u00a0'));

const arithmetic = fc
  .tuple(numberText, fc.constantFrom('+', '-', '*', '/', '//', '%', '<', '<=', '==', '!='), numberText)
  .map(([a, operator, b]) => `${a} ${operator} ${b}`);
const bits = fc
  .tuple(integerText, fc.constantFrom('&', '|', '^'), integerText)
  .map(([a, operator, b]) => `${a} ${operator} ${b}`);
const powers = fc.tuple(integerText, fc.integer({ min: -3, max: 12 })).map(([a, b]) => `${a} ** ${b}`);
const functions = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('abs', 'repr', 'hash', 'int', 'float', 'bool', 'str', 'round', 'complex', '-', '+'),
      numberText,
    )
    .map(([name, a]) => `${name}(${a})`),
  fc.tuple(floatText, fc.integer({ min: -3, max: 6 })).map(([a, digits]) => `round(${a}, ${digits})`),
  fc.tuple(numberText, numberText).map(([a, b]) => `divmod(${a}, ${b})`),
  fc
    .array(numberText, { maxLength: 4 })
    .map((items) => `hash((${items.map((item) => `${item}, `).join('')}))`),
  fc.array(integerText, { maxLength: 12 }).map((items) => `set([${items.join(', ')}])`),
);

const specification = fc
  .tuple(
    fc.constantFrom('', '<', '>', '^', '=', '*<', '0>', 'é^'),
    fc.constantFrom('', '+', '-', ' '),
    fc.constantFrom('', '#'),
    fc.constantFrom('', '0'),
    fc.constantFrom('', '1', '8', '23'),
    fc.constantFrom('', ',', '_'),
    fc.constantFrom('', '.0', '.3', '.12'),
    fc.constantFrom('', 'd', 'x', 'X', 'o', 'b', 'c', 'e', 'E', 'f', 'g', 'G', '%', 's', 'n', 'q'),
  )
  .map((parts) => parts.join(''));
const formats = fc.oneof(
  fc
    .tuple(fc.oneof(numberText, textLiteral), specification)
    .map(([value, spec]) => `format(${value}, ${JSON.stringify(spec)})`),
  fc
    .tuple(
      fc.constantFrom('', '-', '+', ' ', '0', '#'),
      fc.constantFrom('', '3', '12'),
      fc.constantFrom('', '.0', '.4'),
      fc.constantFrom(...'dxoeEfFgGsri'),
      fc.oneof(numberText, textLiteral),
    )
    .map(([flag, width, precision, type, value]) => `'%${flag}${width}${precision}${type}' % (${value},)`),
);

const bound = fc.oneof(fc.constant(''), fc.integer({ min: -9, max: 9 }).map(String));
const slice = fc
  .tuple(bound, bound, fc.constantFrom('', ':', ':1', ':2', ':-1', ':-3', ':0'))
  .map(([start, stop, step]) => `[${start}:${stop}${step}]`);
const slices = fc
  .tuple(
    fc.oneof(textLiteral, fc.constantFrom('[1, 2, 3, 4, 5]', '(1, 2, 3)', 'range(2, 20, 3)', "b'bytes'")),
    slice,
  )
  .map(([items, part]) => `${items}${part}`);

const count = fc.integer({ min: -2, max: 14 });
const methods = fc.oneof(
  fc
    .tuple(
      textLiteral,
      fc.constantFrom(
        ...'upper lower strip lstrip rstrip split rsplit splitlines isalpha isdigit isalnum isspace isupper islower'.split(
          ' ',
        ),
        ...'isdecimal isidentifier isprintable isascii swapcase casefold expandtabs encode __len__'.split(
          ' ',
        ),
      ),
    )
    .map(([text, name]) => `${text}.${name}()`),
  fc
    .tuple(
      textLiteral,
      fc.constantFrom(
        ...'find rfind count index startswith endswith split rsplit partition rpartition strip lstrip rstrip'.split(
          ' ',
        ),
        ...'removeprefix removesuffix join __add__ __contains__ __lt__'.split(' '),
      ),
      textLiteral,
    )
    .map(([text, name, other]) => `${text}.${name}(${other})`),
  fc
    .tuple(textLiteral, fc.constantFrom('ljust', 'rjust', 'center', 'zfill', '__mul__'), count)
    .map(([text, name, width]) => `${text}.${name}(${width})`),
  fc
    .tuple(textLiteral, textLiteral, textLiteral, fc.integer({ min: -1, max: 3 }))
    .map(([text, old, fresh, most]) => `${text}.replace(${old}, ${fresh}, ${most})`),
  fc
    .tuple(
      textLiteral,
      fc.constantFrom('None', "' '", "'a'", "'b'"),
      fc.integer({ min: -1, max: 3 }),
      fc.constantFrom('', 'r'),
    )
    .map(([text, mark, most, side]) => `${text}.${side}split(${mark}, ${most})`),
  fc
    .tuple(textLiteral, fc.constantFrom('find', 'rfind', 'count', 'startswith'), textLiteral, count, count)
    .map(([text, name, part, start, end]) => `${text}.${name}(${part}, ${start}, ${end})`),
  fc.tuple(fc.constantFrom('int', 'float'), textLiteral).map(([name, text]) => `${name}(${text})`),
  fc.tuple(textLiteral, textLiteral).map(([a, b]) => `${a} < ${b}, ${a} == ${b}, ${a} in ${b}`),
);

/** Prints the value of each expression, or what it raises, on a line of its own. */
const program = (expressions: readonly string[]): string =>
  expressions
    .map(
      (each) =>
        `try: print(ascii((${each})))\nexcept Exception as e: print(type(e).__name__, ascii(str(e)))\n`,
    )
    .join('');

/** A Python that does not answer must not hold up everything else. */
const pythonMs = 30_000;

const python = spawnSync('python3', ['-c', 'import sys; print(sys.version_info >= (3, 11))'], {
  encoding: 'utf8',
  timeout: pythonMs,
});
const hasPython = python.status === 0 && python.stdout.trim() === 'True';
if (!hasPython) console.warn('no python3 of 3.11 or later: nothing is compared with CPython');

/** The same expressions in every run, unless another number is given. */
const seed = Number(process.env['SCANLENS_SEED'] ?? 2026);

const kinds = { arithmetic, bits, powers, functions, formats, slices, methods };

describe.runIf(hasPython)('random expressions give what CPython gives', () => {
  it.each(Object.entries(kinds))('%s', async (_, kind) => {
    const expressions = fc.sample(kind as fc.Arbitrary<string>, { numRuns: 120, seed });
    const text = program(expressions);
    const real = spawnSync('python3', ['-W', 'ignore', '-'], {
      input: text,
      encoding: 'utf8',
      timeout: pythonMs,
    });
    expect(real.stderr).toBe('');
    const { stdout, traceback } = await runProgram(text, { python: 3 });
    expect(traceback).toBeNull();
    const [ours, theirs] = [stdout, real.stdout].map((output) => output.trimEnd().split('\n'));
    const shown = (lines: readonly string[]): string[] =>
      expressions.map((each, index) => `${each} => ${lines[index]}`);
    expect(shown(ours!)).toEqual(shown(theirs!));
  });
});
