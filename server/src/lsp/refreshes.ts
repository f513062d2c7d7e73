/**
 * Asks the client to ask again: for what is only sent when it is asked for, once a setting that it depends on has changed. Only
 * then: an editor that redraws its lenses loses a click on them, and clients announce a change of settings right after
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

export class Refreshes {
  readonly #connection: Pick<Connection, 'sendRequest'>;
  #client: ClientCapabilities = {};

  constructor(connection: Pick<Connection, 'sendRequest'>) {
    this.#connection = connection;
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
}
