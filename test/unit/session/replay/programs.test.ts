/** Real programs, replayed: every iteration is the one of the call, and its parts have the names that the program gives them. */
import { describe, expect, it } from 'vitest';
import { flowTexts, type ReplayedScan, replayed } from './replayed.ts';

const slotTexts = ({ data }: ReplayedScan): string[] =>
  data.slots.map(({ role, name, source, shape }) => `${role} ${name} = ${source} (${shape})`);

describe('recurrent networks', () => {
  const weights = `
r = np.random.RandomState(7)
x = T.matrix('x')
W, U, V = [theano.shared(r.randn(3, 3) * 0.4, name=n) for n in 'WUV']
zero = T.zeros(3)
data = r.randn(6, 3)
`;

  it('a plain one', async () => {
    const call = await replayed(`${weights}
def step(x_t, h_before, W):
    return T.tanh(T.dot(h_before, W) + x_t)
h, updates = theano.scan(step, sequences=x, outputs_info=zero, non_sequences=W)
f = theano.function([x], h)
f(data)
`);
    const scan = call.scan();
    expect(slotTexts(scan)).toEqual([
      'sequence x_t = x[t] (3)',
      'state h_before = h[t-1] (3)',
      'nonSequence W = W (3,3)',
      'newState h = h[t] (3)',
    ]);
    expect(scan.values(scan.slot('newState'))).toEqual(call.output());
    expect(scan.value(scan.slot('state'), 0)).toEqual([0, 0, 0]);
    expect(scan.value(scan.slot('state'), 4)).toEqual(scan.value(scan.slot('newState'), 3));
  });

  it('with gates', async () => {
    const call = await replayed(`${weights}
def step(x_t, h):
    z = T.nnet.sigmoid(T.dot(h, W) + x_t)
    r = T.nnet.sigmoid(T.dot(h, U) + x_t)
    return (1 - z) * h + z * T.tanh(T.dot(r * h, V) + x_t)
h, _ = theano.scan(step, sequences=x, outputs_info=zero)
theano.function([x], h)(data)
`);
    const scan = call.scan();
    expect(slotTexts(scan).filter((text) => text.startsWith('nonSequence'))).toEqual([
      'nonSequence W = W (3,3)',
      'nonSequence U = U (3,3)',
      'nonSequence V = V (3,3)',
    ]);
    expect(scan.values(scan.slot('newState'))).toEqual(call.output());
  });

  it('with a cell, and the gradient of each state', async () => {
    const call = await replayed(`${weights}
def step(x_t, c, h):
    i = T.nnet.sigmoid(T.dot(h, W) + x_t)
    c_now = (1 - i) * c + i * T.tanh(T.dot(h, U) + x_t)
    return c_now, i * T.tanh(c_now)
(c, h), _ = theano.scan(step, sequences=x, outputs_info=[zero, zero])
cost = (h ** 2).sum()
f = theano.function([x], [c, h, T.grad(cost, W)])
f(data)
`);
    expect(call.call.scans.map(({ title, isGradient }) => [title, isGradient])).toEqual([
      ['scan of step', false],
      ['gradient of scan of step', true],
    ]);
    const scan = call.scan();
    expect(scan.data.hasGradient).toBe(true);
    expect(scan.values(scan.slot('newState', 'c'))).toEqual(call.output(0));
    expect(scan.values(scan.slot('newState', 'h'))).toEqual(call.output(1));
    const asked = { scan: scan.ref, from: 0, to: 6, pointCount: 100 };
    const norms = call.session.ask('gradientNorms', asked)!;
    expect(norms.map(({ name }) => name)).toEqual(['c', 'h']);
    // Nothing but the cost reads the last row.
    const last = (call.output(1) as number[]).slice(-3).map((value) => 2 * value);
    expect(norms[1]!.norms.low.at(-1)).toBeCloseTo(Math.hypot(...last), 12);
    expect(norms[0]!.norms.low.every((norm) => norm! > 0)).toBe(true);
    const backward = call.scan(1);
    expect(backward.data.stepCount).toBe(6);
    expect(backward.slot('state', '∇c[t]').shape).toEqual([3]);
  });

  it('gradients by steps are those that moving an initial state shows', async () => {
    const call = await replayed(`
h0 = T.vector('h0')
h, _ = theano.scan(lambda h: T.tanh(1.5 * h), outputs_info=h0, n_steps=4)
f = theano.function([h0], [h, T.grad(h[-1].sum(), h0)])
f(np.array([0.3, -0.2]))
`);
    const scan = call.scan();
    const asked = { scan: scan.ref, from: 0, to: 4, pointCount: 4 };
    const [state] = call.session.ask('gradientNorms', asked)!;
    const rows = call.output(0) as number[];
    // d h[3] / d h[t] is the product of 1.5 · (1 - h²) over the later steps.
    const expected = [0, 1, 2, 3].map((t) => {
      const products = [0, 1].map((column) => {
        let product = 1;
        for (let step = t + 1; step < 4; step++) product *= 1.5 * (1 - rows[step * 2 + column]! ** 2);
        return product;
      });
      return Math.hypot(...products);
    });
    expected.forEach((norm, t) => {
      expect(state!.norms.low[t]).toBeCloseTo(norm, 12);
    });
  });
});

