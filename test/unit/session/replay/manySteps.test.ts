/** Long loops: drawings, pictures and searches, in pieces, and questions that are given up. */
import { describe, expect, it } from 'vitest';
import { type ReplayedCall, replayed } from './replayed.ts';

const sawtooth = `
x = T.matrix('x')
h, _ = theano.scan(lambda v, h: (h + v), sequences=x, outputs_info=T.zeros(2))
f = theano.function([x], h)
`;

/** 1,000 steps of two columns: the first counts, the second counts down. */
const counting = (change = ''): Promise<ReplayedCall> =>
  replayed(`${sawtooth}
data = np.ones((1000, 2)) * [1, -2]
${change}
f(data)
`);

describe('series', () => {
  it('hold the least and the greatest of each piece', async () => {
    const scan = (await counting()).scan();
    const series = scan.series(scan.slot('newState'), 1, 4);
    expect(series).toEqual({
      steps: [0, 250, 500, 750],
      low: [-500, -1000, -1500, -2000],
      high: [-2, -502, -1002, -1502],
      until: 1000,
    });
  });

  it('are norms where no element is meant', async () => {
    const scan = (await counting()).scan();
    const { low, high } = scan.series(scan.slot('newState'), null, 2000);
    expect(low).toEqual(high);
    expect(low).toHaveLength(1000);
    expect(low[2]).toBeCloseTo(Math.hypot(3, 6), 12);
  });

  it('begin and end where that is wanted', async () => {
    const scan = (await counting()).scan();
    const slotId = scan.slot('state').id;
    const asked = { scan: scan.ref, slotId, element: 0, from: 990, to: 5000, pointCount: 3 };
    expect(scan.session.ask('series', asked)).toEqual({
      steps: [990, 994, 997],
      low: [990, 994, 997],
      high: [993, 996, 999],
      until: 1000,
    });
  });

  it('leave out what is not finite', async () => {
    const scan = (await counting('data[10, 0] = np.nan')).scan();
    const { low } = scan.series(scan.slot('newState'), 0);
    expect(low.slice(8, 12)).toEqual([9, 10, null, null]);
  });

  it('of what is the same in every iteration are flat', async () => {
    const call = await replayed(`
w = theano.shared(3.0, name='w')
h, _ = theano.scan(lambda h: h + w, outputs_info=np.float64(0), n_steps=4)
theano.function([], h)()
`);
    const scan = call.scan();
    expect(scan.series(scan.slot('nonSequence'), 0, 2)).toEqual({
      steps: [0, 2],
      low: [3, 3],
      high: [3, 3],
      until: 4,
    });
  });

  it('of integers and booleans are numbers', async () => {
    const call = await replayed(`
i, _ = theano.scan(lambda i: i + 1, outputs_info=np.int64(0), n_steps=3)
theano.function([], i)()
`);
    const scan = call.scan();
    expect(scan.series(scan.slot('newState'), 0).low).toEqual([1, 2, 3]);
  });
});

describe('pictures', () => {
  it('have rows of elements and columns of iterations', async () => {
    const scan = (await counting()).scan();
    const slotId = scan.slot('newState').id;
    const asked = { scan: scan.ref, slotId, from: 0, to: 1000, columnCount: 2, elementCount: 10 };
    expect(scan.session.ask('heatMap', asked)).toEqual({
      steps: [0, 500],
      elements: [0, 1],
      low: [1, 501, -1000, -2000],
      high: [500, 1000, -2, -1002],
      until: 1000,
    });
  });
});

describe('searches', () => {
  it('find the first iteration with a NaN, from both sides', async () => {
    const scan = (await counting('data[700:, 1] = np.nan')).scan();
    expect(scan.findStep('nan')).toBe(700);
    expect(scan.findStep('nan', 701)).toBe(701);
    expect(scan.findStep('nan', 699, 'backward')).toBeNull();
    expect(scan.findStep('nan', 800, 'backward')).toBe(800);
    expect(scan.findStep('infinity')).toBeNull();
  });

  it('find infinities', async () => {
    const scan = (await counting('data[5, 0] = np.inf')).scan();
    expect(scan.findStep('infinity')).toBe(5);
    expect(scan.findStep('nan')).toBeNull();
  });

  it('find what every iteration gets', async () => {
    const call = await replayed(`
w = theano.shared(np.nan, name='w')
h, _ = theano.scan(lambda v: v * 0 + w, sequences=T.arange(3.0))
theano.function([], h)()
`);
    expect(call.scan().findStep('nan', 1)).toBe(1);
  });
});

describe('iterations', () => {
  it('that are not there are left out', async () => {
    const scan = (await counting()).scan();
    // Of several in one question those may be left out for which there is no time.
    const steps = [-1, 0, 999, 1000].flatMap(
      (step) => scan.session.ask('steps', { scan: scan.ref, steps: [step] })!,
    );
    expect(steps.map(({ step }) => step)).toEqual([0, 999]);
  });

  it('of scans that are not there are answered with null', async () => {
    const { session, call } = await counting();
    const missing = [
      { callId: call.id, path: [] },
      { callId: call.id, path: [{ scan: 3, step: 0 }] },
      {
        callId: call.id,
        path: [
          { scan: 0, step: 0 },
          { scan: 0, step: 2000 },
        ],
      },
      { callId: call.id + 1000, path: [{ scan: 0, step: 0 }] },
    ];
    for (const scan of missing) expect(session.ask('scan', { scan })).toBeNull();
  });

  it('are given up when nobody waits any more, and found the next time', async () => {
    const call = await counting();
    const scan = { callId: call.call.id, path: [{ scan: 0, step: 0 }] };
    call.session.interrupt[0] = -call.session.nextId;
    expect(call.session.ask('scan', { scan })).toBeNull();
    call.session.interrupt[0] = 0;
    expect(call.session.ask('scan', { scan })?.stepCount).toBe(1000);
  });

  it('of calls that were made before the state changed are those of then', async () => {
    const call = await replayed(`
w = theano.shared(1.0, name='w')
h, _ = theano.scan(lambda h: h + w, outputs_info=np.float64(0), n_steps=3)
f = theano.function([], h, updates=[(w, w * 10)])
f()
w.set_value(5.0)
f()
`);
    const [second, first] = call.session.ask('calls', {})!;
    const rows = (callId: number) =>
      call.session.ask('series', {
        scan: { callId, path: [{ scan: 0, step: 0 }] },
        slotId: call.scan().slot('newState').id,
        element: 0,
        from: 0,
        to: 3,
        pointCount: 3,
      })!.low;
    expect(rows(first!.id)).toEqual([1, 2, 3]);
    expect(rows(second!.id)).toEqual([5, 10, 15]);
  });
});
