/**
 * Hovers: a scan at its call and at the names that hold its outputs or updates, a parameter of a step, a shared variable.
 * Reads facts; decides nothing about the program.
 */
import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import type { Analysis, ScanFact, StepParameterFact } from '../analysis/facts.ts';
import { type Span, touches } from '../base/span.ts';
import { codeSpan } from './markdown.ts';
import { rangeOf } from './ranges.ts';
import { type HoverContext, lineText, parameterMeaning, scanMarkdown, typeText } from './scanMarkdown.ts';

/** The hover at an offset; null where there is nothing to say. */
export function hoverAt(analysis: Analysis, offset: number, asked: HoverContext): Hover | null {
  const { floatX } = analysis;
  const context = floatX === null ? asked : { ...asked, floatX, floatXReason: 'the program sets it' };
  return (
    scanHover(analysis, offset, context) ??
    parameterHover(analysis, offset, context) ??
    mentionHover(analysis, offset, context) ??
    sharedHover(analysis, offset, context)
  );
}

const hover = (value: string, span: Span, context: HoverContext): Hover => ({
  contents: { kind: MarkupKind.Markdown, value },
  range: rangeOf(context.lines, span),
});

function scanHover({ scans }: Analysis, offset: number, context: HoverContext): Hover | null {
  const scan = scans.find(({ callee }) => touches(callee, offset));
  return scan === undefined ? null : hover(scanMarkdown(scan, context), scan.callee, context);
}

function parameterHover({ scans }: Analysis, offset: number, context: HoverContext): Hover | null {
  for (const scan of scans) {
    const parameter = scan.parameters.find((item) => item.span !== null && touches(item.span, offset));
    if (parameter?.span != null)
      return hover(parameterText(scan, parameter, context), parameter.span, context);
  }
  return null;
}

function parameterText(scan: ScanFact, parameter: StepParameterFact, context: HoverContext): string {
  const place = `Parameter of the step of the ${scan.kind} in ${lineText(scan.callee, context)}.`;
  return `${codeSpan(parameter.name ?? '*')}: ${parameterMeaning(parameter, context)}\n\n${place}`;
}

/** A name that holds the outputs or updates; where it may hold those of several scans, all of them. */
function mentionHover({ scans }: Analysis, offset: number, context: HoverContext): Hover | null {
  const found = scans.flatMap((scan) => {
    const mention = scan.mentions.find((one) => touches(one, offset));
    return mention === undefined ? [] : [{ scan, mention }];
  });
  const [first] = found;
  if (first === undefined) return null;
  const texts = found.slice(0, 3).map(({ scan, mention }) => {
    const name = codeSpan(context.file.text.slice(mention.start, mention.end));
    const place = `the ${scan.kind} in ${lineText(scan.callee, context)}`;
    return `${name}: ${mention.part} of ${place}\n\n${scanMarkdown(scan, context)}`;
  });
  return hover(texts.join('\n\n---\n\n'), first.mention, context);
}

function sharedHover({ sharedVariables }: Analysis, offset: number, context: HoverContext): Hover | null {
  const shared = sharedVariables.find((one) => touches(one.span, offset));
  if (shared === undefined || shared.name === '') return null;
  const type = typeText(shared.type, context.floatX) || 'type not known';
  return hover(`shared variable ${codeSpan(shared.name)}: ${type}`, shared.span, context);
}
