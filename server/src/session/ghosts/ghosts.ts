/**
 * Ghosts of dropped updates: what the shared variables would be, had a call of a compiled function passed on the updates of its scans.
 * The call is made again with the final values of these updates as results; the variables stay what they are. Only scans that the
 * static half has flagged have ghosts. A ghost says what this one call would have made of the values before it.
 */

import type { DroppedUpdate } from '../../../../protocol/src/results.ts';
import { BudgetExceeded, Cancelled } from '../../base/cancellation.ts';
import type { CompiledIdentity, Compiler, Plan } from '../../graph/functionGraph.ts';
import type { RunHost } from '../../graph/runHost.ts';
import { refuseProgram } from '../../graph/runHost.ts';
import { type ScanParams, scanEntry } from '../../graph/scan/scanOp.ts';
import { originOf } from '../../graph/scan/scanOrigin.ts';
import { graphInputs, sortedApplies } from '../../graph/traversal.ts';
import { type Apply, SharedVariable } from '../../graph/variable.ts';
import { ScanMaker } from '../../interpreter/modules/library/scanMaker.ts';
import { EngineError } from '../../tensor/engineError.ts';
import type { Journal } from '../journal/journal.ts';
import type { RecordedCall } from '../journal/records.ts';
import { isIdentical } from '../stateChangeText.ts';
import type { Dropped, FlaggedScans } from './flaggedScans.ts';
import { ghostText } from './ghostText.ts';
import { scanUpdates } from './scanUpdates.ts';

/** A call that took longer is not made again unasked. */
const longestCallMs = 1000;
/** What all ghosts of a run may take. */
const longestMs = 1000;

export interface GhostsOptions {
  readonly compiler: Compiler;
  readonly journal: Journal;
  readonly flagged: FlaggedScans;
  readonly nameOf: (variable: SharedVariable) => string;
  /** Of the run; ghosts are given up before it would be stopped. */
  readonly host: RunHost;
  /** Reports a fault of ours. */
  readonly log: (text: string) => void;
}

interface GhostPlan {
  readonly dropped: readonly Dropped[];
  readonly shared: readonly SharedVariable[];
  readonly plan: Plan;
}

/** One for each function: to compile it takes longer than to run it. */
const plans = new WeakMap<CompiledIdentity, GhostPlan>();

/** The ghosts of the last calls of a run, by call; never throws. */
export function ghostsOf(
  calls: readonly RecordedCall[],
  options: GhostsOptions,
): ReadonlyMap<RecordedCall, readonly DroppedUpdate[]> {
  const ghosts = new Map<RecordedCall, readonly DroppedUpdate[]>();
  const limited = withinTime(options);
  try {
    for (const call of calls) {
      const found = ghostsOfCall(call, limited);
      if (found.length > 0) ghosts.set(call, found);
    }
  } catch (error) {
    if (!isExpected(error))
      options.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  return ghosts;
}

/** The call worked, so errors are rare here; a ghost is not worth one. */
const isExpected = (error: unknown): boolean =>
  error instanceof Cancelled || error instanceof BudgetExceeded || error instanceof EngineError;

function withinTime(options: GhostsOptions): GhostsOptions {
  const { host } = options;
  const startedAt = host.now();
  const checkpoint = (): void => {
    if (host.now() - startedAt > longestMs) throw new BudgetExceeded('time', 'No time for more ghosts.');
    host.checkpoint();
  };
  return {
    ...options,
    host: {
      checkpoint,
      allocate: (byteLength) => host.allocate(byteLength),
      now: () => host.now(),
      refuseProgram,
    },
  };
}

function ghostsOfCall(call: RecordedCall, options: GhostsOptions): readonly DroppedUpdate[] {
  const { compiled, facts } = call;
  if (facts.error !== null || facts.elapsedMs > longestCallMs) return [];
  const dropped = droppedIn(compiled, options);
  const given = dropped.length === 0 ? null : options.journal.givenTo(call);
  if (given === null) return [];
  const { plan, shared } = planOf(compiled, dropped, options.compiler);
  const befores = shared.map((variable) => {
    const known = compiled.graph.shared.indexOf(variable);
    return known < 0 ? options.journal.valueBefore(call, variable) : given.sharedBefore[known];
  });
  if (befores.some((value) => value === null)) return [];
  const values = befores.flatMap((value) => value ?? []);
  options.host.checkpoint();
  const { outputs } = plan.run(given.inputs, values, options.host);
  return dropped.flatMap(({ variable }, i) => {
    const before = values[shared.indexOf(variable)] ?? options.journal.valueBefore(call, variable);
    if (before === null || isIdentical(before, outputs[i])) return [];
    const name = options.nameOf(variable);
    return [{ name, short: ghostText(name, { variable, before, would: outputs[i] }) }];
  });
}

function planOf(compiled: CompiledIdentity, dropped: readonly Dropped[], compiler: Compiler): GhostPlan {
  const known = plans.get(compiled);
  if (known !== undefined && isSameList(known.dropped, dropped)) return known;
  const { inputs } = compiled.graph;
  const outputs = dropped.map(({ final }) => final);
  const shared = graphInputs(outputs, new Set(inputs)).filter((input) => input instanceof SharedVariable);
  const made = { dropped, shared, plan: compiler.compile({ inputs, shared, outputs }) };
  plans.set(compiled, made);
  return made;
}

const isSameList = (a: readonly Dropped[], b: readonly Dropped[]): boolean =>
  a.length === b.length && a.every(({ final }, i) => final === b[i].final);

/** Each variable once. What a scan without outputs would change is not in the graph: the place where the function was made tells it. */
function droppedIn(compiled: CompiledIdentity, { flagged, journal }: GhostsOptions): readonly Dropped[] {
  const { graph, updated } = compiled;
  const seen = new Set(updated.map(({ cell }) => cell));
  const inGraph = sortedApplies(graph.outputs)
    .filter((apply) => isFlagged(apply, flagged))
    .flatMap(scanUpdates);
  const { place } = journal.functions.of(compiled);
  const elsewhere = place === null ? [] : flagged.givenTo(place);
  return [...inGraph, ...elsewhere].filter(({ variable: { cell } }) => !seen.has(cell) && seen.add(cell));
}

function isFlagged({ op }: Apply, flagged: FlaggedScans): boolean {
  if (op.entry !== scanEntry) return false;
  const origin = originOf(op.params as ScanParams);
  return origin?.kind === 'step' && origin.maker instanceof ScanMaker && flagged.has(origin.maker);
}
