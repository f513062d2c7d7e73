/**
 * A scan in Markdown: the outputs and updates as two tables, the parameters of its step, and why it is refused.
 * Reads facts; decides nothing about the program.
 */
import type { Destination, ScanFact, StepParameterFact, UpdateFact } from '../analysis/facts.ts';
import { type FloatX, type Library, ndimOf, type Place, type TensorFact } from '../analysis/terms.ts';
import type { LineIndex } from '../base/lineIndex.ts';
import { shortened } from '../base/shortened.ts';
import type { Span } from '../base/span.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import type { AnyNode } from '../python/syntax.ts';
import { nodeAt } from '../python/walk.ts';
import { codeSpan, escapeMarkdown, tableCode } from './markdown.ts';

/** What the texts need beside the facts. */
export interface HoverContext {
  readonly file: ParsedFile;
  readonly lines: LineIndex;
  /** The floatX in force, and who says so: `THEANO_FLAGS says float32`. */
  readonly floatX: FloatX;
  readonly floatXReason: string;
}

const libraryNames: Readonly<Record<Library, string>> = {
  theano: 'Theano 1.0.5',
  aesara: 'Aesara 2.9.4',
  pytensor: 'PyTensor 3.3',
};

/** Everything about one scan. */
export function scanMarkdown(scan: ScanFact, context: HoverContext): string {
  const reason = escapeMarkdown(context.floatXReason);
  const title = `**${scan.kind}** as in ${libraryNames[scan.library]}, floatX ${context.floatX} (${reason})`;
  const sections = [
    title,
    refusalText(scan, context),
    outputsText(scan, context),
    updatesText(scan, context),
    functionsText(scan, context),
    stepText(scan, context),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

/** Why scan refuses the call, and whether the other floatX would do. */
function refusalText(scan: ScanFact, { floatX }: HoverContext): string {
  const refusal = scan.refusedUnder[floatX];
  if (refusal === null) return '';
  const what = `state ${refusal.state} starts as ${refusal.initial}, the step returns ${refusal.result}`;
  const other = floatX === 'float64' ? 'float32' : 'float64';
  const otherwise =
    scan.refusedUnder[other] === null && scan.statesAreUnderstood
      ? `floatX ${other} would run it`
      : `start with ${refusal.result}, or cast what the step returns`;
  return `⚠ **Refused under floatX ${floatX}**: ${what}; ${otherwise}.`;
}

// ------------------------------------------------------------------------------------------------------------- outputs

function outputsText(scan: ScanFact, context: HoverContext): string {
  if (scan.outputs === null) return '**Outputs**: not known';
  if (scan.outputs.length === 0) return '**Outputs**: none, scan returns `None`';
  const rows = scan.outputs.map((output, index) => {
    const taps = output.taps.length === 0 ? '–' : output.taps.map(tapText).join(', ');
    const sources = output.sources.map((source) => sourceText(source, context)).join('; ');
    const cells = [index, output.dtype[context.floatX] ?? '?', shapeText(scan, output), taps, sources || '?'];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '**Outputs**',
    '',
    '| | dtype | shape | fed back | made by |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** `(steps, ·)`: the leading axis has one entry per step; a reduction has none. */
function shapeText(scan: ScanFact, { shape }: TensorFact): string {
  if (shape === null) return '?';
  const hasSteps = scan.kind === 'scan' || scan.kind === 'map';
  const axes = shape.map((length, axis) =>
    axis === 0 && hasSteps ? 'steps' : typeof length === 'number' ? String(length) : '·',
  );
  return axes.length === 1 ? `(${axes[0]},)` : `(${axes.join(', ')})`;
}

// ------------------------------------------------------------------------------------------------------------- updates

function updatesText(scan: ScanFact, context: HoverContext): string {
  const { updates } = scan;
  if (updates.status === 'none') return '**Updates**: none';
  if (updates.status === 'unknown') return `**Updates**: not known, ${updates.reason}`;
  const goal = destinationText(scan, context);
  const rows = updates.variables.map((variable) => {
    const name = tableCode(variable.name) + (variable.isCertain ? '' : ' (on some ways)');
    return `| ${name} | ${newValueText(variable, context)} | ${goal} |`;
  });
  return ['**Updates**', '', '| variable | new value | goes to |', '|---|---|---|', ...rows].join('\n');
}

function newValueText({ entry, origin }: UpdateFact, context: HoverContext): string {
  if (entry.path !== null) return placeText(entry, context);
  const value = origin === 'entry' ? newValueOf(entry, context.file) : null;
  return sourceText(value ?? entry, context);
}

/** The expression of the new value in `a: a + 1`, `(a, a + 1)` and `changes[a] = a + 1`; null for other forms. */
function newValueOf(entry: Span, file: ParsedFile): Span | null {
  const path = nodeAt(file.module, entry.start).reverse();
  const node = path.find(({ start, end }) => start <= entry.start && entry.end <= end);
  switch (node?.kind) {
    case 'DictItem':
      return node.value;
    case 'Tuple':
    case 'List':
      return node.elements[1] ?? null;
    case 'Subscript': {
      const statement = path[path.indexOf(node) + 1];
      return statement?.kind === 'Assign' ? statement.value : null;
    }
    default:
      return null;
  }
}

function destinationText(scan: ScanFact, context: HoverContext): string {
  if (scan.dropped !== null) return '**dropped**: it keeps its value';
  if (scan.returnsOnlyOutputs) return 'refused: `return_updates=False`';
  const { destinations } = scan;
  const ordered = [
    ...destinations.filter((one) => one.kind === 'function'),
    ...destinations.filter((one) => one.kind !== 'function'),
  ].filter((one) => one.kind !== 'returned' || nodeNamed(one, context) !== null);
  const unique = [...new Set(ordered.map((one) => oneDestination(one, context)))];
  if (unique.length === 0) return destinations.length === 0 ? 'nothing yet' : 'the caller';
  return unique.length > 4 ? `${unique.slice(0, 4).join('; ')}; …` : unique.join('; ');
}

/** Of a function that is followed as if called from outside only its `def` is known, which says nothing new. */
const nodeNamed = ({ place }: Destination, { file }: HoverContext): AnyNode | null =>
  place.path !== null
    ? null
    : (nodeAt(file.module, place.start).find((node) => node.kind === 'Return') ?? null);

function oneDestination(one: Destination, context: HoverContext): string {
  const { kind, place } = one;
  const isWhole = place.start === 0 && place.end === context.file.module.end;
  const where = isWhole ? '' : ` (${placeText(place, context)})`;
  if (kind !== 'function') return `${destinationNames[kind]}${where}`;
  const name = place.path === null ? functionName(place, context) : null;
  return `passed to ${name ?? 'a function'}${where}`;
}

const destinationNames: Readonly<Record<Exclude<Destination['kind'], 'function'>, string>> = {
  givens: 'read as `givens`, which changes no variable',
  step: 'returned to the scan around it',
  container: 'put into a dict or list',
  returned: 'returned to the caller',
  yielded: 'yielded to the caller',
  attribute: 'kept in an attribute',
  defaultUpdate: 'kept as the `default_update` of their variables',
  read: 'read by an expression',
  call: 'handed to a call that is not followed',
  asserted: 'checked by an assertion',
  unseen: 'code that is not followed',
};

/** The name that a compiled function gets: `f = theano.function(...)`. */
function functionName(call: Span, { file }: HoverContext): string | null {
  const path = nodeAt(file.module, call.start);
  const statement = path.findLast((node) => node.kind === 'Assign');
  if (statement?.kind !== 'Assign' || statement.value.start !== call.start) return null;
  const [target] = statement.targets;
  return target === undefined ? null : tableCode(file.text.slice(target.start, target.end));
}

/** Which functions that use the scan get its updates; said only where there are updates to get. */
function functionsText(scan: ScanFact, context: HoverContext): string {
  if (scan.updates.status !== 'proven' || scan.functions.length === 0) return '';
  const texts = scan.functions.slice(0, 5).map((use) => {
    const name = functionName(use.span, context) ?? 'a function';
    const verb = use.getsUpdates ? 'gets the updates' : 'does not get the updates';
    return `${name} (${lineText(use.span, context)}) ${verb}`;
  });
  return `**Used by** ${texts.join(', ')}${scan.functions.length > 5 ? ', …' : ''}`;
}

// ---------------------------------------------------------------------------------------------------------------- step

function stepText(scan: ScanFact, context: HoverContext): string {
  if (scan.step === null) return '**Step**: not a function of this file that could be followed';
  const name = scan.step.name === null ? 'lambda' : codeSpan(scan.step.name);
  const head = `**Step** ${name} (${placeText(scan.step.place, context)})`;
  const items = scan.parameters.map(
    (parameter) => `- ${codeSpan(parameter.name ?? '*')}: ${parameterMeaning(parameter, context)}`,
  );
  return items.length === 0 ? head : [`${head} gets`, '', ...items].join('\n');
}

/** What scan passes for one parameter of the step. */
export function parameterMeaning(parameter: StepParameterFact, context: HoverContext): string {
  const source = parameter.source === '' ? '' : ` ${codeSpan(parameter.source)}`;
  const type = parameter.type === null ? '' : typeText(parameter.type, context.floatX);
  const tap = parameter.tap === null ? '' : tapText(parameter.tap);
  const suffix = type === '' ? '' : `; ${type}`;
  switch (parameter.role) {
    case 'sequence':
      return `sequence ${parameter.index}${source} at ${tap}${suffix}`;
    case 'state':
      return `output ${parameter.index} at ${tap}, starting with${source || ' its initial value'}${suffix}`;
    case 'nonSequence':
      return `${source.trim() || `non-sequence ${parameter.index}`}, the same in every step${suffix}`;
  }
}

const tapText = (tap: number): string => (tap === 0 ? 't' : tap < 0 ? `t−${-tap}` : `t+${tap}`);

const axesNames: readonly string[] = ['scalar', 'vector', 'matrix'];

/** Dtype and number of axes; '' where neither is known. */
export function typeText(type: TensorFact, floatX: FloatX): string {
  const dtype = type.dtype[floatX];
  const ndim = ndimOf(type);
  const axes = ndim === null ? null : (axesNames[ndim] ?? `${ndim}-D tensor`);
  return [dtype, axes].filter((part) => part !== null).join(' ');
}

const sourceText = (span: Span, context: HoverContext): string =>
  `${tableCode(shortened(context.file.text.slice(span.start, span.end).replace(/\s+/g, ' '), 60))} (${lineText(span, context)})`;

/** `line 12`, or the name of another file. */
export const placeText = (place: Place, context: HoverContext): string =>
  place.path === null ? lineText(place, context) : tableCode(place.path.replace(/^.*[/\\]/, ''));

/** `line 12`, as editors count. */
export const lineText = (span: Span, { lines }: HoverContext): string =>
  `line ${lines.lineAt(span.start) + 1}`;
