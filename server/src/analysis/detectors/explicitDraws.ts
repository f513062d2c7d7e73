/**
 * Catalogue numbers 37 and 38: draws in a step whose generator does not move on, and draws made outside of a step that
 * Theano repeated in every step and its successors do not (facts/scan-semantics.md, section 3).
 */
import type { Span } from '../../base/span.ts';
import { walk } from '../../python/walk.ts';
import { boundNames } from '../boundNames.ts';
import { has } from '../libraryVersions.ts';
import { looksIntoGraphs } from '../logprobFiles.ts';
import type { Machine } from '../machine.ts';
import type { RepeatedRandomDraw } from '../mistakes.ts';
import { reachableFrom } from '../objects.ts';
import { operandsOf } from '../scanArguments.ts';
import { originsOf } from '../tensorRules.ts';
import { type Activation, type DrawRecord, optionsOf, type SharedRecord, type Value } from '../values.ts';
import { spanOf, tell } from './observing.ts';
import { isOneStep, type ScanInput } from './scanInput.ts';

export function checkDraws(machine: Machine, call: ScanInput): void {
  const { record, result } = call;
  if (record.library === 'theano' || isOneStep(call) || looksIntoGraphs(machine, record)) return;
  for (const draw of result.movers.certain) {
    if (draw.origin !== 'draw' || draw.module !== machine.main) continue;
    if (draw.hasDefaultUpdate) checkOutside(machine, call, draw);
    else if (draw.step === record.context) checkRepeated(machine, call, draw);
  }
}

function checkRepeated(machine: Machine, call: ScanInput, draw: DrawRecord): void {
  const { record } = call;
  const span = spanOf(draw.site.function);
  const cause = causeOf(machine, call, draw);
  if (cause === 'fine' || cause === 'unknown') machine.observe('repeated-random-draw', span, cause);
  else
    tell(machine, record.library, {
      kind: 'repeated-random-draw',
      span,
      cause,
      generator: rootOf(draw)?.name ?? '',
      nextName: nextNameOf(record, draw),
      scan: spanOf(record.site),
    });
}

/** The name that holds the next generator; `_` says that nothing is to hold it. */
function nextNameOf({ context }: ScanInput['record'], draw: DrawRecord): string | null {
  const name = context.nextNames.get(draw) ?? '_';
  return /^_+$/.test(name) ? null : name;
}

function causeOf(
  machine: Machine,
  { result, returned, record }: ScanInput,
  draw: DrawRecord,
): RepeatedRandomDraw['cause'] | 'fine' | 'unknown' {
  if (result.updates.status === 'unknown' || result.outputs === null) return 'unknown';
  // The next generator itself, whether it is carried or handed on otherwise.
  const isMoved = reachableFrom(machine, returned).some(
    (value) => value.kind === 'generator' && value.origins.has(draw),
  );
  if (isMoved) return 'fine';
  if (draw.source === 'own') return 'noGenerator';
  const root = rootOf(draw);
  if (root === null || reachableFrom(machine, returned).some(({ kind }) => kind === 'unknown'))
    return 'unknown';
  return movesOn({ result, returned, record }, machine, root) ? 'fine' : 'notReturned';
}

/** Another draw's generator, of the same root, takes its place. */
function movesOn(
  { result, returned }: Pick<ScanInput, 'result' | 'returned' | 'record'>,
  machine: Machine,
  root: SharedRecord,
): boolean {
  const { updates } = result;
  if (updates.status === 'proven' && updates.variables.some(({ record }) => record === root)) return true;
  return reachableFrom(machine, returned).some(
    (value) => value.kind === 'generator' && value.record === root && hasDraw(value.origins),
  );
}

const hasDraw = (origins: Iterable<{ readonly origin: string }>): boolean =>
  [...origins].some(({ origin }) => origin === 'draw');

function rootOf({ source }: DrawRecord): SharedRecord | null {
  if (typeof source === 'string') return null;
  if ('kind' in source) return source.record;
  return source.origin === 'shared' ? source : null;
}

/** A stream's draw that the step captures: one number for all steps, where it is made outside. */
function checkOutside(machine: Machine, { record, named, returned, fn }: ScanInput, draw: DrawRecord): void {
  if (!has(record.version, 'updatesOfStepOnly') || draw.step === record.context) return;
  if (record.scope.module !== machine.main || isMadeInside(draw, record)) return;
  const isGiven = originsOf(operandsOf(machine, named)).has(draw);
  if (isGiven || optionsOf(returned).length > 1) return;
  tell(machine, record.library, {
    kind: 'draw-outside-step',
    span: spanOf(readIn(machine, fn, draw) ?? draw.site.function),
    draw: spanOf(draw.site),
    name: draw.name,
    scan: spanOf(record.site),
  });
}

/** Where the step reads the draw; null where no name of its own holds it. Asked only of what is told. */
function readIn(machine: Machine, fn: Value, draw: DrawRecord): Span | null {
  if (fn.kind !== 'function' || fn.object.scope.module !== machine.main) return null;
  const { node, scope } = fn.object;
  const body = node.kind === 'Lambda' ? [node.body] : node.body;
  const { locals } = boundNames(body, node.parameters);
  let found: Span | null = null;
  for (const part of body) {
    walk(part, (inner) => {
      if (found !== null || inner.kind !== 'Name' || locals.has(inner.name)) return;
      const value = closureValue(machine, scope, inner.name);
      if (value !== null && originsOf([value]).has(draw)) found = inner;
    });
  }
  return found;
}

function closureValue(machine: Machine, scope: Activation, name: string): Value | null {
  for (let outer: Activation | null = scope; outer !== null; outer = outer.parent) {
    const cell = outer.cells.get(name);
    if (cell !== undefined) return machine.readCell(cell) ?? null;
  }
  return null;
}

/** In a step of a scan inside of this one. */
function isMadeInside({ step }: DrawRecord, record: ScanInput['record']): boolean {
  for (let outer = step; outer !== null; outer = outer.outer) if (outer.scan === record) return true;
  return false;
}
