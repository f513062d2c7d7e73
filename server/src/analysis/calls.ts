/** Calls: the arguments, and what is called. */
import { appendAll } from '../base/appendAll.ts';
import type { Call, Expression } from '../python/syntax.ts';
import type { Arguments } from './arguments.ts';
import { isAssertion, noteAsserted } from './assertions.ts';
import { callBuiltin } from './builtinCalls.ts';
import { callFunction } from './functions.ts';
import { construct, instanceAttribute } from './instances.ts';
import { callLibrary } from './libraryCalls.ts';
import type { Machine } from './machine.ts';
import { callMethod } from './methodCalls.ts';
import { exactElements, joinAll, textKeys } from './objects.ts';
import { type InstanceValue, type PartialValue, type UnionValue, unknown, type Value } from './values.ts';

/** The value of a call expression. */
export function evaluateCall(machine: Machine, node: Call): Value {
  const callee = machine.evaluate(node.function);
  if (isAssertion(node.function)) for (const argument of node.args) noteAsserted(machine, argument);
  return machine.call(callee, evaluateArguments(machine, node), node);
}

/** Calls a value with arguments that are already evaluated. */
export function callValue(machine: Machine, callee: Value, args: Arguments, site: Call): Value {
  switch (callee.kind) {
    case 'function':
      return callFunction(machine, callee.object, args, site);
    case 'partial':
      return machine.call(callee.callee, partialArguments(callee, args), site);
    case 'library':
      return callLibrary(machine, callee.path, args, site);
    case 'builtin':
      return callBuiltin(machine, callee.name, args, site);
    case 'method':
      return callMethod(machine, callee, args, site);
    case 'class':
      return construct(machine, callee.object, args, site);
    case 'instance':
      return callInstance(machine, callee, args, site);
    case 'union':
      return callUnion(machine, callee, args, site);
    default:
      return callUnknown(machine, callee, args, site);
  }
}

/** `object(...)` is `object.__call__(...)`. */
function callInstance(machine: Machine, callee: InstanceValue, args: Arguments, site: Call): Value {
  const method = instanceAttribute(machine, callee, { name: '__call__', node: site.function });
  return method.kind === 'partial'
    ? machine.call(method, args, site)
    : callUnknown(machine, callee, args, site);
}

/** Any of several callees. One that is not known makes the whole call one that is not followed. */
function callUnion(machine: Machine, callee: UnionValue, args: Arguments, site: Call): Value {
  const options = likelyOptions(callee);
  if (!options.every(isCallable)) return callUnknown(machine, callee, args, site);
  const results: Value[] = [];
  const ways = options.map((option) => machine.branch(() => results.push(machine.call(option, args, site))));
  machine.merge(ways);
  return joinAll(machine, results);
}

/**
 * Without None, which can not be called. A method of a stream and something not known: a parameter that the program
 * replaces by a stream of its own when it is None; whatever else is given has to be a stream as well.
 */
function likelyOptions({ options }: UnionValue): readonly Value[] {
  const some = options.filter((option) => option.kind !== 'none');
  const ofStreams = some.filter((option) => option.kind === 'method' && option.receiver.kind === 'stream');
  const isStream =
    ofStreams.length > 0 && some.every((one) => ofStreams.includes(one) || one.kind === 'unknown');
  return isStream ? ofStreams : some;
}

const isCallable = (value: Value): boolean =>
  value.kind === 'function' ||
  value.kind === 'partial' ||
  value.kind === 'library' ||
  value.kind === 'builtin' ||
  value.kind === 'method' ||
  value.kind === 'class';

/** A call that is not followed: it may keep, read, change and call whatever it gets. */
export function callUnknown(machine: Machine, callee: Value, args: Arguments, site: Call): Value {
  machine.unfollowed++;
  for (const value of [callee, ...args.positional, ...args.keywords.values()]) {
    machine.escape(value, { kind: 'call', span: site });
  }
  return unknown;
}

function partialArguments(callee: PartialValue, args: Arguments): Arguments {
  return {
    ...args,
    positional: [...callee.args, ...args.positional],
    sources: [...callee.args.map(() => null), ...args.sources],
    keywords: new Map([...callee.keywords, ...args.keywords]),
  };
}

const noKeywords = new Map<string, Value>();
const noKeywordSources = new Map<string, Expression>();

/** Evaluates arguments in source order and lays out what `*` and `**` spread where that is known. */
export function evaluateArguments(machine: Machine, node: Call): Arguments {
  const positional: Value[] = [];
  const sources: (Expression | null)[] = [];
  const hasKeywords = node.keywords.length > 0;
  const keywords = hasKeywords ? new Map<string, Value>() : noKeywords;
  const keywordSources = hasKeywords ? new Map<string, Expression>() : noKeywordSources;
  let isOpen = false;
  for (const argument of node.args) {
    if (argument.kind !== 'Starred') {
      positional.push(machine.evaluate(argument));
      sources.push(argument);
      continue;
    }
    const spread = machine.evaluate(argument.value);
    const elements = exactElements(machine, spread);
    if (elements !== null && !isOpen) {
      appendAll(positional, elements);
      appendAll(
        sources,
        elements.map(() => null),
      );
    } else {
      machine.escape(spread, { kind: 'call', span: argument });
      isOpen = true;
    }
  }
  for (const keyword of node.keywords) {
    const value = machine.evaluate(keyword.value);
    if (keyword.name !== null) {
      keywords.set(keyword.name.name, value);
      keywordSources.set(keyword.name.name, keyword.value);
    } else if (!spreadKeywords(machine, value, keywords)) {
      machine.escape(value, { kind: 'call', span: keyword });
      isOpen = true;
    }
  }
  return { positional, sources, keywords, keywordSources, isOpen };
}

/** Lays out `**value`; false where its keys are not known. */
function spreadKeywords(machine: Machine, value: Value, keywords: Map<string, Value>): boolean {
  const known = value.kind === 'container' ? textKeys(machine, value.object) : null;
  for (const [key, entry] of known ?? []) keywords.set(key, entry);
  return known !== null;
}
