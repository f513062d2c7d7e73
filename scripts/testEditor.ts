/**
 * `npm run test:e2e [part…] [--only=words]`: the tests in a real VS Code only. Parts: desktop, node, web, window, webWindow, restricted;
 * `--only` takes those tests of windows whose names contain the words. Builds first. The last line counts, the exit code is 0 when nothing failed.
 */
import { join } from 'node:path';
import { type EditorPart, editorParts, runEditorTests } from '../test/e2e/driver/editorTests.ts';
import { root } from './support/paths.ts';
import { endChildrenWithScript, runCommand } from './support/processes.ts';
import { say } from './support/progress.ts';
import { Tally } from './support/tally.ts';

const onlyOption = '--only=';

endChildrenWithScript();
const only = process.argv.find((argument) => argument.startsWith(onlyOption))?.slice(onlyOption.length) ?? '';
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith(onlyOption));
const unknown = asked.filter((part) => !editorParts.some((known) => known === part));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; there are ${editorParts.join(', ')}.`);
  process.exit(2);
}
const parts = new Set<EditorPart>(asked.length === 0 ? editorParts : (asked as EditorPart[]));
const built = await runCommand(process.execPath, [join(root, 'esbuild.config.ts')], {
  timeoutMs: 120_000,
  output: 'show',
});
if (built.code !== 0) process.exit(1);
const tally = new Tally();
await runEditorTests(parts, tally, only);
say(tally.summary());
process.exit(tally.failed === 0 ? 0 : 1);
