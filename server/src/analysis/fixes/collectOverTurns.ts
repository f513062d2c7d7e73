/** Scans that a loop makes anew in each turn: their updates are collected in a list, which the functions after it get. */
import { t } from '../../base/l10n.ts';
import type { Call, Expression, For, While } from '../../python/syntax.ts';
import type { FunctionUse } from '../facts.ts';
import { type Bound, bindUpdates, siteOf } from './bindUpdates.ts';
import { type Change, isRefusal, type Outcome, refuse, safe, together } from './fix.ts';
import { freeName } from './freeNames.ts';
import { callsOf, obstacleBetween, updatesOf } from './passUpdates.ts';
import type { Program } from './program.ts';
import { scanAt } from './stepReturns.ts';
import {
  addArgument,
  operandText,
  primaryText,
  replace,
  statementAfter,
  statementBefore,
} from './textEdits.ts';
import { formOf } from './updatesForms.ts';

interface Turns {
  readonly functions: readonly FunctionUse[];
  readonly isPlain: boolean;
}

/**
 * Null where the scan is in no loop that ends before the functions. Not safe: where the turns update the same variable the
 * library refuses, and then one scan has to do it all.
 */
export function collectOverTurns(program: Program, call: Call, { functions }: Turns): Outcome<Change> | null {
  const statement = program.statementOf(call);
  const loop = statement === null ? null : program.parentOf(statement);
  const calls = callsOf(program, functions);
  if ((loop?.kind !== 'For' && loop?.kind !== 'While') || isRefusal(calls)) return null;
  if (calls.some((one) => one.start < loop.end)) return null;
  const again = updatedInEachTurn(program, call, loop);
  if (again !== null) return refuse(t('Each turn updates `{0}` again: let one scan do it all.', again));
  const site = siteOf(program, call, calls);
  if (isRefusal(site)) return site;
  const list = freeName(program, 'updates', site.scope, calls);
  const bound = bindUpdates({ ...site, name: freeName(program, 'scan_updates', site.scope) });
  if (isRefusal(bound)) return bound;
  if (bound.isBefore) return refuse(t('The scan gets no name in its turn: unpack it first.'));
  return collected(program, bound, { loop, list, calls });
}

/** A variable that surely is the same one in every turn: made outside of all loops, and updated under its own name. */
function updatedInEachTurn(program: Program, call: Call, loop: For | While): string | null {
  const { updates } = scanAt(program, call) ?? {};
  if (updates?.status !== 'proven') return null;
  const again = updates.variables.find(({ isCertain, definition, name }) => {
    if (!isCertain || definition === null || definition.path !== null) return false;
    const made = program.exactly(definition, 'Call');
    const parent = made === null ? null : program.parentOf(made);
    if (parent?.kind !== 'Assign' || (loop.start <= parent.start && parent.end <= loop.end)) return false;
    const isNamed = parent.targets.some((target) => program.text(target) === name);
    return isNamed && ![...program.around(parent)].some(({ kind }) => kind === 'For' || kind === 'While');
  });
  return again?.name ?? null;
}

function collected(
  program: Program,
  bound: Bound,
  {
    loop,
    list,
    calls,
  }: { readonly loop: For | While; readonly list: string; readonly calls: readonly Call[] },
): Outcome<Change> {
  const after: Bound = { ...bound, text: list, statement: loop };
  const edits = [
    statementBefore(program, loop, `${list} = []`),
    statementAfter(program, bound.statement, `${list} += list(${bound.text}.items())`),
  ];
  for (const call of calls) {
    const obstacle = obstacleBetween(program, after, call);
    if (obstacle !== null) return obstacle;
    const existing = updatesOf(call);
    const change =
      existing === null
        ? addArgument(program, call, `updates=${list}`)
        : joined(program, existing, { list, ofTurn: bound.text });
    if (change === null) return refuse(t('The updates that the function has are not understood.'));
    edits.push(...change);
  }
  return { ...together(bound.change, safe(...edits)), isSafe: false };
}

/** The collected list and other updates as one; those of the last turn are in the list. */
function joined(
  program: Program,
  existing: Expression,
  { list, ofTurn }: { readonly list: string; readonly ofTurn: string },
): Change['edits'] | null {
  if (program.text(existing) === ofTurn) return [replace(existing, list)];
  switch (formOf(program, existing)) {
    case 'empty':
      return [replace(existing, list)];
    case 'pairs':
      return [replace(existing, `${operandText(program, existing)} + ${list}`)];
    case 'tuple':
    case 'view':
      return [replace(existing, `list(${program.text(existing)}) + ${list}`)];
    case 'dict':
    case 'scan':
      return [replace(existing, `list(${primaryText(program, existing)}.items()) + ${list}`)];
    case 'unknown':
      return null;
  }
}
