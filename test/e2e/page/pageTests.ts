/** Tests that look at a window: what they are and how they are run. Each leaves a picture of its failure. */

import { patience } from '../driver/patience.ts';
import type { TestListener } from '../driver/testResults.ts';
import type { EditorWindow } from './editorWindow.ts';

export interface PageTest {
  readonly name: string;
  run(window: EditorWindow, note: (text: string) => void, useSettings: UseSettings): Promise<void>;
}

/** Saves settings of the workspace, besides those that it begins with. */
export type UseSettings = (settings: Readonly<Record<string, unknown>>) => void;

/** The same tests; the first of them begins in a window in which nothing is open. */
export function fromNothing([first, ...rest]: readonly PageTest[]): readonly PageTest[] {
  if (first === undefined) return [];
  const run: PageTest['run'] = async (window, ...tools) => {
    await window.command('View: Close All Editors');
    await first.run(window, ...tools);
  };
  return [{ ...first, run }, ...rest];
}

const testTimeoutMs = 180_000 * patience;

export async function runPageTests(
  tests: readonly PageTest[],
  window: EditorWindow,
  report: {
    readonly place: string;
    readonly listener: TestListener;
    readonly useSettings: UseSettings;
  },
): Promise<void> {
  const { place, listener, useSettings } = report;
  for (const { name, run } of tests) {
    const failure = await limited(run(window, (text) => listener.note(place, text), useSettings));
    if (failure !== null) await window.screenshot(`failed, ${name.replaceAll(/\W+/g, ' ')}`);
    listener.result({ place, name, error: failure });
  }
}

async function limited(work: Promise<void>): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${testTimeoutMs} ms`)), testTimeoutMs);
  });
  try {
    await Promise.race([work, limit]);
    return null;
  } catch (failure) {
    return failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  } finally {
    clearTimeout(timer);
  }
}
