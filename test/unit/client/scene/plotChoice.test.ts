import { describe, expect, test } from 'vitest';
import { elementName, planPlot, plottable, plottedSlot } from '../../../../client/scene/plotChoice.ts';
import { recurrentNet, slot } from '../../webview/fakeScans.ts';

const scan = recurrentNet(4, 10).data;

describe('what is plotted', () => {
  test('is the new state first, never a non-sequence', () => {
    expect(plottable(scan).map(({ id }) => id)).toEqual([3, 5, 1, 4, 0]);
    expect(plottedSlot(scan, null)?.id).toBe(3);
    expect(plottedSlot(scan, 5)?.id).toBe(5);
    expect(plottedSlot(scan, 2)?.id).toBe(3);
  });

  test('is no state of a random generator', () => {
    const slots = [slot(0, { role: 'sharedAfter', name: 'rng', dtype: 'RandomStateType' })];
    expect(plottedSlot({ slots }, null)).toBeNull();
  });
});

describe('how it is plotted', () => {
  const of = (...shape: number[]) => slot(0, { role: 'output', name: 'y', source: 'y[t]', shape });

  test.each([
    [[], 'lines 0'],
    [[3], 'lines 0,1,2'],
    [[2, 4], 'lines 0,1,2,3,4,5,6,7'],
    [[9], 'heatMap'],
  ])('shape %j by itself: %s', (shape, expected) => {
    const plan = planPlot(of(...shape), 'auto');
    expect(plan?.kind === 'lines' ? `lines ${plan.elements.join()}` : plan?.kind).toBe(expected);
  });

  test('as a person wants it', () => {
    expect(planPlot(of(3), 'heatMap')?.kind).toBe('heatMap');
    expect(planPlot(of(50), 'lines')).toMatchObject({ kind: 'lines', elements: [0, 1, 2, 3, 4, 5, 6, 7] });
    expect(planPlot(of(50), 'norm')).toMatchObject({ kind: 'lines', elements: [null] });
    expect(planPlot(of(), 'heatMap')).toMatchObject({ kind: 'lines', elements: [0] });
  });

  test('not at all without elements', () => {
    expect(planPlot(of(0, 3), 'auto')).toBeNull();
  });

  test('with names that programs have for elements', () => {
    expect(elementName(of(), 0)).toBe('y[t]');
    expect(elementName(of(3, 4), 7)).toBe('y[t][1, 3]');
    expect(elementName(of(3), null)).toBe('‖y[t]‖');
  });
});
