/** A shared variable in Markdown: its type, and by which scans and functions it is updated. Reads facts; decides nothing. */

import type { Analysis, ScanFact, SharedVariableFact, UpdateFact } from '../analysis/facts.ts';
import type { Place } from '../analysis/terms.ts';
import { t } from '../base/l10n.ts';
import { codeSpan, table, tableCode } from './markdown.ts';
import { placeText } from './placeText.ts';
import { functionName } from './programNames.ts';
import type { TextContext } from './textContext.ts';
import { typeText } from './typeText.ts';
import { destinationText, newValueText } from './updatesMarkdown.ts';

const mostFunctions = 5;

/** Everything about one shared variable. */
export function sharedMarkdown(shared: SharedVariableFact, analysis: Analysis, context: TextContext): string {
  const what = shared.isGenerator ? t('random state') : t('shared variable');
  const name = shared.name === '' ? '' : ` ${codeSpan(shared.name)}`;
  const type = shared.isGenerator ? '' : `: ${typeText(shared.type, context.floatX) || t('type not known')}`;
  const head = t('**{0}**{1}, made in {2}', what, name + type, placeText(shared.span, context.view));
  const updates = updatesOf(shared, analysis);
  const scans = updates.length === 0 ? '' : updatesTable(updates, context);
  const functions = functionsText(shared, analysis, context);
  const none = scans === '' && functions === '' ? t('Nothing in this file is seen to update it.') : '';
  return [head, scans, functions, none].filter((text) => text !== '').join('\n\n');
}

interface SharedUpdate {
  readonly scan: ScanFact;
  readonly update: UpdateFact;
}

/** Each scan that updates the variable, with the update. */
export function updatesOf({ span }: SharedVariableFact, { scans }: Analysis): readonly SharedUpdate[] {
  return scans.flatMap((scan) => {
    const { updates } = scan;
    if (updates.status !== 'proven') return [];
    return updates.variables.filter((one) => isAt(one.definition, span)).map((update) => ({ scan, update }));
  });
}

const isAt = (place: Place | null, { start }: { readonly start: number }): boolean =>
  place !== null && place.path === null && place.start === start;

function updatesTable(updates: readonly SharedUpdate[], context: TextContext): string {
  const rows = updates.map(({ scan, update }) => {
    const where = `${scan.kind} (${placeText(scan.callee, context.view)})`;
    return [where, newValueText(update, context), destinationText(scan, context)];
  });
  return table([t('updated by'), t('new value'), t('goes to')], rows);
}

function functionsText(shared: SharedVariableFact, analysis: Analysis, context: TextContext): string {
  const { file, view } = context;
  const changing = analysis.compiledFunctions.filter(({ updated }) =>
    updated.some((place) => isAt(place, shared.span)),
  );
  if (changing.length === 0) return '';
  const texts = changing.slice(0, mostFunctions).map(({ span, callee }) => {
    const name = functionName(span, file);
    return `${name === null ? t('a function') : tableCode(name)} (${placeText(callee, view)})`;
  });
  const more = changing.length > mostFunctions ? ', …' : '';
  return t('**Changes when called**: {0}', texts.join(', ') + more);
}
