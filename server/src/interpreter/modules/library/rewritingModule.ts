/**
 * What programs register to have graphs rewritten: `gof/opt.py` and `tensor/opt.py` (Theano 1.0.5), `graph/rewriting` (Aesara, PyTensor).
 * ScanLens evaluates graphs as they are written, so a registered rewrite is kept nowhere, and the program is told so once. Applying one by
 * hand is refused.
 */
import type { GraphContext } from '../../../graph/variable.ts';
import { notSupported, objectType } from '../../exceptions.ts';
import { defineType } from '../../pyType.ts';
import { builtin, type NativeBody } from '../../signature.ts';
import { PyObject, type Value } from '../../values.ts';
import { tellOnce } from './libraryContext.ts';

/** A rewrite of an op, or of a pattern: `OpRemove(op)`. */
class PyRewrite extends PyObject {
  readonly kind: string;

  constructor(kind: string) {
    super();
    this.kind = kind;
  }
}

defineType<PyRewrite>({
  name: 'LocalOptimizer',
  module: 'scanlens',
  bases: [objectType],
  class: PyRewrite,
  getMissing: ({ kind }, name) =>
    name.startsWith('__')
      ? undefined
      : notSupported(`${kind}(…).${name}: graphs are evaluated as they are written`),
});

/** Where a rewrite would take part; each is a function `register_…`. */
const phases = [
  'canonicalize',
  'infer_shape',
  'specialize',
  'specialize_device',
  'stabilize',
  'uncanonicalize',
  'useless',
];

/** Classes of rewrites, and what they are made of. */
const makers: Readonly<Record<string, string>> = {
  OpRemove: 'op, reason?, apply_all_clients?',
  OpSub: 'op1, op2, transfer_tags?',
  PatternSub:
    'in_pattern, out_pattern, allow_multiple_clients?, skip_identities_fn?, name?, tracks?, get_nodes?, values_eq_approx?',
  RemovalNodeRewriter: 'op',
  SubstitutionNodeRewriter: 'op1, op2, transfer_tags?',
  PatternNodeRewriter:
    'in_pattern, out_pattern, allow_multiple_clients?, skip_identities_fn?, name?, tracks?, get_nodes?, values_eq_approx?, allow_cast?',
};

/** Decorators of functions that rewrite a node; the function stays what it is. */
const decorators = ['local_optimizer', 'node_rewriter'];

const passedOn = (): Value => builtin('decorator(f)', (f: Value) => f);

export function rewritingFunctions(context: GraphContext): Readonly<Record<string, NativeBody>> {
  const register = (rewrite: Value): Value => {
    tellOnce(
      context,
      'ScanLens evaluates graphs as they are written: rewrites that a program registers are not applied.',
    );
    return typeof rewrite === 'string' ? passedOn() : rewrite;
  };
  return {
    ...Object.fromEntries(phases.map((phase) => [`register_${phase}(lopt, *tags, **kwargs)`, register])),
    ...Object.fromEntries(decorators.map((name) => [`${name}(tracks, inplace?, requirements?)`, passedOn])),
    ...Object.fromEntries(
      Object.entries(makers).map(([name, parameters]) => [
        `${name}(${parameters})`,
        () => new PyRewrite(name),
      ]),
    ),
  };
}
