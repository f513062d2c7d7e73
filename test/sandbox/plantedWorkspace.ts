/** A folder on the disk as a stranger might send it: links that lead out, devices, pipes, archives that grow, headers that lie. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';

export interface PlantedWorkspace {
  readonly folder: string;
  remove(): void;
}

export function plantWorkspace(): PlantedWorkspace {
  const outside = mkdtempSync(join(tmpdir(), 'scanlens-'));
  const folder = join(outside, 'workspace');
  mkdirSync(join(folder, 'inner'), { recursive: true });
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  writeFileSync(join(outside, 'secret.py'), "word = 'secret'\n");
  for (const [name, content] of Object.entries(files())) writeFileSync(join(folder, name), content);
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(folder, name));
  spawnSync('mkfifo', [join(folder, 'pipe')]);
  return { folder, remove: () => rmSync(outside, { recursive: true, force: true }) };
}

const links = {
  'link.txt': '../secret.txt',
  'link.py': '../secret.py',
  up: '..',
  zeros: '/dev/zero',
  circle: 'circle',
  environment: '/proc/self/environ',
  'inner/link.csv': '../../secret.txt',
};

const npy = (header: string, data = Buffer.alloc(0)): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16LE(header.length);
  return Buffer.concat([Buffer.from('\x93NUMPY\x01\x00', 'latin1'), length, Buffer.from(header), data]);
};

const header = (descr: string, shape: string): string =>
  `{'descr': '${descr}', 'fortran_order': False, 'shape': ${shape}, }\n`;

/** An archive of one member, which says how long it will be. */
function zip(packed: Buffer, claimed: number): Buffer {
  const name = Buffer.from('a.npy');
  const sizes = (at: Buffer, from: number): void => {
    at.writeUInt16LE(8, from - 8);
    at.writeUInt32LE(packed.length, from + 2);
    at.writeUInt32LE(claimed, from + 6);
    at.writeUInt16LE(name.length, from + 10);
  };
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  sizes(local, 16);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50);
  sizes(entry, 18);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}

function files(): Readonly<Record<string, string | Buffer>> {
  const zeros = Buffer.alloc(4 * 1024 * 1024);
  const packed = deflateRawSync(zeros, { level: 1 });
  return {
    'data.csv': '1,2\n3,4\n',
    'bomb.npz': zip(packed, 0xfffffff0),
    'lying.npz': zip(packed, 100),
    'short.npz': zip(packed.subarray(0, 100), 1_000_000),
    'broken.npz': Buffer.from('PK\x03\x04 and nothing'),
    'objects.npy': npy(header('|O', '(1,)'), Buffer.from("cos\nsystem\n(S'id'\ntR.")),
    'large.npy': npy(header('<f8', '(1000000000000,)')),
    'endless.npy': npy(header('<f8', `(0, ${'9'.repeat(400)})`)),
    'negative.npy': npy(header('<f8', '(-5,)'), Buffer.alloc(80)),
    'wide.npy': npy(header('<U1000000000', '(1,)')),
    'code.npy': npy(`__import__('os').system('id')`),
    'pickle.npy': Buffer.from("cos\nsystem\n(S'id'\ntR."),
    'deep.json': '['.repeat(100_000),
    'itself.py': 'import itself\nfrom itself import *\nx = 1\n',
    'first.py': 'import second\n',
    'second.py': 'import first\n',
    'endless.py': 'while True:\n    pass\n',
    'broken.py': `x = ${'('.repeat(2000)}`,
    'bytes.py': Buffer.from([0, 1, 2, 255]),
  };
}
