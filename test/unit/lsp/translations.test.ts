/** What the server says in the person's language, and what stays English. */
import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import type { CodeAction, CodeLens, Hover } from 'vscode-languageserver-types';
import { type ServerOptions, startServer, type TestServer } from './serverHarness.ts';

const program = `import theano
a = theano.shared(1)
outputs, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
f = theano.function([], outputs=outputs)
`;
const chinese = JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8'));

let server: TestServer;
afterEach(() => server.stop());

async function opened(options: ServerOptions): Promise<string> {
  server = await startServer(options);
  return server.open(program);
}

const titles = async (uri: string): Promise<readonly string[]> => {
  const lenses = await server.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  return lenses.map(({ command }) => command?.title ?? '');
};

const actions = async (uri: string): Promise<readonly string[]> => {
  const place = { line: 2, character: 22 };
  const found = await server.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: place, end: place },
    context: { diagnostics: [] },
  });
  return found.map(({ title }) => title);
};

const hover = async (uri: string): Promise<string> => {
  const position = { line: 2, character: 22 };
  const found = await server.request<Hover>('textDocument/hover', { textDocument: { uri }, position });
  return JSON.stringify(found.contents);
};

test('lenses, fixes and hovers are in the language of the client', async () => {
  const uri = await opened({ translations: chinese });
  expect(await titles(uri)).toEqual(
    expect.arrayContaining(['运行单元格', '全部运行', '没有输出 · 1 个更新\uff0c被丢弃']),
  );
  expect(await actions(uri)).toEqual(
    expect.arrayContaining(['在此行忽略 dropped-updates', '解释 dropped-updates']),
  );
  const text = await hover(uri);
  expect(text).toContain('**更新\uff08updates\uff09**');
  expect(text).toContain('被丢弃');
  expect(text).not.toMatch(/dropped|new value|goes to|\bline \d/);
});

test('so are findings', async () => {
  const uri = await opened({ translations: chinese });
  const [finding] = await server.diagnostics(uri, 1);
  expect(finding?.message).toMatch(/^`a` 的值保持不变/);
  expect(finding?.relatedInformation?.map(({ message }) => message)).toEqual([
    '步进函数在此处更新 `a`。',
    '此函数使用了 scan\uff0c却没有使用它的 updates。',
  ]);
});

test('refusals are translated, too', async () => {
  const uri = await opened({ translations: chinese, isTrusted: false });
  expect(await server.run(uri, 'all', 'import theano')).toEqual({
    refused: '代码只在受信任的工作区中运行。',
  });
});

test('a client may name the language only', async () => {
  expect(await titles(await opened({ locale: 'zh-CN' }))).toContain('运行单元格');
});

test.each([{}, { locale: 'xx' }, { locale: '../zh-cn' }, { translations: { 'Run cell': 3 } }])(
  'without texts, or with others, everything is English',
  async (options) => {
    const uri = await opened(options);
    expect(await titles(uri)).toEqual(['Run cell', 'Run all', 'no outputs · 1 update, dropped']);
  },
);
