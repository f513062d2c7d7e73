/** The pages of docs/ that are made from the code or from measurements, and how they stand on disk. Nothing is written here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DocumentedResults,
  documentsWithResults,
  resultFiles,
  withTables,
} from '../../bench/document.ts';
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
    ...pagesWithResults(),
  ];
}

/** Written by hand but for their tables. */
function pagesWithResults(): readonly SupportPage[] {
  const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const results: DocumentedResults = { scans: read(resultFiles.scans), editor: read(resultFiles.editor) };
  return Object.keys(documentsWithResults).map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, text: withTables(path, text, results) };
  });
}

/** The text of a page on disk; empty when there is none. */
export function writtenText({ path }: SupportPage): string {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return '';
  }
}
