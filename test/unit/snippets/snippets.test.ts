/** Every snippet, with what stands in its places at first, is a program that runs and in which nothing is found. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runInProcess } from '../../oracle/inProcess.ts';
import { checked } from '../analysis/cases.ts';

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

const file = new URL('../../../snippets/python.json', import.meta.url);
const snippets = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Snippet>);

/** The text with each place filled by what the snippet proposes, the innermost first; `$1` repeats what the place has. */
function expanded(body: string): string {
  const proposed = new Map<string, string>([['0', '']]);
  const filled = (text: string): string =>
    text
      .replace(/\$\{(\d+):([^${}]*)\}/g, (_, place: string, proposal: string) => {
        proposed.set(place, proposal);
        return proposal;
      })
      .replace(/\$(\d+)/g, (mark, place: string) => proposed.get(place) ?? mark);
  for (let text = body, next = filled(text); ; text = next, next = filled(text))
    if (next === text) return text;
}

/** What a program has before it uses a snippet of its library. */
const before: Readonly<Record<string, string>> = {
  theano: 'import numpy as np\nimport theano\nimport theano.tensor as T\n',
  aesara: 'import numpy as np\nimport aesara\nimport aesara.tensor as at\n',
  pytensor: 'import numpy as np\nimport pytensor\nimport pytensor.tensor as pt\n',
};

const inputs: Readonly<Record<string, string>> = { theano: 'T', aesara: 'at', pytensor: 'pt' };

describe.each(snippets)('%s', (_, { prefix, body }) => {
  const library = prefix.split('-')[0] ?? '';
  const module = inputs[library];
  const made =
    module === undefined
      ? ''
      : `xs = ${module}.dvector('xs')\nstart = ${module}.dscalar('start')\ninitial = ${module}.dvector('initial')\n`;
  const text = `${before[library] ?? ''}${made}${expanded(body.join('\n'))}\n`;

  it('runs', async () => {
    const { end } = await runInProcess(text);
    expect([end.outcome, end.error?.message ?? '']).toEqual(['finished', '']);
  });

  it('has no findings', () => {
    expect(checked(text).map(({ rule }) => rule)).toEqual([]);
  });
});

it('prefixes are different', () => {
  const prefixes = snippets.map(([, { prefix }]) => prefix);
  expect(new Set(prefixes).size).toBe(prefixes.length);
});
