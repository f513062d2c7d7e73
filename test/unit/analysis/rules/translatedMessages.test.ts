/** What the rules say in another language: nothing of it is left in English but code and what the libraries say themselves. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DroppedUpdates } from '../../../../server/src/analysis/facts.ts';
import { useTranslations } from '../../../../server/src/base/l10n.ts';
import { droppedScan, findings, mistake, type Release, span, update, use } from './handMade.ts';
import { mistakeMessages } from './mistakeMessages.ts';

beforeAll(() => useTranslations(JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8'))));
afterAll(() => useTranslations({}));

/** A text without its code and its quotations. */
const prose = (text: string): string => text.replace(/`[^`]*`|"[^"]*"/g, '');

const everything = (facts: Parameters<typeof findings>[0]): readonly string[] =>
  findings(facts).flatMap(({ message, related }) => [message, ...related.map((place) => place.message)]);

test('mistakes', () => {
  const rows = mistakeMessages.flatMap(([note, texts]) =>
    Object.keys(texts).flatMap((release) => everything({ mistakes: [mistake(note, release as Release)] })),
  );
  expect(rows.filter((text) => /[a-z]{2,} [a-z]{2,}/i.test(prose(text)))).toEqual([]);
  expect(rows.filter((text) => !/[\u4e00-\u9fff]/.test(text))).toEqual([]);
});

const ways: readonly DroppedUpdates['way'][] = [
  { kind: 'noFunction' },
  { kind: 'caller', call: span, helper: 'build' },
  { kind: 'helper', name: 'build', return: { ...span, path: null } },
  { kind: 'nestedScan', outer: span },
  { kind: 'overwritten', name: 'u', by: span },
];

test.each(ways)('dropped updates: $kind', (way) => {
  const variables = [update('a'), update('b'), update('c', { origin: 'draw', isRandom: true })];
  const texts = (['theano', 'pytensor'] as const).flatMap((release) =>
    everything({ scans: [droppedScan({ way, variables, functions: [use()] }, release)] }),
  );
  expect(texts.filter((text) => /[a-z]{2,} [a-z]{2,}/i.test(prose(text)))).toEqual([]);
});

test('sentences follow each other without a space', () => {
  const [text] = everything({ scans: [droppedScan({ way: { kind: 'noFunction' } })] });
  expect(text).toBe(
    '`a` 的值保持不变\uff1a此 scan 的 updates 没有传给任何已编译函数。请传入\uff1a`theano.function(..., updates=updates)`。',
  );
});
