/** The symbolic engine: making a graph, its gradient and a function of it; and one step of a scan on the reference backend. */
import { grad, usualGrad } from '../server/src/graph/gradient/grad.ts';
import { elemwise } from '../server/src/graph/ops/elemwise.ts';
import { reduction } from '../server/src/graph/ops/reductions.ts';
import type { Variable } from '../server/src/graph/variable.ts';
import { Engine, floats, state } from '../test/unit/graph/engine.ts';
import { type Measurement, quantile } from './measurement.ts';

const applyCount = 1000;
const stepCount = 10_000;
const repeats = 30;

/** A chain of elementwise ops over a vector. */
function chain(x: Variable): Variable {
  let value = x;
  for (let i = 0; i < applyCount / 2; i++) value = elemwise('tanh', elemwise('add', value, x));
  return value;
}

function timed(body: () => void): number {
  const times = Array.from({ length: repeats }, () => {
    const startedAt = performance.now();
    body();
    return performance.now() - startedAt;
  });
  return quantile(times, 0.5);
}

function building(): number {
  return timed(() => {
    const engine = new Engine('pytensor');
    const x = engine.input('x', 'float64', 1);
    engine.compile([x], [chain(x)]);
  });
}

function differentiating(): number {
  const engine = new Engine('pytensor');
  const x = engine.input('x', 'float64', 1);
  const cost = reduction('sum', chain(x), { axis: null });
  return timed(() => {
    grad(engine.context, { ...usualGrad, cost, wrt: [x] });
  });
}

/** Nanoseconds per step of `h = tanh(h + e)`. */
function scanning(): number {
  const engine = new Engine('pytensor');
  engine.backend = 'reference';
  const x = engine.input('x', 'float64', 1);
  const { outputs } = engine.scan((e, h) => ({ outputs: [elemwise('tanh', elemwise('add', h!, e!))] }), {
    sequences: [{ input: x, taps: [0], isRawArray: false }],
    outputsInfo: [state(engine.typed('float64', 0))],
  });
  const f = engine.compile([x], outputs);
  const values = floats(...new Array<number>(stepCount).fill(0.5));
  return (timed(() => void engine.results(f, values)) * 1e6) / stepCount;
}

export const measurements: readonly Measurement[] = [
  {
    name: `a graph of ${applyCount} applications built and compiled`,
    unit: 'ms',
    limit: { atMost: 50 },
    measure: async () => building(),
  },
  {
    name: `the gradient of a graph of ${applyCount} applications`,
    unit: 'ms',
    limit: null,
    measure: async () => differentiating(),
  },
  {
    name: 'a step of a scalar scan, reference backend',
    unit: 'ns',
    limit: null,
    measure: async () => scanning(),
  },
];