describe('norms of gradients', () => {
  const norms = async (text: string): Promise<readonly (number | null)[]> => {
    const call = await replayed(text);
    const asked = { scan: call.scan().ref, from: 0, to: 100, pointCount: 100 };
    const [state] = call.session.ask('gradientNorms', asked)!;
    return state!.norms.low;
  };

  it('count what other results of the same step add', async () => {
    const text = `
c0 = T.scalar('c0')
(c, h), _ = theano.scan(lambda c: (c * 0.5, c * 0.5 * 3), outputs_info=[c0, None], n_steps=3)
theano.function([c0], T.grad(h.sum(), c0))(1.0)
`;
    expect(
      await norms(
        text.replace('(c * 0.5, c * 0.5 * 3)', 'products(c)').replace(
          '(c, h)',
          `
def products(c):
    now = c * 0.5
    return now, now * 3
(c, h)`,
        ),
      ),
    ).toEqual([5.25, 4.5, 3]);
    // Here the second result is made of the state before, not of the new one.
    expect(await norms(text)).toEqual([2.25, 1.5, 0]);
  });

  it('are nothing for steps that a truncated gradient does not follow', async () => {
    const text = `
c0 = T.scalar('c0')
c, _ = theano.scan(lambda c: c * 0.5, outputs_info=c0, n_steps=4, truncate_gradient=2)
theano.function([c0], T.grad(c[-1], c0))(1.0)
`;
    expect(await norms(text)).toEqual([null, null, 0.5, 1]);
  });

  it('are none where nothing was differentiated', async () => {
    const call = await replayed(`
c, _ = theano.scan(lambda c: c * 0.5, outputs_info=np.float64(1), n_steps=4)
theano.function([], c)()
`);
    const asked = { scan: call.scan().ref, from: 0, to: 4, pointCount: 4 };
    expect(call.session.ask('gradientNorms', asked)).toEqual([]);
  });
});

