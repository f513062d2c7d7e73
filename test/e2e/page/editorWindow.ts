/**
 * A window of VS Code as a person uses it: keys, mouse, and what can be seen. Nothing here talks to the extension.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, FrameLocator, Locator, Page } from 'playwright-core';
import { patience } from '../driver/patience.ts';
import {
  additionSeenScript,
  type DrawnLine,
  drawnLinesScript,
  lateAdditionScript,
  placeOfAdditionScript,
  placeOfTextScript,
  watchForAdditionScript,
} from './pageScripts.ts';
import { SideBar } from './sideBar.ts';

/** Long enough for a first activation on a slow machine. */
const waitMs = 30_000 * patience;
const pollMs = 50;
/** A lens that stays this long is taken for final; one that counts seconds never is. */
const settleMs = 300;
/** An element that is drawn anew meanwhile can not be clicked any more. */
const clickMs = 2000;
/** The list of commands is filled in this time, or what is looked for is not in it. */
const paletteMs = 5_000 * patience;
/** After this long without a hover or a menu a person tries again. */
const hoverMs = 3_000 * patience;
const quickFixRow = '.action-widget .monaco-list-row.action';

interface Point {
  readonly x: number;
  readonly y: number;
}

export type Theme = 'light' | 'dark' | 'highContrast';
const themeClasses: Readonly<Record<Theme, string>> = {
  light: 'vs',
  dark: 'vs-dark',
  highContrast: 'hc-black',
};

export class EditorWindow {
  readonly sideBar: SideBar;
  readonly #page: Page;
  readonly #pictureFolder: string;

  constructor(page: Page, pictureFolder: string) {
    this.#page = page;
    this.sideBar = new SideBar(page);
    this.#pictureFolder = pictureFolder;
    page.setDefaultTimeout(waitMs);
  }

  /** Opens a file of the folder by its name and waits until its text is there. */
  async open(path: string): Promise<void> {
    await this.#openTab(path);
    await this.eventually(`the text of ${path}`, async () => ((await this.lines()).length > 0 ? true : null));
  }

  /** Opens a notebook and waits until the text of a cell is there. */
  async openNotebook(path: string): Promise<void> {
    await this.#openTab(path);
    await this.#page.locator('.notebookOverlay .monaco-editor .view-line').first().waitFor();
  }

