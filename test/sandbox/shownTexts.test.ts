/**
 * Texts of programs where people see them: in hovers, pages, plots. Whatever they hold, they are text. Markdown is read as the editor
 * reads it, by marked.
 */
import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { commandLink } from '../../client/src/commandLinks.ts';
import { notebookOutput } from '../../client/src/notebooks/outputItems.ts';
import { hoverAt } from '../../server/src/features/hover.ts';
import { inlineResultsOf } from '../../server/src/features/inlineResults.ts';
import { codeBlock, codeSpan, escapeMarkdown, table, tableCode } from '../../server/src/features/markdown.ts';
import { fixture } from '../unit/features/featureFixture.ts';
import { Sandbox } from './sandbox.ts';

const hostile = [
  ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '](command:workbench.action.quit)', '|'],
  ...[
    '[x](command:evil)',
    '![x](https://example.com/a.png)',
    '`',
    '```',
    '~~~',
    '\\',
    '\\|',
    '\n',
    '\n\n# x',
  ],
  ...[
    '[a]: https://example.com\n[a]',
    '<https://example.com>',
    '| a |\n| - |\n',
    '&lt;b&gt;',
    '\u202e',
    '\0',
  ],
  ...[
    '<!--',
    '-->',
    '</svg>',
    '<![CDATA[',
    '"',
    "'",
    '*',
    '_',
    '    ',
    '\t',
    '$(sync~spin)',
    'a',
    'é',
    '\r\n',
  ],
  ...[
    '<details open ontoggle=alert(1)>',
    '\n---\n',
    '\n> x',
    '\n1. x',
    '[^1]',
    'x\u2028y',
    '](vscode://a)',
    ')',
  ],
];
const texts = fc
  .array(fc.constantFrom(...hostile), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''));

/** The elements that Markdown makes, but for those that `allowed` names. */
function elementsOf(markdown: string, allowed: readonly string[]): string[] {
  const html = marked.parse(markdown, { async: false, gfm: true });
  const found = [...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, name]) => name!.toLowerCase());
  return [...new Set(found)].filter((name) => !allowed.includes(name));
}

describe('in Markdown', () => {
  it('code spans hold text only', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(elementsOf(`a ${codeSpan(text)} b`, ['p', 'code'])).toEqual([]);
      }),
    );
  });

  it('code spans in tables hold text only, and end no cell', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const markdown = table(['x', 'y'], [[tableCode(a), tableCode(b)]]);
        expect(elementsOf(markdown, ['table', 'thead', 'tbody', 'tr', 'th', 'td', 'code'])).toEqual([]);
        const html = marked.parse(markdown, { async: false });
        expect(html.match(/<td/g)).toHaveLength(2);
      }),
    );
  });

  it('code blocks hold text only', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(elementsOf(`${codeBlock(text)}\n\nend`, ['pre', 'code', 'p'])).toEqual([]);
        expect(marked.parse(`${codeBlock(text)}\n\nend`, { async: false })).toMatch(/<p>end<\/p>\s*$/);
      }),
    );
  });

  it('plain words carry no links, pictures or tags', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const html = marked.parse(escapeMarkdown(text), { async: false });
        expect(html).not.toMatch(/<(?:a|img|script|details|table|h1|em|strong|svg)\b/i);
      }),
    );
  });

  it('links call the command that they name, with the arguments that they were given', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const link = commandLink({ text: 'Copy', command: 'scanlens.copy', tip: 'tip', args: [text] });
        const html = marked.parse(link, { async: false });
        const [, href] = /^<p><a href="([^"]*)" title="tip">Copy<\/a><\/p>\s*$/.exec(html) ?? [];
        const [command, args] = (href ?? '').split('?');
        expect(command).toBe('command:scanlens.copy');
        const decoded = decodeURIComponent(args!.replaceAll('&#39;', "'").replaceAll('&amp;', '&'));
        expect(JSON.parse(decoded)).toEqual([text]);
      }),
    );
  });
});

describe('of a program', () => {
  it('in the hover of a scan', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const literal = JSON.stringify(text).replaceAll('$0', '$ 0');
        const { analysis, context, offset } = fixture(
          `x = theano.shared(1, name=${literal})\nout, updates = theano.s$0can(lambda: {x: x + len(${literal})}, n_steps=3)\n`,
        );
        const hover = hoverAt(analysis, offset, context);
        const { value } = hover!.contents as { value: string };
        const allowed = [
          'p',
          'strong',
          'table',
          'thead',
          'tbody',
          'tr',
          'th',
          'td',
          'code',
          'pre',
          'a',
          'em',
          'br',
        ];
        expect(elementsOf(value, allowed)).toEqual([]);
        const html = marked.parse(value, { async: false });
        expect(html).not.toMatch(/href="(?:command|vscode|javascript)/);
      }),
      { numRuns: 30 },
    );
  });

  it('in the hovers of results', async () => {
    const sandbox = await Sandbox.in('/nowhere');
    const shown = hostile.filter((text) => text !== '\0');
    const program = shown.map((text) => `print(${JSON.stringify(text)} * 2)\n`).join('');
    const { events, end } = sandbox.run(
      `${program}class A:\n    __repr__ = lambda s: '](command:x) <b>'\nA()\nraise ValueError('<img src=x>')\n`,
    );
    const results = inlineResultsOf(program, events, end);
    expect(results.length).toBeGreaterThan(20);
    for (const { detail } of results) {
      expect(
        elementsOf(detail ?? '', ['p', 'pre', 'code', 'strong', 'table', 'thead', 'tbody', 'tr', 'th', 'td']),
      ).toEqual([]);
    }
  });

  it('in plots, which are SVG without code or addresses', async () => {
    const sandbox = await Sandbox.in('/nowhere');
    const title = JSON.stringify(hostile.join(' ').replaceAll('\0', ''));
    const { events } = sandbox.run(`
import matplotlib.pyplot as plt
plt.plot([1, 2], [3, 4], label=${title}, color='red')
plt.title(${title})
plt.xlabel(${title})
plt.legend()
plt.show()
`);
    const plots = events.flatMap((event) => (event.type === 'plot' ? [event.plot] : []));
    expect(plots).toHaveLength(1);
    const { items } = notebookOutput({ kind: 'plot', plot: plots[0]! } as never);
    const svg = items.find(({ mime }) => mime === 'image/svg+xml')!.text;
    const names = new Set([...svg.matchAll(/<\/?([a-zA-Z!?[][\w]*)/g)].map(([, name]) => name));
    const shapes = ['svg', 'title', 'rect', 'path', 'text', 'g', 'clipPath', 'image', 'defs', 'tspan'];
    expect([...names].filter((name) => !shapes.includes(name!))).toEqual([]);
    expect(svg).not.toMatch(/<[^>]*\son\w+=/);
    expect(svg).not.toMatch(/(?:href|src)="(?!data:image\/png)/);
  });
});
