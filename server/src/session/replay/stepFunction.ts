/** The step function behind a scan: its text, and which of its parameters got what. */
import type { StepFunctionData } from '../../../../protocol/src/questions.ts';
import type { StepArgument } from '../../graph/scan/scanOrigin.ts';
import { PyPartial } from '../../interpreter/modules/standard/functoolsModule.ts';
import { lookupInType, typeOf } from '../../interpreter/pyType.ts';
import { PyBoundMethod, PyFunction, PyUnboundMethod, type Value } from '../../interpreter/values.ts';
import type { ParsedFile } from '../../python/parsedFile.ts';
import type { FunctionDef, Lambda, Parameter } from '../../python/syntax.ts';
import { nodeAt } from '../../python/walk.ts';

/** A function of the program, and how many arguments it gets before those of the scan. */
export interface StepCallee {
  readonly callee: PyFunction;
  readonly boundCount: number;
}

/** What a call of `value` runs in the end; null for what the program did not write itself. */
export function stepCallee(value: Value, boundCount = 0): StepCallee | null {
  if (value instanceof PyFunction) return { callee: value, boundCount };
  if (value instanceof PyBoundMethod) return stepCallee(value.callee, boundCount + 1);
  if (value instanceof PyUnboundMethod) return { callee: value.callee, boundCount };
  if (value instanceof PyPartial) return stepCallee(value.callee, boundCount + value.args.length);
  const method = lookupInType(typeOf(value), '__call__');
  return method instanceof PyFunction ? { callee: method, boundCount: boundCount + 1 } : null;
}

/** The parameters that the arguments of a step go to, in the order of the arguments. */
export function parameterNames({ callee, boundCount }: StepCallee, count: number): (string | null)[] {
  const { parameters } = callee.code.shown;
  const positional = parameters.filter(
    ({ variety }) => variety === 'positional' || variety === 'positionalOnly',
  );
  return Array.from({ length: count }, (_, i) => positional[boundCount + i]?.name ?? null);
}

/** The function's text with the places of its parameters; `slotOf` gives the slot of each argument, null for none. */
export function stepFunctionData(
  step: StepCallee,
  given: {
    readonly file: ParsedFile;
    readonly place: StepFunctionData['place'];
    readonly arguments: readonly StepArgument[];
    readonly slotOf: (argument: number) => number | null;
  },
): StepFunctionData {
  const { callee, boundCount } = step;
  const { start, end } = callee.code.span;
  const node = nodeAt(given.file.module, start).find(
    (each): each is FunctionDef | Lambda =>
      (each.kind === 'FunctionDef' || each.kind === 'Lambda') && each.start === start && each.end === end,
  );
  const items = node?.parameters.items ?? [];
  const parameters = given.arguments.flatMap((_, i) => {
    const target = parameterAt(items, boundCount + i)?.target;
    const slotId = given.slotOf(i);
    return target === undefined || slotId === null
      ? []
      : [{ start: target.start - start, end: target.end - start, slotId }];
  });
  return { name: callee.name, place: given.place, text: given.file.text.slice(start, end), parameters };
}

/** The parameter of a positional argument: the one at its place, or `*args`. */
function parameterAt(items: readonly Parameter[], index: number): Parameter | undefined {
  const positional = items.filter(({ variety }) => variety === 'positional' || variety === 'positionalOnly');
  return positional[index] ?? items.find(({ variety }) => variety === 'varArgs');
}
