/** The static half alone: abstract evaluation and rules on a parsed file full of branches, loops and local calls. */
import { analyze } from '../server/src/analysis/analyze.ts';
import { check } from '../server/src/analysis/rules/rules.ts';
import { createPythonParser } from '../server/src/python/parser.ts';
import { readParserAssets } from '../server/src/session/nodeAssets.ts';
import { type Measurement, quantile } from './measurement.ts';

const lineCount = 2000;
const repeats = 80;

function program(): string {
  const block = (index: number): string[] => [
    `class Layer${index}(object):`,
    '    def __init__(self, size, activation=T.tanh):',
    '        self.W = theano.shared(np.zeros((size, size)))',
    '        self.params = [self.W]',
    '    def step(self, x, h):',
    '        return self.activation(T.dot(h, self.W) + x)',
    '    def apply(self, x):',
    '        out, _ = theano.scan(self.step, sequences=x, outputs_info=[T.zeros((4,))])',
    '        return out',
    `def build_${index}(inputs, depth):`,
    '    updates = OrderedDict()',
    '    for level in range(depth):',
    '        if level % 2:',
    `            out, changed = theano.scan(lambda v: (v * level, {count: count + 1}), sequences=inputs)`,
    '        else:',
    `            out, changed = theano.scan(lambda v: (v + level, {count: count * 2}), sequences=inputs)`,
    '        try:',
    '            updates.update(changed)',
    '        except KeyError as error:',
    '            print(error)',
    '    cost = T.mean((out - 1.0) ** 2) + sum([T.sum(p ** 2) for p in [count]])',
    '    return theano.function([inputs], cost, updates=updates)',
    `f_${index} = build_${index}(T.vector('x'), 3)`,
    `print('built', ${index}, f_${index}([1.0, 2.0]))`,
  ];
  const lines = [
    'import numpy as np',
    'import theano',
    'import theano.tensor as T',
    'count = theano.shared(1)',
  ];
  lines.unshift('from collections import OrderedDict');
  for (let index = 0; lines.length < lineCount; index++) lines.push(...block(index));
  return `${lines.slice(0, lineCount).join('\n')}\n`;
}

async function analysing(): Promise<number> {
  const parser = await createPythonParser(readParserAssets());
  const file = parser.parse(program());
  parser.dispose();
  const samples: number[] = [];
  for (let count = 0; count < repeats; count++) {
    const startedAt = performance.now();
    check(file, analyze(file), { floatX: 'float64', isDefaultFloatX: true, levels: {} });
    samples.push(performance.now() - startedAt);
  }
  return quantile(samples.slice(20), 0.95);
}

export const measurements: readonly Measurement[] = [
  {
    name: 'facts and findings of a parsed file, 2,000 lines, p95',
    unit: 'ms',
    // The limit that counts is that of the server's bench: parsing and analysis together.
    limit: null,
    measure: analysing,
  },
];
