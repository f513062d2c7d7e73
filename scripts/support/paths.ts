/** Places in the checkout that the scripts share. */
import { dirname, join } from 'node:path';

export const root = dirname(dirname(import.meta.dirname));
/** Downloads and scratch data of the editor tests; git-ignored. */
export const cacheFolder = join(root, '.vscode-test');
export const outFolder = join(root, 'out');
export const screenshotFolder = join(root, 'test', 'e2e', 'screenshots');
