/** What is let through from a webview, and the page that it gets. */
import { describe, expect, test } from 'vitest';
import { makeNonce, webviewPage } from '../../../../client/src/webviews/webviewPage.ts';
import { fileNameOf, readRequest } from '../../../../client/src/webviews/webviewRequests.ts';

describe('messages of a webview', () => {
  test.each([
    { type: 'ready' },
    { type: 'ask', id: 1, kind: 'calls', asks: {} },
    { type: 'cancel', id: 1 },
    { type: 'reveal', place: { version: 1, span: { start: 0, end: 1 } } },
    { type: 'save', format: 'svg', name: 'a', data: '<svg/>' },
    { type: 'copy', text: 'a' },
    { type: 'draw', title: 'W', ref: { kind: 'variable', variableId: 1 } },
  ])('$type is let through', (message) => {
    expect(readRequest(message)).toBe(message);
  });

  test.each([
    ['no message', 'ready'],
    ['nothing', null],
    ['a type that is not there', { type: 'run' }],
    ['a name of every object', { type: 'toString' }],
    [
      'a question that changes something',
      { type: 'ask', id: 1, kind: 'restore', asks: { variableId: null } },
    ],
    ['a question that is another one', { type: 'ask', id: 1, kind: 'calls', asks: { kind: 'restore' } }],
    ['a question without an id', { type: 'ask', kind: 'calls', asks: {} }],
    ['a value that is none', { type: 'draw', title: 'W', ref: { kind: 'file' } }],
    ['another format', { type: 'save', format: 'exe', name: 'a', data: '' }],
  ])('%s is not', (_, message) => {
    expect(readRequest(message)).toBeNull();
  });

  test.each([
    ['Loss / epoch', 'Loss-epoch'],
    ['../../etc/passwd', 'etc-passwd'],
    ['損失', '損失'],
    ['???', 'plot'],
    ['x'.repeat(100), 'x'.repeat(60)],
  ])('a file for %j is called %j', (name, expected) => {
    expect(fileNameOf(name)).toBe(expected);
  });
});

describe('the page', () => {
  const nonce = makeNonce();
  const page = webviewPage({
    script: 'const end = "</script>"; const less = 1 </2/.exec("")</3/;',
    style: 'p { margin: 0 }',
    nonce,
    language: 'zh-cn',
  });

  test('allows its own script and style and nothing else', () => {
    const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    expect(policy).toBe(`default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/ style=| on\w+=/);
  });

  test('has its script in it, whose strings can not end it', () => {
    expect(page).toContain('const end = "\\x3c/script>"; const less = 1 </2/.exec("")</3/;');
    expect(page.match(/<\/script/g)).toHaveLength(1);
  });

  test('has another nonce each time', () => {
    expect(makeNonce()).not.toBe(nonce);
    expect(nonce).toMatch(/^[A-Za-z0-9]{32}$/);
  });
});
