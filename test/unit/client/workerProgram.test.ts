import { expect, test } from 'vitest';
import { workerProgram } from '../../../client/src/workerProgram.ts';

test('the entry gets the exports of the core, and both may end in a comment', () => {
  const program = workerProgram(
    '"use strict"; module.exports = { answer: 42 }; // core',
    'const { answer } = require("./core.cjs"); postMessage(answer); // entry',
  );
  const posted: unknown[] = [];
  new Function('postMessage', program)((value: unknown) => posted.push(value));
  expect(posted).toEqual([42]);
});

test('what a core declares does not reach the entry', () => {
  const program = workerProgram('const hidden = 1; exports.shown = 2;', 'postMessage(typeof hidden);');
  const posted: unknown[] = [];
  new Function('postMessage', program)((value: unknown) => posted.push(value));
  expect(posted).toEqual(['undefined']);
});
