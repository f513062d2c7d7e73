/**
 * What a step function may return, and what that means: outputs, updates and a condition (Theano 1.0.5,
 * `get_updates_and_outputs`). The Python structure arrives as plain data.
 */
import { EngineError } from '../../tensor/engineError.ts';
import type { Dialect } from '../dialects.ts';
import type { GraphContext, Variable } from '../variable.ts';

/** A Python value that a step returned, as far as scan looks into it. */
export type StepValue =
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'until'; readonly condition: Variable }
  | {
      readonly kind: 'list' | 'tuple';
      readonly items: readonly StepValue[];
      /** The program's object. */
      readonly source?: unknown;
    }
  | {
      readonly kind: 'dict';
      readonly entries: readonly (readonly [StepValue, StepValue])[];
      /** For the warning: `<class 'dict'>`; null for ordered kinds. */
      readonly plainType: string | null;
    }
  | { readonly kind: 'other' };

export interface StepReturn {
  readonly condition: Variable | null;
  readonly outputs: readonly Variable[];
  /** Targets and values as the program wrote them: pairs of outputs that look like updates are taken for some. */
  readonly updates: readonly (readonly [target: unknown, value: unknown])[];
}

/** Reads what a step returned; `print` gives its Python text for the error message. */
export function parseStepReturn(context: GraphContext, value: StepValue, print: () => string): StepReturn {
  if (!isAllowed(value)) throw new EngineError('ValueError', notAllowed(context.dialect));
  if (isOutputs(value)) return { condition: null, outputs: outputsOf(value), updates: [] };
  if (isUpdates(context, value)) return { condition: null, outputs: [], updates: updatesOf(value) };
  const parsed = isSequence(value) ? parseParts(context, value.items) : null;
  if (parsed) return parsed;
  throw new EngineError(
    'ValueError',
    `Scan cannot parse the return value of your lambda expression, which is: ${print()}`,
  );
}

/** Outputs, updates and condition side by side; null when they make no sense. */
function parseParts(context: GraphContext, parts: readonly StepValue[]): StepReturn | null {
  const [first, second, third] = parts;
  if (parts.length < 2 || parts.length > 3) return null;
  if (isOutputs(first)) {
    const outputs = outputsOf(first);
    if (parts.length === 2) {
      if (isUpdates(context, second)) return { condition: null, outputs, updates: updatesOf(second) };
      return second.kind === 'until' ? { condition: second.condition, outputs, updates: [] } : null;
    }
    if (!isUpdates(context, second) || third.kind !== 'until') return null;
    return { condition: third.condition, outputs, updates: updatesOf(second) };
  }
  if (parts.length !== 2 || !isUpdates(context, first)) return null;
  if (isOutputs(second)) throw new EngineError('ValueError', wrongOrder);
  return second.kind === 'until'
    ? { condition: second.condition, outputs: [], updates: updatesOf(first) }
    : null;
}

const wrongOrder =
  'The return value of the lambda function has been restricted. you have to always return first the outputs (if any), afterwards the updates (if any) and at the end the conclusion';

type Sequence = Extract<StepValue, { kind: 'list' | 'tuple' }>;

const isSequence = (value: StepValue): value is Sequence => value.kind === 'list' || value.kind === 'tuple';

function isAllowed(value: StepValue): boolean {
  if (isSequence(value)) return value.items.every(isAllowed);
  if (value.kind === 'dict') return value.entries.every(([key, entry]) => isAllowed(key) && isAllowed(entry));
  return value.kind !== 'other';
}

const isOutputs = (value: StepValue): boolean =>
  value.kind === 'variable' || (isSequence(value) && value.items.every((item) => item.kind === 'variable'));

const outputsOf = (value: StepValue): Variable[] =>
  (isSequence(value) ? value.items : [value]).flatMap((item) =>
    item.kind === 'variable' ? [item.variable] : [],
  );

function isUpdates(context: GraphContext, value: StepValue): boolean {
  if (value.kind !== 'dict') {
    return isSequence(value) && value.items.every((item) => isSequence(item) && item.items.length === 2);
  }
  if (context.dialect.warnsAboutPlainDict && value.plainType !== null && value.entries.length > 1) {
    context.warn(
      'UserWarning',
      `Expected OrderedDict or OrderedUpdates, got ${value.plainType}. This can make your script non-deterministic.`,
    );
  }
  return true;
}

function updatesOf(value: StepValue): (readonly [unknown, unknown])[] {
  const pairs: (readonly StepValue[])[] =
    value.kind === 'dict'
      ? value.entries.map((entry) => [...entry])
      : isSequence(value)
        ? value.items.map(itemsOf)
        : [];
  const updates = new Map<unknown, unknown>();
  for (const [key, expression] of pairs) {
    if (key.kind === 'list') throw new EngineError('TypeError', "unhashable type: 'list'");
    updates.set(written(key), written(expression));
  }
  return [...updates];
}

/** A variable, or the object that stands where one should. */
const written = (value: StepValue): unknown =>
  value.kind === 'variable' ? value.variable : isSequence(value) ? value.source : null;

const itemsOf = (value: StepValue): readonly StepValue[] => (isSequence(value) ? value.items : []);

function notAllowed({ title, untilPath }: Dialect): string {
  return `The return value of your scan lambda expression may only be made of lists, tuples, or dictionaries containing ${title} variables (or \`${untilPath}\` objects for conditions). In particular if you need to use constant values, you can use \`tensor.constant\` to turn them into ${title} variables.`;
}
