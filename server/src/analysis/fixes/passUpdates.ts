/** Passes updates that can be read to calls of `function`. */
import { t } from '../../base/l10n.ts';
import type { Scope } from '../../python/scopes.ts';
import type { AnyNode, Call, Expression, Keyword, Statement } from '../../python/syntax.ts';
import { walk } from '../../python/walk.ts';
import type { FunctionUse, ScanFact } from '../facts.ts';
import { type Bound, bindUpdates, type Place, siteOf } from './bindUpdates.ts';
import { type Change, isRefusal, type Outcome, type Refusal, refuse, safe, together } from './fix.ts';
import { roleOfCallee } from './importedNames.ts';
import type { Program } from './program.ts';
import { addArgument } from './textEdits.ts';
import { type Addition, isPlainDict, mergeInto } from './updatesForms.ts';

/** The calls of `function` that uses stand for, without those of `eval`, which takes no updates. */
export function callsOf(program: Program, uses: readonly FunctionUse[]): Outcome<readonly Call[]> {
  const functions = uses.filter(({ form }) => form === 'function');
  if (functions.length < uses.length && functions.length === 0)
    return refuse(t('`eval` takes no updates: compile a function instead.'));
  const calls: Call[] = [];
  for (const { span, path } of functions) {
    if (path !== null) return refuse(t('The function is compiled in another file.'));
    const call = program.callAt(span);
    if (call === null) return refuse(t('The call that compiles the function is not understood.'));
    calls.push(call);
  }
  return calls;
}

/** What gets the updates of a call. */
export interface Receivers {
  readonly functions: readonly FunctionUse[];
  readonly isPlain: boolean;
  readonly place?: Place | undefined;
}

/** Binds the updates that `call` returns and passes them to functions. */
export function bindAndPass(
  program: Program,
  call: Call,
  { functions, isPlain, place }: Receivers,
): Outcome<Change> {
  const calls = callsOf(program, functions);
  if (isRefusal(calls)) return calls;
  const site = siteOf(program, call, calls);
  if (isRefusal(site)) return site;
  const bound = bindUpdates(place === undefined ? site : { ...site, place });
  return isRefusal(bound) ? bound : passTo(program, bound, { calls, isPlain });
}

/** Passes bound updates to calls of `function`. */
export function passTo(
  program: Program,
  bound: Bound,
  { calls, isPlain }: { readonly calls: readonly Call[]; readonly isPlain: boolean },
): Outcome<Change> {
  const changes: Change[] = [bound.change];
  for (const call of calls) {
    const obstacle = obstacleBetween(program, bound, call);
    if (obstacle !== null) return obstacle;
    const receiver = compilesAnything(program, bound, call);
    if (receiver !== null) return receiver;
    const change = addUpdates(program, call, { text: bound.text, isPlain });
    if (isRefusal(change)) return change;
    changes.push(change);
  }
  return together(...changes);
}

/** Passes the updates of a scan to the functions that use it and do not get them; no edits where none has to. */
export function passOfScan(program: Program, scan: ScanFact): Outcome<Change> {
  const functions = scan.functions.filter(({ getsUpdates }) => !getsUpdates);
  const call = program.callAt(scan.span);
  const isKnown = scan.functions.length > functions.length || scan.destinations.length > 0;
  if (call === null || functions.length === 0 || isKnown || scan.returnsOnlyOutputs) return safe();
  return bindAndPass(program, call, { functions, isPlain: isPlainDict(scan.version, call) });
}

// --------------------------------------------------------------------------------------------------------- reachability

/** Why a place can not read bound updates; null where it surely can. */
export function obstacleBetween(program: Program, bound: Bound, place: AnyNode): Refusal | null {
  const { scope } = bound;
  const here = program.scopeAt(place);
  if (scope.kind === 'class' && here !== scope)
    return refuse(t('The scan is part of a class body, which functions in it can not read.'));
  let outer = here;
  while (outer !== scope && outer.parent !== null) outer = outer.parent;
  if (outer !== scope)
    return refuse(t('The scan is in one function and what uses it is compiled in another.'));
  const [root = ''] = /^\w+/u.exec(bound.text) ?? [];
  if (isShadowed(here, root, scope))
    return refuse(t('`{0}` means something else where they are needed.', root));
  return isSurelyBefore(program, bound, { place, isLater: here !== scope })
    ? null
    : refuse(reasonFor(program, bound.statement));
}

