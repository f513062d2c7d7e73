/** What a parser and its groups hold, and how an argument is added to them. */
import { notSupported, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { call, isCallable } from '../../../protocols/calls.ts';
import { repr, str } from '../../../protocols/text.ts';
import { isSubtype } from '../../../pyType.ts';
import { type Keywords, list, PyObject, PyTuple, PyType, type Value } from '../../../values.ts';
import { actionKinds, actionType, makeAction, nargsWords, PyAction } from './actions.ts';
import { type ArgumentErrors, raiseArgumentError } from './argumentErrors.ts';

/** `argparse.ArgumentParser`. */
export class PyParser extends PyObject {
  prog: Value = null;
  usage: Value = null;
  description: Value = null;
  epilog: Value = null;
  formatterClass: Value = null;
  argumentDefault: Value = null;
  prefixChars = '-';
  conflictHandler: 'error' | 'resolve' = 'error';
  allowsAbbreviations = true;
  exitsOnError = true;
  hasHelp = true;
  readonly actions: PyAction[] = [];
  readonly groups: PyGroup[] = [];
  readonly exclusives: PyGroup[] = [];
  readonly byOption = new Map<string, PyAction>();
  readonly defaults = new Map<string, Value>();
  subparsers: PyGroup | null = null;
  readonly errors: ArgumentErrors;
  readonly namespaceType: PyType;

  constructor(errors: ArgumentErrors, namespaceType: PyType) {
    super();
    this.errors = errors;
    this.namespaceType = namespaceType;
  }
}

/** A titled group of a parser, or a group of arguments that exclude each other. */
export class PyGroup extends PyObject {
  readonly parser: PyParser;
  title: Value = null;
  description: Value = null;
  isRequired = false;
  readonly actions: PyAction[] = [];
  /** Where the help shows the actions of an exclusive group; null: in the parser's own groups. */
  readonly within: PyGroup | null;
  readonly isExclusive: boolean;

  constructor(parser: PyParser, options: { isExclusive?: boolean; within?: PyGroup | null } = {}) {
    super();
    this.parser = parser;
    this.isExclusive = options.isExclusive ?? false;
    this.within = options.within ?? null;
  }
}

export type Container = PyParser | PyGroup;

const parserOf = (container: Container): PyParser =>
  container instanceof PyGroup ? container.parser : container;

/** Adds an action to the parser, and to the group that shows it. */
export function addAction(container: Container, action: PyAction): PyAction {
  const parser = parserOf(container);
  checkConflicts(parser, action);
  parser.actions.push(action);
  for (const name of action.optionStrings) parser.byOption.set(name, action);
  if (container instanceof PyGroup && container.isExclusive) {
    if (action.isRequired) raiseValueError('mutually exclusive arguments must be optional');
    container.actions.push(action);
  }
  const shown = container instanceof PyGroup ? (container.isExclusive ? container.within : container) : null;
  (shown ?? parser.groups[action.isOption ? 1 : 0]!).actions.push(action);
  return action;
}

function checkConflicts(parser: PyParser, action: PyAction): void {
  const taken = action.optionStrings.filter((name) => parser.byOption.has(name));
  if (taken.length === 0) return;
  if (parser.conflictHandler === 'error') {
    const message = `conflicting option string${taken.length === 1 ? '' : 's'}: ${taken.join(', ')}`;
    raiseArgumentError(parser.errors.argumentError, action, message);
  }
  for (const name of taken) {
    const before = parser.byOption.get(name)!;
    parser.byOption.delete(name);
    const left = before.optionStrings.filter((each) => each !== name);
    before.fields.set('option_strings', list(left));
    if (left.length > 0) continue;
    for (const { actions } of [parser, ...parser.groups, ...parser.exclusives]) {
      const index = actions.indexOf(before);
      if (index >= 0) actions.splice(index, 1);
    }
  }
}

/** `add_argument(…)`. */
export function addArgument(container: Container, args: readonly Value[], keywords: Keywords): PyAction {
  const parser = parserOf(container);
  const given = new Map<string, Value>(keywords ?? []);
  const names = args.map(str);
  const isPositional =
    names.length === 0 || (names.length === 1 && !parser.prefixChars.includes(names[0]![0] ?? ' '));
  if (isPositional && names.length > 0 && given.has('dest')) {
    raiseValueError('dest supplied twice for positional argument');
  }
  const described = isPositional ? positional(names[0], given) : optional(parser, names, given);
  if (!described.has('default')) {
    const preset = parser.defaults.get(str(described.get('dest') ?? ''));
    if (preset !== undefined) described.set('default', preset);
    else if (parser.argumentDefault !== null) described.set('default', parser.argumentDefault);
  }
  const action = build(described);
  const type = action.get('type');
  if (type !== null && !isCallable(type)) raiseValueError(`${repr(type)} is not callable`);
  const metavar = action.get('metavar');
  const count = action.get('nargs');
  if (metavar instanceof PyTuple && typeof count === 'number' && metavar.items.length !== count) {
    raiseValueError('length of metavar tuple does not match nargs');
  }
  return addAction(container, action);
}

function positional(name: string | undefined, given: Map<string, Value>): Map<string, Value> {
  if (given.has('required')) raiseTypeError("'required' is an invalid argument for positionals");
  const nargs = given.get('nargs') ?? null;
  const { optional, zeroOrMore } = nargsWords;
  const isRequired =
    (nargs !== optional && nargs !== zeroOrMore) || (nargs === zeroOrMore && !given.has('default'));
  const dest = name ?? given.get('dest');
  if (dest === undefined) raiseTypeError("missing a required argument: 'dest'");
  const described = new Map<string, Value>([
    ['option_strings', list([])],
    ['dest', dest],
  ]);
  for (const [key, value] of given) described.set(key, value);
  const word = given.get('action') ?? 'store';
  const isStored = typeof word !== 'string' || ['store', 'append', 'extend'].includes(word);
  if (isRequired && isStored) described.set('required', true);
  return described;
}

function optional(parser: PyParser, names: readonly string[], given: Map<string, Value>): Map<string, Value> {
  for (const name of names) {
    if (!parser.prefixChars.includes(name[0] ?? ' ')) {
      raiseValueError(
        `invalid option string ${repr(name)}: must start with a character ${repr(parser.prefixChars)}`,
      );
    }
  }
  const isPrefix = (character: string | undefined): boolean =>
    character !== undefined && parser.prefixChars.includes(character);
  const stripped = (name: string): string => {
    let start = 0;
    while (isPrefix(name[start])) start++;
    return name.slice(start);
  };
  const longest = names.find((name) => name.length > 1 && isPrefix(name[1])) ?? names[0]!;
  const dest = given.get('dest') ?? stripped(longest).replaceAll('-', '_');
  if (dest === '') raiseValueError(`dest= is required for options like ${repr(longest)}`);
  return new Map<string, Value>([['option_strings', list([...names])], ...given, ['dest', dest]]);
}

function build(described: Map<string, Value>): PyAction {
  const word = described.get('action') ?? 'store';
  described.delete('action');
  if (word instanceof PyType) {
    if (!isSubtype(word, actionType)) notSupported('an action that is no argparse.Action');
    const made = call(word, [], described);
    return made instanceof PyAction ? made : notSupported('an action that is no argparse.Action');
  }
  const kind = typeof word === 'string' && word !== 'boolean' ? actionKinds.get(word) : undefined;
  return kind
    ? makeAction(kind, described)
    : raiseValueError(`unknown action ${repr(word).replaceAll("'", '"')}`);
}

/** `get_default(dest)`. */
export function defaultOf(parser: PyParser, dest: Value): Value {
  const action = parser.actions.find((each) => each.dest === dest && each.get('default') !== null);
  return action?.get('default') ?? parser.defaults.get(str(dest)) ?? null;
}

/** `set_defaults(…)`. */
export function setDefaults(parser: PyParser, given: ReadonlyMap<string, Value>): null {
  for (const [name, value] of given) {
    parser.defaults.set(name, value);
    for (const action of parser.actions) if (action.dest === name) action.fields.set('default', value);
  }
  return null;
}

/** Takes over what another parser has: `parents=[…]`. */
export function adopt(parser: PyParser, parent: PyParser): void {
  const groups = new Map<PyAction, PyGroup>();
  for (const from of parent.groups) {
    const title = from.title;
    const to =
      parser.groups.find((each) => each.title === title) ?? addGroup(parser, title, from.description);
    for (const action of from.actions) groups.set(action, to);
  }
  for (const from of parent.exclusives) {
    const to = new PyGroup(parser, { isExclusive: true });
    to.isRequired = from.isRequired;
    to.actions.push(...from.actions);
    parser.exclusives.push(to);
  }
  for (const action of parent.actions) addAction(groups.get(action) ?? parser, action);
  for (const [name, value] of parent.defaults) parser.defaults.set(name, value);
}

/** `add_argument_group(title, description)`. */
export function addGroup(parser: PyParser, title: Value, description: Value): PyGroup {
  const group = new PyGroup(parser);
  group.title = title;
  group.description = description;
  parser.groups.push(group);
  return group;
}
