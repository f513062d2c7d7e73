/**
 * Hovers: a scan at its call and at the names that hold its outputs or updates, a step at its name, a parameter of a step, a
 * shared variable. Reads facts; decides nothing about the program.
 */

import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import type { Analysis, ScanFact, StepParameterFact } from '../analysis/facts.ts';
import { t } from '../base/l10n.ts';
import { type Span, touches } from '../base/span.ts';
import { codeSpan } from './markdown.ts';
import { placeText } from './placeText.ts';
import { callAt, stepArgument, stepWord } from './programNames.ts';
import { scanMarkdown, stepMarkdown } from './scanMarkdown.ts';
import { sharedMarkdown } from './sharedMarkdown.ts';
import type { TextContext } from './textContext.ts';
import { parameterMeaning, parameterType } from './typeText.ts';

/** A name or a step may belong to several scans; more of them than this would fill the screen. */
const mostScans = 3;

/** The hover at an offset; null where there is nothing to say. */
export function hoverAt(analysis: Analysis, offset: number, asked: TextContext): Hover | null {
  const { floatX } = analysis;
  const context = floatX === null ? asked : { ...asked, floatX, floatXReason: t('the program sets it') };
  for (const find of [scanHover, stepHover, parameterHover, mentionHover, sharedHover]) {
    const found = find(analysis, offset, context);
    if (found !== null) return found;
  }
  return null;
}

const hover = (texts: readonly string[], span: Span, { view }: TextContext): Hover => ({
  contents: { kind: MarkupKind.Markdown, value: texts.slice(0, mostScans).join('\n\n---\n\n') },
  range: view.rangeOf(span),
});

function scanHover({ scans }: Analysis, offset: number, context: TextContext): Hover | null {
  const scan = scans.find(({ callee }) => touches(callee, offset));
  return scan === undefined ? null : hover([scanMarkdown(scan, context)], scan.callee, context);
}

/** The name in `def`, the word `lambda`, or the step as scan's argument. */
function stepHover({ scans }: Analysis, offset: number, context: TextContext): Hover | null {
  const found = scans.flatMap((scan) => {
    const span = stepPlaces(scan, context).find((place) => touches(place, offset));
    return span === undefined ? [] : [{ scan, span }];
  });
  const [first] = found;
  if (first === undefined) return null;
  const texts = found.map(({ scan }) => stepMarkdown(scan, context));
  return hover(texts, first.span, context);
}

function stepPlaces(scan: ScanFact, { file }: TextContext): readonly Span[] {
  if (scan.step === null) return [];
  const argument = stepArgument(scan, file);
  const isName = argument?.kind === 'Name' || argument?.kind === 'Attribute';
  return [stepWord(scan, file), isName ? argument : null].filter((place) => place !== null);
}

function parameterHover({ scans }: Analysis, offset: number, context: TextContext): Hover | null {
  const found = scans.flatMap((scan) =>
    scan.parameters.flatMap((parameter) => {
      const { span } = parameter;
      return span !== null && touches(span, offset) ? [{ scan, parameter, span }] : [];
    }),
  );
  const [first] = found;
  if (first === undefined) return null;
  const texts = found.map(({ scan, parameter }) => parameterText(scan, parameter, context));
  return hover(texts, first.span, context);
}

function parameterText(scan: ScanFact, parameter: StepParameterFact, context: TextContext): string {
  const place = t(
    'Parameter of the step of the {0} in {1}.',
    scan.kind,
    placeText(scan.callee, context.view),
  );
  const type = parameterType(parameter, context.floatX);
  const meaning = parameterMeaning(parameter) + (type === '' ? '' : `; ${type}`);
  return `${codeSpan(parameter.name ?? '*')}: ${meaning}\n\n${place}`;
}

/** A name that holds the outputs or updates; where it may hold those of several scans, all of them. */
function mentionHover({ scans }: Analysis, offset: number, context: TextContext): Hover | null {
  const found = scans.flatMap((scan) => {
    const mention = scan.mentions.find((one) => touches(one, offset));
    return mention === undefined ? [] : [{ scan, mention }];
  });
  const [first] = found;
  if (first === undefined) return null;
  const texts = found.map(({ scan, mention }) => {
    const name = codeSpan(context.file.text.slice(mention.start, mention.end));
    const place = placeText(scan.callee, context.view);
    const head =
      mention.part === 'outputs'
        ? t('{0}: outputs of the {1} in {2}', name, scan.kind, place)
        : t('{0}: updates of the {1} in {2}', name, scan.kind, place);
    return `${head}\n\n${scanMarkdown(scan, context)}`;
  });
  return hover(texts, first.mention, context);
}

/** At a name that holds the variable, and at the call that makes it. */
function sharedHover(analysis: Analysis, offset: number, context: TextContext): Hover | null {
  for (const shared of analysis.sharedVariables) {
    const callee = callAt(context.file, shared.span)?.function;
    const places = [...shared.mentions, ...(callee === undefined ? [] : [callee])];
    const span = places.find((place) => touches(place, offset));
    if (span !== undefined) return hover([sharedMarkdown(shared, analysis, context)], span, context);
  }
  return null;
}
