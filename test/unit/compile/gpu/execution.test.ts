import { beforeEach, describe, expect, it } from 'vitest';
import { Cancelled } from '../../../../server/src/base/cancellation.ts';
import type { MachineSpeeds } from '../../../../server/src/compile/backends/gpu/costModel.ts';
import { Gpu } from '../../../../server/src/compile/backends/gpu/gpu.ts';
import { GpuFailure } from '../../../../server/src/compile/backends/gpu/gpuFailure.ts';
import type { CompiledFunction } from '../../../../server/src/graph/compiledFunction.ts';
import { elemwise } from '../../../../server/src/graph/ops/elemwise.ts';
import { matrixProduct, reduction } from '../../../../server/src/graph/ops/reductions.ts';
import type { SharedVariable, Variable } from '../../../../server/src/graph/variable.ts';
import { type NDArray, scalar } from '../../../../server/src/tensor/ndarray.ts';
import { add, Engine, floats, mul, state } from '../../graph/engine.ts';
import { float32 } from './gpuCases.ts';
import { hostOf, ScriptDevice } from './scriptDevice.ts';

let device: ScriptDevice;
let engine: Engine;
let told: MachineSpeeds[];

function openEngine(wishes: Partial<Gpu['wishes']> = {}): Engine {
  device = new ScriptDevice();
  told = [];
  const gpu = new Gpu({
    host: hostOf(device),
    now: () => 0,
    tellSpeeds: (speeds) => void told.push(speeds),
  });
  gpu.wishes = { ...gpu.wishes, ...wishes };
  const made = new Engine('pytensor');
  made.context.floatX = 'float32';
  made.gpu = gpu;
  made.backend = 'gpu';
  return made;
}

beforeEach(() => {
  engine = openEngine();
});

/** `W = W * 0.5 + 1`, some steps. */
function halving(stepCount: number): { weights: SharedVariable; run: CompiledFunction } {
  const weights = engine.shared(
    'W',
    float32([3], (i) => i),
  );
  const half = engine.typed('float32', 0.5);
  const { updates } = engine.scan(
    () => ({ updates: [[weights, add(mul(weights, half), engine.typed('float32', 1))]] }),
    { stepCount: engine.steps(stepCount) },
  );
  return { weights, run: engine.compile([], [], { updates: [...updates] }) };
}

const elements = (array: NDArray): number[] => Array.from(array.elements() as ArrayLike<number>);
const lastCall = () => engine.notes.calls.at(-1)!;

describe('a scan on a device', () => {
  it('goes there in chunks, and what stays there is not brought again', () => {
    const { weights, run } = halving(600);
    engine.results(run);
    expect(elements(weights.value)).toEqual([2, 2, 2]);
    // The first question is the test of the device.
    expect(device.asked.slice(1)).toEqual([
      { stepCount: 200, uploads: 1 },
      { stepCount: 200, uploads: 0 },
      { stepCount: 200, uploads: 0 },
    ]);
    engine.results(run);
    expect(device.asked.slice(4).map(({ uploads }) => uploads)).toEqual([0, 0, 0]);
    weights.value = float32([3], () => 4);
    engine.results(run);
    expect(device.asked.slice(7).map(({ uploads }) => uploads)).toEqual([1, 0, 0]);
    expect(elements(weights.value)).toEqual([2, 2, 2]);
  });

  it('brings arguments anew with each call, because programs may write to them', () => {
    const x = engine.input('x', 'float32', 1);
    const { outputs } = engine.scan((h, given) => ({ outputs: [add(h!, given!)] }), {
      outputsInfo: [state(x)],
      nonSequences: [x],
      stepCount: engine.steps(3),
    });
    const run = engine.compile([x], outputs);
    const given = float32([2], (i) => i + 1);
    expect(elements(engine.results(run, given)[0]!)).toEqual([2, 4, 3, 6, 4, 8]);
    (given.storage as Float32Array)[0] = 10;
    expect(elements(engine.results(run, given)[0]!).slice(-2)).toEqual([40, 8]);
  });

  it('is told with the name of the device', () => {
    engine.results(halving(5).run);
    expect([lastCall().backend, lastCall().fallbacks]).toEqual(['gpu: Script', []]);
  });

  it('says how far it is', () => {
    const progress: number[] = [];
    engine = openEngine();
    Object.assign(engine.host, { progress: (done: number) => progress.push(done) });
    engine.results(halving(300).run);
    expect(progress).toEqual([150, 300]);
  });
});

