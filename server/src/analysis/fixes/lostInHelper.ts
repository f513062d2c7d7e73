/**
 * The updates of a scan inside a function that returns only the outputs: it returns the updates too, every call of it in
 * this file is adapted, and the functions that are compiled from its result get them.
 */
import { t } from '../../base/l10n.ts';
import type { AnyNode, Call, Expression, FunctionDef, Return } from '../../python/syntax.ts';
import { walk } from '../../python/walk.ts';
import type { FunctionUse } from '../facts.ts';
import { bindUpdates, type Place, pullOut, siteOf, withSecondTarget } from './bindUpdates.ts';
import { type Change, isRefusal, type Outcome, refuse, safe, together } from './fix.ts';
import { freeName, usageOf } from './freeNames.ts';
import { callsOf, obstacleBetween, passTo } from './passUpdates.ts';
import type { Program } from './program.ts';
import { returnsOf } from './stepReturn.ts';
import { addElements, appendTo, insert, replace } from './textEdits.ts';
import { formOf } from './updatesForms.ts';

/** A scan in a helper. */
export interface LostInHelper {
  readonly call: Call;
  readonly helper: FunctionDef;
  readonly functions: readonly FunctionUse[];
  readonly isPlain: boolean;
}

/** Returns the updates from the helper and passes them on. */
export function returnFromHelper(program: Program, lost: LostInHelper): Outcome<Change> {
  const { helper } = lost;
  if (helper.decorators.length > 0) return refuse(t('`{0}` is decorated.', helper.name.name));
  const callers = callersOf(program, helper);
  if (isRefusal(callers)) return callers;
  const compiled = callsOf(program, lost.functions);
  if (isRefusal(compiled)) return compiled;
  const returned = changedReturns(program, lost);
  if (isRefusal(returned)) return returned;
  const changes: Change[] = [returned.change];
  const unused = new Set(compiled);
  for (const call of callers.calls) {
    const calls = compiled.filter((one) => dependsOn(program, one, call));
    const change = changedCaller(program, call, { count: returned.count, calls, isPlain: lost.isPlain });
    if (isRefusal(change)) return change;
    if (calls.some((one) => !unused.delete(one)))
      return refuse(
        t('A function uses `{0}` twice, and both calls update the same variables.', helper.name.name),
      );
    changes.push(change);
  }
  if (unused.size > 0)
    return refuse(t('How a function gets what `{0}` returns is not understood.', helper.name.name));
  const change = together(...changes);
  return { ...change, isSafe: change.isSafe && isPrivate(program, helper) };
}

/** Callers in other files can not be seen. */
const isPrivate = (program: Program, helper: FunctionDef): boolean =>
  /^_(?!_)/.test(helper.name.name) || program.scopeAt(helper).kind === 'function';

/** The only call of a helper on which functions depend, when the helper itself is used in no other way. */
export function callerOf(
  program: Program,
  helper: FunctionDef,
  functions: readonly FunctionUse[],
): Outcome<{ readonly call: Call }> {
  const callers = callersOf(program, helper);
  if (isRefusal(callers)) return callers;
  const compiled = callsOf(program, functions);
  if (isRefusal(compiled)) return compiled;
  const [call, ...others] = callers.calls.filter((one) =>
    compiled.some((user) => dependsOn(program, user, one)),
  );
  const isOne = call !== undefined && others.length === 0;
  return isOne ? { call } : refuse(t('Which call of `{0}` loses them is not understood.', helper.name.name));
}

/** Where a helper has the updates in what it returns: null where it does not return them, undefined in a pair. */
export function placeInReturns(program: Program, helper: FunctionDef): Place | null | undefined {
  const values = returnsOf(program, helper).map(({ value }) => value);
  const [first] = values;
  if (first === undefined || first === null) return null;
  const isSame = values.every((value) => value !== null && countOf(value) === countOf(first));
  if (first.kind !== 'Tuple') return isSame && isScanCall(program, first) ? undefined : null;
  const index = first.elements.findIndex((element) => formOf(program, element) === 'scan');
  return isSame && index >= 0 ? { index, count: first.elements.length } : null;
}

const isScanCall = (program: Program, node: Expression): boolean =>
  program.analysis.scans.some(({ span }) => span.start === node.start && span.end === node.end);

// -------------------------------------------------------------------------------------------------------------- returns

interface ChangedReturns {
  readonly change: Change;
  /** How many elements the returned tuple had; null for one value. */
  readonly count: number | null;
}

function changedReturns(program: Program, { call, helper }: LostInHelper): Outcome<ChangedReturns> {
  const returns = returnsOf(program, helper);
  const values = returns.flatMap(({ value }) => value ?? []);
  const counts = new Set(values.map(countOf));
  const [count] = counts;
  if (
    values.length !== returns.length ||
    counts.size !== 1 ||
    count === undefined ||
    isGenerator(program, helper)
  )
    return refuse(t('`{0}` returns different things on different ways.', helper.name.name));
  const parent = program.parentOf(call);
  if (returns.length === 1 && parent?.kind === 'Subscript' && parent === values[0] && isZero(parent.index)) {
    const rest = { start: program.withParentheses(call).end, end: parent.end };
    return { change: safe(replace(rest, '')), count };
  }
  return withUpdates(program, call, { returns, count });
}

