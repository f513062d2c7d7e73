/** Small programs for the rules: many in one text, each with a title, each after the same first lines. */
import { expect } from 'vitest';
import { analyze } from '../../../server/src/analysis/analyze.ts';
import type { Analysis } from '../../../server/src/analysis/facts.ts';
import type { Finding } from '../../../server/src/analysis/rules/findings.ts';
import { type CheckOptions, check } from '../../../server/src/analysis/rules/rules.ts';
import { LineIndex } from '../../../server/src/base/lineIndex.ts';
import type { Span } from '../../../server/src/base/span.ts';
import type { ParsedFile } from '../../../server/src/python/parsedFile.ts';
import { createPythonParser } from '../../../server/src/python/parser.ts';
import { readParserAssets } from '../../../server/src/session/nodeAssets.ts';
import { readCarets } from '../fixtures/carets.ts';

const parser = await createPythonParser(readParserAssets());

export const parse = (text: string): ParsedFile => parser.parse(text);
export const analyzed = (text: string): Analysis => analyze(parse(text));

export const defaultRules: CheckOptions = { floatX: 'float64', isDefaultFloatX: true, levels: {} };

/** The findings in a text. */
export const checked = (text: string, options: Partial<CheckOptions> = {}): readonly Finding[] =>
  check({ text }, analyzed(text), { ...defaultRules, ...options });

/** Before every case that does not import anything itself. */
export const firstLines = `import theano
import theano.tensor as T
from collections import OrderedDict
a = theano.shared(1, name='a')
b = theano.shared(0.0, name='b')
x = T.vector('x')
`;

/** The cases of a text: each begins with a line \`#: title\`. */
export function casesOf(text: string): readonly (readonly [title: string, program: string])[] {
  return text
    .split(/^#: /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.split('\n');
      const program = lines.join('\n');
      return [title, /^(import|from) /m.test(program) ? program : firstLines + program] as const;
    });
}

/** The rules about lost updates; programs for the other rules are with their detectors. */
const isAboutUpdates = ({ rule }: Finding): boolean => /^(?:dropped|lost|overwritten)-/.test(rule);

/**
 * A place as a mark shows it: its line and what stands there. A comment can show neither the first column nor a second
 * line.
 */
function shown(text: string, lines: LineIndex, { start, end }: Span): string {
  const line = lines.lineAt(start);
  const from = Math.max(start, lines.lineStart(line) + 1);
  return `${line + 1} ${text.slice(from, end).split('\n')[0]}`;
}

/** Checks that exactly the marked findings are there: each with its place, its level and its rule. */
export function expectMarks(text: string, findings: readonly Finding[]): void {
  const lines = new LineIndex(text);
  const marked = readCarets(text).map(({ span, label }) => `${shown(text, lines, span)} ${label}`);
  const found = findings.map(({ span, level, rule }) => `${shown(text, lines, span)} ${level}: ${rule}`);
  expect(found).toEqual(marked);
}

/** Checks that exactly the marked findings about lost updates are there. */
export const expectMarkedFindings = (text: string): void =>
  expectMarks(text, checked(text).filter(isAboutUpdates));
