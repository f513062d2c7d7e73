/**
 * What the state view knows of each document: asked for after a run, only while somebody looks, one question at a time, and kept
 * until the answer to the next one differs. Knows neither VS Code nor the connection.
 */
import type { PlaceData } from '../../../protocol/src/places.ts';
import type { CallData, HistoryData, StateData } from '../../../protocol/src/questions.ts';
import type { Ask } from '../ask.ts';
import { t } from '../l10n.ts';
import { callNodes } from './callNodes.ts';
import { historyNodes } from './historyNodes.ts';
import { type NodeContext, type StateNode, stateNode } from './stateNodes.ts';
import { stateGroups } from './stateTree.ts';

export interface StateModelOptions {
  readonly ask: Ask;
  /** The line, from 0, on which a place of a document stands now. */
  readonly lineOf: (uri: string, place: PlaceData) => number | null;
  /** What a document is called. */
  readonly titleOf: (uri: string) => string;
  /** Something else is to be shown. */
  readonly changed: () => void;
}

interface DocumentEntry {
  readonly uri: string;
  /** null before the first answer, and where there is nothing. */
  state: StateData | null;
  /** True when the state may be another by now. */
  isOutdated: boolean;
  isAsking: boolean;
  /** Answers that belong to `state`. */
  readonly histories: Map<number, Promise<HistoryData | null>>;
  calls: Promise<readonly CallData[] | null> | null;
}

export class StateModel {
  readonly #options: StateModelOptions;
  readonly #documents = new Map<string, DocumentEntry>();
  #isWatched = false;

  constructor(options: StateModelOptions) {
    this.#options = options;
  }

  /** Documents that have something to show, in the order in which they were first run. */
  get uris(): readonly string[] {
    return [...this.#documents.values()].filter(({ state }) => state !== null).map(({ uri }) => uri);
  }

  stateOf(uri: string): StateData | null {
    return this.#documents.get(uri)?.state ?? null;
  }

  /** Nothing is asked while nobody looks. */
  watch(isWatched: 'seen' | 'hidden'): void {
    this.#isWatched = isWatched === 'seen';
    for (const entry of this.#documents.values()) void this.#update(entry);
  }

  /** The state of a document may have changed: a run has ended, it was reset, somebody wants to see it anew. */
  touch(uri: string): void {
    const entry = this.#documents.get(uri) ?? newEntry(uri);
    this.#documents.set(uri, entry);
    entry.isOutdated = true;
    void this.#update(entry);
  }

  touchAll(): void {
    for (const uri of this.#documents.keys()) this.touch(uri);
  }

  /** The document was closed. */
  forget(uri: string): void {
    const entry = this.#documents.get(uri);
    if (entry === undefined) return;
    this.#documents.delete(uri);
    if (entry.state !== null) this.#options.changed();
  }

  /** A state that came as the answer to something else. */
  receive(uri: string, state: StateData | null): void {
    const entry = this.#documents.get(uri) ?? newEntry(uri);
    this.#documents.set(uri, entry);
    if (JSON.stringify(state) === JSON.stringify(entry.state)) return;
    entry.state = state;
    entry.histories.clear();
    entry.calls = null;
    this.#options.changed();
  }

  /** A line for each document; the active one is open at first, and one that is alone. */
  roots(active: string | null): readonly StateNode[] {
    const { uris } = this;
    return uris.map((uri) => this.#documentNode(uri, { isOpenAtFirst: uri === active || uris.length === 1 }));
  }

  /** Lines below a line; only changes and calls have to be asked for. */
  async children(node: StateNode): Promise<readonly StateNode[]> {
    if (node.children !== 'asked') return node.children;
    const entry = this.#documents.get(node.uri);
    if (entry === undefined) return [];
    const context = { ...this.#context(node.uri), prefix: node.id };
    if (node.subject.kind !== 'variable') {
      entry.calls ??= this.#ask(node.uri, 'calls', {});
      return callNodes((await entry.calls) ?? [], context);
    }
    const { id } = node.subject.variable;
    const history = await this.history(node.uri, id);
    return history === null ? [] : historyNodes(history, context);
  }

  /** The changes of a variable; null when it is not there any more. */
  history(uri: string, variableId: number): Promise<HistoryData | null> {
    const known = this.#documents.get(uri)?.histories;
    const history = known?.get(variableId) ?? this.#ask(uri, 'history', { variableId });
    known?.set(variableId, history);
    return history;
  }

  #documentNode(uri: string, how: Pick<StateNode, 'isOpenAtFirst'>): StateNode {
    const state = this.stateOf(uri);
    return stateNode(this.#context(uri), {
      ...how,
      id: 'document',
      subject: { kind: 'document' },
      label: this.#options.titleOf(uri),
      description: state === null ? '' : countText(state),
      icon: 'document',
      children: state === null ? [] : stateGroups(state, this.#context(uri)),
    });
  }

  #context(uri: string): NodeContext {
    return { uri, prefix: uri, lineOf: (place) => this.#options.lineOf(uri, place) };
  }

  /** A question that fails leaves nothing to show; the connection has told the log why. */
  readonly #ask: Ask = (uri, kind, asks) => this.#options.ask(uri, kind, asks).catch(() => null);

  /** Asks again when something came up meanwhile. */
  async #update(entry: DocumentEntry): Promise<void> {
    if (entry.isAsking) return;
    entry.isAsking = true;
    try {
      while (entry.isOutdated && this.#isWatched && this.#documents.get(entry.uri) === entry) {
        entry.isOutdated = false;
        const state = await this.#ask(entry.uri, 'state', {});
        if (this.#documents.get(entry.uri) === entry) this.receive(entry.uri, state);
      }
    } finally {
      entry.isAsking = false;
    }
  }
}

function countText({ variables }: StateData): string {
  const count = variables.filter(({ isRandomState }) => !isRandomState).length;
  return count === 1 ? t('1 shared variable') : t('{0} shared variables', count);
}

function newEntry(uri: string): DocumentEntry {
  return { uri, state: null, isOutdated: false, isAsking: false, histories: new Map(), calls: null };
}
