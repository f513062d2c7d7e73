/** The source of the step function, with the value of each parameter in this iteration below the line in which it stands. */
import type { ScanData, StepData, StepFunctionData } from '../../../protocol/src/questions.ts';
import { button, element, replaceContent } from '../dom.ts';
import type { Host } from '../host.ts';
import { t } from '../l10n.ts';
import { pythonTokens, type Token } from './pythonTokens.ts';
import { hasChanged, valueIn } from './slotRows.ts';

/** A line of the source as offsets. */
interface Line {
  readonly start: number;
  readonly end: number;
}

interface ParameterNote {
  readonly slotId: number;
  readonly element: HTMLElement;
}

export class CodeView {
  readonly element = element('section', { class: 'code', 'aria-label': t('Step function') });
  readonly #host: Host;
  #scan: ScanData | null = null;
  #notes: readonly ParameterNote[] = [];

  constructor(host: Host) {
    this.#host = host;
  }

  /** Draws the source anew only for another scan. */
  show(scan: ScanData, step: StepData | null, previous: StepData | null): void {
    if (scan !== this.#scan) {
      this.#scan = scan;
      this.#drawSource(scan);
    }
    for (const note of this.#notes) {
      const slot = scan.slots.find(({ id }) => id === note.slotId) ?? null;
      const value = valueIn(step, slot);
      note.element.textContent = value?.value.short ?? '…';
      note.element.classList.toggle('changed', hasChanged(valueIn(previous, slot), value));
    }
  }

  #drawSource({ stepFunction, title }: ScanData): void {
    this.#notes = [];
    if (stepFunction === null) {
      const text = t('The source of this step is not in the program: {0}.', title);
      replaceContent(this.element, element('p', { class: 'muted' }, text));
      return;
    }
    const lines = linesOf(stepFunction);
    const tokens = pythonTokens(stepFunction.text);
    const notes: ParameterNote[] = [];
    const rows = lines.flatMap(({ start, end }) => {
      const code = element('code', {}, ...piecesOf(stepFunction.text, tokens, { start, end }));
      const own = stepFunction.parameters.filter((each) => each.start >= start && each.start < end);
      const values = own.map((parameter) => this.#note(parameter, notes));
      return [element('div', { class: 'line' }, code), ...values];
    });
    this.#notes = notes;
    const heading = button(
      t('{0}: show in the editor', stepFunction.name),
      () => this.#host.reveal(stepFunction.place),
      { class: 'link' },
    );
    replaceContent(this.element, heading, element('div', { class: 'source', tabindex: 0 }, ...rows));
  }

  #note({ start, end, slotId }: StepFunctionData['parameters'][number], notes: ParameterNote[]): HTMLElement {
    const { stepFunction, slots } = this.#scan as ScanData & { readonly stepFunction: StepFunctionData };
    const slot = slots.find(({ id }) => id === slotId);
    const name = stepFunction.text.slice(start, end);
    const source =
      slot === undefined || slot.source === '' || slot.source === name ? '' : ` = ${slot.source}`;
    const value = element('span', { class: 'value' }, '…');
    notes.push({ slotId, element: value });
    return element('div', { class: 'parameter' }, `${name}${source} = `, value);
  }
}

/** The lines of the source without what all of them are indented by, as a function inside of a class is. */
function linesOf({ text }: StepFunctionData): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  const indents = lines.slice(1).flatMap((line) => {
    const content = text.slice(line.start, line.end);
    return content.trim() === '' ? [] : [content.length - content.trimStart().length];
  });
  // The text of a function begins at its first word; what stands before that in the file is not part of it.
  const common = Math.max(0, Math.min(...indents) - 4);
  if (!Number.isFinite(common)) return lines;
  return lines.map((line, index) =>
    index === 0 ? line : { start: Math.min(line.start + common, line.end), end: line.end },
  );
}

/** A line as elements: a token that goes over several lines has a piece in each. */
function piecesOf(text: string, tokens: readonly Token[], { start, end }: Line): readonly Node[] {
  return tokens.flatMap((token) => {
    const piece = text.slice(Math.max(token.start, start), Math.min(token.end, end));
    if (token.end <= start || token.start >= end || piece === '') return [];
    return [
      token.kind === 'plain' ? document.createTextNode(piece) : element('span', { class: token.kind }, piece),
    ];
  });
}
