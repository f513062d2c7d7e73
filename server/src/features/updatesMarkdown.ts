/** The updates of a scan in Markdown: what changes, by what, and where each update goes. Reads facts; decides nothing. */
import type { Destination, ScanFact, UpdateFact } from '../analysis/facts.ts';
import type { AnyNode } from '../python/syntax.ts';
import { nodeAt } from '../python/walk.ts';
import { table, tableCode } from './markdown.ts';
import { placeText, sourceText } from './placeText.ts';
import { entryParts, functionName } from './programNames.ts';
import type { TextContext } from './textContext.ts';

const mostDestinations = 4;
const mostFunctions = 5;

const origins: Readonly<Record<UpdateFact['origin'], string>> = {
  entry: 'entry',
  draw: 'random draw',
  default: '`default_update`',
};

/** The table of updates. */
export function updatesText(scan: ScanFact, context: TextContext): string {
  const { updates } = scan;
  if (updates.status === 'none') return '**Updates**: none';
  if (updates.status === 'unknown') return `**Updates**: not known, ${updates.reason}`;
  const goal = destinationText(scan, context);
  const rows = updates.variables.map((variable) => {
    const name = tableCode(variable.name) + (variable.isCertain ? '' : ' (on some ways)');
    return [name, origins[variable.origin], newValueText(variable, context), goal];
  });
  return `**Updates**\n\n${table(['variable', 'origin', 'new value', 'goes to'], rows)}`;
}

/** The expression that an update assigns. */
export function newValueText({ entry, origin }: UpdateFact, { file, view }: TextContext): string {
  if (entry.path !== null) return placeText(entry, view);
  const value = origin === 'entry' ? entryParts(entry, file).value : null;
  return sourceText(value ?? entry, file, view);
}

/** Where the updates of a scan go, in one phrase. */
export function destinationText(scan: ScanFact, context: TextContext): string {
  if (scan.dropped !== null) return '**dropped**: it keeps its value';
  if (scan.returnsOnlyOutputs) return 'refused: `return_updates=False`';
  const { destinations } = scan;
  const ordered = [
    ...destinations.filter((one) => one.kind === 'function'),
    ...destinations.filter((one) => one.kind !== 'function'),
  ].filter((one) => one.kind !== 'returned' || returnNode(one, context) !== null);
  const unique = [...new Set(ordered.map((one) => oneDestination(one, context)))];
  if (unique.length === 0) return destinations.length === 0 ? 'nothing yet' : 'the caller';
  const shown = unique.slice(0, mostDestinations).join('; ');
  return unique.length > mostDestinations ? `${shown}; …` : shown;
}

/** Of a function that is followed as if called from outside only its `def` is known, which says nothing new. */
const returnNode = ({ place }: Destination, { file }: TextContext): AnyNode | null =>
  place.path !== null
    ? null
    : (nodeAt(file.module, place.start).find((node) => node.kind === 'Return') ?? null);

function oneDestination({ kind, place }: Destination, { file, view }: TextContext): string {
  const isWhole = place.start === 0 && place.end === file.module.end;
  const where = isWhole ? '' : ` (${placeText(place, view)})`;
  if (kind !== 'function') return `${destinationNames[kind]}${where}`;
  const name = place.path === null ? functionName(place, file) : null;
  return `passed to ${name === null ? 'a function' : tableCode(name)}${where}`;
}

const destinationNames: Readonly<Record<Exclude<Destination['kind'], 'function'>, string>> = {
  givens: 'read as `givens`, which changes no variable',
  step: 'returned to the scan around it',
  container: 'put into a dict or list',
  returned: 'returned to the caller',
  yielded: 'yielded to the caller',
  attribute: 'kept in an attribute',
  defaultUpdate: 'kept as the `default_update` of their variables',
  read: 'read by an expression',
  call: 'handed to a call that is not followed',
  asserted: 'checked by an assertion',
  unseen: 'code that is not followed',
};

/** Which functions that use the scan get its updates; said only where there are updates to get. */
export function functionsText(scan: ScanFact, { file, view }: TextContext): string {
  if (scan.updates.status !== 'proven' || scan.functions.length === 0) return '';
  const texts = scan.functions.slice(0, mostFunctions).map((use) => {
    const name = use.path === null ? functionName(use.span, file) : null;
    const verb = use.getsUpdates ? 'gets the updates' : 'does not get the updates';
    const place = placeText({ ...use.callee, path: use.path }, view);
    return `${name === null ? 'a function' : tableCode(name)} (${place}) ${verb}`;
  });
  return `**Used by** ${texts.join(', ')}${scan.functions.length > mostFunctions ? ', …' : ''}`;
}
