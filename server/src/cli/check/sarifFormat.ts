/**
 * Findings as SARIF 2.1.0, for code scanning. A place in a notebook has the line within its cell and names the cell as a
 * logical location, since SARIF knows no cells.
 */
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { Level } from '../../analysis/rules/findings.ts';
import { rulePage } from '../../features/diagnostics.ts';
import { allRules } from '../../project/ruleNames.ts';
import type { CheckedFinding, CheckedPlace } from './checkedFinding.ts';
import { shownWithSlashes } from './paths.ts';

const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
const sourceRoot = '%SRCROOT%';

const sarifLevels: Readonly<Record<Level, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

export interface SarifTool {
  readonly version: string;
  /** What could not be read, one sentence each. */
  readonly problems: readonly string[];
}

export function sarifReport(findings: readonly CheckedFinding[], { version, problems }: SarifTool): string {
  const run = {
    tool: {
      driver: {
        name: 'ScanLens',
        version,
        semanticVersion: version,
        informationUri: 'https://github.com/scanlens/scanlens',
        rules: allRules.map(ruleEntry),
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [sourceRoot]: { uri: folderUri(process.cwd()) } },
    invocations: [
      {
        executionSuccessful: problems.length === 0,
        toolExecutionNotifications: problems.map((text) => ({ level: 'error', message: { text } })),
      },
    ],
    results: resultsOf(findings),
  };
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

const ruleEntry = ({ id, level, summary }: (typeof allRules)[number]) => ({
  id,
  shortDescription: { text: summary },
  helpUri: rulePage(id),
  defaultConfiguration: { level: sarifLevels[level] },
});

function resultsOf(findings: readonly CheckedFinding[]) {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, level, message, related } = finding;
    const ruleIndex = allRules.findIndex(({ id }) => id === rule);
    const words = `${shownWithSlashes(finding.file)}\n${rule}\n${finding.lineText.trim()}`;
    const count = (seen.get(words) ?? 0) + 1;
    seen.set(words, count);
    return {
      ruleId: rule,
      ...(ruleIndex < 0 ? {} : { ruleIndex }),
      level: sarifLevels[level],
      message: { text: message },
      locations: [locationOf(finding)],
      ...(related.length === 0 ? {} : { relatedLocations: related.map(relatedLocation) }),
      // Stays the same when lines move.
      partialFingerprints: { 'scanLens/v1': fingerprint(`${words}\n${count}`) },
    };
  });
}

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

const relatedLocation = (place: CheckedFinding['related'][number], index: number) => ({
  id: index + 1,
  ...locationOf(place),
  message: { text: place.message },
});

function locationOf(place: CheckedPlace) {
  const { file, cell, line, column, endLine, endColumn } = place;
  const physicalLocation = {
    artifactLocation: artifactOf(file),
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
  if (cell === undefined) return { physicalLocation };
  return { physicalLocation, logicalLocations: [{ name: `cell ${cell}`, kind: 'cell' }] };
}

/** Relative to the working folder; a file outside of it has its own address. */
function artifactOf(file: string): { readonly uri: string; readonly uriBaseId?: string } {
  const shown = shownWithSlashes(file);
  if (/^([a-z]:)?\//i.test(shown)) return { uri: pathToFileURL(file).href };
  return { uri: shown.split('/').map(encodeURIComponent).join('/'), uriBaseId: sourceRoot };
}

const folderUri = (path: string): string => {
  const { href } = pathToFileURL(path);
  return href.endsWith('/') ? href : `${href}/`;
};
