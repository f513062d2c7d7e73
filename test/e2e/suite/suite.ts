/** What VS Code runs as `extensionTestsPath`, in the Node host, in the web worker host and on the desktop. */
import './badInput.ts';
import './running.ts';
import './staticFeatures.ts';
import { runTests } from './harness.ts';

export function run(): Promise<void> {
  return runTests();
}
