import { expect, it } from 'vitest';
import type { EvaluatorMessage } from '../../../protocol/src/evaluator.ts';
import { Outbox } from '../../../server/src/session/outbox.ts';

function outbox() {
  const time = { now: 0 };
  const batches: (readonly EvaluatorMessage[])[] = [];
  const box = new Outbox({ runId: 7, send: (batch) => batches.push(batch), now: () => time.now });
  const print = (start: number, text: string) =>
    box.add({ type: 'output', span: { start, end: start + 5 }, text });
  const texts = () =>
    batches.map((batch) =>
      batch.map((message) =>
        message.type === 'event' && message.event.type === 'output' ? message.event.text : '?',
      ),
    );
  return { box, time, print, texts };
}

it('sends the first event at once', () => {
  const { print, texts } = outbox();
  print(0, 'a');
  expect(texts()).toEqual([['a']]);
});

it('joins what one statement prints and keeps the order of statements', () => {
  const { box, print, texts } = outbox();
  print(0, 'first');
  for (const text of ['a', 'b', 'c']) print(10, text);
  print(20, 'd');
  print(10, 'e');
  box.flush();
  expect(texts()).toEqual([['first'], ['abc', 'd', 'e']]);
});

it('says of joined prints how many there were and where the last one begins', () => {
  const sent: EvaluatorMessage[] = [];
  const box = new Outbox({ runId: 1, now: () => 0, send: (batch) => void sent.push(...batch) });
  const span = { start: 0, end: 5 };
  for (const text of ['0\n', '1\n', '2\n', '33\n']) box.add({ type: 'output', span, text });
  box.flush();
  expect(sent.map((message) => message.type === 'event' && message.event)).toEqual([
    { type: 'output', span, text: '0\n' },
    { type: 'output', span, text: '1\n2\n33\n', last: { count: 3, start: 4 } },
  ]);
});

it('counts a line that is printed in pieces once', () => {
  const sent: EvaluatorMessage[] = [];
  const box = new Outbox({ runId: 1, now: () => 0, send: (batch) => void sent.push(...batch) });
  const span = { start: 0, end: 5 };
  for (const text of ['0\n', '[1]', ' 2\n', '[3]', ' 4\n']) box.add({ type: 'output', span, text });
  box.flush();
  expect(sent.at(-1)).toMatchObject({ event: { text: '[1] 2\n[3] 4\n', last: { count: 2, start: 6 } } });
});

it('sends what has waited long enough', () => {
  const { box, time, print, texts } = outbox();
  print(0, 'a');
  print(0, 'b');
  box.tick(5);
  expect(texts()).toEqual([['a']]);
  time.now = 12;
  box.tick(12);
  expect(texts()).toEqual([['a'], ['b']]);
});

it('sends nothing when nothing waits, and the first thing at once after that', () => {
  const { box, print, texts } = outbox();
  box.flush();
  expect(texts()).toEqual([]);
  print(0, 'a');
  expect(texts()).toEqual([['a']]);
});

it('keeps standard output and standard error apart and in order', () => {
  const sent: EvaluatorMessage[] = [];
  const box = new Outbox({ runId: 1, now: () => 0, send: (batch) => void sent.push(...batch) });
  const span = { start: 0, end: 5 };
  for (const type of ['output', 'errorOutput', 'errorOutput', 'output'] as const) {
    box.add({ type, span, text: type === 'output' ? 'o' : 'e' });
  }
  box.flush();
  const texts = sent.map((message) =>
    message.type === 'event' && 'text' in message.event ? `${message.event.type} ${message.event.text}` : '?',
  );
  expect(texts.join(', ')).toBe('output o, errorOutput ee, output o');
});
