import { describe, expect, it } from 'vitest';
import {
  addressOf,
  Buffer,
  giveBack,
  i32,
  Local,
  load,
  set,
  Table,
} from '../../../server/src/compile/loopIr/ir.ts';
import { placeTable, planMemory } from '../../../server/src/compile/lower/planMemory.ts';

const reading = (name: string, buffers: readonly Buffer[]) => ({
  kind: 'function' as const,
  name,
  params: [],
  result: 'i32' as const,
  body: [
    ...buffers.map((buffer) => set(new Local('i32', 'x'), load('i32.load', addressOf(buffer)))),
    giveBack(i32(0)),
  ],
});

describe('the plan of memory', () => {
  it('gives buffers that are needed one after another the same place', () => {
    const [a, b] = ['a', 'b'].map((name) => new Buffer(name, 32, { isTemporary: true }));
    planMemory([a!, b!], { run: reading('run', [a!, a!, b!, b!]), prepare: null });
    expect(a!.address).toBe(b!.address);
  });

  it('keeps what is computed before the loop apart from what the loop needs', () => {
    const [a, b] = ['a', 'b'].map((name) => new Buffer(name, 32, { isTemporary: true }));
    const end = planMemory([a!, b!], { run: reading('run', [b!]), prepare: reading('prepare', [a!]) });
    expect(a!.address).not.toBe(b!.address);
    expect(end).toBeGreaterThanOrEqual(Math.max(a!.address!, b!.address!) + 32);
  });

  it('leaves tables where they are: other code knows their place', () => {
    const table = new Table('table', new Float64Array(4));
    placeTable(table);
    const placed = table.address;
    const a = new Buffer('a', 32, { isTemporary: true });
    planMemory([a], { run: reading('run', [table, a]), prepare: reading('prepare', [table, a]) });
    expect(table.address).toBe(placed);
  });
});
