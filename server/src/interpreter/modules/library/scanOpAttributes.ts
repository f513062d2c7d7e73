/** What Theano programs read of a scan's op; the newer libraries keep it in objects of their own, which are not supported. */
import type { BufferedScanParams } from '../../../graph/scan/scanBuffers.ts';
import { PyList, type Value } from '../../values.ts';

type Read = (params: BufferedScanParams) => Value;

const roleCount =
  (role: 'mitSot' | 'sitSot'): Read =>
  ({ scan }) =>
    scan.states.filter((state) => state.role === role).length + (role === 'sitSot' ? tensorCount(scan) : 0);

/** Shared tensors that the step updates are states of one tap there. */
function tensorCount({ inner, sequenceCount, states, untracedCount }: BufferedScanParams['scan']): number {
  const first = sequenceCount + states.reduce((sum, { taps }) => sum + taps.length, 0);
  const untraced = inner.inputs.slice(first, first + untracedCount);
  return untraced.filter(({ type }) => type.generator === undefined).length;
}

export const scanOpAttributes: ReadonlyMap<string, Read> = new Map(
  Object.entries<Read>({
    inputs: ({ inner }) => new PyList([...inner.inputs]),
    outputs: ({ inner }) => new PyList([...inner.outputs]),
    n_seqs: ({ scan }) => scan.sequenceCount,
    n_mit_sot: roleCount('mitSot'),
    n_sit_sot: roleCount('sitSot'),
    n_nit_sot: ({ scan }) => scan.nitSotCount,
    n_shared_outs: ({ scan }) => scan.untracedCount - tensorCount(scan),
    as_while: ({ scan }) => scan.isWhile,
    truncate_gradient: ({ scan }) => scan.truncateGradient,
  }),
);
