/** The language server: answers a connection until it closes. Knows neither Node nor the browser; both entries give it its environment. */
import { type Connection, TextDocumentSyncKind } from 'vscode-languageserver';

/** Registers every handler on `connection` and starts listening. */
export function serve(connection: Connection): void {
  connection.onInitialize(() => ({
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    },
  }));
  connection.listen();
}
