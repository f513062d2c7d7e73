/** Calls of methods of lists, dicts, updates, texts and symbolic variables. */
import type { Call } from '../python/syntax.ts';
import type { Arguments } from './arguments.ts';
import { noteExtended, observeUpdate } from './detectors/updatesMerges.ts';
import type { Machine } from './machine.ts';
import { updateDict } from './mappings.ts';
import { numpyCall } from './numpyCalls.ts';
import {
  addElement,
  addEntry,
  addToUpdates,
  elementOf,
  exactElements,
  joinAll,
  loosen,
  noteContained,
  textKeys,
} from './objects.ts';
import { generatorMethod, isGenerator, streamMethod } from './randomVariables.ts';
import { tensorMethod } from './tensorCalls.ts';
import {
  type DictEntry,
  type HeapObject,
  type MethodValue,
  none,
  tuple,
  type UpdatesValue,
  unknown,
  unknownNumber,
  type Value,
} from './values.ts';

interface MethodCall {
  readonly name: string;
  readonly args: Arguments;
  readonly site: Call;
}

/** The result of `receiver.name(...)`. */
export function callMethod(machine: Machine, method: MethodValue, args: Arguments, site: Call): Value {
  const { receiver, name } = method;
  switch (receiver.kind) {
    case 'updates':
      return updatesMethod(machine, receiver, { name, args, site });
    case 'container':
      return receiver.object.variety === 'dict'
        ? dictMethod(machine, receiver.object, { name, args, site })
        : listMethod(machine, receiver.object, { name, args, site });
    case 'stream':
      return streamMethod(machine, receiver.record, { name, args, site });
    case 'generator':
      return generatorMethod(machine, receiver, { name, args, site });
    case 'symbolic':
    case 'shared':
    case 'array':
      if (isGenerator(receiver) && drawsFromGenerator(name))
        return generatorMethod(machine, receiver, { name, args, site });
      return tensorMethod(machine, method, args, site);
    case 'numpyGenerator':
      return numpyCall(machine, `random.${name}`, args, site);
    case 'text':
      return unknown;
    case 'tuple':
      return unknownNumber('int');
    default:
      return giveUpCall(machine, receiver, args, site);
  }
}

/** Every method of a shared generator but those that all shared variables have. */
const drawsFromGenerator = (name: string): boolean => !/^(?:[gs]et_value|clone|copy|type|eval)$/.test(name);

function giveUpCall(machine: Machine, receiver: Value, args: Arguments, site: Call): Value {
  machine.unfollowed++;
  for (const value of [receiver, ...args.positional, ...args.keywords.values()]) {
    machine.escape(value, { kind: 'call', span: site });
  }
  return unknown;
}

function updatesMethod(machine: Machine, receiver: UpdatesValue, { name, args, site }: MethodCall): Value {
  switch (name) {
    case 'items':
    case 'iteritems':
    case 'viewitems':
      return { ...receiver, view: 'items' };
    case 'keys':
    case 'iterkeys':
    case 'viewkeys':
      return machine.objectAt(site, 'list', { kind: 'list', elements: [unknown], isExact: false });
    case 'copy': {
      noteContained(machine, receiver, site);
      return machine.objectAt(site, 'dict', {
        kind: 'dict',
        entries: [merged(receiver, site)],
        isExact: true,
      });
    }
    case 'update':
      for (const value of args.positional) {
        observeUpdate(machine, receiver, value, site);
        addToUpdates(machine, receiver, merged(value, site));
      }
      return none;
    case 'setdefault': {
      const [key, value] = args.positional;
      if (key !== undefined && value !== undefined)
        addToUpdates(machine, receiver, { ...merged(value, site), key });
      return giveUpCall(machine, receiver, args, site);
    }
    default:
      return giveUpCall(machine, receiver, args, site);
  }
}

const merged = (value: Value, site: Call): DictEntry => ({
  key: null,
  value,
  name: '',
  start: site.start,
  end: site.end,
  isCertain: true,
});

