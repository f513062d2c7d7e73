/**
 * `match`: every pattern becomes a test of one value. Names are bound only when the whole pattern of a case has matched,
 * before its guard, as CPython's compiler does it (PEP 634).
 */
import { unreachable } from '../../base/assert.ts';
import type { Expression, Match, MatchCase, MatchClass, MatchMapping, Pattern } from '../../python/syntax.ts';
import type { Frame } from '../callSite.ts';
import { PyDict } from '../containers.ts';
import { exceptionType, raise, raiseTypeError } from '../exceptions.ts';
import { isInstanceOf } from '../modules/builtinInspection.ts';
import { getAttribute, tryGetAttribute } from '../protocols/attributes.ts';
import { call } from '../protocols/calls.ts';
import { isSame, isTrue, richCompare } from '../protocols/comparison.ts';
import { elements, toArray } from '../protocols/iteration.ts';
import { lookupInType, typeOf } from '../pyType.ts';
import { PyList, PyRange, PyTuple, PyType, type Value } from '../values.ts';
import { type Context, type Execute, normal, type Store } from './context.ts';
import { storeName } from './names.ts';

/** What a pattern that matched binds, in order. */
type Captures = { readonly store: Store; readonly value: Value }[];

type Test = (frame: Frame, subject: Value, captures: Captures) => boolean;

/** Compiles a `match` statement. */
export function compileMatch(node: Match, context: Context): Execute {
  const subject = context.parts.expression(node.subject, context);
  const cases = node.cases.map((each) => ({
    matches: compileCase(each, context),
    body: context.parts.block(each.body, context),
  }));
  return (frame) => {
    const value = subject(frame);
    for (const { matches, body } of cases) if (matches(frame, value)) return body(frame);
    return normal;
  };
}

/** The pattern and the guard of a case; names are bound on the way. */
export function compileCase(node: MatchCase, context: Context): (frame: Frame, subject: Value) => boolean {
  const test = compilePattern(node.pattern, context);
  const guard = node.guard ? context.parts.expression(node.guard, context) : null;
  return (frame, subject) => {
    frame.at = node.pattern;
    const captures: Captures = [];
    if (!test(frame, subject, captures)) return false;
    for (const { store, value } of captures) store(frame, value);
    return guard === null || isTrue(guard(frame));
  };
}

function compilePattern(node: Pattern, context: Context): Test {
  switch (node.kind) {
    case 'MatchValue':
      return valuePattern(node.value, context);
    case 'MatchAs': {
      const inner = node.pattern ? compilePattern(node.pattern, context) : null;
      const store = node.name ? storeName(node.name.name, context) : null;
      return (frame, subject, captures) => {
        if (inner && !inner(frame, subject, captures)) return false;
        if (store) captures.push({ store, value: subject });
        return true;
      };
    }
    case 'MatchOr':
      return alternatives(node.patterns.map((each) => compilePattern(each, context)));
    case 'MatchSequence':
      return sequencePattern(node.patterns, context);
    case 'MatchMapping':
      return mappingPattern(node, context);
    case 'MatchClass':
      return classPattern(node, context);
    case 'MatchStar':
    case 'ErrorPattern':
      return () => raise(exceptionType('SyntaxError'), 'invalid syntax');
    default:
      return unreachable(node);
  }
}

/** None, True and False are compared by identity, everything else by `==`. */
function valuePattern(node: Expression, context: Context): Test {
  const expected = context.parts.expression(node, context);
  if (node.kind === 'Constant') return (frame, subject) => isSame(subject, expected(frame));
  return (frame, subject) => isTrue(richCompare('==', subject, expected(frame)));
}

function alternatives(tests: readonly Test[]): Test {
  return (frame, subject, captures) => {
    const before = captures.length;
    return tests.some((test) => {
      captures.length = before;
      return test(frame, subject, captures);
    });
  };
}

const nativeSequences = new Set(['collections.deque', 'array', 'memoryview', 'Sequence', 'MutableSequence']);
const nativeMappings = new Set(['mappingproxy', 'Mapping', 'MutableMapping', 'ChainMap', 'UserDict']);

function isSequence(value: Value): boolean {
  if (value instanceof PyList || value instanceof PyTuple || value instanceof PyRange) return true;
  if (typeof value !== 'object') return false;
  return typeOf(value).mro.some((each) => nativeSequences.has(each.name) && each.module !== '__main__');
}

function isMapping(value: Value): boolean {
  if (value instanceof PyDict) return true;
  return typeOf(value).mro.some((each) => nativeMappings.has(each.name) && each.module !== '__main__');
}

