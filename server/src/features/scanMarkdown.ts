/**
 * A scan in Markdown: which release and floatX are assumed, why it is refused, its outputs and updates as two tables, and its
 * step. Reads facts; decides nothing about the program.
 */
import type { ScanFact, ScanOutputFact, StepParameterFact } from '../analysis/facts.ts';
import { versionText } from '../analysis/libraryVersions.ts';
import type { TensorFact } from '../analysis/terms.ts';
import { codeSpan, escapeMarkdown, table, tableCode, unbroken } from './markdown.ts';
import { placeText, sourceText } from './placeText.ts';
import type { TextContext } from './textContext.ts';
import { parameterMeaning, shapeText, tapText, typeText } from './typeText.ts';
import { functionsText, updatesText } from './updatesMarkdown.ts';

/** Everything about one scan. */
export function scanMarkdown(scan: ScanFact, context: TextContext): string {
  return sections([
    `**${scan.kind}** ${assumptionText(scan, context)}`,
    refusalText(scan, context),
    outputsText(scan, context),
    updatesText(scan, context),
    functionsText(scan, context),
    stepText(scan, context),
  ]);
}

/** A step from its own side: what it gets and what it makes. */
export function stepMarkdown(scan: ScanFact, context: TextContext): string {
  const name = scan.step?.name == null ? 'this lambda' : codeSpan(scan.step.name);
  return sections([
    `**step** ${name} of the ${scan.kind} in ${placeText(scan.callee, context.view)}, ${assumptionText(scan, context)}`,
    parametersText(scan, context),
    outputsText(scan, context),
    updatesText(scan, context),
  ]);
}

const sections = (texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n\n');

/** Which release and which floatX are assumed, and who says so. */
function assumptionText({ version }: ScanFact, { floatX, floatXReason }: TextContext): string {
  const library = `${versionText(version)} (${escapeMarkdown(version.reason)})`;
  return `as in ${library}, floatX ${floatX} (${escapeMarkdown(floatXReason)})`;
}

/** Why scan refuses the call, and whether the other floatX would do. */
function refusalText(scan: ScanFact, { floatX }: TextContext): string {
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

function outputsText(scan: ScanFact, context: TextContext): string {
  if (scan.outputs === null) return '**Outputs**: not known';
  if (scan.outputs.length === 0) return '**Outputs**: none, scan returns `None`';
  const rows = scan.outputs.map((output, index) => outputRow(scan, { ...output, index }, context));
  return `**Outputs**\n\n${table(['', 'dtype', 'shape', 'fed back', 'made by'], rows)}`;
}

function outputRow(
  scan: ScanFact,
  output: ScanOutputFact & { readonly index: number },
  { file, view, floatX }: TextContext,
): readonly (string | number)[] {
  const taps = output.taps.length === 0 ? '–' : unbroken(output.taps.map(tapText).join(', '));
  const sources = output.sources.map((source) => sourceText(source, file, view)).join('; ');
  return [
    output.index,
    output.dtype[floatX] ?? '?',
    unbroken(outputShape(scan, output)),
    taps,
    sources || '?',
  ];
}

/** `(steps, ·)`: the leading axis has one entry per step; a reduction has none. */
function outputShape({ kind }: ScanFact, { shape }: TensorFact): string {
  if (shape === null) return '?';
  const hasSteps = kind === 'scan' || kind === 'map';
  return shapeText(shape.map((length, axis) => (axis === 0 && hasSteps ? 'steps' : length)));
}

function stepText(scan: ScanFact, context: TextContext): string {
  if (scan.step === null) return '**Step**: not a function of this file that could be followed';
  const name = scan.step.name === null ? 'lambda' : codeSpan(scan.step.name);
  const head = `**Step** ${name} (${placeText(scan.step.place, context.view)})`;
  return sections([head, parametersText(scan, context)]);
}

function parametersText({ parameters }: ScanFact, context: TextContext): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map((parameter) => parameterRow(parameter, context));
  return table(['parameter', 'gets', 'type'], rows);
}

function parameterRow(parameter: StepParameterFact, { floatX }: TextContext): readonly string[] {
  const type = parameter.type === null ? '' : typeText(parameter.type, floatX);
  const meaning = parameterMeaning(parameter).replaceAll(/(?<!\\)\|/g, '\\|');
  return [tableCode(parameter.name ?? '*'), meaning, type || '?'];
}
