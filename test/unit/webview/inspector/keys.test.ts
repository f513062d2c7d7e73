import { describe, expect, test } from 'vitest';
import { initialState, reduce } from '../../../../client/webview/inspector/inspectorState.ts';
import { keyAction } from '../../../../client/webview/inspector/keys.ts';
import { counter } from '../fakeScans.ts';

const state = reduce(initialState(0), { type: 'scan', scan: counter.data });

function press(
  key: string,
  over: { readonly on?: string; readonly shiftKey?: boolean; readonly ctrlKey?: boolean } = {},
) {
  const { on = 'BODY', shiftKey = false, ctrlKey = false } = over;
  const target = { tagName: on };
  return keyAction({ key, target, shiftKey, ctrlKey, metaKey: false, altKey: false }, state);
}

describe('keys', () => {
  test('move through the iterations', () => {
    expect(press('ArrowRight')).toEqual({ type: 'move', by: 1 });
    expect(press('ArrowLeft', { shiftKey: true })).toEqual({ type: 'move', by: -10 });
    expect(press('Home')).toEqual({ type: 'go', step: 0 });
    expect(press('End')).toEqual({ type: 'go', step: Number.POSITIVE_INFINITY });
  });

  test('play and pause', () => {
    expect(press(' ')).toEqual({ type: 'play' });
    expect(keyAction({ ...plain, key: ' ' }, { ...state, isPlaying: true })).toEqual({ type: 'pause' });
  });

  test('are left to the controls that need them', () => {
    expect(press('ArrowRight', { on: 'SELECT' })).toBeNull();
    expect(press('ArrowRight', { on: 'INPUT' })).toBeNull();
    expect(press(' ', { on: 'BUTTON' })).toBeNull();
    expect(press('ArrowRight', { on: 'BUTTON' })).not.toBeNull();
  });

  test('with a modifier are the editor’s', () => {
    expect(press('ArrowRight', { ctrlKey: true })).toBeNull();
  });
});

const plain = { target: null, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
