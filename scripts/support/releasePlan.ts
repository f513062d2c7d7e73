/**
 * What a release consists of: its version, what the files say then, and the commands that publish it. Changes nothing itself. Even
 * minor versions are releases, odd ones pre-releases, because the marketplaces know no other difference between the two.
 */
import { isPreRelease } from './extensionPackage.ts';
import { Problem } from './problem.ts';

export const releaseKinds = ['minor', 'patch', 'pre'] as const;
export type ReleaseKind = (typeof releaseKinds)[number];

/** The heading under which changes wait for a release. */
const waiting = /^## Unreleased$/m;
/** The one tool that is asked for only here; the editor's own is a dependency. */
const ovsx = 'ovsx@1.4.0';

/** The state of the checkout that decides the next version. */
export interface Present {
  readonly version: string;
  /** Whether that version has been released; the first one has not. */
  readonly isReleased: boolean;
}

/**
 * `minor`: the next even minor version. `patch`: a correction of the latest release. `pre`: the next pre-release on the way to the next
 * minor version. Throws a `Problem` for a patch of what is no release.
 */
export function nextVersion({ version, isReleased }: Present, kind: ReleaseKind): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const isPre = isPreRelease(version);
  if (kind === 'patch' && (isPre || !isReleased)) {
    throw new Problem(
      `${version} is no release that could be corrected`,
      'make a minor one or a pre-release',
    );
  }
  if (!isReleased && isPre === (kind === 'pre')) return version;
  if (kind === 'minor') return `${major}.${minor + (isPre ? 1 : 2)}.0`;
  if (kind === 'pre' && !isPre) return `${major}.${minor + 1}.0`;
  return `${major}.${minor}.${patch + 1}`;
}

export const tagOf = (version: string): string => `v${version}`;

/** The changelog with a heading for the release over what was waiting. Throws a `Problem` when nothing was. */
export function releaseChanges(changelog: string, version: string, date: string): string {
  if (changesSince(changelog) === '') {
    throw new Problem(
      'CHANGELOG.md says nothing under "## Unreleased"',
      'write there what the release changes',
    );
  }
  const mark = isPreRelease(version) ? ' (pre-release)' : '';
  return changelog.replace(waiting, `## ${version} — ${date}${mark}`);
}

function changesSince(changelog: string): string {
  const start = waiting.exec(changelog);
  if (start === null) return '';
  const [section = ''] = changelog.slice(start.index + start[0].length).split(/^## /m);
  return section.trim();
}

/** A marketplace: what is run there, and where the secret for it must stand. */
export interface Marketplace {
  readonly name: string;
  readonly token: string;
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * Both take all packages at once and read from them whether they are pre-releases; what a marketplace has already is passed over, so that a
 * command that failed half-way can be run again.
 */
export function marketplaces(version: string, packages: readonly string[]): readonly Marketplace[] {
  const args = ['publish', '--skip-duplicate', '--packagePath', ...packages];
  const channel = isPreRelease(version) ? ['--pre-release'] : [];
  return [
    { name: 'Visual Studio Marketplace', token: 'VSCE_PAT', command: 'vsce', args: [...args, ...channel] },
    { name: 'Open VSX', token: 'OVSX_PAT', command: 'npx', args: ['--yes', ovsx, ...args] },
  ];
}
