/** A Python list of numbers where scan wants tensors: it takes the list for a list of sequences. */
import { shortened } from '../../base/shortened.ts';
import type { Expression } from '../../python/syntax.ts';
import { exactElements, textEntry } from '../objects.ts';
import { isDict, partSource, textOf } from '../scanArguments.ts';
import type { Value } from '../values.ts';
import type { FollowedScan } from './followedScan.ts';
import { calledName } from './observing.ts';

export function observeSequences(call: FollowedScan): void {
  const given = call.named.get('sequences');
  if (given === undefined || given.source === null) return;
  const elements = exactElements(call.machine, given.value);
  if (isNumbers(elements) && !isRange(given.source)) {
    tell(call, given.source);
    return;
  }
  const isDisplay = given.source.kind === 'List' || given.source.kind === 'Tuple';
  const sources = isDisplay && 'elements' in given.source ? given.source.elements : [given.source];
  for (const [index, value] of (isDisplay ? (elements ?? []) : [given.value]).entries()) {
    const source = sources[index];
    if (
      source !== undefined &&
      !isRange(source) &&
      isNumbers(exactElements(call.machine, inputOf(call, value)))
    ) {
      tell(call, partSource(source, 'input') ?? source);
    }
  }
}

const inputOf = ({ machine }: FollowedScan, value: Value): Value =>
  (isDict(value) ? textEntry(machine, value.object, 'input') : value) ?? value;

/** In Python 3 a range is no list, and scan fails in another way. */
const isRange = (source: Expression): boolean =>
  source.kind === 'Call' && calledName(source.function).endsWith('range');

const isNumbers = (elements: readonly Value[] | null): boolean =>
  elements !== null && elements.length > 0 && elements.every((element) => element.kind === 'number');

function tell({ machine, version }: FollowedScan, { start, end }: Expression): void {
  const span = { start, end };
  const text = shortened(textOf(machine, span), 60);
  machine.observe('list-as-sequence', span, { kind: 'list-as-sequence', span, version, text });
}
