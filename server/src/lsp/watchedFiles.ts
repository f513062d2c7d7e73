/** Asks the client to tell when files change on which the open texts may depend. */
import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver';

const patterns = [
  '**/*.py',
  '**/pyproject.toml',
  '**/{requirements,constraints}*.{txt,in}',
  '**/requirements/*.{txt,in}',
  '**/environment*.{yml,yaml}',
  '**/setup.cfg',
];

export const canWatchFiles = ({ workspace }: ClientCapabilities): boolean =>
  workspace?.didChangeWatchedFiles?.dynamicRegistration === true;

/** `changed` gets the addresses of files, and of folders (with a slash at their end) in which a file is new or missing. */
export function watchFiles(connection: Connection, changed: (places: readonly string[]) => void): void {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    changed(
      changes.flatMap(({ uri, type }) =>
        type === FileChangeType.Changed ? [uri] : [uri, uri.slice(0, uri.lastIndexOf('/') + 1)],
      ),
    );
  });
  const watchers = patterns.map((globPattern) => ({ globPattern }));
  void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}
