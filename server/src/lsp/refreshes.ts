/**
 * Asks the client to ask again: for what is only sent when it is asked for, once a setting or a file that it depends on has
 * changed. Only then: an editor that redraws its lenses loses a click on them, and clients announce a change of settings right after
 * their start.
 */
import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';
import type { Settings } from '../../../protocol/src/editor.ts';
import type { Disposable } from '../base/disposable.ts';
import type { Clock } from '../session/evaluatorProcess.ts';

const pauseMs = 500;

interface Refresh {
  readonly setting: keyof Settings;
  readonly canRefresh: (client: ClientCapabilities) => boolean;
  readonly request: { readonly method: string };
}

const refreshes: readonly Refresh[] = [
  {
    setting: 'lenses',
    canRefresh: ({ workspace }) => workspace?.codeLens?.refreshSupport === true,
    request: CodeLensRefreshRequest.type,
  },
  {
    setting: 'inlayHints',
    canRefresh: ({ workspace }) => workspace?.inlayHint?.refreshSupport === true,
    request: InlayHintRefreshRequest.type,
  },
  {
    setting: 'semanticTokens',
    canRefresh: ({ workspace }) => workspace?.semanticTokens?.refreshSupport === true,
    request: SemanticTokensRefreshRequest.type,
  },
];

export class Refreshes implements Disposable {
  readonly #connection: Pick<Connection, 'sendRequest'>;
  readonly #clock: Clock;
  #client: ClientCapabilities = {};
  #pause: Disposable | null = null;

  constructor(connection: Pick<Connection, 'sendRequest'>, clock: Clock) {
    this.#connection = connection;
    this.#clock = clock;
  }

  begin(client: ClientCapabilities): void {
    this.#client = client;
  }

  /** Settings of the same documents in the same order. */
  settingsChanged(before: readonly Settings[], now: readonly Settings[]): void {
    for (const { setting, canRefresh, request } of refreshes) {
      const isSame = now.every((settings, index) => settings[setting] === before[index]?.[setting]);
      if (!isSame && canRefresh(this.#client)) void this.#connection.sendRequest(request.method);
    }
  }

  /** Something that open texts depend on. Somebody may be typing there, so this waits for a pause. */
  surroundingsChanged(): void {
    this.#pause?.dispose();
    this.#pause = this.#clock.after(pauseMs, () => {
      for (const { canRefresh, request } of refreshes)
        if (canRefresh(this.#client)) void this.#connection.sendRequest(request.method);
    });
  }

  dispose(): void {
    this.#pause?.dispose();
  }
}
