/** The number of steps: one that is no integer, and one that is larger than a sequence is long. */
import { shortened } from '../../base/shortened.ts';
import { isFloat } from '../../tensor/dtype.ts';
import { has } from '../libraryVersions.ts';
import type { MistakeOf } from '../mistakes.ts';
import type { Verdict } from '../observations.ts';
import { type NamedArgument, type SequenceInfo, textOf } from '../scanArguments.ts';
import { asTensor } from '../tensorRules.ts';
import type { FollowedScan } from './followedScan.ts';
import { isArraySequence } from './sequences.ts';

export function observeSteps(call: FollowedScan): void {
  const steps = call.named.get('n_steps');
  if (steps === undefined || steps.source === null) return;
  call.machine.observe('n-steps-not-integer', steps.source, integerVerdict(call, steps));
  const { value } = steps;
  // With 1 nothing is checked, and the element is there.
  if (value.kind !== 'number' || value.variety !== 'int' || value.value === null || value.value <= 1) return;
  for (const [index, sequence] of (call.layout.sequences ?? []).entries()) {
    // An array fails before anything is counted.
    if (!isArraySequence(call, index)) observeLength(call, sequence, value.value);
  }
}

function integerVerdict(
  { machine, version }: FollowedScan,
  { value, source }: NamedArgument,
): Verdict<MistakeOf<'n-steps-not-integer'>> {
  if (source === null) return 'unknown';
  const isWhole =
    value.kind === 'number'
      ? wholeNumber(value, { takesFloats: has(version, 'floatSteps') })
      : wholeTensor(value);
  if (isWhole === null) return 'unknown';
  if (isWhole) return 'fine';
  const span = { start: source.start, end: source.end };
  return { kind: 'n-steps-not-integer', span, version, text: shortened(textOf(machine, source), 60) };
}

/** A float that is known as a number; of another only its type is known, and Python 2 divides to an integer. */
function wholeNumber(
  { variety, value }: { readonly variety: string; readonly value: number | null },
  { takesFloats }: { readonly takesFloats: boolean },
): boolean | null {
  if (variety === 'int') return true;
  return variety === 'float' && value !== null ? takesFloats : null;
}

/** Tensors and NumPy's numbers are refused by all libraries unless their dtype is an integer's. */
function wholeTensor(value: Parameters<typeof asTensor>[0]): boolean | null {
  const type =
    value.kind === 'array' || value.kind === 'symbolic' || value.kind === 'shared' ? asTensor(value) : null;
  const { float32, float64 } = type?.dtype ?? { float32: null, float64: null };
  if (float32 === null || float64 === null) return null;
  if (isFloat(float32) && isFloat(float64)) return false;
  return isFloat(float32) || isFloat(float64) ? null : true;
}

/** Taps cut a sequence: from the earliest to the latest element that a step sees (`scan.py`). */
function observeLength(
  { machine, version, named }: FollowedScan,
  sequence: SequenceInfo,
  steps: number,
): void {
  const whole = sequence.type?.shape?.[0];
  const source = sequence.source ?? named.get('n_steps')?.source;
  if (source == null || typeof whole !== 'number') return;
  const span = { start: source.start, end: source.end };
  const length = whole - Math.max(...sequence.taps, 0) + Math.min(...sequence.taps, 0);
  const text = shortened(textOf(machine, source), 60);
  const mistake: MistakeOf<'too-many-steps'> = {
    kind: 'too-many-steps',
    span,
    version,
    steps,
    length,
    sequence: text,
  };
  machine.observe('too-many-steps', span, steps > length ? mistake : 'fine');
}
