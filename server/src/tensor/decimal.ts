/**
 * Floats as decimal digits, as NumPy's Dragon4 gives them: the shortest digits that name the float in its own precision,
 * cut where asked with exact rounding (ties to even).
 */

/** A positive number as digits: `d.ddd × 10^exponent`, the point after the first digit. */
export interface Digits {
  readonly digits: string;
  readonly exponent: number;
}

export type FloatWidth = 'float32' | 'float64';

/** The shortest digits that name `x` (finite; the sign is ignored) among the floats of its width. */
export function shortestDigits(x: number, width: FloatWidth): Digits {
  const magnitude = Math.abs(x);
  if (width === 'float64') return parseExponential(magnitude.toExponential());
  for (let count = 0; count < 9; count++) {
    const { digits, exponent } = roundedDigits(magnitude, count);
    if (Math.fround(Number(`${digits[0]}.${digits.slice(1)}e${exponent}`)) === magnitude)
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

/** A float in positional notation: at most `precision` digits after the point, no trailing zeros, but the point stays. */
export function positional(x: number, width: FloatWidth, precision: number): string {
  const sign = x < 0 || Object.is(x, -0) ? '-' : '';
  const text = spread(shortestDigits(x, width));
  const fraction = text.length - text.indexOf('.') - 1;
  return sign + (fraction <= precision ? text : cutPositional(x, precision));
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

/** The same with exactly `precision` digits after the point, those of the exact value. */
export function scientificFixed(x: number, precision: number): string {
  const { digits, exponent } = roundedDigits(Math.abs(x), precision);
  return writeScientific(x, { digits: digits.padEnd(precision + 1, '0'), exponent });
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
