/** Inputs near to what people have: real programs and bytes, changed at random places. All of them shrink. */
import fc from 'fast-check';
import { tokenSoup } from '../unit/python/corpus.ts';
import { programs } from './corpus.ts';

/** Places and lengths are numbers that fit any text: they are taken modulo its length. */
const place = fc.nat(1_000_000);

const pieces = [
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ':',
    ',',
    '"',
    "'",
    '"""',
    '\\',
    '#',
    '@',
    '\n',
    '\r\n',
    '\t',
    '    ',
    '\f',
  ],
  ...[
    '0',
    '-1',
    '1e400',
    '10**9',
    '10L',
    '0777',
    '1j',
    'nan',
    'None',
    'True',
    '*',
    '**',
    '=',
    ':=',
    '->',
    '...',
  ],
  ...['\u0000', '\ufeff', '\u2028', '😀', '\ud800', 'é', '# %%\n', '%magic\n', '!ls\n', 'self', '__class__'],
  ...['lambda: ', 'yield ', 'await ', 'async ', 'del ', 'return ', 'global x\n', 'import theano\n', 'print '],
  ...[
    'updates',
    'theano.scan',
    'outputs_info=',
    'n_steps=',
    'taps=[-1, -2]',
    'until(',
    '.astype("int8")',
    '[::-1]',
  ],
];

/** What is repeated to nest deeply, and what closes it. */
const nests: readonly (readonly [open: string, close: string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['{1: ', '}'],
  ['f(', ')'],
  ['x[', ']'],
  ['-', ''],
  ['not ', ''],
  ['lambda: ', ''],
  ['1 + ', ''],
  ['a if b else ', ''],
  ['x.', ''],
  ['await ', ''],
  ['[x for x in ', ']'],
  ["f'{", "}'"],
  ['if x:\n ', ''],
  ['a = ', ''],
  ['def f(): return ', ''],
];

const nest = fc
  .record({
    pair: fc.constantFrom(...nests),
    depth: fc.oneof({ weight: 6, arbitrary: fc.nat(40) }, fc.nat(3000)),
    isClosed: fc.boolean(),
  })
  .map(
    ({ pair: [open, close], depth, isClosed }) =>
      open.repeat(depth) + (isClosed ? `x${close.repeat(depth)}` : ''),
  );

type Change = (text: string) => string;

/** Token by token: blank space, a word, a text, anything else. */
const tokensOf = (text: string): string[] => text.match(/\s+|\w+|"[^"\n]*"|'[^'\n]*'|./gsu) ?? [];

const byTokens =
  (change: (tokens: string[]) => void): Change =>
  (text) => {
    const tokens = tokensOf(text);
    if (tokens.length > 0) change(tokens);
    return tokens.join('');
  };

const byLines =
  (change: (lines: string[]) => void): Change =>
  (text) => {
    const lines = text.split(/(?<=\n)/);
    change(lines);
    return lines.join('');
  };

const insertAt = (text: string, at: number, piece: string): string => {
  const start = at % (text.length + 1);
  return text.slice(0, start) + piece + text.slice(start);
};

const anyProgram = fc.constantFrom(...programs);
const few = fc.integer({ min: 1, max: 4 });

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(place, few).map(([at, count]) => byTokens((t) => t.splice(at % t.length, count))),
  place.map((at) => byTokens((t) => t.splice(at % t.length, 0, t[at % t.length]!))),
  fc.tuple(place, place).map(([a, b]) =>
    byTokens((t) => {
      const [i, j] = [a % t.length, b % t.length];
      [t[i], t[j]] = [t[j]!, t[i]!];
    }),
  ),
  fc.tuple(place, place).map(([a, b]) => byTokens((t) => (t[a % t.length] = t[b % t.length]!))),
  fc.tuple(place, fc.constantFrom(...pieces)).map(
    ([at, piece]): Change =>
      (text) =>
        insertAt(text, at, piece),
  ),
  fc.tuple(place, few).map(([at, count]) => byLines((l) => l.splice(at % l.length, count))),
  fc.tuple(place, place, few).map(([from, to, count]) =>
    byLines((l) => {
      const moved = l.splice(from % l.length, count);
      l.splice(to % (l.length + 1), 0, ...moved, ...(from % 2 === 0 ? moved : []));
    }),
  ),
  fc.tuple(anyProgram, place, place, place).map(
    ([other, at, from, length]): Change =>
      (text) => {
        const start = from % other.length;
        return insertAt(text, at, other.slice(start, start + (length % 300)));
      },
  ),
  place.map(
    (at): Change =>
      (text) =>
        text.slice(0, at % (text.length + 1)),
  ),
  fc.tuple(place, fc.nat(0x2fff)).map(
    ([at, unit]): Change =>
      (text) => {
        const start = at % (text.length + 1);
        return text.slice(0, start) + String.fromCharCode(unit) + text.slice(start + 1);
      },
  ),
);

const deepChange = fc.tuple(place, nest).map(
  ([at, deep]): Change =>
    (text) =>
      insertAt(text, at, deep),
);

const apply = (text: string, all: readonly Change[]): string =>
  all.reduce((made, change) => change(made), text);

/** A stretch of its lines, behind its imports. */
const part = fc.tuple(anyProgram, place, fc.nat(12)).map(([text, from, count]) => {
  const lines = text.split(/(?<=\n)/);
  const start = from % lines.length;
  const imports = lines
    .slice(0, start)
    .filter((line) => /^(?:import|from) /.test(line))
    .slice(0, 6);
  return [...imports, ...lines.slice(start, start + count)].join('');
});

const someChanges = fc.array(fc.oneof({ weight: 40, arbitrary: changes }, deepChange), { maxLength: 5 });

/** A program that was real before it was changed. */
export const mutatedProgram: fc.Arbitrary<string> = fc.oneof(
  { weight: 14, arbitrary: fc.tuple(part, someChanges).map(([text, all]) => apply(text, all)) },
  { weight: 1, arbitrary: fc.tuple(anyProgram, someChanges).map(([text, all]) => apply(text, all)) },
  { weight: 1, arbitrary: tokenSoup },
);

/** Edits at places given as numbers that fit any text. */
export const edits = fc.array(
  fc.record({
    at: place,
    removed: fc.nat(12),
    inserted: fc.oneof(fc.constantFrom('', ...pieces), tokenSoup),
  }),
  { minLength: 1, maxLength: 3 },
);

export const places = fc.array(place, { minLength: 1, maxLength: 3 });

/** Changes of bytes: one set, some cut out, some doubled, the end cut off, a number of four bytes made extreme. */
const byteChange = fc.record({
  kind: fc.constantFrom('set', 'cut', 'double', 'end', 'number'),
  at: place,
  value: fc.nat(255),
});

/** One of the given files with changed bytes. */
export const mutatedBytes = (files: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> =>
  fc.tuple(fc.constantFrom(...files), fc.array(byteChange, { maxLength: 6 })).map(([file, all]) => {
    let bytes = [...file];
    for (const { kind, at, value } of all) {
      const start = at % (bytes.length + 1);
      if (kind === 'set') bytes[start] = value;
      else if (kind === 'cut') bytes.splice(start, value % 16);
      else if (kind === 'double') bytes.splice(start, 0, ...bytes.slice(start, start + (value % 64)));
      else if (kind === 'end') bytes = bytes.slice(0, start);
      else bytes.splice(start, 4, ...(value % 2 === 0 ? [255, 255, 255, 255] : [0, 0, 0, 128]));
    }
    return Uint8Array.from(bytes, (byte) => byte ?? 0);
  });
