/** Which texts start the language server: all that the server itself would look at, and few others. */
import { expect, test } from 'vitest';
import { needsServer } from '../../../client/src/serverNeed.ts';
import { mightReachScan, mightUseLibrary } from '../../../server/src/project/scanText.ts';

const helper = 'import theano\ndef make(): return theano.scan(lambda: {}, n_steps=2)\n';
const place = {
  path: '/work/main.py',
  root: '/work',
  files: { read: (path: string) => (path === '/work/helper.py' ? helper : null), names: () => [] },
};

test.each([
  'import theano',
  'from pytensor import scan',
  "module = __import__('aesara')",
  'from helper import make\nout, updates = make()\nf = function([], out)\n',
  'from helper import make\nmake()[0].eval()\n',
  'from helper import scan\n',
])('%j does, and the server looks at it', (text) => {
  expect(mightUseLibrary(text) || mightReachScan(text, place)).toBe(true);
  expect(needsServer(text)).toBe(true);
});

test.each([
  'import numpy as np\nprint(np.arange(3))\n',
  'from helper import make\nmake()\n',
  'def functional(): pass\nscanner = 1\n',
])('%j does not, and the server would have nothing to say', (text) => {
  expect(mightUseLibrary(text) || mightReachScan(text, place)).toBe(false);
  expect(needsServer(text)).toBe(false);
});
