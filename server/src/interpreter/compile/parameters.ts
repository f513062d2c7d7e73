/** Binding the arguments of a call to parameters, with CPython's messages (`ceval.c`; Python 2's of `PyEval_EvalCodeEx`). */
import { PyDict } from '../containers.ts';
import { raiseTypeError } from '../exceptions.ts';
import { joinNames } from '../signature.ts';
import type { Keywords, PyFunction, Slots, Value } from '../values.ts';
import { PyTuple } from '../values.ts';

/** What binding needs to know about a parameter list. */
export interface ParameterPlan {
  readonly python: 2 | 3;
  /** Names of positional parameters (`.0` for a tuple parameter of Python 2). */
  readonly positional: readonly string[];
  readonly positionalOnlyCount: number;
  readonly keywordOnly: readonly string[];
  /** Slots in the order positional, keyword-only. */
  readonly slots: readonly number[];
  readonly varArgsSlot: number | null;
  readonly kwArgsSlot: number | null;
}

/** Fills the slots from the arguments of a call. */
export function bindArguments(
  plan: ParameterPlan,
  callee: PyFunction,
  slots: Slots,
  given: { readonly args: readonly Value[]; readonly keywords: Keywords },
): void {
  const { args, keywords } = given;
  const count = plan.positional.length;
  const taken = Math.min(args.length, count);
  for (let index = 0; index < taken; index++) slots[plan.slots[index]!] = args[index];
  if (args.length > count && plan.varArgsSlot === null) {
    raiseTooMany(plan, callee, { given: args.length, keywords });
  }
  if (plan.varArgsSlot !== null) slots[plan.varArgsSlot] = new PyTuple(args.slice(count));
  const extra = plan.kwArgsSlot === null ? null : new PyDict();
  if (plan.kwArgsSlot !== null && extra) slots[plan.kwArgsSlot] = extra;
  if (keywords !== null) bindKeywords(plan, callee, slots, { keywords, extra });
  if (args.length < count) fillDefaults(plan, callee, slots, args.length);
  if (plan.keywordOnly.length > 0) fillKeywordOnly(plan, callee, slots);
}

function bindKeywords(
  plan: ParameterPlan,
  callee: PyFunction,
  slots: Slots,
  given: { readonly keywords: ReadonlyMap<string, Value>; readonly extra: PyDict | null },
): void {
  for (const [name, value] of given.keywords) {
    const index = plan.positional.indexOf(name, plan.positionalOnlyCount);
    const other = index >= 0 ? index : plan.keywordOnly.indexOf(name);
    const slot = plan.slots[index >= 0 ? index : other + plan.positional.length];
    if (other < 0 || slot === undefined) {
      if (given.extra) given.extra.table.set(name, value);
      else raiseUnexpected(plan, callee, name);
    } else if (slots[slot] !== undefined) {
      const word = plan.python === 2 ? 'keyword argument' : 'argument';
      raiseTypeError(`${calleeName(plan, callee)}() got multiple values for ${word} '${name}'`);
    } else slots[slot] = value;
  }
}

const calleeName = (plan: ParameterPlan, callee: PyFunction): string =>
  plan.python === 2 ? callee.name : callee.qualifiedName;

function raiseUnexpected(plan: ParameterPlan, callee: PyFunction, name: string): never {
  const isPositionalOnly = plan.positional.indexOf(name) >= 0;
  if (isPositionalOnly) {
    raiseTypeError(
      `${calleeName(plan, callee)}() got some positional-only arguments passed as keyword arguments: '${name}'`,
    );
  }
  return raiseTypeError(`${calleeName(plan, callee)}() got an unexpected keyword argument '${name}'`);
}

const defaultsOf = (callee: PyFunction): readonly Value[] =>
  callee.defaults instanceof PyTuple ? callee.defaults.items : [];

function fillDefaults(plan: ParameterPlan, callee: PyFunction, slots: Slots, from: number): void {
  const defaults = defaultsOf(callee);
  const firstDefault = plan.positional.length - defaults.length;
  const missing: string[] = [];
  let given = from;
  for (let index = from; index < plan.positional.length; index++) {
    const slot = plan.slots[index]!;
    if (slots[slot] !== undefined) {
      given++;
      continue;
    }
    if (index >= firstDefault) slots[slot] = defaults[index - firstDefault];
    else missing.push(plan.positional[index]!);
  }
  if (missing.length === 0) return;
  if (plan.python === 2) raiseCount(plan, callee, given);
  raiseMissing(calleeName(plan, callee), missing, 'positional');
}

function raiseMissing(name: string, missing: readonly string[], variety: string): never {
  const plural = missing.length === 1 ? '' : 's';
  const names = joinNames(missing.map((each) => `'${each}'`));
  return raiseTypeError(
    `${name}() missing ${missing.length} required ${variety} argument${plural}: ${names}`,
  );
}

function fillKeywordOnly(plan: ParameterPlan, callee: PyFunction, slots: Slots): void {
  const missing: string[] = [];
  for (const [index, name] of plan.keywordOnly.entries()) {
    const slot = plan.slots[plan.positional.length + index]!;
    if (slots[slot] !== undefined) continue;
    const value = callee.keywordDefaults?.get(name);
    if (value === undefined) missing.push(name);
    else slots[slot] = value;
  }
  if (missing.length > 0) raiseMissing(calleeName(plan, callee), missing, 'keyword-only');
}

function raiseTooMany(
  plan: ParameterPlan,
  callee: PyFunction,
  call: { readonly given: number; readonly keywords: Keywords },
): never {
  if (plan.python === 2) raiseCount(plan, callee, call.given + (call.keywords?.size ?? 0));
  const most = plan.positional.length;
  const defaults = defaultsOf(callee).length;
  const takes = defaults > 0 ? `from ${most - defaults} to ${most}` : `${most}`;
  const plural = most === 1 && defaults === 0 ? '' : 's';
  const named = plan.keywordOnly.filter((name) => call.keywords?.has(name)).length;
  const verb = call.given === 1 && named === 0 ? 'was' : 'were';
  const and =
    named > 0
      ? ` positional argument${call.given === 1 ? '' : 's'} (and ${named} keyword-only argument${named === 1 ? '' : 's'})`
      : '';
  return raiseTypeError(
    `${calleeName(plan, callee)}() takes ${takes} positional argument${plural} but ${call.given}${and} ${verb} given`,
  );
}

/** Python 2: `f() takes exactly 2 arguments (1 given)`. */
function raiseCount(plan: ParameterPlan, callee: PyFunction, given: number): never {
  const most = plan.positional.length;
  const least = most - defaultsOf(callee).length;
  if (most === 0 && plan.kwArgsSlot === null && plan.varArgsSlot === null) {
    raiseTypeError(`${callee.name}() takes no arguments (${given} given)`);
  }
  const isRange = least !== most || plan.varArgsSlot !== null;
  const word = !isRange ? 'exactly' : given < least ? 'at least' : 'at most';
  const shown = !isRange || given < least ? least : most;
  return raiseTypeError(
    `${callee.name}() takes ${word} ${shown} argument${shown === 1 ? '' : 's'} (${given} given)`,
  );
}
