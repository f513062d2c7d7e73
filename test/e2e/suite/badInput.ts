/** Files that no person would write on purpose: the extension must go on working after each of them. */
import { findings, hoverAt, lenses, open, placeOf } from './documents.ts';
import { equal, test } from './harness.ts';

/** Made by the driver (`driver/testWorkspace.ts`), because such files have no place in a repository. */
const files = ['bad/empty.py', 'bad/mixed.py', 'bad/long.py', 'bad/binary.py', 'half_typed.py'];

for (const path of files) {
  test(`opens ${path} and goes on working`, async () => {
    const bad = await open(path).catch(() => null);
    if (bad !== null) {
      await lenses(bad);
      if (bad.getText().includes('scan(')) await hoverAt(bad, placeOf(bad, 'scan('));
    }
    const good = await open('dropped.py');
    equal((await findings(good)).length, 1, `findings in another file after ${path}`);
  });
}
