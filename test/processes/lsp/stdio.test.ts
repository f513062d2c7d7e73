/**
 * `scanlens lsp` as an editor without an extension of ours meets it: a process, a small client that frames JSON by itself, and what
 * docs/protocol.md says. The evaluator is the real one.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import { projectNode, testCommandLine } from '../session/nodeProcesses.ts';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** The client that anybody could write in an afternoon: headers, JSON, ids. */
class PlainClient {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly exited: Promise<unknown[]>;
  readonly #said: Message[] = [];
  #waiting: (() => void)[] = [];
  #unread = Buffer.alloc(0);
  #lastId = 0;

  constructor(program: string, ...options: readonly string[]) {
    this.#child = spawn(projectNode, [program, 'lsp', ...options], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.exited = once(this.#child, 'exit');
    this.#child.stdout.on('data', (data: Buffer) => this.#read(data));
  }

  async request<T>(method: string, params?: unknown): Promise<T> {
    const id = ++this.#lastId;
    this.#send({ id, method, params });
    const answer = await this.#wait((message) => message.id === id && message.method === undefined);
    expect(answer.error).toBeUndefined();
    return answer.result as T;
  }

  notify(method: string, params?: unknown): void {
    this.#send({ method, params });
  }

  /** The first notification of a kind, past or future, that fits. */
  async told<T>(method: string, fits: (params: T) => boolean = () => true): Promise<T> {
    const found = await this.#wait((message) => message.method === method && fits(message.params as T));
    return found.params as T;
  }

  kill(): void {
    this.#child.kill();
  }

  #send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.#child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#child.stdin.write(body);
  }

  #read(data: Buffer): void {
    this.#unread = Buffer.concat([this.#unread, data]);
    for (;;) {
      const end = this.#unread.indexOf('\r\n\r\n');
      if (end < 0) break;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#unread.toString('latin1', 0, end))?.[1]);
      const start = end + 4;
      if (this.#unread.length < start + length) break;
      this.#said.push(JSON.parse(this.#unread.toString('utf8', start, start + length)));
      this.#unread = this.#unread.subarray(start + length);
    }
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  async #wait(fits: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.#said.find(fits);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }
}

const uri = 'file:///a.py';
const program = `import theano
a = theano.shared(1, name='a')
outputs, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
f = theano.function([], outputs)
# %%
print(f())
# %%
while True:
    pass
`;

let client: PlainClient;

afterEach(() => client.kill());

async function start(isTrusted: boolean, ...options: readonly string[]): Promise<void> {
  client = new PlainClient(await testCommandLine(), ...options);
  await client.request('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
    initializationOptions: { isTrusted },
  });
  client.notify('initialized', {});
  const textDocument = { uri, languageId: 'python', version: 1, text: program };
  client.notify('textDocument/didOpen', { textDocument });
}

async function stop(): Promise<void> {
  await client.request('shutdown');
  client.notify('exit');
  expect(await client.exited).toEqual([0, null]);
}

const run = (line: number): Promise<{ runId: number }> =>
  client.request('scanlens/run', { uri, version: 1, scope: 'cell', position: { line, character: 0 } });

const ended = (runId: number, state: string) =>
  client.told<{ runId: number; state: string }>(
    'scanlens/runState',
    (params) => params.runId === runId && params.state === state,
  );

// `--stdio` is what most editors add to the command of a server.
test.each([{ options: [] }, { options: ['--stdio'] }])(
  'with $options: diagnostics, hover, and the end',
  async ({ options }) => {
    await start(false, ...options);
    expect(await client.told('textDocument/publishDiagnostics')).toMatchObject({
      version: 1,
      diagnostics: [{ code: 'dropped-updates', range: { start: { line: 2, character: 19 } } }],
    });
    const position = { line: 2, character: 26 };
    const hover = await client.request('textDocument/hover', { textDocument: { uri }, position });
    expect(JSON.stringify(hover)).toContain('**dropped**');
    expect(await run(5)).toEqual({ refused: 'Code runs only in a trusted workspace.' });
    await stop();
  },
);

test('cells run, their state can be asked for, and an endless one is cancelled', async () => {
  await start(true);
  const { runId: first } = await run(0);
  await ended(first, 'finished');
  const { runId: second } = await run(5);
  await ended(second, 'finished');
  const results = await client.told<{ results: readonly { role: string; text: string }[] }>(
    'scanlens/results',
    (params) => 'runId' in params && params.runId === second,
  );
  expect(results.results.map(({ role, text }) => `${role} ${text}`)).toContain('result ⇒ []');
  const state = await client.request('scanlens/ask', { uri, question: { kind: 'state' } });
  expect(state).toMatchObject({ variables: [{ name: 'a', dtype: 'int64', shape: [] }] });
  const { runId: endless } = await run(8);
  expect(await client.request('scanlens/cancel', { uri })).toBeNull();
  await ended(endless, 'cancelled');
  await stop();
});
