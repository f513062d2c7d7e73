/**
 * `configparser`. Classes as CPython has them, so that programs can derive from them and replace `optionxform`; what they hold is
 * beside them. Interpolations of the program and LegacyInterpolation are refused.
 */
import { AttributeTable } from '../../../attributeTable.ts';
import { PyDict } from '../../../containers.ts';
import {
  asPythonException,
  isException,
  notSupported,
  raiseKeyError,
  raiseTypeError,
  raiseValueError,
} from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { getAttribute, tryGetAttribute } from '../../../protocols/attributes.ts';
import { call, call1 } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { iterateArray, toArray } from '../../../protocols/iteration.ts';
import { repr, str } from '../../../protocols/text.ts';
import { lookupInType } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import {
  list,
  PyIterator,
  type PyModule,
  PyObject,
  PyTuple,
  type PyType,
  tuple,
  type Value,
} from '../../../values.ts';
import { openFile } from '../../files/openFile.ts';
import { field, libraryClass, setField } from '../libraryClass.ts';
import { configErrors, failDuplicateOption, failDuplicateSection, failNoSection } from './configErrors.ts';
import {
  booleans,
  conversions,
  converting,
  getOption,
  given,
  nameOf,
  optionsOf,
  pairs,
  proxies,
  stateOf,
  states,
  substituted,
} from './configOptions.ts';
import { ConfigReader, type Section } from './configReader.ts';
import type { Interpolation } from './interpolation.ts';

const texts = (value: Value | undefined, otherwise: readonly string[]): readonly string[] =>
  value === undefined
    ? otherwise
    : value === null
      ? []
      : typeof value === 'string'
        ? [...value]
        : toArray(value).map(str);

function hasOption(self: PyObject, section: Value, option: Value): boolean {
  const { sections, defaults, defaultSection } = stateOf(self);
  const name = nameOf(self, option);
  if (!isTrue(section) || section === defaultSection) return defaults.has(name);
  const own = sections.get(section as string);
  return own !== undefined && (own.has(name) || defaults.has(name));
}

function sectionOf(self: PyObject, section: Value): Section {
  const { sections, defaults, defaultSection } = stateOf(self);
  if (!isTrue(section) || section === defaultSection) return defaults;
  return sections.get(section as string) ?? failNoSection(section);
}

/** A lonely mark of interpolation is refused when it is set. */
function checkInterpolation(value: string, kind: Interpolation): void {
  if (kind === 'none') return;
  const mark = kind === 'basic' ? '%' : '$';
  const rest = value
    .replaceAll(mark + mark, '')
    .replace(kind === 'basic' ? /%\(([^)]+)\)s/g : /\$\{([^}]+)\}/g, '');
  const at = rest.indexOf(mark);
  if (at >= 0) raiseValueError(`invalid interpolation syntax in ${repr(value)} at position ${at}`);
}

function setOption(self: PyObject, section: Value, option: Value, value: Value = null): null {
  if (typeof value === 'string') checkInterpolation(value, stateOf(self).interpolation);
  sectionOf(self, section).set(nameOf(self, option), value);
  return null;
}

function addSection(self: PyObject, section: Value): null {
  const { sections, defaultSection } = stateOf(self);
  if (section === defaultSection) raiseValueError(`Invalid section name: ${repr(section)}`);
  if (sections.has(section as string)) failDuplicateSection(section as string, null);
  sections.set(section as string, new Map());
  return null;
}

function readDict(self: PyObject, dictionary: Value, source: Value = '<dict>'): null {
  const { sections, defaultSection, isStrict } = stateOf(self);
  const added = new Set<string>();
  for (const [key, options] of pairs(dictionary)) {
    const section = str(key);
    const isKnown = sections.has(section) || section === defaultSection;
    if (isKnown && isStrict && added.has(section)) failDuplicateSection(section, null);
    if (!isKnown) addSection(self, section);
    added.add(section);
    for (const [name, value] of pairs(options)) {
      const option = nameOf(self, str(name));
      if (isStrict && added.has(`${section}\n${option}`)) {
        failDuplicateOption(section, option, { source: str(source), line: null });
      }
      added.add(`${section}\n${option}`);
      call(getAttribute(self, 'set'), [section, option, value === null ? null : str(value)]);
    }
  }
  return null;
}

const readLines = (self: PyObject, lines: readonly string[], source: string): void =>
  new ConfigReader(stateOf(self), source, (option) => nameOf(self, option)).read(lines);

