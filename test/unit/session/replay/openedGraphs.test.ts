/** Scans inside of ops that are graphs are scans of the call like any other. */
import { expect, test } from 'vitest';
import { flowTexts, replayed } from './replayed.ts';

test('a scan in an OpFromGraph is listed, named and replayed', async () => {
  const call = await replayed(`
x = T.vector('x')
k = T.scalar('k')
a = theano.shared(1.0, name='a')
sums, updates = theano.scan(lambda x_t, s, k: ([s * k + x_t], {a: a + 1}), sequences=x, outputs_info=T.zeros(()), non_sequences=k)
op = theano.OpFromGraph([x, k], [sums])
y = T.vector('y')
f = theano.function([y], op(y * 2, 3.0) + 1)
f([1.0, 2.0, 3.0])
`);
  const scan = call.scan();
  const sums = scan.slot('newState');
  expect(scan.data.slots.map(({ role, name }) => `${role} ${name}`)).toEqual([
    'sequence x_t',
    'state s',
    'sharedBefore a',
    'nonSequence k',
    'newState sums',
    'sharedAfter a',
  ]);
  expect(scan.values(sums)).toEqual([2, 10, 36]);
  expect(call.output()).toEqual([3, 11, 37]);
  expect(flowTexts(scan.data)).toContainEqual(expect.stringMatching(/ → dropped a$/));
});
