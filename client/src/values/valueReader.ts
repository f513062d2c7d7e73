/**
 * Reads pages of values and their statistics for the editors that are open. Only what is looked at is asked for, and only pages
 * travel. Knows neither VS Code nor the connection.
 */
import type { Ask } from '../ask.ts';
import {
  clampedPage,
  firstPage,
  movedPage,
  type PageMove,
  type PagePlace,
  pageOf,
  pageSize,
} from './pageMoves.ts';
import type { NamedValue } from './valueAddress.ts';
import type { ValueView } from './valueText.ts';

interface OpenValue {
  readonly value: NamedValue;
  /** null: it has to be read. */
  view: ValueView | null;
  place: PagePlace;
  statistics: ValueView['statistics'];
  /** Counts how often the value may have become another. */
  generation: number;
  /** The generation that `statistics` are of, or will be of. */
  describedGeneration: number;
  /** The page that is being read. */
  reading: Promise<ValueView> | null;
}

export class ValueReader {
  readonly #ask: Ask;
  /** The text of an editor is another now; the key is that of {@link read}. */
  readonly #changed: (key: string) => void;
  readonly #open = new Map<string, OpenValue>();

  constructor(ask: Ask, changed: (key: string) => void) {
    this.#ask = (uri, kind, asks) => ask(uri, kind, asks).catch(() => null);
    this.#changed = changed;
  }

  /** What the editor with this key shows; null while its page is being read. */
  viewOf(key: string): ValueView | null {
    return this.#open.get(key)?.view ?? null;
  }

  /** Reads the page of an editor; its statistics follow. */
  async read(key: string, value: NamedValue): Promise<ValueView> {
    const open = this.#open.get(key) ?? newlyOpened(value);
    this.#open.set(key, open);
    if (open.view !== null) return open.view;
    const reading = open.reading ?? this.#readPage(open);
    open.reading = reading;
    const view = await reading;
    // Somebody went on meanwhile.
    if (open.reading !== reading) return open.view ?? open.reading ?? view;
    open.view = view;
    open.place = view.place;
    open.reading = null;
    void this.#describe(key, open);
    return view;
  }

  /** Goes to another page. Returns false where there is none. */
  move(key: string, move: PageMove): boolean {
    const open = this.#open.get(key);
    const page = open?.view?.page;
    if (open === undefined || page === null || page === undefined) return false;
    const place = movedPage(open.place, move, page.shape);
    if (place !== null) this.#turnTo(key, open, place);
    return place !== null;
  }

  /** Goes to the page that holds an element; `index` has one number for each axis. */
  goTo(key: string, index: readonly number[]): void {
    const open = this.#open.get(key);
    if (open !== undefined) this.#turnTo(key, open, pageOf(index));
  }

  /** The values of a document may be others by now; their editors stay on their pages. */
  touch(uri: string): void {
    for (const [key, open] of this.#open) {
      if (open.value.uri !== uri) continue;
      open.generation++;
      this.#turnTo(key, open, open.place);
    }
  }

  /** The editor was closed. */
  forget(key: string): void {
    this.#open.delete(key);
  }

  #turnTo(key: string, open: OpenValue, place: PagePlace): void {
    open.place = place;
    open.view = null;
    open.reading = null;
    this.#changed(key);
  }

  async #readPage(open: OpenValue): Promise<ValueView> {
    const { uri, ref, name } = open.value;
    const gone: ValueView = { name, page: null, place: open.place, statistics: null };
    const data = await this.#ask(uri, 'value', { ref });
    if (data === null || data.isRandomState) return gone;
    const place = clampedPage(open.place, data.shape);
    const page = await this.#ask(uri, 'page', { ref, ...place, ...pageSize });
    if (page === null) return gone;
    return { name, page, place, statistics: hasStatistics(page.shape) ? open.statistics : null };
  }

  /** Reads the statistics of a value once. */
  async #describe(key: string, open: OpenValue): Promise<void> {
    const { generation, value, view } = open;
    const { page } = view ?? {};
    if (page === null || page === undefined || !hasStatistics(page.shape)) return;
    if (open.describedGeneration === generation) return;
    open.describedGeneration = generation;
    const statistics = await this.#ask(value.uri, 'statistics', { ref: value.ref });
    if (open.generation !== generation) return;
    open.statistics = statistics;
    if (open.view === null) return;
    open.view = { ...open.view, statistics };
    this.#changed(key);
  }
}

function newlyOpened(value: NamedValue): OpenValue {
  return {
    value,
    view: null,
    place: firstPage([]),
    statistics: 'asked',
    generation: 0,
    describedGeneration: -1,
    reading: null,
  };
}

/** There is nothing to say about a single number. */
const hasStatistics = (shape: readonly number[]): boolean =>
  shape.reduce((size, length) => size * length, 1) > 1;
