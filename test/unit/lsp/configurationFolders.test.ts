import { expect, test } from 'vitest';
import { configurationFolders } from '../../../server/src/lsp/nodeServer.ts';

test.each([
  ['file:///w/p/q/a.py', ['file:///w'], ['/w/p/q', '/w/p', '/w']],
  ['file:///w/p/q/a.py', ['file:///w/p/', 'file:///other'], ['/w/p/q', '/w/p']],
  ['file:///w/a.py', ['file:///w'], ['/w']],
  ['file:///elsewhere/p/a.py', ['file:///w'], ['/elsewhere/p']],
  ['file:///elsewhere/p/a.py', [], ['/elsewhere/p']],
  ['file:///w/with%20space/a.py', [], ['/w/with space']],
  ['untitled:Untitled-1', ['file:///w'], []],
  ['file://%zz/a.py', [], []],
])('%s in %j', (uri, workspaceFolders, folders) => {
  expect(configurationFolders(uri, workspaceFolders)).toEqual(folders);
});