describe('what the device can not do is done by WebAssembly, and told', () => {
  const expectReason = (reason: string): void =>
    expect([lastCall().backend, lastCall().fallbacks]).toEqual(['wasm', [{ backend: 'gpu', reason }]]);
  const scanOf = (step: (x: Variable) => Variable, initial: NDArray, name = 'x'): void => {
    const x = engine.input(name, initial.dtype, initial.ndim);
    const { outputs } = engine.scan((h) => ({ outputs: [step(h!)] }), {
      outputsInfo: [state(x)],
      stepCount: engine.steps(3),
    });
    engine.results(engine.compile([x], outputs), initial);
  };

  it('integers', () => {
    scanOf((x) => add(x, engine.constant(1)), scalar('int64', 1n));
    expectReason('int64 not representable');
  });

  it('setting gpu.allowFloat32: double precision, unless it is allowed', () => {
    scanOf((x) => mul(x, engine.typed('float64', 0.1)), floats(1, 2));
    expectReason('float64, unless float32 is allowed');
    engine = openEngine({ allowFloat32: true });
    scanOf((x) => mul(x, engine.typed('float64', 0.1)), floats(1, 2));
    expect(lastCall().backend).toBe('gpu: Script in float32');
    expect(lastCall().results[0]!.value.dtype).toBe('float64');
    expect(elements(lastCall().results[0]!.value)[0]).toBeCloseTo(0.1, 7);
  });

  it('conditions that end a loop', () => {
    const x = engine.input('x', 'float32', 1);
    const { outputs } = engine.scan(
      (h) => ({
        outputs: [add(h!, h!)],
        condition: elemwise('gt', reduction('sum', h!, { axis: null }), engine.typed('float32', 9)),
      }),
      { outputsInfo: [state(x)], stepCount: engine.steps(9) },
    );
    engine.results(
      engine.compile([x], outputs),
      float32([2], () => 1),
    );
    expectReason('no kernels for until: what a step computes can not be read between steps');
  });

  it('an operation without a kernel, and a type that is none', () => {
    const replaced = (x: Variable): Variable =>
      elemwise('switch', elemwise('isnan', x), engine.typed('float32', 0), x);
    scanOf(
      replaced,
      float32([2], () => 1),
    );
    expectReason('no kernel for isNan');
  });

  it('numbers that are not finite, on the way there and on the way back', () => {
    scanOf(
      (x) => add(x, x),
      float32([2], () => Number.NaN),
    );
    expectReason('an input that is not finite');
    scanOf(
      (x) => elemwise('true_div', x, engine.typed('float32', 0)),
      float32([2], () => 1),
    );
    expectReason('a result that is not finite');
    expect(elements(lastCall().results[0]!.value).every((one) => one === Infinity)).toBe(true);
  });
});

