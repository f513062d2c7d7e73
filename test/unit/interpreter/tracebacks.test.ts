/** Tracebacks as programs print them. The texts beside the programs were printed by CPython 3.12. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from './runFixture.ts';

const read = (name: string): string => readFileSync(join(import.meta.dirname, 'tracebacks', name), 'utf8');

describe('tracebacks', () => {
  it.each(['places', 'chains'])('%s', async (name) => {
    expect((await runProgram(read(`${name}.py`), { python: 3 })).stdout).toBe(read(`${name}.txt`));
  });
});
