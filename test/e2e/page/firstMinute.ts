/** What a person does and sees in the first minute with an example. */
import assert from 'node:assert/strict';
import { contrast } from './contrast.ts';
import type { PageTest } from './pageTests.ts';

const example = 'examples/theano/four_variants.py';
const squiggle = 'warning';
/** What WCAG asks of small text. */
const readableContrast = 4.5;

export const firstMinute: readonly PageTest[] = [
  {
    name: 'opening the example shows one squiggle and lenses',
    async run(window) {
      await window.open(example);
      await window.screenshot('1 opened');
      await window.eventually('a squiggle', async () =>
        (await window.squiggles(squiggle)) > 0 ? true : null,
      );
      // A lens is there a moment before its words are.
      const lenses = await window.eventually('the lenses', async () => {
        const shown = (await window.lenses()).join('\n');
        return /Run cell/i.test(shown) ? shown : null;
      });
      assert.equal(await window.squiggles(squiggle), 1);
      assert.equal(await window.squiggles('error'), 0);
      assert.match(lenses, /Run all/i);
      await window.screenshot('2 squiggle and lenses');
    },
  },
  {
    name: 'pointing at a scan shows outputs and updates',
    async run(window) {
      await window.open(example);
      const text = await window.hover('scan(', /Updates/);
      await window.screenshot('3 hover on a scan');
      assert.match(text, /Outputs/);
    },
  },
  {
    name: 'outputs and updates of each scan stand over it, and what it updates behind it',
    async run(window) {
      await window.open(example);
      const lenses = await window.eventually('lenses over scans', async () => {
        const shown = (await window.lenses()).join('\n');
        return /1 update, dropped/.test(shown) ? shown : null;
      });
      assert.match(lenses, /no outputs · 1 update → \w+/);
      assert.match(lenses, /1 output · no updates/);
      const hints = await window.eventually('hints', async () => {
        const shown = await window.updateHints();
        return shown.length > 1 ? shown : null;
      });
      assert.deepEqual(hints, ['updates: {a} dropped', 'updates: {a}']);
      for (const theme of ['dark', 'highContrast', 'light'] as const) {
        await window.useTheme(theme);
        await window.screenshot(`3 lenses and hints ${theme}`);
      }
    },
  },
  {
    name: 'running all cells shows what each call returned and the change of state',
    async run(window) {
      await window.open(example);
      await window.clickLens(/Run all/i);
      await window.lineWith('a: 1 → 11');
      await window.screenshot('4 after running');
      const shown = (await window.additions()).filter((text) => text.includes('→'));
      assert.equal(shown.length, 1, `one change of state: ${shown.join(' | ')}`);
    },
  },
  {
    name: 'the results are readable in every theme',
    async run(window) {
      await window.open(example);
      for (const theme of ['dark', 'highContrast', 'light'] as const) {
        await window.useTheme(theme);
        const line = await window.lineWith('a: 1 → 11');
        const ratios = line.colors.map((color) => contrast(color, line.background));
        await window.screenshot(`5 theme ${theme}`);
        assert.ok(Math.min(...ratios) >= readableContrast, `${theme}: contrasts ${ratios.join(', ')}`);
      }
    },
  },
  {
    name: 'the quick fix takes the squiggle away, and the next run shows what was lost',
    async run(window) {
      await window.open(example);
      const title = 'Pass the updates to `f`';
      const offered = await window.quickFixes('theano.scan(lambda:', title);
      await window.screenshot('6 quick fixes');
      assert.match(offered.join('\n'), /Ignore dropped-updates on this line/);
      assert.match(offered.join('\n'), /Explain dropped-updates/);
      await window.quickFix('theano.scan(lambda:', title);
      await window.eventually('no squiggle', async () =>
        (await window.squiggles(squiggle)) === 0 ? true : null,
      );
      await window.lineWith('(stale)');
      await window.screenshot('6 after the fix');
      await window.clickLens(/Run all/i);
      await window.lineWith('a: 11 → 21');
      await window.lineWith('a: 1 → 11');
      await window.screenshot('6 run again');
      await window.press('Control+Z');
      await window.eventually('the squiggle again', async () =>
        (await window.squiggles(squiggle)) === 1 ? true : null,
      );
    },
  },
  {
    name: 'an edit dims the results of its cell and undo freshens them',
    async run(window) {
      await window.open('counter.py');
      const isRun = async () => (await window.additions()).some((text) => text.includes('a: 1 → 11'));
      await window.clickLensUntil(/Run cell/i, isRun);
      const fresh = await window.lineWith('a: 1 → 11');
      await window.press('Control+Home');
      await window.type('#');
      const stale = await window.lineWith('(stale)');
      await window.screenshot('6 stale after an edit');
      assert.ok(Math.max(...stale.opacities) < Math.max(...fresh.opacities), 'dimmed');
      await window.press('Control+Z');
      await window.eventually('fresh results', async () => {
        return (await window.additions()).every((text) => !text.includes('(stale)')) ? true : null;
      });
    },
  },
];
