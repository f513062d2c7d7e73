/** `unicodedata`, as far as JavaScript knows Unicode: categories, normal forms, digits, combining classes. */
import { once } from '../../../../base/once.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { str } from '../../../protocols/text.ts';
import { typeOf } from '../../../pyType.ts';
import { asText } from '../../../types/textValues.ts';
import { float, type PyModule, type Value } from '../../../values.ts';

const categories = once(() =>
  'Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co'
    .split(' ')
    .map((name) => [name, new RegExp(`^\\p{${name}}$`, 'u')] as const),
);

function character(value: Value, name: string): string {
  const text = asText(value);
  if (text !== null && [...text].length === 1) return text;
  const what = text === null ? typeOf(value).name : 'str';
  return raiseTypeError(
    `${name}() argument${name === 'category' || name === 'combining' ? '' : ' 1'} must be a unicode character, not ${what}`,
  );
}

const categoryOf = (text: string): string => categories().find(([, test]) => test.test(text))?.[0] ?? 'Cn';

/** A mark of every class that canonical ordering knows, in the order of the classes. */
const marksByClass: readonly (readonly [combiningClass: number, code: number])[] = [
  ...([
    [1, 0x334],
    [6, 0x16ff0],
    [7, 0x93c],
    [8, 0x3099],
    [9, 0x94d],
    [10, 0x5b0],
    [11, 0x5b1],
    [12, 0x5b2],
  ] as const),
  ...([
    [13, 0x5b3],
    [14, 0x5b4],
    [15, 0x5b5],
    [16, 0x5b6],
    [17, 0x5b7],
    [18, 0x5b8],
    [19, 0x5b9],
  ] as const),
  ...([
    [20, 0x5bb],
    [21, 0x5bc],
    [22, 0x5bd],
    [23, 0x5bf],
    [24, 0x5c1],
    [25, 0x5c2],
    [26, 0xfb1e],
  ] as const),
  ...([
    [27, 0x64b],
    [28, 0x64c],
    [29, 0x64d],
    [30, 0x64e],
    [31, 0x64f],
    [32, 0x650],
    [33, 0x651],
  ] as const),
  ...([
    [34, 0x652],
    [35, 0x670],
    [36, 0x711],
    [84, 0xc55],
    [91, 0xc56],
    [103, 0xe38],
    [107, 0xe48],
  ] as const),
  ...([
    [118, 0xeb8],
    [122, 0xec8],
    [129, 0xf71],
    [130, 0xf72],
    [132, 0xf74],
    [202, 0x321],
    [214, 0x1dce],
  ] as const),
  ...([
    [216, 0x31b],
    [218, 0x302a],
    [220, 0x316],
    [222, 0x59a],
    [224, 0x302e],
    [226, 0x1d16d],
  ] as const),
  ...([
    [228, 0x5ae],
    [230, 0x300],
    [232, 0x315],
    [233, 0x35c],
    [234, 0x35d],
    [240, 0x345],
  ] as const),
];

/** The class of a mark, found by what normalization puts before what: a smaller class comes first. */
function combiningClass(text: string): number {
  if (!/^\p{M}$/u.test(text) || /^[\u0f73\u0f75\u0f81]$/.test(text)) return 0;
  const isBefore = (code: number): boolean => {
    const other = String.fromCodePoint(code);
    return `a${other}${text}`.normalize('NFD') !== `a${other.normalize('NFD')}${text.normalize('NFD')}`;
  };
  if (text === '\u0345') return 240;
  if (!isBefore(0x345)) return 0;
  let found = 0;
  for (const [each, code] of marksByClass) {
    if (isBefore(code)) break;
    found = each;
  }
  return found;
}

function digitOf(text: string): number | null {
  if (!/^\p{Nd}$/u.test(text)) return null;
  // Decimal digits stand in rows of ten, and every row begins after something else or after another row.
  let start = text.codePointAt(0)!;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(start - 1))) start--;
  return (text.codePointAt(0)! - start) % 10;
}

function numberOf(name: 'decimal' | 'digit' | 'numeric') {
  return (given: Value, missing?: Value): Value => {
    const text = character(given, name);
    const digit = digitOf(text);
    if (digit !== null) return name === 'numeric' ? float(digit) : digit;
    if (/^[\p{N}\p{Lo}]$/u.test(text) && name !== 'decimal')
      notSupported(`unicodedata.${name} of such a character`);
    if (missing !== undefined) return missing;
    return raiseValueError(name === 'numeric' ? 'not a numeric character' : `not a ${name}`);
  };
}

const forms = ['NFC', 'NFD', 'NFKC', 'NFKD'];

function formOf(form: Value): string {
  const name = str(form);
  return forms.includes(name) ? name : raiseValueError('invalid normalization form');
}

export const unicodedataModule = (): PyModule =>
  defineModule({
    name: 'unicodedata',
    values: { unidata_version: '15.0.0' },
    functions: {
      'category(chr)': (given: Value) => categoryOf(character(given, 'category')),
      'combining(chr)': (given: Value) => combiningClass(character(given, 'combining')),
      'normalize(form, unistr)': (form: Value, text: Value) => str(text).normalize(formOf(form)),
      'is_normalized(form, unistr)': (form: Value, text: Value) =>
        str(text) === str(text).normalize(formOf(form)),
      'decimal(chr, default?)': numberOf('decimal'),
      'digit(chr, default?)': numberOf('digit'),
      'numeric(chr, default?)': numberOf('numeric'),
    },
    refused: '*',
  });
