/**
 * The face of the static half: a parsed file in, facts out.
 *
 * The file is evaluated abstractly, once from top to bottom; then every function that nothing visible has called, or
 * that something unknown may call, is followed as if called from outside. Nothing of the program is run. The work is
 * bounded, the result depends on the text alone, and no input makes it throw.
 */
import type { ParsedFile } from '../python/parsedFile.ts';
import { type AnalysisContext, noContext } from './analysisContext.ts';
import { callValue } from './calls.ts';
import { unexpected } from './detectors/expectedFailures.ts';
import { observeAtEnd } from './detectors/scanDetectors.ts';
import { evaluateExpression } from './expressions.ts';
import type { Analysis } from './facts.ts';
import { functionFacts } from './functionFacts.ts';
import { callFromOutside } from './functions.ts';
import { Machine } from './machine.ts';
import { scanFacts, sharedFacts } from './scanFacts.ts';
import { executeStatement } from './statements.ts';
import type { FloatX } from './terms.ts';
import type { FunctionObject } from './values.ts';

/** Analyses one file (or the joined cells of a notebook), with the modules of the workspace that it imports. */
export function analyze(file: ParsedFile, context: AnalysisContext = noContext): Analysis {
  const parts = { evaluate: evaluateExpression, execute: executeStatement, call: callValue };
  const machine = new Machine(file, parts, context);
  machine.execute(file.module.body);
  machine.isReachable = true;
  machine.isImporting = false;
  followTheRest(machine);
  observeAtEnd(machine);
  return {
    ...scanFacts(machine),
    sharedVariables: sharedFacts(machine),
    compiledFunctions: functionFacts(machine),
    mistakes: machine.isComplete ? unexpected(file, machine.observations.mistakes) : [],
    floatX: programFloatX(machine),
    modules: [...machine.modules.values()].flatMap(({ path }) => path ?? []),
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
        if (object.scope.module !== machine.main || !follows(object) || object.wasFollowedFromOutside)
          continue;
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
