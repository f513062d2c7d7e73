import { describe, expect, test } from 'vitest';
import { namedValue, valueAddress } from '../../../../client/src/values/valueAddress.ts';
import { ValueReader } from '../../../../client/src/values/valueReader.ts';
import { ExampleEvaluator, statistics } from './valueExamples.ts';

const uri = 'file:///work/some%20file.py';
const value = { uri, ref: { kind: 'variable', variableId: 1 }, name: 'model.W' } as const;
const key = 'editor';

/** All that follows from answers that have been given. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

function open(shape: readonly number[] | null) {
  const evaluator = new ExampleEvaluator(shape === null ? null : { shape });
  const changed: string[] = [];
  const reader = new ValueReader(evaluator.ask, (about) => changed.push(about));
  return { evaluator, changed, reader, read: () => reader.read(key, value) };
}

describe('reading', () => {
  test('gives the page first and its statistics later', async () => {
    const { evaluator, changed, reader, read } = open([3000]);
    const view = await read();
    expect(view.page?.rows).toHaveLength(1000);
    expect(view.statistics).toBe('asked');
    await settled();
    expect(changed).toEqual([key]);
    expect(reader.viewOf(key)?.statistics).toEqual(statistics);
    expect(evaluator.asked).toEqual(['value', 'page', 'statistics']);
  });

  test('a page that is there is not asked for again, nor one that is on its way', async () => {
    const { evaluator, read } = open([3000]);
    await Promise.all([read(), read()]);
    await read();
    expect(evaluator.asked.filter((kind) => kind === 'page')).toHaveLength(1);
  });

  test('turning pages reads only pages', async () => {
    const { evaluator, reader, read } = open([3000]);
    await read();
    await settled();
    expect(reader.move(key, 'nextPage')).toBe(true);
    const view = await read();
    expect(view.page?.rows[0]).toEqual(['1000']);
    expect(view.statistics).toEqual(statistics);
    expect(evaluator.asked).toEqual(['value', 'page', 'statistics', 'value', 'page']);
  });

  test('there is no page behind the last', async () => {
    const { reader, read } = open([500]);
    await read();
    expect(reader.move(key, 'nextPage')).toBe(false);
  });

  test('an index leads to its page', async () => {
    const { reader, read } = open([3, 3000, 50]);
    await read();
    reader.goTo(key, [2, 2500, 21]);
    expect((await read()).page?.rows[0]?.[0]).toBe(String((2 * 3000 + 2000) * 50 + 20));
  });

  test('a run makes it read anew, on the same page', async () => {
    const { evaluator, changed, reader, read } = open([3000]);
    await read();
    await settled();
    reader.move(key, 'nextPage');
    await read();
    evaluator.example = { shape: [2500], dtype: 'float32' };
    changed.length = 0;
    reader.touch(uri);
    expect(changed).toEqual([key]);
    const view = await read();
    expect([view.page?.dtype, view.place.rowStart]).toEqual(['float32', 1000]);
    await settled();
    expect(evaluator.asked.filter((kind) => kind === 'statistics')).toHaveLength(2);
  });

  test('a run of another document changes nothing', async () => {
    const { changed, reader, read } = open([3]);
    await read();
    await settled();
    changed.length = 0;
    reader.touch('file:///work/other.py');
    expect(changed).toEqual([]);
  });

  test('pages that were left before they came are not shown', async () => {
    const { reader, read } = open([9000]);
    await read();
    reader.move(key, 'nextPage');
    const first = read();
    reader.goTo(key, [8000]);
    const second = read();
    expect((await first).place.rowStart).toBe(8000);
    expect((await second).place.rowStart).toBe(8000);
    expect(reader.viewOf(key)?.place.rowStart).toBe(8000);
  });

  test('a value that is gone has no page and no statistics', async () => {
    const { evaluator, read } = open(null);
    expect(await read()).toMatchObject({ page: null, statistics: null });
    expect(evaluator.asked).toEqual(['value']);
  });

  test('nobody describes a single number', async () => {
    const { evaluator, read } = open([]);
    await read();
    await settled();
    expect(evaluator.asked).toEqual(['value', 'page']);
  });

  test('an editor that was closed begins anew', async () => {
    const { reader, read } = open([3000]);
    await read();
    reader.move(key, 'nextPage');
    reader.forget(key);
    expect((await read()).place.rowStart).toBe(0);
  });
});

describe('addresses', () => {
  test('lead back to the value, and carry a title', () => {
    const { path, query } = valueAddress(value);
    expect(path).toBe('/model.W (some file.py)');
    expect(namedValue(query)).toEqual(value);
  });

  test('have a path of one part whatever the name is', () => {
    expect(valueAddress({ ...value, name: "d['a/b']" }).path.split('/')).toHaveLength(2);
  });

  test.each([
    '',
    '{}',
    'null',
    '{"uri":1,"ref":{"kind":"variable"},"name":"a"}',
    '{"uri":"a","ref":{"kind":"x"},"name":"a"}',
  ])('of others mean nothing: %s', (query) => {
    expect(namedValue(query)).toBeNull();
  });
});
