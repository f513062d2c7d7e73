/**
 * Programs of several files, judged like those in `judged/`: each file is analysed with the others around it, and what is
 * not marked in it must not be reported there.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'vitest';
import { analyze } from '../../../server/src/analysis/analyze.ts';
import { check } from '../../../server/src/analysis/rules/rules.ts';
import { createContext } from '../../../server/src/project/modules.ts';
import { ParsedTexts } from '../../../server/src/python/parsedTexts.ts';
import { filesOf } from '../project/fakeFiles.ts';
import { defaultRules, expectMarks, parse } from './cases.ts';

const root = '/w';
const folder = new URL('workspaces/', import.meta.url);

/** The files of a workspace by their paths. */
function textsOf(workspace: string): Readonly<Record<string, string>> {
  const place = new URL(`${workspace}/`, folder);
  const paths = readdirSync(place, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.py'));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(new URL(path, place), 'utf8')]));
}

describe.each(readdirSync(folder))('in the workspace %s', (workspace) => {
  const texts = textsOf(workspace);
  const files = filesOf(texts, root);
  const modules = new ParsedTexts(parse);

  test.each(Object.entries(texts))('%s', (name, text) => {
    const path = `${root}/${name}`;
    const context = createContext({ path, root, files, modules, versions: [] });
    const analysis = analyze(modules.of(path, text), context);
    expectMarks(text, check({ text }, analysis, defaultRules));
  });
});
