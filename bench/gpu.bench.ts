/**
 * WebAssembly and the GPU side by side: `h = tanh(h · W + x)` in float32 for widths from 64 to 4096 and from 100 to 10,000 steps, and the product of
 * two matrices of these widths outside of a scan. What the device is asked for the first time and what after that; and what the cost
 * model says of itself. Where the device is the CPU that pretends to be one, small sizes only show that it works.
 *
 * `npm run bench -- gpu [-- --widths 64,256] [--steps 100,1000]`
 */
import { Gpu } from '../server/src/compile/backends/gpu/gpu.ts';
import { type BackendChoice, createCompiler } from '../server/src/compile/compile.ts';
import { createInterpreter, type Interpreter } from '../server/src/interpreter/interpreter.ts';
import { createPythonParser } from '../server/src/python/parser.ts';
import { readParserAssets } from '../server/src/session/nodeAssets.ts';
import { nodeGpuHost } from '../server/src/session/nodeGpu.ts';

const allWidths = [64, 128, 256, 512, 1024, 2048, 4096];
const allSteps = [100, 1000, 10_000];
const smallWidths = [16, 64];
const smallSteps = [20];
/** Smaller products by themselves are never brought to a device. */
const leastProduct = 128;
/** A case that takes longer is measured by its first call only. */
const longMs = 5000;

export async function run(options: readonly string[]): Promise<void> {
  const gpu = new Gpu({
    host: nodeGpuHost(),
    now: () => performance.now(),
    tellSpeeds: (speeds) => console.log(`  measured ${JSON.stringify(speeds)}`),
  });
  const device = gpu.open(() => undefined);
  if (typeof device === 'string') {
    console.log(`  no GPU: ${device}`);
    return;
  }
  const { name, isSoftware } = device.adapter;
  console.log(`  ${name}${isSoftware ? ', which is the CPU: small sizes only' : ''}`);
  if (!isSoftware) gpu.speeds(() => undefined);
  const widths = numbersOf(options, '--widths') ?? (isSoftware ? smallWidths : allWidths);
  const steps = numbersOf(options, '--steps') ?? (isSoftware ? smallSteps : allSteps);
  console.log('  width  steps      wasm ms       gpu ms  gpu first ms   gpu/wasm  auto takes');
  for (const width of widths) for (const stepCount of steps) await compare(gpu, width, stepCount);
  for (const width of widths.filter((one) => one >= leastProduct)) await compare(gpu, width, 0);
}

function numbersOf(options: readonly string[], name: string): number[] | null {
  const at = options.indexOf(name);
  return at < 0 ? null : (options[at + 1] ?? '').split(',').map(Number);
}

/** No steps: the product by itself. */
async function compare(gpu: Gpu, width: number, stepCount: number): Promise<void> {
  const wasm = await timesOf(gpu, { backend: 'wasm', width, stepCount });
  const device = await timesOf(gpu, { backend: 'gpu', width, stepCount });
  const auto = await timesOf(gpu, { backend: 'auto', width, stepCount });
  if (!device.ran.startsWith('gpu: ')) throw new Error(`the GPU was left: ${device.ran}`);
  const cells = [wasm.againMs, device.againMs, device.firstMs].map((ms) => ms.toFixed(2).padStart(12));
  const what = stepCount === 0 ? 'product' : String(stepCount);
  const ratio = (device.againMs / wasm.againMs).toFixed(2).padStart(9);
  console.log(
    `  ${String(width).padStart(5)} ${what.padStart(7)} ${cells.join(' ')} ${ratio}  ${auto.ran.split(':')[0]}`,
  );
}

interface Case {
  readonly backend: BackendChoice;
  readonly width: number;
  readonly stepCount: number;
}

const programOf = ({ width, stepCount }: Case): string => `
import numpy as np
import theano, theano.tensor as T
rng = np.random.RandomState(0)
W = theano.shared(rng.uniform(-1, 1, (${width}, ${width})).astype('float32') / np.float32(${width}) ** np.float32(0.5))
${
  stepCount === 0
    ? 'f = theano.function([], T.dot(W, W))'
    : `x = theano.shared(rng.uniform(-1, 1, (${stepCount}, ${width})).astype('float32'))
h, updates = theano.scan(lambda x_t, h: T.tanh(T.dot(h, W) + x_t), sequences=x,
                         outputs_info=T.zeros((${width},), dtype='float32'))
f = theano.function([], h[-1])`
}
`;

/** The first call, the best of those after it, and on what they ran. */
async function timesOf(gpu: Gpu, one: Case): Promise<{ firstMs: number; againMs: number; ran: string }> {
  const parser = await createPythonParser(readParserAssets());
  let ran = '';
  const interpreter: Interpreter = createInterpreter({
    python: 3,
    numpy: 1,
    floatX: 'float32',
    compiler: createCompiler(() => one.backend, gpu),
    observer: {
      output: () => undefined,
      errorOutput: () => undefined,
      value: () => undefined,
      call: ({ backend, fallbacks }) => {
        ran = [backend, ...fallbacks.map(({ reason }) => reason)].join('; ');
      },
      scan: () => undefined,
      warning: () => undefined,
      plot: () => undefined,
    },
    fileName: 'bench.py',
    workspace: () => null,
    parse: (text) => parser.parse(text),
    checkpoint: () => undefined,
    allocate: () => undefined,
    now: () => performance.now(),
    wallClock: () => Date.now(),
  } as Parameters<typeof createInterpreter>[0]);
  const execute = (text: string): number => {
    const file = parser.parse(text);
    const startedAt = performance.now();
    for (const cell of file.cells) interpreter.run(file, cell);
    return performance.now() - startedAt;
  };
  execute(programOf(one));
  const firstMs = execute('f()');
  const again = firstMs > longMs ? [firstMs] : [execute('f()'), execute('f()'), execute('f()')];
  parser.dispose();
  return { firstMs, againMs: Math.min(...again), ran };
}
