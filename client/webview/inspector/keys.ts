/** Keys of the inspector; those that a control needs itself are left to it. */
import type { InspectorAction, InspectorState } from './inspectorState.ts';

/** What is looked at of a `KeyboardEvent`. */
interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** The element that has the focus. */
  readonly target: unknown;
}

const pageSteps = 10;

const moves: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: pageSteps,
  PageDown: -pageSteps,
};

export function keyAction(pressed: Pressed, state: InspectorState): InspectorAction | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = pressed;
  if (ctrlKey || metaKey || altKey || state.scan === null) return null;
  const kind = controlOf(pressed.target);
  // A slider has these keys itself, a list uses them to choose, a button is pressed by the space bar.
  if (kind === 'SELECT') return null;
  if (key === ' ')
    return kind === 'BUTTON' || kind === 'g' ? null : { type: state.isPlaying ? 'pause' : 'play' };
  if (kind === 'INPUT') return null;
  if (key === 'Home') return { type: 'go', step: 0 };
  if (key === 'End') return { type: 'go', step: Number.POSITIVE_INFINITY };
  const by = moves[key];
  return by === undefined ? null : { type: 'move', by: shiftKey ? by * pageSteps : by };
}

const controlOf = (target: unknown): string =>
  typeof target === 'object' && target !== null && 'tagName' in target ? String(target.tagName) : '';
