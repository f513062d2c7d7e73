/** Fixes for updates that reach nothing: dropped-updates and its siblings. Which one depends on how they are lost. */
import { t } from '../../base/l10n.ts';
import { contains } from '../../base/span.ts';
import type { Call, FunctionDef } from '../../python/syntax.ts';
import type { DroppedCall, DroppedUpdates, ScanFact } from '../facts.ts';
import type { Place } from './bindUpdates.ts';
import { collectOverTurns } from './collectOverTurns.ts';
import { type Change, type Fix, fixOf, isRefusal, type Outcome, refuse } from './fix.ts';
import { roleOfCallee } from './importedNames.ts';
import { callerOf, placeInReturns, returnFromHelper } from './lostInHelper.ts';
import { returnFromStep, scanWithStep } from './lostInNestedScan.ts';
import { bindAndPass, callsOf, functionName } from './passUpdates.ts';
import type { Program } from './program.ts';
import { isMethodWithoutResult, storeInAttribute } from './storeInAttribute.ts';
import { isPlainDict } from './updatesForms.ts';

/** Fixes for a scan of the analysed file. */
export function fixesForScan(program: Program, scan: ScanFact): readonly Fix[] {
  const { dropped } = scan;
  const call = program.callAt(scan.span);
  if (dropped === null || call === null) return [];
  const lost = { dropped, isPlain: isPlainDict(scan.version, call) };
  if (dropped.way.kind === 'caller') return [fixOfCaller(program, lost)];
  const around = program.functionAround(call);
  if (dropped.way.kind === 'nestedScan' || (around !== null && scanWithStep(program, around) !== null))
    return [fixOf(t('Return the updates of the inner scan too'), returnFromStep(program, scan))];
  const isElsewhere = dropped.functions.some(({ span }) => around !== null && !contains(around, span));
  if (around?.kind === 'FunctionDef' && isElsewhere)
    return [fixOfHelper(program, call, { ...lost, helper: around })];
  return [fixOfPassing(program, call, lost)];
}

/** Fixes for a call that throws away the updates of a scan in another file. */
export const fixesForCall = (program: Program, { dropped, version, callee }: DroppedCall): readonly Fix[] => {
  if (dropped.way.kind === 'helper') {
    const reason = t('`{0}` of another file has to return them.', dropped.way.name);
    return [fixOf(t('Pass the updates'), refuse(reason))];
  }
  const way: DroppedUpdates['way'] =
    dropped.way.kind === 'caller' ? dropped.way : { kind: 'caller', call: callee, helper: '' };
  const call = program.callAt(callee);
  const isPlain = call !== null && isPlainDict(version, call);
  return [fixOfCaller(program, { dropped: { ...dropped, way }, isPlain })];
};

interface Lost {
  readonly dropped: DroppedUpdates;
  readonly isPlain: boolean;
  readonly place?: Place | undefined;
}

/** The call that `lost.dropped.way` names got the updates. */
function fixOfCaller(program: Program, lost: Lost): Fix {
  const { way } = lost.dropped;
  const call = way.kind === 'caller' ? program.callAt(way.call) : null;
  if (way.kind !== 'caller' || call === null)
    return fixOf(t('Pass the updates'), refuse(t('The call that returned them is not understood.')));
  const helpers = program.all('FunctionDef').filter(({ name }) => name.name === way.helper);
  const [helper, ...others] = helpers;
  const place = helper === undefined || others.length > 0 ? undefined : placeInReturns(program, helper);
  return fixOfPassing(program, call, { ...lost, place: place ?? undefined });
}

/** The functions are compiled outside of the function that makes the scan. */
function fixOfHelper(program: Program, call: Call, lost: Lost & { readonly helper: FunctionDef }): Fix {
  const { helper, isPlain } = lost;
  const { functions } = lost.dropped;
  const place = placeInReturns(program, helper);
  if (place !== null) {
    const caller = callerOf(program, helper, functions);
    if (isRefusal(caller)) return fixOf(titleFor(program, lost.dropped), caller);
    return fixOfPassing(program, caller.call, { ...lost, place });
  }
  if (isMethodWithoutResult(program, helper)) {
    const change = storeInAttribute(program, call, { method: helper, functions, isPlain });
    return fixOf(t('Keep the updates beside the outputs and pass them'), change);
  }
  const change = returnFromHelper(program, { call, helper, functions, isPlain });
  return fixOf(t('Return the updates from `{0}` and pass them', helper.name.name), change);
}

function fixOfPassing(program: Program, call: Call, { dropped, isPlain, place }: Lost): Fix {
  const { functions } = dropped;
  if (functions.length === 0) return fixOf(t('Pass the updates'), passToOnly(program, call, { isPlain }));
  const collected = collectOverTurns(program, call, { functions, isPlain });
  const change = collected ?? bindAndPass(program, call, { functions, isPlain, place });
  return fixOf(titleFor(program, dropped), change);
}

function titleFor(program: Program, { functions }: DroppedUpdates): string {
  const calls = callsOf(program, functions);
  if (isRefusal(calls)) return t('Pass the updates');
  const [only] = calls;
  if (calls.length > 1 || only === undefined) return t('Pass the updates to {0} functions', calls.length);
  return t('Pass the updates to `{0}`', functionName(program, only));
}

/** A scan without outputs names no function: when the file compiles only one, that one may be meant. */
function passToOnly(
  program: Program,
  call: Call,
  { isPlain }: { readonly isPlain: boolean },
): Outcome<Change> {
  const [only, ...others] = functionCalls(program);
  if (only === undefined) return refuse(t('Nothing here compiles a function.'));
  if (others.length > 0) return refuse(t('Nothing says which function they belong to.'));
  const use = {
    span: only,
    callee: only.function,
    form: 'function',
    getsUpdates: false,
    hasUpdates: false,
    path: null,
  } as const;
  const receivers = { functions: [use], isPlain };
  const change = collectOverTurns(program, call, receivers) ?? bindAndPass(program, call, receivers);
  return isRefusal(change) ? change : { ...change, isSafe: false };
}

const knownCalls = new WeakMap<Program, readonly Call[]>();

/** All calls of `function`; looked for once for all findings of a file. */
function functionCalls(program: Program): readonly Call[] {
  const known = knownCalls.get(program);
  if (known !== undefined) return known;
  const isFunction = (one: Call): boolean => roleOfCallee(program, one.function)?.role === 'function';
  const calls = program.all('Call').filter(isFunction);
  knownCalls.set(program, calls);
  return calls;
}
