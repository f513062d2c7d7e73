/** Fixes of one expression: casts, numbers, lists as arrays, names that a lambda binds too late. */
import { t } from '../../base/l10n.ts';
import type { AnyNode, Expression, Lambda } from '../../python/syntax.ts';
import type { LateBindingStep, ListAsSequence, StepsNotInteger, Taps, UpdateDType } from '../mistakes.ts';
import { type Change, isRefusal, type Outcome, refuse, safe, together, unsafe } from './fix.ts';
import { numpyMember, rootMember, tensorMember } from './importedNames.ts';
import type { Program } from './program.ts';
import { elementText, insert, replace, wrap } from './textEdits.ts';

const isExpressionAt =
  ({ start, end }: { readonly start: number; readonly end: number }) =>
  (node: AnyNode): node is AnyNode =>
    node.start === start && node.end === end;

// --------------------------------------------------------------------------------------------------------- update-dtype

/** `{s: value}` → `{s: T.cast(value, s.dtype)}`. */
export function castUpdate(program: Program, mistake: UpdateDType): Outcome<Change> {
  const { value: span, version } = mistake;
  const value = span === null ? null : (program.innermost(span, isExpressionAt(span)) as Expression | null);
  if (value === null) return refuse(t('The update is not written out here.'));
  const key = keyOf(program, value) ?? mistake.name;
  if (!/^[^\W\d][\w.]*$/u.test(key)) return refuse(t('The variable has no name here.'));
  const cast = tensorMember(program, version.library, 'cast', value);
  if (isRefusal(cast)) return cast;
  const code = `${cast.name}(${elementText(program, value)}, ${key}.dtype)`;
  const change = together(cast.change, safe(replace(value, code)));
  return { ...change, isSafe: Object.values(mistake.under).every((pair) => pair === null || isWider(pair)) };
}

/** The variable of which an expression is the new value: the key of its item, the first of its pair. */
function keyOf(program: Program, value: Expression): string | null {
  const parent = program.parentOf(value);
  if (parent?.kind === 'DictItem' && parent.key !== null && parent.value === value)
    return program.text(parent.key);
  const isPair = parent?.kind === 'Tuple' || parent?.kind === 'List';
  const [key, second] = isPair ? parent.elements : [];
  return key !== undefined && second === value ? program.text(key) : null;
}

/** True when the variable can hold every value of the update. */
const isWider = ({ variable, value }: { readonly variable: string; readonly value: string }): boolean =>
  variable === 'float64' || (/^int/.test(value) && variable === 'int64');

// ------------------------------------------------------------------------------------------------------ list-as-sequence

/** `[1, 2, 3]` → `np.asarray([1, 2, 3], dtype='int64')`. */
export function arrayForList(program: Program, mistake: ListAsSequence): Outcome<Change> {
  if (mistake.isArray) return constantForArray(program, mistake);
  const list = program.exactly(mistake.span, 'List') ?? program.exactly(mistake.span, 'Tuple');
  if (list === null) return refuse(t('The list is not written out here.'));
  const { library } = mistake.version;
  const name = mistake.isCut
    ? tensorMember(program, library, 'constant', list)
    : numpyMember(program, 'asarray', list);
  if (isRefusal(name)) return name;
  const isWhole = list.elements.every((node) => !/[.eEjJ]/.test(program.text(node)));
  const config = isWhole
    ? { name: "'int64'", change: safe() }
    : rootMember(program, library, 'config.floatX', list);
  if (isRefusal(config)) return config;
  const code = `${name.name}(${program.text(list)}, dtype=${config.name})`;
  return together(name.change, config.change, safe(replace(list, code)));
}

function constantForArray(program: Program, { span, version }: ListAsSequence): Outcome<Change> {
  const array = program.innermost(span, isExpressionAt(span));
  if (array === null) return refuse(t('The array is not written out here.'));
  const constant = tensorMember(program, version.library, 'constant', array);
  if (isRefusal(constant)) return constant;
  return together(constant.change, safe(...wrap(array, `${constant.name}(`, ')')));
}

// --------------------------------------------------------------------------------------------------- n-steps-not-integer

/** `10.0` → `10`; a division becomes one of integers. */
export function integerSteps(program: Program, { span }: StepsNotInteger): Outcome<Change> {
  const node = program.innermost(span, isExpressionAt(span));
  if (node?.kind === 'Number') {
    const value = Number(node.text.replaceAll('_', ''));
    return Number.isInteger(value)
      ? safe(replace(node, String(value)))
      : refuse(t('Whether {0} or {1} steps are meant is not known.', Math.floor(value), Math.ceil(value)));
  }
  if (node?.kind !== 'BinOp' || node.operator !== '/')
    return refuse(t('The number of steps is not written out here.'));
  const operator = program.tokenAfter(program.withParentheses(node.left).end);
  return operator?.text === '/'
    ? unsafe(replace(operator, '//'))
    : refuse(t('The division is not understood.'));
}

// ------------------------------------------------------------------------------------------------------------------ taps

/** `taps=(-1,)` → `taps=[-1]`: scan compares with the list. */
export function tapsAsList(program: Program, { span }: Taps): Outcome<Change> {
  const tuple = program.exactly(span, 'Tuple') ?? program.innermost(span, (node) => node.kind === 'Tuple');
  const [only] = tuple?.elements ?? [];
  if (tuple === null || only === undefined) return refuse(t('The taps are not written out here.'));
  return safe(replace(tuple, `[${program.text(only)}]`));
}

// ----------------------------------------------------------------------------------------------------- late-binding-step

/** `lambda: {k: k + 1}` → `lambda k=k: {k: k + 1}`. */
export function bindEarly(program: Program, { name, span }: LateBindingStep): Outcome<Change> {
  const lambda = program.innermost(span, (node): node is Lambda => node.kind === 'Lambda');
  if (lambda === null || !/^[^\W\d]\w*$/u.test(name))
    return refuse(t('The step is not a lambda of this place.'));
  const { items } = lambda.parameters;
  if (items.some(({ variety }) => variety === 'varArgs'))
    return refuse(t('The step takes any number of arguments.'));
  const after = items
    .filter(({ variety }) => variety === 'positional' || variety === 'positionalOnly')
    .at(-1);
  if (after !== undefined) return safe(insert(after.end, `, ${name}=${name}`));
  const [first] = items;
  if (first !== undefined) return safe(insert(first.start, `${name}=${name}, `));
  const word = program.tokenAfter(lambda.start);
  return safe(insert(word?.end ?? lambda.start, ` ${name}=${name}`));
}
