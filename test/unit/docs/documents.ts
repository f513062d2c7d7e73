/** The documents of the repository and their fenced blocks. Knows nothing of what stands in them. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tidy/sources.ts';

export interface Document {
  /** From the root of the checkout, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** A fenced block; its info string is a language and words of ours behind it, which readers do not see. */
export interface Block {
  readonly language: string;
  readonly words: readonly string[];
  /** Its text without the indentation of the fence. */
  readonly text: string;
  /** The line of its fence, from 1. */
  readonly line: number;
}

export function readDocuments(): readonly Document[] {
  const paths = ['*.md', 'docs/**/*.md'].flatMap((pattern) => globSync(pattern, { cwd: root })).toSorted();
  return paths.map((path) => {
    const text = readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
    return { path: path.replaceAll('\\', '/'), text, blocks: blocksIn(text) };
  });
}

const fence = /^( *)```([^\n`]*)\n(.*?)^ *```$/gms;

export function blocksIn(text: string): readonly Block[] {
  return [...text.matchAll(fence)].map(({ index, 1: indent = '', 2: info = '', 3: content = '' }) => {
    const [language = '', ...words] = info.trim().split(/\s+/);
    const lines = content
      .split('\n')
      .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    return { language, words, text: lines.join('\n'), line: text.slice(0, index).split('\n').length };
  });
}

/** The text outside of fenced blocks, in which links and commands may stand. */
export const proseOf = (text: string): string => text.replace(fence, '');
