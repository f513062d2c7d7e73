/**
 * How NumPy writes the floats of one array so that they stand under each other: the class `FloatingFormat` of
 * `numpy/core/arrayprint.py`.
 */
import { type DigitRules, type FloatWidth, positionalText, scientificText } from './decimal.ts';
import { roundToHalf } from './dtype.ts';

/** The major version of NumPy whose text is wanted. */
export type NumpyVersion = 1 | 2;

/** What the precision means: see `np.set_printoptions`. */
export type FloatMode = 'fixed' | 'unique' | 'maxprec' | 'maxprec_equal';

/** What of the print settings concerns floats. */
export interface FloatSettings {
  readonly precision: number;
  readonly suppress: boolean;
  readonly sign: '-' | '+' | ' ';
  readonly floatMode: FloatMode;
  readonly nanText: string;
  readonly infText: string;
}

export interface FloatContext {
  readonly settings: FloatSettings;
  readonly numpy: NumpyVersion;
}

/** The digits that a float is good for. */
const goodDigits: Readonly<Record<FloatWidth, number>> = { float16: 3, float32: 6, float64: 15 };

/** From here on a scalar is written with an exponent. NumPy 2 looks at the precision of the narrow types. */
export const scalarExponentFrom = (width: FloatWidth, numpy: NumpyVersion): number =>
  numpy === 1 || width === 'float64' ? 1e16 : 10 ** goodDigits[width];

const rounding: Readonly<Record<FloatWidth, (x: number) => number>> = {
  float16: roundToHalf,
  float32: Math.fround,
  float64: (x) => x,
};

/** The format of all floats that an array shows. */
export class FloatFormat {
  readonly #settings: FloatSettings;
  readonly #isScientific: boolean;
  readonly #rules: DigitRules;
  #left = 0;
  #right = 0;
  #exponentDigits = 0;

  constructor(shown: readonly number[], width: FloatWidth, { settings, numpy }: FloatContext) {
    this.#settings = settings;
    const finite = shown.filter(Number.isFinite);
    this.#isScientific = needsExponent(finite, { width, numpy, suppress: settings.suppress });
    const first: DigitRules = {
      width,
      precision: settings.floatMode === 'unique' ? null : settings.precision,
      isUnique: settings.floatMode !== 'fixed',
      ...(settings.floatMode === 'fixed' ? { least: settings.precision } : {}),
    };
    if (finite.length === 0) this.#rules = first;
    else
      this.#rules = this.#isScientific
        ? this.#fitScientific(finite, first)
        : this.#fitPositional(finite, first);
    if (settings.sign === ' ' && !finite.some(isNegative)) this.#left++;
    if (finite.length < shown.length) this.#fitSpecial(shown);
  }

  /** One of the floats. */
  write(x: number): string {
    if (!Number.isFinite(x)) return this.#special(x).padStart(this.#left + this.#right + 1);
    if (!this.#isScientific) {
      const [whole, fraction] = this.#signed(x, positionalText(x, this.#rules)).split('.');
      return `${whole!.padStart(this.#left)}.${fraction!.padEnd(this.#right)}`;
    }
    const { whole, fraction, exponent } = splitScientific(this.#signed(x, scientificText(x, this.#rules)));
    const power = exponent[0] + exponent.slice(1).padStart(this.#exponentDigits, '0');
    return `${whole.padStart(this.#left)}.${fraction}e${power}`;
  }

  #signed(x: number, text: string): string {
    return this.#settings.sign === '+' && !isNegative(x) ? `+${text}` : text;
  }

  #special(x: number): string {
    const { sign, nanText, infText } = this.#settings;
    const plus = sign === '+' ? '+' : '';
    if (Number.isNaN(x)) return plus + nanText;
    return (x < 0 ? '-' : plus) + infText;
  }

  #fitScientific(finite: readonly number[], rules: DigitRules): DigitRules {
    const texts = finite.map((x) => splitScientific(this.#signed(x, scientificText(x, rules))));
    const digits = longest(texts.map(({ fraction }) => fraction));
    this.#exponentDigits = longest(texts.map(({ exponent }) => exponent)) - 1;
    this.#left = longest(texts.map(({ whole }) => whole));
    this.#right = this.#exponentDigits + 2 + digits;
    return { ...rules, precision: digits, least: digits };
  }

  #fitPositional(finite: readonly number[], rules: DigitRules): DigitRules {
    const texts = finite.map((x) => this.#signed(x, positionalText(x, rules)).split('.'));
    this.#left = longest(texts.map(([whole]) => whole!));
    this.#right = longest(texts.map(([, fraction]) => fraction!));
    const isEqual = this.#settings.floatMode === 'fixed' || this.#settings.floatMode === 'maxprec_equal';
    return isEqual ? { ...rules, precision: this.#right, least: this.#right } : { ...rules, least: 0 };
  }

  /** The room that `nan` and `inf` need. */
  #fitSpecial(shown: readonly number[]): void {
    const { sign, nanText, infText } = this.#settings;
    const hasSign = sign !== '-' || shown.includes(Number.NEGATIVE_INFINITY);
    const offset = this.#right + 1;
    this.#left = Math.max(this.#left, nanText.length - offset, infText.length + (hasSign ? 1 : 0) - offset);
  }
}

const isNegative = (x: number): boolean => x < 0 || Object.is(x, -0);

interface ExponentContext {
  readonly width: FloatWidth;
  readonly numpy: NumpyVersion;
  readonly suppress: boolean;
}

/** NumPy 2 looks at the precision of the type, and compares in it. */
function needsExponent(finite: readonly number[], { width, numpy, suppress }: ExponentContext): boolean {
  let most = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const value of finite) {
    if (value === 0) continue;
    most = Math.max(most, Math.abs(value));
    least = Math.min(least, Math.abs(value));
  }
  if (most === 0) return false;
  const round = rounding[width];
  if (most >= (numpy === 1 ? 1e8 : 10 ** Math.min(8, goodDigits[width]))) return true;
  return !suppress && (least < (numpy === 1 ? 1e-4 : round(1e-4)) || round(most / least) > 1000);
}

function splitScientific(text: string): { whole: string; fraction: string; exponent: string } {
  const [mantissa, exponent] = text.split('e') as [string, string];
  const [whole, fraction] = mantissa.split('.') as [string, string];
  return { whole, fraction, exponent };
}

const longest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, text.length), 0);
