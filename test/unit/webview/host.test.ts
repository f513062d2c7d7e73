/** What a webview hears of the extension while it shows one thing after another. */
import { expect, test } from 'vitest';
import { Host } from '../../../client/webview/host.ts';
import type { AnswerAhead, WebviewContent, WebviewRequest } from '../../../protocol/src/webview.ts';

/** A webview that shows something, and what it has sent since. */
function shown() {
  const sent: WebviewRequest[] = [];
  let state: unknown;
  const api = {
    postMessage: (message: WebviewRequest) => void sent.push(message),
    getState: () => state,
    setState: (given: unknown) => {
      state = given;
    },
  };
  const contents: WebviewContent[] = [];
  const host = new Host(api, { show: (content) => void contents.push(content), ran: () => {} });
  const show = (contentId: number, ahead: readonly AnswerAhead[] = []) =>
    host.receive({ type: 'show', content: inspector, contentId, translations: {}, ahead });
  show(1);
  return { host, sent, show, contents };
}

const inspector: WebviewContent = { kind: 'inspector', callId: null, scan: null };

test('an answer reaches who asked', async () => {
  const { host } = shown();
  const { answer } = host.ask('calls', {});
  host.receive({ type: 'answer', id: 1, answer: [] });
  expect(await answer).toEqual([]);
});

test('what was answered ahead is not asked, once', async () => {
  const { host, sent, show } = shown();
  show(2, [{ kind: 'calls', asks: {}, answer: [] }]);
  expect(await host.ask('calls', {}).answer).toEqual([]);
  expect(sent).toEqual([]);
  void host.ask('calls', {});
  expect(sent).toHaveLength(1);
  show(3, [{ kind: 'calls', asks: {}, answer: [] }]);
  host.receive({ type: 'ran' });
  void host.ask('calls', {});
  expect(sent.filter(({ type }) => type === 'ask')).toHaveLength(2);
});

test('what is sent again is shown once', () => {
  const { contents, show } = shown();
  show(1);
  expect(contents).toEqual([inspector]);
  show(2);
  expect(contents).toHaveLength(2);
});

test('a failure says why', async () => {
  const { host } = shown();
  const { answer } = host.ask('calls', {});
  host.receive({ type: 'failed', id: 1, reason: 'the process has ended' });
  await expect(answer).rejects.toThrow('the process has ended');
});

test('what was asked for another content is given up and not answered', async () => {
  const { host, sent, show } = shown();
  const settled: unknown[] = [];
  void host.ask('calls', {}).answer.then((answer) => settled.push(answer));
  show(2);
  expect(sent.at(-1)).toEqual({ type: 'cancel', id: 1 });
  host.receive({ type: 'answer', id: 1, answer: [] });
  await Promise.resolve();
  expect(settled).toEqual([]);
});

test('a cancelled question is told once', () => {
  const { host, sent } = shown();
  const pending = host.ask('calls', {});
  pending.cancel();
  pending.cancel();
  expect(sent.filter(({ type }) => type === 'cancel')).toHaveLength(1);
});

test('what is remembered of one content is not used for another', () => {
  const { host, show } = shown();
  host.remember('at step 3');
  expect(host.remembered).toBe('at step 3');
  show(2);
  expect(host.remembered).toBeNull();
});
