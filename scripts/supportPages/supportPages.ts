/** The pages of docs/ that are made from the code, and how they stand on disk. Nothing is written here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/paths.ts';
import { libraryPage } from './libraryPage.ts';
import { createProbe } from './probe.ts';
import { pythonPage } from './pythonPage.ts';

export interface SupportPage {
  /** From the root of the checkout. */
  readonly path: string;
  readonly text: string;
}

/** What brings the pages up to date. */
export const updateCommand = 'npm run docs';

export async function supportPages(): Promise<readonly SupportPage[]> {
  const probe = await createProbe();
  return [
    { path: 'docs/python.md', text: pythonPage(probe) },
    { path: 'docs/numpy-and-theano.md', text: libraryPage(probe) },
  ];
}

/** The text of a page on disk; empty when there is none. */
export function writtenText({ path }: SupportPage): string {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return '';
  }
}
