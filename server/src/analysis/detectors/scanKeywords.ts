/** A keyword that the function does not have: a slip of the pen, or an argument of another release. */
import { nearestNames } from '../../base/nearestNames.ts';
import { has } from '../libraryVersions.ts';
import type { Machine } from '../machine.ts';
import { scanParameters } from '../scanArguments.ts';
import type { ScanRecord } from '../values.ts';
import { spanOf, tell } from './observing.ts';

/** Told at each such keyword of the call. */
export function checkKeywords(machine: Machine, { site, kind, library, version }: ScanRecord): void {
  for (const { name } of site.keywords) {
    if (name === null || isParameter(name.name, { kind, version })) continue;
    // Of another release: nothing else is meant.
    const isReal = scanParameters[kind].includes(name.name);
    const [nearest = null] = isReal ? [] : nearestNames(name.name, scanParameters[kind]);
    const span = spanOf(name);
    tell(machine, library, { kind: 'unknown-scan-argument', span, function: kind, name: name.name, nearest });
  }
}

/** True when the call has a keyword that makes it fail before scan looks at anything. */
export const hasUnknownKeyword = (record: ScanRecord): boolean =>
  record.site.keywords.some(({ name }) => name !== null && !isParameter(name.name, record));

function isParameter(name: string, { kind, version }: Pick<ScanRecord, 'kind' | 'version'>): boolean {
  if (name === 'return_updates') return has(version, 'returnUpdates');
  return scanParameters[kind].includes(name);
}
