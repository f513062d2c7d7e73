/** What parsers of `configparser` hold, and how a value is looked up: section, defaults, values of the call, interpolation. */
import { asPythonException, notSupported, raiseValueError } from '../../../exceptions.ts';
import { getAttribute } from '../../../protocols/attributes.ts';
import { call, call1 } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { toArray } from '../../../protocols/iteration.ts';
import { str } from '../../../protocols/text.ts';
import { isInstance } from '../../../pyType.ts';
import { floatType, intType } from '../../../types/numberTypes.ts';
import type { PyObject, Value } from '../../../values.ts';
import { absenceErrors, failNoOption, failNoSection } from './configErrors.ts';
import type { ConfigState, Section } from './configReader.ts';
import { interpolated, type OptionLookup } from './interpolation.ts';

export const states = new WeakMap<PyObject, ConfigState>();
export const proxies = new WeakMap<PyObject, Map<string, PyObject>>();

export const stateOf = (self: PyObject): ConfigState =>
  states.get(self) ?? notSupported('a parser without __init__');
export const nameOf = (self: PyObject, option: Value): string =>
  str(call1(getAttribute(self, 'optionxform'), option));
export const given = (value: Value | undefined): value is Value => value !== undefined && value !== null;
export const pairs = (mapping: Value): [Value, Value][] =>
  toArray(call(getAttribute(mapping, 'items'), [])).map((pair) => toArray(pair) as [Value, Value]);

export const booleans: ReadonlyMap<string, boolean> = new Map([
  ...['1', 'yes', 'true', 'on'].map((text) => [text, true] as const),
  ...['0', 'no', 'false', 'off'].map((text) => [text, false] as const),
]);

function toBoolean(value: Value): Value {
  const text = str(value);
  return booleans.get(text.toLowerCase()) ?? raiseValueError(`Not a boolean: ${text}`);
}

/** The options of a section with the defaults behind them, and values of the call before them. */
export function optionsOf(self: PyObject, name: Value, vars?: Value): Section {
  const { sections, defaults, defaultSection } = stateOf(self);
  const own = sections.get(name as string);
  if (own === undefined && name !== defaultSection) failNoSection(name);
  const all = new Map([...defaults, ...(own ?? [])]);
  if (given(vars)) {
    for (const [key, value] of pairs(vars)) all.set(nameOf(self, key), value === null ? null : str(value));
  }
  return all;
}

function lookupOf(self: PyObject, options: Section): OptionLookup {
  const textOf = (value: Value | undefined): string | undefined => (given(value) ? str(value) : undefined);
  return {
    name: (option) => nameOf(self, option),
    own: (option) => textOf(options.get(option)),
    other: (section, option) => {
      const { sections, defaultSection } = stateOf(self);
      if (!sections.has(section) && section !== defaultSection) return undefined;
      return textOf(optionsOf(self, section).get(option));
    },
    of: (section) => lookupOf(self, optionsOf(self, section)),
  };
}

interface Place {
  readonly section: Value;
  readonly option: string;
  readonly options: Section;
}

export function substituted(self: PyObject, value: Value, { section, option, options }: Place): Value {
  if (typeof value !== 'string') return value;
  const place = { section: str(section), option, raw: value };
  return interpolated(stateOf(self).interpolation, place, lookupOf(self, options));
}

export function getOption(
  self: PyObject,
  section: Value,
  option: Value,
  ...rest: (Value | undefined)[]
): Value {
  const [raw, vars, fallback] = rest;
  const { sections, defaultSection } = stateOf(self);
  if (fallback !== undefined && !sections.has(section as string) && section !== defaultSection)
    return fallback;
  const options = optionsOf(self, section, vars);
  const name = nameOf(self, option);
  const value = options.get(name);
  if (value === undefined) return fallback === undefined ? failNoOption(name, section) : fallback;
  if (value === null || (raw !== undefined && isTrue(raw))) return value;
  return substituted(self, value, { section, option: name, options });
}

/** `getint` and the like: the fallback is not converted. */
export const converting =
  (convert: (self: PyObject, value: Value) => Value) =>
  (self: PyObject, section: Value, option: Value, ...rest: (Value | undefined)[]): Value => {
    const [raw, vars, fallback] = rest;
    let value: Value;
    try {
      value = call(
        getAttribute(self, 'get'),
        [section, option],
        new Map([
          ...(raw === undefined ? [] : [['raw', raw] as const]),
          ...(vars === undefined ? [] : [['vars', vars] as const]),
        ]),
      );
    } catch (error) {
      const raised = asPythonException(error);
      const isAbsent = raised !== null && absenceErrors.some((type) => isInstance(raised.value, type));
      if (!isAbsent || fallback === undefined) throw error;
      return fallback;
    }
    return convert(self, value);
  };

export const conversions: Readonly<Record<string, (self: PyObject, value: Value) => Value>> = {
  getint: (_self, value) => call1(intType, value),
  getfloat: (_self, value) => call1(floatType, value),
  getboolean: (_self, value) => toBoolean(value),
};