describe('what a step gets', () => {
  it('taps of a state, several steps back', async () => {
    const call = await replayed(`
f, _ = theano.scan(lambda p, q: p + q, outputs_info=[dict(initial=T.arange(3), taps=[-3, -1])], n_steps=12)
theano.function([], f)()
`);
    const scan = call.scan();
    expect(slotTexts(scan)).toEqual(['state p = f[t-3] ()', 'state q = f[t-1] ()', 'newState f = f[t] ()']);
    const all = [0, 1, 2, ...(call.output() as number[])];
    expect(scan.values(scan.slot('newState'))).toEqual(all.slice(3));
    expect(scan.values(scan.slot('state', 'p'))).toEqual(all.slice(0, 12));
    expect(scan.values(scan.slot('state', 'q'))).toEqual(all.slice(2, 14));
  });

  it('several sequences, with taps', async () => {
    const call = await replayed(`
x = T.vector('x')
y = T.vector('y')
def step(x_now, x_before, y_t):
    return x_now * x_before - y_t
z, _ = theano.scan(step, sequences=[dict(input=x, taps=[0, -2]), y])
theano.function([x, y], z)(np.arange(6.0), np.arange(9.0))
`);
    const scan = call.scan();
    expect(slotTexts(scan).slice(0, 3)).toEqual([
      'sequence x_now = x[t] ()',
      'sequence x_before = x[t-2] ()',
      'sequence y_t = y[t] ()',
    ]);
    expect(scan.data.stepCount).toBe(4);
    expect(scan.values(scan.slot('sequence', 'x_now'))).toEqual([2, 3, 4, 5]);
    expect(scan.values(scan.slot('sequence', 'x_before'))).toEqual([0, 1, 2, 3]);
    expect(scan.values(scan.slot('output'))).toEqual(call.output());
  });

  it('a sequence from its end', async () => {
    const call = await replayed(`
x = T.vector('x')
s, _ = theano.scan(lambda v, s: s * 2 + v, sequences=x, outputs_info=np.float64(0), go_backwards=True)
theano.function([x], s)(np.arange(5.0))
`);
    const scan = call.scan();
    expect(scan.slot('sequence').source).toBe('x[-1-t]');
    expect(scan.values(scan.slot('sequence'))).toEqual([4, 3, 2, 1, 0]);
    expect(scan.values(scan.slot('newState'))).toEqual(call.output());
  });

  it('constants that it was called with', async () => {
    const call = await replayed(`
x = T.vector('x')
q, _ = theano.map(lambda v, k: v ** k, sequences=[x], non_sequences=[3])
theano.function([x], q)(np.arange(4.0))
`);
    const scan = call.scan();
    expect(scan.value(scan.slot('nonSequence', 'k'), 2)).toEqual([3]);
    expect(scan.values(scan.slot('output'))).toEqual(call.output());
  });
});

describe('the step function', () => {
  const shown = async (text: string): Promise<[string, string, Record<string, string>] | null> => {
    const call = await replayed(text);
    const { data } = call.scan();
    const step = data.stepFunction;
    if (step === null) return null;
    expect(call.session.source(step.place)).toBe(step.text);
    const parameters = step.parameters.map(({ start, end, slotId }) => [
      step.text.slice(start, end),
      data.slots.find(({ id }) => id === slotId)!.source,
    ]);
    return [step.name, step.text.slice(0, 20), Object.fromEntries(parameters)];
  };

  it('a lambda', async () => {
    const text =
      'o, _ = theano.scan(lambda u: u + 1, outputs_info=np.int64(0), n_steps=3)\ntheano.function([], o)()\n';
    expect(await shown(text)).toEqual(['<lambda>', 'lambda u: u + 1', { u: 'o[t-1]' }]);
  });

  it('a method', async () => {
    const text = `
class Model(object):
    def step(self, u, v=2):
        return u + v
o, _ = theano.scan(Model().step, outputs_info=np.int64(0), n_steps=3)
theano.function([], o)()
`;
    expect(await shown(text)).toEqual(['step', 'def step(self, u, v=', { u: 'o[t-1]' }]);
  });

  it('an object that can be called', async () => {
    const text = `
class Step(object):
    def __call__(self, u):
        return u * 2
o, _ = theano.scan(Step(), outputs_info=np.int64(1), n_steps=3)
theano.function([], o)()
`;
    expect(await shown(text)).toEqual(['__call__', 'def __call__(self, u', { u: 'o[t-1]' }]);
  });

  it('a partial one, with arguments in a list', async () => {
    const text = `
def step(k, u, *rest):
    return u * k + rest[0]
x = T.lvector('x')
o, _ = theano.scan(functools.partial(step, 3), sequences=[x], outputs_info=[np.int64(1)])
theano.function([x], o)(np.arange(3))
`;
    expect(await shown(text)).toEqual(['step', 'def step(k, u, *rest', { u: 'x[t]', rest: 'o[t-1]' }]);
  });

  it('one inside of a function', async () => {
    const text = `
def build(n):
    def inner(u):
        return u + n
    return theano.scan(inner, outputs_info=np.int64(1), n_steps=3)[0]
theano.function([], build(4))()
`;
    expect(await shown(text)).toEqual(['inner', 'def inner(u):\n      ', { u: 'output 0[t-1]' }]);
  });

  it('is nothing for the backward loop of a gradient', async () => {
    const call = await replayed(`
h0 = T.scalar('h0')
h, _ = theano.scan(lambda h: h * h, outputs_info=h0, n_steps=3)
theano.function([h0], T.grad(h[-1], h0))(1.5)
`);
    expect(call.scan(1).data.stepFunction).toBeNull();
    expect(call.scan(1).data.isGradient).toBe(true);
  });
});