/** The names of the files that could be read. */
function readFiles(self: PyObject, names: Value, encoding?: Value): Value {
  const isOne = typeof names === 'string' || tryGetAttribute(names, '__fspath__') !== undefined;
  const read: Value[] = [];
  for (const name of isOne ? [names] : toArray(names)) {
    let lines: Value[];
    try {
      lines = toArray(openFile(name, 'r', undefined, encoding ?? 'utf-8'));
    } catch (error) {
      const raised = asPythonException(error);
      if (raised === null || !isException(raised, 'OSError')) throw error;
      continue;
    }
    const text = typeof name === 'string' ? name : str(name);
    readLines(self, lines.map(str), text);
    read.push(text);
  }
  return list(read);
}

function write(self: PyObject, file: Value, spaces?: Value): null {
  const { sections, defaults, defaultSection, delimiters, allowsNoValue } = stateOf(self);
  const delimiter = spaces === undefined || isTrue(spaces) ? ` ${delimiters[0]} ` : delimiters[0]!;
  const put = getAttribute(file, 'write');
  const writeSection = (name: string, options: Section): void => {
    call1(put, `[${name}]\n`);
    for (const [option, value] of options) {
      const isBare = value === null && allowsNoValue;
      call1(put, `${option}${isBare ? '' : delimiter + str(value).replaceAll('\n', '\n\t')}\n`);
    }
    call1(put, '\n');
  };
  if (defaults.size > 0) writeSection(defaultSection, defaults);
  for (const [name, options] of sections) writeSection(name, options);
  return null;
}

function checkText(value: Value, what: string): void {
  if (typeof value !== 'string') raiseTypeError(`${what} must be strings`);
}

const interpolationMark = new WeakMap<PyType, Interpolation>();

function interpolationOf(value: Value | undefined, otherwise: Interpolation): Interpolation {
  if (value === undefined) return otherwise;
  if (value === null) return 'none';
  const type = value instanceof PyObject ? value.cls : null;
  return (type && interpolationMark.get(type)) ?? notSupported('an interpolation of the program');
}

function initialize(self: PyObject, otherwise: Interpolation, args: readonly (Value | undefined)[]): null {
  const [
    defaults,
    ,
    allowsNoValue,
    delimiters,
    comments,
    inline,
    strict,
    empty,
    section,
    interpolation,
    converters,
  ] = args;
  if (given(converters)) notSupported('converters of configparser');
  states.set(self, {
    sections: new Map(),
    defaults: new Map(),
    defaultSection: section === undefined ? 'DEFAULT' : str(section),
    delimiters: texts(delimiters, ['=', ':']),
    commentPrefixes: texts(comments, ['#', ';']),
    inlinePrefixes: texts(inline, []),
    isStrict: strict === undefined || isTrue(strict),
    allowsNoValue: allowsNoValue !== undefined && isTrue(allowsNoValue),
    emptyLinesInValues: empty === undefined || isTrue(empty),
    interpolation: interpolationOf(interpolation, otherwise),
  });
  proxies.set(self, new Map());
  if (!given(defaults)) return null;
  for (const [key, value] of pairs(defaults)) {
    const kept = otherwise === 'none' || value === null ? value : str(value);
    stateOf(self).defaults.set(nameOf(self, key), kept);
  }
  return null;
}

const parameters =
  'defaults?, dict_type?, allow_no_value?, *, delimiters?, comment_prefixes?, inline_comment_prefixes?, strict?, empty_lines_in_values?, default_section?, interpolation?, converters?';

const overIterator = (items: readonly Value[]): Value => new PyIterator('list_iterator', iterateArray(items));

function itemsOf(mapping: PyType, self: PyObject, ...args: (Value | undefined)[]): Value {
  const [section, raw, vars] = args;
  if (section === undefined) return call(lookupInType(mapping, 'items')!, [self]);
  const options = optionsOf(self, section, vars);
  const shown = [...optionsOf(self, section)].map(([option]) => {
    const value = options.get(option)!;
    const isRaw = raw !== undefined && isTrue(raw);
    return tuple(option, isRaw ? value : substituted(self, value, { section, option, options }));
  });
  return list(shown);
}

