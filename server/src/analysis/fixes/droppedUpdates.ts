/** Fixes for updates that reach nothing: dropped-updates and its siblings. Which one depends on how they are lost. */
import { contains } from '../../base/span.ts';
import type { Call } from '../../python/syntax.ts';
import type { DroppedCall, DroppedUpdates, ScanFact } from '../facts.ts';
import { roleOf } from '../libraryTable.ts';
import { type Change, type Fix, fixOf, isRefusal, type Outcome, refuse } from './fix.ts';
import { pathOf } from './importedNames.ts';
import { returnFromHelper } from './lostInHelper.ts';
import { returnFromStep, scanWithStep } from './lostInNestedScan.ts';
import { bindAndPass, callsOf, functionName } from './passUpdates.ts';
import type { Program } from './program.ts';
import { isPlainDict } from './updatesForms.ts';

/** Fixes for a scan of the analysed file. */
export function fixesForScan(program: Program, scan: ScanFact): readonly Fix[] {
  const { dropped } = scan;
  const call = program.callAt(scan.span);
  if (dropped === null || call === null) return [];
  if (dropped.way.kind === 'caller') return [fixOfCaller(program, dropped, isPlainDict(scan.version, call))];
  const around = program.functionAround(call);
  if (dropped.way.kind === 'nestedScan' || (around !== null && scanWithStep(program, around) !== null))
    return [fixOf('Return the updates of the inner scan too', returnFromStep(program, scan))];
  const isPlain = isPlainDict(scan.version, call);
  const { functions } = dropped;
  if (around?.kind === 'FunctionDef' && functions.some(({ span }) => !contains(around, span))) {
    const change = returnFromHelper(program, { call, helper: around, functions, isPlain });
    return [fixOf(`Return the updates from \`${around.name.name}\` and pass them`, change)];
  }
  return [fixOfPassing(program, call, { dropped, isPlain })];
}

/** Fixes for a call that throws away the updates of a scan in another file. */
export const fixesForCall = (program: Program, { dropped, version, callee }: DroppedCall): readonly Fix[] => {
  const way: DroppedUpdates['way'] =
    dropped.way.kind === 'caller' ? dropped.way : { kind: 'caller', call: callee, helper: '' };
  const call = program.callAt(callee);
  return [fixOfCaller(program, { ...dropped, way }, call !== null && isPlainDict(version, call))];
};

function fixOfCaller(program: Program, dropped: DroppedUpdates, isPlain: boolean): Fix {
  const call = dropped.way.kind === 'caller' ? program.callAt(dropped.way.call) : null;
  if (call === null)
    return fixOf('Pass the updates', refuse('The call that returned them is not understood.'));
  return fixOfPassing(program, call, { dropped, isPlain });
}

interface Passing {
  readonly dropped: DroppedUpdates;
  readonly isPlain: boolean;
}

function fixOfPassing(program: Program, call: Call, { dropped, isPlain }: Passing): Fix {
  const { functions } = dropped;
  if (functions.length === 0) return fixOf('Pass the updates', passToOnly(program, call, isPlain));
  const change = bindAndPass(program, call, { functions, isPlain });
  return fixOf(titleFor(program, dropped), change);
}

function titleFor(program: Program, { functions }: DroppedUpdates): string {
  const calls = callsOf(program, functions);
  if (isRefusal(calls)) return 'Pass the updates';
  const [only] = calls;
  if (calls.length > 1 || only === undefined) return `Pass the updates to ${calls.length} functions`;
  return `Pass the updates to \`${functionName(program, only)}\``;
}

/** A scan without outputs names no function: when the file compiles only one, that one may be meant. */
function passToOnly(program: Program, call: Call, isPlain: boolean): Outcome<Change> {
  const calls = program.all('Call').filter((one) => {
    const path = pathOf(program, one.function);
    return path !== null && roleOf(path)?.role === 'function';
  });
  const [only, ...others] = calls;
  if (only === undefined || others.length > 0) return refuse('Nothing says which function they belong to.');
  const use = {
    span: only,
    callee: only.function,
    getsUpdates: false,
    hasUpdates: false,
    path: null,
  };
  const change = bindAndPass(program, call, { functions: [use], isPlain });
  return isRefusal(change) ? change : { ...change, isSafe: false };
}