describe('updates', () => {
  const counting = (updates: string): string => `
a = theano.shared(1, name='a')
n, updates = theano.scan(lambda: (a * 10, {a: a + 1}), n_steps=4)
f = theano.function([], n${updates})
f()
`;

  it('that are passed on go to their variable', async () => {
    const scan = (await replayed(counting(', updates=updates'))).scan();
    expect(scan.values(scan.slot('sharedBefore'))).toEqual([1, 2, 3, 4]);
    expect(scan.values(scan.slot('sharedAfter'))).toEqual([2, 3, 4, 5]);
    expect(scan.values(scan.slot('output'))).toEqual([10, 20, 30, 40]);
    expect(flowTexts(scan.data)).toEqual([
      'outside a → a',
      'a → step',
      'step → n[t]',
      'n[t] → outside output',
      'step → a',
      'a → a',
      'a → outside a',
    ]);
    const end = scan.data.flow.at(-1)!.to;
    expect(end.kind === 'outside' && scan.session.source(end.place)).toBe("theano.shared(1, name='a')");
  });

  it('that nobody passes on are dropped', async () => {
    const scan = (await replayed(counting(''))).scan();
    expect(flowTexts(scan.data).at(-1)).toBe('a → dropped a');
  });

  it('of random streams: every draw is the one of the call', async () => {
    const call = await replayed(`
rng = RandomStreams(3)
d, updates = theano.scan(lambda: rng.normal((2,)), n_steps=5)
f = theano.function([], d, updates=updates)
f()
f()
`);
    const scan = call.scan();
    expect(scan.slot('sharedBefore').dtype).toBe('generator');
    expect(scan.values(scan.slot('output'))).toEqual(call.output());
    const value = call.session.ask('value', {
      ref: { kind: 'step', ...scan.ref, step: 1, slotId: scan.slot('sharedAfter').id },
    });
    expect(value?.isRandomState).toBe(true);
  });

  it('of random streams through which a gradient goes', async () => {
    const call = await replayed(`
rng = RandomStreams(3)
w = theano.shared(0.5, name='w')
h, updates = theano.scan(lambda h: h * w + rng.normal(), outputs_info=[np.float64(1)], n_steps=5)
f = theano.function([], [h, T.grad(h[-1], w)], updates=updates)
f()
`);
    expect(call.call.scans.map(({ isGradient }) => isGradient)).toEqual([false, true]);
    const scan = call.scan();
    expect(scan.values(scan.slot('newState'))).toEqual(call.output());
    const norms = call.session.ask('gradientNorms', { scan: scan.ref, from: 0, to: 5, pointCount: 9 })!;
    expect(norms[0]!.norms.low).toEqual([0.0625, 0.125, 0.25, 0.5, 1]);
  });
});

