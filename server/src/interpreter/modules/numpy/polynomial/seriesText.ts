/** How the series of `numpy.polynomial` are written. */
import { PyFloat, type Value } from '../../../values.ts';
import { numpyVersion } from '../conversion.ts';
import { formatPositional, formatScientific, settings } from '../printing.ts';
import { lineBetween } from './operations.ts';
import type { Basis } from './recurrences.ts';
import type { Series } from './series.ts';

export type Script = 'unicode' | 'ascii';

/** A coefficient; `isTerm`: beside others, where powers of ten stand in parentheses. */
function numberText(x: number, place: 'term' | 'alone' = 'alone'): string {
  const { precision, nanText, infText, floatMode, sign } = settings();
  if (Number.isNaN(x)) return nanText;
  if (!Number.isFinite(x)) return infText;
  const size = Math.abs(x);
  const isTiny = size < 10 ** Math.min(0, Math.floor(-(precision - 1) / 2));
  const [trim, isUnique] = floatMode === 'fixed' ? ['k', false] : ['0', true];
  const hasSign = sign === '+';
  const value = new PyFloat(x);
  if (x === 0 || (size < 1e8 && !isTiny))
    return formatPositional(value, precision, isUnique, true, trim, hasSign) as string;
  const text = formatScientific(value, precision, isUnique, trim, hasSign) as string;
  return place === 'term' ? `(${text})` : text;
}

/** The argument of the basis polynomials: since NumPy 2 the line between domain and window is written out. */
function argumentText(symbol: string, domain: Series, window: Series): string {
  if (numpyVersion() === 1) return symbol;
  const [off, scale] = lineBetween(domain, window);
  if (off === 0 && scale === 1) return symbol;
  const scaled = scale === 1 ? symbol : `${numberText(scale)}${symbol}`;
  return off === 0 ? `(${scaled})` : `(${numberText(off)} + ${scaled})`;
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = '₀₁₂₃₄₅₆₇₈₉';
const digitsIn = (power: number, digits: string): string =>
  String(power).replace(/\d/g, (digit) => digits[Number(digit)]!);

function factorText(
  basis: Basis,
  power: number,
  { script, argument }: { script: Script; argument: string },
): string {
  if (basis.letter !== null)
    return script === 'unicode'
      ? `·${basis.letter}${digitsIn(power, lowered)}(${argument})`
      : ` ${basis.letter}_${power}(${argument})`;
  if (power === 1) return script === 'unicode' ? `·${argument}` : ` ${argument}`;
  return script === 'unicode' ? `·${argument}${digitsIn(power, raised)}` : ` ${argument}**${power}`;
}

export interface Written {
  readonly basis: Basis;
  readonly coefficients: Series;
  readonly domain: Series;
  readonly window: Series;
  readonly symbol: string;
}

/** The sum of all terms, broken before the printed width. */
export function seriesText({ basis, coefficients, domain, window, symbol }: Written, script: Script): string {
  const width = Math.max(settings().lineWidth, 1);
  const argument = argumentText(symbol, domain, window);
  let text = numberText(coefficients[0]!);
  for (const [i, coefficient] of coefficients.slice(1).entries()) {
    text += ' ';
    const written =
      coefficient >= 0 ? `+ ${numberText(coefficient, 'term')}` : `- ${numberText(-coefficient, 'term')}`;
    const term = written + factorText(basis, i + 1, { script, argument });
    const isLast = i === coefficients.length - 2;
    const length = text.length - text.lastIndexOf('\n') - 1 + term.length + (isLast ? 0 : 2);
    text += length >= width ? term.replace(' ', '\n') : term;
  }
  return text;
}

export const isScript = (value: Value): value is Script => value === 'ascii' || value === 'unicode';
