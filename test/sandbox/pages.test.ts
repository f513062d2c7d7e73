/** The text of the page that every webview gets, and that there is no other. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeNonce, webviewPage } from '../../client/src/webviews/webviewPage.ts';
import { root } from '../unit/tidy/sources.ts';

const usual = {
  script: "console.log('a page');",
  style: 'p { margin: 0 }',
  nonce: 'abc123',
  language: 'en',
};

function policyOf(page: string): ReadonlyMap<string, readonly string[]> {
  const [, content] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page) ?? [];
  const directives = (content ?? '').split(';').map((part) => part.trim().split(/\s+/));
  return new Map(directives.map(([name, ...sources]) => [name!, sources]));
}

/** What a browser takes for elements: in a script and in a style that is only their end. */
const tagsOf = (page: string): readonly (string | undefined)[] =>
  [...page.replaceAll(/<(script|style)([^>]*)>.*?<\/\1/gs, '<$1$2></$1').matchAll(/<([a-z!/]+)/gi)].map(
    ([, tag]) => tag,
  );

describe('the page of a webview', () => {
  it('has its own script and style and may load nothing', () => {
    expect([...policyOf(webviewPage(usual))]).toEqual([
      ['default-src', ["'none'"]],
      ['script-src', ["'nonce-abc123'"]],
      ['style-src', ["'nonce-abc123'"]],
    ]);
  });

  it('says so before there is anything', () => {
    const page = webviewPage(usual);
    const policy = page.indexOf('Content-Security-Policy');
    expect(policy).toBeGreaterThan(0);
    for (const loading of ['<link', '<script', '<style', '<img']) {
      const at = page.indexOf(loading);
      expect(at < 0 || at > policy).toBe(true);
    }
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/unsafe-|javascript:|\son\w+=/);
  });

  it('keeps its form whatever is in it', () => {
    const names = ['script', 'style', 'language'] as const;
    const part = fc.constantFrom(
      '"',
      '<script>',
      '>',
      '&quot;',
      "'",
      '\n',
      'a',
      '</script>',
      '</style>',
      '<!--',
      ' onload=x',
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(part), (name, parts) => {
        const page = webviewPage({ ...usual, [name]: parts.join('') });
        expect(tagsOf(page)).toEqual(tagsOf(webviewPage(usual)));
        expect(policyOf(page).get('default-src')).toEqual(["'none'"]);
      }),
    );
  });

  it('has another nonce each time, of letters and digits', () => {
    const made = new Set(Array.from({ length: 50 }, makeNonce));
    expect(made.size).toBe(50);
    for (const nonce of made) expect(nonce).toMatch(/^[A-Za-z0-9]{32}$/);
  });

  it('is the only one', () => {
    const files = globSync('client/src/**/*.ts', { cwd: root }).map((path) => path.replaceAll('\\', '/'));
    const having = (pattern: RegExp): string[] =>
      files.filter((path) => pattern.test(readFileSync(join(root, path), 'utf8')));
    const [panel, page] = ['client/src/webviews/webviewPanel.ts', 'client/src/webviews/webviewPage.ts'];
    expect(having(/\.html = /)).toEqual([panel]);
    expect(having(/createWebviewPanel\(|registerWebview/)).toEqual([panel]);
    expect(having(/<script|<html|unsafe-(?:eval|inline)/)).toEqual([page]);
  });

  it('reaches no file', () => {
    const text = readFileSync(join(root, 'client/src/webviews/webviewPanel.ts'), 'utf8');
    expect(text).toContain('{ enableScripts: true, localResourceRoots: [] }');
  });
});
