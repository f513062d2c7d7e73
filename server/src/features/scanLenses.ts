/**
 * A lens over each scan: how many outputs and updates it has and where the updates go. A click shows the places where they are
 * made and used, in editors that know the command for it.
 */
import type { CodeLens, Location } from 'vscode-languageserver-types';
import { linkCommands } from '../../../protocol/src/editor.ts';
import type { Analysis, ScanFact } from '../analysis/facts.ts';
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
  if (outputs === null) return 'outputs unknown';
  return outputs.length === 0 ? 'no outputs' : counted(outputs.length, 'output');
}

function updatesText(scan: ScanFact, { file }: LensContext): string {
  const { updates } = scan;
  if (updates.status === 'none') return 'no updates';
  if (updates.status === 'unknown') return 'updates unknown';
  const count = counted(updates.variables.length, 'update');
  if (scan.dropped !== null) return `${count}, dropped`;
  if (scan.returnsOnlyOutputs) return `${count}, refused`;
  const names = receivers(scan).map(({ place }) =>
    place.path === null ? (functionName(place, file) ?? 'a function') : 'a function of another file',
  );
  if (names.length > 0) return `${count} → ${listed([...new Set(names)])}`;
  return count;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

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
