import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

test('scanlens lsp serves over standard input and output, and ends with the connection', async () => {
  const child = spawn(process.execPath, ['server/src/cli/main.ts', 'lsp'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const client = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const diagnostics = new Promise((resolve) => {
    client.onNotification('textDocument/publishDiagnostics', resolve);
  });
  client.listen();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  const text =
    'import theano\na = theano.shared(1)\no, u = theano.scan(lambda: {a: a + 1}, n_steps=2)\nf = theano.function([], o)\n';
  const textDocument = { uri: 'file:///a.py', languageId: 'python', version: 1, text };
  await client.sendNotification('textDocument/didOpen', { textDocument });
  expect(await diagnostics).toMatchObject({ version: 1, diagnostics: [{ code: 'dropped-updates' }] });
  await client.sendRequest('shutdown');
  await client.sendNotification('exit');
  expect(await exited).toEqual([0, null]);
  client.dispose();
});
