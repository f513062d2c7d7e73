/** Calls of Python's builtins. */
import type { Call } from '../python/syntax.ts';
import { type Arguments, noArguments } from './arguments.ts';
import { giveUpScope } from './attributes.ts';
import { copyingBuiltins, harmlessBuiltins, scopeReaders, scopeWriters } from './builtinTable.ts';
import { observePrint } from './detectors/onceInStep.ts';
import { superOf } from './instances.ts';
import type { Machine } from './machine.ts';
import { makeDict } from './mappings.ts';
import { libraryMember } from './moduleScopes.ts';
import { elementOf, exactElements, joinAll, noteContained, reachableFrom } from './objects.ts';
import { operatorResult, originsOf, symbolic, unknownTensor } from './tensorRules.ts';
import { type ListContents, none, tuple, unknown, unknownNumber, type Value } from './values.ts';

/** The result of calling the builtin `name`. */
export function callBuiltin(machine: Machine, name: string, args: Arguments, site: Call): Value {
  const isScopeWide = args.positional.length === 0 || name === 'eval' || scopeWriters.has(name);
  if ((scopeReaders.has(name) || scopeWriters.has(name)) && isScopeWide) {
    giveUpScope(machine, site);
    if (scopeWriters.has(name)) forgetScope(machine);
    return giveUpArguments(machine, args, site);
  }
  if (harmlessBuiltins.has(name)) return harmlessResult(machine, name, args, site);
  if (copyingBuiltins.has(name)) return copyResult(machine, name, args, site);
  switch (name) {
    case 'dict':
      return makeDict(machine, args, site);
    case 'map':
    case 'filter':
      return mapped(machine, name, args, site);
    case 'super':
      return superOf(machine, args) ?? giveUpArguments(machine, args, site);
    case 'getattr':
      return namedAttribute(machine, args, site);
    case 'setattr':
      replaceAttribute(machine, args);
      return giveUpArguments(machine, args, site);
    default:
      return giveUpArguments(machine, args, site);
  }
}

/** The arguments go where nothing is followed. */
function giveUpArguments(machine: Machine, args: Arguments, site: Call): Value {
  machine.unfollowed++;
  for (const value of [...args.positional, ...args.keywords.values()]) {
    machine.escape(value, { kind: 'call', span: site });
  }
  return unknown;
}

/** After `exec` no variable in sight is certain. */
export function forgetScope(machine: Machine): void {
  for (
    let scope: typeof machine.activation | null = machine.activation;
    scope !== null;
    scope = scope.parent
  ) {
    for (const cell of scope.cells.values()) machine.write(cell, unknown);
  }
}

const numeric: ReadonlySet<string> = new Set(['abs', 'sum', 'pow', 'round', 'min', 'max']);

function harmlessResult(machine: Machine, name: string, args: Arguments, site: Call): Value {
  for (const [keyword, value] of args.keywords) {
    if (keyword === 'key' || keyword === 'default') machine.escape(value, { kind: 'call', span: site });
  }
  if (name === 'len') return lengthOf(machine, args.positional[0]);
  if (name === 'int' || name === 'ord') return unknownNumber('int');
  if (name === 'float') return unknownNumber('float');
  if (name === 'print') {
    observePrint(machine, args.sources, site.function);
    return none;
  }
  if (name === 'range' || name === 'xrange') return machine.objectAt(site, 'list', rangeContents(args));
  if (!numeric.has(name)) return unknown;
  const typed = arithmetic(name, args);
  if (typed !== null) return typed;
  const operands = args.positional.flatMap((value) => reachableFrom(machine, value));
  const isGraph = operands.some((value) => value.kind === 'symbolic' || value.kind === 'shared');
  return isGraph ? { ...symbolic(unknownTensor, originsOf(operands)), isOpaque: true } : unknown;
}

/** A range that is longer is one of numbers that are not known. */
const longestRange = 32;

function rangeContents(args: Arguments): ListContents {
  const bounds = args.positional.map((value) => (value.kind === 'number' ? value.value : null));
  const [first, second, step = 1] = bounds;
  const [from, to] = second === undefined ? [0, first] : [first, second];
  if (!args.isOpen && from != null && to != null && step !== null && step !== 0) {
    const count = Math.max(Math.ceil((to - from) / step), 0);
    const isKnown = [from, to, step].every(Number.isSafeInteger) && count <= longestRange;
    const elements = Array.from({ length: isKnown ? count : 0 }, (_, index) => integer(from + index * step));
    if (isKnown) return { kind: 'list', elements, isExact: true };
  }
  return { kind: 'list', elements: [unknownNumber('int')], isExact: false };
}

const integer = (value: number): Value => ({ kind: 'number', variety: 'int', value });

/** The length of a tuple or list that is known element by element. */
function lengthOf(machine: Machine, value: Value | undefined): Value {
  const elements = value === undefined ? null : exactElements(machine, value);
  return { kind: 'number', variety: 'int', value: elements?.length ?? null };
}

