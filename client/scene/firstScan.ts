/** Which call and which scan of it the scan inspector begins with, where nobody said so. */
import type { CallData, ScanHeading } from '../../protocol/src/questions.ts';

/** `calls`: newest first. */
export const firstCall = (calls: readonly CallData[]): CallData | null =>
  calls.find(({ scans }) => scans.length > 0) ?? calls[0] ?? null;

/** The backward loop of a gradient only where there is no other. */
export const firstScan = ({ scans }: Pick<CallData, 'scans'>): ScanHeading | null =>
  scans.find(({ isGradient }) => !isGradient) ?? scans[0] ?? null;
