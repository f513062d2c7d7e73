/** When the keys of package.json are ours: beside Jupyter and the like ScanLens only adds. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Manifest {
  readonly contributes: {
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly when: string;
    }[];
  };
}

const { keybindings } = (JSON.parse(readFileSync('package.json', 'utf8')) as Manifest).contributes;

test.each(keybindings.filter(({ command }) => /run|cell/i.test(command)))(
  '$key runs or moves only in Python with cells of ours, and leaves those of Jupyter alone',
  ({ when }) => {
    for (const condition of ['editorLangId == python', 'scanlens.hasCells', '!jupyter.hascodecells'])
      expect(when).toContain(condition);
  },
);

test.each(['shift+enter', 'ctrl+enter'])('%s asks for no selection', (key) => {
  expect(keybindings.find((binding) => binding.key === key)?.when).toContain('!editorHasSelection');
});
