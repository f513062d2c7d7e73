import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { WeakList } from '../../../server/src/base/weakList.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

test('gives what is there in its order, and lets go what nobody else holds', async () => {
  const list = new WeakList<{ readonly name: string }>();
  const kept = [{ name: 'a' }, { name: 'b' }];
  for (const one of kept) list.add(one);
  for (let i = 0; i < 100; i++) list.add({ name: String(i) });
  // What was added or asked for is held until the next turn.
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  expect(list.all.map(({ name }) => name)).toEqual(['a', 'b']);
});
