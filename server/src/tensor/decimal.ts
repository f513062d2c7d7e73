/**
 * Floats as decimal digits, as NumPy's Dragon4 gives them: the shortest digits that name the float in its own precision,
 * cut where asked with exact rounding (ties to even).
 */
import { roundToHalf } from './dtype.ts';

/** A positive number as digits: `d.ddd × 10^exponent`, the point after the first digit. */
export interface Digits {
  readonly digits: string;
  readonly exponent: number;
  /** True: rounding up carried, so zeros at the end are none that were there. */
  readonly isCarried?: boolean;
}

export type FloatWidth = 'float16' | 'float32' | 'float64';

const rounding: Readonly<Record<FloatWidth, (x: number) => number>> = {
  float16: roundToHalf,
  float32: Math.fround,
  float64: (x) => x,
};

/** The shortest digits that name `x` (finite; the sign is ignored) among the floats of its width. */
export function shortestDigits(x: number, width: FloatWidth): Digits {
  const magnitude = Math.abs(x);
  if (width === 'float64') return parseExponential(magnitude.toExponential());
  for (let count = 0; count < 9; count++) {
    const { digits, exponent } = roundedDigits(magnitude, count);
    if (rounding[width](Number(`${digits[0]}.${digits.slice(1)}e${exponent}`)) === magnitude)
      return { digits, exponent };
  }
  return parseExponential(magnitude.toExponential());
}

/** The exact value rounded to `fractionDigits` after the point of `d.ddd × 10^exponent`, trailing zeros removed. */
function roundedDigits(magnitude: number, fractionDigits: number): Digits {
  const named = parseExponential(magnitude.toExponential());
  const kept = fractionDigits + 1;
  if (isTie(magnitude, named, kept)) return roundTie(named.digits.slice(0, kept), named.exponent);
  return parseExponential(magnitude.toExponential(fractionDigits));
}

function parseExponential(text: string): Digits {
  const [mantissa, exponent] = text.split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/, '');
  return { digits: digits === '' ? '0' : digits, exponent: Number(exponent) };
}

/** True when the digits are the very value and go on after `kept` digits with a single 5. */
function isTie(x: number, { digits, exponent }: Digits, kept: number): boolean {
  if (digits.length !== kept + 1 || !digits.endsWith('5')) return false;
  const scale = exponent - (digits.length - 1);
  const [mantissa, binary] = exactParts(Math.abs(x));
  const left = mantissa * (scale < 0 ? 10n ** BigInt(-scale) : 1n) * (binary > 0 ? 1n << BigInt(binary) : 1n);
  const right =
    BigInt(digits) * (scale > 0 ? 10n ** BigInt(scale) : 1n) * (binary < 0 ? 1n << BigInt(-binary) : 1n);
  return left === right;
}

/** `x` as an integer times a power of two. */
function exactParts(x: number): readonly [bigint, number] {
  let mantissa = x;
  let binary = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    binary--;
  }
  return [BigInt(mantissa), binary];
}

function roundTie(kept: string, exponent: number): Digits {
  const last = Number(kept.at(-1) ?? '0');
  const rounded = last % 2 === 0 ? kept : (BigInt(kept) + 1n).toString();
  const grown = rounded.length - kept.length;
  const trimmed = rounded.replace(/0+$/, '');
  return { digits: trimmed === '' ? '0' : trimmed, exponent: exponent + grown };
}

/** All digits of the very value. */
function exactDigits(x: number): Digits {
  if (x === 0) return { digits: '0', exponent: 0 };
  const [mantissa, binary] = exactParts(Math.abs(x));
  const whole = binary >= 0 ? mantissa << BigInt(binary) : mantissa * 5n ** BigInt(-binary);
  const text = whole.toString();
  return { digits: text, exponent: text.length - 1 + Math.min(binary, 0) };
}

/** The digits rounded to `kept` of them, ties to even; `kept` may be 0 or less: then nothing or the next power of ten. */
function cutDigits({ digits, exponent }: Digits, kept: number): Digits {
  if (kept >= digits.length) return { digits, exponent };
  if (kept < 0) return { digits: '0', exponent: 0 };
  const [head, rest] = [digits.slice(0, kept), digits.slice(kept)];
  const half = `5${'0'.repeat(rest.length - 1)}`;
  const isUp = rest > half || (rest === half && Number(head.at(-1) ?? '0') % 2 === 1);
  if (!isUp) return kept === 0 ? { digits: '0', exponent: 0 } : { digits: head, exponent };
  const grown = (BigInt(head || '0') + 1n).toString();
  return { digits: grown, exponent: exponent + grown.length - kept, isCarried: grown.endsWith('0') };
}

/** How a number is written where not all of its digits, or more, are wanted. */
export interface DigitRules {
  readonly width: FloatWidth;
  /** Digits after the point at most; null: as many as there are. */
  readonly precision: number | null;
  /** True: the digits that name the number, else those of its very value. */
  readonly isUnique: boolean;
  /** False: `precision` counts all digits, not only those after the point. */
  readonly isFractional?: boolean;
  /** Digits after the point at least. */
  readonly least?: number;
}