function proxyClass(mapping: PyType): PyType {
  const parserOf = (self: PyObject): PyObject => field(self, '_parser') as PyObject;
  const sectionName = (self: PyObject): Value => field(self, '_name');
  const has = (self: PyObject, key: Value): boolean => hasOption(parserOf(self), sectionName(self), key);
  const names = (self: PyObject): Value[] => [...ownFirst(parserOf(self), sectionName(self)).keys()];
  const getters = Object.keys(conversions).map((name) => [
    `${name}(option, fallback?, *, raw?, vars?)`,
    (self: PyObject, option: Value, ...[fallback = null, raw, vars]: (Value | undefined)[]) =>
      converting(conversions[name]!)(parserOf(self), sectionName(self), option, raw, vars, fallback),
  ]);
  return libraryClass({
    name: 'SectionProxy',
    module: 'configparser',
    bases: [mapping],
    methods: {
      '__repr__()': (self: PyObject) => `<Section: ${str(sectionName(self))}>`,
      '__getitem__(key)': (self: PyObject, key: Value) =>
        has(self, key)
          ? call(getAttribute(parserOf(self), 'get'), [sectionName(self), key])
          : raiseKeyError(key),
      '__setitem__(key, value)': (self: PyObject, key: Value, value: Value) => {
        checkText(key, 'option keys');
        if (value !== null || !stateOf(parserOf(self)).allowsNoValue) checkText(value, 'option values');
        return call(getAttribute(parserOf(self), 'set'), [sectionName(self), key, value]);
      },
      '__delitem__(key)': (self: PyObject, key: Value) => {
        const options = sectionOf(parserOf(self), sectionName(self));
        if (!options.delete(nameOf(parserOf(self), key))) raiseKeyError(key);
        return null;
      },
      '__contains__(key)': has,
      '__len__()': (self: PyObject) => names(self).length,
      '__iter__()': (self: PyObject) => overIterator(names(self)),
      'get(option, fallback?, *, raw?, vars?)': (
        self: PyObject,
        option: Value,
        ...[fallback = null, raw, vars]: (Value | undefined)[]
      ) => getOption(parserOf(self), sectionName(self), option, raw, vars, fallback),
      ...Object.fromEntries(getters),
    },
    properties: { name: sectionName, parser: parserOf },
  });
}

/** The options of a section in the order in which they are listed: its own, then the defaults that it has not. */
function ownFirst(self: PyObject, section: Value): Section {
  const { sections, defaults, defaultSection } = stateOf(self);
  const own = sections.get(section as string);
  if (own === undefined && section !== defaultSection) failNoSection(section);
  return new Map([...(own ?? []), ...defaults]);
}

function proxyOf(self: PyObject, section: string, type: PyType): PyObject {
  const known = proxies.get(self)!.get(section);
  if (known) return known;
  const made = new PyObject();
  made.cls = type;
  made.attributes = new AttributeTable();
  setField(made, '_parser', self);
  setField(made, '_name', section);
  proxies.get(self)!.set(section, made);
  return made;
}

function removeSection(self: PyObject, section: Value): boolean {
  proxies.get(self)!.delete(section as string);
  return stateOf(self).sections.delete(section as string);
}

