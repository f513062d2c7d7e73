/** A scan whose untraced states are kept row by row, which its gradient needs. */
import { type Apply, applyIn } from '../variable.ts';
import { type ScanParams, scanEntry } from './scanOp.ts';

export interface TracedScan {
  readonly made: Apply;
  /** For each output of the original the one of the traced scan that holds it. */
  readonly outputs: readonly number[];
}

/** The places 0, 1, … of four groups of these sizes. */
function places(sizes: readonly number[]): number[][] {
  let next = 0;
  return sizes.map((size) => Array.from({ length: size }, () => next++));
}

/**
 * The same scan with every untraced state as a state of one tap. Inputs keep their order, for untraced states follow the
 * others there; of the outputs they move before those without a state.
 */
export function tracedScan(original: Apply): TracedScan {
  const params = original.op.params as ScanParams;
  const { states, nitSotCount, untracedCount, inner, isWhile } = params;
  const [kept, maps, last, condition] = places([states.length, nitSotCount, untracedCount, isWhile ? 1 : 0]);
  const order = [...kept, ...last, ...maps];
  const traced: ScanParams = {
    ...params,
    inner: { inputs: inner.inputs, outputs: [...order, ...condition].map((i) => inner.outputs[i]) },
    states: [...states, ...last.map(() => ({ role: 'sitSot', taps: [-1] }) as const)],
    untracedCount: 0,
  };
  const { context } = original.inputs[0];
  const outputs = applyIn(context, { entry: scanEntry, params: traced }, original.inputs);
  return {
    made: outputs[0].owner!,
    outputs: original.outputs.map((_, index) => order.indexOf(index)),
  };
}

/** The scan itself where it has no untraced state. */
export const tracedForm = (scan: Apply): TracedScan =>
  (scan.op.params as ScanParams).untracedCount > 0
    ? tracedScan(scan)
    : { made: scan, outputs: [...scan.outputs.keys()] };
