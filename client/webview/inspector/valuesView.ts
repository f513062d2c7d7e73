/**
 * The table of the values of an iteration: what comes in, what comes out, and a mark in words where they differ. Its rows are made
 * once per scan; a step only changes texts.
 */
import type { ScanData, SlotData, StepData } from '../../../protocol/src/questions.ts';
import { button, element, replaceContent } from '../dom.ts';
import { t } from '../l10n.ts';
import { hasChanged, type SectionKind, type SlotRow, slotSections, valueIn } from './slotRows.ts';

const sectionTitles: Readonly<Record<SectionKind, () => string>> = {
  sequences: () => t('Sequences'),
  states: () => t('States'),
  outputs: () => t('Outputs'),
  updates: () => t('Updates of shared variables'),
  nonSequences: () => t('Non-sequences'),
  condition: () => t('Condition of until'),
};

/** Sections in which a value comes in and another one takes its place. */
const paired: ReadonlySet<SectionKind> = new Set(['states', 'updates']);

interface DrawnRow {
  readonly row: SlotRow;
  readonly element: HTMLElement;
  readonly before: HTMLElement;
  readonly after: HTMLElement;
  readonly mark: HTMLElement;
}

/** What a person can do with a value. */
export interface ValueActions {
  /** Over the iterations. */
  readonly plot: (slot: SlotData) => void;
  /** In the present iteration, all of it. */
  readonly open: (slot: SlotData) => void;
}

export class ValuesView {
  readonly element = element('section', { class: 'values', 'aria-label': t('Values of this iteration') });
  readonly #actions: ValueActions;
  #scan: ScanData | null = null;
  #rows: readonly DrawnRow[] = [];

  constructor(actions: ValueActions) {
    this.#actions = actions;
  }

  /** `previous`: the iteration before this one, where it is known. */
  show(scan: ScanData, step: StepData | null, previous: StepData | null): void {
    if (scan !== this.#scan) {
      this.#scan = scan;
      this.#draw(scan);
    }
    this.element.classList.toggle('waiting', step === null);
    // What is not here yet keeps the values of the step before it on screen, dimmed.
    if (step === null) return;
    for (const drawn of this.#rows) updateRow(drawn, step, previous);
  }

  mark(slotId: number | null): void {
    for (const { row, element: drawn } of this.#rows) {
      const isChosen = slotId !== null && (row.before?.id === slotId || row.after?.id === slotId);
      drawn.classList.toggle('chosen', isChosen);
    }
  }

  /** One sentence for those who hear the page. */
  spoken(): string {
    return this.#rows
      .filter(({ row }) => row.after !== null || row.before?.role === 'sequence')
      .map(({ row, before, after }) => {
        const values = [before.textContent, after.textContent].filter((each) => each !== '');
        return `${row.name} ${values.join(' → ')}`;
      })
      .join(', ');
  }

  #draw(scan: ScanData): void {
    const rows: DrawnRow[] = [];
    const bodies = slotSections(scan).flatMap(({ kind, rows: own }) => {
      const isPaired = paired.has(kind);
      const heading = element('th', { scope: 'rowgroup', colspan: 2 }, sectionTitles[kind]());
      const columns = isPaired
        ? [element('th', { scope: 'col' }, t('before')), element('th', { scope: 'col' }, t('after'))]
        : [element('th', { scope: 'col', colspan: 2 }, t('value'))];
      const drawn = own.map((row) => this.#drawRow(row, { isPaired }));
      rows.push(...drawn);
      const head = element('tr', { class: 'section' }, heading, ...columns, element('th', {}));
      return [element('tbody', {}, head, ...drawn.map((each) => each.element))];
    });
    this.#rows = rows;
    replaceContent(this.element, element('table', {}, ...bodies));
  }

  #drawRow(row: SlotRow, { isPaired }: { readonly isPaired: boolean }): DrawnRow {
    const slot = row.after ?? row.before;
    const before = element('td', { class: 'value' });
    const after = element('td', { class: 'value' });
    const mark = element('td', { class: 'mark' });
    const plot = () => slot !== null && this.#actions.plot(slot);
    const title = t('Plot {0} over the iterations', row.name);
    const name = button(row.name, plot, { class: 'link', title });
    const hasMore = slot !== null && slot.shape.length > 0;
    const open = hasMore ? openButton(row, () => this.#actions.open(slot)) : null;
    const label = element('th', { scope: 'row' }, name, open);
    const source = element('td', { class: 'muted' }, row.source === row.name ? '' : row.source);
    if (!isPaired) setSpan(row.before === null ? after : before);
    const values = isPaired ? [before, after] : [row.before === null ? after : before];
    const drawn = element('tr', {}, label, source, ...values, mark);
    return { row, element: drawn, before, after, mark };
  }
}

function openButton({ name }: SlotRow, press: () => void): HTMLButtonElement {
  const title = t('All of {0} in this iteration, drawn or as a table', name);
  return button('▦', press, { class: 'link open', title, 'aria-label': title });
}

const setSpan = (cell: HTMLTableCellElement): void => {
  cell.colSpan = 2;
};

function updateRow({ row, before, after, mark }: DrawnRow, step: StepData, previous: StepData | null): void {
  const [from, to] = [valueIn(step, row.before), valueIn(step, row.after)];
  before.textContent = from?.value.short ?? '';
  after.textContent = to?.value.short ?? '';
  const isChanged =
    row.before !== null && row.after !== null
      ? hasChanged(from, to)
      : hasChanged(valueIn(previous, row.before ?? row.after), from ?? to);
  after.classList.toggle('changed', isChanged);
  before.classList.toggle('changed', isChanged && row.after === null);
  const words = [row.isDropped ? t('dropped') : '', isChanged ? t('changed') : ''];
  mark.textContent = words.filter((each) => each !== '').join(', ');
  mark.classList.toggle('dropped', row.isDropped);
}
