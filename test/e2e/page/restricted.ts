/** Restricted Mode: what only reads works, nothing runs. */
import assert from 'node:assert/strict';
import type { PageTest } from './pageTests.ts';

export const restrictedTests: readonly PageTest[] = [
  {
    name: 'findings and hovers work in Restricted Mode',
    async run(window) {
      await window.open('examples/theano/four_variants.py');
      await window.eventually('a squiggle', async () =>
        (await window.squiggles('warning')) === 1 ? true : null,
      );
      await window.hover('scan(', /updates/i);
      assert.match(await window.text(), /Restricted Mode/);
    },
  },
  {
    name: 'nothing can be run in Restricted Mode, and the lens says why',
    async run(window) {
      await window.open('counter.py');
      // Their lines are there before their texts.
      const lenses = await window.eventually('lenses', async () => {
        const shown = await window.lenses();
        return shown.length > 0 && shown.every((text) => text.trim() !== '') ? shown : null;
      });
      await window.screenshot('10 restricted');
      assert.match(lenses.join('\n'), /Restricted Mode/);
      assert.doesNotMatch(lenses.join('\n'), /Run cell/i);
      assert.deepEqual(await window.additions(), []);
    },
  },
];
