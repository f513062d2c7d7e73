/**
 * What programs read of a scan's op: Theano has the counts and the step's graph on the op itself, the newer libraries the counts in
 * `op.info` and the graph under other names. `ScanInfo` of `scan/op.py` (Aesara 2.9.4, PyTensor 3).
 */
import { GraphCopies } from '../../../graph/cloneGraph.ts';
import { numberedInput } from '../../../graph/debugText.ts';
import type { BufferedScanParams } from '../../../graph/scan/scanBuffers.ts';
import { type GraphContext, NominalVariable, type Variable } from '../../../graph/variable.ts';
import { notSupported } from '../../exceptions.ts';
import { defineType } from '../../pyType.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';

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

const untracedCount: Read = ({ scan }) => scan.untracedCount - tensorCount(scan);

const counts: Readonly<Record<string, Read>> = {
  n_seqs: ({ scan }) => scan.sequenceCount,
  n_mit_sot: roleCount('mitSot'),
  n_sit_sot: roleCount('sitSot'),
  n_nit_sot: ({ scan }) => scan.nitSotCount,
  n_shared_outs: untracedCount,
  as_while: ({ scan }) => scan.isWhile,
};

const truncation: Read = ({ scan }) => scan.truncateGradient;

const theanoAttributes: ReadonlyMap<string, Read> = new Map(
  Object.entries<Read>({
    inputs: ({ inner }) => new PyList([...inner.inputs]),
    outputs: ({ inner }) => new PyList([...inner.outputs]),
    ...counts,
    truncate_gradient: truncation,
  }),
);

class PyScanInfo {
  readonly params: BufferedScanParams;
  constructor(params: BufferedScanParams) {
    this.params = params;
  }
}

const tapsOf =
  (role: 'mitSot' | 'sitSot'): Read =>
  ({ scan }) => {
    const states = scan.states.filter((state) => state.role === role).map(({ taps }) => taps);
    const tensors = role === 'sitSot' ? new Array<readonly number[]>(tensorCount(scan)).fill([-1]) : [];
    return new PyTuple([...states, ...tensors].map((taps) => new PyTuple([...taps])));
  };

const infoAttributes: Readonly<Record<string, Read>> = {
  ...counts,
  n_untraced_sit_sot: untracedCount,
  n_mit_mot: () => 0,
  n_mit_mot_outs: () => 0,
  mit_mot_in_slices: () => new PyTuple([]),
  mit_mot_out_slices: () => new PyTuple([]),
  mit_sot_in_slices: tapsOf('mitSot'),
  sit_sot_in_slices: tapsOf('sitSot'),
  n_non_seqs: ({ scan, inner }) => {
    const taps = scan.states.reduce((sum, state) => sum + state.taps.length, 0);
    return inner.inputs.length - scan.sequenceCount - taps - scan.untracedCount;
  },
  n_inner_inputs: ({ inner }) => inner.inputs.length,
  n_inner_outputs: ({ inner }) => inner.outputs.length,
};

defineType<PyScanInfo>({
  name: 'ScanInfo',
  module: 'pytensor.scan.op',
  class: PyScanInfo,
  attributes: Object.fromEntries(
    Object.entries(infoAttributes).map(([name, read]) => [name, (self: PyScanInfo) => read(self.params)]),
  ),
  getMissing: (_, name) => (name.startsWith('_') ? undefined : notSupported(`ScanInfo.${name}`)),
});

interface StepGraph {
  readonly inputs: readonly Variable[];
  readonly outputs: readonly Variable[];
}

const stepGraphs = new WeakMap<BufferedScanParams, StepGraph>();

/** The step's graph over inputs that have numbers and no names. */
function stepGraph(params: BufferedScanParams): StepGraph {
  const known = stepGraphs.get(params);
  if (known) return known;
  const pairs = params.inner.inputs.map((input, i) => {
    const name = numberedInput(input, i);
    return [input, new NominalVariable(input.context, input.type, { name, number: i })] as const;
  });
  const copies = new GraphCopies({ leaf: (variable) => variable, isStrict: true }, pairs);
  const made = {
    inputs: pairs.map(([, own]) => own),
    outputs: params.inner.outputs.map((output) => copies.copy(output)),
  };
  stepGraphs.set(params, made);
  return made;
}

/** An attribute of the op of a scan; undefined for one that all ops have, or that is not here. */
export function scanOpAttribute(
  { dialect }: GraphContext,
  params: BufferedScanParams,
  name: string,
): Value | undefined {
  if (dialect.scanSettings === 'attributes') return theanoAttributes.get(name)?.(params);
  switch (name) {
    case 'info':
      return new PyScanInfo(params) as unknown as Value;
    case 'inner_inputs':
      return new PyList([...stepGraph(params).inputs]);
    case 'inner_outputs':
      return new PyList([...stepGraph(params).outputs]);
    case 'truncate_gradient':
      return truncation(params);
    default:
      return undefined;
  }
}
