/** The record of a call of scan: one per place and activation. */
import type { Call } from '../python/syntax.ts';
import type { Machine } from './machine.ts';
import { newInput } from './records.ts';
import type { Library, ScanKind } from './terms.ts';
import { noOrigins, type ScanRecord, type StepContext } from './values.ts';

/** The record at `site` in the present activation; made when the call is reached for the first time. */
export function scanRecordAt(
  machine: Machine,
  role: { readonly kind: ScanKind; readonly library: Library },
  site: Call,
): ScanRecord {
  const known = machine.activation.scans.get(site);
  if (known !== undefined) return known;
  const record = newRecord(machine, role, site);
  machine.activation.scans.set(site, record);
  machine.scans.push(record);
  return record;
}

function newRecord(
  machine: Machine,
  { kind, library }: { readonly kind: ScanKind; readonly library: Library },
  site: Call,
): ScanRecord {
  const start: Omit<ScanRecord, 'context'> = {
    origin: 'scan',
    site,
    kind,
    library,
    version: machine.versionOf(library),
    scope: machine.activation,
    outer: machine.step,
    finals: [],
    stepNode: null,
    stepModule: null,
    parameters: [],
    outputs: null,
    updates: { status: 'none' },
    added: [],
    destinations: [],
    returnedBy: [],
    outputsReturned: null,
    names: new Map(),
    loop: null,
    overwrittenBy: null,
    keepsTurns: false,
    resultOrigins: noOrigins,
    mentions: new Map(),
    updatesName: null,
    returnsOnlyOutputs: kind === 'filter',
    refusedUnder: { float32: null, float64: null },
    statesAreUnderstood: false,
    wasEvaluated: false,
  };
  const record = start as ScanRecord;
  return Object.assign(record, { context: contextOf(machine, record) });
}

const contextOf = (machine: Machine, scan: ScanRecord): StepContext => ({
  scan,
  outer: machine.step,
  draws: new Set(),
  parameters: newInput(machine, scan.site, ''),
  elements: [],
  passed: [],
  hasOnlyOwn: false,
  nextNames: new Map(),
});
