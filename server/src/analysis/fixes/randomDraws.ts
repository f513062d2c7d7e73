/** Fixes for random draws whose generator does not move on: in a step, and carried in `outputs_info`. */
import { t } from '../../base/l10n.ts';
import type { AnyNode, Assign, Call, FunctionDef, Lambda } from '../../python/syntax.ts';
import type { ForgottenFinalRng, RepeatedRandomDraw } from '../mistakes.ts';
import { type Change, isRefusal, type Outcome, refuse, safe, together } from './fix.ts';
import { freeName, usageOf } from './freeNames.ts';
import { addUpdates, functionCallAround } from './passUpdates.ts';
import type { Program } from './program.ts';
import { addToReturn, returnedBy } from './stepReturn.ts';
import { scanAt, withPassing } from './stepReturns.ts';
import { insert, replace } from './textEdits.ts';
import type { Addition } from './updatesForms.ts';

/** Returns the next generator of a draw as an update of the step: `return x, {rng: next_rng}`. */
export function returnNextGenerator(program: Program, mistake: RepeatedRandomDraw): Outcome<Change> {
  if (mistake.cause === 'noGenerator' || mistake.generator === '')
    return refuse(
      t('The draw makes a generator of its own: draw from one that is made outside of the step.'),
    );
  const scan = scanAt(program, mistake.scan);
  if (scan?.returnsOnlyOutputs === true)
    return refuse(t('With `return_updates=False` the generator has to be carried in `outputs_info`.'));
  const draw = program.callAt(mistake.span) ?? program.innermost(mistake.span, isCall);
  const step = draw === null ? null : stepAround(program, draw);
  if (draw === null || step === null) return refuse(t('The draw is not understood.'));
  const next = nextGenerator(program, draw, { step, known: mistake.nextName });
  if (isRefusal(next)) return next;
  const values = returnedBy(program, step);
  if (values === null) return refuse(t('The step does not return on every way.'));
  const changes = [next.change];
  for (const value of values) {
    const change = addToReturn(program, value, onePair(mistake.generator, next.text));
    if (isRefusal(change)) return change;
    changes.push(change);
  }
  return withPassing(program, together(...changes), mistake.scan);
}

const onePair = (key: string, value: string): Addition => ({
  text: `{${key}: ${value}}`,
  isPlain: true,
  pair: { key, value },
});

const isCall = (node: AnyNode): node is Call => node.kind === 'Call';

/** The function around a draw, when the draw is a statement of its own there. */
function stepAround(program: Program, draw: Call): FunctionDef | null {
  const step: FunctionDef | Lambda | null = program.functionAround(draw);
  const statement = program.statementOf(draw);
  return step?.kind === 'FunctionDef' && statement !== null && step.body.includes(statement) ? step : null;
}

interface NextGenerator {
  readonly text: string;
  readonly change: Change;
}

/** The name that holds the generator after a draw. */
function nextGenerator(
  program: Program,
  draw: Call,
  { step, known }: { readonly step: FunctionDef; readonly known: string | null },
): Outcome<NextGenerator> {
  const parent = program.parentOf(draw);
  const scope = program.scopes.scopeOf(step) ?? program.scopes.module;
  const free = freeName(program, 'next_rng', scope);
  if (parent?.kind === 'Assign') return fromAssign(program, parent, { known, free });
  const outer = parent === null ? null : program.parentOf(parent);
  const isSecond =
    parent?.kind === 'Subscript' && parent.index.kind === 'Number' && parent.index.text === '1';
  if (!isSecond || outer?.kind !== 'Assign' || outer.value !== parent)
    return refuse(t('The next generator gets no name: write `next_rng, x = …` first.'));
  const [target, ...others] = outer.targets;
  if (target?.kind !== 'Name' || others.length > 0)
    return refuse(t('The next generator gets no name: write `next_rng, x = …` first.'));
  const rest = { start: program.withParentheses(draw).end, end: parent.end };
  return { text: free, change: safe(insert(target.start, `${free}, `), replace(rest, '')) };
}

function fromAssign(
  program: Program,
  { targets }: Assign,
  { known, free }: { readonly known: string | null; readonly free: string },
): Outcome<NextGenerator> {
  const [target] = targets;
  if (target?.kind === 'Tuple' || target?.kind === 'List') {
    const [first, second] = target.elements;
    if (first?.kind !== 'Name' || second === undefined || target.elements.length > 2)
      return refuse(t('The draw is unpacked in a way that is not understood.'));
    return /^_+$/.test(first.name)
      ? { text: free, change: safe(replace(first, free)) }
      : { text: first.name, change: safe() };
  }
  // A draw that returns no generator leaves it beside the number.
  if (
    target?.kind === 'Name' &&
    known === null &&
    usageOf(program.scopeAt(target), target.name).bindings.length === 1
  )
    return { text: `${target.name}.owner.outputs[0]`, change: safe() };
  return refuse(t('The next generator gets no name: write `next_rng, x = …` first.'));
}

// ---------------------------------------------------------------------------------------------- carried by outputs_info

/** Passes the last generator to the functions: `updates={rng: final_rng}`. */
export function passFinalGenerator(program: Program, mistake: ForgottenFinalRng): Outcome<Change> {
  const { generator, finalName, functions } = mistake;
  if (finalName === null)
    return refuse(t('The last generator has no name: unpack it from what scan returns.'));
  if (functions.length === 0) return refuse(t('Nothing says which function draws.'));
  const calls = functions.map((span) => functionCallAround(program, span) ?? program.callAt(span));
  const [first] = calls;
  if (first === undefined || first === null)
    return refuse(t('The call that compiles the function is not understood.'));
  const named = nameOfFinal(program, finalName, first);
  if (isRefusal(named)) return named;
  const changes = [named.change];
  for (const call of calls) {
    if (call === null) return refuse(t('The call that compiles the function is not understood.'));
    const change = addUpdates(program, call, onePair(generator, named.text));
    if (isRefusal(change)) return change;
    changes.push(change);
  }
  return together(...changes);
}

/** A name for what `_` holds. */
function nameOfFinal(program: Program, name: string, reader: AnyNode): Outcome<NextGenerator> {
  if (!/^_+$/.test(name)) return { text: name, change: safe() };
  const scope = program.scopeAt(reader);
  const { bindings, uses } = usageOf(scope, name);
  const [only] = bindings;
  if (only === undefined || bindings.length > 1 || uses.length > 0)
    return refuse(t('`{0}` stands for several things.', name));
  const text = freeName(program, 'final_rng', scope, [reader]);
  return { text, change: safe(replace(only, text)) };
}
