/**
 * A lens over each scan: how many outputs and updates it has and where the updates go. A click shows the places where they are
 * made and used, in editors that know the command for it.
 */

import type { CodeLens, Location } from 'vscode-languageserver-types';
import { linkCommands } from '../../../protocol/src/editor.ts';
import type { Analysis, ScanFact } from '../analysis/facts.ts';
import { t } from '../base/l10n.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import type { DocumentView } from './documentView.ts';
import { functionPlace, receivers } from './navigation.ts';
import { functionName } from './programNames.ts';

export interface LensContext {
  readonly file: ParsedFile;
  readonly view: DocumentView;
  /** False for editors that do not have the commands of `linkCommands`. */
  readonly hasLinkCommands: boolean;
}

/** The lenses over the scans of a document. */
export function scanLenses({ scans }: Analysis, context: LensContext): readonly CodeLens[] {
  return scans.filter(({ callee }) => context.view.holds(callee)).map((scan) => lensOf(scan, context));
}

function lensOf(scan: ScanFact, context: LensContext): CodeLens {
  const { view, hasLinkCommands } = context;
  const range = view.rangeOf(scan.callee);
  const title = `${outputsText(scan)} · ${updatesText(scan, context)}`;
  const places = hasLinkCommands ? placesOf(scan, context) : [];
  // A lens without a command would be asked for again; one with an empty name is only text.
  if (places.length === 0) return { range, command: { title, command: '' } };
  return {
    range,
    command: { title, command: linkCommands.showPlaces, arguments: [view.uri, range.start, places] },
  };
}

function outputsText({ outputs }: ScanFact): string {
  if (outputs === null) return t('outputs unknown');
  return outputs.length === 0 ? t('no outputs') : countedOutputs(outputs.length);
}

function updatesText(scan: ScanFact, { file }: LensContext): string {
  const { updates } = scan;
  if (updates.status === 'none') return t('no updates');
  if (updates.status === 'unknown') return t('updates unknown');
  const count = countedUpdates(updates.variables.length);
  if (scan.dropped !== null) return t('{0}, dropped', count);
  if (scan.returnsOnlyOutputs) return t('{0}, refused', count);
  const names = receivers(scan).map(({ place }) =>
    place.path === null ? (functionName(place, file) ?? t('a function')) : t('a function of another file'),
  );
  if (names.length > 0) return `${count} → ${listed([...new Set(names)])}`;
  return count;
}

const countedOutputs = (count: number): string => (count === 1 ? t('1 output') : t('{0} outputs', count));
const countedUpdates = (count: number): string => (count === 1 ? t('1 update') : t('{0} updates', count));

/** At most three names. */
const listed = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(', ')}, …` : names.join(', ');

/** Where the updates are made, where they go, and the functions that go without them. */
function placesOf(scan: ScanFact, { file, view }: LensContext): readonly Location[] {
  const entries = scan.updates.status === 'proven' ? scan.updates.variables.map(({ entry }) => entry) : [];
  const goals = receivers(scan).map((receiver) => functionPlace(receiver, file));
  const others = scan.functions
    .filter((use) => !use.getsUpdates)
    .map(({ callee, path }) => ({ ...callee, path }));
  return [...entries, ...goals, ...others].flatMap((place) => view.locate(place) ?? []);
}
