/** Fixes for updates in the wrong place or form: arguments of `function`, and merges that the library does not know. */
import { t } from '../../base/l10n.ts';
import type { AnyNode, AugAssign, BinOp, Call, Expression, List, Tuple } from '../../python/syntax.ts';
import { has } from '../libraryVersions.ts';
import type { MergeNotSupported, WrongUpdatesArgument } from '../mistakes.ts';
import { type Change, type Outcome, refuse, safe } from './fix.ts';
import { functionCallAround, updatesOf } from './passUpdates.ts';
import type { Program } from './program.ts';
import { appendTo, insert, operandText, primaryText, removeArgument, replace, wrap } from './textEdits.ts';
import { formOf, mergeInto } from './updatesForms.ts';

// --------------------------------------------------------------------------------------------------- arguments of function

export function updatesAsArgument(program: Program, mistake: WrongUpdatesArgument): Outcome<Change> {
  const call = functionCallAround(program, mistake.span);
  if (call === null) return refuse(t('The call that compiles the function is not understood.'));
  const isPlain = has(mistake.version, 'plainUpdates');
  switch (mistake.form) {
    case 'thirdPositional':
      return fromThirdPlace(program, call, { isPlain });
    case 'givens':
      return fromGivens(program, call, { isPlain });
    case 'wholeResult':
      return withUpdatesArgument(call, (value) => safe(...appendTo(program, value, '[1]')));
    case 'listOfUpdates':
      return withUpdatesArgument(call, (value) => mergedElements(program, value, { isPlain }));
    case 'onePair':
      return withUpdatesArgument(call, (value) => safe(...wrap(value, '[', ']')));
  }
}

function withUpdatesArgument(call: Call, change: (value: Expression) => Outcome<Change>): Outcome<Change> {
  const value = updatesOf(call);
  return value === null ? refuse(t('The updates are not written out here.')) : change(value);
}

function fromThirdPlace(
  program: Program,
  call: Call,
  { isPlain }: { readonly isPlain: boolean },
): Outcome<Change> {
  const third = call.args[2];
  const isHidden = call.args.slice(0, 3).some(({ kind }) => kind === 'Starred');
  if (third === undefined || isHidden) return refuse(t('The updates are not written out here.'));
  if (call.args.length > 3) return refuse(t('The arguments after it would get other places.'));
  const existing = updatesOf(call);
  if (existing === null) return safe(insert(program.withParentheses(third).start, 'updates='));
  const merged = mergeInto(program, existing, { text: operandText(program, third), isPlain });
  return { ...merged, edits: [...merged.edits, removeArgument(program, call, third)] };
}

function fromGivens(
  program: Program,
  call: Call,
  { isPlain }: { readonly isPlain: boolean },
): Outcome<Change> {
  const givens = call.keywords.find(({ name }) => name?.name === 'givens');
  if (givens?.name == null) return refuse(t('The updates are not written out here.'));
  const form = formOf(program, givens.value);
  if (form !== 'scan' && form !== 'view') return refuse(t('What is given may be more than the updates.'));
  const existing = updatesOf(call);
  if (existing === null) return safe(replace(givens.name, 'updates'));
  const merged = mergeInto(program, existing, { text: operandText(program, givens.value), isPlain });
  return { ...merged, edits: [...merged.edits, removeArgument(program, call, givens)] };
}

/** `[u1, u2]` → `u1 + u2`, and `{**u1, **u2}` where updates are plain dicts. */
function mergedElements(
  program: Program,
  value: Expression,
  { isPlain }: { readonly isPlain: boolean },
): Outcome<Change> {
  if ((value.kind !== 'List' && value.kind !== 'Tuple') || value.elements.some(isStarred))
    return refuse(t('The updates are not written out here.'));
  const forms = value.elements.map((element) => formOf(program, element));
  if (forms.some((form) => form !== 'scan' && form !== 'dict'))
    return refuse(t('What is in the list is not understood.'));
  if (program.hasComment(value)) return refuse(t('There are comments in it that would be lost.'));
  const isSum = !isPlain && forms[0] === 'scan';
  return safe(replace(value, isSum ? sum(program, value) : spread(program, value)));
}

