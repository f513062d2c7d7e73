/** Fixes for initial values of states: their number, their dtype, and axes of length one. */
import { t } from '../../base/l10n.ts';
import type { Span } from '../../base/span.ts';
import type { AnyNode, Call, Expression } from '../../python/syntax.ts';
import type { LibraryVersion } from '../analysisContext.ts';
import type { ScanFact } from '../facts.ts';
import { has, versionText } from '../libraryVersions.ts';
import type { OutputsInfoArity, StateDType, StaticLengthOneInit } from '../mistakes.ts';
import type { FloatX, Library } from '../terms.ts';
import { type Change, isRefusal, type Outcome, refuse, safe, together, unsafe } from './fix.ts';
import { usageOf } from './freeNames.ts';
import { importedMember, nameFor, numpyMember, pathOf, rootMember, tensorMember } from './importedNames.ts';
import type { Program } from './program.ts';
import { addArgument, addElements, elementText, replace } from './textEdits.ts';

/** The argument of a call of scan by its name or its place. */
export function argumentOf(call: Call, name: string, index: number): Expression | null {
  const keyword = call.keywords.find((one) => one.name?.name === name);
  if (keyword !== undefined) return keyword.value;
  const before = call.args.slice(0, index + 1);
  return before.some(({ kind }) => kind === 'Starred') ? null : (before[index] ?? null);
}

/** The scan of this file around a span. */
export function scanAround(program: Program, span: Span): ScanFact | null {
  const around = program.analysis.scans.filter(
    (scan) => scan.span.start <= span.start && scan.span.end >= span.end,
  );
  return around.at(-1) ?? null;
}

// --------------------------------------------------------------------------------------------------------------- number

/** Adds `None` for outputs that feed no state. That it is the last ones is a guess. */
export function noneForOutputs(program: Program, mistake: OutputsInfoArity): Outcome<Change> {
  const { entries, outputs } = mistake;
  if (entries > outputs) return refuse(t('Which of the initial values belongs to no output is not known.'));
  const scan = scanAround(program, mistake.span);
  const call = scan === null ? null : program.callAt(scan.span);
  const info = call === null ? null : argumentOf(call, 'outputs_info', 2);
  if (info === null) return refuse(t('The initial values are not written out here.'));
  const missing = Array.from({ length: outputs - entries }, () => 'None').join(', ');
  if (info.kind === 'List') return unsafe(...addElements(program, info, missing));
  const isOne = entries === 1 && info.kind !== 'Tuple';
  if (!isOne) return refuse(t('The initial values are not written out here.'));
  return unsafe(replace(info, `[${program.text(info)}, ${missing}]`));
}

// ---------------------------------------------------------------------------------------------------------------- dtype

/** Gives an initial value the dtype of what the step returns. */
export function typedInitialValue(program: Program, mistake: StateDType): Outcome<Change> {
  const { initial: span, version } = mistake;
  const initial = span === null ? null : expressionAt(program, span);
  if (initial === null) return refuse(t('The initial value is not written out here.'));
  const wanted = wantedDType(program, mistake);
  if (wanted === null) return refuse(t('The dtype that the state needs is not known.'));
  const dtype = dtypeCode(program, wanted, { version, place: initial });
  if (isRefusal(dtype)) return dtype;
  const change = withDType(program, initial, { dtype: dtype.code, version });
  if (isRefusal(change)) return change;
  const isExact = keepsValue(mistake) && keepsLiteral(program, initial, wanted);
  return { ...together(dtype.change, change), isSafe: isExact };
}

/** The outermost expression with a span. */
function expressionAt(program: Program, span: Span): Expression | null {
  const found = program.innermost(span, (node): node is AnyNode => {
    return node.start === span.start && node.end === span.end;
  });
  return found === null || notExpressions.has(found.kind) ? null : (found as Expression);
}

const notExpressions: ReadonlySet<AnyNode['kind']> = new Set([
  'Module',
  'Assign',
  'ExpressionStatement',
  'Identifier',
  'Keyword',
]);

type Wanted = Readonly<Record<FloatX, string>>;

/** What the step returns under each floatX, from the fact about the scan or from the mistake itself. */
function wantedDType(program: Program, mistake: StateDType): Wanted | null {
  const output = scanAround(program, mistake.span)?.outputs?.[mistake.state];
  const under = (floatX: FloatX): string | null =>
    mistake.under[floatX]?.result ?? output?.dtype[floatX] ?? null;
  const float32 = under('float32');
  const float64 = under('float64');
  if (float32 !== null && float64 !== null) return { float32, float64 };
  const known = float32 ?? float64;
  if (known === null) return null;
  // Under the other floatX the initial value has the right dtype already: then the result follows floatX.
  return known === (float32 === null ? 'float64' : 'float32')
    ? { float32: 'float32', float64: 'float64' }
    : { float32: known, float64: known };
}

/** True when nothing of the initial value is lost. */
const keepsValue = ({ under }: StateDType): boolean =>
  [under.float32, under.float64].every(
    (pair) =>
      pair === null || !(pair.initial === 'float64' || (isFloat(pair.initial) && !isFloat(pair.result))),
  );

const isFloat = (dtype: string): boolean => /^(float|complex)/.test(dtype);

/** A number with a fraction does not survive as an integer. */
const keepsLiteral = (program: Program, initial: Expression, wanted: Wanted): boolean =>
  isFloat(wanted.float64) || !/\d\.\d*[1-9]/.test(program.text(initial));

interface DTypeCode {
  readonly code: string;
  readonly change: Change;
}