describe('the end', () => {
  it('by until', async () => {
    const call = await replayed(`
h, _ = theano.scan(lambda h: (h * 2, theano.scan_module.until(h > 20)), outputs_info=np.float64(1), n_steps=100)
theano.function([], h)()
`);
    const scan = call.scan();
    expect(scan.data).toMatchObject({ stepCount: 6, requestedStepCount: 100, endedBy: 'until' });
    expect(scan.values(scan.slot('newState'))).toEqual(call.output());
    expect(scan.values(scan.slot('condition')).map(Boolean)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(scan.series(scan.slot('condition'), 0).high).toEqual([0, 0, 0, 0, 0, 1]);
    expect(scan.findStep('until')).toBe(5);
    expect(scan.findStep('until', 3, 'backward')).toBeNull();
  });

  it('without until having fired', async () => {
    const call = await replayed(`
h, _ = theano.scan(lambda h: (h + 1, theano.scan_module.until(h > 20)), outputs_info=np.float64(1), n_steps=5)
theano.function([], h)()
`);
    expect(call.scan().data).toMatchObject({ stepCount: 5, endedBy: 'steps' });
    expect(call.scan().findStep('until')).toBeNull();
  });

  it('with no step at all', async () => {
    const call = await replayed(
      `
x = T.vector('x')
h, _ = theano.scan(lambda v, h: v + h, sequences=x, outputs_info=np.float64(1))
try:
    theano.function([x], h)(np.zeros(0))
except NotImplementedError:
    pass
`.replaceAll('theano', 'theano'),
    );
    const scan = call.scan();
    expect(scan.data).toMatchObject({ stepCount: 0, requestedStepCount: 0, endedBy: 'steps' });
    expect(call.session.ask('steps', { scan: scan.ref, steps: [0] })).toEqual([]);
    expect(scan.series(scan.slot('newState'), 0)).toEqual({ steps: [], low: [], high: [], until: 0 });
    expect(scan.findStep('nan')).toBeNull();
  });

  it('by an error: what led to it is there', async () => {
    const call = await replayed(`
x = T.lvector('x')
v = theano.shared(np.arange(5.0), name='v')
s, _ = theano.scan(lambda i, s: s + v[i], sequences=x, outputs_info=np.float64(0))
f = theano.function([x], s)
try:
    f([1, 2, 9, 3])
except IndexError:
    pass
`);
    expect(call.call.error).toContain('IndexError');
    const scan = call.scan();
    expect(scan.data).toMatchObject({ stepCount: 2, requestedStepCount: 4, endedBy: 'error' });
    expect(scan.values(scan.slot('newState'))).toEqual([1, 3]);
    const [failing] = call.session.ask('steps', { scan: scan.ref, steps: [2] })!;
    expect(
      failing!.values.map(({ slotId }) => scan.data.slots.find(({ id }) => id === slotId)!.source),
    ).toEqual(['x[t]', 's[t-1]', 'v']);
    expect(scan.value(scan.slot('sequence'), 2)).toEqual([9]);
  });
});

describe('scans inside of scans', () => {
  it('are entered with an iteration', async () => {
    const call = await replayed(`
m = T.matrix('m')
def outer(row, total):
    parts, _ = theano.scan(lambda e, s: s + e, sequences=row, outputs_info=total)
    return parts[-1]
t, _ = theano.scan(outer, sequences=m, outputs_info=np.float64(0))
theano.function([m], t)(np.arange(6.0).reshape(3, 2))
`);
    const outer = call.scan();
    expect(outer.data.nested.map(({ title }) => title)).toEqual(['scan of <lambda>']);
    const inner = outer.nested(2);
    expect(inner.values(inner.slot('sequence'))).toEqual([4, 5]);
    expect(inner.values(inner.slot('newState'))).toEqual([10, 15]);
    expect(outer.values(outer.slot('newState'))).toEqual(call.output());
    expect(flowTexts(inner.data)).toContain('parts[t] → outside t[t]');
  });
});

describe('reductions', () => {
  it('reduce, foldl and foldr give the last value only', async () => {
    const call = await replayed(`
x = T.vector('x')
a, _ = theano.reduce(lambda v, s: s * v, x, np.float64(1))
b, _ = theano.foldl(lambda v, s: s - v, x, np.float64(1))
c, _ = theano.foldr(lambda v, s: s - 2 * v, x, np.float64(1))
theano.function([x], [a, b, c])(np.arange(1.0, 5.0))
`);
    expect(call.call.scans.map(({ title }) => title)).toEqual([
      'reduce of <lambda>',
      'foldl of <lambda>',
      'foldr of <lambda>',
    ]);
    call.call.scans.forEach(({ scan: number }) => {
      const scan = call.scan(number);
      expect(scan.value(scan.slot('newState'), 3)).toEqual(call.output(number));
    });
  });
});

it('what the program does in an op of its own is not done again', async () => {
  const call = await replayed(`
class Counted(theano.Op):
    __props__ = ()
    itypes = [T.dscalar]
    otypes = [T.dscalar]
    def perform(self, node, inputs, outputs):
        print('seen')
        outputs[0][0] = inputs[0] + 1
x = T.dscalar('x')
h, _ = theano.scan(lambda h: Counted()(h), outputs_info=x, n_steps=2)
theano.function([x], h)(1.0)
`);
  expect(call.call.scans).toEqual([]);
});
