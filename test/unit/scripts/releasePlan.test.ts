import { describe, expect, it, test } from 'vitest';
import { marketplaces, nextVersion, releaseChanges } from '../../../scripts/support/releasePlan.ts';

describe('the next version', () => {
  it.each([
    ['0.2.3', 'minor', '0.4.0'],
    ['0.2.3', 'patch', '0.2.4'],
    ['0.2.3', 'pre', '0.3.0'],
    ['0.3.0', 'pre', '0.3.1'],
    ['0.3.1', 'minor', '0.4.0'],
    ['1.8.0', 'minor', '1.10.0'],
    ['1.10.2', 'pre', '1.11.0'],
  ] as const)('after %s, %s: %s', (version, kind, expected) => {
    expect(nextVersion({ version, isReleased: true }, kind)).toBe(expected);
  });

  it.each([
    ['0.1.0', 'pre', '0.1.0'],
    ['0.1.0', 'minor', '0.2.0'],
    ['0.2.0', 'minor', '0.2.0'],
    ['0.2.0', 'pre', '0.3.0'],
  ] as const)('where %s was never released, %s: %s', (version, kind, expected) => {
    expect(nextVersion({ version, isReleased: false }, kind)).toBe(expected);
  });

  it('corrects releases only', () => {
    expect(() => nextVersion({ version: '0.3.1', isReleased: true }, 'patch')).toThrow(
      '0.3.1 is no release that could be corrected',
    );
    expect(() => nextVersion({ version: '0.2.0', isReleased: false }, 'patch')).toThrow('no release');
  });
});

describe('the changelog of a release', () => {
  const changelog = '# Changelog\n\n## Unreleased\n\n- A thing.\n\n## 0.2.0 — 2026-01-02\n\n- First.\n';

  it('has a heading with the version and the date', () => {
    expect(releaseChanges(changelog, '0.4.0', '2026-03-04')).toBe(
      changelog.replace('Unreleased', '0.4.0 — 2026-03-04'),
    );
  });

  it('says what is a pre-release', () => {
    expect(releaseChanges(changelog, '0.5.0', '2026-03-04')).toContain(
      '## 0.5.0 — 2026-03-04 (pre-release)\n',
    );
  });

  it.each(['# Changelog\n', '# Changelog\n\n## Unreleased\n\n## 0.2.0 — 2026-01-02\n\n- First.\n'])(
    'has to say something: %j',
    (text) => {
      expect(() => releaseChanges(text, '0.4.0', '2026-03-04')).toThrow('says nothing under "## Unreleased"');
    },
  );
});

test('packages go to both marketplaces, and vsce is told of a pre-release', () => {
  const commands = (version: string) =>
    marketplaces(version, ['a.vsix', 'b.vsix']).map(({ command, args }) => [command, ...args].join(' '));
  expect(commands('0.4.0')).toEqual([
    'vsce publish --skip-duplicate --packagePath a.vsix b.vsix',
    expect.stringMatching(/^npx --yes ovsx@[\d.]+ publish --skip-duplicate --packagePath a\.vsix b\.vsix$/),
  ]);
  expect(commands('0.5.0')[0]).toBe(
    'vsce publish --skip-duplicate --packagePath a.vsix b.vsix --pre-release',
  );
});
