/** A piece of an array as a table, with what leads to the others. */
import type { PageData, ValueRef } from '../../../protocol/src/values.ts';
import { button, element, replaceContent } from '../dom.ts';
import { type Host, messageOf } from '../host.ts';
import { t } from '../l10n.ts';

const pageRows = 100;
const pageColumns = 20;

export class TableView {
  readonly element: HTMLElement;
  readonly #host: Host;
  readonly #ref: ValueRef;
  readonly #tell: (notice: string) => void;
  readonly #table = element('table', {});
  readonly #where = element('output', { class: 'where' });
  readonly #moves: readonly HTMLButtonElement[];
  #plane: readonly number[] = [];
  #page: PageData | null = null;
  #turn = 0;

  constructor(host: Host, ref: ValueRef, tell: (notice: string) => void) {
    this.#host = host;
    this.#ref = ref;
    this.#tell = tell;
    const move = (text: string, rows: number, columns: number) =>
      button(text, () => this.#move(rows, columns));
    this.#moves = [
      move(t('Rows before'), -pageRows, 0),
      move(t('Next rows'), pageRows, 0),
      move(t('Columns before'), 0, -pageColumns),
      move(t('Next columns'), 0, pageColumns),
    ];
    const row = element('input', {
      type: 'number',
      min: 0,
      value: 0,
      'aria-label': t('Go to row'),
      title: t('Go to row'),
    });
    row.addEventListener('change', () => void this.#load(Math.max(0, Math.round(Number(row.value) || 0)), 0));
    const tools = element('div', { class: 'tools' }, ...this.#moves, row, this.#where);
    this.element = element('section', { class: 'pages', 'aria-label': t('Table') }, tools, this.#table);
  }

  show(plane: readonly number[]): void {
    this.#plane = plane;
    void this.#load(0, 0);
  }

  #move(rows: number, columns: number): void {
    if (this.#page === null) return;
    const { rowStart, columnStart } = this.#page;
    void this.#load(Math.max(0, rowStart + rows), Math.max(0, columnStart + columns));
  }

  async #load(rowStart: number, columnStart: number): Promise<void> {
    const turn = ++this.#turn;
    const asks = {
      ref: this.#ref,
      plane: this.#plane,
      rowStart,
      columnStart,
      rowCount: pageRows,
      columnCount: pageColumns,
    };
    try {
      const page = await this.#host.ask('page', asks).answer;
      if (turn !== this.#turn) return;
      if (page === null) this.#tell(t('This value is not kept any more. Run the cell again.'));
      else this.#draw(page);
    } catch (error) {
      if (turn === this.#turn) this.#tell(messageOf(error));
    }
  }

  #draw(page: PageData): void {
    this.#page = page;
    const { rowStart, columnStart, rows, rowCount, columnCount } = page;
    const shownColumns = rows[0]?.length ?? 0;
    const head = Array.from({ length: shownColumns }, (_, index) =>
      element('th', { scope: 'col' }, String(columnStart + index)),
    );
    const body = rows.map((row, index) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, String(rowStart + index)),
        ...row.map((text) => element('td', {}, text)),
      ),
    );
    replaceContent(
      this.#table,
      element('thead', {}, element('tr', {}, element('td', {}), ...head)),
      element('tbody', {}, ...body),
    );
    const [lastRow, lastColumn] = [rowStart + rows.length, columnStart + shownColumns];
    const rowText = t('rows {0} to {1} of {2}', rowStart, Math.max(rowStart, lastRow - 1), rowCount);
    const columnText = t(
      'columns {0} to {1} of {2}',
      columnStart,
      Math.max(columnStart, lastColumn - 1),
      columnCount,
    );
    this.#where.textContent = columnCount > shownColumns ? `${rowText}, ${columnText}` : rowText;
    const possible = [rowStart > 0, lastRow < rowCount, columnStart > 0, lastColumn < columnCount];
    for (const [index, move] of this.#moves.entries()) move.disabled = possible[index] !== true;
  }
}
