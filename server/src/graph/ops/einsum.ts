/** `einsum`: sums of products by labels of axes, made of diagonals, sums and products of stacks of matrices. */
import { EngineError } from '../../tensor/engineError.ts';
import { int64Constant } from '../constants.ts';
import { apply, type Variable } from '../variable.ts';
import { diagonalEntry } from './diagonals.ts';
import { dimShuffle } from './dimShuffle.ts';
import { elemwise } from './elemwise.ts';
import { lengthOf, reduced } from './math.ts';
import { multiplied } from './products.ts';
import { makeVector, reshaped } from './shapes.ts';

/** A tensor with a label for each axis, all different. */
interface Labelled {
  readonly tensor: Variable;
  readonly labels: readonly string[];
}

/** `einsum('ij,jk->ik', a, b)`. */
export function einsum(subscripts: string, operands: readonly Variable[]): Variable {
  const [inputs, output] = parse(subscripts, operands);
  const last = inputs.map((labels, i) => withoutRepeats({ tensor: operands[i], labels }));
  let result = last[0];
  for (let i = 1; i < last.length; i++) {
    const later = new Set([...output, ...last.slice(i + 1).flatMap(({ labels }) => labels)]);
    result = combined(result, last[i], later);
  }
  const summed = summedOver(result, new Set(output));
  return dimShuffle(
    summed.tensor,
    output.map((label) => summed.labels.indexOf(label)),
  );
}

/** The labels of each operand and of the result. `...` becomes labels of its own. */
function parse(
  subscripts: string,
  operands: readonly Variable[],
): [inputs: readonly (readonly string[])[], output: readonly string[]] {
  const [left, right] = subscripts.replaceAll(' ', '').split('->');
  const terms = left.split(',');
  if (terms.length !== operands.length) {
    throw new EngineError(
      'ValueError',
      'Number of einsum subscripts must be equal to the number of operands.',
    );
  }
  const inputs = terms.map((term, i) => labelsOf(term, operands[i].ndim));
  const dots = inputs.flat().filter((label) => label.startsWith('.'));
  const rest = [...new Set(dots)].sort((a, b) => Number(b.slice(1)) - Number(a.slice(1)));
  if (right !== undefined) {
    const at = right.indexOf('...');
    const output = at < 0 ? [...right] : [...right.slice(0, at), ...rest, ...right.slice(at + 3)];
    const unknown = output.find((label) => !inputs.some((labels) => labels.includes(label)));
    if (unknown !== undefined) {
      throw new EngineError('ValueError', `Output character '${unknown}' did not appear in the input`);
    }
    return [inputs, output];
  }
  const letters = inputs.flat().filter((label) => !label.startsWith('.'));
  const single = [...new Set(letters)].filter(
    (label) => letters.indexOf(label) === letters.lastIndexOf(label),
  );
  return [inputs, [...rest, ...single.sort()]];
}

/** One label per axis; the axes of `...` are counted from the right. */
function labelsOf(term: string, ndim: number): string[] {
  const at = term.indexOf('...');
  const letters = at < 0 ? [...term] : [...term.slice(0, at), ...term.slice(at + 3)];
  const count = ndim - letters.length;
  if (count < 0 || (count > 0 && at < 0)) {
    throw new EngineError(
      'ValueError',
      `einsum subscript '${term}' does not contain the correct number of indices for operand.`,
    );
  }
  const dots = Array.from({ length: count }, (_, i) => `.${count - i}`);
  return at < 0 ? letters : [...letters.slice(0, at), ...dots, ...letters.slice(at)];
}

/** A label that occurs twice means the diagonal. */
function withoutRepeats(given: Labelled): Labelled {
  const second = given.labels.findIndex((label, i) => given.labels.indexOf(label) < i);
  if (second < 0) return given;
  const first = given.labels.indexOf(given.labels[second]);
  const [tensor] = apply(diagonalEntry, { offset: 0, axis1: first, axis2: second }, [given.tensor]);
  const rest = given.labels.filter((_, i) => i !== first && i !== second);
  return withoutRepeats({ tensor, labels: [...rest, given.labels[second]] });
}

function summedOver({ tensor, labels }: Labelled, kept: ReadonlySet<string>): Labelled {
  const axis = labels.flatMap((label, i) => (kept.has(label) ? [] : [i]));
  if (axis.length === 0) return { tensor, labels };
  return {
    tensor: reduced('sum', tensor, { axis, keepsAxes: false, dtype: null }),
    labels: labels.filter((label) => kept.has(label)),
  };
}

/** The product of two, summed over what nobody needs later. */
function combined(a: Labelled, b: Labelled, later: ReadonlySet<string>): Labelled {
  const left = summedOver(a, new Set([...later, ...b.labels]));
  const right = summedOver(b, new Set([...later, ...a.labels]));
  const shared = left.labels.filter((label) => right.labels.includes(label));
  const depth = shared.filter((label) => !later.has(label));
  const batch = shared.filter((label) => later.has(label));
  const rows = left.labels.filter((label) => !shared.includes(label));
  const columns = right.labels.filter((label) => !shared.includes(label));
  const labels = [...batch, ...rows, ...columns];
  if (depth.length === 0) {
    const all = (one: Labelled): Variable =>
      dimShuffle(
        one.tensor,
        labels.map((label) => (one.labels.includes(label) ? one.labels.indexOf(label) : 'x')),
      );
    return { tensor: elemwise('mul', all(left), all(right)), labels };
  }
  const product = multiplied(asStack(left, [batch, rows, depth]), asStack(right, [batch, depth, columns]));
  const lengths = labels.map((label) => lengthAt(label, left, right));
  const tensor = reshaped(product, makeVector(product.context, lengths, 'int64'), labels.length);
  return { tensor, labels };
}

const lengthAt = (label: string, left: Labelled, right: Labelled): Variable => {
  const holder = left.labels.includes(label) ? left : right;
  return lengthOf(holder.tensor, holder.labels.indexOf(label));
};

/** The axes of three groups of labels as three axes; without a batch as two. */
function asStack(given: Labelled, groups: readonly (readonly string[])[]): Variable {
  const { tensor } = given;
  const moved = dimShuffle(
    tensor,
    groups.flat().map((label) => given.labels.indexOf(label)),
  );
  const used = groups[0].length === 0 ? groups.slice(1) : groups;
  if (used.every((group) => group.length === 1)) return moved;
  const lengths = used.map((group) =>
    group.length === 0
      ? int64Constant(tensor.context, 1)
      : group
          .map((label) => lengthOf(tensor, given.labels.indexOf(label)))
          .reduce((a, b) => elemwise('mul', a, b)),
  );
  return reshaped(moved, makeVector(tensor.context, lengths, 'int64'), lengths.length);
}
