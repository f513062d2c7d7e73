/**
 * The characters behind `\N{NAME}`. JavaScript has no table of Unicode names, and the whole one is a megabyte; here are
 * letters (Latin with accents, Greek) by rule and the signs that scientific code uses. Other names are not known, and
 * the parser says so.
 */

const greekLetters: readonly string[] = (
  'ALPHA BETA GAMMA DELTA EPSILON ZETA ETA THETA IOTA KAPPA LAMDA MU NU XI OMICRON PI RHO FINAL-SIGMA SIGMA TAU ' +
  'UPSILON PHI CHI PSI OMEGA'
).split(' ');

const accents: Readonly<Record<string, string>> = {
  GRAVE: '\u0300',
  ACUTE: '\u0301',
  CIRCUMFLEX: '\u0302',
  TILDE: '\u0303',
  MACRON: '\u0304',
  BREVE: '\u0306',
  'DOT ABOVE': '\u0307',
  DIAERESIS: '\u0308',
  'RING ABOVE': '\u030a',
  CARON: '\u030c',
  CEDILLA: '\u0327',
  OGONEK: '\u0328',
};

const signs: Readonly<Record<string, number>> = {
  SPACE: 0x20,
  'EXCLAMATION MARK': 0x21,
  'QUOTATION MARK': 0x22,
  'NUMBER SIGN': 0x23,
  'DOLLAR SIGN': 0x24,
  'PERCENT SIGN': 0x25,
  AMPERSAND: 0x26,
  APOSTROPHE: 0x27,
  'LEFT PARENTHESIS': 0x28,
  'RIGHT PARENTHESIS': 0x29,
  ASTERISK: 0x2a,
  'PLUS SIGN': 0x2b,
  COMMA: 0x2c,
  'HYPHEN-MINUS': 0x2d,
  'FULL STOP': 0x2e,
  SOLIDUS: 0x2f,
  COLON: 0x3a,
  SEMICOLON: 0x3b,
  'LESS-THAN SIGN': 0x3c,
  'EQUALS SIGN': 0x3d,
  'GREATER-THAN SIGN': 0x3e,
  'QUESTION MARK': 0x3f,
  'COMMERCIAL AT': 0x40,
  'LEFT SQUARE BRACKET': 0x5b,
  'REVERSE SOLIDUS': 0x5c,
  'RIGHT SQUARE BRACKET': 0x5d,
  'CIRCUMFLEX ACCENT': 0x5e,
  'LOW LINE': 0x5f,
  'GRAVE ACCENT': 0x60,
  'LEFT CURLY BRACKET': 0x7b,
  'VERTICAL LINE': 0x7c,
  'RIGHT CURLY BRACKET': 0x7d,
  TILDE: 0x7e,
  'NO-BREAK SPACE': 0xa0,
  'CENT SIGN': 0xa2,
  'POUND SIGN': 0xa3,
  'YEN SIGN': 0xa5,
  'SECTION SIGN': 0xa7,
  'COPYRIGHT SIGN': 0xa9,
  'REGISTERED SIGN': 0xae,
  'DEGREE SIGN': 0xb0,
  'PLUS-MINUS SIGN': 0xb1,
  'SUPERSCRIPT TWO': 0xb2,
  'SUPERSCRIPT THREE': 0xb3,
  'MICRO SIGN': 0xb5,
  'MIDDLE DOT': 0xb7,
  'MULTIPLICATION SIGN': 0xd7,
  'LATIN SMALL LETTER SHARP S': 0xdf,
  'DIVISION SIGN': 0xf7,
  'ZERO WIDTH SPACE': 0x200b,
  'EN DASH': 0x2013,
  'EM DASH': 0x2014,
  'LEFT SINGLE QUOTATION MARK': 0x2018,
  'RIGHT SINGLE QUOTATION MARK': 0x2019,
  'LEFT DOUBLE QUOTATION MARK': 0x201c,
  'RIGHT DOUBLE QUOTATION MARK': 0x201d,
  BULLET: 0x2022,
  'HORIZONTAL ELLIPSIS': 0x2026,
  'EURO SIGN': 0x20ac,
  'LEFTWARDS ARROW': 0x2190,
  'UPWARDS ARROW': 0x2191,
  'RIGHTWARDS ARROW': 0x2192,
  'DOWNWARDS ARROW': 0x2193,
  'FOR ALL': 0x2200,
  'PARTIAL DIFFERENTIAL': 0x2202,
  'THERE EXISTS': 0x2203,
  'EMPTY SET': 0x2205,
  NABLA: 0x2207,
  'ELEMENT OF': 0x2208,
  'N-ARY PRODUCT': 0x220f,
  'N-ARY SUMMATION': 0x2211,
  'MINUS SIGN': 0x2212,
  'SQUARE ROOT': 0x221a,
  INFINITY: 0x221e,
  INTEGRAL: 0x222b,
  'ALMOST EQUAL TO': 0x2248,
  'NOT EQUAL TO': 0x2260,
  'LESS-THAN OR EQUAL TO': 0x2264,
  'GREATER-THAN OR EQUAL TO': 0x2265,
  DAGGER: 0x2020,
  'SCRIPT CAPITAL L': 0x2112,
  'SCRIPT CAPITAL R': 0x211b,
  'PLANCK CONSTANT': 0x210e,
  'PLANCK CONSTANT OVER TWO PI': 0x210f,
  'CIRCLED PLUS': 0x2295,
  'CIRCLED TIMES': 0x2297,
  'IDENTICAL TO': 0x2261,
  'PROPORTIONAL TO': 0x221d,
  UNION: 0x222a,
  INTERSECTION: 0x2229,
  'DOT OPERATOR': 0x22c5,
  'MATHEMATICAL LEFT ANGLE BRACKET': 0x27e8,
  'MATHEMATICAL RIGHT ANGLE BRACKET': 0x27e9,
  'N-ARY CIRCLED TIMES OPERATOR': 0x2a02,
  'BYTE ORDER MARK': 0xfeff,
  'CHECK MARK': 0x2713,
  SNOWMAN: 0x2603,
};

/** The character with a Unicode name, null when the name is not known here. Case does not matter. */
export function characterNamed(name: string): string | null {
  const key = name.toUpperCase();
  if (Object.hasOwn(signs, key)) return String.fromCharCode(signs[key]!);
  if (key.startsWith('COMBINING ')) return accents[key.slice('COMBINING '.length)] ?? null;
  return greekLetter(key) ?? latinLetter(key);
}

function greekLetter(key: string): string | null {
  const match = /^GREEK (SMALL|CAPITAL) LETTER (\w+)( SIGMA)?$/.exec(key);
  if (!match) return null;
  const letter = match[3] ? `${match[2]}-SIGMA` : match[2]!;
  const index = greekLetters.indexOf(letter);
  const isCapital = match[1] === 'CAPITAL';
  if (index < 0 || (isCapital && letter === 'FINAL-SIGMA')) return null;
  return String.fromCharCode((isCapital ? 0x391 : 0x3b1) + index);
}

function latinLetter(key: string): string | null {
  const match = /^LATIN (SMALL|CAPITAL) LETTER ([A-Z])(?: WITH ([A-Z ]+))?$/.exec(key);
  if (!match) return null;
  const letter = match[1] === 'SMALL' ? match[2]!.toLowerCase() : match[2]!;
  if (match[3] === undefined) return letter;
  if (!Object.hasOwn(accents, match[3])) return null;
  const composed = (letter + accents[match[3]]).normalize('NFC');
  return composed.length === 1 ? composed : null;
}
