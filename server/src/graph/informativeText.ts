/**
 * A graph as a short outline, `min_informative_str`: what has a name is not looked into. The rules are those of Theano 1.0.5's
 * `printing.py`, which Aesara and PyTensor kept.
 */
import { interruption } from '../tensor/interrupt.ts';
import { letters } from './debugText.ts';
import { printOp } from './graphText.ts';
import { ownerInLibrary } from './libraryForm.ts';
import { printVariable } from './printVariable.ts';
import type { Variable } from './variable.ts';

/** One line per variable, deeper ones further to the right; what was shown before is only its letter. */
export function informativeText(root: Variable, level = 0): string {
  const tags = new Map<Variable, string>();
  const lines: string[] = [];
  const work = [{ variable: root, level }];
  for (let top = work.pop(); top !== undefined; top = work.pop()) {
    interruption();
    const { variable, level: depth } = top;
    const indent = ' '.repeat(depth);
    const known = tags.get(variable);
    if (known !== undefined) {
      lines.push(`${indent}<${known}>`);
      continue;
    }
    const tag = letters(tags.size);
    tags.set(variable, tag);
    const owner = variable.name === null ? ownerInLibrary(variable) : null;
    lines.push(`${indent}${tag}. ${owner === null ? printVariable(variable) : printOp(owner)}`);
    const inputs = (owner?.inputs ?? []).map((input) => ({ variable: input, level: depth + 1 }));
    work.push(...inputs.reverse());
  }
  return lines.join('\n');
}
