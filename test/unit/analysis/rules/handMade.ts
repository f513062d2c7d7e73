/** Facts made by hand, and what the rules say about them: no program is read. */
import type { LibraryVersion, Version } from '../../../../server/src/analysis/analysisContext.ts';
import type {
  Analysis,
  DroppedCall,
  DroppedUpdates,
  FunctionUse,
  ScanFact,
  UpdateFact,
} from '../../../../server/src/analysis/facts.ts';
import { newestVersions } from '../../../../server/src/analysis/libraryVersions.ts';
import type { Mistake, MistakeNote } from '../../../../server/src/analysis/mistakes.ts';
import type { Finding } from '../../../../server/src/analysis/rules/findings.ts';
import { type CheckOptions, check } from '../../../../server/src/analysis/rules/rules.ts';
import type { Library } from '../../../../server/src/analysis/terms.ts';
import { defaultRules } from '../cases.ts';

/** A library in its newest release, or `pytensor 2.30.0`. */
export type Release = Library | `${Library} ${number}.${number}.${number}`;

export function versionOf(release: Release): LibraryVersion {
  const [library, numbers] = release.split(' ') as [Library, string | undefined];
  const [major = 0, minor = 0, patch = 0] = numbers?.split('.').map(Number) ?? newestVersions[library];
  const version: Version = [major, minor, patch];
  return { library, version, reason: 'the test says so' };
}

export const span = { start: 10, end: 20 };
export const place = { ...span, path: null };

const nothing: Analysis = {
  scans: [],
  droppedCalls: [],
  sharedVariables: [],
  compiledFunctions: [],
  mistakes: [],
  floatX: null,
  modules: [],
  isComplete: true,
};

export interface HandMade {
  readonly text?: string;
  readonly mistakes?: readonly Mistake[];
  readonly scans?: readonly ScanFact[];
  readonly droppedCalls?: readonly DroppedCall[];
}

/** The findings about hand-made facts. */
export function findings(made: HandMade, options: Partial<CheckOptions> = {}): readonly Finding[] {
  const { text = '', ...facts } = made;
  return check({ text }, { ...nothing, ...facts }, { ...defaultRules, ...options });
}

/** `level: message` of the only finding about the facts; '' without one. */
export function said(made: HandMade, options: Partial<CheckOptions> = {}): string {
  const [finding, ...others] = findings(made, options);
  if (others.length > 0) throw new Error('there is more than one finding');
  return finding === undefined ? '' : `${finding.level}: ${finding.message}`;
}

/** A fact about one mistake. */
export function mistake(note: MistakeNote, release: Release = 'theano'): Mistake {
  return { ...note, version: versionOf(release) };
}

export function update(name: string, changes: Partial<UpdateFact> = {}): UpdateFact {
  const known = { origin: 'entry', isRandom: false, isCertain: true, dependsOnStep: false } as const;
  return { name, entry: { start: 30, end: 40, path: null }, definition: null, ...known, ...changes };
}

export const draw = (name: string, changes: Partial<UpdateFact> = {}): UpdateFact =>
  update(name, { origin: 'draw', isRandom: true, ...changes });

export function use(changes: Partial<FunctionUse> = {}): FunctionUse {
  const place = { span: { start: 50, end: 80 }, callee: { start: 50, end: 60 }, path: null };
  return { ...place, form: 'function', getsUpdates: false, hasUpdates: false, ...changes };
}

/** A scan at `span` whose updates are dropped. */
export function droppedScan(
  dropped: Partial<DroppedUpdates>,
  release: Release = 'theano',
  changes: Partial<ScanFact> = {},
): ScanFact {
  const version = versionOf(release);
  return {
    kind: 'scan',
    library: version.library,
    version,
    span: { start: 10, end: 45 },
    callee: span,
    step: null,
    parameters: [],
    outputs: null,
    updates: { status: 'unknown', reason: 'made by hand' },
    destinations: [],
    updatesName: 'updates',
    mentions: [],
    functions: [],
    returnsOnlyOutputs: false,
    refusedUnder: { float32: null, float64: null },
    statesAreUnderstood: true,
    dropped: { way: { kind: 'noFunction' }, variables: [update('a')], functions: [use()], ...dropped },
    ...changes,
  };
}
