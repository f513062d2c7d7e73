/**
 * Fixes for variables that the step reads and nobody passes: they become non-sequences, and the step takes them as its
 * last parameters.
 */
import { t } from '../../base/l10n.ts';
import type { AnyNode, Call, FunctionDef, Lambda, Parameter } from '../../python/syntax.ts';
import type { ScanFact } from '../facts.ts';
import type { MissingInputInUpdates, StrictMissing, StrictNeedsList } from '../mistakes.ts';
import { type Change, isRefusal, type Outcome, refuse, safe } from './fix.ts';
import { usageOf } from './freeNames.ts';
import { argumentOf, scanAround } from './initialValues.ts';
import type { Program } from './program.ts';
import { scanAt } from './stepReturns.ts';
import { addArgument, addElements, elementText, insert, operandText, replace, wrap } from './textEdits.ts';
import { formOf } from './updatesForms.ts';

export function listStrictVariables(program: Program, mistake: StrictMissing): Outcome<Change> {
  return passAsNonSequences(program, scanAround(program, mistake.span), mistake.names);
}

export function passMissingInput(program: Program, mistake: MissingInputInUpdates): Outcome<Change> {
  return passAsNonSequences(program, scanAt(program, mistake.scan), [mistake.name]);
}

/** `non_sequences=W` → `non_sequences=[W]`. */
export const inListOfOne = (_program: Program, { argument }: StrictNeedsList): Outcome<Change> =>
  safe(...wrap(argument, '[', ']'));

function passAsNonSequences(
  program: Program,
  scan: ScanFact | null,
  names: readonly string[],
): Outcome<Change> {
  const call = scan === null ? null : program.callAt(scan.span);
  if (scan === null || call === null) return refuse(t('The scan is not understood.'));
  const unbound = names.find((name) => !isBound(program, name, call));
  if (unbound !== undefined) return refuse(t('`{0}` has another name where scan is called.', unbound));
  const step = stepOf(program, scan);
  if (isRefusal(step)) return step;
  const parameters = newParameters(program, { step: step.node, call }, names);
  if (isRefusal(parameters)) return parameters;
  const place = scan.kind === 'map' ? 2 : 3;
  const argument = withArgument(program, call, { names, place });
  if (isRefusal(argument)) return argument;
  return safe(...parameters.edits, ...argument.edits);
}

/** False for what only the library calls so: `theano.shared(0, name='W')`. */
function isBound(program: Program, name: string, place: AnyNode): boolean {
  const [root = ''] = name.split('.');
  return usageOf(program.scopeAt(place), root).bindings.length > 0;
}

function withArgument(
  program: Program,
  call: Call,
  { names, place }: { readonly names: readonly string[]; readonly place: number },
): Outcome<Change> {
  const code = names.join(', ');
  const existing = argumentOf(call, 'non_sequences', place);
  if (existing === null) {
    if (call.args.some(({ kind }) => kind === 'Starred') || call.keywords.some(({ name }) => name === null))
      return refuse(t('The arguments of the scan are unpacked from something else.'));
    return safe(...addArgument(program, call, `non_sequences=[${code}]`));
  }
  if (existing.kind === 'List' || (existing.kind === 'Tuple' && existing.elements.length > 1))
    return safe(...addElements(program, existing, code));
  const form = formOf(program, existing);
  if (form === 'empty') return safe(replace(existing, `[${code}]`));
  if (form === 'pairs') return safe(replace(existing, `${operandText(program, existing)} + [${code}]`));
  if (existing.kind === 'Name' || existing.kind === 'Attribute') {
    const isList = usageOf(program.scopeAt(existing), program.text(existing)).bindings.some((binding) =>
      isListValue(program, binding),
    );
    if (isList) return refuse(t('Whether the non-sequences are a list is not known.'));
  }
  return safe(replace(existing, `[${elementText(program, existing)}, ${code}]`));
}

/** True when a name may hold a list: what is bound otherwise than by a call of the library. */
function isListValue(program: Program, binding: AnyNode): boolean {
  const parent = program.parentOf(binding);
  return parent?.kind !== 'Assign' || (parent.value.kind !== 'Call' && parent.value.kind !== 'BinOp');
}

// ----------------------------------------------------------------------------------------------------------- parameters

/** The step of a scan, when changing it changes nothing else. */
function stepOf(program: Program, scan: ScanFact): Outcome<{ readonly node: FunctionDef | Lambda }> {
  const { step } = scan;
  if (step === null || step.place.path !== null) return refuse(t('The step is not a function of this file.'));
  const span = step.place;
  const node = program.exactly(span, 'Lambda') ?? program.exactly(span, 'FunctionDef');
  if (node === null) return refuse(t('The step is not a function of this file.'));
  if (node.kind === 'Lambda') return { node };
  const { name } = node.name;
  const scope = program.scopeAt(node);
  const { bindings, uses } = usageOf(scope, name);
  const count =
    scope.kind === 'class'
      ? program.all('Attribute').filter(({ attribute }) => attribute.name === name).length
      : uses.length;
  const isAlone = bindings.length === 1 && count === 1 && node.decorators.length === 0;
  return isAlone ? { node } : refuse(t('`{0}` is used elsewhere too.', name));
}

function newParameters(
  program: Program,
  { step, call }: { readonly step: FunctionDef | Lambda; readonly call: Call },
  names: readonly string[],
): Outcome<Change> {
  const { items } = step.parameters;
  if (items.some(({ variety }) => variety === 'varArgs')) return safe();
  if (call.args[0]?.kind === 'Call') return refuse(t('The step gets some of its arguments elsewhere.'));
  const words = names.map((name) => name.slice(name.lastIndexOf('.') + 1));
  const taken = new Set(items.map(({ target }) => program.text(target)));
  const isName = (word: string): boolean => /^[^\W\d]\w*$/u.test(word) && !taken.has(word);
  if (!words.every(isName) || new Set(words).size < words.length)
    return refuse(t('The step has no free name for a parameter.'));
  const positional = items.filter(isPositional);
  if (positional.some((item) => item.default !== null))
    return refuse(t('The last parameters of the step have defaults.'));
  return safe(parameterEdit(program, { step, last: positional.at(-1) }, words.join(', ')));
}

const isPositional = ({ variety }: Parameter): boolean =>
  variety === 'positional' || variety === 'positionalOnly';

function parameterEdit(
  program: Program,
  { step, last }: { readonly step: FunctionDef | Lambda; readonly last: Parameter | undefined },
  code: string,
) {
  if (last !== undefined) return insert(last.end, `, ${code}`);
  const [first] = step.parameters.items;
  if (first !== undefined) return insert(first.start, `${code}, `);
  if (step.kind === 'FunctionDef') return insert(step.parameters.end - 1, code);
  const word = program.tokenAfter(step.start);
  return insert(word?.end ?? step.start, ` ${code}`);
}