/** A function that compiles what its callers give it would pass these updates for all of them. */
function compilesAnything(program: Program, { scope }: Bound, call: Call): Refusal | null {
  const here = program.scopeAt(call);
  const outputs = call.keywords.find(({ name }) => name?.name === 'outputs')?.value ?? call.args[1];
  if (here === scope || outputs === undefined) return null;
  let isGiven = false;
  walk(outputs, (node) => {
    if (node.kind === 'Name' && here.symbols.get(node.name)?.isParameter === true) isGiven = true;
  });
  const around = program.functionAround(call);
  const name = around?.kind === 'FunctionDef' ? `\`${around.name.name}\`` : t('The function around it');
  return isGiven ? refuse(t('{0} compiles what it is given: give it the updates too.', name)) : null;
}

/** True when a scope between binds the name for itself. */
function isShadowed(here: Scope, name: string, scope: Scope): boolean {
  for (let inner: Scope | null = here; inner !== null && inner !== scope; inner = inner.parent) {
    const isSeen = inner === here || inner.kind !== 'class';
    if (isSeen && (inner.symbols.get(name)?.bindings.length ?? 0) > 0) return true;
  }
  return false;
}

/** True when every way to `place` runs the statement first. `isLater`: the place is in a function that is called later. */
function isSurelyBefore(
  program: Program,
  { statement, isBefore }: Bound,
  { place, isLater }: { readonly place: AnyNode; readonly isLater: boolean },
): boolean {
  for (let first: Statement = statement; ; ) {
    const block = program.blockOf(first);
    const around = [place, ...program.around(place)].find((node) => program.blockOf(node) === block);
    if (block === null) return false;
    if (around !== undefined) {
      const distance = block.indexOf(around as Statement) - block.indexOf(first);
      return distance > 0 || (distance === 0 && isBefore) || (isLater && distance !== 0);
    }
    // What a `with` block binds is there after it.
    const outer = program.parentOf(first);
    if (outer?.kind !== 'With') return false;
    first = outer;
  }
}

function reasonFor(program: Program, statement: Statement): string {
  const outer = program.parentOf(statement);
  if (outer?.kind === 'For' || outer?.kind === 'While')
    return t('The scan is made anew in each turn of a loop: collect the updates of all turns and pass them.');
  return t('The scan is not made on every way to the function.');
}

// ------------------------------------------------------------------------------------------------ the updates argument

/** Adds updates to those of a call of `function`. */
export function addUpdates(program: Program, call: Call, addition: Addition): Outcome<Change> {
  const existing = updatesOf(call);
  if (existing !== null) return mergeInto(program, existing, addition);
  if (call.args.some(({ kind }) => kind === 'Starred') || isInOptions(program, call))
    return refuse(t('The arguments of the function are unpacked from something that may hold updates.'));
  const [only] = call.args;
  if (only?.kind === 'GeneratorExp' && only.end === call.end)
    return refuse(t('Its argument is a generator.'));
  return safe(...addArgument(program, call, `updates=${addition.text}`));
}

/** True when a dict of options that the call unpacks may have updates among them. */
function isInOptions(program: Program, call: Call): boolean {
  if (!call.keywords.some(({ name }) => name === null)) return false;
  const isKey = ({ value }: { readonly value: string }): boolean => value === 'updates';
  const isKeyword = ({ name }: Keyword): boolean => name?.name === 'updates';
  const dicts = program.all('Call').filter(({ function: callee }) => program.text(callee) === 'dict');
  return program.all('String').some(isKey) || dicts.some(({ keywords }) => keywords.some(isKeyword));
}

/** The argument that holds the updates of a call of `function`; null without one. */
export function updatesOf(call: Call): Expression | null {
  const keyword = call.keywords.find(({ name }) => name?.name === 'updates');
  if (keyword !== undefined) return keyword.value;
  const first = call.args.slice(0, 4);
  return first.some(({ kind }) => kind === 'Starred') ? null : (first[3] ?? null);
}

/** The name that a compiled function gets, or what its call looks like. */
export function functionName(program: Program, call: Call): string {
  const parent = program.parentOf(call);
  const [target] = parent?.kind === 'Assign' ? parent.targets : [];
  const isShort = target?.kind === 'Name' || target?.kind === 'Attribute';
  return program.text(isShort ? target : call.function);
}

/** The innermost call of `function` around a span. */
export function functionCallAround(program: Program, span: { start: number; end: number }): Call | null {
  const exact = program.callAt(span);
  const isFunction = (call: Call): boolean => roleOfCallee(program, call.function)?.role === 'function';
  if (exact !== null && isFunction(exact)) return exact;
  return program.innermost(span, (node): node is Call => node.kind === 'Call' && isFunction(node));
}
