/**
 * How updates are written (a list of pairs, a dict, what scan returns), and how two of them become one. The idioms are
 * those that work in each library: facts/scan-semantics.md, section 1.8.
 */
import { definingScope } from '../../python/scopes.ts';
import type { AnyNode, Call, Expression, FunctionDef, Name, Statement } from '../../python/syntax.ts';
import type { LibraryVersion } from '../analysisContext.ts';
import { has } from '../libraryVersions.ts';
import { type Change, safe, unsafe } from './fix.ts';
import { usageOf } from './freeNames.ts';
import { roleOfCallee } from './importedNames.ts';
import type { Program } from './program.ts';
import { addDictItem, insert, operandText, primaryText, replace, wrap } from './textEdits.ts';

/**
 * `pairs`: a list of pairs. `view`: something that can be iterated once more, but not added to. `scan`: what a scan
 * returns, or an `OrderedUpdates`.
 */
export type Form = 'empty' | 'pairs' | 'tuple' | 'view' | 'dict' | 'scan' | 'unknown';

/** The form of an expression that is used as updates. */
export function formOf(program: Program, node: Expression, depth = 0): Form {
  switch (node.kind) {
    case 'Constant':
      return node.value === null ? 'empty' : 'unknown';
    case 'List':
      return node.elements.length === 0 ? 'empty' : 'pairs';
    case 'ListComp':
      return 'pairs';
    case 'Tuple':
      return node.elements.length === 0 ? 'empty' : 'tuple';
    case 'Dict':
      return node.items.length === 0 ? 'empty' : 'dict';
    case 'DictComp':
      return 'dict';
    case 'BinOp':
      return formOfSum(formOf(program, node.left, depth + 1), formOf(program, node.right, depth + 1));
    case 'Call':
      return formOfCall(program, node, depth);
    case 'Subscript':
      return node.value.kind === 'Name' && isNumber(node.index, '1')
        ? formOfItem(program, node.value)
        : 'unknown';
    case 'Name':
      return depth > 6 ? 'unknown' : formOfName(program, node, depth);
    default:
      return 'unknown';
  }
}

const isNumber = (node: Expression, text: string): boolean => node.kind === 'Number' && node.text === text;

function formOfSum(left: Form, right: Form): Form {
  if (left === 'scan' || right === 'scan') return 'scan';
  return left === right ? left : 'unknown';
}

const callForms: Readonly<Record<string, Form>> = {
  list: 'pairs',
  sorted: 'pairs',
  dict: 'dict',
  OrderedDict: 'dict',
  OrderedUpdates: 'scan',
  tuple: 'tuple',
  zip: 'view',
};

function formOfCall(program: Program, node: Call, depth: number): Form {
  const { function: callee } = node;
  const isEmpty = node.args.length === 0 && node.keywords.length === 0;
  const role = roleOfCallee(program, callee)?.role;
  if (role === 'orderedDict') return isEmpty ? 'empty' : 'dict';
  if (role === 'updatesDict') return isEmpty ? 'empty' : 'scan';
  if (callee.kind === 'Attribute') {
    if (/^(view)?items$/.test(callee.attribute.name)) return 'view';
    return callee.attribute.name === 'copy' ? formOf(program, callee.value, depth + 1) : 'unknown';
  }
  if (callee.kind !== 'Name') return 'unknown';
  const form = definingScope(program.scopeAt(callee), callee.name) === null ? callForms[callee.name] : null;
  if (form !== null && form !== undefined) return isEmpty ? 'empty' : form;
  const definition = definitionOf(program, callee);
  return definition === null || depth > 4 ? 'unknown' : formOfReturns(program, definition, depth);
}

/** The only definition of a function of the file. */
function definitionOf(program: Program, node: Name): FunctionDef | null {
  const { bindings } = usageOf(program.scopeAt(node), node.name);
  const [only] = bindings;
  const parent = only === undefined ? null : program.parentOf(only);
  return bindings.length === 1 && parent?.kind === 'FunctionDef' && parent.name === only ? parent : null;
}

function formOfReturns(program: Program, definition: FunctionDef, depth: number): Form {
  const values = program
    .all('Return')
    .filter((node) => program.functionAround(node) === definition)
    .map(({ value }) => value);
  return agreed(values.map((value) => (value === null ? 'empty' : formOf(program, value, depth + 1))));
}

/** `results[1]` of the pair that a scan returned. */
const formOfItem = (program: Program, name: Name): Form =>
  agreed(usageOf(program.scopeAt(name), name.name).bindings.map((node) => pairForm(program, node)));

function pairForm(program: Program, node: AnyNode): Form {
  const parent = program.parentOf(node);
  return parent?.kind === 'Assign' && isScan(program, parent.value) ? 'scan' : 'unknown';
}

const isScan = (program: Program, node: Expression): boolean =>
  program.analysis.scans.some(({ span }) => span.start === node.start && span.end === node.end);

function formOfName(program: Program, node: Name, depth: number): Form {
  const holdsUpdates = program.analysis.scans.some(({ mentions }) =>
    mentions.some(({ part, start }) => part === 'updates' && start === node.start),
  );
  if (holdsUpdates) return 'scan';
  const { bindings } = usageOf(program.scopeAt(node), node.name);
  const last = lastBinding(program, node, bindings);
  const asked = last === null ? bindings : [last];
  return agreed(asked.flatMap((binding) => formOfBinding(program, binding, depth) ?? []));
}

