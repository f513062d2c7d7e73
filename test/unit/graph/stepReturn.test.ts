import { expect, it } from 'vitest';
import { parseStepReturn, type StepValue } from '../../../server/src/graph/scan/stepReturn.ts';
import { Engine } from './engine.ts';

const engine = new Engine();
const s = engine.shared('s', 1);
const x = engine.input('x', 'int64');

/** `x` and `s` are variables, `u` an until, `1` a number; `[…]`, `(…)` and `{…}` as in Python. */
function read(text: string): StepValue {
  const parse = (source: string): StepValue => {
    if (source === 'x' || source === 's') return { kind: 'variable', variable: source === 'x' ? x : s };
    if (source === 'u') return { kind: 'until', condition: x };
    if (source === '1') return { kind: 'other' };
    const items = split(source.slice(1, -1));
    if (source[0] === '[') return { kind: 'list', items: items.map(parse) };
    if (source[0] === '(') return { kind: 'tuple', items: items.map(parse) };
    const entries = items.map((item) => item.split(':').map((part) => parse(part)) as [StepValue, StepValue]);
    return { kind: 'dict', entries, plainType: null };
  };
  return parse(text.replaceAll(' ', ''));
}

function split(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [i, char] of [...text].entries()) {
    if ('[({'.includes(char)) depth++;
    if ('])}'.includes(char)) depth--;
    if (char === ',' && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)].filter((part) => part !== '');
}

it.each([
  ['x', 1, 0, false],
  ['[x]', 1, 0, false],
  ['(x, x)', 2, 0, false],
  ['[]', 0, 0, false],
  ['{s: x}', 0, 1, false],
  ['[(s, x)]', 0, 1, false],
  ['(s, x)', 2, 0, false],
  ['(x, {s: x})', 1, 1, false],
  ['([x, x], [(s, x)])', 2, 1, false],
  ['(x, u)', 1, 0, true],
  ['({s: x}, u)', 0, 1, true],
  ['([x], {s: x}, u)', 1, 1, true],
  ['(x, {})', 1, 0, false],
])('%s is %i outputs, %i updates, condition %s', (text, outputs, updates, hasCondition) => {
  const parsed = parseStepReturn(engine.context, read(text), () => text);
  expect([parsed.outputs.length, parsed.updates.length, parsed.condition !== null]).toEqual([
    outputs,
    updates,
    hasCondition,
  ]);
});

it.each([
  ['1', 'may only be made of lists, tuples, or dictionaries containing Theano variables'],
  ['(x, 1)', 'may only be made of'],
  ['{s: 1}', 'may only be made of'],
  ['({s: x}, x)', 'has been restricted. you have to always return first the outputs'],
  ['(x, x, u)', 'Scan cannot parse the return value of your lambda expression, which is: (x, x, u)'],
  ['(x, x, {s: x})', 'Scan cannot parse'],
  ['u', 'Scan cannot parse'],
  ['[[x], [x]]', 'Scan cannot parse'],
  ['(x, (s, x))', 'Scan cannot parse'],
])('%s is refused', (text, message) => {
  expect(() => parseStepReturn(engine.context, read(text), () => text)).toThrow(message);
});
