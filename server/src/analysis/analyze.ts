/**
 * The face of the static half: a parsed file in, facts out.
 *
 * The file is evaluated abstractly, once from top to bottom; then every function that nothing visible has called, or
 * that something unknown may call, is followed as if called from outside. Nothing of the program is run. The work is
 * bounded, the result depends on the text alone, and no input makes it throw.
 */
import type { ParsedFile } from '../python/parsedFile.ts';
import { walk } from '../python/walk.ts';
import { callValue } from './calls.ts';
import { evaluateExpression } from './expressions.ts';
import type { Analysis, FloatX } from './facts.ts';
import { callFromOutside } from './functions.ts';
import { Machine } from './machine.ts';
import { scanFacts, sharedFacts } from './scanFacts.ts';
import { executeStatement } from './statements.ts';
import type { FunctionObject } from './values.ts';

/** Analyses one file (or the joined cells of a notebook). */
export function analyze(file: ParsedFile): Analysis {
  const parts = { evaluate: evaluateExpression, execute: executeStatement, call: callValue };
  const machine = new Machine(file, parts, volatileNames(file));
  machine.execute(file.module.body);
  machine.isReachable = true;
  machine.isImporting = false;
  followTheRest(machine);
  return {
    scans: scanFacts(machine),
    sharedVariables: sharedFacts(machine),
    floatX: programFloatX(machine),
    isComplete: machine.isComplete,
  };
}

/** Follows the functions that are called from outside of the file, or at a time that is not known. */
function followTheRest(machine: Machine): void {
  // A function whose name begins with an underscore is the file's own: first see whether something here calls it.
  for (const follows of [(object: FunctionObject) => !isPrivate(object), () => true]) {
    for (let isDone = false; !isDone; ) {
      isDone = true;
      // The list grows while functions are followed.
      for (const object of machine.functions) {
        if (!follows(object) || object.wasFollowedFromOutside) continue;
        if (object.wasCalled && !object.hasEscaped) continue;
        object.wasFollowedFromOutside = true;
        isDone = false;
        machine.epoch++;
        machine.branch(() => callFromOutside(machine, object));
      }
    }
  }
}

const isPrivate = ({ node, hasEscaped }: FunctionObject): boolean =>
  !hasEscaped && node.kind === 'FunctionDef' && node.name.name.startsWith('_');

function programFloatX(machine: Machine): FloatX | null {
  const [first, ...others] = machine.floatXSettings;
  if (first !== 'float32' && first !== 'float64') return null;
  return others.every((other) => other === first) ? first : null;
}

/** Names that some function binds in an outer scope. */
function volatileNames(file: ParsedFile): ReadonlySet<string> {
  const names = new Set<string>();
  if (!/\b(global|nonlocal)\b/.test(file.text)) return names;
  walk(file.module, (node) => {
    if (node.kind === 'Global' || node.kind === 'Nonlocal')
      for (const name of node.names) names.add(name.name);
  });
  return names;
}
