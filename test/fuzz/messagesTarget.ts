/** A language server that gets messages without sense goes on: it answers each request, and the next sensible one as always. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { methods } from '../../protocol/src/editor.ts';
import { TestServer } from '../unit/lsp/serverHarness.ts';
import { mutatedProgram } from './mutations.ts';
import { fuzzTarget } from './target.ts';

const uri = 'file:///w/a.py';
const notebook = 'file:///w/b.ipynb';
const known = `import theano
a = theano.shared(1)
outputs, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
f = theano.function([], outputs=outputs)
`;

const requests = [
  ...['textDocument/hover', 'textDocument/codeLens', 'textDocument/inlayHint', 'textDocument/codeAction'],
  ...['textDocument/definition', 'textDocument/references', 'textDocument/documentSymbol'],
  ...[
    'textDocument/semanticTokens/full',
    'textDocument/semanticTokens/range',
    'workspace/symbol',
    'unknown/request',
  ],
  ...[methods.run, methods.cancel, methods.reset, methods.ask, methods.producers, methods.plot],
];

const notifications = [
  ...['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'textDocument/didSave'],
  ...['notebookDocument/didOpen', 'notebookDocument/didChange', 'notebookDocument/didClose'],
  ...[
    'workspace/didChangeConfiguration',
    'workspace/didChangeWatchedFiles',
    'workspace/didChangeWorkspaceFolders',
  ],
  ...['$/cancelRequest', '$/setTrace', '$/unknown', methods.prepare, methods.trust, methods.gpuProgram],
];

const number = fc.oneof(fc.integer({ min: -2, max: 12 }), fc.constantFrom(1e9, -1, 0.5, 2 ** 31, 2 ** 53));
const text = fc.oneof(mutatedProgram, fc.string());
const odd = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  number,
  fc.string({ maxLength: 5 }),
  fc.constant([]),
  fc.constant({}),
);

/** What it should be, or now and then something else. */
const mostly = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary: arbitrary as fc.Arbitrary<unknown> }, odd);

const position = mostly(fc.record({ line: mostly(number), character: mostly(number) }, { requiredKeys: [] }));
const range = mostly(fc.record({ start: position, end: position }, { requiredKeys: [] }));
const address = mostly(
  fc.constantFrom(uri, notebook, `${notebook}#1`, 'file:///w/c.py', 'untitled:x', '%', 'file://'),
);
const change = mostly(
  fc.record({ range, text: mostly(text), rangeLength: mostly(number) }, { requiredKeys: ['text'] }),
);
const cell = mostly(
  fc.record({ kind: mostly(fc.constantFrom(1, 2)), document: address, metadata: odd }, { requiredKeys: [] }),
);
const document = mostly(
  fc.record({
    uri: address,
    languageId: mostly(fc.constant('python')),
    version: mostly(number),
    text: mostly(text),
  }),
);
const question = mostly(
  fc.record(
    {
      kind: mostly(
        fc.constantFrom('state', 'value', 'page', 'call', 'scan', 'restore', '__proto__', 'constructor'),
      ),
      ref: mostly(
        fc.record({
          kind: fc.constantFrom('variable', 'shown', 'call'),
          variableId: number,
          valueId: number,
        }),
      ),
      variableId: mostly(number),
      callId: mostly(number),
      path: odd,
    },
    { requiredKeys: [] },
  ),
);

