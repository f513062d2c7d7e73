/** The tree in the side bar and lists of choices, as a person reads and uses them. */
import type { Page } from 'playwright-core';

/** A line of the tree as it is drawn. */
export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** What a screen reader says. */
  readonly spoken: string;
  readonly level: number;
  readonly isExpanded: boolean;
  /** Names of the icons in front of the label and of the actions after it. */
  readonly icons: readonly string[];
}

const rows = '.part.sidebar .pane-body .monaco-list-row';

const treeRowsScript = `[...document.querySelectorAll(${JSON.stringify(rows)})].map((row) => ({
  label: row.querySelector('.label-name')?.textContent ?? '',
  description: row.querySelector('.label-description')?.textContent ?? '',
  spoken: row.getAttribute('aria-label') ?? '',
  level: Number(row.getAttribute('aria-level')),
  isExpanded: row.getAttribute('aria-expanded') === 'true',
  icons: [...row.querySelectorAll('.codicon')].flatMap((icon) =>
    [...icon.classList].filter((name) => name.startsWith('codicon-'))),
  top: row.getBoundingClientRect().top,
})).sort((one, other) => one.top - other.top)`;

export class SideBar {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  rows(): Promise<readonly TreeRow[]> {
    return this.#page.evaluate<readonly TreeRow[]>(treeRowsScript);
  }

  /** All lines as `label | description`, indented by their depth. */
  async drawn(): Promise<readonly string[]> {
    const shown = await this.rows();
    return shown.map(({ label, description, level }) => `${'  '.repeat(level - 1)}${label} | ${description}`);
  }

  /** What stands there instead of a tree. */
  async welcome(): Promise<string> {
    return (await this.#page.locator('.part.sidebar .welcome-view-content').allInnerTexts()).join('\n');
  }

  /** Clicks a line: it opens or closes, or leads to the code. */
  async click(label: string): Promise<void> {
    await this.#row(label).click();
  }

  /** Clicks an action that appears on a line when the mouse is over it. */
  async act(label: string, action: string): Promise<void> {
    const row = this.#row(label);
    await row.hover();
    await row.locator(`.actions .action-label[aria-label^="${action}"]`).click();
  }

  /** What is offered by the menu of a line. */
  async menu(label: string): Promise<readonly string[]> {
    await this.#row(label).click({ button: 'right' });
    const items = this.#page.locator('.monaco-menu .action-item:not(.disabled) .action-label');
    await items.first().waitFor();
    const texts = await items.allInnerTexts();
    await this.#page.keyboard.press('Escape');
    return texts.filter((text) => text !== '');
  }

  /** The choices of a list that is open, from top to bottom. */
  async choices(): Promise<readonly string[]> {
    const labels = this.#page.locator('.quick-input-list .monaco-list-row .label-name');
    await labels.first().waitFor();
    return labels.allInnerTexts();
  }

  #row(label: string) {
    const name = this.#page.locator('.label-name').getByText(label, { exact: true });
    return this.#page.locator(rows).filter({ has: name }).first();
  }
}
