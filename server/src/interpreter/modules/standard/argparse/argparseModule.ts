/**
 * `argparse`. A cell has no command line: `sys.argv` holds the program's name only, so `parse_args()` gives the defaults and
 * `parse_args([…])` parses what the program gives. Arguments in files are refused.
 */

import { PyDict } from '../../../containers.ts';
import {
  asPythonException,
  exceptionType,
  notSupported,
  raise,
  raiseTypeError,
} from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { getAttribute, setAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { elements, toArray } from '../../../protocols/iteration.ts';
import { repr, str } from '../../../protocols/text.ts';
import { defineType, isSubtype, typeOf } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import { type Keywords, list, type PyModule, PyTuple, type PyType, type Value } from '../../../values.ts';
import { writeTo } from '../../streams.ts';
import {
  type ActionKind,
  actionKinds,
  actionType,
  booleanOptionalType,
  makeAction,
  nargsWords,
  PyAction,
} from './actions.ts';
import { argumentErrors, raiseArgumentError } from './argumentErrors.ts';
import {
  formatHelp,
  formatterTypes,
  formatUsage,
  type HelpContent,
  helpFormatter,
  PyFormatter,
  subactions,
} from './helpFormatter.ts';
import { namesOf, namespaceClass, readName, suppress } from './namespace.ts';
import {
  addAction,
  addArgument,
  addGroup,
  adopt,
  type Container,
  defaultOf,
  PyGroup,
  PyParser,
  setDefaults,
} from './parserState.ts';
import { CommandLine, fail } from './parsing.ts';

const unrecognized = '_unrecognized_args';

const parameterNames = [
  ...['prog', 'usage', 'description', 'epilog', 'parents', 'formatter_class', 'prefix_chars'],
  ...['fromfile_prefix_chars', 'argument_default', 'conflict_handler', 'add_help', 'allow_abbrev'],
  'exit_on_error',
];

function programName(): string {
  const argv = runtime().importModule('sys').namespace.get('argv') ?? null;
  const first = argv === null ? '' : str(toArray(argv)[0] ?? '');
  return first.slice(first.lastIndexOf('/') + 1);
}

function initialize(self: PyParser, args: readonly Value[], keywords: Keywords): void {
  const given = new Map<string, Value>(keywords ?? []);
  for (const [index, value] of args.entries()) given.set(parameterNames[index]!, value);
  for (const name of given.keys()) {
    if (!parameterNames.includes(name)) {
      raiseTypeError(`ArgumentParser.__init__() got an unexpected keyword argument '${name}'`);
    }
  }
  const value = (name: string): Value => given.get(name) ?? null;
  const holds = (name: string): boolean => (given.has(name) ? isTrue(value(name)) : true);
  if (value('fromfile_prefix_chars') !== null) notSupported('arguments in files');
  self.prog = value('prog') ?? programName();
  self.usage = value('usage');
  self.description = value('description');
  self.epilog = value('epilog');
  self.formatterClass = value('formatter_class') ?? helpFormatter;
  self.argumentDefault = value('argument_default');
  self.prefixChars = given.has('prefix_chars') ? str(value('prefix_chars')) : '-';
  self.conflictHandler = value('conflict_handler') === 'resolve' ? 'resolve' : 'error';
  self.allowsAbbreviations = holds('allow_abbrev');
  self.exitsOnError = holds('exit_on_error');
  self.hasHelp = holds('add_help');
  addGroup(self, 'positional arguments', null);
  addGroup(self, 'options', null);
  if (self.hasHelp) {
    const prefix = self.prefixChars.includes('-') ? '-' : self.prefixChars[0]!;
    addArgument(
      self,
      [`${prefix}h`, `${prefix}${prefix}help`],
      new Map<string, Value>([
        ['action', 'help'],
        ['default', suppress],
        ['help', 'show this help message and exit'],
      ]),
    );
  }
  for (const parent of elements(given.get('parents') ?? list([]))) {
    if (parent instanceof PyParser) adopt(self, parent);
  }
}

const contentOf = (self: PyParser): HelpContent => ({
  usage: self.usage,
  actions: self.actions,
  exclusives: self.exclusives,
  description: self.description,
  sections: self.groups,
  epilog: self.epilog,
});

function formatterOf(self: PyParser): PyFormatter {
  const made = call(self.formatterClass, [], new Map([['prog', self.prog]]));
  return made instanceof PyFormatter ? made : notSupported('a help formatter that is no HelpFormatter');
}

function exit(status: Value, message: Value): never {
  if (message !== null && isTrue(message)) writeTo('stderr', str(message));
  return raise(exceptionType('SystemExit'), status);
}

const textOf = (self: PyParser, name: 'format_help' | 'format_usage'): string =>
  str(call(getAttribute(self, name), []));

function reportError(self: PyParser, message: Value): never {
  call(getAttribute(self, 'print_usage'), [runtime().importModule('sys').namespace.get('stderr') ?? null]);
  call(getAttribute(self, 'exit'), [2, `${str(self.prog)}: error: ${str(message)}\n`]);
  return exit(2, null);
}

const ownWords = (): Value => {
  const argv = runtime().importModule('sys').namespace.get('argv') ?? list([]);
  return list(toArray(argv).slice(1));
};

function prepared(self: PyParser, given: Value): Value {
  const namespace = given ?? call(self.namespaceType, []);
  for (const action of self.actions) {
    const { dest } = action;
    const value = action.get('default');
    if (dest === null || dest === suppress || value === suppress) continue;
    if (readName(namespace, dest) === undefined) setAttribute(namespace, dest, value);
  }
  for (const [name, value] of self.defaults) {
    if (readName(namespace, name) === undefined) setAttribute(namespace, name, value);
  }
  return namespace;
}

function parseKnown(self: PyParser, args: Value = null, given: Value = null): Value {
  const words = toArray(args ?? ownWords()).map((word) =>
    typeof word === 'string' ? word : raiseTypeError(`'${typeOf(word).name}' object is not subscriptable`),
  );
  const namespace = prepared(self, given);
  try {
    const extras = new CommandLine(self, words, namespace).run();
    const more = readName(namespace, unrecognized);
    if (more !== undefined) {
      extras.push(...toArray(more).map(str));
      (namespace as PyParser).attributes?.delete(unrecognized);
    }
    return new PyTuple([namespace, list(extras)]);
  } catch (error) {
    const raised = asPythonException(error);
    if (!raised || !self.exitsOnError) throw error;
    if (!isSubtype(typeOf(raised.value), self.errors.argumentError)) throw error;
    fail(self, str(raised.value));
    throw error;
  }
}

function parse(self: PyParser, args: Value = null, given: Value = null): Value {
  const [namespace, extras] = toArray(call(getAttribute(self, 'parse_known_args'), [args, given]));
  const unknown = toArray(extras!).map(str);
  if (unknown.length > 0) fail(self, `unrecognized arguments: ${unknown.join(' ')}`);
  return namespace!;
}

type Told = 'prog' | 'usage' | 'description' | 'epilog' | 'formatterClass' | 'argumentDefault';

const attribute = (name: Told) => ({
  get: (self: PyParser) => self[name],
  set: (self: PyParser, value: Value) => {
    self[name] = value;
  },
});

const addExclusive = (container: Container, isRequired: Value = false): PyGroup => {
  const parser = container instanceof PyGroup ? container.parser : container;
  const within = container instanceof PyGroup ? (container.isExclusive ? container.within : container) : null;
  const group = new PyGroup(parser, { isExclusive: true, within });
  group.isRequired = isTrue(isRequired);
  parser.exclusives.push(group);
  return group;
};

const containerMethods = {
  'add_argument(*args, **kwargs)': (self: Container, args: Value[], given: Map<string, Value>) =>
    addArgument(self, args, given),
  'add_mutually_exclusive_group(*, required?)': addExclusive,
  'add_argument_group(title?, description?)': (
    self: Container,
    title: Value = null,
    description: Value = null,
  ) => addGroup(self instanceof PyGroup ? self.parser : self, title, description),
  'set_defaults(**kwargs)': (self: Container, given: Map<string, Value>) =>
    setDefaults(self instanceof PyGroup ? self.parser : self, given),
  'get_default(dest)': (self: Container, dest: Value) =>
    defaultOf(self instanceof PyGroup ? self.parser : self, dest),
};

defineType<PyGroup>({
  name: '_ArgumentGroup',
  module: 'argparse',
  class: PyGroup,
  attributes: { title: (self) => self.title, description: (self) => self.description },
  methods: containerMethods,
});

/** What `add_subparsers()` gives: an action whose choices are parsers. */
class PySubparsers extends PyAction {
  prefix = '';
  parserClass: Value = null;
  readonly parsers = new PyDict();
}

const subparsersKind: ActionKind = {
  className: '_SubParsersAction',
  takes: [],
  fixed: () => ({}),
  run: (action, { namespace, values }) => {
    const self = action as PySubparsers;
    const [name, ...rest] = toArray(values);
    if (self.dest !== suppress) setAttribute(namespace, self.dest!, name!);
    const parser = self.parsers.table.get(name!)!;
    const known = call(getAttribute(parser, 'parse_known_args'), [list(rest), null]);
    const [inner, extras] = toArray(known);
    for (const [each, value] of namesOf(inner!)) setAttribute(namespace, each, value);
    const unknown = toArray(extras!);
    if (unknown.length === 0) return;
    const before = readName(namespace, unrecognized);
    setAttribute(
      namespace,
      unrecognized,
      list([...(before === undefined ? [] : toArray(before)), ...unknown]),
    );
  },
};

function addParser(self: PySubparsers, name: Value, given: Map<string, Value>): Value {
  const keywords = new Map(given);
  if ((keywords.get('prog') ?? null) === null) keywords.set('prog', `${self.prefix} ${str(name)}`);
  const aliases = toArray(keywords.get('aliases') ?? list([]));
  keywords.delete('aliases');
  const help = keywords.get('help');
  keywords.delete('help');
  const parser = call(self.parserClass, [], keywords);
  const names = [name, ...aliases];
  for (const [index, each] of names.entries()) {
    if (self.parsers.table.get(each) !== undefined && parser instanceof PyParser) {
      const what = index === 0 ? 'subparser' : 'subparser alias';
      raiseArgumentError(parser.errors.argumentError, self, `conflicting ${what}: ${str(each)}`);
    }
  }
  if (help !== undefined) {
    const shown = makeAction(actionKinds.get('store')!, new Map([['help', help]]));
    const more = aliases.length > 0 ? ` (${aliases.map(str).join(', ')})` : '';
    shown.fields.set('dest', name);
    shown.fields.set('metavar', str(name) + more);
    subactions.get(self)!.push(shown);
  }
  for (const each of names) self.parsers.table.set(each, parser);
  return parser;
}

defineType<PySubparsers>({
  name: '_SubParsersAction',
  module: 'argparse',
  class: PySubparsers,
  bases: [actionType],
  methods: { 'add_parser(name, **kwargs)': addParser },
});

function addSubparsers(self: PyParser, given: Map<string, Value>): Value {
  if (self.subparsers !== null) fail(self, 'cannot have multiple subparser arguments');
  const value = (name: string): Value => given.get(name) ?? null;
  const isTitled = given.has('title') || given.has('description');
  self.subparsers = isTitled
    ? addGroup(self, given.has('title') ? value('title') : 'subcommands', value('description'))
    : self.groups[0]!;
  const action = new PySubparsers();
  action.kind = subparsersKind;
  const actions = self.actions.filter((each) => !each.isOption);
  const prefix = value('prog');
  action.prefix =
    prefix === null
      ? formatUsage(formatterOf(self), { ...contentOf(self), actions }, '').trim()
      : str(prefix);
  action.parserClass = given.get('parser_class') ?? typeOf(self);
  subactions.set(action, []);
  for (const [name, field] of Object.entries({
    option_strings: list([]),
    dest: given.get('dest') ?? suppress,
    nargs: nargsWords.parser,
    choices: action.parsers,
    required: given.has('required') && isTrue(value('required')),
    help: value('help'),
    metavar: value('metavar'),
  })) {
    action.fields.set(name, field);
  }
  return addAction(self.subparsers, action);
}

const parserClass = (errors = argumentErrors(), namespaceType = namespaceClass()) => {
  const type: PyType = defineType<PyParser>({
    name: 'ArgumentParser',
    module: 'argparse',
    class: PyParser,
    create: (wanted) => {
      const made = new PyParser(errors, namespaceType);
      made.cls = wanted;
      return made;
    },
    initialize,
    constants: { __subclassable__: true },
    attributes: {
      prog: attribute('prog'),
      usage: attribute('usage'),
      description: attribute('description'),
      epilog: attribute('epilog'),
      formatter_class: attribute('formatterClass'),
      argument_default: attribute('argumentDefault'),
      prefix_chars: (self) => self.prefixChars,
      add_help: (self) => self.hasHelp,
      _actions: (self) => list([...self.actions]),
    },
    methods: {
      ...containerMethods,
      'add_subparsers(**kwargs)': addSubparsers,
      'parse_args(args?, namespace?)': parse,
      'parse_known_args(args?, namespace?)': parseKnown,
      'format_usage()': (self: PyParser) =>
        `${formatUsage(formatterOf(self), contentOf(self)).replace(/^\n+|\n+$/g, '')}\n`,
      'format_help()': (self: PyParser) => formatHelp(formatterOf(self), contentOf(self)),
      'print_usage(file?)': (self: PyParser, file: Value = null) => {
        writeTo('stdout', textOf(self, 'format_usage'), file);
        return null;
      },
      'print_help(file?)': (self: PyParser, file: Value = null) => {
        writeTo('stdout', textOf(self, 'format_help'), file);
        return null;
      },
      '_format_version(version)': (self: PyParser, version: Value) =>
        formatHelp(formatterOf(self), {
          ...contentOf(self),
          usage: suppress,
          description: version,
          sections: [],
          epilog: null,
        }),
      'exit(status?, message?)': (_self: PyParser, status: Value = 0, message: Value = null) =>
        exit(status, message),
      'error(message)': reportError,
      'parse_intermixed_args(args?, namespace?)': () => notSupported('parse_intermixed_args()'),
      'register(registry_name, value, object)': () => notSupported('register() of argparse'),
    },
    repr: (self) => {
      const parts = [
        self.prog,
        self.usage,
        self.description,
        self.formatterClass,
        self.conflictHandler,
        self.hasHelp,
      ];
      const names = ['prog', 'usage', 'description', 'formatter_class', 'conflict_handler', 'add_help'];
      const shown = parts.map((part, index) => `${names[index]}=${repr(part)}`);
      return `${typeOf(self).name}(${shown.join(', ')})`;
    },
  });
  return { errors, namespaceType, type };
};

export const argparseModule = (): PyModule => {
  const { errors, namespaceType, type } = parserClass();
  return defineModule({
    name: 'argparse',
    values: {
      ArgumentParser: type,
      Namespace: namespaceType,
      Action: actionType,
      BooleanOptionalAction: booleanOptionalType,
      ...formatterTypes,
      ArgumentError: errors.argumentError,
      ArgumentTypeError: errors.argumentTypeError,
      SUPPRESS: suppress,
      OPTIONAL: nargsWords.optional,
      ZERO_OR_MORE: nargsWords.zeroOrMore,
      ONE_OR_MORE: nargsWords.oneOrMore,
      PARSER: nargsWords.parser,
      REMAINDER: nargsWords.remainder,
    },
    refused: ['FileType'],
  });
};
