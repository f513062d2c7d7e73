/**
 * `npm run test:e2e [-- part…] [--only=words] [--vscode=1.100]`: the tests in a real VS Code only. Parts: desktop, node, web, window,
 * webWindow, restricted; `--only` takes those tests of windows whose names contain the words; `--vscode` another release than the newest that
 * is known. Packs first. The last line counts, the exit code is 0 when nothing failed.
 */
import { parseArgs } from 'node:util';
import { type EditorPart, editorParts, runEditorTests } from '../test/e2e/driver/editorTests.ts';
import { build } from './support/build.ts';
import { knownReleases, newestRelease } from './support/codeServer.ts';
import { packExtension } from './support/extensionPackage.ts';
import { describeFailure } from './support/problem.ts';
import { endChildrenWithScript } from './support/processes.ts';
import { say } from './support/progress.ts';
import { Tally } from './support/tally.ts';

endChildrenWithScript();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    vscode: { type: 'string', default: newestRelease },
  },
});
const parts = new Set<EditorPart>(
  positionals.length === 0 ? editorParts : positionals.map((part) => known(part, editorParts, 'part')),
);
const release = known(values.vscode, knownReleases, 'release of VS Code');
const tally = new Tally();
try {
  await build('package');
  const packagePath = await packExtension({ target: null });
  await runEditorTests(parts, { packagePath, release, only: values.only }, tally);
} catch (failure) {
  tally.result({ place: 'the package', name: 'can be made', error: describeFailure(failure) });
}
say(tally.summary());
process.exit(tally.failed === 0 ? 0 : 1);

function known<Name extends string>(asked: string, names: readonly Name[], what: string): Name {
  const found = names.find((name) => name === asked);
  if (found !== undefined) return found;
  console.error(`There is no ${what} ${asked}; there are ${names.join(', ')}.`);
  process.exit(2);
}
