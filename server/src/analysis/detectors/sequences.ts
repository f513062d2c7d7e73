/**
 * Sequences that are no tensors: a Python list of numbers, which scan takes for a list of sequences, and arrays that it has
 * to cut (Theano 1.0.5, Aesara 2.9.4 and PyTensor 3.3.8: `scan_seqs = [seq[:actual_n_steps] …]`).
 */
import { shortened } from '../../base/shortened.ts';
import type { Expression } from '../../python/syntax.ts';
import type { ListAsSequence } from '../mistakes.ts';
import { exactElements, textEntry } from '../objects.ts';
import { entriesOf, isDict, partSource, textOf } from '../scanArguments.ts';
import { ndimOf } from '../terms.ts';
import type { Value } from '../values.ts';
import type { FollowedScan } from './followedScan.ts';
import { calledName } from './observing.ts';

export function observeSequences(call: FollowedScan): void {
  const given = call.named.get('sequences');
  if (given === undefined || given.source === null) return;
  const elements = exactElements(call.machine, given.value);
  if (isNumbers(elements) && !isRange(given.source)) {
    tell(call, given.source, { isArray: false, isCut: isCutToLength(call, 1) });
    return;
  }
  const isCut = isCutToLength(call, elements?.length ?? 1);
  const isDisplay = given.source.kind === 'List' || given.source.kind === 'Tuple';
  const sources = isDisplay && 'elements' in given.source ? given.source.elements : [given.source];
  for (const [index, value] of (isDisplay ? (elements ?? []) : [given.value]).entries()) {
    const source = sources[index];
    if (source === undefined || isRange(source)) continue;
    const input = inputOf(call, value);
    const isArray = isCut && isArrayWithAxes(input);
    if (!isArray && !isNumbers(exactElements(call.machine, input))) continue;
    tell(call, partSource(source, 'input') ?? source, { isArray, isCut });
  }
}

/** Where the number of steps is no shape alone, scan takes `sequence[:n]` with a variable, which NumPy refuses. */
function isCutToLength({ named }: FollowedScan, sequences: number): boolean {
  const steps = named.get('n_steps')?.value;
  const isGiven = steps?.kind === 'number' || steps?.kind === 'symbolic' || steps?.kind === 'shared';
  return isGiven || sequences > 1;
}

const isArrayWithAxes = (value: Value): boolean => value.kind === 'array' && (ndimOf(value) ?? 0) > 0;

/** True where the sequence at `index` is an array of NumPy. */
export function isArraySequence(call: FollowedScan, index: number): boolean {
  const entry = entriesOf(call.machine, call.named.get('sequences'))?.[index];
  return entry !== undefined && inputOf(call, entry.value).kind === 'array';
}

const inputOf = ({ machine }: FollowedScan, value: Value): Value =>
  (isDict(value) ? textEntry(machine, value.object, 'input') : value) ?? value;

/** In Python 3 a range is no list, and scan fails in another way. */
const isRange = (source: Expression): boolean =>
  source.kind === 'Call' && calledName(source.function).endsWith('range');

const isNumbers = (elements: readonly Value[] | null): boolean =>
  elements !== null && elements.length > 0 && elements.every((element) => element.kind === 'number');

function tell(
  { machine, version }: FollowedScan,
  { start, end }: Expression,
  form: Pick<ListAsSequence, 'isArray' | 'isCut'>,
): void {
  const span = { start, end };
  const text = shortened(textOf(machine, span), 60);
  machine.observe('list-as-sequence', span, { kind: 'list-as-sequence', span, version, text, ...form });
}