/** The binding that every way to a use passes last; null where ways differ. */
function lastBinding(program: Program, use: Name, bindings: readonly AnyNode[]): AnyNode | null {
  const before = bindings.filter(
    (node) => node.end <= use.start && program.parentOf(node)?.kind !== 'AugAssign',
  );
  const last = before.reduce<AnyNode | null>((a, b) => (a !== null && a.start > b.start ? a : b), null);
  const statement = last === null ? null : program.statementOf(last);
  const block = statement === null ? null : program.blockOf(statement);
  const isSure =
    last !== null &&
    program.scopeAt(last) === program.scopeAt(use) &&
    [...program.around(use)].some((node) => block?.includes(node as Statement));
  return isSure ? last : null;
}

/** What a binding makes of a name; null where it only adds to what the name holds. */
function formOfBinding(program: Program, node: AnyNode, depth: number): Form | null {
  const parent = program.parentOf(node);
  if (parent?.kind === 'AugAssign') return null;
  if (parent?.kind === 'Assign') return formOfValue(program, parent.value, depth);
  if (parent?.kind !== 'Tuple' && parent?.kind !== 'List') return 'unknown';
  const outer = program.parentOf(parent);
  const isSecond = parent.elements.length === 2 && parent.elements[1] === node;
  return isSecond && outer?.kind === 'Assign' && isScan(program, outer.value) ? 'scan' : 'unknown';
}

/** What begins empty is filled later. */
function formOfValue(program: Program, value: Expression, depth: number): Form {
  const form = formOf(program, value, depth + 1);
  if (form !== 'empty') return form;
  if (value.kind === 'List') return 'pairs';
  if (value.kind === 'Dict') return 'dict';
  if (value.kind !== 'Call') return 'unknown';
  if (roleOfCallee(program, value.function)?.role === 'updatesDict') return 'scan';
  return program.text(value.function) === 'list' ? 'pairs' : 'dict';
}

function agreed(forms: readonly Form[]): Form {
  const [first] = forms;
  return first !== undefined && forms.every((form) => form === first) ? first : 'unknown';
}

/** Updates that are to be added to others. */
export interface Addition {
  /** An expression that reads them. */
  readonly text: string;
  /** True when they are a plain dict, which knows no `+`. */
  readonly isPlain: boolean;
  /** Their only entry, where it is known. */
  readonly pair?: { readonly key: string; readonly value: string };
}

/** True when what a call of scan returns second is a plain dict. */
export function isPlainDict(version: LibraryVersion, call: Call): boolean {
  const steps = call.keywords.find(({ name }) => name?.name === 'n_steps')?.value ?? call.args[4];
  // With the literal 1 no scan is made and the step's own dict comes back.
  return has(version, 'plainUpdates') || (steps !== undefined && isNumber(steps, '1'));
}

/** Edits that make `existing` hold the additional updates too. */
export function mergeInto(program: Program, existing: Expression, addition: Addition): Change {
  const { text, isPlain, pair } = addition;
  const form = formOf(program, existing);
  if (form === 'empty') return safe(replace(program.withParentheses(existing), text));
  const pairs = pair === undefined ? `list(${text}.items())` : `[(${pair.key}, ${pair.value})]`;
  if (form === 'pairs') return safe(replaceOperand(program, existing, { before: '', after: ` + ${pairs}` }));
  if (form === 'tuple' || form === 'view')
    return safe(replace(existing, `list(${program.text(existing)}) + ${pairs}`));
  if (form === 'scan' && (!isPlain || program.isPython2))
    return safe(replaceOperand(program, existing, { before: '', after: ` + ${text}` }));
  if (!isPlain) {
    const edit = replaceOperand(program, existing, { before: `${text} + `, after: '' });
    return isOfStream(existing) ? unsafe(edit) : safe(edit);
  }
  if (program.isPython2) return mergedInPython2(program, existing, { form, pairs });
  const item = pair === undefined ? `**${text}` : `${pair.key}: ${pair.value}`;
  if (existing.kind === 'Dict') return safe(...addDictItem(program, existing, item));
  if (form !== 'unknown') return safe(...wrap(existing, '{**', `, ${item}}`));
  return unsafe(...wrap(existing, '{**dict(', `), ${item}}`));
}

/** `stream.updates()` moves the same generators on: with those of a scan that draws from it they collide. */
const isOfStream = (node: Expression): boolean =>
  node.kind === 'Call' &&
  node.function.kind === 'Attribute' &&
  node.function.attribute.name === 'updates' &&
  node.args.length === 0;

function replaceOperand(
  program: Program,
  node: Expression,
  { before, after }: { readonly before: string; readonly after: string },
) {
  const operand = operandText(program, node);
  if (operand !== program.text(node)) return replace(node, before + operand + after);
  return before === '' ? insert(program.withParentheses(node).end, after) : insert(node.start, before);
}

/** Python 2 has no `{**a, **b}`, and its `dict(a, **b)` wants texts as keys. */
function mergedInPython2(
  program: Program,
  existing: Expression,
  { form, pairs }: { readonly form: Form; readonly pairs: string },
): Change {
  if (form === 'dict')
    return safe(replace(existing, `list(${primaryText(program, existing)}.items()) + ${pairs}`));
  return unsafe(replace(existing, `list(dict(${program.text(existing)}).items()) + ${pairs}`));
}
