/** Compiled functions as data: what they take, give and change. */

import type { FunctionData } from '../../../../protocol/src/questions.ts';
import { t } from '../../base/l10n.ts';
import type { Variable } from '../../graph/variable.ts';
import { backendText } from '../backendText.ts';
import { functionName } from '../functionName.ts';
import type { RecordedFunction } from '../journal/records.ts';
import { keyText } from '../programValues.ts';
import { droppedUpdates } from './droppedUpdates.ts';
import type { Evidence } from './evidence.ts';
import { type NameOf, variableNamer } from './variableNames.ts';

/** The functions that the program holds or that were called. */
export function functionsData(evidence: Evidence): FunctionData[] {
  const nameOf = variableNamer(evidence);
  const found = evidence.journal.functions.functions.map((recorded) => {
    return { recorded, held: heldName(recorded, evidence) };
  });
  const names = new Set(found.map(({ held }) => held));
  const places = new Map(found.map(({ recorded }) => [placeKey(recorded), recorded]));
  // A cell that is run again makes its functions anew; those of before are no longer what a person means.
  const isReplaced = (recorded: RecordedFunction): boolean =>
    (recorded.calledAs !== null && names.has(recorded.calledAs)) ||
    places.get(placeKey(recorded)) !== recorded;
  return found
    .filter(({ recorded, held }) => held !== null || (recorded.callCount > 0 && !isReplaced(recorded)))
    .map(({ recorded, held }) => functionData(recorded, held, nameOf));
}

/** The same for functions that one expression of one text has made. */
const placeKey = ({ id, place }: RecordedFunction): string =>
  place === null ? String(id) : JSON.stringify([place.version, place.span, place.path]);

/** The expression through which the program's names reach it; runs no code of the program. */
function heldName({ compiled }: RecordedFunction, { globals }: Evidence): string | null {
  const repr = (key: Parameters<typeof keyText>[0]): string => keyText(key) ?? '…';
  return functionName(compiled, { frame: null, globals, repr });
}

function functionData(
  { id, compiled, place, callCount, backend, fallbacks }: RecordedFunction,
  held: string | null,
  nameOf: NameOf,
): FunctionData {
  const { graph, outputCount, updated } = compiled;
  return {
    id,
    name: compiled.name ?? held,
    place,
    inputs: graph.inputs.map((variable, i) => typed(variable, `input ${i}`)),
    outputs: graph.outputs.slice(0, outputCount).map((variable, i) => typed(variable, `output ${i}`)),
    updates: updated.map(nameOf),
    dropped: droppedUpdates(compiled).map(nameOf),
    callCount,
    backend: backend === null ? '' : backendText([{ backend, fallbacks }]),
  };
}

const ranks: readonly (() => string)[] = [() => t('scalar'), () => t('vector'), () => t('matrix')];

/** `x: float64 matrix`. */
function typed({ name, type }: Variable, otherwise: string): string {
  const rank = ranks[type.shape.length]?.() ?? t('{0}-D tensor', type.shape.length);
  const what = type.generator === undefined ? `${type.dtype} ${rank}` : t('random state');
  return `${name ?? otherwise}: ${what}`;
}
