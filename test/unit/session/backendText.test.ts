import { expect, it } from 'vitest';
import { backendText } from '../../../server/src/session/backendText.ts';

const because = (reason: string) => ({ backend: 'reference', fallbacks: [{ backend: 'wasm', reason }] });
const onWasm = { backend: 'wasm', fallbacks: [] };

it('names what ran, each once', () => {
  expect([backendText([]), backendText([onWasm, onWasm])]).toEqual(['', 'wasm']);
});

it('says why something was passed over, and how much more there is to say', () => {
  expect(backendText([onWasm, because('no machine code for sort')])).toBe(
    'wasm + reference (wasm: no machine code for sort)',
  );
  expect(backendText([because('one'), because('two'), because('two')])).toBe(
    'reference (wasm: one, and 1 more)',
  );
});
