import { expect, test } from 'vitest';
import { Documents } from '../../../server/src/lsp/documents.ts';
import { Requests } from '../../../server/src/lsp/requests.ts';
import { createPythonParser } from '../../../server/src/python/parser.ts';
import { readParserAssets } from '../../../server/src/session/nodeAssets.ts';

function setUp(parser = createPythonParser(readParserAssets())) {
  const documents = new Documents(parser);
  documents.open({ uri: 'file:///a.py', languageId: 'python', version: 1, text: 'x = 1\n' });
  const errors: string[] = [];
  return { requests: new Requests(documents, { error: (text) => errors.push(text) }), errors };
}

test('waits for the parser and gives the document', async () => {
  const { requests } = setUp();
  const handler = requests.about('text', (document) => document.file.text);
  expect(await handler({ uri: 'file:///a.py' })).toBe('x = 1\n');
  expect(await handler({ textDocument: { uri: 'file:///a.py' } })).toBe('x = 1\n');
});

test('an unknown document, a cancelled request and nonsense answer null, and are no faults of ours', async () => {
  const { requests, errors } = setUp();
  const handler = requests.about('text', (document) => document.text);
  expect(await handler({ uri: 'file:///b.py' })).toBeNull();
  expect(await handler({ uri: 'file:///a.py' }, { isCancellationRequested: true } as never)).toBeNull();
  expect(await handler({ uri: 7 } as never)).toBeNull();
  expect(await handler(null as never)).toBeNull();
  expect(errors).toEqual([]);
});

test('a feature that fails is logged once and answers null', async () => {
  const { requests, errors } = setUp();
  const handler = requests.about('hover', () => {
    throw new Error('a bug');
  });
  expect(await handler({ uri: 'file:///a.py' })).toBeNull();
  expect(errors).toEqual([expect.stringMatching(/^hover failed: Error: a bug\n/)]);
});

test('without a parser every request answers null', async () => {
  const { requests, errors } = setUp(Promise.reject(new Error('no such file')));
  expect(await requests.about('text', (document) => document.text)({ uri: 'file:///a.py' })).toBeNull();
  expect(errors).toEqual([expect.stringMatching(/no such file/)]);
});
