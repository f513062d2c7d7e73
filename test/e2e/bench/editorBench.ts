/**
 * How smooth the editor stays: frame times while a thousand results stream in, and what a key costs with five hundred results in the
 * file, beside the same file without any. Numbers are printed, not asserted: they depend on the machine.
 */
import type { EditorWindow } from '../page/editorWindow.ts';
import { frameTimesScript, keyTimesScript, watchKeysScript } from '../page/pageScripts.ts';

export const streamLines = 1000;
export const typedLines = 500;

/** A program whose every line prints, with so much work between that its results come over seconds. */
export const streamProgram = [
  'import theano',
  'def work(i):',
  '    return sum(j * j for j in range(2000)) + i',
  ...Array.from({ length: streamLines }, (_, i) => `print(work(${i}))`),
].join('\n');

export const typedProgram = [
  'import theano',
  '# start here ',
  ...Array.from({ length: typedLines }, (_, i) => `print(${i} * ${i})`),
].join('\n');

/** Runs until it is stopped, so that it is seen running however busy the machine is. */
export const slowProgram = ['# %%', 'import theano', 'total = 0', 'while True: total += 1'].join('\n');

const clickCount = 5;
const frameCount = 600;
const keyCount = 60;

interface Times {
  readonly middle: number;
  readonly high: number;
  readonly highest: number;
}

export async function measureEditor(window: EditorWindow, say: (line: string) => void): Promise<void> {
  const report = (what: string, times: Times) =>
    say(
      `${what.padEnd(58)} median ${times.middle.toFixed(1)} ms, p95 ${times.high.toFixed(1)} ms, most ${times.highest.toFixed(1)} ms`,
    );
  await openProgram(window, 'slow.py');
  report('click on Run cell to "running" in the text', await clicks(window));
  await openProgram(window, 'stream.py');
  report('frames, nothing runs', await frames(window));
  await window.command('ScanLens: Run All Cells');
  report(`frames while ${streamLines} results arrive`, await frames(window));
  await window.eventually('the end of the run', async () =>
    (await window.statusBar()).includes('running') ? null : true,
  );
  await openProgram(window, 'typed.py');
  await putCursor(window);
  report('key to drawn text, no results', await keys(window));
  await window.command('ScanLens: Run All Cells');
  await window.lineWith('⇒ 25');
  await putCursor(window);
  report(`key to drawn text, ${typedLines} results`, await keys(window));
}

async function clicks(window: EditorWindow): Promise<Times> {
  const times: number[] = [];
  for (let click = 0; click < clickCount; click++) {
    times.push(await window.clickLensAndSee(/Run cell/i, 'total = 0', 'running '));
    await window.command('ScanLens: Cancel Run');
    await window.eventually('the end of the run', async () =>
      (await window.additions()).every((text) => !text.includes('running')) ? true : null,
    );
  }
  return timesOf(times);
}

async function openProgram(window: EditorWindow, name: string): Promise<void> {
  await window.open(name);
  await window.eventually('the lenses', async () => ((await window.lenses()).length > 0 ? true : null));
}

async function putCursor(window: EditorWindow): Promise<void> {
  await window.clickText('# start here');
  await window.press('End');
}

async function frames(window: EditorWindow): Promise<Times> {
  return timesOf(await window.measure<readonly number[]>(frameTimesScript(frameCount)));
}

async function keys(window: EditorWindow): Promise<Times> {
  await window.measure(watchKeysScript(keyCount));
  for (let key = 0; key < keyCount; key++) {
    await window.press('x');
    await window.pause(60);
  }
  return timesOf(await window.measure<readonly number[]>(keyTimesScript));
}

function timesOf(values: readonly number[]): Times {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { middle: at(0.5), high: at(0.95), highest: at(1) };
}
