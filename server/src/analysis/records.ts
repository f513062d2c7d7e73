/** Makes the records of shared variables, inputs, streams and draws: one per place and activation. */
import type { Call } from '../python/syntax.ts';
import { type Machine, runsRepeatedly } from './machine.ts';
import type { TensorFact } from './terms.ts';
import {
  type DrawRecord,
  type InputRecord,
  noOrigins,
  type Origin,
  type SharedRecord,
  type StreamRecord,
} from './values.ts';

/** The record that belongs to a place: the same one in every turn of a loop. */
function recordAt<R extends SharedRecord | StreamRecord | DrawRecord | InputRecord>(
  machine: Machine,
  site: Call,
  make: () => R,
): R {
  const known = machine.activation.made.get(site);
  if (known !== undefined) return known as R;
  const record = make();
  machine.activation.made.set(site, record);
  return record;
}

/** `shared(...)`; `isGenerator`: its value is a generator of random numbers. */
export function sharedAt(
  machine: Machine,
  site: Call,
  start: { readonly type: TensorFact; readonly name: string; readonly isGenerator: boolean },
): SharedRecord {
  return recordAt(machine, site, () => {
    const record = newShared(machine, site, start);
    machine.shared.push(record);
    return record;
  });
}

/** A shared variable that belongs to no call of `shared` in the text. */
export function newShared(
  machine: Machine,
  site: Call,
  start: { readonly type: TensorFact; readonly name: string; readonly isGenerator: boolean },
): SharedRecord {
  const { module } = machine.activation;
  return withItself<SharedRecord>({
    origin: 'shared',
    site,
    module,
    ...start,
    isOneOfMany: runsRepeatedly(machine),
    hasDefaultUpdate: false,
    mentions: new Map(),
    alone: noOrigins,
  });
}

/** An input variable, or what stands for the arguments of a step. */
export function inputAt(machine: Machine, site: Call, name: string): InputRecord {
  return recordAt(machine, site, () => newInput(machine, site, name));
}

export function newInput(machine: Machine, site: Call, name: string): InputRecord {
  const { module } = machine.activation;
  return withItself<InputRecord>({ origin: 'input', site, module, name, alone: noOrigins });
}

function withItself<R extends Origin & { readonly alone: unknown }>(record: R): R {
  return Object.assign(record, { alone: new Set<Origin>([record]) });
}

export function streamAt(
  machine: Machine,
  site: Call,
  stream: Pick<StreamRecord, 'library' | 'isMultiplicative'>,
): StreamRecord {
  return recordAt(machine, site, () => ({
    origin: 'stream',
    site,
    ...stream,
    module: machine.activation.module,
    step: machine.step,
    name: '',
  }));
}

/** A draw; `name` is what is called, `source` where its state is. */
export function drawAt(
  machine: Machine,
  site: Call,
  start: Pick<DrawRecord, 'library' | 'name' | 'source' | 'hasDefaultUpdate'>,
): DrawRecord {
  const record = recordAt<DrawRecord>(machine, site, () => ({
    origin: 'draw',
    site,
    module: machine.activation.module,
    step: machine.step,
    dependsOnStep: false,
    ...start,
  }));
  for (let step = machine.step; step !== null; step = step.outer) step.draws.add(record);
  return record;
}
