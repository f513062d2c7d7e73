/**
 * What is compiled of a program whose every name is an attempt: the bytes and the kernels are those of the same program with plain names,
 * and hold names and numbers that were made here.
 */
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { runInProcess, testParser } from '../oracle/inProcess.ts';
import { hostOf, ScriptDevice } from '../unit/compile/gpu/scriptDevice.ts';

const attempts = [
  '"); process.exit(1); ("',
  "'); globalThis.leaked = 1; ('",
  '`$' + '{process.exit(1)}`',
  '*/ throw 1; /*',
  '// \n throw 1 \u2028 throw 2 \r\n',
  '} while (true) {} {',
  '__proto__',
  'constructor',
  'a0[0]; return 1',
  'f0',
  'memory',
  'run',
  '\u0000asm\u0001\u0000\u0000\u0000',
  '\ud800',
  '#include <x>',
  '@compute @workgroup_size(1) fn main() {}',
  '</script><img src=x onerror=alert(1)>',
  '%s %n {0.__class__}',
  'ｐｒｏｃｅｓｓ',
];

/** Names wherever a program may give one; `name(i)` is the text of one as Python writes it. No other test has loops of this code. */
const programOf = (name: (index: number) => string, identifier: string, dtype: string): string => `
import numpy as np
import theano, theano.tensor as T
from theano.compile.ops import as_op
w = theano.shared(np.eye(3, dtype='${dtype}') * 0.5, name=${name(0)})
${identifier} = theano.shared(np.ones(3, '${dtype}'), name=${name(1)})
x = T.TensorType('${dtype}', (False, False))(${name(2)})
k = T.constant(np.array([1, 2, 3], '${dtype}'), name=${name(3)})
def ${identifier}_step(row, before, ${identifier}_other):
    made = 0.8413 * T.tanh(before.dot(${identifier}_other)) + row * k
    made.name = ${name(4)}
    return made
outputs, updates = theano.scan(${identifier}_step, sequences=[x], outputs_info=[${identifier}], non_sequences=[w],
                               name=${name(5)}, profile=${name(6)})
outputs.name = ${name(7)}
others, _ = theano.scan(lambda row, before: T.cosh(row) - T.arctan(before), sequences=[x], outputs_info=[k])
f = theano.function([x], [outputs, others], updates=[(${identifier}, outputs[-1])], name=${name(8)})
print([each.shape for each in f(np.ones((4, 3), '${dtype}'))])
@as_op(itypes=[T.TensorType('${dtype}', (False,))], otypes=[T.TensorType('${dtype}', (False,))])
def ${identifier}_op(a):
    return a + 1
last, _ = theano.scan(lambda a: ${identifier}_op(a) * 2, outputs_info=[${identifier}], n_steps=3, name=${name(9)})
g = theano.function([], last, name=${name(10)})
print(g().shape)
`;

const plain = (index: number): string => `'n${index}'`;
const hostile = (from: number) => (index: number) => {
  const text = attempts[(from + index) % attempts.length]!;
  // Every unit as an escape, so that Python reads exactly this text.
  const units = Array.from({ length: text.length }, (_, i) =>
    text.charCodeAt(i).toString(16).padStart(4, '0'),
  );
  return `'${units.map((unit) => `\\u${unit}`).join('')}'`;
};

// It is WebAssembly, too, and made once.
beforeAll(() => testParser());
afterEach(() => vi.unstubAllGlobals());

/** The bytes of all modules that are made while a program runs. */
async function modulesOf(program: string): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const { Module } = WebAssembly;
  const made: Uint8Array<ArrayBuffer>[] = [];
  function KeptModule(bytes: Uint8Array<ArrayBuffer>): WebAssembly.Module {
    made.push(bytes.slice());
    return new Module(bytes);
  }
  vi.stubGlobal('WebAssembly', Object.create(WebAssembly, { Module: { value: KeptModule } }));
  const { end, events } = await runInProcess(program, { backend: 'wasm' });
  vi.unstubAllGlobals();
  expect(end.error).toBeNull();
  const backends = events.flatMap((event) => (event.type === 'call' ? [event.call.backend] : []));
  // An op of the program has no code.
  expect(backends).toEqual(['wasm', 'reference']);
  return made;
}

/** The texts of all kernels that a device is given. */
async function kernelsOf(program: string): Promise<readonly string[]> {
  const device = new ScriptDevice();
  const sources = new Set<string>();
  const { run } = device;
  device.run = function (chunk, checkpoint) {
    for (const { source } of chunk.program.kernels) sources.add(source);
    return run.call(this, chunk, checkpoint);
  };
  const { end } = await runInProcess(program, { backend: 'gpu', gpu: hostOf(device), floatX: 'float32' });
  expect(end.error).toBeNull();
  return [...sources];
}

/** All that generated text is made of: parameters, constants and counters with a letter and a number, words of JavaScript, and `Math`. */
const generatedWord =
  /^(?:[a-z]\d+|function|return|const|let|for|if|else|this|thread|[xyz]|Math|abs|acos|asin|atan2?|ceil|cos|exp|floor|log|max|min|pow|round|sign|sin|sqrt|tan|tanh|e)$/;

const moduleNames = WebAssembly.Module as unknown as Readonly<
  Record<'exports' | 'imports', (module: WebAssembly.Module) => readonly { readonly name: string }[]>
>;

const seeds = [0, 5, 11];

describe('code', () => {
  it('has the same bytes whatever the names are, and exports generated ones', async () => {
    const expected = await modulesOf(programOf(plain, 'plain', 'float64'));
    expect(expected.length).toBeGreaterThan(1);
    for (const bytes of expected) {
      const module = new WebAssembly.Module(bytes);
      const named = [...moduleNames.exports(module), ...moduleNames.imports(module)];
      for (const { name } of named) expect(name).toMatch(/^(?:run|prepare|memory|table|f\d*)$/);
    }
    // Modules are kept by their bytes: where these are the same, none is made.
    for (const seed of seeds)
      expect(await modulesOf(programOf(hostile(seed), 'constructor', 'float64'))).toEqual([]);
    const another = programOf(plain, 'plain', 'float64').replace('T.tanh', 'T.sin');
    expect((await modulesOf(another)).length).toBeGreaterThan(0);
  });
});

describe('kernels', () => {
  it('have the same texts whatever the names are, of generated words', async () => {
    const expected = await kernelsOf(programOf(plain, 'plain', 'float32'));
    expect(expected.length).toBeGreaterThan(1);
    for (const source of expected)
      for (const [word] of source.matchAll(/\p{L}[\p{L}\p{N}_$]*/gu)) expect(word).toMatch(generatedWord);
    for (const seed of seeds)
      expect(await kernelsOf(programOf(hostile(seed), '__proto__', 'float32'))).toEqual(expected);
  });
});
