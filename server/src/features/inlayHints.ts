/**
 * Inlay hints: after a call of scan the variables that it updates, and behind each parameter of a step what it stands for. Never
 * values. Editors cut hints after 43 characters, so these are cut before, by their structure.
 */

import { type InlayHint, InlayHintKind, MarkupKind } from 'vscode-languageserver-types';
import type { Settings } from '../../../protocol/src/editor.ts';
import type { Analysis, ScanFact, StepParameterFact } from '../analysis/facts.ts';
import { groupBy } from '../base/grouping.ts';
import { t } from '../base/l10n.ts';
import { shortened } from '../base/shortened.ts';
import type { Span } from '../base/span.ts';
import { codeSpan } from './markdown.ts';
import { placeText } from './placeText.ts';
import { outputNames } from './programNames.ts';
import type { TextContext } from './textContext.ts';
import { parameterMeaning, parameterType, tapText } from './typeText.ts';
import { functionsText, updatesText } from './updatesMarkdown.ts';

const longestHint = 43;

export interface HintsAsked {
  readonly mode: Settings['inlayHints'];
  /** The part of the analysed text for which hints are wanted. */
  readonly span: Span;
}

/** The hints of a document, in source order. */
export function inlayHints(
  analysis: Analysis,
  { mode, span }: HintsAsked,
  context: TextContext,
): readonly InlayHint[] {
  if (mode === 'off') return [];
  const isAsked = (offset: number): boolean =>
    span.start <= offset && offset <= span.end && context.view.holds({ start: offset, end: offset });
  const scans = analysis.scans.filter((scan) => isAsked(scan.span.end));
  const hints = scans.flatMap((scan) => updatesHint(scan, context));
  if (mode === 'scans') return hints;
  const parameters = parametersByEnd(analysis).filter(([end]) => isAsked(end));
  return [...hints, ...parameters.flatMap(([end, meanings]) => parameterHint(end, meanings, context))];
}

// ------------------------------------------------------------------------------------------------------------- updates

function fateOf({ dropped, returnsOnlyOutputs }: ScanFact): string {
  if (dropped !== null) return ` ${t('dropped')}`;
  return returnsOnlyOutputs ? ` ${t('refused')}` : '';
}

/** Only where there are updates: two scans in three have none, and a hint for each would be noise. */
function updatesHint(scan: ScanFact, context: TextContext): readonly InlayHint[] {
  if (scan.updates.status !== 'proven') return [];
  const fate = fateOf(scan);
  const names = scan.updates.variables.map(({ name }) => name.replace(/\s+/g, ' '));
  const room = longestHint - 'updates: {}'.length - fate.length;
  const tooltip = [updatesText(scan, context), functionsText(scan, context)];
  return [
    {
      position: context.view.rangeOf(scan.span).end,
      label: `updates: {${fittedNames(names, room)}}${fate}`,
      paddingLeft: true,
      tooltip: {
        kind: MarkupKind.Markdown,
        value: tooltip.filter((text) => text !== '').join('\n\n'),
      },
    },
  ];
}

/** Names with commas between them; how many are missing where not all have room. */
function fittedNames(names: readonly string[], room: number): string {
  for (let count = names.length; count > 0; count--) {
    const rest = names.length - count;
    const text = [...names.slice(0, count), ...(rest > 0 ? [`+${rest}`] : [])].join(', ');
    if (text.length <= room) return text;
  }
  const more = names.length > 1 ? `, +${names.length - 1}` : '';
  return shortened(names[0] ?? '', room - more.length) + more;
}

// ---------------------------------------------------------------------------------------------------------- parameters

interface Meaning {
  readonly scan: ScanFact;
  readonly parameter: StepParameterFact;
}

/** A step may be that of several scans: its parameters have a meaning for each. */
function parametersByEnd({
  scans,
}: Analysis): readonly (readonly [end: number, meanings: readonly Meaning[]])[] {
  const all = scans.flatMap((scan) => scan.parameters.map((parameter) => ({ scan, parameter })));
  const placed = all.filter(({ parameter }) => parameter.span !== null);
  const byEnd = groupBy(placed, ({ parameter }) => parameter.span?.end ?? 0);
  return [...byEnd].sort(([one], [other]) => one - other);
}

function parameterHint(
  end: number,
  meanings: readonly Meaning[],
  context: TextContext,
): readonly InlayHint[] {
  const labels = [...new Set(meanings.map((meaning) => meaningText(meaning, context)))].filter(
    (label) => label !== meanings[0]?.parameter.name,
  );
  if (labels.length === 0) return [];
  return [
    {
      position: context.view.rangeOf({ start: end, end }).start,
      label: shortened(`: ${labels.join(' | ')}`, longestHint),
      kind: InlayHintKind.Type,
      tooltip: { kind: MarkupKind.Markdown, value: parameterTooltip(meanings, context) },
    },
  ];
}

/** `x[t]`, `sums[t−1]`, `W`. */
function meaningText({ scan, parameter }: Meaning, { file }: TextContext): string {
  const { role, index, source } = parameter;
  if (role === 'nonSequence') return source === '' ? t('non-sequence {0}', index) : source;
  const tap = tapText(parameter.tap ?? 0);
  const name = role === 'state' ? outputNames(scan, file)[index] : source;
  if (name === undefined || name === null || name === '')
    return role === 'state' ? t('output {0} at {1}', index, tap) : t('sequence {0} at {1}', index, tap);
  return isSimple(name) ? `${name}[${tap}]` : `(${name})[${tap}]`;
}

/** A name, an attribute, a call or an item: what binds closer than the brackets that follow. */
const isSimple = (source: string): boolean => /^[\w.]+(?:\([^()]*\)|\[[^[\]]*\])*$/.test(source);

function parameterTooltip(meanings: readonly Meaning[], { view, floatX }: TextContext): string {
  const texts = meanings.map(({ scan, parameter }) => {
    const type = parameterType(parameter, floatX);
    const place = t('{0} in {1}', scan.kind, placeText(scan.callee, view));
    return `${codeSpan(parameter.name ?? '*')}: ${parameterMeaning(parameter)}${type === '' ? '' : `; ${type}`} (${place})`;
  });
  return [...new Set(texts)].join('\n\n');
}
