/** `string`: constants, `capwords`, `Template`, `Formatter`. */
import { PyDict, PySet } from '../../../containers.ts';
import { raiseIndexError, raiseKeyError, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { getAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { contains } from '../../../protocols/comparison.ts';
import { formatValue } from '../../../protocols/formatting.ts';
import { getItem } from '../../../protocols/items.ts';
import { convertValue } from '../../../protocols/strFormat.ts';
import { repr, str } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { floatType, intType, longType } from '../../../types/numberTypes.ts';
import { asText, like } from '../../../types/textValues.ts';
import { list, type PyModule, PyObject, PyTuple, type Value } from '../../../values.ts';
import { type PlainMatch, PlainPattern } from '../regex/plainPattern.ts';

const lowercase = 'abcdefghijklmnopqrstuvwxyz';
const uppercase = lowercase.toUpperCase();
const digits = '0123456789';
const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const whitespace = ' \t\n\r\v\f';

// ----------------------------------------------------------------------------------------------------------- Template

class PyTemplate extends PyObject {
  template = '';
}

/** The placeholders of a template, by the delimiter of its class. */
function placeholders(self: PyTemplate): PlainPattern {
  const delimiter = str(getAttribute(self, 'delimiter')).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const name = str(getAttribute(self, 'idpattern'));
  const braced = getAttribute(self, 'braceidpattern');
  const inner = braced === null ? name : str(braced);
  const braces = String.raw`\{(?P<braced>${inner})\}`;
  return new PlainPattern(`${delimiter}(?:(?P<escaped>${delimiter})|(?P<named>${name})|${braces}|)`);
}

function raiseInvalid(before: string): never {
  const lines = before.split('\n');
  const column = [...lines.at(-1)!].length + 1;
  return raiseValueError(`Invalid placeholder in string: line ${lines.length}, col ${column}`);
}

type Lookup = (name: string) => Value | undefined;

function lookupIn(args: readonly Value[], keywords: ReadonlyMap<string, Value>): Lookup {
  const [mapping] = args;
  return (name) => {
    const named = keywords.get(name);
    if (named !== undefined || mapping === undefined) return named;
    if (mapping instanceof PyDict && typeOf(mapping).isNative && !contains(mapping, name)) return undefined;
    return getItem(mapping, name);
  };
}

function substitute(self: PyTemplate, lookup: Lookup, isSafe: 'safe' | 'strict'): string {
  const text = self.template;
  const delimiter = str(getAttribute(self, 'delimiter'));
  return placeholders(self).replaceAll(text, (match) => {
    if (match.named('escaped') !== undefined) return delimiter;
    const name = nameIn(match);
    if (name === undefined) return isSafe === 'safe' ? match.text : raiseInvalid(match.before());
    const value = lookup(name);
    if (value !== undefined) return str(value);
    return isSafe === 'safe' ? match.text : raiseKeyError(name);
  });
}

const nameIn = (match: PlainMatch): string | undefined => match.named('named') ?? match.named('braced');

function identifiers(self: PyTemplate): Value[] {
  const found = new Set<string>();
  placeholders(self).replaceAll(self.template, (match) => {
    const name = nameIn(match);
    if (name !== undefined) found.add(name);
    return '';
  });
  return [...found];
}

const templateType = defineType<PyTemplate>({
  name: 'Template',
  module: 'string',
  class: PyTemplate,
  create: (type) => {
    const made = new PyTemplate();
    if (type !== templateType) made.cls = type;
    return made;
  },
  initialize: (self, args, keywords) => {
    const given = args[0] ?? keywords?.get('template');
    if (given === undefined) {
      raiseTypeError("Template.__init__() missing 1 required positional argument: 'template'");
    }
    self.template = asText(given) ?? raiseTypeError('expected string or bytes-like object');
  },
  constants: {
    __subclassable__: true,
    delimiter: '$',
    idpattern: '(?a:[_a-z][_a-z0-9]*)',
    braceidpattern: null,
  },
  attributes: { template: (self) => self.template },
  methods: {
    'substitute(*args, **keywords)': (self: PyTemplate, args: Value[], keywords: Map<string, Value>) =>
      substitute(self, lookupIn(args, keywords), 'strict'),
    'safe_substitute(*args, **keywords)': (self: PyTemplate, args: Value[], keywords: Map<string, Value>) => {
      const lookup = lookupIn(args, keywords);
      return substitute(self, lookup, 'safe');
    },
    'get_identifiers()': (self: PyTemplate) => list(identifiers(self)),
    'is_valid()': (self: PyTemplate) => {
      let isValid = true;
      placeholders(self).replaceAll(self.template, (match) => {
        if (match.named('escaped') === undefined && nameIn(match) === undefined) isValid = false;
        return '';
      });
      return isValid;
    },
  },
});

// ---------------------------------------------------------------------------------------------------------- Formatter

class PyFormatter extends PyObject {}

interface Field {
  readonly literal: string;
  /** null at the end of the text. */
  readonly name: string | null;
  readonly specification: string;
  readonly conversion: string | null;
}

/** The pieces of a format string, as `Formatter.parse` gives them. */
function parseFormat(format: string): Field[] {
  const fields: Field[] = [];
  let literal = '';
  for (let at = 0; at < format.length; ) {
    const character = format[at]!;
    if (character !== '{' && character !== '}') {
      literal += character;
      at++;
    } else if (format[at + 1] === character) {
      fields.push({ literal: literal + character, name: null, specification: '', conversion: null });
      literal = '';
      at += 2;
    } else if (character === '}') raiseValueError("Single '}' encountered in format string");
    else {
      const end = closing(format, at + 1);
      fields.push({ literal, ...fieldParts(format.slice(at + 1, end)) });
      literal = '';
      at = end + 1;
    }
  }
  if (literal !== '') fields.push({ literal, name: null, specification: '', conversion: null });
  return fields;
}

function closing(format: string, start: number): number {
  let depth = 1;
  for (let at = start; at < format.length; at++) {
    if (format[at] === '{') depth++;
    else if (format[at] === '}' && --depth === 0) return at;
  }
  return start >= format.length
    ? raiseValueError("Single '{' encountered in format string")
    : raiseValueError("expected '}' before end of string");
}

function fieldParts(text: string): Omit<Field, 'literal'> {
  const [, name, conversion, specification] = /^([^!:]*)(?:!([^:]*))?(?::(.*))?$/su.exec(text)!;
  return { name: name!, conversion: conversion ?? null, specification: specification ?? '' };
}

interface FormatState {
  readonly self: PyFormatter;
  readonly args: Value;
  readonly keywords: Value;
  readonly used: Value[];
  automatic: number;
}

const ask = (self: PyFormatter, method: string, ...args: Value[]): Value =>
  call(getAttribute(self, method), args);

function formatFields(state: FormatState, format: string): string {
  const { self } = state;
  let result = '';
  for (const field of parseFormat(format)) {
    result += field.literal;
    if (field.name === null) continue;
    let { name } = field;
    if (/^(?:[.[]|$)/.test(name)) name = `${state.automatic++}${name}`;
    const found = ask(self, 'get_field', name, state.args, state.keywords) as PyTuple;
    state.used.push(found.items[1]!);
    const value = ask(self, 'convert_field', found.items[0]!, field.conversion);
    const specification = formatFields(state, field.specification);
    result += str(ask(self, 'format_field', value, specification));
  }
  return result;
}

function vformat(self: PyFormatter, format: Value, args: Value, keywords: Value): string {
  const state: FormatState = { self, args, keywords, used: [], automatic: 0 };
  const text = formatFields(state, str(format));
  ask(self, 'check_unused_args', PySet.from(state.used), args, keywords);
  return text;
}

function getField(self: PyFormatter, name: Value, args: Value, keywords: Value): Value {
  const [, first, rest] = /^([^.[]*)(.*)$/su.exec(str(name))!;
  const key = /^\d+$/.test(first!) ? Number(first) : first!;
  let value = ask(self, 'get_value', key, args, keywords);
  for (const [, attribute, item] of rest!.matchAll(/\.([^.[]+)|\[([^\]]*)\]/g)) {
    if (attribute !== undefined) value = getAttribute(value, attribute);
    else value = getItem(value, /^\d+$/.test(item!) ? Number(item) : item!);
  }
  return new PyTuple([value, key]);
}

function getValue(key: Value, args: Value, keywords: Value): Value {
  if (typeof key !== 'number') return getItem(keywords, key);
  const { items } = args as PyTuple;
  return items[key] ?? raiseIndexError(`Replacement index ${key} out of range for positional args tuple`);
}

const formatterType = defineType<PyFormatter>({
  name: 'Formatter',
  module: 'string',
  class: PyFormatter,
  create: (type) => {
    const made = new PyFormatter();
    if (type !== formatterType) made.cls = type;
    return made;
  },
  constants: { __subclassable__: true },
  methods: {
    'format(format_string, /, *args, **kwargs)': (
      self: PyFormatter,
      format: Value,
      args: Value[],
      keywords: Map<string, Value>,
    ) => ask(self, 'vformat', format, new PyTuple(args), PyDict.from(keywords)),
    'vformat(format_string, args, kwargs)': vformat,
    'get_field(field_name, args, kwargs)': getField,
    'get_value(key, args, kwargs)': (_self: PyFormatter, key: Value, args: Value, keywords: Value) =>
      getValue(key, args, keywords),
    'check_unused_args(used_args, args, kwargs)': () => null,
    'format_field(value, format_spec)': (_self: PyFormatter, value: Value, specification: Value) =>
      formatValue(value, str(specification)),
    'convert_field(value, conversion)': (_self: PyFormatter, value: Value, conversion: Value) =>
      conversion === null ? value : convertValue(value, str(conversion)),
    'parse(format_string)': (_self: PyFormatter, format: Value) =>
      list(
        parseFormat(str(format)).map(({ literal, name, specification, conversion }) =>
          name === null
            ? new PyTuple([literal, null, null, null])
            : new PyTuple([literal, name, specification, conversion]),
        ),
      ),
  },
});

// ------------------------------------------------------------------------------------------------------------- module

function capitalizeWords(text: Value, separator: Value | undefined): Value {
  const given = asText(text) ?? raiseTypeError(`expected str, got ${repr(text)}`);
  const mark = separator === undefined || separator === null ? null : str(separator);
  const words = mark === null ? given.trim().split(/\s+/u).filter(Boolean) : given.split(mark);
  const capitalized = words.map((word) => {
    const [first = '', ...rest] = [...word];
    return first.toUpperCase() + rest.join('').toLowerCase();
  });
  return like(text, capitalized.join(mark ?? ' '));
}

const methodNames = [
  ...['upper', 'lower', 'strip', 'lstrip', 'rstrip', 'split', 'rsplit', 'replace', 'find', 'rfind', 'index'],
  ...['rindex', 'zfill', 'count', 'ljust', 'rjust', 'center', 'capitalize', 'swapcase', 'expandtabs'],
  ...['translate'],
];

const otherPython2Names = [
  ...['letters', 'lowercase', 'uppercase', 'join', 'joinfields', 'splitfields', 'maketrans', 'atoi', 'atol'],
  ...['atof'],
];

/** Python 2's table for `translate`: what every byte becomes. */
function makeTable(from: Value, to: Value): Value {
  const [sources, targets] = [str(from), str(to)];
  if (sources.length !== targets.length) raiseValueError('maketrans arguments must have same length');
  const table = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));
  for (let at = 0; at < sources.length; at++) table[sources.charCodeAt(at)] = targets[at]!;
  return table.join('');
}

const joinWords = (words: Value, separator: Value = ' '): Value =>
  call(getAttribute(separator, 'join'), [words]);

/** Python 2's functions on texts are the methods. */
const methodFunctions = (): Record<string, (...args: never[]) => Value> =>
  Object.fromEntries(
    methodNames.map((name) => [
      `${name}(s, *args)`,
      (text: Value, args: Value[]) => call(getAttribute(text, name), args),
    ]),
  );

export const stringModule = (): PyModule =>
  defineModule({
    name: 'string',
    only: {
      python2: [...otherPython2Names, ...methodNames],
    },
    values: {
      ascii_lowercase: lowercase,
      ascii_uppercase: uppercase,
      ascii_letters: lowercase + uppercase,
      letters: lowercase + uppercase,
      lowercase,
      uppercase,
      digits,
      hexdigits: `${digits}abcdefABCDEF`,
      octdigits: '01234567',
      punctuation,
      whitespace,
      printable: digits + lowercase + uppercase + punctuation + whitespace,
      Template: templateType,
      Formatter: formatterType,
    },
    functions: {
      'capwords(s, sep?)': capitalizeWords,
      'join(words, sep?)': joinWords,
      'joinfields(words, sep?)': joinWords,
      'splitfields(s, sep?, maxsplit?)': (text: Value, ...rest: (Value | undefined)[]) =>
        call(
          getAttribute(text, 'split'),
          rest.filter((each) => each !== undefined),
        ),
      'maketrans(from, to, /)': makeTable,
      'atoi(s, base?)': (text: Value, base?: Value) =>
        call(intType, base === undefined ? [text] : [text, base]),
      'atol(s, base?)': (text: Value, base?: Value) =>
        call(longType, base === undefined ? [text] : [text, base]),
      'atof(s)': (text: Value) => call(floatType, [text]),
      ...methodFunctions(),
    },
  });
