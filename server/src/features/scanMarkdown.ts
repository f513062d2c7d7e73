/**
 * A scan in Markdown: which release and floatX are assumed, why it is refused, its outputs and updates as two tables, and its
 * step. Reads facts; decides nothing about the program.
 */

import type { ScanFact, ScanOutputFact, StepParameterFact } from '../analysis/facts.ts';
import { versionText } from '../analysis/libraryVersions.ts';
import type { TensorFact } from '../analysis/terms.ts';
import { t } from '../base/l10n.ts';
import { codeSpan, escapeMarkdown, table, tableCode, unbroken } from './markdown.ts';
import { placeText, sourceText } from './placeText.ts';
import type { TextContext } from './textContext.ts';
import { parameterMeaning, parameterType, shapeText, tapText } from './typeText.ts';
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
  const name = scan.step?.name == null ? t('this lambda') : codeSpan(scan.step.name);
  const place = placeText(scan.callee, context.view);
  return sections([
    `${t('**step** {0} of the {1} in {2}', name, scan.kind, place)}, ${assumptionText(scan, context)}`,
    parametersText(scan, context),
    outputsText(scan, context),
    updatesText(scan, context),
  ]);
}

const sections = (texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n\n');

/** Which release and which floatX are assumed, and who says so. */
function assumptionText({ version }: ScanFact, { floatX, floatXReason }: TextContext): string {
  const library = t('{0} ({1})', versionText(version), escapeMarkdown(version.reason));
  return t('as in {0}, floatX {1} ({2})', library, floatX, escapeMarkdown(floatXReason));
}

/** Why scan refuses the call, and whether the other floatX would do. */
function refusalText(scan: ScanFact, { floatX }: TextContext): string {
  const refusal = scan.refusedUnder[floatX];
  if (refusal === null) return '';
  const { state, initial, result } = refusal;
  const what = t('state {0} starts as {1}, the step returns {2}', state, initial, result);
  const other = floatX === 'float64' ? 'float32' : 'float64';
  const otherwise =
    scan.refusedUnder[other] === null && scan.statesAreUnderstood
      ? t('floatX {0} would run it', other)
      : t('start with {0}, or cast what the step returns', result);
  return t('⚠ **Refused under floatX {0}**: {1}; {2}.', floatX, what, otherwise);
}

function outputsText(scan: ScanFact, context: TextContext): string {
  if (scan.outputs === null) return t('**Outputs**: not known');
  if (scan.outputs.length === 0) return t('**Outputs**: none, scan returns `None`');
  const rows = scan.outputs.map((output, index) => outputRow(scan, { ...output, index }, context));
  const head = ['', 'dtype', t('shape'), t('fed back'), t('made by')];
  return `${t('**Outputs**')}\n\n${table(head, rows)}`;
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
    output.isGenerator ? t('generator') : (output.dtype[floatX] ?? '?'),
    output.isGenerator ? t('the last one') : unbroken(outputShape(scan, output)),
    taps,
    sources || '?',
  ];
}

/** `(steps, ·)`: the leading axis has one entry per step; a reduction has none. */
function outputShape({ kind }: ScanFact, { shape }: TensorFact): string {
  if (shape === null) return '?';
  const hasSteps = kind === 'scan' || kind === 'map';
  return shapeText(shape.map((length, axis) => (axis === 0 && hasSteps ? t('steps') : length)));
}

function stepText(scan: ScanFact, context: TextContext): string {
  if (scan.step === null) return t('**Step**: not a function of this file that could be followed');
  const name = scan.step.name === null ? 'lambda' : codeSpan(scan.step.name);
  const head = t('**Step** {0} ({1})', name, placeText(scan.step.place, context.view));
  return sections([head, parametersText(scan, context)]);
}

function parametersText({ parameters }: ScanFact, context: TextContext): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map((parameter) => parameterRow(parameter, context));
  return table([t('parameter'), t('gets'), t('type')], rows);
}

function parameterRow(parameter: StepParameterFact, { floatX }: TextContext): readonly string[] {
  const type = parameterType(parameter, floatX);
  const meaning = parameterMeaning(parameter).replaceAll(/(?<!\\)\|/g, '\\|');
  return [tableCode(parameter.name ?? '*'), meaning, type || '?'];
}
