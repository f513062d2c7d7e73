/** What the inspector says of calls that it does not make again as they ran. */
import { expect, test } from 'vitest';
import { replayCaveat } from '../../../../client/webview/inspector/replayCaveat.ts';

test.each([
  ['gpu', /ran on the GPU/],
  ['gpu (float64 as float32)', /ran on the GPU/],
  ['wasm (gpu: int64 not representable)', /^$/],
  ['reference', /^$/],
])('of a call on %s', (backend, expected) => {
  expect(replayCaveat({ backend })).toMatch(expected);
});

test('of no call nothing', () => {
  expect(replayCaveat(null)).toBe('');
});
