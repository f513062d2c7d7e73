/** Scans of which the program takes the outputs as several. */
import type { Machine } from '../machine.ts';
import type { ScanRecord, Value } from '../values.ts';

const takenApart = new WeakSet<ScanRecord>();

/** Outputs of a scan are unpacked or one of them is taken. */
export function noteTakenApart(machine: Machine, value: Value): void {
  if (value.kind !== 'container') return;
  const record = machine.outputs.get(value);
  if (record !== undefined) takenApart.add(record);
}

export const isTakenApart = (record: ScanRecord): boolean => takenApart.has(record);
