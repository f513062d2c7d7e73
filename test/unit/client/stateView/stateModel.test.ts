import { describe, expect, test } from 'vitest';
import type { Ask } from '../../../../client/src/ask.ts';
import { StateModel } from '../../../../client/src/stateView/stateModel.ts';
import type { StateNode } from '../../../../client/src/stateView/stateNodes.ts';
import type { StateData } from '../../../../protocol/src/questions.ts';
import { call, change, drawn, history, lineWith, stateWith, uri, variable } from './stateExamples.ts';

const other = 'file:///work/other.py';

/** An evaluator whose answers a test gives when it likes. */
class Desk {
  readonly asked: string[] = [];
  drawCount = 0;
  readonly #waiting: ((answer: unknown) => void)[] = [];
  readonly model: StateModel;

  constructor() {
    const ask = (about: string, kind: string) => {
      this.asked.push(`${kind} ${about.split('/').at(-1)}`);
      return new Promise((resolve) => this.#waiting.push(resolve));
    };
    this.model = new StateModel({
      ask: ask as Ask,
      lineOf: (_, { span }) => span.start,
      titleOf: (about) => about.split('/').at(-1) ?? '',
      changed: () => {
        this.drawCount += 1;
      },
    });
  }

  /** Answers the oldest open question and lets what follows happen. */
  async answer(answer: unknown): Promise<void> {
    const resolve = this.#waiting.shift();
    if (resolve === undefined) throw new Error('nothing was asked');
    resolve(answer);
    await settled();
  }
}

/** All that follows from answers that have been given. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

const changedOnce = (): StateData =>
  stateWith({ variables: [variable({ changeCount: 1, lastChange: change(1) })], callCount: 1 });

describe('asking', () => {
  test('waits until somebody looks', async () => {
    const desk = new Desk();
    desk.model.touch(uri);
    expect(desk.asked).toEqual([]);
    desk.model.watch('seen');
    expect(desk.asked).toEqual(['state counter.py']);
    await desk.answer(changedOnce());
    desk.model.watch('hidden');
    desk.model.touch(uri);
    expect(desk.asked).toHaveLength(1);
    expect(desk.model.uris).toEqual([uri]);
  });

  test('happens once for all that comes up while an answer is on its way', async () => {
    const desk = new Desk();
    desk.model.watch('seen');
    for (let run = 0; run < 5; run += 1) desk.model.touch(uri);
    expect(desk.asked).toHaveLength(1);
    await desk.answer(changedOnce());
    expect(desk.asked).toHaveLength(2);
    await desk.answer(changedOnce());
    expect(desk.asked).toHaveLength(2);
  });

  test('an answer that says nothing new draws nothing', async () => {
    const desk = new Desk();
    desk.model.watch('seen');
    desk.model.touch(uri);
    await desk.answer(changedOnce());
    desk.model.touch(uri);
    await desk.answer(changedOnce());
    expect(desk.drawCount).toBe(1);
  });

  test('a document without an evaluator is not listed any more', async () => {
    const desk = new Desk();
    desk.model.watch('seen');
    desk.model.touch(uri);
    await desk.answer(changedOnce());
    desk.model.touch(uri);
    await desk.answer(null);
    expect(desk.model.uris).toEqual([]);
    expect(desk.drawCount).toBe(2);
  });

  test('an answer about a document that was closed is dropped', async () => {
    const desk = new Desk();
    desk.model.watch('seen');
    desk.model.touch(uri);
    desk.model.forget(uri);
    await desk.answer(changedOnce());
    expect(desk.model.uris).toEqual([]);
    expect(desk.drawCount).toBe(0);
  });

  test('a question that fails leaves nothing to show', async () => {
    const desk = new Desk();
    desk.model.watch('seen');
    desk.model.touch(uri);
    await desk.answer(Promise.reject(new Error('the connection got disposed')));
    expect(desk.model.uris).toEqual([]);
  });
});

describe('what is shown', () => {
  async function seen(...uris: readonly string[]): Promise<Desk> {
    const desk = new Desk();
    desk.model.watch('seen');
    for (const one of uris) {
      desk.model.touch(one);
      await desk.answer(changedOnce());
    }
    return desk;
  }

  test('of one document is open whatever is looked at', async () => {
    const { model } = await seen(uri);
    expect(drawn(model.roots(null)).slice(0, 2)).toEqual([
      'counter.py | 1 shared variable',
      '  Shared variables | 1',
    ]);
    expect(model.roots(null)[0]?.isOpenAtFirst).toBe(true);
  });

  test('of several documents has a line for each, the active one open', async () => {
    const { model } = await seen(uri, other);
    expect(model.roots(other).map(({ label, isOpenAtFirst }) => [label, isOpenAtFirst])).toEqual([
      ['counter.py', false],
      ['other.py', true],
    ]);
  });

  test('a history is asked for when its variable is opened, and once', async () => {
    const desk = await seen(uri);
    const node = lineWith(desk.model.roots(uri), 'a');
    const children = desk.model.children(node);
    await desk.answer(history(1));
    expect(drawn(await children)).toEqual(['1 → 11 | #1 · counter() · line 6']);
    await desk.model.children(node);
    expect(desk.asked).toEqual(['state counter.py', 'history counter.py']);
  });

  test('a history is asked for again after a change, and its lines keep their ids', async () => {
    const desk = await seen(uri);
    const open = async (count: number): Promise<readonly StateNode[]> => {
      const children = desk.model.children(lineWith(desk.model.roots(uri), 'a'));
      await desk.answer(history(count));
      return children;
    };
    const [first] = await open(1);
    desk.model.touch(uri);
    await desk.answer(stateWith({ variables: [variable({ changeCount: 2, lastChange: change(2) })] }));
    const [, again] = await open(2);
    expect(again?.id).toBe(first?.id);
  });

  test('calls are asked for when they are opened', async () => {
    const desk = await seen(uri);
    const children = desk.model.children(lineWith(desk.model.roots(uri), 'Recorded calls'));
    await desk.answer([call()]);
    expect((await children).map(({ label }) => label)).toEqual(['counter()']);
  });

  test('the answer to a restore is shown without asking', async () => {
    const desk = await seen(uri);
    desk.model.receive(uri, stateWith({ variables: [variable({ short: 'int64 () 1' })] }));
    expect(lineWith(desk.model.roots(uri), 'a').description).toBe('int64 () 1');
    expect(desk.drawCount).toBe(2);
  });
});
