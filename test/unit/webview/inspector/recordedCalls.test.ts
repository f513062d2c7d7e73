/** What the inspector makes of the answers of a real evaluator. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { planPlot, plottedSlot } from '../../../../client/scene/plotChoice.ts';
import { layOutFlow } from '../../../../client/webview/inspector/flowLayout.ts';
import { slotSections, valueIn } from '../../../../client/webview/inspector/slotRows.ts';
import type { ScanData, StepData } from '../../../../protocol/src/questions.ts';
import { Session } from '../../session/session.ts';

const program = join(import.meta.dirname, '../../../e2e/workspace/inspected.py');

let session: Session;

beforeAll(async () => {
  session = await Session.start();
  session.run(readFileSync(program, 'utf8'));
});

/** The scan of the call that is so many calls before the latest. */
function scanOf(before: number): { readonly scan: ScanData; readonly first: StepData } {
  const call = session.ask('calls', {})?.[before];
  const ref = { callId: call?.id ?? -1, path: [{ scan: call?.scans[0]?.scan ?? -1, step: 0 }] };
  const scan = session.ask('scan', { scan: ref });
  const [first] = session.ask('steps', { scan: ref, steps: [0] }) ?? [];
  if (scan === null || first === undefined) throw new Error('no scan');
  return { scan, first };
}

const lines = ({ scan, first }: ReturnType<typeof scanOf>) =>
  slotSections(scan).flatMap(({ kind, rows }) =>
    rows.map(({ name, before, after, isDropped }) => {
      const values = [valueIn(first, before), valueIn(first, after)].flatMap(
        (each) => each?.value.short ?? [],
      );
      return `${kind} ${name}: ${values.join(' → ')}${isDropped ? ' dropped' : ''}`;
    }),
  );

test('values before and after stand together', () => {
  expect(lines(scanOf(2))).toEqual([
    'sequences x: float64 1.5',
    'states total: float64 0.0 → float64 1.5',
    'updates a: int64 1 → int64 2',
  ]);
});

test('what nobody passes on is dropped', () => {
  const dropped = scanOf(1);
  expect(lines(dropped)).toContain('updates a: int64 6 → int64 7 dropped');
  const box = layOutFlow(dropped.scan).boxes.find(({ kind }) => kind === 'dropped');
  expect(box?.label).toBe('a');
});

test('the state with many elements is a heat map', () => {
  const { scan } = scanOf(0);
  const slot = plottedSlot(scan, null);
  expect(slot).toMatchObject({ role: 'newState', shape: [24] });
  expect(slot === null ? null : planPlot(slot, 'auto')?.kind).toBe('heatMap');
});