describe('a device that fails', () => {
  it('costs nothing but time: the state is that of before, and WebAssembly computes', () => {
    const { weights, run } = halving(600);
    engine.results(run);
    weights.value = float32([3], (i) => i);
    device.faults.push(
      () => null,
      () => {
        throw new GpuFailure('out of memory', { isFinal: false });
      },
    );
    engine.results(run);
    expect(elements(weights.value)).toEqual([2, 2, 2]);
    expect([lastCall().backend, lastCall().fallbacks]).toEqual([
      'wasm',
      [{ backend: 'gpu', reason: 'out of memory' }],
    ]);
    expect(device.forgotten.length).toBeGreaterThan(1);
    engine.results(run);
    expect(lastCall().backend).toBe('gpu: Script');
  });

  it('for good is not asked again', () => {
    const { run } = halving(3);
    engine.results(run);
    device.faults.push(() => {
      throw new GpuFailure('the device was lost: driver', { isFinal: true });
    });
    engine.results(run);
    const asked = device.asked.length;
    engine.results(run);
    expect(device.asked.length).toBe(asked);
    expect(lastCall().fallbacks).toEqual([{ backend: 'gpu', reason: 'the device was lost: driver' }]);
  });

  it('is not used when it computes a small scan wrong', () => {
    device.faults.push(() => ({ rows: [new Float32Array(20)], states: [new Float32Array(5)] }));
    engine.results(halving(3).run);
    expect(lastCall().backend).toBe('wasm');
    expect(lastCall().fallbacks).toEqual([
      { backend: 'gpu', reason: 'Script is not used: a small scan gave wrong numbers' },
    ]);
  });

  it('that is asked to stop leaves the state as it was', () => {
    const { weights, run } = halving(600);
    Object.assign(engine.host, {
      checkpoint: () => {
        // The small scan that tests the device, and the first chunk, are done.
        if (device.asked.length > 1) throw new Cancelled();
      },
    });
    expect(() => engine.results(run)).toThrow(Cancelled);
    expect(elements(weights.value)).toEqual([0, 1, 2]);
    Object.assign(engine.host, { checkpoint: () => undefined });
    engine.results(run);
    expect(elements(weights.value)).toEqual([2, 2, 2]);
  });
});

describe('the choice of a backend', () => {
  const speeds: MachineSpeeds = {
    adapter: 'Script',
    chunkMs: 0.2,
    callMs: 0.005,
    rowMs: 1e-4,
    threadOperationMs: 1e-5,
    operationMs: 1e-9,
    byteMs: 1e-7,
    wasmOperationMs: 1e-6,
  };
  /** `tanh(W · h)` some times. */
  const network = (width: number, stepCount: number): void => {
    const [w, h] = [engine.input('w', 'float32', 2), engine.input('h', 'float32', 1)];
    const { outputs } = engine.scan(
      (before, weights) => ({ outputs: [elemwise('tanh', matrixProduct(weights!, before!))] }),
      { outputsInfo: [state(h)], nonSequences: [w], stepCount: engine.steps(stepCount) },
    );
    const last = engine.compile([w, h], outputs);
    engine.results(
      last,
      float32([width, width], (i) => Math.sin(i) / width),
      float32([width], Math.cos),
    );
  };

  it('of itself takes the device only where that pays', () => {
    engine = openEngine({ speeds });
    engine.backend = 'auto';
    network(4, 10);
    // Nobody even looked whether there is a device.
    expect([lastCall().backend, device.asked.length]).toEqual(['wasm', 0]);
    const half = () => ({ rows: [new Float32Array(200 * 1000)], states: [new Float32Array(1000)] });
    device.faults.push(() => null, half, half);
    network(1000, 400);
    expect([lastCall().backend, lastCall().fallbacks, told]).toEqual(['gpu: Script', [], []]);
  });

  it('measures the device once where nobody did so before', () => {
    engine = openEngine({ speeds: { ...speeds, adapter: 'another one' } });
    const gpu = engine.gpu!;
    const first = gpu.speeds(() => undefined);
    expect(told).toEqual([first]);
    expect(first).toMatchObject({ adapter: 'Script' });
    expect(gpu.speeds(() => undefined)).toBe(first);
  });

  it('never takes a CPU that pretends to be a device', () => {
    engine = openEngine({ speeds });
    Object.assign(device.adapter, { isSoftware: true });
    engine.backend = 'auto';
    network(300, 3000);
    expect([lastCall().backend, device.asked.length]).toEqual(['wasm', 1]);
  });
});
