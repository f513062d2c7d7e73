/** The updates of a scan inside the step of another: the step returns them, and the function gets those of the outer scan. */
import { t } from '../../base/l10n.ts';
import type { Call, Expression, FunctionDef, Lambda } from '../../python/syntax.ts';
import type { ScanFact } from '../facts.ts';
import { type Bound, bindUpdates, siteOf } from './bindUpdates.ts';
import { type Change, isRefusal, type Outcome, refuse, safe, together } from './fix.ts';
import { obstacleBetween, passOfScan } from './passUpdates.ts';
import type { Program } from './program.ts';
import { addToReturn, returnedBy } from './stepReturn.ts';
import { replace } from './textEdits.ts';
import { isPlainDict } from './updatesForms.ts';

/** The scan of which a function of this file is the step; null where there is none or more than one. */
export function scanWithStep(program: Program, step: FunctionDef | Lambda): ScanFact | null {
  const scans = program.analysis.scans.filter(
    ({ step: fact }) => fact?.place.path === null && fact.place.start === step.start,
  );
  return scans.length === 1 ? (scans[0] ?? null) : null;
}

/** Returns the updates of `inner` from the step that makes it. */
export function returnFromStep(program: Program, inner: ScanFact): Outcome<Change> {
  const call = program.callAt(inner.span);
  const step = call === null ? null : program.functionAround(call);
  if (call === null || step === null) return refuse(t('The step around this scan is not understood.'));
  const change = changedStep(program, { call, step, isPlain: isPlainDict(inner.version, call) });
  if (isRefusal(change)) return change;
  const outer = scanWithStep(program, step);
  if (outer === null) return { ...change, isSafe: false };
  const passed = passOfScan(program, outer);
  return isRefusal(passed) ? { ...change, isSafe: false } : together(change, passed);
}

interface InnerScan {
  readonly call: Call;
  readonly step: FunctionDef | Lambda;
  readonly isPlain: boolean;
}

function changedStep(program: Program, inner: InnerScan): Outcome<Change> {
  const { call, step } = inner;
  const values = returnedBy(program, step);
  if (values === null) return refuse(t('The step does not return on every way.'));
  const [only, ...others] = values;
  const parent = program.parentOf(call);
  if (others.length === 0 && parent?.kind === 'Subscript' && only === parent && isZero(parent.index))
    return safe(replace({ start: program.withParentheses(call).end, end: parent.end }, ''));
  if (step.kind === 'Lambda')
    return refuse(t('A lambda has no place for a name: write the step as a `def`.'));
  const site = siteOf(program, call, values);
  if (isRefusal(site)) return site;
  const bound = bindUpdates(site);
  return isRefusal(bound) ? bound : returnedToo(program, bound, { values, isPlain: inner.isPlain });
}

const isZero = (node: Expression): boolean => node.kind === 'Number' && node.text === '0';

function returnedToo(
  program: Program,
  bound: Bound,
  { values, isPlain }: { readonly values: readonly Expression[]; readonly isPlain: boolean },
): Outcome<Change> {
  const changes: Change[] = [bound.change];
  for (const value of values) {
    const obstacle = obstacleBetween(program, bound, value);
    if (obstacle !== null) return refuse(t('The inner scan is not made on every way through the step.'));
    const change = addToReturn(program, value, { text: bound.text, isPlain });
    if (isRefusal(change)) return change;
    changes.push(change);
  }
  return together(...changes);
}