/** `abs(x)` and `pow(x, y)` of variables are their operators. */
function arithmetic(name: string, { positional: [first, second] }: Arguments): Value | null {
  if (name === 'abs' && first?.kind === 'symbolic') return { ...first };
  const isVariable = first?.kind === 'symbolic' || second?.kind === 'symbolic';
  const isPower = name === 'pow' && first !== undefined && second !== undefined && isVariable;
  return isPower ? operatorResult('**', first, second) : null;
}

function copyResult(machine: Machine, name: string, args: Arguments, site: Call): Value {
  const [first] = args.positional;
  const key = args.keywords.get('key');
  if (key !== undefined) machine.escape(key, { kind: 'call', span: site });
  if (first === undefined) {
    return name === 'tuple'
      ? tuple([])
      : machine.objectAt(site, name.endsWith('set') ? 'set' : 'list', emptyList);
  }
  if (name === 'zip' || name === 'enumerate') return zipped(machine, name, args, site);
  if (name === 'next') return elementOf(machine, first, site);
  if (first.kind === 'updates') return copiedUpdates(machine, first, site);
  const elements = exactElements(machine, first);
  const keepsOrder = name === 'list' || name === 'tuple' || name === 'iter';
  if (elements !== null && name === 'tuple') return tuple(elements);
  const isExact = elements !== null && keepsOrder;
  const held = isExact ? elements : [elementOf(machine, first, site)];
  for (const value of held) noteContained(machine, value, site);
  const variety = name.endsWith('set') ? 'set' : 'list';
  return machine.objectAt(site, variety, { kind: 'list', elements: held, isExact });
}

const emptyList = { kind: 'list', elements: [], isExact: true } as const;

/** `list(u.items())` holds everything; `list(u)` and `sorted(u)` hold only the keys. */
function copiedUpdates(machine: Machine, value: Value & { kind: 'updates' }, site: Call): Value {
  if (value.view === 'mapping') {
    return machine.objectAt(site, 'list', { kind: 'list', elements: [unknown], isExact: false });
  }
  noteContained(machine, value, site);
  return machine.objectAt(site, 'list', { kind: 'list', elements: [value], isExact: true });
}

function zipped(machine: Machine, name: string, args: Arguments, site: Call): Value {
  const exact = name === 'zip' && !args.isOpen ? zippedExactly(machine, args) : null;
  for (const pair of exact ?? []) noteContained(machine, pair, site);
  if (exact !== null) return machine.objectAt(site, 'list', { kind: 'list', elements: exact, isExact: true });
  const elements = args.positional.map((value) => elementOf(machine, value, site));
  const pair = name === 'zip' ? tuple(elements) : tuple([unknownNumber('int'), elements[0] ?? unknown]);
  noteContained(machine, pair, site);
  return machine.objectAt(site, 'list', { kind: 'list', elements: [pair], isExact: false });
}

/** The rows of sequences of which every element is known: as many as the shortest has. */
function zippedExactly(machine: Machine, { positional, keywords }: Arguments): readonly Value[] | null {
  const columns = positional.map((value) => exactElements(machine, value));
  if (columns.length === 0 || keywords.size > 0 || columns.includes(null)) return null;
  const count = Math.min(...columns.map((column) => column?.length ?? 0));
  return Array.from({ length: count }, (_, row) => tuple(columns.map((column) => column?.[row] ?? unknown)));
}

function mapped(machine: Machine, name: string, args: Arguments, site: Call): Value {
  const [callee, ...iterables] = args.positional;
  if (callee === undefined || iterables.length === 0) return giveUpArguments(machine, args, site);
  const elements = iterables.map((value) => elementOf(machine, value, site));
  let result: Value = unknown;
  machine.repeats++;
  const way = machine.branch(() => {
    const positional = elements;
    const sources = elements.map(() => null);
    result =
      callee.kind === 'none' ? unknown : machine.call(callee, { ...noArguments, positional, sources }, site);
  });
  machine.repeats--;
  machine.merge([machine.branch(() => {}), way]);
  const element = name === 'filter' ? (elements[0] ?? unknown) : result;
  noteContained(machine, element, site);
  return machine.objectAt(site, 'list', { kind: 'list', elements: [element], isExact: false });
}

const descriptions: ReadonlySet<string> = new Set(['__name__', '__qualname__', '__doc__', '__module__']);

function namedAttribute(machine: Machine, args: Arguments, site: Call): Value {
  const [object, name, ...rest] = args.positional;
  if (object?.kind === 'library' && name?.kind === 'text' && rest.length === 0) {
    return libraryMember(machine, object.path, name.text);
  }
  // Whatever has a name does not go anywhere with it.
  if (name?.kind === 'text' && descriptions.has(name.text)) {
    return joinAll(machine, [...rest, unknown]);
  }
  return giveUpArguments(machine, args, site);
}

function replaceAttribute(machine: Machine, args: Arguments): void {
  const [object, name] = args.positional;
  if (object?.kind !== 'library') return;
  if (name?.kind === 'text') machine.replaced.add(`${object.path}.${name.text}`);
  else machine.isComplete = false;
}