function dtypeCode(
  program: Program,
  { float32, float64 }: Wanted,
  { version, place }: { readonly version: LibraryVersion; readonly place: AnyNode },
): Outcome<DTypeCode> {
  if (float32 === float64) return { code: `'${float64}'`, change: safe() };
  if (float32 !== 'float32' || float64 !== 'float64')
    return refuse(t('The dtype that the state needs depends on floatX in an unusual way.'));
  const config = rootMember(program, version.library, 'config.floatX', place);
  return isRefusal(config) ? config : { code: config.name, change: config.change };
}

interface Typing {
  readonly dtype: string;
  readonly version: LibraryVersion;
}

/** Makers of tensors and arrays, and the place of their argument `dtype`. */
const makers: ReadonlyMap<string, number> = new Map([
  ['tensor.zeros', 1],
  ['tensor.ones', 1],
  ['tensor.eye', 3],
  ['tensor.constant', 3],
  ['tensor.zeros_like', 1],
  ['tensor.ones_like', 1],
  ['numpy.zeros', 1],
  ['numpy.ones', 1],
  ['numpy.array', 1],
  ['numpy.asarray', 1],
  ['numpy.full', 2],
  ['numpy.zeros_like', 1],
  ['numpy.ones_like', 1],
  ['numpy.arange', 3],
]);

/** Makers of tensors that take a value and no dtype. */
const valueTakers: ReadonlySet<string> = new Set([
  'tensor.alloc',
  'tensor.as_tensor_variable',
  'tensor.as_tensor',
]);

function withDType(program: Program, initial: Expression, typing: Typing): Outcome<Change> {
  if (isNumber(initial)) return typedNumber(program, initial, typing);
  if (initial.kind === 'Call') {
    const path = (pathOf(program, initial.function) ?? '').replace(/^(theano|aesara|pytensor)\./, '');
    const [first] = initial.args;
    if (valueTakers.has(path) && first !== undefined && isNumber(first))
      return typedNumber(program, first, typing);
    const place = makers.get(path);
    if (place !== undefined) return safe(...setDType(program, initial, { place, dtype: typing.dtype }));
  }
  const cast = tensorMember(program, typing.version.library, 'cast', initial);
  if (isRefusal(cast)) return cast;
  const code = `${cast.name}(${elementText(program, initial)}, ${typing.dtype})`;
  return together(cast.change, safe(replace(initial, code)));
}

const isNumber = (node: Expression): boolean =>
  node.kind === 'Number' ||
  (node.kind === 'UnaryOp' && node.operator !== 'not' && node.operand.kind === 'Number');

function setDType(
  program: Program,
  call: Call,
  { place, dtype }: { readonly place: number; readonly dtype: string },
): Change['edits'] {
  const existing = argumentOf(call, 'dtype', place);
  if (existing !== null) return [replace(existing, dtype)];
  return addArgument(program, call, `dtype=${dtype}`);
}

/** `0` as an array of a dtype; without NumPy as a constant of the library. */
function typedNumber(program: Program, node: Expression, { dtype, version }: Typing): Outcome<Change> {
  const { library } = version;
  const known =
    nameFor(program, 'numpy.asarray', node) ?? nameFor(program, `${library}.tensor.constant`, node);
  const maker = known === null ? numpyMember(program, 'asarray', node) : { name: known, change: safe() };
  if (isRefusal(maker)) return maker;
  const code = `${maker.name}(${program.text(node)}, dtype=${dtype})`;
  return together(maker.change, safe(replace(node, code)));
}

// ------------------------------------------------------------------------------------------------- axes of length one

/** Makes the library forget that an axis of the initial value has length one. */
export function unbroadcastInitialValue(program: Program, mistake: StaticLengthOneInit): Outcome<Change> {
  const { version, axis } = mistake;
  const initial = expressionAt(program, mistake.initial);
  if (initial === null) return refuse(t('The initial value is not written out here.'));
  if (!has(version, 'unbroadcast')) {
    return refuse(
      t(
        '{0} has no `unbroadcast`: make the initial value of a symbolic length, or give the result of the step its static shape with `specify_shape`.',
        versionText(version),
      ),
    );
  }
  const unbroadcast = namedUnbroadcast(program, version.library, initial);
  if (isRefusal(unbroadcast)) return unbroadcast;
  const text = elementText(program, initial);
  const withCode = (code: string) =>
    together(unbroadcast.change, safe(replace(initial, `${unbroadcast.name}(${code}, ${axis})`)));
  if (!isArray(program, initial)) return withCode(text);
  const variable = tensorMember(program, version.library, 'as_tensor_variable', initial);
  return isRefusal(variable) ? variable : together(variable.change, withCode(`${variable.name}(${text})`));
}

/** Theano's successors have it in a module of its own. */
const namedUnbroadcast = (program: Program, library: Library, place: Expression) =>
  library === 'theano'
    ? tensorMember(program, library, 'unbroadcast', place)
    : importedMember(program, { module: `${library}.tensor.shape`, member: 'unbroadcast' }, place);

/** True for an array of NumPy, which \`unbroadcast\` does not take. */
function isArray(program: Program, node: Expression): boolean {
  if (node.kind === 'Call') return (pathOf(program, node.function) ?? '').startsWith('numpy.');
  if (node.kind !== 'Name') return false;
  return usageOf(program.scopeAt(node), node.name).bindings.some((binding) => {
    const parent = program.parentOf(binding);
    return parent?.kind === 'Assign' && parent.value.kind === 'Call' && isArray(program, parent.value);
  });
}
