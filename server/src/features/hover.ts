/**
 * Hovers: the outputs and updates of a scan as two tables, the parameters of its step, and a single parameter.
 * Reads facts; decides nothing about the program.
 */
import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import type {
  Analysis,
  FloatX,
  Library,
  ScanFact,
  StepParameterFact,
  TensorFact,
} from '../analysis/facts.ts';
import type { LineIndex } from '../base/lineIndex.ts';
import { type Span, touches } from '../base/span.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import { codeSpan, tableCode } from './markdown.ts';
import { rangeOf } from './ranges.ts';

/** What a hover needs beside the facts. */
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

/** The hover at an offset; null where there is nothing to say. */
export function hoverAt(analysis: Analysis, offset: number, asked: HoverContext): Hover | null {
  const { floatX } = analysis;
  const context = floatX === null ? asked : { ...asked, floatX, floatXReason: 'the program sets it' };
  for (const scan of analysis.scans) {
    if (touches(scan.callee, offset)) return hover(scanText(scan, context), scan.callee, context);
  }
  for (const scan of analysis.scans) {
    const parameter = scan.parameters.find((item) => item.span !== null && touches(item.span, offset));
    if (parameter?.span != null)
      return hover(parameterText(scan, parameter, context), parameter.span, context);
  }
  const shared = analysis.sharedVariables.find((one) => touches(one.span, offset));
  if (shared === undefined || shared.name === '') return null;
  const type = typeText(shared.type, context.floatX);
  return hover(`shared variable ${codeSpan(shared.name)}: ${type}`, shared.span, context);
}

const hover = (value: string, span: Span, context: HoverContext): Hover => ({
  contents: { kind: MarkupKind.Markdown, value },
  range: rangeOf(context.lines, span),
});

// ---------------------------------------------------------------------------------------------------------------- scan

function scanText(scan: ScanFact, context: HoverContext): string {
  const title = `**${scan.kind}** as in ${libraryNames[scan.library]}, floatX ${context.floatX} (${context.floatXReason})`;
  const sections = [
    title,
    refusalText(scan, context),
    outputsText(scan, context),
    updatesText(scan, context),
  ];
  return [...sections, stepText(scan, context)].filter((section) => section !== '').join('\n\n');
}

/** Why scan refuses the call, and whether the other floatX would do. */
function refusalText(scan: ScanFact, { floatX }: HoverContext): string {
  const refusal = scan.refusedUnder[floatX];
  if (refusal === null) return '';
  const state = `state ${refusal.state} starts as ${refusal.initial} and the step returns ${refusal.result}`;
  const other = floatX === 'float64' ? 'float32' : 'float64';
  const otherwise =
    scan.refusedUnder[other] === null && scan.statesAreUnderstood
      ? `With \`floatX\` ${other} it runs: both are ${otherDType(scan, refusal.state, other)} then.`
      : 'Give the initial state the dtype of what the step returns.';
  return `⚠ **${scan.library} refuses this under floatX ${floatX}**: ${state}. ${otherwise}`;
}

const otherDType = (scan: ScanFact, state: number, floatX: FloatX): string =>
  scan.outputs?.[state]?.dtype[floatX] ?? floatX;

function outputsText(scan: ScanFact, context: HoverContext): string {
  if (scan.outputs === null) return '**Outputs**: not known';
  if (scan.outputs.length === 0) return '**Outputs**: none (scan returns `None`)';
  const rows = scan.outputs.map((output, index) => {
    const taps = output.taps.length === 0 ? '–' : output.taps.map(tapText).join(', ');
    const sources = output.sources.map((source) => sourceText(source, context)).join('; ');
    return `| ${index} | ${typeText(output, context.floatX)} | ${taps} | ${sources || 'not known'} |`;
  });
  return ['**Outputs**', '', '| | type | fed back | made by |', '|---|---|---|---|', ...rows].join('\n');
}

