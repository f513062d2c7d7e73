/**
 * The pages about rules: every rule has one, it says the level that the table has, and its examples do what they say. The
 * bad one fires exactly its rule, where it is marked; the good one fires nothing, and is what the fix makes of the bad one
 * where there is a fix. That both do what their marks say is tested with all other documents.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../server/src/analysis/fixes/fix.ts';
import { fixesFor } from '../../../server/src/analysis/fixes/fixes.ts';
import { rules } from '../../../server/src/analysis/rules/rules.ts';
import { LineIndex } from '../../../server/src/base/lineIndex.ts';
import { allRules } from '../../../server/src/project/ruleNames.ts';
import { checked } from '../analysis/cases.ts';
import { checked as checkedProgram } from '../analysis/fixes/fixCases.ts';
import { readCarets } from '../fixtures/carets.ts';
import { withoutMarks } from './pythonBlocks.ts';

const folder = new URL('../../../docs/rules/', import.meta.url);
const overview = 'README.md';
const textOf = (name: string) => readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n');

const headings = ['What happens', 'What to do', 'What is reported', 'What is not reported'];

/** The sections of a page, the part above the first heading among them. */
const sectionsOf = (page: string) => page.split(/^## /m);

/** The first block of Python in a section. */
const exampleIn = (section: string | undefined) => /```python\n(.*?)```/s.exec(section ?? '')?.[1] ?? '';

/** Each finding as `line rule`, and whether it touches a mark of that line. */
function findingsIn(text: string): readonly string[] {
  const lines = new LineIndex(text);
  const marks = readCarets(text).map(({ span }) => span);
  return checked(text).map(({ rule, span }) => {
    const isMarked = marks.some((mark) => mark.start < span.end && span.start < mark.end);
    return `line ${lines.lineAt(span.start) + 1} ${isMarked ? '' : 'not where it is marked '}${rule}`;
  });
}

test('there is a page for every rule, and no other', () => {
  const pages = readdirSync(folder).filter((name) => name !== overview);
  expect(pages.toSorted()).toEqual(allRules.map(({ id }) => `${id}.md`).toSorted());
});

describe.each(allRules)('$id', ({ id, level }) => {
  const page = textOf(`${id}.md`);
  const [top = '', ...sections] = sectionsOf(page);

  test('has the headings of all pages', () => {
    expect(top.startsWith(`# ${id}\n`)).toBe(true);
    expect(sections.map((section) => section.split('\n', 1)[0])).toEqual(headings);
  });

  test('says its level', () => {
    expect(/^Level: (\w+)\./m.exec(top)?.[1]).toBe(level);
  });

  test('links to pages that exist', () => {
    const targets = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(new URL(target, folder)))).toEqual([]);
  });
});

describe.each(rules)('the page about $id', ({ id }) => {
  const [, ...sections] = sectionsOf(textOf(`${id}.md`));

  test('has an example that fires', () => {
    const example = exampleIn(sections[0]);
    const lines = new LineIndex(example);
    const marked = readCarets(example).map(({ span }) => `line ${lines.lineAt(span.start) + 1} ${id}`);
    expect(marked).not.toEqual([]);
    expect(findingsIn(example)).toEqual(marked);
  });

  test('has an example that does not', () => {
    const example = exampleIn(sections[1]);
    expect(example).not.toBe('');
    expect(findingsIn(example)).toEqual([]);
  });

  test('has the second example from the first by the fix, where there is one', () => {
    const before = checkedProgram(withoutMarks(exampleIn(sections[0])));
    const [finding] = before.findings;
    const [fix] = finding === undefined ? [] : fixesFor(finding, before);
    if (fix === undefined || 'refusal' in fix) return;
    const after = applyEdits(before.file.text, fix.edits);
    expect(after).toBe(withoutMarks(exampleIn(sections[1])));
  });
});

test('the overview is the table', () => {
  const rows = [...textOf(overview).matchAll(/^\| \[`([^`]+)`\]\((.+?)\) *\| (\w+) *\| (.+?) *\|$/gm)];
  expect(rows.map(([, id, link, level, summary]) => ({ id, link, level, summary }))).toEqual(
    allRules.map(({ id, level, summary }) => ({ id, link: `${id}.md`, level, summary })),
  );
});

test('the documents say how many rules there are', () => {
  for (const name of ['README.md', 'CHANGELOG.md']) {
    const text = readFileSync(new URL(`../../${name}`, folder), 'utf8');
    expect(/^(?:- )?(\d+) (?:\[)?rules\b/m.exec(text)?.[1], name).toBe(String(allRules.length));
  }
});