/** Every field that one of the messages has; each of them takes some. */
const params = mostly(
  fc.record(
    {
      textDocument: mostly(fc.oneof(document, fc.record({ uri: address, version: mostly(number) }))),
      uri: address,
      version: mostly(number),
      position,
      range,
      context: mostly(
        fc.record(
          { diagnostics: fc.constant([]), only: mostly(fc.constant(['source.fixAll'])) },
          { requiredKeys: [] },
        ),
      ),
      contentChanges: mostly(fc.array(change, { maxLength: 3 })),
      notebookDocument: mostly(
        fc.record(
          {
            uri: fc.constant(notebook),
            version: mostly(number),
            cells: mostly(fc.array(cell, { maxLength: 3 })),
          },
          { requiredKeys: ['uri'] },
        ),
      ),
      cellTextDocuments: mostly(fc.array(document, { maxLength: 3 })),
      change: mostly(
        fc.record({
          cells: mostly(
            fc.record(
              {
                structure: mostly(
                  fc.record(
                    {
                      array: mostly(
                        fc.record({
                          start: mostly(number),
                          deleteCount: mostly(number),
                          cells: mostly(fc.array(cell, { maxLength: 2 })),
                        }),
                      ),
                      didOpen: mostly(fc.array(document, { maxLength: 2 })),
                      didClose: mostly(fc.array(fc.record({ uri: address }), { maxLength: 2 })),
                    },
                    { requiredKeys: ['array'] },
                  ),
                ),
                data: mostly(fc.array(cell, { maxLength: 2 })),
                textContent: mostly(
                  fc.array(
                    fc.record({
                      document: mostly(fc.record({ uri: address, version: mostly(number) })),
                      changes: mostly(fc.array(change, { maxLength: 2 })),
                    }),
                    { maxLength: 2 },
                  ),
                ),
              },
              { requiredKeys: [] },
            ),
          ),
        }),
      ),
      scope: mostly(fc.constantFrom('cell', 'above', 'below', 'through', 'all', 'selection')),
      selection: range,
      question,
      runId: mostly(number),
      plot: mostly(number),
      id: mostly(number),
      settings: mostly(fc.record({ scanlens: odd })),
      changes: mostly(fc.array(mostly(fc.record({ uri: address, type: mostly(number) })), { maxLength: 2 })),
      event: mostly(fc.record({ added: mostly(fc.constant([])), removed: odd }, { requiredKeys: [] })),
      text: mostly(text),
    },
    { requiredKeys: [] },
  ),
);

/** Where its JSON is broken, if it is. */
const damage = fc.record({ at: fc.nat(1_000_000), length: fc.nat(8), piece: fc.string({ maxLength: 4 }) });

const message = fc.record({
  isRequest: fc.boolean(),
  which: fc.nat(1000),
  params,
  damage: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, damage),
});

type Message = typeof message extends fc.Arbitrary<infer T> ? T : never;

let server: { readonly test: TestServer; answered: number } | null = null;

/** A server serves many inputs: what one of them leaves behind must not trouble the next. */
async function presentServer(): Promise<TestServer> {
  if (server === null || server.answered > 200) {
    await server?.test.stop();
    server = { test: new TestServer({ settings: {} }), answered: 0 };
    await server.test.initialize({ settings: {} });
    server.test.evaluators.onRun = ({ runId }) => server?.test.evaluators.end(runId);
  }
  server.answered++;
  return server.test;
}

export const target = fuzzTarget({
  inputs: fc.array(message, { minLength: 1, maxLength: 5 }),
  print: (all) => JSON.stringify(all),
  async check(all) {
    const test = await presentServer();
    try {
      await Promise.all(all.map((one) => send(test, one)));
      // Of damaged ones no answer is waited for; this one comes behind them.
      await test.request('unknown/request', {}).catch(() => {});
      await expectAlive(test);
    } catch (error) {
      server = null;
      throw error;
    }
  },
});

/** A document that somebody opens now is served as if nothing had been. */
async function expectAlive(test: TestServer): Promise<void> {
  // What a request without sense leaves in the log is no fault.
  test.logged.length = 0;
  const probe = await test.open(known, 'file:///w/probe.py');
  const symbols = await test.request('textDocument/documentSymbol', { textDocument: { uri: probe } });
  ok(Array.isArray(symbols) && symbols.length > 0, 'no symbols');
  ok((await test.hover(probe, 'scan(')) !== null, 'no hover');
  ok(((await test.lenses(probe)) ?? []).length > 0, 'no lenses');
  const run = await test.run(probe, 'all', 'import');
  ok('runId' in run, JSON.stringify(run));
  await test.close(probe);
  deepStrictEqual(test.logged.filter(isFault), [], 'a fault was logged');
}

const isFault = (logged: string): boolean => / failed: /.test(logged);

async function send(test: TestServer, { isRequest, which, params, damage }: Message): Promise<void> {
  const names = isRequest ? requests : notifications;
  const method = names[which % names.length] ?? '';
  if (damage !== null) {
    const body = JSON.stringify({
      jsonrpc: '2.0',
      ...(isRequest ? { id: `x${which}` } : {}),
      method,
      params,
    });
    const start = damage.at % body.length;
    test.sendBody(body.slice(0, start) + damage.piece + body.slice(start + damage.length));
    return;
  }
  if (!isRequest) return test.notify(method, params);
  // An error is an answer, too.
  await test.request(method, params).catch(() => {});
}