function updatesText(scan: ScanFact, context: HoverContext): string {
  const { updates } = scan;
  if (updates.status === 'none') return '**Updates**: none';
  if (updates.status === 'unknown') return `**Updates**: not known: ${updates.reason}`;
  const goal = destinationText(scan, context);
  const rows = updates.variables.map(
    (variable) => `| ${tableCode(variable.name)} | ${sourceText(variable.entry, context)} | ${goal} |`,
  );
  return ['**Updates**', '', '| shared variable | set by | goes to |', '|---|---|---|', ...rows].join('\n');
}

function destinationText(scan: ScanFact, context: HoverContext): string {
  if (scan.dropped !== null) return '**dropped**: it keeps its value';
  if (scan.returnsOnlyOutputs) return 'refused: `return_updates=False`';
  const texts = scan.destinations.map(
    (one) => `${destinationNames[one.kind]} (${lineText(one.span, context)})`,
  );
  const unique = [...new Set(texts)];
  if (unique.length === 0) return 'nothing';
  return unique.length > 4 ? `${unique.slice(0, 4).join(', ')}, …` : unique.join(', ');
}

const destinationNames: Readonly<Record<ScanFact['destinations'][number]['kind'], string>> = {
  function: '`function(updates=)`',
  givens: '`givens`, which changes no variable',
  step: 'the scan around it',
  container: 'a dict or list',
  returned: 'the caller',
  yielded: 'the caller',
  attribute: 'an attribute',
  read: 'an expression',
  call: 'a call that is not followed',
  asserted: 'an assertion',
  unseen: 'code that is not followed',
};

function stepText(scan: ScanFact, context: HoverContext): string {
  if (scan.step === null) return '**Step**: not resolved to a function of this file';
  const name = scan.step.name === null ? 'lambda' : codeSpan(scan.step.name);
  const head = `**Step** ${name}, ${lineText(scan.step.span, context)}`;
  const items = scan.parameters.map(
    (parameter) => `- ${codeSpan(parameter.name ?? '*')}: ${meaningText(parameter, context)}`,
  );
  return items.length === 0 ? head : [head, '', ...items].join('\n');
}

// ---------------------------------------------------------------------------------------------------------- parameters

function parameterText(scan: ScanFact, parameter: StepParameterFact, context: HoverContext): string {
  const place = `the ${scan.kind} in ${lineText(scan.callee, context)}`;
  return `${codeSpan(parameter.name ?? '*')}: ${meaningText(parameter, context)}, from ${place}`;
}

const roleNames: Readonly<Record<StepParameterFact['role'], string>> = {
  sequence: 'sequence',
  state: 'state',
  nonSequence: 'non-sequence',
};

function meaningText(parameter: StepParameterFact, context: HoverContext): string {
  const tap = parameter.tap === null ? '' : ` at ${tapText(parameter.tap)}`;
  const source = parameter.source === '' ? '' : ` ${codeSpan(parameter.source)}`;
  const type = parameter.type === null ? '' : `, ${typeText(parameter.type, context.floatX)}`;
  return `${roleNames[parameter.role]} ${parameter.index}${source}${tap}${type}`;
}

const tapText = (tap: number): string => (tap === 0 ? 't' : tap < 0 ? `t−${-tap}` : `t+${tap}`);

function typeText(type: TensorFact, floatX: FloatX): string {
  const dtype = type.dtype[floatX];
  const axes = type.ndim === null ? null : type.ndim === 1 ? '1 axis' : `${type.ndim} axes`;
  if (dtype === null) return axes === null ? 'type not known' : `dtype not known, ${axes}`;
  return axes === null ? dtype : `${dtype}, ${axes}`;
}

const sourceText = (span: Span, context: HoverContext): string =>
  `${tableCode(shortened(context.file.text.slice(span.start, span.end)))} (${lineText(span, context)})`;

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

const lineText = (span: Span, { lines }: HoverContext): string => `line ${lines.lineAt(span.start) + 1}`;
