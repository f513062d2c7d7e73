/** Fixes around what scan returns: `return_updates=False`, results that are not unpacked, and those unpacked too far. */
import { t } from '../../base/l10n.ts';
import type { Span } from '../../base/span.ts';
import type { AnyNode, Assign, Call, Expression, Keyword, Name } from '../../python/syntax.ts';
import type { NotUnpacked, ReturnUpdatesDeprecated, UnpackedWithoutUpdates } from '../mistakes.ts';
import { withSecondTarget } from './bindUpdates.ts';
import { type Change, type Outcome, refuse, safe } from './fix.ts';
import { freeName, usageOf } from './freeNames.ts';
import type { Program } from './program.ts';
import { scanAt } from './stepReturns.ts';
import { addArgument, appendTo, removeArgument, replace } from './textEdits.ts';

// -------------------------------------------------------------------------------------------------- return_updates=False

/** Asks PyTensor for the outputs alone, where the updates are proven empty. */
export function outputsAlone(program: Program, mistake: ReturnUpdatesDeprecated): Outcome<Change> {
  if (!mistake.isEmpty) return refuse(t('The updates are not proven to be empty.'));
  const call = program.callAt(mistake.scan);
  if (call === null) return refuse(t('The scan is not understood.'));
  const unpacked = withoutUpdates(program, call);
  if ('refusal' in unpacked) return unpacked;
  return { ...unpacked, edits: [...unpacked.edits, ...withArgument(program, call)] };
}

function withArgument(program: Program, call: Call): Change['edits'] {
  const existing = call.keywords.find(({ name }) => name?.name === 'return_updates');
  if (existing !== undefined) return [replace(existing.value, 'False')];
  return addArgument(program, call, 'return_updates=False');
}

/** The edits that take the outputs out of a result that is no pair any more. */
function withoutUpdates(program: Program, call: Call): Outcome<Change> {
  const parent = program.parentOf(call);
  if (parent?.kind === 'Subscript' && isZero(parent.index))
    return safe(replace({ start: program.withParentheses(call).end, end: parent.end }, ''));
  if (parent?.kind !== 'Assign' || parent.targets.length > 1)
    return refuse(t('What the scan returns is used as a whole.'));
  const [target] = parent.targets;
  if (target?.kind === 'Name') return onlyFirstItems(program, target);
  if (target?.kind !== 'Tuple' && target?.kind !== 'List')
    return refuse(t('What the scan returns is unpacked in a way that is not understood.'));
  return withoutSecond(program, target);
}

const isZero = (node: Expression): boolean => node.kind === 'Number' && node.text === '0';

/** `out, updates = …` → `out = …`; `updates` goes from the functions that got it. */
function withoutSecond(
  program: Program,
  target: Expression & { elements: readonly Expression[] },
): Outcome<Change> {
  const [first, second, ...others] = target.elements;
  if (first === undefined || second?.kind !== 'Name' || others.length > 0)
    return refuse(t('What the scan returns is unpacked in a way that is not understood.'));
  const { bindings, uses } = usageOf(program.scopeAt(target), second.name);
  const isBlank = /^_+$/.test(second.name);
  if (uses.length > 0 && bindings.length > 1) return refuse(t('`{0}` is used otherwise too.', second.name));
  const removals = isBlank && uses.length > 0 ? null : uses.map((use) => removal(program, use));
  if (removals === null || removals.includes(null))
    return refuse(t('`{0}` is used otherwise too.', second.name));
  return safe(...firstAlone(program, target, first), ...removals.flatMap((edit) => edit ?? []));
}

function firstAlone(program: Program, target: Expression, first: Expression): Change['edits'] {
  const kept = program.withParentheses(first);
  return [
    replace({ start: target.start, end: kept.start }, ''),
    replace({ start: kept.end, end: target.end }, ''),
  ];
}

/** Takes `updates=name` out of a call; null where the name is used otherwise. */
function removal(program: Program, use: AnyNode) {
  const keyword = program.parentOf(use);
  if (keyword?.kind !== 'Keyword' || keyword.name?.name !== 'updates') return null;
  const call = program.parentOf(keyword);
  return call?.kind === 'Call' ? removeArgument(program, call, keyword satisfies Keyword) : null;
}

/** `results[0]` → `results`, where nothing else is done with it. */
function onlyFirstItems(program: Program, target: Name): Outcome<Change> {
  const { bindings, uses } = usageOf(program.scopeAt(target), target.name);
  const items = uses.map((use) => program.parentOf(use));
  const edits = items.flatMap((item) =>
    item?.kind === 'Subscript' && isZero(item.index)
      ? [replace({ start: program.withParentheses(item.value).end, end: item.end }, '')]
      : [],
  );
  if (bindings.length > 1 || edits.length < items.length)
    return refuse(t('`{0}` is used as a whole.', target.name));
  return safe(...edits);
}

// --------------------------------------------------------------------------------------------------- unpacked too little

/** `res = scan(…)` → `res, updates = scan(…)`. */
export function unpackResult(program: Program, mistake: NotUnpacked): Outcome<Change> {
  const call = program.callAt(mistake.scan);
  if (call === null) return refuse(t('The scan is not understood.'));
  const parent = program.parentOf(call);
  if (parent?.kind === 'Assign') return unpackAssigned(program, parent, mistake.scan);
  // What the step updates has to go on to a function: then the pair needs a name.
  return scanAt(program, mistake.scan)?.updates.status === 'none'
    ? safe(...appendTo(program, call, '[0]'))
    : refuse(t('What the scan returns has no name: unpack it first.'));
}

function unpackAssigned(program: Program, { targets }: Assign, scan: Span): Outcome<Change> {
  const [target, ...others] = targets;
  if (target?.kind !== 'Name' || others.length > 0)
    return refuse(t('What the scan returns is bound in a way that is not understood.'));
  const scope = program.scopeAt(target);
  const { bindings, uses } = usageOf(scope, target.name);
  const parts = uses.map((use) => program.parentOf(use));
  const isPair = parts.some(
    (part) => part?.kind === 'Subscript' && part.index.kind === 'Number' && /^[01]$/.test(part.index.text),
  );
  if (isPair || bindings.length > 1)
    return refuse(t('`{0}` is also used as the pair that it is.', target.name));
  const edits = withSecondTarget(program, target, freeName(program, 'updates', scope, uses));
  // What the step updates has to go on to a function, and which one is not known while the result is a pair.
  return { edits, isSafe: scanAt(program, scan)?.updates.status === 'none' };
}

// ----------------------------------------------------------------------------------------------------- unpacked too far

/** `out, updates = scan(…, return_updates=False)` → `out = scan(…)`. */
export function dropSecondTarget(program: Program, mistake: UnpackedWithoutUpdates): Outcome<Change> {
  const call = program.callAt(mistake.scan);
  const parent = call === null ? null : program.parentOf(call);
  const [target] = parent?.kind === 'Assign' ? parent.targets : [];
  if (target?.kind !== 'Tuple' && target?.kind !== 'List')
    return refuse(t('What the scan returns is unpacked in a way that is not understood.'));
  const [first] = target.elements;
  const count = first?.kind === 'Tuple' || first?.kind === 'List' ? first.elements.length : 1;
  if (count !== mistake.outputs)
    return refuse(
      t('The scan returns {0} outputs and no updates: which of them is meant is not known.', mistake.outputs),
    );
  return withoutSecond(program, target);
}
