/** What VS Code runs as `extensionTestsPath`, in the Node host, in the web worker host and on the desktop. */
import './staticFeatures.ts';
import './scanFeatures.ts';
import './notebooks.ts';
import './notebookRuns.ts';
import './fixes.ts';
import './projects.ts';
import './running.ts';
import './results.ts';
import './gpu.ts';
import './badInput.ts';
import './faults.ts';
import { runTests } from './harness.ts';

export function run(): Promise<void> {
  return runTests();
}
