/**
 * Which release of a library a file is about, and what differs between releases for the static half: one row per
 * difference. What differs in what a program computes is in `graph/dialects.ts`.
 */
import { t } from '../base/l10n.ts';
import type { LibraryVersion, Version } from './analysisContext.ts';
import type { Library } from './terms.ts';

/** The release that is assumed where nothing says which. */
export const newestVersions: Readonly<Record<Library, Version>> = {
  theano: [1, 0, 5],
  aesara: [2, 9, 4],
  pytensor: [3, 3, 0],
};

/** A difference: the releases of each library that behave so, from the first to before the second. */
type Releases = Readonly<Partial<Record<Library, { readonly from: Version; readonly before?: Version }>>>;

const always: Version = [0, 0, 0];

const differences = {
  /** Shared variables made in a step, draws among them, become updates of the scan; those made outside do not. */
  updatesOfStepOnly: { aesara: { from: [2, 6, 0] }, pytensor: { from: always } },
  /** `scan` takes `return_updates`, and warns that updates will not be returned any more. */
  returnUpdates: { pytensor: { from: [2, 36, 0] } },
  /** What scan returns second is a plain dict: `+` does not merge it, `update` overwrites. */
  plainUpdates: { pytensor: { from: [3, 0, 0] } },
  /** Generators may be carried in `outputs_info`. */
  generatorStates: { pytensor: { from: [2, 36, 0] } },
  /** Random variables know methods that draw: `next_rng, x = rng.normal()`. */
  generatorMethods: { pytensor: { from: [3, 0, 0] } },
  /** Unknown keys of an entry of `outputs_info` are refused. */
  refusesUnknownKeys: { pytensor: { from: [2, 8, 12] } },
  /** A truth test of a bare symbolic variable is refused. */
  refusesTruthOfVariables: { pytensor: { from: always } },
  /** `unbroadcast` exists. */
  unbroadcast: {
    theano: { from: always },
    aesara: { from: always },
    pytensor: { from: always, before: [2, 29, 0] },
  },
  /** A float is taken for `n_steps` and cut to an integer. */
  floatSteps: { pytensor: { from: always } },
  /** A plain dict with several updates is warned of. */
  warnsOfPlainDicts: { theano: { from: always } },
} satisfies Readonly<Record<string, Releases>>;

export type Difference = keyof typeof differences;

/** True when the release behaves as `difference` says. */
export function has({ library, version }: LibraryVersion, difference: Difference): boolean {
  const rows: Releases = differences[difference];
  const row = rows[library];
  if (row === undefined || compareVersions(version, row.from) < 0) return false;
  return row.before === undefined || compareVersions(version, row.before) < 0;
}

/** Negative when `a` is older than `b`. */
export const compareVersions = (a: Version, b: Version): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

/** `PyTensor 3.3`, as people write it. */
export function versionText({ library, version: [major, minor, patch] }: LibraryVersion): string {
  return `${libraryNames[library]} ${major}.${minor}${patch === 0 ? '' : `.${patch}`}`;
}

export const libraryNames: Readonly<Record<Library, string>> = {
  theano: 'Theano',
  aesara: 'Aesara',
  pytensor: 'PyTensor',
};

/** Names that only some releases of a library have: what a program uses says which it is written for. */
interface Evidence {
  readonly library: Library;
  readonly pattern: RegExp;
  readonly version: Version;
}

const evidences: readonly Evidence[] = [
  { library: 'pytensor', pattern: /\bshared_rng\b/, version: newestVersions.pytensor },
  { library: 'pytensor', pattern: /\bOrderedUpdates\b/, version: [2, 38, 0] },
  { library: 'pytensor', pattern: /\bpytensor\.(?:reduce|foldl|foldr)\b/, version: [2, 38, 0] },
  { library: 'pytensor', pattern: /\bunbroadcast\b/, version: [2, 28, 0] },
];

/** The release that the text of a program speaks for; the newest where nothing in it does. */
export function versionFromText(library: Library, text: string): LibraryVersion {
  const found = evidences.find((one) => one.library === library && one.pattern.test(text));
  if (found === undefined) {
    return { library, version: newestVersions[library], reason: t('nothing says which') };
  }
  const word = found.pattern.exec(text)?.[0] ?? '';
  return { library, version: found.version, reason: t('the program uses {0}', word) };
}