/** The digits that name a number, cut where they are too many, those of its very value where they are too few. */
function fitDigits(
  x: number,
  named: Digits,
  range: { most: number; least: number; isPlaced: boolean },
): Digits {
  const count = named.digits.length;
  if (count > range.most) {
    const exact = exactDigits(x);
    // Places after the point do not move when the digits that name the number begin elsewhere.
    return cutDigits(exact, range.most + (range.isPlaced ? exact.exponent - named.exponent : 0));
  }
  return count < range.least && x !== 0 ? cutDigits(exactDigits(x), range.least) : named;
}

const signOf = (x: number): string => (x < 0 || Object.is(x, -0) ? '-' : '');

/** The same rules with what becomes of zeros at the end of digits that were cut. */
interface KeptZeros {
  /** True: they stay, as far as the precision asks. */
  readonly keepsZeros?: boolean;
}

/** Positional notation, always with a point; zeros after it only as `least` asks. */
export function positionalText(x: number, rules: DigitRules & KeptZeros): string {
  const named = rules.isUnique ? shortestDigits(x, rules.width) : exactDigits(x);
  const most = rules.precision ?? Number.POSITIVE_INFINITY;
  const start = rules.isFractional === false ? 0 : named.exponent + 1;
  const cut = fitDigits(x, named, {
    most: start + most,
    least: start + (rules.least ?? Number.NEGATIVE_INFINITY),
    isPlaced: rules.isFractional !== false,
  });
  const [whole, fraction] = spread(cut).split('.');
  const trimmed = fraction!.replace(/0+$/, '');
  const isKept = rules.keepsZeros && !cut.isCarried && named.digits.length > start + most;
  const zeros = isKept
    ? start + most - named.exponent - 1
    : rules.keepsZeros && !rules.isUnique
      ? most - (rules.isFractional === false ? whole!.length : 0)
      : 0;
  return `${signOf(x)}${whole}.${trimmed.padEnd(Math.max(Number.isFinite(zeros) ? zeros : 0, rules.least ?? 0), '0')}`;
}

/** Scientific notation, always with a point. */
export function scientificText(x: number, rules: DigitRules & KeptZeros): string {
  const named = rules.isUnique ? shortestDigits(x, rules.width) : exactDigits(x);
  const most = (rules.precision ?? Number.POSITIVE_INFINITY) + 1;
  const cut = fitDigits(x, named, { most, least: (rules.least ?? 0) + 1, isPlaced: false });
  const digits = cut.digits.replace(/0+$/, '') || '0';
  const isLong = rules.keepsZeros && (!rules.isUnique || (!cut.isCarried && named.digits.length > most));
  const zeros = isLong && Number.isFinite(most) ? most : 0;
  return writeScientific(x, {
    digits: digits.padEnd(Math.max(zeros, (rules.least ?? 0) + 1), '0'),
    exponent: cut.exponent,
  });
}

/** A float in positional notation: at most `precision` digits after the point, no trailing zeros, but the point stays. */
export function positional(x: number, width: FloatWidth, precision: number): string {
  const text = spread(shortestDigits(x, width));
  const fraction = text.length - text.indexOf('.') - 1;
  return signOf(x) + (fraction <= precision ? text : cutPositional(x, precision));
}

/** The digits written out, with a point. */
function spread({ digits, exponent }: Digits): string {
  if (exponent < 0) return digits === '0' ? '0.' : `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${whole}.${digits.slice(exponent + 1)}`;
}

function cutPositional(x: number, precision: number): string {
  const named = shortestDigits(x, 'float64');
  const kept = named.exponent + 1 + precision;
  if (kept > 0 && isTie(x, named, kept)) return spread(roundTie(named.digits.slice(0, kept), named.exponent));
  if (kept === 0 && isTie(x, named, 0)) return '0.';
  const text = Math.abs(x).toFixed(precision);
  return precision === 0 ? `${text}.` : text.replace(/0+$/, '');
}

/**
 * A float in scientific notation, trailing zeros removed: `1.5e+10`, `1.e-05`. The digits are the shortest ones if they are
 * not more than `precision` after the point, else the exact value rounded.
 */
export function scientific(x: number, width: FloatWidth, precision: number): string {
  const shortest = shortestDigits(x, width);
  const isShort = shortest.digits.length - 1 <= precision;
  return writeScientific(x, isShort ? shortest : roundedDigits(Math.abs(x), precision));
}

function writeScientific(x: number, { digits, exponent }: Digits): string {
  const sign = x < 0 || Object.is(x, -0) ? '-' : '';
  return `${sign}${digits[0]}.${digits.slice(1)}e${exponentText(exponent)}`;
}

const exponentText = (exponent: number): string =>
  `${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;

/** A NumPy scalar of a float type, as `str` gives it: `1.5`, `100.0`, `nan`, and from `exponentFrom` on `1e+16`. */
export function floatScalarText(x: number, width: FloatWidth, exponentFrom: number): string {
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x < 0 ? '-inf' : 'inf';
  const magnitude = Math.abs(x);
  if (magnitude === 0 || (magnitude >= 1e-4 && magnitude < exponentFrom)) {
    const text = positional(x, width, 400);
    return text.endsWith('.') ? `${text}0` : text;
  }
  return scientific(x, width, 400).replace('.e', 'e');
}
