/** `'…'.format(…)`: replacement fields with attributes, subscripts, conversions and nested specifications. */
import { exceptionType, raise, raiseKeyError, raiseValueError } from '../exceptions.ts';
import { pythonVersion } from '../runtime.ts';
import type { Value } from '../values.ts';
import { getAttribute } from './attributes.ts';
import { formatValue } from './formatting.ts';
import { getItem } from './items.ts';
import { ascii, repr, str } from './text.ts';

interface FieldSource {
  readonly args: readonly Value[];
  named(name: string): Value;
  automatic: number;
}

/** Formats by position, and by name with `named` (which raises KeyError). */
export function formatMethod(
  format: string,
  args: readonly Value[],
  named: (name: string) => Value | undefined,
): string {
  const lookup = (name: string): Value => {
    const value = named(name);
    return value === undefined ? raiseKeyError(name) : value;
  };
  return formatFields(format, { args, named: lookup, automatic: 0 });
}

function formatFields(format: string, source: FieldSource): string {
  let result = '';
  let position = 0;
  while (position < format.length) {
    const character = format[position]!;
    if (character !== '{' && character !== '}') {
      result += character;
      position++;
    } else if (format[position + 1] === character) {
      result += character;
      position += 2;
    } else if (character === '}') raiseValueError("Single '}' encountered in format string");
    else {
      const end = fieldEnd(format, position + 1);
      result += formatField(format.slice(position + 1, end), source);
      position = end + 1;
    }
  }
  return result;
}

function fieldEnd(format: string, start: number): number {
  let depth = 1;
  for (let i = start; i < format.length; i++) {
    if (format[i] === '{') depth++;
    else if (format[i] === '}' && --depth === 0) return i;
  }
  return start >= format.length
    ? raiseValueError("Single '{' encountered in format string")
    : raiseValueError("expected '}' before end of string");
}

function formatField(field: string, source: FieldSource): string {
  const colon = field.indexOf(':');
  const head = colon < 0 ? field : field.slice(0, colon);
  const nested = colon < 0 ? '' : field.slice(colon + 1);
  const bang = head.indexOf('!');
  const name = bang < 0 ? head : head.slice(0, bang);
  const value = fieldValue(name, source);
  const specification = nested.includes('{') ? formatFields(nested, source) : nested;
  if (bang < 0) return formatValue(value, specification);
  return formatValue(convertValue(value, head.slice(bang + 1)), specification);
}

/** `!r`, `!s`, `!a`. */
export function convertValue(value: Value, conversion: string): Value {
  if (conversion === 'r') return repr(value);
  if (conversion === 's') return str(value);
  if (conversion === 'a') return ascii(value);
  return raiseValueError(`Unknown conversion specifier ${conversion}`);
}

function fieldValue(name: string, source: FieldSource): Value {
  if (name === '') return firstValue(name, source);
  const match = /^([^.[]*)(.*)$/su.exec(name)!;
  const [, first, rest] = match as unknown as [string, string, string];
  let value = firstValue(first, source);
  for (const part of rest.matchAll(/\.([^.[]+)|\[([^\]]*)\]/g)) {
    if (part[1] !== undefined) value = getAttribute(value, part[1]);
    else value = getItem(value, /^\d+$/.test(part[2]!) ? Number(part[2]) : part[2]!);
  }
  return value;
}

function firstValue(first: string, source: FieldSource): Value {
  if (first !== '' && !/^\d+$/.test(first)) return source.named(first);
  const isAutomatic = first === '';
  if (isAutomatic !== source.automatic >= 0 && source.automatic !== 0) {
    raiseValueError(
      isAutomatic
        ? 'cannot switch from manual field specification to automatic field numbering'
        : 'cannot switch from automatic field numbering to manual field specification',
    );
  }
  const index = isAutomatic ? source.automatic++ : Number(first);
  if (!isAutomatic) source.automatic = -1;
  const value = source.args[index];
  if (value !== undefined) return value;
  return raise(
    exceptionType('IndexError'),
    pythonVersion() === 2
      ? 'tuple index out of range'
      : `Replacement index ${index} out of range for positional args tuple`,
  );
}
