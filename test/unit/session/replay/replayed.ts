/** Programs whose calls are replayed: a text, its last call, and questions about its scans in a few letters. */
import type {
  CallData,
  ScanData,
  SeriesData,
  SlotData,
  SlotRole,
} from '../../../../protocol/src/questions.ts';
import type { ScanRef, ValueRef } from '../../../../protocol/src/values.ts';
import { Session } from '../session.ts';

const prelude = `
import functools
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams
`;

/** One scan of a call. */
export class ReplayedScan {
  readonly session: Session;
  readonly ref: ScanRef;
  readonly data: ScanData;

  constructor(session: Session, ref: ScanRef) {
    this.session = session;
    this.ref = ref;
    const data = session.ask('scan', { scan: ref });
    if (data === null) throw new Error('there is no such scan');
    this.data = data;
  }

  /** The only slot of a role, or the one with a name or a source. */
  slot(role: SlotRole, text?: string): SlotData {
    const found = this.data.slots.filter(
      (slot) => slot.role === role && (text === undefined || slot.name === text || slot.source === text),
    );
    if (found.length !== 1) throw new Error(`${found.length} slots are ${role} ${text ?? ''}`);
    return found[0]!;
  }

  /** The elements of a value. */
  value(slot: SlotData, step: number): readonly unknown[] {
    return this.elements({ kind: 'step', ...this.ref, step, slotId: slot.id });
  }

  /** The values of a slot in all iterations, flat. */
  values(slot: SlotData): unknown[] {
    return Array.from({ length: this.data.stepCount }, (_, step) => this.value(slot, step)).flat();
  }

  elements(ref: ValueRef): readonly unknown[] {
    const answer = this.session.ask('elements', { ref, limit: 100_000 });
    if (answer === null) throw new Error('there is no such value');
    return answer.data;
  }

  series(slot: SlotData, element: number | null = null, pointCount = 1000): SeriesData {
    const { stepCount } = this.data;
    return this.session.ask('series', {
      scan: this.ref,
      slotId: slot.id,
      element,
      from: 0,
      to: stepCount,
      pointCount,
    })!;
  }

  findStep(what: 'nan' | 'infinity' | 'until', from = 0, direction: 'forward' | 'backward' = 'forward') {
    const answer = this.session.ask('findStep', { scan: this.ref, what, from, direction })!;
    if (answer.goOnFrom !== null) throw new Error('the search is not over');
    return answer.step;
  }

  /** A scan inside of an iteration. */
  nested(step: number, scan = 0): ReplayedScan {
    return new ReplayedScan(this.session, {
      callId: this.ref.callId,
      path: [...this.ref.path, { scan, step }],
    });
  }
}

/** What is left of a program: its last call. */
export class ReplayedCall {
  readonly session: Session;
  readonly call: CallData;

  constructor(session: Session) {
    this.session = session;
    const [call] = session.ask('calls', {})!;
    if (call === undefined) throw new Error('nothing was called');
    this.call = call;
  }

  scan(number = 0): ReplayedScan {
    return new ReplayedScan(this.session, { callId: this.call.id, path: [{ scan: number, step: 0 }] });
  }

  /** The elements of a result. */
  output(index = 0): readonly unknown[] {
    const ref: ValueRef = { kind: 'call', callId: this.call.id, part: 'output', index };
    return this.session.ask('elements', { ref, limit: 100_000 })!.data;
  }
}

export async function replayed(text: string): Promise<ReplayedCall> {
  const session = await Session.start();
  session.run(prelude + text);
  return new ReplayedCall(session);
}

/** `step: from → to`, without the arrows into and out of the step itself. */
export function flowTexts({ flow, slots }: ScanData): string[] {
  const text = (end: ScanData['flow'][number]['from']): string => {
    if (end.kind === 'step') return 'step';
    if (end.kind === 'outside') return end.isDropped ? `dropped ${end.label}` : `outside ${end.label}`;
    return slots.find(({ id }) => id === end.slotId)!.source;
  };
  return flow.map(({ from, to }) => `${text(from)} → ${text(to)}`);
}
