/**
 * From updates to the functions that receive them and back: definitions lead from the `updates=` of a function or from a name
 * that holds updates to the entries in the step, and from the key of an entry to the shared variable; references lead the other
 * way. Answers only where facts say something. What a language server for Python answers, too, has the same range here, so
 * that editors show it once.
 */
import type { Location } from 'vscode-languageserver-types';
import type { Analysis, Destination, ScanFact, UpdateFact } from '../analysis/facts.ts';
import type { Place } from '../analysis/terms.ts';
import { plainSpan, type Span, touches } from '../base/span.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import type { Call } from '../python/syntax.ts';
import { nodeAt } from '../python/walk.ts';
import type { DocumentView } from './documentView.ts';
import { callAt, entryParts, updatesArgument } from './programNames.ts';

export interface NavigationContext {
  readonly file: ParsedFile;
  readonly view: DocumentView;
}

/** The compiled functions that receive the updates of a scan. */
export const receivers = ({ destinations }: ScanFact): readonly Destination[] =>
  destinations.filter(({ kind }) => kind === 'function');

/** Where a function receives updates: its argument, else its callee, else the call. */
export function functionPlace({ place }: Destination, file: ParsedFile): Place {
  if (place.path !== null) return place;
  const call = callAt(file, place);
  return call === null ? place : here(updatesArgument(call) ?? call.function);
}

/** Where what stands at an offset comes from. */
export function definitionAt(
  analysis: Analysis,
  offset: number,
  { file, view }: NavigationContext,
): readonly Location[] {
  const call = updatesKeywordAt(file, offset);
  if (call !== null)
    return located(
      receivedBy(analysis, call).flatMap((scan) => [here(scan.callee), ...entriesOf(scan)]),
      view,
    );
  const holders = updatesNamedAt(analysis, offset);
  if (holders.length > 0) {
    const places = holders.flatMap((scan) => [...bindingsOf(scan), ...entriesOf(scan)]);
    return located(
      places.filter((place) => place.path !== null || !touches(place, offset)),
      view,
    );
  }
  const keys = updatesAt(analysis, offset).filter(({ update }) => isKeyAt(update, offset, file));
  return located(
    keys.flatMap(({ update }) => (update.definition === null ? [] : [nameOf(update.definition, file)])),
    view,
  );
}

/** Where what stands at an offset goes. */
export function referencesAt(
  analysis: Analysis,
  offset: number,
  { file, view }: NavigationContext,
): readonly Location[] {
  const holders = updatesNamedAt(analysis, offset);
  const written = updatesAt(analysis, offset);
  const scans = [...holders, ...written.map(({ scan }) => scan)];
  const places = scans.flatMap((scan) => [
    ...entriesOf(scan),
    ...updatesMentions(scan),
    ...goalsOf(scan, file),
  ]);
  return located([...places, ...sharedPlaces(analysis, offset)], view);
}

// -------------------------------------------------------------------------------------------------- what stands there

/** The call of which the word `updates` in `updates=…` stands at the offset. */
function updatesKeywordAt(file: ParsedFile, offset: number): Call | null {
  const found = nodeAt(file.module, offset).findLast(
    (node) =>
      node.kind === 'Call' &&
      node.keywords.some(({ name }) => name?.name === 'updates' && touches(name, offset)),
  );
  return found?.kind === 'Call' ? found : null;
}

const receivedBy = ({ scans }: Analysis, call: Call): readonly ScanFact[] =>
  scans.filter((scan) =>
    receivers(scan).some(
      ({ place }) => place.path === null && place.start === call.start && place.end === call.end,
    ),
  );

const updatesNamedAt = ({ scans }: Analysis, offset: number): readonly ScanFact[] =>
  scans.filter(({ mentions }) => mentions.some((one) => one.part === 'updates' && touches(one, offset)));

/** The updates of which the entry stands at the offset. */
function updatesAt({ scans }: Analysis, offset: number) {
  return scans.flatMap((scan) => {
    const { updates } = scan;
    if (updates.status !== 'proven') return [];
    const found = updates.variables.filter(({ entry }) => entry.path === null && touches(entry, offset));
    return found.map((update) => ({ scan, update }));
  });
}

function isKeyAt({ entry }: UpdateFact, offset: number, file: ParsedFile): boolean {
  const { key } = entryParts(entry, file);
  return key !== null && touches(key, offset);
}

// ------------------------------------------------------------------------------------------------------ what it is tied to

const here = (span: Span): Place => ({ ...plainSpan(span), path: null });

const entriesOf = ({ updates }: ScanFact): readonly Place[] =>
  updates.status === 'proven' ? updates.variables.map(({ entry }) => entry) : [];

const goalsOf = (scan: ScanFact, file: ParsedFile): readonly Place[] =>
  receivers(scan).map((receiver) => functionPlace(receiver, file));

const updatesMentions = ({ mentions }: ScanFact): readonly Place[] =>
  mentions.filter(({ part }) => part === 'updates').map(here);

/** The names that are bound to the updates first. */
const bindingsOf = (scan: ScanFact): readonly Place[] => updatesMentions(scan).slice(0, 1);

/** A shared variable at the offset: its names, and the entries that update it. */
function sharedPlaces({ sharedVariables, scans }: Analysis, offset: number): readonly Place[] {
  const shared = sharedVariables.find(({ mentions }) => mentions.some((one) => touches(one, offset)));
  if (shared === undefined) return [];
  const entries = scans.flatMap(({ updates }) => {
    const variables = updates.status === 'proven' ? updates.variables : [];
    const own = variables.filter(
      ({ definition }) => definition?.path === null && definition.start === shared.span.start,
    );
    return own.map(({ entry }) => entry);
  });
  return [...shared.mentions.map(here), ...entries];
}

/** The name that is bound to what is made at a place, where it is bound at once; else the place. */
function nameOf(definition: Place, file: ParsedFile): Place {
  if (definition.path !== null) return definition;
  const statement = nodeAt(file.module, definition.start).findLast((node) => node.kind === 'Assign');
  if (statement?.kind !== 'Assign' || statement.value.start !== definition.start) return definition;
  const [target] = statement.targets;
  return target?.kind === 'Name' ? here(target) : definition;
}

/** Each place once. */
function located(places: readonly Place[], view: DocumentView): readonly Location[] {
  const locations = places.flatMap((place) => view.locate(place) ?? []);
  const byKey = new Map(locations.map((location) => [JSON.stringify(location), location]));
  return [...byKey.values()];
}
