/** The folder that test windows open: a copy of the fixtures and examples, and files that have no place in a repository. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/support/paths.ts';

const longLineCount = 50_000;

export function makeWorkspace(folder: string): string {
  cpSync(join(root, 'test', 'e2e', 'workspace'), folder, { recursive: true });
  cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true });
  mkdirSync(join(folder, '.vscode'));
  writeSettings(folder, {});
  const bad = join(folder, 'bad');
  mkdirSync(bad, { recursive: true });
  writeFileSync(join(bad, 'empty.py'), '');
  writeFileSync(join(bad, 'mixed.py'), mixed());
  writeFileSync(join(bad, 'long.py'), long());
  writeFileSync(join(bad, 'binary.py'), binary());
  return folder;
}

/** As if a person had saved them, besides those that the folder begins with. */
export function writeSettings(folder: string, settings: Readonly<Record<string, unknown>>): void {
  const all = { 'scanlens.pythonPath': '/nowhere/python', ...settings };
  writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(all));
}

/** A byte order mark, CRLF, tabs beside spaces, and U+2028, which is a line end for some. */
function mixed(): string {
  return '\ufeffimport theano\r\n\r\nif True:\r\n\tx = "a\u2028b"\r\n        y = theano.scan(\r\n';
}

function long(): string {
  const lines = Array.from({ length: longLineCount }, (_, line) => `x${line} = [${line}, ${line} + 1]`);
  return `import theano\n${lines.join('\n')}\n`;
}

/** Every byte in an order that no text has, after a word that makes the extension look closer. */
function binary(): Buffer {
  const bytes = Buffer.from(
    Array.from({ length: 65_536 }, (_, index) => (index * 7919 + (index >> 5)) % 256),
  );
  return Buffer.concat([Buffer.from('theano.scan('), bytes]);
}