const isStarred = ({ kind }: Expression): boolean => kind === 'Starred';

const sum = (program: Program, { elements }: List | Tuple): string =>
  elements.map((element) => operandText(program, element)).join(' + ');

const spread = (program: Program, { elements }: List | Tuple): string =>
  `{${elements.map((element) => `**${operandText(program, element)}`).join(', ')}}`;

// --------------------------------------------------------------------------------------------------------------- merging

export function supportedMerge(program: Program, mistake: MergeNotSupported): Outcome<Change> {
  switch (mistake.form) {
    case 'plus':
      return mergedSum(program, mistake);
    case 'itemsPlus':
      return listsOfItems(program, mistake);
    case 'keysOnly':
      return itemsForKeys(program, mistake);
  }
}

/** The operands of a sum around a span, and the sum. */
function sumAround(program: Program, { span }: MergeNotSupported) {
  const isSum = (node: AnyNode): node is BinOp => node.kind === 'BinOp' && node.operator === '+';
  let node = program.innermost(span, isSum);
  for (let outer: AnyNode | null = node; outer !== null && isSum(outer); outer = program.parentOf(outer))
    node = outer;
  const operands: Expression[] = [];
  for (let left: Expression | null = node; left !== null; ) {
    if (!isSum(left)) {
      operands.unshift(left);
      break;
    }
    operands.unshift(left.right);
    left = left.left;
  }
  return node === null ? null : { node, operands };
}

/** `u1 + u2` → `{**u1, **u2}`; with lists of pairs among them a sum of lists. */
function mergedSum(program: Program, mistake: MergeNotSupported): Outcome<Change> {
  const sum = sumAround(program, mistake);
  if (sum === null) return refuse(t('The sum is not understood.'));
  const { node, operands } = sum;
  if (program.hasComment(node)) return refuse(t('There are comments in it that would be lost.'));
  const forms = operands.map((operand) => formOf(program, operand));
  if (forms.some((form) => form === 'tuple' || form === 'unknown'))
    return refuse(t('What is added is not understood.'));
  const isList = forms.some((form) => form === 'pairs' || form === 'view');
  if (!isList) {
    const text = operands.map((operand) => `**${operandText(program, operand)}`).join(', ');
    return safe(replace(node, `{${text}}`));
  }
  const texts = operands.map((operand, index) => {
    if (forms[index] === 'pairs' || operand.kind === 'List') return program.text(operand);
    const view = forms[index] === 'view' ? program.text(operand) : `${primaryText(program, operand)}.items()`;
    return `list(${view})`;
  });
  return safe(replace(node, texts.join(' + ')));
}

/** `a.items() + b.items()` → `list(a.items()) + list(b.items())`. */
function listsOfItems(program: Program, mistake: MergeNotSupported): Outcome<Change> {
  const sum = sumAround(program, mistake);
  const views = sum?.operands.filter((operand) => formOf(program, operand) === 'view') ?? [];
  if (views.length === 0) return refuse(t('The sum is not understood.'));
  return safe(...views.flatMap((view) => wrap(view, 'list(', ')')));
}

/** `pairs.extend(u)` and `pairs += u` add the keys alone. */
function itemsForKeys(program: Program, { span }: MergeNotSupported): Outcome<Change> {
  const node = program.innermost(
    span,
    (one): one is AugAssign | Call =>
      one.kind === 'AugAssign' ||
      (one.kind === 'Call' && one.function.kind === 'Attribute' && one.function.attribute.name === 'extend'),
  );
  const value = node?.kind === 'AugAssign' ? node.value : node?.args[0];
  if (value === undefined) return refuse(t('The call is not understood.'));
  return safe(...appendTo(program, value, '.items()'));
}
