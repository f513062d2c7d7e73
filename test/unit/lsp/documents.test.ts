import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { LineIndex } from '../../../server/src/base/lineIndex.ts';
import { Documents } from '../../../server/src/lsp/documents.ts';
import { createPythonParser, type PythonParser } from '../../../server/src/python/parser.ts';
import { readParserAssets } from '../../../server/src/session/nodeAssets.ts';

let parser: PythonParser;

beforeAll(async () => {
  parser = await createPythonParser(readParserAssets());
});

async function opened(text: string, uri = 'file:///a.py') {
  const documents = new Documents(Promise.resolve(parser));
  await documents.ready;
  return { documents, document: documents.open({ uri, languageId: 'python', version: 1, text }) };
}

/** An offset that a position can name: not outside of the text, not inside of a line break. */
function placeAt(text: string, offset: number): number {
  const inside = Math.min(offset, text.length);
  return text.slice(inside - 1, inside + 1) === '\r\n' ? inside - 1 : inside;
}

test('text and tree follow any sequence of changes', async () => {
  const change = fc.record({
    at: fc.nat(60),
    length: fc.nat(6),
    text: fc.constantFrom('', 'x', '\n', '# %%\n', 'print 1', '"""', '(', '\r\n', '\t', '😀'),
    parsesFirst: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
      let text = 'import theano\n# %%\nx = 1\nprint(x)\n';
      const { document } = await opened(text);
      let version = 1;
      for (const { at, length, text: added, parsesFirst } of changes) {
        if (parsesFirst) expect(document?.file.text).toBe(text);
        const [start, end] = [placeAt(text, at), placeAt(text, at + length)];
        const lines = new LineIndex(text);
        const range = { start: lines.positionAt(start), end: lines.positionAt(end) };
        text = text.slice(0, start) + added + text.slice(end);
        document?.change([{ range, text: added }], ++version);
      }
      expect(document?.text).toBe(text);
      expect(document?.version).toBe(version);
      expect(document?.file).toEqual(parser.parse(text));
    }),
    { numRuns: 60 },
  );
});

test('several changes in one message follow each other', async () => {
  const { document } = await opened('abc\n');
  expect(document?.file.text).toBe('abc\n');
  const at = (character: number) => ({ line: 0, character });
  document?.change(
    [
      { range: { start: at(0), end: at(1) }, text: 'xy' },
      { range: { start: at(2), end: at(3) }, text: '' },
    ],
    2,
  );
  expect(document?.file.text).toBe('xyc\n');
});

test('a change without a range replaces everything', async () => {
  const { document } = await opened('abc\n');
  expect(document?.file.text).toBe('abc\n');
  document?.change([{ text: 'x = 1\n' }], 2);
  expect(document?.file.text).toBe('x = 1\n');
});

describe('what is not a document of ours', () => {
  test.each(['vscode-notebook-cell:/a.ipynb#1', 'git:/a.py', 'output:x'])('%s', async (uri) => {
    const { documents, document } = await opened('x = 1\n', uri);
    expect(document).toBeNull();
    expect(documents.find(uri)).toBeNull();
  });
});