const countOf = (value: Expression): number | null => (value.kind === 'Tuple' ? value.elements.length : null);
const isZero = (node: Expression): boolean => node.kind === 'Number' && node.text === '0';

function isGenerator(program: Program, helper: FunctionDef): boolean {
  const yields = [...program.all('Yield'), ...program.all('YieldFrom')];
  return helper.isAsync || yields.some((node) => program.functionAround(node) === helper);
}

function withUpdates(
  program: Program,
  call: Call,
  { returns, count }: { readonly returns: readonly Return[]; readonly count: number | null },
): Outcome<ChangedReturns> {
  const site = siteOf(program, call, returns);
  if (isRefusal(site)) return site;
  const bound = bindUpdates(site);
  if (isRefusal(bound)) return bound;
  const edits = [...bound.change.edits];
  for (const { value } of returns) {
    if (value === null || obstacleBetween(program, bound, value) !== null)
      return refuse(t('The scan is not made on every way to a `return`.'));
    if (value.kind === 'Tuple') edits.push(...addElements(program, value, bound.text));
    else edits.push(insert(program.withParentheses(value).end, `, ${bound.text}`));
  }
  return { change: { edits, isSafe: bound.change.isSafe }, count };
}

// -------------------------------------------------------------------------------------------------------------- callers

/** A fix that changes more places nobody would look through. */
const mostCalls = 100;

/** All calls of a function of this file; a refusal where it is used otherwise. */
function callersOf(program: Program, helper: FunctionDef): Outcome<{ readonly calls: readonly Call[] }> {
  const { name } = helper.name;
  const scope = program.scopeAt(helper);
  const others = program.all('FunctionDef').filter((node) => node !== helper && node.name.name === name);
  const isMethod = scope.kind === 'class';
  const { bindings, uses } = usageOf(scope, name);
  if (bindings.length > 1 || (isMethod && others.length > 0))
    return refuse(t('`{0}` is defined more than once.', name));
  const mentions: readonly AnyNode[] = isMethod
    ? program.all('Attribute').filter(({ attribute }) => attribute.name === name)
    : uses;
  const calls: Call[] = [];
  for (const mention of mentions) {
    const call = program.parentOf(mention);
    if (call?.kind !== 'Call' || call.function !== mention)
      return refuse(t('`{0}` is also used without being called.', name));
    calls.push(call);
  }
  if (calls.length > mostCalls) return refuse(t('`{0}` is called in more than {1} places.', name, mostCalls));
  return calls.length > 0 ? { calls } : refuse(t('Nothing in this file calls `{0}`.', name));
}

/** True when names in the arguments of `compiled` lead back to a call, through assignments of the same function. */
function dependsOn(program: Program, compiled: Call, call: Call): boolean {
  if (call.start >= compiled.start && call.end <= compiled.end) return true;
  const scope = program.scopeAt(call);
  const assigns = program.all('Assign').filter((node) => program.scopeAt(node) === scope);
  const reached = new Set<string>();
  for (let size = -1; size < reached.size; ) {
    size = reached.size;
    for (const { value, targets } of assigns) {
      const leads = (node: AnyNode) => node === call || (node.kind === 'Name' && reached.has(node.name));
      if (some(value, leads)) for (const target of targets) addNames(target, reached);
    }
  }
  return some(compiled, (node) => node.kind === 'Name' && reached.has(node.name));
}

function some(root: AnyNode, test: (node: AnyNode) => boolean): boolean {
  let found = false;
  walk(root, (node) => {
    found ||= test(node);
    return !found;
  });
  return found;
}

const addNames = (target: Expression, names: Set<string>): void =>
  walk(target, (node) => {
    if (node.kind === 'Name') names.add(node.name);
  });

interface Caller {
  /** See {@link ChangedReturns}. */
  readonly count: number | null;
  /** Functions that are compiled from what it gets. */
  readonly calls: readonly Call[];
  readonly isPlain: boolean;
}

function changedCaller(program: Program, call: Call, { count, calls, isPlain }: Caller): Outcome<Change> {
  if (calls.length === 0) return safe(...appendTo(program, call, count === null ? '[0]' : `[:${count}]`));
  const site = siteOf(program, call, calls);
  if (isRefusal(site)) return site;
  const { statement, scope } = site;
  const parent = program.parentOf(call);
  if (parent?.kind !== 'Assign') {
    if (count !== null) return refuse(t('What the call returns is not unpacked at once.'));
    const bound = pullOut(site, call);
    return isRefusal(bound) ? bound : passTo(program, bound, { calls, isPlain });
  }
  const [target, ...others] = parent.targets;
  if (target === undefined || others.length > 0)
    return refuse(t('What the call returns gets several names.'));
  const text = freeName(program, 'updates', scope, calls);
  const edits = unpacked(program, target, { count, text });
  if (edits === null) return refuse(t('What the call returns is not unpacked at once.'));
  return passTo(
    program,
    { text, change: safe(...edits), statement, scope, isBefore: false },
    { calls, isPlain },
  );
}

function unpacked(
  program: Program,
  target: Expression,
  { count, text }: { readonly count: number | null; readonly text: string },
): Change['edits'] | null {
  if (count === null) return withSecondTarget(program, target, text);
  const isTuple = target.kind === 'Tuple' || target.kind === 'List';
  return isTuple && target.elements.length === count ? addElements(program, target, text) : null;
}
