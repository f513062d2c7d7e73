/** `format` of decimal numbers, with the directives of PEP 3101. */
import { raiseValueError } from '../../../exceptions.ts';
import { formatValue } from '../../../protocols/formatting.ts';
import type { Decimal, Rounding } from './decimalNumber.ts';
import * as numbers from './decimalNumber.ts';

interface Formatted {
  readonly value: Decimal;
  readonly special: string | null;
}

interface Layout {
  readonly precision: number | null;
  readonly type: string;
  readonly rounding: Rounding;
}

const specification = /^(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([eEfFgGn%])?$/su;

/** `format(number, spec)`; `special` is the text of a number that is not finite. */
export function formatDecimal(self: Formatted, spec: string, rounding: Rounding): string {
  const match = specification.exec(spec);
  if (!match) return raiseValueError('invalid format string');
  const [, fill, align, sign, , , zero, width, separator, precision, type] = match;
  const body =
    self.special ??
    digits(self.value, {
      precision: precision === undefined ? null : Number(precision),
      type: type ?? '',
      rounding,
    });
  const mark = self.value.negative ? '-' : sign === '+' ? '+' : sign === ' ' ? ' ' : '';
  const [head = '', tail = ''] = body.split(/(?=[.Ee%])(.*)/s) as [string, string];
  const grouped = separator === undefined ? head : head.replace(/\B(?=(\d{3})+$)/g, separator);
  const least = Number(width ?? 0);
  const shown = `${grouped}${tail}`;
  if (zero !== undefined && align === undefined) return mark + shown.padStart(least - mark.length, '0');
  if (align === '=') return mark + shown.padStart(least - mark.length, fill ?? ' ');
  return width === undefined
    ? mark + shown
    : formatValue(mark + shown, `${fill ?? ''}${align ?? '>'}${width}`);
}

/** The digits without sign. */
function digits(directed: Decimal, { precision, type, rounding }: Layout): string {
  let value: Decimal = { ...directed, negative: false };
  if (type === '%') value = { ...value, exponent: value.exponent + 2 };
  if (type === 'f' || type === 'F' || type === '%') {
    if (precision !== null) {
      value = numbers.rescale({ ...directed, exponent: value.exponent }, -precision, rounding);
    } else if (value.exponent > 0) value = numbers.rescale(value, 0, rounding);
    return numbers.plainText(value) + (type === '%' ? '%' : '');
  }
  if (type === 'e' || type === 'E') {
    if (precision !== null) {
      const length = numbers.digitCount(value.coefficient);
      value = numbers.fitted(directed, { prec: precision + 1, rounding });
      if (length < precision + 1) {
        value = numbers.rescale(value, value.exponent - (precision + 1 - length), rounding);
      }
    }
    const all = value.coefficient.toString();
    const exponent = value.exponent + all.length - 1;
    const mantissa = all.length > 1 ? `${all[0]}.${all.slice(1)}` : all;
    return `${mantissa}${type}${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
  }
  if (precision !== null) value = numbers.fitted(directed, { prec: Math.max(1, precision), rounding });
  return numbers.decimalText({ ...value, negative: false }, type === 'g' ? 'e' : 'E');
}
