/** `.npy`, `.npz` and text files with any bytes are read or refused by Python's errors; nothing larger than the budget is made. */
import { ok } from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { npyHeader } from '../../server/src/tensor/npy.ts';
import { FuzzEvaluator } from './fuzzEvaluator.ts';
import { mutatedBytes } from './mutations.ts';
import { fuzzTarget } from './target.ts';

const program = `import numpy as np
def show(a):
    if isinstance(a, np.ndarray):
        print(a.dtype, a.shape, a.ravel()[:3])
try:
    found = np.load('data.bin')
    if hasattr(found, 'files'):
        for name in found.files:
            show(found[name])
    else:
        show(found)
except Exception as error:
    print(type(error).__name__)
for read in [np.loadtxt, np.genfromtxt, lambda p: np.fromfile(p, dtype='<f4'), lambda p: open(p).read()]:
    try:
        show(read('data.bin'))
    except Exception as error:
        print(type(error).__name__)
`;

const shapes = [[], [0], [3], [2, 3], [1, 0, 2]];
const types = [
  '<f8',
  '>f8',
  '<f4',
  '<i8',
  '>i4',
  '|b1',
  '|u1',
  '<c16',
  '<U3',
  '|S4',
  '|O',
  '<f2',
  '<M8[D]',
  "[('a', '<f8')]",
];

const arrays = types.flatMap((descr) =>
  shapes.map((shape) => {
    const header = npyHeader({ descr, isFortranOrder: shape.length === 2, shape });
    const count = shape.reduce((product, length) => product * length, 1);
    return joined([header, new Uint8Array(count * 16).map((_, i) => i * 37)]);
  }),
);

const archives = [0, 8].flatMap((method) =>
  [1, 3].map((count) => zip(arrays.slice(4 * count, 5 * count), method)),
);

const texts = ['1 2 3\n4 5 6\n', '# head\n1,2\n,nan\n', 'a b\n', '\u0000\n', '1e999 -0x1p3 1_0\n'].map(
  (text) => new TextEncoder().encode(text),
);

let bytes: Uint8Array = new Uint8Array();

const evaluator = new FuzzEvaluator({
  resolve: (path) => ({ path }),
  stat: ({ path }) =>
    path.endsWith('data.bin') ? { kind: 'file', byteLength: bytes.length, modifiedMs: 0 } : 'missing',
  read: ({ path }) => (path.endsWith('data.bin') ? bytes : 'missing'),
  list: () => ['data.bin'],
});

let hasRun = false;

export const target = fuzzTarget({
  inputs: fc.oneof(
    { weight: 4, arbitrary: mutatedBytes(arrays) },
    { weight: 3, arbitrary: mutatedBytes(archives) },
    { weight: 1, arbitrary: mutatedBytes(texts) },
  ),
  print: (file) => Buffer.from(file).toString('base64'),
  check(file) {
    bytes = file;
    const { end } = evaluator.run(program, hasRun ? 'present' : 'empty');
    hasRun = true;
    const isRefused = end.error?.type === 'NotSupportedByScanLens';
    ok(['finished', 'outOfBudget'].includes(end.outcome) || isRefused, end.error?.traceback ?? end.outcome);
  },
});

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** An archive without checksums: they are among what is changed. */
function zip(files: readonly Uint8Array[], method: number): Uint8Array {
  const locals: Uint8Array[] = [];
  const entries: Uint8Array[] = [];
  let offset = 0;
  for (const [index, file] of files.entries()) {
    const name = Buffer.from(`arr_${index}.npy`);
    const packed = method === 0 ? file : new Uint8Array(deflateRawSync(file));
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(file.length, 8);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(method, 8);
    sizes.copy(local, 14);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    sizes.copy(entry, 16);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, name, packed);
    entries.push(entry, name);
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(offset, 16);
  return joined([...locals, ...entries, end]);
}