function sequencePattern(patterns: readonly Pattern[], context: Context): Test {
  const star = patterns.findIndex((each) => each.kind === 'MatchStar');
  const after = star < 0 ? 0 : patterns.length - star - 1;
  const starred = patterns[star];
  const rest = starred?.kind === 'MatchStar' && starred.name ? storeName(starred.name.name, context) : null;
  const tests = patterns.map((each, index) => (index === star ? null : compilePattern(each, context)));
  return (frame, subject, captures) => {
    if (!isSequence(subject)) return false;
    const items = toArray(subject);
    if (star < 0 ? items.length !== patterns.length : items.length < patterns.length - 1) return false;
    return tests.every((test, index) => {
      if (test) {
        const position = star >= 0 && index > star ? items.length - patterns.length + index : index;
        return test(frame, items[position]!, captures);
      }
      if (rest) captures.push({ store: rest, value: new PyList(items.slice(star, items.length - after)) });
      return true;
    });
  };
}

function mappingPattern(node: MatchMapping, context: Context): Test {
  const keys = node.keys.map((key) => context.parts.expression(key, context));
  const tests = node.patterns.map((each) => compilePattern(each, context));
  const rest = node.rest ? storeName(node.rest.name, context) : null;
  return (frame, subject, captures) => {
    if (!isMapping(subject)) return false;
    const used = new PyDict();
    for (const [index, key] of keys.entries()) {
      const wanted = key(frame);
      const value = mappingValue(subject, wanted);
      if (value === undefined || !tests[index]!(frame, value, captures)) return false;
      used.table.set(wanted, true);
    }
    if (rest) captures.push({ store: rest, value: remaining(subject, used) });
    return true;
  };
}

const absent = new PyTuple([]);

/** Asked with `get`, so that a default of the mapping is not made. */
function mappingValue(subject: Value, key: Value): Value | undefined {
  if (subject instanceof PyDict) return subject.table.get(key);
  const value = call(getAttribute(subject, 'get'), [key, absent]);
  return value === absent ? undefined : value;
}

function remaining(subject: Value, used: PyDict): PyDict {
  const dict = new PyDict();
  for (const pair of elements(call(getAttribute(subject, 'items'), []))) {
    const [key, value] = toArray(pair);
    if (!used.table.has(key!)) dict.table.set(key!, value!);
  }
  return dict;
}

/** Built-in types whose one positional pattern is matched against the value itself. */
const selfMatching = new Set('bool bytearray bytes dict float frozenset int list set str tuple'.split(' '));

function classPattern(node: MatchClass, context: Context): Test {
  const type = context.parts.expression(node.class, context);
  const positional = node.patterns.map((each) => compilePattern(each, context));
  const named = node.keywordPatterns.map((each) => compilePattern(each, context));
  const names = node.keywordNames.map((each) => each.name);
  return (frame, subject, captures) => {
    const expected = type(frame);
    frame.at = node;
    if (!(expected instanceof PyType)) raiseTypeError('called match pattern must be a class');
    if (!isInstanceOf(subject, expected)) return false;
    if (positional.length > 0 && matchesItself(expected)) {
      checkCount(expected, positional.length, 1);
      if (!positional[0]!(frame, subject, captures)) return false;
      return names.every((name, index) =>
        attributeMatches(subject, name, named[index]!, { frame, captures }),
      );
    }
    const all = [...positionalNames(expected, positional.length), ...names];
    const repeated = all.find((name, index) => all.indexOf(name) !== index);
    if (repeated !== undefined) {
      raiseTypeError(`${expected.name}() got multiple sub-patterns for attribute '${repeated}'`);
    }
    const tests = [...positional, ...named];
    return all.every((name, index) => attributeMatches(subject, name, tests[index]!, { frame, captures }));
  };
}

function attributeMatches(
  subject: Value,
  name: string,
  test: Test,
  { frame, captures }: { readonly frame: Frame; readonly captures: Captures },
): boolean {
  const value = tryGetAttribute(subject, name);
  return value !== undefined && test(frame, value, captures);
}

function matchesItself(type: PyType): boolean {
  if (lookupInType(type, '__match_args__') !== undefined) return false;
  return type.mro.some((each) => each.isNative && selfMatching.has(each.name));
}

function checkCount(type: PyType, given: number, most: number): void {
  if (given <= most) return;
  raiseTypeError(
    `${type.name}() accepts ${most} positional sub-pattern${most === 1 ? '' : 's'} (${given} given)`,
  );
}

function positionalNames(type: PyType, count: number): string[] {
  if (count === 0) return [];
  const given = lookupInType(type, '__match_args__') ?? new PyTuple([]);
  if (!(given instanceof PyTuple)) {
    raiseTypeError(`${type.name}.__match_args__ must be a tuple (got ${typeOf(given).name})`);
  }
  checkCount(type, count, given.items.length);
  return given.items.slice(0, count).map((name) => {
    if (typeof name === 'string') return name;
    return raiseTypeError(`__match_args__ elements must be strings (got ${typeOf(name).name})`);
  });
}