function dictMethod(machine: Machine, object: HeapObject, { name, args, site }: MethodCall): Value {
  const contents = machine.contentsOf(object);
  const entries = contents.kind === 'dict' ? contents.entries : [];
  const values = entries.map((entry) => entry.value);
  switch (name) {
    case 'update':
      for (const value of args.positional) observeUpdate(machine, { kind: 'container', object }, value, site);
      updateDict(machine, object, args, site);
      return none;
    case 'items':
    case 'iteritems':
    case 'viewitems':
      return pairsOf(machine, object, entries, site);
    case 'keys':
    case 'iterkeys':
    case 'viewkeys':
      return listOf(
        machine,
        entries.map((entry) => entry.key ?? unknown),
        site,
      );
    case 'values':
    case 'itervalues':
    case 'viewvalues':
      return listOf(machine, values, site);
    case 'get':
      return joinAll(machine, [...values, args.positional[1] ?? none]);
    case 'setdefault':
      return setDefault(machine, object, args, site);
    case 'pop':
    case 'popitem':
    case 'clear':
      loosen(machine, object);
      return joinAll(machine, [...values, unknown]);
    case 'copy':
      return machine.objectAt(site, 'dict', contents);
    default:
      return giveUpCall(machine, { kind: 'container', object }, args, site);
  }
}

function pairsOf(machine: Machine, object: HeapObject, entries: readonly DictEntry[], site: Call): Value {
  const pairs = entries.map((entry) => (entry.key === null ? entry.value : tuple([entry.key, entry.value])));
  const contents = machine.contentsOf(object);
  const isExact =
    contents.kind === 'dict' && contents.isExact && !object.isDamaged && entries.every((e) => e.isCertain);
  return machine.objectAt(site, 'list', { kind: 'list', elements: pairs, isExact });
}

function listOf(machine: Machine, elements: readonly Value[], site: Call): Value {
  return machine.objectAt(site, 'list', {
    kind: 'list',
    elements: [joinAll(machine, elements)],
    isExact: false,
  });
}

function setDefault(machine: Machine, object: HeapObject, args: Arguments, site: Call): Value {
  const [key, value] = args.positional;
  if (key === undefined) return unknown;
  const known = textKeys(machine, object);
  const present = key.kind === 'text' ? known?.get(key.text) : undefined;
  if (present !== undefined) return present;
  const isCertain = key.kind === 'text' ? known !== null : isNewVariable(machine, object, key);
  const entry = { key, value: value ?? none, name: '', start: site.start, end: site.end, isCertain };
  addEntry(machine, object, entry);
  if (isCertain) return entry.value;
  return joinAll(machine, [value ?? none, unknown]);
}

/** A shared variable that a dict surely does not hold yet: all its keys are known, and none is this one. */
function isNewVariable(machine: Machine, object: HeapObject, key: Value): boolean {
  const contents = machine.contentsOf(object);
  if (key.kind !== 'shared' || contents.kind !== 'dict' || !contents.isExact || object.isDamaged)
    return false;
  return contents.entries.every(
    (entry) =>
      entry.key?.kind === 'text' || (entry.key?.kind === 'shared' && entry.key.record !== key.record),
  );
}

function listMethod(machine: Machine, object: HeapObject, { name, args, site }: MethodCall): Value {
  const [first, second] = args.positional;
  switch (name) {
    case 'append':
    case 'add':
      if (first !== undefined) addElement(machine, object, first, site);
      return none;
    case 'extend':
    case 'update':
      for (const value of args.positional) extend(machine, object, value, site);
      return none;
    case 'insert':
      if (second !== undefined) addElement(machine, object, second, site);
      loosen(machine, object);
      return none;
    case 'pop': {
      const element = elementOf(machine, { kind: 'container', object }, site);
      loosen(machine, object);
      return element;
    }
    case 'remove':
    case 'sort':
    case 'reverse':
    case 'clear':
    case 'discard':
      for (const value of args.keywords.values()) machine.escape(value, { kind: 'call', span: site });
      loosen(machine, object);
      return none;
    case 'copy':
      return machine.objectAt(site, object.variety, machine.contentsOf(object));
    case 'index':
    case 'count':
      return unknownNumber('int');
    default:
      return giveUpCall(machine, { kind: 'container', object }, args, site);
  }
}

/** `list.extend(value)` and `list += value`. */
export function extend(
  machine: Machine,
  object: HeapObject,
  value: Value,
  site: Call | { start: number; end: number },
): void {
  if (value.kind === 'updates') {
    noteExtended(machine, object, value, site);
    addElement(machine, object, value, site);
    return;
  }
  const exact = exactElements(machine, value);
  if (exact !== null) for (const element of exact) addElement(machine, object, element, site);
  else {
    addElement(machine, object, elementOf(machine, value, site), site);
    loosen(machine, object);
  }
}
