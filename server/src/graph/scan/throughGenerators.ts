/**
 * Gradients of a step that would need the state of a random generator at that step: the libraries keep only the last one and
 * refuse them. `Scan.L_op` of Theano 1.0.5, `Scan.pullback` of PyTensor 3.3.0.
 */
import { NullGradient } from '../gradient/gradientRule.ts';
import { printVariable } from '../printVariable.ts';
import { graphInputs } from '../traversal.ts';
import type { Apply, Variable } from '../variable.ts';
import { type ScanParams, scanEntry } from './scanOp.ts';

/** What is asked of the scan whose gradient is made. */
interface ForwardScan {
  readonly params: ScanParams;
  readonly made: Apply;
  readonly streams: readonly { readonly slot: Variable; readonly rows: Variable }[];
  readonly states: readonly { readonly initial: Variable; readonly slots: readonly Variable[] }[];
  readonly others: readonly Variable[];
  readonly otherSlots: readonly Variable[];
}

/** The refusal of a gradient with respect to `slot` that reads the state of a generator; null when it reads none. */
export function throughGenerators(
  forward: ForwardScan,
  slot: Variable,
  gradient: Variable,
): NullGradient | null {
  const reads = graphInputs([gradient]).some((input) => input.type.generator !== undefined);
  if (!reads) return null;
  const { made, params } = forward;
  const { dialect } = made.inputs[0].context;
  const op = scanEntry.print(params, dialect, params.states.length, made).replace(/\.\d+$/, '');
  const index = inputIndex(forward, slot);
  const input = libraryInputs(forward)[index] ?? made.inputs[0];
  return new NullGradient(
    `This variable is Null because the grad method for input ${index} (${printVariable(input)}) of the ${op} op is ${dialect.undefinedGradient}. ${dialect.untracedGradient}`,
  );
}

/** The libraries count the states and the rest as if there were no sequences. */
function inputIndex({ streams, states, otherSlots }: ForwardScan, slot: Variable): number {
  const stream = streams.findIndex((each) => each.slot === slot);
  if (stream >= 0) return 1 + stream;
  const own = states.filter(({ slots }) => slots[0].type.generator === undefined);
  const state = own.findIndex(({ slots }) => slots.includes(slot));
  return 1 + (state >= 0 ? state : own.length + otherSlots.indexOf(slot));
}

/** The inputs of the libraries' op as far as they can be named: generators come after the states. */
function libraryInputs({ made, streams, states, others }: ForwardScan): Variable[] {
  const isGenerator = ({ initial }: ForwardScan['states'][number]): boolean =>
    initial.type.generator !== undefined;
  const initials = [...states.filter((each) => !isGenerator(each)), ...states.filter(isGenerator)];
  return [
    made.inputs[0],
    ...streams.map(({ rows }) => rows),
    ...initials.map(({ initial }) => initial),
    ...others,
  ];
}