  async #openTab(path: string): Promise<void> {
    const name = path.split('/').at(-1) ?? path;
    await this.#closeWidgets();
    await this.#page.keyboard.press('Control+P');
    await this.#page.keyboard.press('Control+A');
    await this.#page.keyboard.insertText(path);
    // Enter takes the first row, which is still another one while the list is being searched.
    const first = this.#page.locator('.quick-input-list .monaco-list-row').first();
    await this.#page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
    await this.eventually(`${path} as the first file`, async () =>
      (await shownText(first)).includes(name) ? true : null,
    );
    await this.#page.keyboard.press('Enter');
    await this.#page.locator('.editor-group-container.active .tab.active', { hasText: name }).waitFor();
  }

  /** What an earlier step may have left open. Without any of it Escape would clear the results of the cursor's line. */
  async #closeWidgets(): Promise<void> {
    const widgets = this.#page.locator(
      '.quick-input-widget:visible, .monaco-hover:visible, .suggest-widget:visible',
    );
    if ((await widgets.count()) > 0) await this.#page.keyboard.press('Escape');
  }

  /** Runs a command of the palette; answers when, by `performance.now()`. */
  async command(title: string): Promise<number> {
    return this.eventually(`the command ${title}`, async () => {
      await this.#closeWidgets();
      await this.#page.keyboard.press('F1');
      await this.#page.locator('.quick-input-widget input').waitFor();
      await this.#page.keyboard.insertText(title);
      // The first row is not always the one that was typed: what was used lately comes before.
      const label = this.#page
        .locator('.quick-input-list .monaco-list-row .label-name')
        .getByText(title, { exact: true })
        .first();
      // What depends on a state that is just beginning is not in the list of one that was opened a moment before.
      const isThere = await label.waitFor({ timeout: paletteMs }).then(
        () => true,
        () => false,
      );
      if (!isThere) return null;
      const clickedMs = performance.now();
      await label.click();
      return clickedMs;
    });
  }

  /** Takes the row of the open list that begins with a text. */
  async pick(text: string): Promise<void> {
    const rows = this.#page.locator('.quick-input-list .monaco-list-row', { hasText: text });
    await rows.first().click();
  }

  /** Loads the window anew, as a person does with "Reload Window". */
  async reload(): Promise<void> {
    await this.#page.reload({ waitUntil: 'commit' });
    await this.#page.locator('.monaco-workbench .part.editor').waitFor({ timeout: 60_000 * patience });
  }

  /** Puts the cursor at the first place of a text. */
  async clickText(text: string): Promise<void> {
    const place = await this.eventually(`"${text}"`, () => this.#placeOf(text));
    await this.#page.mouse.click(place.x, place.y);
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.insertText(text);
  }

  lines(): Promise<readonly DrawnLine[]> {
    return this.#page.evaluate<readonly DrawnLine[]>(drawnLinesScript);
  }

  /** Waits for an addition that contains `text` and answers with the line that has it. */
  lineWith(text: string): Promise<DrawnLine> {
    return this.eventually(`"${text}" after a line`, async () => {
      const lines = await this.lines();
      return lines.find((line) => line.added.some((added) => added.includes(text))) ?? null;
    });
  }

  /** All that is drawn after lines, one string per line that has something. */
  async additions(): Promise<readonly string[]> {
    return (await this.lines()).filter((line) => line.added.length > 0).map((line) => line.added.join(' '));
  }

  async lenses(): Promise<readonly string[]> {
    const texts = await this.#page
      .locator('.editor-group-container.active .codelens-decoration')
      .allInnerTexts();
    return texts.map((text) => text.replaceAll('\u00a0', ' '));
  }

  /** Clicks the lens with this title that stands nearest to the top; answers when, by `performance.now()`. */
  async clickLens(title: string | RegExp): Promise<number> {
    const lens = this.#lensesTitled(title);
    return this.eventually(`a click on the lens ${title}`, async () => {
      const element = await lens
        .first()
        .elementHandle({ timeout: settleMs })
        .catch(() => null);
      // The editor draws lenses anew when one changes, and forgets a click that comes at that moment.
      await this.#page.waitForTimeout(settleMs);
      if (element === null || !(await isConnected(element))) return null;
      const clickedMs = performance.now();
      const clicked = element.click({ force: true, timeout: clickMs });
      return clicked.then(
        () => clickedMs,
        () => null,
      );
    });
  }

  /**
   * Clicks where the lens stands, and again until `isDone`: one that counts seconds is drawn anew all the time, never stays for
   * {@link settleMs}, and the editor may forget a click.
   */
  async clickLensUntil(title: RegExp, isDone: () => Promise<boolean>): Promise<number> {
    const lens = this.#lensesTitled(title);
    let clickedMs: number | null = null;
    await this.eventually(`what a click on the lens ${title} does`, async () => {
      const box = await lens
        .first()
        .boundingBox({ timeout: settleMs })
        .catch(() => null);
      if (box === null) return null;
      clickedMs ??= performance.now();
      await this.#page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      return (await this.#happens(isDone)) ? true : null;
    });
    return clickedMs ?? performance.now();
  }

  async #happens(isDone: () => Promise<boolean>): Promise<boolean> {
    const deadline = performance.now() + clickMs;
    while (performance.now() < deadline) {
      if (await isDone()) return true;
      await this.#page.waitForTimeout(pollMs);
    }
    return false;
  }

  /**
   * Clicks the lens above the line that contains `code` and waits for an addition with `expected`; answers how many milliseconds lay
   * between, as the page itself saw it. A click that the editor forgets is made again.
   */
  async clickLensAndSee(title: RegExp, code: string, expected: string): Promise<number> {
    return this.eventually(`"${expected}" after a click above "${code}"`, async () => {
      const lateMs = await this.#page.evaluate<number | null>(lateAdditionScript(expected));
      if (lateMs !== null) return Math.round(lateMs);
      const lens = await this.#lensAbove(title, code);
      const box = await lens?.boundingBox();
      if (lens == null || box == null) return null;
      const { x, y } = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      await this.#page.mouse.move(x, y);
      await this.#page.waitForTimeout(settleMs);
      if (!(await isConnected(lens))) return null;
      await this.#page.evaluate(watchForAdditionScript(expected));
      await this.#page.mouse.click(x, y);
      const seenMs = await this.#page.evaluate<number | null>(additionSeenScript);
      return seenMs === null ? null : Math.round(seenMs);
    });
  }

  #lensesTitled(title: string | RegExp): Locator {
    return this.#page.locator('.editor-group-container.active .codelens-decoration a', { hasText: title });
  }

  async #lensAbove(title: RegExp, code: string): Promise<ElementHandle<unknown> | null> {
    const at = await this.#placeOf(code);
    if (at === null) return null;
    const lenses = await this.#lensesTitled(title).elementHandles();
    const found = await Promise.all(
      lenses.map(async (lens) => ({ lens, top: (await lens.boundingBox())?.y })),
    );
    const above = found.flatMap(({ lens, top }) => (top !== undefined && top < at.y ? [{ lens, top }] : []));
    return above.toSorted((one, other) => other.top - one.top)[0]?.lens ?? null;
  }

  /** Runs a script of `pageScripts.ts` that measures. */
  measure<T>(script: string): Promise<T> {
    return this.#page.evaluate<T>(script);
  }

  /** The same in the webview that is shown. */
  async measureInWebview<T>(script: string): Promise<T> {
    return (await this.webview().locator('body').evaluate(script)) as T;
  }

  /** For what the extension does a while after a change and that nobody can see. */
  async pause(ms: number): Promise<void> {
    await this.#page.waitForTimeout(ms);
  }

  /** How many pieces of text have a wavy line of that kind. */
  squiggles(kind: 'warning' | 'error' | 'info' | 'hint'): Promise<number> {
    return this.#page.locator(`.editor-group-container.active .squiggly-${kind}`).count();
  }

  /** The texts of the notebook's cells that have a wavy line of a warning. */
  async flaggedCells(): Promise<readonly string[]> {
    const cells = this.#page.locator('.notebookOverlay .monaco-list-row', {
      has: this.#page.locator('.squiggly-warning'),
    });
    const texts = await cells.locator('.view-lines').allInnerTexts();
    return texts.map((text) => text.replaceAll('\u00a0', ' '));
  }

  /** What hints say that scans update, from top to bottom. */
  async updateHints(): Promise<readonly string[]> {
    const lines = await this.lines();
    return lines.flatMap(({ text }) => /updates: \{.*\}.*$/.exec(text)?.[0] ?? []);
  }

  /** Points at the first place of a text in the code until what pops up has the expected words; answers with all of it. */
  async hover(text: string, expected: RegExp): Promise<string> {
    return this.#hoverAt(() => this.#placeOf(text), expected);
  }

  /** Points at what is drawn after a line. */
  async hoverAddition(text: string, expected: RegExp): Promise<string> {
    const script = placeOfAdditionScript(text);
    return this.#hoverAt(() => this.#page.evaluate<Point | null>(script), expected);
  }

  /** Clicks a link in the hover that is shown. */
  async clickInHover(link: string): Promise<void> {
    await this.#page.locator('.monaco-hover-content:visible a', { hasText: link }).first().click();
  }

  /** Chooses from the menu of quick fixes at the first place of a text. */
  async quickFix(text: string, title: string): Promise<void> {
    await this.#openQuickFixes(text, title);
    const row = this.#page.locator(quickFixRow, { hasText: title }).first();
    // Something that goes with the first move of the mouse lies over the menu in older versions.
    await row.hover({ force: true });
    await row.click();
  }

  /** All that the menu of quick fixes offers at the first place of a text, once it has `title`. */
  async quickFixes(text: string, title: string): Promise<readonly string[]> {
    await this.#openQuickFixes(text, title);
    return this.#page.locator(quickFixRow).allInnerTexts();
  }

  async #openQuickFixes(text: string, title: string): Promise<void> {
    const row = this.#page.locator(quickFixRow, { hasText: title }).first();
    await this.eventually(`"${title}" among the quick fixes`, async () => {
      await this.#page.keyboard.press('Escape');
      const place = await this.#placeOf(text);
      if (place === null) return null;
      await this.#page.mouse.click(place.x, place.y);
      await this.#page.keyboard.press('Control+.');
      return row.waitFor({ timeout: hoverMs }).then(
        () => true,
        () => null,
      );
    });
  }

  #placeOf(text: string): Promise<Point | null> {
    return this.#page.evaluate<Point | null>(placeOfTextScript(text));
  }

  /** A line may move just then, because a lens comes over it: so a person points again. */
  async #hoverAt(findPlace: () => Promise<Point | null>, expected: RegExp): Promise<string> {
    const hover = this.#page.locator('.monaco-hover-content:visible');
    return this.eventually(`a hover with ${expected}`, async () => {
      await this.#page.keyboard.press('Escape');
      const place = await findPlace();
      if (place === null) return null;
      await this.#page.mouse.move(place.x, place.y + 200);
      await this.#page.mouse.move(place.x, place.y, { steps: 4 });
      const deadline = performance.now() + hoverMs;
      while (performance.now() < deadline) {
        // The pieces of a hover come one after another.
        const text = (await shownText(hover)).replaceAll('\u00a0', ' ');
        if (expected.test(text) && !text.includes('Loading...')) return text;
        await this.#page.waitForTimeout(pollMs);
      }
      return null;
    });
  }

  /** What is in the webview that is shown. */
  webview(): FrameLocator {
    return this.#page.frameLocator('iframe.webview.ready >> visible=true').frameLocator('#active-frame');
  }

  /** All that is written in it; nothing while the editor replaces its frame. */
  async webviewText(): Promise<string> {
    const text = await shownText(this.webview().locator('body')).catch(() => '');
    return text.replaceAll('\u00a0', ' ');
  }

  /** The label of the tab that has the focus. */
  activeTab(): Promise<string> {
    return shownText(this.#page.locator('.editor-group-container.active .tab.active'));
  }

  /** Closes the tab that has the focus. */
  async closeTab(): Promise<void> {
    // Not by the palette, whose rows move: a command of nearly the same name that was used lately stands there for a moment.
    await this.#page.locator('.editor-group-container.active .tab.active').click({ button: 'middle' });
  }

  /** How long it took to load and activate an extension, as the editor says. */
  async activationTime(name: string): Promise<number> {
    await this.command('Developer: Show Running Extensions');
    const row = this.#page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: name });
    const text = await this.eventually('the time of the activation', async () => {
      const [found] = /Activation: \d+/.exec(await shownText(row)) ?? [];
      return found ?? null;
    });
    return Number(/\d+/.exec(text)?.[0]);
  }

  statusBar(): Promise<string> {
    return shownText(this.#page.locator('.part.statusbar'));
  }

  /** All that is written in the window, for words that may stand anywhere. */
  text(): Promise<string> {
    return shownText(this.#page.locator('.monaco-workbench'));
  }

  /** Waits until `text` stands anywhere in the window. */
  async seeText(text: string): Promise<void> {
    await this.eventually(`"${text}" in the window`, async () =>
      (await this.text()).replaceAll('\u00a0', ' ').includes(text) ? true : null,
    );
  }

  /** What the dialog says that is in the way, once it is there. */
  async dialogText(): Promise<string> {
    const dialog = this.#page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    return shownText(dialog);
  }

  /** Answers the dialog that is in the way. */
  async clickInDialog(button: string): Promise<void> {
    await this.#page.locator('.monaco-dialog-box .monaco-button', { hasText: button }).first().click();
    await this.#page.locator('.monaco-dialog-box').waitFor({ state: 'detached' });
  }

  /** A button of a walkthrough. */
  async clickButton(title: string): Promise<void> {
    await this.#page
      .locator('.gettingStartedContainer .monaco-button:visible', { hasText: title })
      .first()
      .click();
  }

  /** A step of a walkthrough. */
  async clickStep(title: string): Promise<void> {
    await this.#page.locator('.gettingStartedContainer .step-title', { hasText: title }).first().click();
  }

  /** What the active editor shows, with plain spaces. */
  async editorText(): Promise<string> {
    const text = await shownText(this.#page.locator('.editor-group-container.active .view-lines'));
    return text.replaceAll('\u00a0', ' ');
  }

  /** As if the person had changed the theme of the system; `window.autoDetectColorScheme` makes VS Code follow. */
  async useTheme(theme: Theme): Promise<void> {
    const forcedColors = theme === 'highContrast' ? 'active' : 'none';
    await this.#page.emulateMedia({ colorScheme: theme === 'light' ? 'light' : 'dark', forcedColors });
    await this.#page.locator(`.monaco-workbench.${themeClasses[theme]}`).waitFor();
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(this.#pictureFolder, { recursive: true });
    // What is fading in is shown as it will be.
    const path = join(this.#pictureFolder, `${name}.png`);
    await this.#page.screenshot({ path, animations: 'disabled' });
  }

  /** Only the part with the tabs and the text, with what pops up over it. */
  async screenshotOfEditor(name: string): Promise<void> {
    mkdirSync(this.#pictureFolder, { recursive: true });
    const path = join(this.#pictureFolder, `${name}.png`);
    await this.#page.locator('.part.editor').screenshot({ path, animations: 'disabled' });
  }

  /** Asks again until the answer is not null. */
  async eventually<T>(what: string, probe: () => Promise<T | null>): Promise<T> {
    const deadline = performance.now() + waitMs;
    while (performance.now() < deadline) {
      const answer = await probe();
      if (answer !== null) return answer;
      await this.#page.waitForTimeout(pollMs);
    }
    const inTheWay = await shownText(this.#page.locator('.monaco-dialog-box, .notification-toast'));
    throw new Error(
      `waited in vain for ${what}; the editor shows:\n${await this.editorText()}\n${inTheWay}`.trimEnd(),
    );
  }
}

/** False when the editor has drawn something else in the place of the element. */
const isConnected = (element: ElementHandle<unknown>): Promise<boolean> =>
  element.evaluate((node) => (node as { readonly isConnected: boolean }).isConnected);

/** The text as it is drawn; hidden text is left out. */
async function shownText(locator: Locator): Promise<string> {
  return (await locator.allInnerTexts()).join('\n');
}
