/** The language server as a person meets it while typing: the whole way through its message streams, in one process. */
import { startServer, type TestServer } from '../test/unit/lsp/serverHarness.ts';
import { type Measurement, quantile } from './measurement.ts';

const lineCount = 2000;
const keystrokes = 120;

/** Theano code as people write it, with a scan every twenty lines and one dropped update. */
function program(): string {
  const block = (index: number): string[] => [
    `# %% part ${index}`,
    `W_${index} = theano.shared(np.zeros((4, 4)), name='W_${index}')`,
    `t_${index} = theano.shared(0)`,
    `def step_${index}(x, h, w):`,
    '    """One step."""',
    `    h = T.tanh(T.dot(h, w) + x)`,
    `    return h, {t_${index}: t_${index} + 1}`,
    `x_${index} = T.matrix('x')`,
    `h_${index}, updates_${index} = theano.scan(`,
    `    step_${index},`,
    `    sequences=x_${index},`,
    `    outputs_info=T.zeros((4,)),`,
    `    non_sequences=W_${index},`,
    ')',
    `cost_${index} = (h_${index}[-1] ** 2).sum()`,
    `f_${index} = theano.function([x_${index}], cost_${index}, updates=updates_${index})`,
    `for i in range(10):`,
    `    value = f_${index}(np.ones((3, 4)))`,
    `    print('part ${index}', i, value)`,
    '',
  ];
  const lines = ['import numpy as np', 'import theano', 'import theano.tensor as T'];
  for (let index = 0; lines.length < lineCount; index++) lines.push(...block(index));
  return `${lines.slice(0, lineCount).join('\n')}\n`;
}

async function withServer<T>(action: (server: TestServer, uri: string) => Promise<T>): Promise<T> {
  const server = await startServer();
  const uri = await server.open(program());
  await server.diagnostics(uri, 1);
  try {
    return await action(server, uri);
  } finally {
    await server.stop();
  }
}

/** Types characters into a line in the middle, waiting for the diagnostics of each. */
async function typing(): Promise<number> {
  return withServer(async (server, uri) => {
    const samples: number[] = [];
    let value = '3';
    for (let key = 0; key < keystrokes; key++) {
      const next = key % 8 === 7 ? '3' : `${value}0`;
      const startedAt = performance.now();
      const version = await server.edit(
        uri,
        `W_50 = theano.shared(np.zeros((4, ${key === 0 ? '4' : value}))`,
        `W_50 = theano.shared(np.zeros((4, ${next}))`,
      );
      await server.diagnostics(uri, version);
      samples.push(performance.now() - startedAt);
      value = next;
    }
    return quantile(samples.slice(10), 0.95);
  });
}

async function hovering(): Promise<number> {
  return withServer(async (server, uri) => {
    const samples: number[] = [];
    for (let count = 0; count < 50; count++) {
      const startedAt = performance.now();
      await server.hover(uri, `theano.scan(\n    step_${count},`);
      samples.push(performance.now() - startedAt);
    }
    return quantile(samples.slice(5), 0.95);
  });
}

export const measurements: readonly Measurement[] = [
  { name: 'keystroke → diagnostics, 2,000 lines, p95', unit: 'ms', limit: { atMost: 50 }, measure: typing },
  { name: 'hover on a scan, 2,000 lines, p95', unit: 'ms', limit: { atMost: 20 }, measure: hovering },
];
