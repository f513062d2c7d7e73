/**
 * Entries of `outputs_info` that scan refuses or reads otherwise than they look: Theano 1.0.5, `scan_module/scan.py`;
 * keys that nothing reads are refused by PyTensor alone.
 */

import { nearestNames } from '../../base/nearestNames.ts';
import { shortened } from '../../base/shortened.ts';
import type { Span } from '../../base/span.ts';
import type { Expression } from '../../python/syntax.ts';
import { has } from '../libraryVersions.ts';
import type { Taps } from '../mistakes.ts';
import { exactElements, textEntry } from '../objects.ts';
import { entriesOf, isDict, partSource, textOf } from '../scanArguments.ts';
import { asTensor } from '../tensorRules.ts';
import { ndimOf } from '../terms.ts';
import type { HeapObject, Value } from '../values.ts';
import type { FollowedScan } from './followedScan.ts';
import { isMinusOneInTuple } from './states.ts';

type Form = Taps['form'];

export function observeTaps(call: FollowedScan): void {
  const entries = entriesOf(call.machine, call.named.get('outputs_info')) ?? [];
  for (const [index, { value, source }] of entries.entries()) {
    if (source === null || !isDict(value) || value.object.isDamaged) continue;
    observeKeys(call, value.object, source);
    const form = formOf(call, value.object, index);
    const place = { start: call.site.start, end: call.site.end + index };
    if (form === 'fine') call.machine.observe('taps', place, 'fine');
    else if (form !== null) tell(call, form, place, partSource(source, 'taps') ?? source);
  }
}

/** What is wrong with the taps of an entry; null where that is not known. */
function formOf(call: FollowedScan, entry: HeapObject, index: number): Form | 'fine' | null {
  const given = textEntry(call.machine, entry, 'taps');
  if (given === undefined || given.kind === 'none') return 'fine';
  const initial = textEntry(call.machine, entry, 'initial');
  const elements = exactElements(call.machine, given);
  if (elements === null) return null;
  if (initial === undefined || initial.kind === 'none') return 'noInitial';
  const taps = elements.map((element) => (element.kind === 'number' ? element.value : null));
  if (taps.some((tap) => tap !== null && tap >= 0)) return 'notNegative';
  const known = taps.filter((tap) => tap !== null);
  if (new Set(known).size < known.length) return 'repeated';
  if (known.length < taps.length) return null;
  const isLikeNumber = given.kind === 'tuple' && taps.length === 1 && taps[0] === -1;
  return isLikeNumber ? tupleForm(call, initial, index) : 'fine';
}

/** Only the list `[-1]` means the state itself; the tuple takes one axis of the initial value for time. */
function tupleForm({ layout, result }: FollowedScan, initial: Value, index: number): Form | 'fine' | null {
  const type = asTensor(initial);
  const ndim = type === null ? null : ndimOf(type);
  if (ndim === 0) return 'tupleOfMinusOne';
  const state = layout.states?.[index];
  const output = result.outputs?.[index];
  const returned = output === undefined ? null : ndimOf(asTensor(output) ?? { shape: null });
  if (ndim === null || returned === null || state === undefined || !isMinusOneInTuple(state)) return null;
  return returned === ndim - 1 ? 'fine' : 'tupleOfMinusOne';
}

const knownKeys: ReadonlySet<string> = new Set(['initial', 'taps', 'inplace']);

function observeKeys(call: FollowedScan, entry: HeapObject, source: Expression): void {
  const contents = call.machine.contentsOf(entry);
  if (contents.kind !== 'dict') return;
  for (const { key } of contents.entries) {
    if (key?.kind !== 'text' || knownKeys.has(key.text)) continue;
    const isRefused = key.text === 'return_steps' || has(call.version, 'refusesUnknownKeys');
    const place = { start: source.start, end: source.end };
    if (isRefused || isMisspelt(key.text))
      tell(call, 'unexpectedKey', place, keySource(source, key.text) ?? source);
  }
}

/** Where keys are not refused people note things of their own in an entry; a slip of the pen is none. */
const isMisspelt = (key: string): boolean => nearestNames(key, knownKeys).length > 0;

/** The key as written, in a display or as a keyword. */
function keySource(source: Expression, key: string): Span | null {
  if (source.kind === 'Dict') {
    return source.items.find((item) => item.key?.kind === 'String' && item.key.value === key)?.key ?? null;
  }
  if (source.kind !== 'Call') return null;
  return source.keywords.find((keyword) => keyword.name?.name === key)?.name ?? null;
}

function tell({ machine, version }: FollowedScan, form: Form, place: Span, { start, end }: Span): void {
  const span = { start, end };
  const text = shortened(textOf(machine, span), 60);
  machine.observe('taps', place, { kind: 'taps', span, version, form, text });
}
