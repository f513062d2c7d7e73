/** The updates of a scan in Markdown: what changes, by what, and where each update goes. Reads facts; decides nothing. */

import type { Destination, ScanFact, UpdateFact } from '../analysis/facts.ts';
import { t } from '../base/l10n.ts';
import type { AnyNode } from '../python/syntax.ts';
import { nodeAt } from '../python/walk.ts';
import { table, tableCode } from './markdown.ts';
import { placeText, sourceText } from './placeText.ts';
import { entryParts, functionName } from './programNames.ts';
import type { TextContext } from './textContext.ts';

const mostDestinations = 4;
const mostFunctions = 5;

const origins: Readonly<Record<UpdateFact['origin'], () => string>> = {
  entry: () => t('entry'),
  draw: () => t('random draw'),
  default: () => '`default_update`',
};

/** The table of updates. */
export function updatesText(scan: ScanFact, context: TextContext): string {
  const { updates } = scan;
  if (updates.status === 'none') return t('**Updates**: none');
  if (updates.status === 'unknown') return t('**Updates**: not known, {0}', updates.reason);
  const goal = destinationText(scan, context);
  const rows = updates.variables.map((variable) => {
    const name = tableCode(variable.name) + (variable.isCertain ? '' : ` ${t('(on some ways)')}`);
    return [name, origins[variable.origin](), newValueText(variable, context), goal];
  });
  const head = [t('variable'), t('origin'), t('new value'), t('goes to')];
  return `${t('**Updates**')}\n\n${table(head, rows)}`;
}

/** The expression that an update assigns. */
export function newValueText({ entry, origin }: UpdateFact, { file, view }: TextContext): string {
  if (entry.path !== null) return placeText(entry, view);
  const value = origin === 'entry' ? entryParts(entry, file).value : null;
  return sourceText(value ?? entry, file, view);
}

/** Where the updates of a scan go, in one phrase. */
export function destinationText(scan: ScanFact, context: TextContext): string {
  if (scan.dropped !== null) return t('**dropped**: it keeps its value');
  if (scan.returnsOnlyOutputs) return t('refused: `return_updates=False`');
  const { destinations } = scan;
  const ordered = [
    ...destinations.filter((one) => one.kind === 'function'),
    ...destinations.filter((one) => one.kind !== 'function'),
  ].filter((one) => one.kind !== 'returned' || returnNode(one, context) !== null);
  const unique = [...new Set(ordered.map((one) => oneDestination(one, context)))];
  if (unique.length === 0) return destinations.length === 0 ? t('nothing yet') : t('the caller');
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
  if (kind !== 'function') return `${destinationNames[kind]()}${where}`;
  const name = place.path === null ? functionName(place, file) : null;
  return t('passed to {0}', (name === null ? t('a function') : tableCode(name)) + where);
}

const destinationNames: Readonly<Record<Exclude<Destination['kind'], 'function'>, () => string>> = {
  givens: () => t('read as `givens`, which changes no variable'),
  step: () => t('returned to the scan around it'),
  container: () => t('put into a dict or list'),
  returned: () => t('returned to the caller'),
  yielded: () => t('yielded to the caller'),
  attribute: () => t('kept in an attribute'),
  defaultUpdate: () => t('kept as the `default_update` of their variables'),
  read: () => t('read by an expression'),
  call: () => t('handed to a call that is not followed'),
  asserted: () => t('checked by an assertion'),
  unseen: () => t('code that is not followed'),
};

/** Which functions that use the scan get its updates; said only where there are updates to get. */
export function functionsText(scan: ScanFact, { file, view }: TextContext): string {
  if (scan.updates.status !== 'proven' || scan.functions.length === 0) return '';
  const texts = scan.functions.slice(0, mostFunctions).map((use) => {
    const name = use.path === null ? functionName(use.span, file) : null;
    const place = placeText({ ...use.callee, path: use.path }, view);
    const what = `${name === null ? t('a function') : tableCode(name)} (${place})`;
    return use.getsUpdates ? t('{0} gets the updates', what) : t('{0} does not get the updates', what);
  });
  const more = scan.functions.length > mostFunctions ? ', …' : '';
  return t('**Used by** {0}', texts.join(', ') + more);
}