function rawParserClass(mapping: PyType, proxy: PyType): PyType {
  const has = (self: PyObject, key: Value): boolean =>
    key === stateOf(self).defaultSection || stateOf(self).sections.has(key as string);
  const getters = Object.entries(conversions).map(([name, convert]) => [
    `${name}(section, option, *, raw?, vars?, fallback?)`,
    converting(convert),
  ]);
  return libraryClass({
    name: 'RawConfigParser',
    module: 'configparser',
    bases: [mapping],
    values: { BOOLEAN_STATES: PyDict.from([...booleans]) },
    methods: {
      [`__init__(${parameters})`]: (self: PyObject, ...args: (Value | undefined)[]) =>
        initialize(self, 'none', args),
      'defaults()': (self: PyObject) => PyDict.from([...stateOf(self).defaults]),
      'sections()': (self: PyObject) => list([...stateOf(self).sections.keys()]),
      'add_section(section)': addSection,
      'has_section(section)': (self: PyObject, section: Value) =>
        stateOf(self).sections.has(section as string),
      'options(section)': (self: PyObject, section: Value) => {
        if (!stateOf(self).sections.has(section as string)) failNoSection(section);
        return list([...ownFirst(self, section).keys()]);
      },
      'read(filenames, encoding?)': readFiles,
      'read_file(f, source?)': (self: PyObject, file: Value, source?: Value) => {
        const name = given(source) ? source : (tryGetAttribute(file, 'name') ?? '<???>');
        readLines(self, toArray(file).map(str), str(name));
        return null;
      },
      'read_string(string, source?)': (self: PyObject, text: Value, source: Value = '<string>') => {
        readLines(self, str(text).match(/[^\n]*\n|[^\n]+$/g) ?? [], str(source));
        return null;
      },
      'read_dict(dictionary, source?)': readDict,
      'get(section, option, *, raw?, vars?, fallback?)': getOption,
      ...Object.fromEntries(getters),
      'items(section?, raw?, vars?)': (self: PyObject, ...args: (Value | undefined)[]) =>
        itemsOf(mapping, self, ...args),
      'optionxform(optionstr)': (_self: PyObject, option: Value) => str(option).toLowerCase(),
      'has_option(section, option)': hasOption,
      'set(section, option, value?)': setOption,
      'write(fp, space_around_delimiters?)': write,
      'remove_option(section, option)': (self: PyObject, section: Value, option: Value) =>
        sectionOf(self, section).delete(nameOf(self, option)),
      'remove_section(section)': removeSection,
      '__getitem__(key)': (self: PyObject, key: Value) =>
        has(self, key) ? proxyOf(self, key as string, proxy) : raiseKeyError(key),
      '__setitem__(key, value)': (self: PyObject, key: Value, value: Value) => {
        if (has(self, key)) {
          if (proxies.get(self)!.get(key as string) === value) return null;
          sectionOf(self, key).clear();
        }
        return readDict(self, PyDict.from([[key, value]]));
      },
      '__delitem__(key)': (self: PyObject, key: Value) => {
        if (key === stateOf(self).defaultSection) raiseValueError('Cannot remove the default section.');
        if (!removeSection(self, key)) raiseKeyError(key);
        return null;
      },
      '__contains__(key)': has,
      '__len__()': (self: PyObject) => stateOf(self).sections.size + 1,
      '__iter__()': (self: PyObject) =>
        overIterator([stateOf(self).defaultSection, ...stateOf(self).sections.keys()]),
      'popitem()': (self: PyObject) => {
        const [first] = stateOf(self).sections.keys();
        if (first === undefined) return raiseKeyError('popitem(): dictionary is empty');
        const value = proxyOf(self, first, proxy);
        removeSection(self, first);
        return new PyTuple([first, value]);
      },
    },
  });
}

const parserClass = (raw: PyType): PyType =>
  libraryClass({
    name: 'ConfigParser',
    module: 'configparser',
    bases: [raw],
    methods: {
      [`__init__(${parameters})`]: (self: PyObject, ...args: (Value | undefined)[]) =>
        initialize(self, 'basic', args),
      'set(section, option, value?)': (
        self: PyObject,
        section: Value,
        option: Value,
        value: Value = null,
      ) => {
        checkText(option, 'option keys');
        if (!stateOf(self).allowsNoValue || isTrue(value)) checkText(value, 'option values');
        return setOption(self, section, option, value);
      },
      'add_section(section)': (self: PyObject, section: Value) => {
        checkText(section, 'section names');
        return addSection(self, section);
      },
    },
  });

function interpolationClass(name: string, kind: Interpolation, base?: PyType): PyType {
  const type = libraryClass({ name, module: 'configparser', ...(base ? { bases: [base] } : {}) });
  interpolationMark.set(type, kind);
  return type;
}

export function configparserModule(): PyModule {
  const mapping = runtime().importModule('collections.abc').namespace.get('MutableMapping') as PyType;
  const proxy = proxyClass(mapping);
  const raw = rawParserClass(mapping, proxy);
  const plain = interpolationClass('Interpolation', 'none');
  return defineModule({
    name: 'configparser',
    values: {
      ...Object.fromEntries(configErrors.map((type) => [type.name, type])),
      RawConfigParser: raw,
      ConfigParser: parserClass(raw),
      SectionProxy: proxy,
      Interpolation: plain,
      BasicInterpolation: interpolationClass('BasicInterpolation', 'basic', plain),
      ExtendedInterpolation: interpolationClass('ExtendedInterpolation', 'extended', plain),
      DEFAULTSECT: 'DEFAULT',
      MAX_INTERPOLATION_DEPTH: 10,
    },
    refused: ['LegacyInterpolation', 'ConverterMapping'],
  });
}
